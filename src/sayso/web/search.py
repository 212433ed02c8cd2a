"""Search with snippets: documents by words, phrases, AND, OR, NOT and prefix*."""

from collections.abc import Iterator

from starlette.responses import Response

from sayso.case import SearchHit
from sayso.errors import CaseError
from sayso.frozen import dataclass
from sayso.text import Span
from sayso.web.lists import Listed, numbered
from sayso.web.pages import Page, Section
from sayso.web.sentences import Part
from sayso.web.visit import Visit

_SIZE = 20
_IDS = ("d_", "c_", "f_")


@dataclass(frozen=True, slots=True, kw_only=True)
class HitLine:
    """A document that was found, with the passage that has most of the words."""

    hit: SearchHit
    snippet: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """What a query found; no list where nothing was asked for."""

    query: str
    pages: Listed[HitLine] | None


def show(visit: Visit) -> Response:
    query = visit.query("q")
    if query is None:
        return visit.render("search.html", SearchPage(query="", pages=None))
    if query.startswith(_IDS) and (place := _record(visit, query)):
        return visit.redirect(place)
    found = numbered(
        visit,
        lambda n, skip: visit.case.search(query, snippets=True, limit=n, offset=skip),
        size=_SIZE,
    )
    lines = tuple(HitLine(hit=hit, snippet=tuple(_snippet(hit))) for hit in found.rows)
    pages = Listed(rows=lines, previous=found.previous, next=found.next)
    return visit.render("search.html", SearchPage(query=query, pages=pages))


def _record(visit: Visit, name: str) -> str | None:
    """Return the address of the record that an id names."""
    try:
        found = visit.case.resolve(name)
    except CaseError:
        return None
    return f"/{found.kind.value}s/{found.id}"


def _snippet(hit: SearchHit) -> Iterator[Part]:
    """Yield the passage with the found words marked."""
    if hit.snippet is None:
        return
    at, shown = hit.snippet.start, hit.snippet
    for span in (one for one in hit.spans if shown.contains(one)):
        if at < span.start:
            yield _part(hit, Span(at, span.start), marked=False)
        yield _part(hit, span, marked=True)
        at = span.end
    if at < shown.end:
        yield _part(hit, Span(at, shown.end), marked=False)


def _part(hit: SearchHit, span: Span, *, marked: bool) -> Part:
    start = hit.snippet.start if hit.snippet else 0
    return Part(text=hit.snippet_words[span.start - start : span.end - start], marked=marked)


PAGES = (Page(path="/search", show=show, title="Search", section=Section.MATERIAL, rank=23),)
