"""Full-text search: which documents hold the words, and where in their text."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, func, select

from sayso.case import tables
from sayso.case.conditions import with_document
from sayso.case.dialect.full_text import FOUND_END, FOUND_START, has_words, search_texts
from sayso.case.records import SearchHit
from sayso.case.values import read_interval
from sayso.text import Span

# Characters of a snippet: two or three lines of a terminal.
_SNIPPET = 240


def search(
    connection: Connection, query: str, *, snippets: bool, limit: int, offset: int
) -> Iterator[SearchHit]:
    texts, documents, datings = tables.texts, tables.documents, tables.datings
    statement = (
        select(
            documents.c.id,
            documents.c.title,
            documents.c.outlet,
            datings.c.date_lo,
            datings.c.date_hi,
            texts.c.text,
        )
        .select_from(with_document(texts))
        .where(texts.c.key == bindparam("wanted"))
    )
    for hit in search_texts(connection, query, mark=snippets, limit=limit, offset=offset):
        row = connection.execute(statement, {"wanted": hit.key}).one()
        spans = () if hit.marked is None else found_spans(hit.marked, row.text)
        yield _hit(row, hit.rank, spans)


def count_with_word(connection: Connection, word: str, most: int) -> int:
    """Count the documents whose text has a word, no further than ``most``."""
    texts = tables.texts
    some = select(texts.c.key).where(has_words(texts, ("text",), word)).limit(most).subquery()
    return connection.execute(select(func.count()).select_from(some)).scalar_one()


def found_spans(marked: str, text: str) -> tuple[Span, ...]:
    """Return what lies between the marks, as spans of ``text``.

    Empty if ``text`` itself holds the characters that are used as marks: nothing is guessed.
    """
    if marked.replace(FOUND_START, "").replace(FOUND_END, "") != text:
        return ()
    spans, at = [], 0
    outside, *marked_parts = marked.split(FOUND_START)
    at = len(outside)
    for part in marked_parts:
        inside, _, rest = part.partition(FOUND_END)
        spans.append(Span(at, at + len(inside)))
        at += len(inside) + len(rest)
    return tuple(spans)


def snippet_around(spans: Sequence[Span], text: str) -> Span | None:
    """Return the passage with the most of ``spans``, cut at blanks; ``None`` if there are none."""
    if not spans:
        return None
    first, last = max(_groups(spans), key=lambda group: group[1] - group[0])
    start, end = spans[first].start, spans[last].end
    spare = max(_SNIPPET - (end - start), 0) // 2
    return _at_blanks(
        text, Span(start, end), Span(max(start - spare, 0), min(end + spare, len(text)))
    )


def _groups(spans: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Return for each span the last one that still fits into a snippet with it."""
    last = 0
    for first, span in enumerate(spans):
        last = max(last, first)
        while last + 1 < len(spans) and spans[last + 1].end - span.start <= _SNIPPET:
            last += 1
        yield first, last


def _at_blanks(text: str, inner: Span, outer: Span) -> Span:
    start, end = outer.start, outer.end
    while start > 0 and start < inner.start and not text[start - 1].isspace():
        start += 1
    while end < len(text) and end > inner.end and not text[end].isspace():
        end -= 1
    return Span(start, end)


def _hit(row: Any, rank: float, spans: tuple[Span, ...]) -> SearchHit:
    snippet = snippet_around(spans, row.text)
    return SearchHit(
        document=row.id,
        title=row.title,
        outlet=row.outlet,
        date=read_interval(row.date_lo, row.date_hi),
        rank=rank,
        snippet=snippet,
        snippet_words="" if snippet is None else snippet.text_in(row.text),
        spans=spans,
    )
