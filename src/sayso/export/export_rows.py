"""Claims, figures and events as other formats need them: by document, with a sentence on each."""

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from sayso.dates import DayInterval
from sayso.documents import Document
from sayso.evidence.claim import is_speech
from sayso.evidence.dating import Dating
from sayso.export.case_records import case_records
from sayso.export.event_records import ExportedEvent
from sayso.export.labels import stance
from sayso.export.record import Record, RecordType, Spans
from sayso.export.records import ExportedClaim, ExportedFigure
from sayso.frozen import dataclass
from sayso.language.analysis import AttributionKind

if TYPE_CHECKING:
    from sayso.case import CaseReader
    from sayso.case.review_records import Reviewed

_ROWS = (RecordType.CLAIM, RecordType.FIGURE, RecordType.EVENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportRow:
    """A claim, figure or event; ``sentence`` says what it is in words, ``state`` what was decided."""

    id: str
    kind: str
    quote: str
    sentence: str
    state: str
    spans: Spans
    original_spans: Spans
    speaker: str | None = None
    speaker_actor: str | None = None
    said: DayInterval | None = None
    is_direct: bool = False
    is_speech: bool = False
    rule: str = ""


def export_rows(
    case: "CaseReader", *, only: "Reviewed | None" = None
) -> Iterator[tuple[Document, tuple[ExportRow, ...]]]:
    """Yield the documents that have rows, in the order of the case."""
    records = case_records(case, _ROWS, only=only)
    for name, some in groupby(records, key=lambda record: record.document):
        rows = tuple(row for record in some if (row := row_of(record)) is not None)
        yield case.document(name), rows


def documents_of(case: "CaseReader") -> Iterator[tuple[Document, Dating]]:
    """Yield every document with what is known of its date."""
    for row in case.documents():
        yield case.document(row.id), case.evidence(row.id).dating


def row_of(record: Record) -> ExportRow | None:
    """Return a record as a row, with the fields that a person changed as they were changed."""
    edits = {edit.field: edit.new for edit in record.review.edits} if record.review else {}
    state = record.review.state.value if record.review else ""
    match record:
        case ExportedClaim():
            speaker = edits.get("speaker", record.speaker)
            told = stance(record.force, record.polarity)
            nested, sourced = record.parent is not None, bool(record.source)
            return ExportRow(
                id=record.id,
                kind="claim",
                quote=record.quote,
                sentence=f"{record.kind} {told or 'claim'} by {speaker or 'nobody named'}",
                state=state,
                spans=record.spans,
                original_spans=record.original_spans,
                speaker=speaker,
                speaker_actor=record.speaker_actor,
                said=record.said,
                is_direct=record.kind is AttributionKind.DIRECT,
                is_speech=is_speech(record.manner, nested=nested, sourced=sourced),
                rule=record.rule,
            )
        case ExportedFigure():
            return _plain(record, "figure", _figure_words(record, edits), state, record.rule)
        case ExportedEvent():
            return _plain(record, "event", f"{record.type} ({record.status})", state, record.rule)
    return None


def _plain(
    record: ExportedFigure | ExportedEvent, kind: str, sentence: str, state: str, rule: str
) -> ExportRow:
    return ExportRow(
        id=record.id,
        kind=kind,
        quote=record.quote,
        sentence=sentence,
        state=state,
        spans=record.spans,
        original_spans=record.original_spans,
        rule=rule,
    )


def _figure_words(record: ExportedFigure, edits: "dict[str, str | None]") -> str:
    def held(name: str, machine: object) -> str:
        value = edits.get(name, machine)
        return "" if value is None else str(value)

    bounds = f"{held('lo', record.lo) or 'open'} to {held('hi', record.hi) or 'open'}"
    parts = [
        held("modifier", record.modifier),
        bounds,
        held("counted", record.counted_text),
        held("predicate", record.predicate),
    ]
    return " ".join(part for part in parts if part)
