"""What goes into a case comes out of it as it was, field by field."""

from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.case import Case, RunId
from sayso.case.columns import METADATA
from sayso.case.document_rows import candidate_columns
from sayso.case.values import (
    folded,
    interval_columns,
    intervals_text,
    read_day,
    read_interval,
    read_intervals,
    read_known_interval,
    read_spans,
    spans_text,
    storable,
    words,
)
from sayso.dates import DayInterval
from sayso.documents import ChainLink, DateCandidate, Document, Furniture, Original
from sayso.evidence.claim import Claim
from sayso.evidence.dating import Dating, DoubtNote
from sayso.evidence.figure import Figure
from sayso.evidence.reading import Evidence
from sayso.language.analysis import Analysis, EventMention, Mention, Quantity, Timex
from sayso.text import Span, TextMap
from tests.case.builders import (
    MAY_3,
    NOW,
    bare_evidence,
    claim,
    document,
    evidence,
    figure,
    mention,
    timex,
)

spans = st.builds(
    lambda start, length: Span(start, start + length), st.integers(0, 999), st.integers(1, 99)
)
days = st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1))


def ordered(one: date | None, other: date | None) -> DayInterval:
    if one is None or other is None:
        return DayInterval(one, other)
    return DayInterval(min(one, other), max(one, other))


intervals = st.builds(ordered, days, days)


def test_a_document_comes_out_as_it_went_in(case: Case, run: RunId) -> None:
    made, data = document(address="https://lantern.example/ferry")
    case.add(made, evidence(made.id), data, run=run, now=NOW)

    assert case.document(made.id) == made
    assert case.original(made.id) == data


def test_evidence_comes_out_as_it_went_in(case: Case, run: RunId) -> None:
    made, data = document()
    given_evidence = evidence(made.id)
    case.add(made, given_evidence, data, run=run, now=NOW)

    assert case.evidence(made.id) == given_evidence


def test_a_document_with_nothing_but_text_comes_out_as_it_went_in(case: Case, run: RunId) -> None:
    made, data = document(outlet=None, title=None)
    bare = replace(
        made,
        original=replace(made.original, retrieved=None),
        title_span=None,
        byline=(),
        dates=(),
        language=None,
        flags=frozenset(),
        furniture=(),
        page_starts=(),
    )
    undated = bare_evidence(DayInterval(None, None))
    case.add(bare, undated, data, run=run, now=NOW)

    assert case.document(bare.id) == bare
    assert case.evidence(bare.id) == undated


def test_evidence_with_every_field_unread_comes_out_as_it_went_in(case: Case, run: RunId) -> None:
    made, data = document()
    bare_claim = replace(
        claim(made.id),
        source=(),
        cue=(),
        speaker=None,
        manner=None,
        force=None,
        polarity=None,
        hedges=(),
        said=None,
        parent=None,
    )
    full = figure(made.id)
    quantity = replace(
        full.quantity,
        best=None,
        lo=None,
        hi=Decimal("1E+3"),
        modifier_span=None,
        unit=None,
        unit_span=None,
        counted=None,
        counted_head=None,
        change=None,
        whole=None,
    )
    bare_figure = Figure(id=full.id, quantity=quantity)
    bare_mention = replace(mention(), name=None)
    bare_timex = replace(timex(), value=None, mod=None, interval=None, alternatives=(), anchor=None)
    given_evidence = replace(
        bare_evidence(),
        claims=(bare_claim,),
        figures=(bare_figure,),
        analysis=Analysis(timexes=(bare_timex,), mentions=(bare_mention,)),
    )
    case.add(made, given_evidence, data, run=run, now=NOW)

    assert case.evidence(made.id) == given_evidence


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=80))
def test_any_text_comes_out_as_it_went_in(case: Case, run: RunId, text: str) -> None:
    made, data = document(text, title=text)
    bare = replace(made, text_map=TextMap.identity(len(text)).moved(9))
    case.add(bare, bare_evidence(), data, run=run, now=NOW)

    assert case.document(bare.id) == bare


@pytest.mark.parametrize(
    ("record", "stored"),
    [
        (Original, {"sha256", "size", "media_type", "path", "address", "retrieved", "framing"}),
        (ChainLink, {"name", "role", "basis", "original_span", "rule"}),
        (Furniture, {"original_span", "kind", "rule"}),
        (
            DateCandidate,
            {"interval", "basis", "weight", "original_spans", "written", "rule", "modified"}
            | {"alternatives"},
        ),
        (
            Document,
            {"id", "original", "text", "text_map", "extractor", "encoding", "original_length"}
            | {"title", "title_span", "byline", "chain", "dates", "language", "flags"}
            | {"furniture", "page_starts"},
        ),
        (
            Claim,
            {"id", "source", "cue", "content", "kind", "rule", "speaker", "force", "polarity"}
            | {"manner", "hedges", "said", "parent", "via", "described"},
        ),
        (
            Figure,
            {"id", "quantity", "predicate", "accrual", "modality", "place", "as_of", "claim"}
            | {"part_of", "predicate_span", "setting", "time", "leaning"},
        ),
        (
            Quantity,
            {"span", "number", "best", "lo", "hi", "lo_open", "hi_open", "soft", "modifier"}
            | {"kind", "rule", "modifier_span", "unit", "unit_span", "counted", "counted_head"}
            | {"change", "whole"},
        ),
        (
            Timex,
            {"span", "type", "value", "rule", "mod", "interval", "alternatives", "anchor"},
        ),
        (Mention, {"span", "kind", "entity", "name", "rule"}),
        (EventMention, {"span", "type", "status", "rule"}),
        (Dating, {"interval", "candidates", "chosen", "reasons", "doubts"}),
        (DoubtNote, {"doubt", "reason", "candidates"}),
        (Evidence, {"analysis", "claims", "figures", "dating", "places", "events"}),
    ],
)
def test_every_field_of_a_record_is_known_to_the_case(record: type, stored: set[str]) -> None:
    """A field that is new here needs a column, a step, and a value in ``builders``."""
    assert {field.name for field in fields(record)} == stored


@given(st.lists(spans))
def test_spans_are_read_back(some: list[Span]) -> None:
    assert read_spans(spans_text(some)) == tuple(some)


@given(st.lists(intervals))
def test_intervals_are_read_back(some: list[DayInterval]) -> None:
    assert read_intervals(intervals_text(some)) == tuple(some)


@given(intervals)
def test_an_interval_is_two_days_or_nothing(interval: DayInterval) -> None:
    columns = interval_columns("said", interval)
    lo, hi = columns["said_lo"], columns["said_hi"]

    assert isinstance(lo, str | None)
    assert isinstance(hi, str | None)
    assert read_interval(lo, hi) == interval


def test_an_interval_open_on_both_sides_says_no_more_than_none() -> None:
    assert interval_columns("said", None) == interval_columns("said", DayInterval(None, None))
    assert read_known_interval(None, None) is None


def test_a_day_is_an_iso_date() -> None:
    assert interval_columns("date", DayInterval.day(MAY_3)) == {
        "date_lo": "2031-05-03",
        "date_hi": "2031-05-03",
    }
    assert read_day("2031-05-03") == MAY_3


def test_fragments_are_joined_by_an_ellipsis() -> None:
    assert words((Span(0, 3), Span(8, 11)), "one two three") == "one … thr"


def test_folding_forgets_case_and_accents() -> None:
    assert folded("Águas CLARAS Straße") == "aguas claras strasse"


def test_bytes_of_a_path_that_are_no_text_are_escaped() -> None:
    assert storable(Path("clips/caf\udce9.txt").as_posix()) == "clips/caf\\xe9.txt"


def test_a_whole_weight_is_stored_as_a_real_number() -> None:
    made, _ = document()

    assert repr(candidate_columns(made.dates[0])["weight"]) == "2.0"


def test_every_table_is_strict() -> None:
    assert all(table.dialect_options["sqlite"]["strict"] for table in METADATA.tables.values())
