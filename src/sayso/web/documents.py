"""Documents: all of them in the order of their days, and one with its marks, dates and copies."""

from collections.abc import Iterator, Sequence

from starlette.responses import Response

from sayso.case import DocumentFilter, DocumentRow, Location
from sayso.documents import Document, Flag
from sayso.evidence.reading import Evidence
from sayso.export.marked_text import MarkedPiece, MarkedSpan, marked_paragraphs
from sayso.frozen import dataclass
from sayso.language.analysis import Timex
from sayso.text import Span
from sayso.web.lists import Listed, listed, turn_of
from sayso.web.pages import Page, Section
from sayso.web.sources import CopyLine, copy_lines
from sayso.web.visit import Visit

# A part of a document as long as a long article: one of ten megabytes has several.
_PART = 40_000
_KINDS = ("claim", "figure", "date", "name")
_SHOWN_FIRST = "claim,figure"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentList:
    """One page of documents."""

    pages: Listed[DocumentRow]
    flags: tuple[Flag, ...] = tuple(Flag)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A record with its characters: ``kind`` says how they are marked, ``words`` what they are."""

    id: str
    kind: str
    spans: tuple[Span, ...]
    words: str
    note: str
    address: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KindSwitch:
    """A kind of mark, whether it is shown, and the address that turns it round."""

    kind: str
    number: int
    shown: bool
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """One document as it is read; ``parts`` are the addresses of its parts, ``part`` this one's."""

    row: DocumentRow
    document: Document
    evidence: Evidence
    paragraphs: tuple[tuple[MarkedPiece, ...], ...]
    marks: tuple[Mark, ...]
    switches: tuple[KindSwitch, ...]
    part: int
    parts: tuple[str, ...]
    lit: str | None
    beside: bool
    copies: tuple[CopyLine, ...]
    locations: tuple[Location, ...]


def show_list(visit: Visit) -> Response:
    by = document_filter(visit)
    pages = listed(visit, visit.case.paged.documents(by, turn_of(visit)))
    return visit.render("documents.html", DocumentList(pages=pages))


def document_filter(visit: Visit) -> DocumentFilter:
    """Read from the address which documents are wanted."""
    return DocumentFilter(
        outlet=visit.query("outlet"),
        since=visit.day("since"),
        until=visit.day("until"),
        flag=visit.choice("flag", Flag),
        language=visit.query("language"),
        text=visit.query("text"),
        since_run=visit.number("run"),
    )


def show_document(visit: Visit) -> Response:
    case, name = visit.case, visit.case.resolve(visit.parameter("document")).document
    document, evidence = case.document(name), case.evidence(name)
    (row,) = case.documents(DocumentFilter(ids=(name,)))
    marks = tuple(_marks(document, evidence))
    lit = visit.query("mark")
    pieces = tuple(_parts(document.text, evidence.analysis.paragraphs))
    part = _part_of(pieces, marks, lit, visit.number("part", most=100_000))
    wanted = _wanted(visit, marks, lit)
    span = Span(pieces[part][0].start, pieces[part][-1].end) if pieces else None
    inside = tuple(m for m in marks if span and any(s.overlaps(span) for s in m.spans))
    shown = tuple(mark for mark in inside if mark.kind in wanted)
    spans = [MarkedSpan(span=span, record=mark.id) for mark in shown for span in mark.spans]
    paragraphs = pieces[part] if pieces else ()
    return visit.render(
        "document.html",
        Reader(
            row=row,
            document=document,
            evidence=evidence,
            paragraphs=tuple(marked_paragraphs(document.text, paragraphs, spans)),
            marks=shown,
            switches=tuple(_switches(visit, inside, wanted)),
            part=part,
            parts=tuple(visit.address(part=at, mark=None) for at in range(len(pieces))),
            lit=lit,
            beside=visit.query("original") == "beside",
            copies=tuple(copy_lines(visit, name)),
            locations=case.locations(name),
        ),
    )


def _parts(text: str, paragraphs: Sequence[Span]) -> Iterator[tuple[Span, ...]]:
    """Cut a document between paragraphs so that each part can be read at once."""
    held: list[Span] = []
    for paragraph in (piece for one in paragraphs for piece in _pieces(text, one)):
        if held and paragraph.end - held[0].start > _PART:
            yield tuple(held)
            held = []
        held.append(paragraph)
    if held:
        yield tuple(held)


def _pieces(text: str, paragraph: Span) -> Iterator[Span]:
    """Cut what is too long for a part, and has no paragraphs, at blanks."""
    start = paragraph.start
    while paragraph.end - start > _PART:
        end = text.rfind(" ", start + 1, start + _PART) + 1 or start + _PART
        yield Span(start, end)
        start = end
    yield Span(start, paragraph.end)


def _part_of(
    parts: Sequence[Sequence[Span]], marks: Sequence[Mark], lit: str | None, asked: int | None
) -> int:
    """Return the part to show: the one that is asked for, or that holds the mark."""
    if asked is not None or lit is None:
        return min(asked or 0, max(len(parts) - 1, 0))
    start = next((mark.spans[0].start for mark in marks if mark.id == lit), 0)
    return max((at for at, part in enumerate(parts) if part[0].start <= start), default=0)


def _wanted(visit: Visit, marks: Sequence[Mark], lit: str | None) -> frozenset[str]:
    named = visit.request.query_params.get("show", _SHOWN_FIRST).split(",")
    own = next((mark.kind for mark in marks if mark.id == lit), None)
    return frozenset(kind for kind in (*named, own) if kind in _KINDS)


def _switches(visit: Visit, marks: Sequence[Mark], wanted: frozenset[str]) -> Iterator[KindSwitch]:
    for kind in _KINDS:
        changed = ",".join(one for one in _KINDS if (one in wanted) != (one == kind))
        yield KindSwitch(
            kind=kind,
            number=sum(mark.kind == kind for mark in marks),
            shown=kind in wanted,
            address=visit.address(show=changed or "nothing"),
        )


def _marks(document: Document, evidence: Evidence) -> Iterator[Mark]:
    """Yield what is known of a text in its order."""
    found = [*_records(document, evidence), *_mentions(document, evidence)]
    yield from sorted(found, key=lambda mark: (mark.spans[0], _KINDS.index(mark.kind), mark.id))


def _records(document: Document, evidence: Evidence) -> Iterator[Mark]:
    for claim in evidence.claims:
        yield Mark(
            id=claim.id,
            kind="claim",
            spans=claim.content,
            words=" … ".join(map(document.quote, claim.content)),
            note=claim.speaker or " … ".join(map(document.quote, claim.source)) or "nobody named",
            address=f"/claims/{claim.id}",
        )
    for figure in evidence.figures:
        span = figure.quantity.span
        yield Mark(
            id=figure.id,
            kind="figure",
            spans=(span,),
            words=document.quote(span),
            note=figure.predicate or figure.quantity.kind.value,
            address=f"/figures/{figure.id}",
        )


def _mentions(document: Document, evidence: Evidence) -> Iterator[Mark]:
    for at, timex in enumerate(evidence.analysis.timexes):
        yield Mark(
            id=f"t{at}",
            kind="date",
            spans=(timex.span,),
            words=document.quote(timex.span),
            note=_meant(timex),
            address=None,
        )
    for at, mention in enumerate(evidence.analysis.mentions):
        if mention.name is not None:
            yield Mark(
                id=f"m{at}",
                kind="name",
                spans=(mention.span,),
                words=document.quote(mention.span),
                note=mention.name,
                address=None,
            )


def _meant(timex: Timex) -> str:
    interval = timex.interval
    if interval is None or (interval.lo is None and interval.hi is None):
        return timex.value or "not known"
    return str(interval.lo) if interval.lo == interval.hi else f"{interval.lo} – {interval.hi}"


PAGES = (
    Page(
        path="/documents",
        show=show_list,
        title="Documents",
        section=Section.MATERIAL,
        rank=20,
        key="m",
    ),
    Page(path="/documents/{document}", show=show_document, title="Document"),
)
