"""From a rendering to the document: credits read, headline found, furniture cut, the way back kept."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import groupby, pairwise

from sayso.documents.caption_dates import find_caption_dates
from sayso.documents.chain import find_byline, find_chain, find_masthead
from sayso.documents.date_candidates import find_date_candidates
from sayso.documents.document import (
    ChainBasis,
    Document,
    Flag,
    Furniture,
    FurnitureKind,
    Role,
)
from sayso.documents.furniture import LineLabel, label_lines
from sayso.documents.furniture_model import line_model
from sayso.documents.language_id import ENGLISH, identify_language
from sayso.documents.lines import Line, split_lines
from sayso.documents.original import Original, content_hash, document_id
from sayso.documents.rendering import Rendering, Source
from sayso.documents.surroundings import surroundings
from sayso.documents.title import Headline, declared_headline, mark_headline, shown_headline
from sayso.text import Edit, Span, TextMap, apply_edits, hull

# Part of the text version: decisions rest on characters that this way of cutting produced.
VERSION = "lines-1"
_PARAGRAPH = "\n\n"
_OVERRIDES = frozenset("\u202d\u202e")
_MASTHEAD_RULE = "masthead"


def assemble(source: Source, rendering: Rendering) -> Document:
    """Return the document that ``rendering`` shows: the article's lines, and what stood around them."""
    lines = split_lines(rendering.text)
    labels = label_lines(lines, model=line_model(), chosen=_chosen(lines, rendering.body))
    headline = _headline(rendering, labels)
    labels = mark_headline(labels, headline)
    around = surroundings(labels, headline)
    masthead = None if _names_host(rendering) else find_masthead(labels, around)
    if masthead is not None:
        labels = _as_masthead(labels, masthead)
    text, cut = _joined(rendering.text, [label.line.span for label in labels if label.article])
    title_span = _cleaned(cut, headline.span) if headline else None
    language = identify_language(text)
    original = _original(source, rendering.address)
    return Document(
        id=document_id(original.sha256, original.address),
        original=original,
        text=text,
        text_map=rendering.text_map.then(cut),
        extractor=f"{rendering.extractor}+{VERSION}",
        encoding=rendering.encoding,
        original_length=rendering.original_length,
        title=_title(rendering, headline),
        title_span=title_span,
        byline=rendering.byline or find_byline(labels, around),
        chain=find_chain(rendering, labels, around, masthead=masthead),
        dates=(
            *rendering.dates,
            *find_date_candidates(rendering, labels, around),
            *find_caption_dates(rendering, labels, around),
        ),
        language=language,
        flags=rendering.flags | _flags(text, language),
        furniture=(*rendering.furniture, *_furniture(rendering, labels)),
        page_starts=rendering.page_starts,
    )


def _chosen(lines: Sequence[Line], body: tuple[Span, ...] | None) -> list[bool] | None:
    if body is None:
        return None
    spans, chosen, at = sorted(body), [], 0
    for line in lines:
        while at < len(spans) and spans[at].end <= line.span.start:
            at += 1
        chosen.append(at < len(spans) and spans[at].overlaps(line.span))
    return chosen


def _headline(rendering: Rendering, labels: Sequence[LineLabel]) -> Headline | None:
    if rendering.title:
        first = next((i for i, label in enumerate(labels) if label.article), len(labels))
        lines = [label.line for label in labels]
        return declared_headline(rendering.title, rendering.title_span, lines, first)
    return shown_headline(labels)


def _title(rendering: Rendering, headline: Headline | None) -> str | None:
    if headline is not None:
        return " ".join(headline.span.text_in(rendering.text).split())
    return rendering.title


def _names_host(rendering: Rendering) -> bool:
    """Say whether the reader found the outlet's own name; its address alone is not its name."""
    return any(
        link.role is Role.HOST and link.basis is not ChainBasis.ADDRESS for link in rendering.chain
    )


def _as_masthead(labels: Sequence[LineLabel], masthead: int) -> tuple[LineLabel, ...]:
    marked = replace(labels[masthead], kind=FurnitureKind.MASTHEAD, rule=_MASTHEAD_RULE)
    return (*labels[:masthead], marked, *labels[masthead + 1 :])


def _joined(text: str, kept: Sequence[Span]) -> tuple[str, TextMap]:
    """Return the kept lines as paragraphs, parted by one blank line each."""
    edits: list[Edit] = []
    if not kept:
        return apply_edits(text, [Edit(0, len(text), "")])
    edits.append(Edit(0, kept[0].start, ""))
    for above, below in pairwise(kept):
        if text[above.end : below.start] != _PARAGRAPH:
            edits.append(Edit(above.end, above.end, _PARAGRAPH))
            edits.append(Edit(above.end, below.start, ""))
    edits.append(Edit(kept[-1].end, len(text), ""))
    return apply_edits(text, edits)


def _cleaned(cut: TextMap, span: Span) -> Span | None:
    spans = cut.cleaned_spans(span)
    return hull(spans) if spans else None


def _furniture(rendering: Rendering, labels: Sequence[LineLabel]) -> Iterator[Furniture]:
    """Yield what was cut; neighbouring lines cut by one rule are one piece."""
    for (kind, rule), group in groupby(labels, key=lambda label: (label.kind, label.rule)):
        if kind is None or rule is None:
            continue
        for span in _pieces(rendering, [label.line.span for label in group]):
            yield Furniture(original_span=span, kind=kind, rule=rule)


def _pieces(rendering: Rendering, spans: Sequence[Span]) -> Iterator[Span]:
    held: Span | None = None
    for span in spans:
        found = rendering.text_map.original_spans(span)
        if not found:
            continue
        piece = hull(found)
        if held is not None and _adjacent(rendering, held, piece):
            held = Span(held.start, piece.end)
            continue
        if held is not None:
            yield held
        held = piece
    if held is not None:
        yield held


def _adjacent(rendering: Rendering, left: Span, right: Span) -> bool:
    """Say whether nothing that the rendering shows stands between two pieces of the original."""
    if left.end >= right.start:
        return left.end == right.start
    between = rendering.text_map.cleaned_spans(Span(left.end, right.start))
    return not any(span.text_in(rendering.text).strip() for span in between)


def _flags(text: str, language: str | None) -> frozenset[Flag]:
    flags = set()
    if language not in {None, ENGLISH}:
        flags.add(Flag.NOT_ENGLISH)
    if not _OVERRIDES.isdisjoint(text):
        flags.add(Flag.BIDI_OVERRIDE)
    return frozenset(flags)


def _original(source: Source, declared: str | None) -> Original:
    return Original(
        sha256=content_hash(source.data),
        size=len(source.data),
        media_type=source.media_type,
        path=source.path,
        address=source.address or declared,
        retrieved=datetime.fromisoformat(source.retrieved) if source.retrieved else None,
    )
