"""The evidence of a document as rows of its tables, and back."""

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Row as Found
from sqlalchemy import Table

from sayso.case import tables
from sayso.case.document_rows import DATING_LAYER, candidate_columns, read_candidate
from sayso.case.event_rows import event_report_columns
from sayso.case.event_tables import event_reports
from sayso.case.language_rows import event_columns, mention_columns, timex_columns
from sayso.case.place_rows import mention_row
from sayso.case.place_tables import place_mentions
from sayso.case.quantity_rows import quantity_columns, read_quantity
from sayso.case.run_records import RunId
from sayso.case.values import (
    Row,
    compact,
    interval_columns,
    numbers_text,
    read_interval,
    read_known_interval,
    read_known_span,
    read_numbers,
    read_spans,
    read_strings,
    span_text,
    span_words,
    spans_text,
    strings_text,
    words,
)
from sayso.evidence.claim import Claim, Force, Polarity
from sayso.evidence.dating import Dating, Doubt, DoubtNote
from sayso.evidence.figure import Accrual, Figure, Modality
from sayso.evidence.reading import Evidence
from sayso.evidence.via import Via, ViaKind
from sayso.language.analysis import AttributionKind, Manner
from sayso.text import Span

# Sorts behind every day.
UNDATED = "undated"


def evidence_parts(
    document_id: str, text: str, evidence: Evidence, run: RunId
) -> Iterable[tuple[Table, list[Row]]]:
    """Return the rows that a run made of one document; all of them are replaceable."""
    fixed: Row = {"document_id": document_id, "run_id": run}
    analysis, dating = evidence.analysis, evidence.dating
    reading: Row = {
        "paragraphs": spans_text(analysis.paragraphs),
        "sentences": spans_text(analysis.sentences),
    }
    chosen = frozenset(dating.chosen)
    yield tables.readings, [{**fixed, **reading}]
    yield tables.own_datings, [{**fixed, **_dating(dating)}]
    parts: tuple[tuple[Table, list[Row]], ...] = (
        (tables.claims, [_claim(claim, text) for claim in evidence.claims]),
        (tables.figures, [_figure(figure, text) for figure in evidence.figures]),
        (tables.timexes, [timex_columns(timex, text) for timex in analysis.timexes]),
        (tables.mentions, [mention_columns(mention, text) for mention in analysis.mentions]),
        (tables.events, [event_columns(event, text) for event in analysis.events]),
        (place_mentions, [mention_row(one, text) for one in evidence.places]),
        (event_reports, [event_report_columns(event, text) for event in evidence.events]),
        (tables.date_doubts, [_doubt(note) for note in dating.doubts]),
        (
            tables.date_candidates,
            [
                {**candidate_columns(candidate), "layer": DATING_LAYER, "chosen": int(at in chosen)}
                for at, candidate in enumerate(dating.candidates)
            ],
        ),
    )
    for table, rows in parts:
        yield table, [{**fixed, "position": at, **row} for at, row in enumerate(rows)]


def ways_text(ways: Iterable[Via]) -> str | None:
    """Write by which ways words came, ``None`` where nothing is told of it."""
    found = [[way.kind.value, way.span.start, way.span.end] for way in ways]
    return compact(found) if found else None


def read_ways(text: str | None) -> tuple[Via, ...]:
    return tuple(
        Via(kind=ViaKind(kind), span=Span(start, end))
        for kind, start, end in json.loads(text or "[]")
    )


def read_claim(row: Found[Any]) -> Claim:
    return Claim(
        id=row.id,
        source=read_spans(row.source),
        cue=read_spans(row.cue),
        content=read_spans(row.content),
        kind=AttributionKind(row.kind),
        rule=row.rule,
        speaker=row.speaker,
        manner=None if row.manner is None else Manner(row.manner),
        force=None if row.force is None else Force(row.force),
        polarity=None if row.polarity is None else Polarity(row.polarity),
        hedges=read_spans(row.hedges),
        said=read_known_interval(row.said_lo, row.said_hi),
        via=read_ways(row.via),
        parent=row.parent,
        described=row.described,
    )


def read_figure(row: Found[Any]) -> Figure:
    return Figure(
        id=row.id,
        quantity=read_quantity(row),
        predicate=row.predicate,
        accrual=None if row.accrual is None else Accrual(row.accrual),
        modality=None if row.modality is None else Modality(row.modality),
        predicate_span=read_known_span(row.predicate_span),
        place=read_known_span(row.place_span),
        setting=read_known_span(row.setting_span),
        time=read_known_span(row.time_span),
        as_of=read_known_interval(row.as_of_lo, row.as_of_hi),
        claim=row.claim_id,
        part_of=row.part_of,
        leaning=row.leaning,
    )


def read_dating(
    row: Found[Any], candidates: Iterable[Found[Any]], doubts: Iterable[Found[Any]]
) -> Dating:
    return Dating(
        interval=read_interval(row.date_lo, row.date_hi),
        candidates=tuple(read_candidate(candidate) for candidate in candidates),
        chosen=read_numbers(row.chosen),
        reasons=read_strings(row.reasons),
        doubts=tuple(
            DoubtNote(
                doubt=Doubt(note.doubt),
                reason=note.reason,
                candidates=read_numbers(note.candidates),
            )
            for note in doubts
        ),
    )


def _claim(claim: Claim, text: str) -> Row:
    return {
        "id": claim.id,
        "source": spans_text(claim.source),
        "cue": spans_text(claim.cue),
        "content": spans_text(claim.content),
        "words": words(claim.content, text),
        "source_words": claim.described or words(claim.source, text),
        "described": claim.described,
        "kind": claim.kind.value,
        "rule": claim.rule,
        "speaker": claim.speaker,
        "manner": None if claim.manner is None else claim.manner.value,
        "force": None if claim.force is None else claim.force.value,
        "polarity": None if claim.polarity is None else claim.polarity.value,
        "hedges": spans_text(claim.hedges),
        **interval_columns("said", claim.said),
        "via": ways_text(claim.via),
        "parent": claim.parent,
    }


def _figure(figure: Figure, text: str) -> Row:
    return {
        "id": figure.id,
        **quantity_columns(figure.quantity, text),
        "predicate": figure.predicate,
        "accrual": None if figure.accrual is None else figure.accrual.value,
        "modality": None if figure.modality is None else figure.modality.value,
        "place_span": span_text(figure.place),
        "predicate_span": span_text(figure.predicate_span),
        "setting_span": span_text(figure.setting),
        "time_span": span_text(figure.time),
        "place": span_words(figure.place, text),
        **interval_columns("as_of", figure.as_of),
        "claim_id": figure.claim,
        "part_of": figure.part_of,
        "leaning": figure.leaning,
    }


def _dating(dating: Dating) -> Row:
    day = dating.interval.lo or dating.interval.hi
    return {
        **interval_columns("date", dating.interval),
        "sort_day": UNDATED if day is None else day.isoformat(),
        "chosen": numbers_text(dating.chosen),
        "reasons": strings_text(dating.reasons),
        "doubtful": int(bool(dating.doubts)),
    }


def _doubt(note: DoubtNote) -> Row:
    return {
        "doubt": note.doubt.value,
        "reason": note.reason,
        "candidates": numbers_text(note.candidates),
    }
