"""What is kept beside the rows of a case: it is what these give, whatever was done to them."""

import json
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Table, select

from sayso.case import Case, RunId, tables
from sayso.case.actor_counts import said_by_name
from sayso.case.actor_tables import actor_names
from sayso.case.counting import count_speech
from sayso.case.dating_tables import settled_dates
from sayso.case.event_tables import event_reports
from sayso.case.filters import ClaimFilter
from sayso.case.forecast_rows import first_rank, rank_day
from sayso.case.own_days import own_window
from sayso.case.place_tables import (
    claim_places,
    event_places,
    figure_places,
    place_counts,
    place_mentions,
)
from sayso.dates import DayInterval
from sayso.evidence.reading import Evidence
from sayso.language.analysis import Manner
from sayso.text import Span
from tests.case.actor_stories import marked, tell
from tests.case.builders import (
    LATER,
    NOW,
    TEXT,
    bare_evidence,
    claim,
    document,
    evidence,
    places,
    told_event,
)

MAY_2, MAY_9 = date(2031, 5, 2), date(2031, 5, 9)


def readings(of: str) -> tuple[Evidence, ...]:
    """Return what several readings may find in the text of one document."""
    whole = evidence(of)
    pier_only = replace(whole, places=(replace(places()[1], score=0.25),))
    # The words of the claim hold no place; those of this one hold the pier.
    wide = replace(claim(of), content=(place_of("Orlo pier"), place_of("on Sunday")))
    return (
        whole,
        bare_evidence(),
        pier_only,
        replace(whole, claims=(wide,), events=(replace(told_event(of), place=place_of("Orlo pier")),)),
        replace(whole, claims=(replace(wide, said=DayInterval(MAY_9, None)),)),
        replace(whole, claims=(replace(wide, said=None, manner=Manner.THOUGHT, parent=None),)),
    )  # fmt: skip


def place_of(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


steps = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 5)), max_size=6)


@settings(max_examples=20, deadline=None)
@given(steps=steps)
@example(steps=[(0, 2), (1, 0), (0, 1)])  # the least score of a place goes with its document
def test_what_is_kept_follows_from_the_rows(steps: list[tuple[int, int]]) -> None:
    with TemporaryDirectory() as folder, Case.create(Path(folder) / "case", now=NOW) as case:
        run = case.begin_run([("test", "1")], now=NOW)
        for number, reading in steps:
            made, data = document(f"{TEXT} Part {number}.")
            found = readings(made.id)[reading]
            if case.known(made.original.sha256, None) is None:
                case.add(made, found, data, run=run, now=NOW)
            elif reading % 2:
                case.replace_evidence(made.id, found, run=run, now=LATER)
            else:
                case.reread(made, found, run=run, now=LATER)
        check(case)


def check(case: Case) -> None:
    with case._reads() as connection:
        check_places(connection)
        check_days(connection)
        check_speakers(connection)
        speech = count_speech(connection)
    assert speech == case.count_claims(ClaimFilter(speech=True))
    assert speech == sum(row.claim.is_speech for row in case.claims())


def check_places(connection: Connection) -> None:
    mentions = connection.execute(
        select(place_mentions).where(place_mentions.c.place_id.is_not(None))
    ).all()
    named = Counter(row.place_id for row in mentions if not row.people)
    pairs = {(row.place_id, row.document_id) for row in mentions if not row.people}
    where = Counter(place for place, _ in pairs)
    least = {p: min(r.score for r in mentions if r.place_id == p and not r.people) for p in named}
    kept = connection.execute(select(place_counts)).all()
    assert {r.place_id: (r.documents, r.mentions, r.score) for r in kept} == {
        place: (where[place], named[place], least[place]) for place in named
    }

    told = {
        (mention.place_id, row.key)
        for row in connection.execute(select(tables.claims))
        for mention in mentions
        if mention.document_id == row.document_id and not mention.people
        if any(
            start <= json.loads(mention.span)[0] and json.loads(mention.span)[1] <= end
            for start, end in json.loads(row.content)
        )
    }
    assert pairs_of(connection, claim_places) == told
    for table, records, columns in (
        (figure_places, tables.figures, ("place_span", "setting_span")),
        (event_places, event_reports, ("place_span",)),
    ):
        own = {
            (mention.place_id, row.key)
            for row in connection.execute(select(records))
            for mention in mentions
            if mention.document_id == row.document_id
            for column in columns
            if (span := getattr(row, column)) is not None
            if json.loads(span)[0] == json.loads(mention.span)[0]
        }
        assert pairs_of(connection, table) == own


def pairs_of(connection: Connection, table: Table) -> set[tuple[Any, ...]]:
    return {tuple(row) for row in connection.execute(select(table))}


def check_days(connection: Connection) -> None:
    for table, name in ((tables.claims, "said"), (tables.figures, "as_of")):
        plain = own_window(table, name).add_columns(table.c.document_id)
        found = {
            row.document_id: (row.first, row.last)
            for row in connection.execute(plain.group_by(table.c.document_id))
        }
        for row in connection.execute(select(settled_dates)):
            kept = (getattr(row, f"{name}_lo"), getattr(row, f"{name}_hi"))
            assert kept == found.get(row.document_id, (None, None))


def check_speakers(connection: Connection) -> None:
    said = {row.name_key: row.number for row in connection.execute(said_by_name())}
    kept = connection.execute(select(actor_names.c.key, actor_names.c.claims))
    assert {row.key: row.claims for row in kept if row.claims} == said


def test_the_days_of_an_open_interval_reach_beyond_every_day(case: Case, run: RunId) -> None:
    made, data = document()
    open_ = replace(claim(made.id), said=DayInterval(MAY_2, None))
    case.add(made, replace(evidence(made.id), claims=(open_,)), data, run=run, now=NOW)

    with case._reads() as connection:
        row = connection.execute(select(settled_dates)).one()
    assert (row.said_lo, row.said_hi) == ("2031-05-02", "9999-12-31")
    assert (row.as_of_lo, row.as_of_hi) == ("0001-01-01", "2031-05-04")


def test_claims_of_names_are_counted_out_with_their_document(case: Case, run: RunId) -> None:
    tell(case, run, "one", "[PER1 Ana Orlow]: the bridge is safe.")
    tell(case, run, "two", "[PER1 Ana Orlow] and [PER2 Pavel Lund]: the gate is shut.")
    check(case)
    assert [(row.name, row.claims) for row in case.actors()] == [
        ("Ana Orlow", 2),
        ("Pavel Lund", 1),
    ]

    case.replace_evidence("d_two", marked("two", "Nothing.")[1], run=run, now=LATER)
    check(case)
    assert [(row.name, row.claims) for row in case.actors()] == [("Ana Orlow", 1)]


@pytest.mark.parametrize(
    ("said", "rank"),
    [
        (DayInterval.day(MAY_2), "02031-05-02"),
        (DayInterval(MAY_2, date(2031, 8, 30)), "02031-05-02"),
        (DayInterval(MAY_2, date(2031, 9, 1)), "12031-05-02"),
        (DayInterval(MAY_2, None), "12031-05-02"),
        (DayInterval(None, None), "1undated"),
    ],
)
def test_forecasts_of_no_known_day_rank_behind_the_others(said: DayInterval, rank: str) -> None:
    assert rank_day(said) == rank


@given(st.dates(date(2, 1, 1), date(9998, 1, 1)), st.integers(0, 92))
def test_no_forecast_that_reaches_a_day_ranks_before_its_first_rank(day: date, back: int) -> None:
    lo = date.fromordinal(max(day.toordinal() - back, 1))

    assert rank_day(DayInterval(lo, day)) >= first_rank(day)
    assert rank_day(DayInterval(lo, None)) >= first_rank(day)
