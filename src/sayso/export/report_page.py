"""What the report shows: documents, dates and doubts, figures, claims, and the texts themselves."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from sayso.documents import Document, Flag
from sayso.evidence.dating import Dating
from sayso.export.labels import befallen, bounds, stance, when
from sayso.export.marked_text import MarkedPiece, MarkedSpan, marked_paragraphs
from sayso.export.records import Link, ordered_chain
from sayso.export.report_actors import ActorLine, actor_lines
from sayso.export.report_forecasts import ForecastLines, forecast_lines
from sayso.export.report_series import SeriesLines, series_lines
from sayso.export.report_statements import StatementLines, statement_lines
from sayso.frozen import dataclass
from sayso.language.analysis import QuantityKind
from sayso.story.reuse_edge import Direction, ReuseEdge
from sayso.text import Span

if TYPE_CHECKING:
    from sayso.case import CaseReader, ClaimRow, Counts, FigureRow, TimexRow


_COUNTS = frozenset({QuantityKind.COUNT})
# What the lines about copies say in words.
_SAID_BY_COPIES = frozenset({Flag.NEAR_DUPLICATE, Flag.RESPUN})
# Characters of the sentence shown on either side of a figure.
_CONTEXT = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyLine:
    """That a document shares its text with another, in words."""

    other: str
    label: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDocument:
    """One document with everything the report says of it; ``label`` is its number in the report."""

    label: str
    document: Document
    date: str
    dating: Dating
    chain: tuple[Link, ...]
    flags: tuple[Flag, ...]
    copies: tuple[CopyLine, ...]
    paragraphs: tuple[tuple[MarkedPiece, ...], ...]

    @property
    def id(self) -> str:
        return self.document.id

    @property
    def name(self) -> str:
        return self.document.title or self.document.original.path


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureLine:
    """A figure as the report's table shows it, inside the words around it."""

    row: "FigureRow"
    counted: str
    what: str
    bounds: str
    as_of: str
    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeLine:
    """A dated expression of a text in the order of days."""

    row: "TimexRow"
    when: str
    sentence: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLine:
    """A claim with the words that attribute it and, in words, what is done by them."""

    row: "ClaimRow"
    cue: str
    stance: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimGroup:
    """The claims of one speaker."""

    speaker: str
    lines: tuple[ClaimLine, ...]

    @property
    def size(self) -> int:
        return len(self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceLine:
    """Where a row stands, in characters of the text and of the original."""

    record: str
    text: str
    original: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPage:
    """All that the report's template needs."""

    case_id: str
    case_name: str
    made: str
    log_head: str
    counts: "Counts"
    documents: tuple[ReportDocument, ...]
    figures: tuple[FigureLine, ...]  # counts, by what befell the counted and what is counted
    bare_counts: tuple[FigureLine, ...]  # counts of which no more is said, where of others more is
    quantities: tuple[FigureLine, ...]  # money, ages, distances …, by kind
    claims: tuple[ClaimGroup, ...]  # what is said or written
    thoughts: tuple[ClaimGroup, ...]  # what is thought, noticed, planned or judged
    actors: tuple[ActorLine, ...]  # who is named and quoted, under which names
    series: SeriesLines  # the same quantity over time, and disputes
    statements: StatementLines  # what is said again, denied or passed on
    forecasts: ForecastLines  # what was foretold, and what later texts report
    times: tuple[TimeLine, ...]
    notes: tuple[str, ...] = ()  # what was left out or replaced

    def places_in(self, document: ReportDocument) -> Iterator[PlaceLine]:
        """Yield the characters of every row of a document that the report shows."""
        lines = (*self.figures, *self.bare_counts, *self.quantities)
        for line in lines:
            if line.row.document == document.id:
                yield _place_line(line.row.id, (line.row.figure.quantity.span,), document)
        for group in (*self.claims, *self.thoughts):
            for claim in group.lines:
                if claim.row.document == document.id:
                    yield _place_line(claim.row.id, claim.row.claim.content, document)

    @property
    def doubtful(self) -> tuple[ReportDocument, ...]:
        return tuple(document for document in self.documents if document.dating.doubts)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rows:
    """The rows of a case that several parts of the report need."""

    labels: Mapping[str, str]
    claims: tuple["ClaimRow", ...]
    figures: tuple["FigureRow", ...]


def report_page(case: "CaseReader", *, made: str) -> ReportPage:
    """Gather the report of a case; ``made`` says when."""
    labels = {row.id: str(number) for number, row in enumerate(case.documents(), start=1)}
    rows = _Rows(labels=labels, claims=tuple(case.claims()), figures=tuple(case.figures()))
    documents = tuple(_document(case, document, rows) for document in labels)
    claims = tuple(_claim_lines(rows, documents))
    lines = sorted(_figure_lines(case, rows), key=_figure_order)
    counts = tuple(line for line in lines if line.row.figure.quantity.kind in _COUNTS)
    told = tuple(line for line in counts if line.what)
    head = max(case.log(), key=lambda entry: entry.sequence, default=None)
    return ReportPage(
        case_id=case.id,
        case_name=case.name,
        made=made,
        log_head=head.hash if head else "",
        counts=case.counts(),
        documents=documents,
        figures=told or counts,
        bare_counts=tuple(line for line in counts if not line.what) if told else (),
        quantities=tuple(line for line in lines if line.row.figure.quantity.kind not in _COUNTS),
        claims=_claim_groups(line for line in claims if line.row.claim.is_speech),
        thoughts=_claim_groups(line for line in claims if not line.row.claim.is_speech),
        actors=actor_lines(case, labels),
        series=series_lines(case, labels),
        statements=statement_lines(case, labels),
        forecasts=forecast_lines(case, labels),
        times=tuple(_times(case, rows.labels, documents)),
    )


def _place_line(name: str, spans: tuple[Span, ...], document: ReportDocument) -> PlaceLine:
    there = (part for span in spans for part in document.document.original_spans(span))
    return PlaceLine(record=name, text=_offsets(spans), original=_offsets(there))


def _offsets(spans: Iterable[Span]) -> str:
    return ", ".join(f"{span.start}–{span.end}" for span in spans)


def _document(case: "CaseReader", document_id: str, rows: _Rows) -> ReportDocument:
    document, evidence = case.document(document_id), case.evidence(document_id)
    marks = [
        MarkedSpan(span=span, record=row.id)
        for row in rows.claims
        if row.document == document_id
        for span in row.claim.content
    ]
    marks += [
        MarkedSpan(span=row.figure.quantity.span, record=row.id)
        for row in rows.figures
        if row.document == document_id
    ]
    edges = case.reuse_edges(document=document_id)
    dating = case.date(document_id).dating
    return ReportDocument(
        label=rows.labels[document_id],
        document=document,
        date=when(dating.interval),
        dating=dating,
        chain=ordered_chain(document),
        flags=tuple(sorted(case.flags(document_id) - _SAID_BY_COPIES)),
        copies=tuple(_copy_line(document_id, edge, rows.labels) for edge in edges),
        paragraphs=tuple(marked_paragraphs(document.text, evidence.analysis.paragraphs, marks)),
    )


def _copy_line(document_id: str, edge: ReuseEdge, labels: Mapping[str, str]) -> CopyLine:
    mine = edge.from_document == document_id
    other = edge.to_document if mine else edge.from_document
    if edge.direction is Direction.UNKNOWN:
        order = "which came first is not known"
    else:
        order = f"{'this' if mine else 'that'} one came first, by {edge.direction}"
    words = f"{edge.kind} copy, {edge.score:.0%} of the copy’s words; {order}"
    return CopyLine(other=other, label=labels[other], words=words)


def _figure_lines(case: "CaseReader", rows: _Rows) -> Iterator[FigureLine]:
    documents = {row.document for row in rows.figures}
    texts = {document: case.document(document).text for document in documents}
    sentences = {d: case.evidence(d).analysis.sentences for d in documents}
    for row in rows.figures:
        span = row.figure.quantity.span
        around = _around(span, sentences[row.document])
        text = texts[row.document]
        yield FigureLine(
            row=row,
            counted=_counted(row, text),
            what=befallen(row.figure),
            bounds=bounds(row.figure.quantity),
            as_of=when(row.figure.as_of or row.date),
            label=rows.labels[row.document],
            before=_shortened(text[around.start : span.start], at_end=False),
            after=_shortened(text[span.end : around.end], at_end=True),
        )


def _figure_order(line: FigureLine) -> tuple[str, str, bool, str, int]:
    quantity = line.row.figure.quantity
    kind = "" if quantity.kind in _COUNTS else quantity.kind
    return kind, line.row.figure.predicate or "", not line.counted, line.counted, int(line.label)


def _counted(row: "FigureRow", text: str) -> str:
    """Name what is counted by the head of its phrase; empty if the text does not say."""
    head = row.figure.quantity.counted_head
    return head.text_in(text).lower() if head else (row.counted or "").lower()


def _shortened(words: str, *, at_end: bool) -> str:
    """Cut words far from the figure, at a blank, and say so."""
    if len(words) <= _CONTEXT:
        return words
    if at_end:
        return words[:_CONTEXT].rpartition(" ")[0] + " …"
    return "… " + words[-_CONTEXT:].partition(" ")[2]


def _claim_lines(rows: _Rows, documents: Sequence[ReportDocument]) -> Iterator[ClaimLine]:
    texts = {d.id: d.document for d in documents}
    for row in rows.claims:
        yield ClaimLine(
            row=row,
            cue=" … ".join(map(texts[row.document].quote, row.claim.cue)),
            stance=stance(row.claim.force, row.claim.polarity),
            label=rows.labels[row.document],
        )


def _claim_groups(claims: Iterable[ClaimLine]) -> tuple[ClaimGroup, ...]:
    """Group claims by speaker, those without a name last."""
    groups: dict[str, list[ClaimLine]] = defaultdict(list)
    for line in claims:
        groups[line.row.actor_name or line.row.claim.speaker or ""].append(line)
    ordered = sorted(groups.items(), key=lambda group: (not group[0], -len(group[1]), group[0]))
    return tuple(
        ClaimGroup(speaker=speaker or "No name is given", lines=tuple(lines))
        for speaker, lines in ordered
    )


def _times(
    case: "CaseReader", labels: Mapping[str, str], documents: Sequence[ReportDocument]
) -> Iterator[TimeLine]:
    """Yield the dated expressions from the earliest on, each with the sentence it stands in."""
    sentences = {d.id: case.evidence(d.id).analysis.sentences for d in documents}
    texts = {d.id: d.document.text for d in documents}
    dated = [row for row in case.timexes() if _placed(row)]
    for row in sorted(dated, key=_day_order):
        sentence = _around(row.timex.span, sentences[row.document])
        yield TimeLine(
            row=row,
            when=when(row.timex.interval),
            sentence=sentence.text_in(texts[row.document]),
            label=labels[row.document],
        )


def _placed(row: "TimexRow") -> bool:
    """Say whether an expression lies on the calendar on both sides: durations and sets do not."""
    interval = row.timex.interval
    return interval is not None and interval.lo is not None and interval.hi is not None


def _day_order(row: "TimexRow") -> tuple[str, str, str, int]:
    interval = row.timex.interval
    first, last = (interval.lo, interval.hi) if interval else (None, None)
    return str(first), str(last), row.document, row.timex.span.start


def _around(span: Span, sentences: Sequence[Span]) -> Span:
    at = bisect_right([sentence.start for sentence in sentences], span.start) - 1
    found = sentences[at] if 0 <= at < len(sentences) else span
    return found if found.contains(span) else span
