"""Settled dates and dated passages as rows of their tables, and back."""

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Row as Found

from sayso.case.evidence_rows import UNDATED
from sayso.case.run_records import RunId
from sayso.case.values import (
    Row,
    compact,
    interval_columns,
    read_interval,
    read_span,
    read_strings,
    span_text,
    strings_text,
)
from sayso.evidence.dating import Doubt
from sayso.story.dating.clue import TimeClue
from sayso.story.dating.passage import Passage
from sayso.story.dating.settled import (
    DateSource,
    Ground,
    PersonsDate,
    SettledDate,
    WeighedDoubt,
)
from sayso.story.dating.tie import TieKind
from sayso.text import Span

_CLUE = ("weekday", "year", "month", "day", "back")


def settled_columns(settled: SettledDate) -> Row:
    day = settled.interval.lo or settled.interval.hi
    return {
        **interval_columns("date", settled.interval),
        "sort_day": UNDATED if day is None else day.isoformat(),
        "doubtful": int(bool(settled.doubts)),
        "source": settled.source.value,
        **interval_columns("found", settled.found),
        "reasons": strings_text(settled.reasons),
        "grounds": compact([_ground(one) for one in settled.grounds]),
        "doubts": compact([[one.doubt.value, one.reason, one.odds] for one in settled.doubts]),
        "decision": None if settled.person is None else settled.person.sequence,
    }


def read_settled(row: Found[Any], person: PersonsDate | None) -> SettledDate:
    return SettledDate(
        interval=read_interval(row.date_lo, row.date_hi),
        source=DateSource(row.source),
        found=read_interval(row.found_lo, row.found_hi),
        reasons=read_strings(row.reasons),
        grounds=tuple(_read_ground(one) for one in json.loads(row.grounds)),
        doubts=read_doubts(row.doubts),
        person=person,
    )


def read_doubts(text: str) -> tuple[WeighedDoubt, ...]:
    return tuple(
        WeighedDoubt(doubt=Doubt(doubt), reason=reason, odds=odds)
        for doubt, reason, odds in json.loads(text)
    )


def passage_columns(
    document_id: str, position: int, passage: Passage, text: str, run: RunId
) -> Row:
    clue = passage.clue
    return {
        "document_id": document_id,
        "position": position,
        "span": span_text(passage.span),
        "clue_span": span_text(clue.span),
        "written": clue.span.text_in(text),
        **{name: getattr(clue, name) for name in _CLUE},
        "names": strings_text(sorted(passage.names)),
        "words": strings_text(sorted(passage.words)),
        "run_id": run,
    }


def read_passage(row: Found[Any]) -> Passage:
    return Passage(
        span=read_span(row.span),
        clue=TimeClue(
            span=read_span(row.clue_span), **{name: getattr(row, name) for name in _CLUE}
        ),
        names=frozenset(read_strings(row.names)),
        words=frozenset(read_strings(row.words)),
    )


def _ground(ground: Ground) -> list[Any]:
    return [
        ground.kind.value,
        ground.reason,
        _pairs(ground.spans),
        ground.other,
        _pairs(ground.other_spans),
        round(ground.odds, 2),
    ]


def _read_ground(values: Iterable[Any]) -> Ground:
    kind, reason, spans, other, other_spans, odds = values
    return Ground(
        kind=TieKind(kind),
        reason=reason,
        spans=tuple(Span(*one) for one in spans),
        other=other,
        other_spans=tuple(Span(*one) for one in other_spans),
        odds=odds,
    )


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
