"""Events over documents: what a case makes of reports, whatever their order, and what a person decides."""

from collections.abc import Iterator
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from sayso.case import Case, ChronologyRow, EventFilter, RecordKind, event_conditions
from sayso.case.decision_records import DecisionRow
from sayso.dates import DayInterval
from sayso.errors import CaseError
from sayso.evidence.event import EventStatus
from tests.story.events.readings import NOW, add, reading

RAID = "Gunmen of the Red Column attacked the grain depot in Orlen on Friday, killing 12 guards."
AGAIN = "On Friday the Red Column attacked a grain depot in Orlen. At least 15 guards were killed."
OTHER = "The Red Column raided the ferry pier in Dorran on Saturday."
PLAN = "The Red Column plans to attack the grain depot in Orlen on Sunday."
YEARS_LATER = "In May 2031 gunmen attacked a grain depot in Orlen, the court heard."
STORY = (
    (RAID, "2031-05-12", "The Lantern"),
    (AGAIN, "2031-05-13", "Orlen Post"),
    (OTHER, "2031-05-13", "Coast Wire"),
    (PLAN, "2031-05-08", "State News"),
    (YEARS_LATER, "2033-02-01", "Upriver Notes"),
)
MAY_9 = DayInterval.day(date(2031, 5, 9))


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.create(tmp_path / "case", now=NOW) as made:
        yield made


@pytest.fixture
def told(case: Case) -> Case:
    for item in STORY:
        add(case, *item)
    return case


def shown(case: Case) -> list[tuple[str, DayInterval, str, int]]:
    return [(row.id, row.when, row.status, row.documents) for row in case.events.chronology()]


def raid(case: Case) -> ChronologyRow:
    return next(row for row in case.events.chronology() if row.when == MAY_9)


def decide(case: Case, event: str, *reports: str) -> DecisionRow:
    return case.split_event(event, reports, actor="ines", reason="two raids", now=NOW)


def test_reports_of_one_event_are_one_entry(told: Case) -> None:
    row = raid(told)

    assert row.documents == 3
    assert row.origins == 3
    assert (row.family, row.status, row.is_dated) == ("assault", EventStatus.ASSERTED, True)
    assert {figure.words for one in row.reports for figure in one.figures} >= {"12"}
    assert "Red Column" in row.actors
    assert "depot in Orlen" in row.words


def test_the_four_times_of_a_report_are_kept_apart(told: Case) -> None:
    one = raid(told).headline

    assert one.event.time.interval == MAY_9
    assert one.published in {DayInterval.day(date(2031, 5, day)) for day in (12, 13)}
    assert one.retrieved == NOW
    assert one.said is None


def test_another_day_another_place_and_a_plan_stay_apart(told: Case) -> None:
    entries = {row.when: row for row in told.events.chronology()}

    assert entries[DayInterval.day(date(2031, 5, 10))].documents == 1
    plan = next(row for row in entries.values() if row.status is EventStatus.PLANNED)
    assert plan.documents == 1


def test_the_order_in_which_documents_come_is_no_matter(tmp_path: Path) -> None:
    found = []
    for at, order in enumerate(permutations(STORY)):
        if at % 29:
            continue  # every 29th of 120 orders: the rest say no more
        with Case.create(tmp_path / str(at), now=NOW) as case:
            for item in order:
                add(case, *item)
            found.append(shown(case))

    assert all(one == found[0] for one in found)


def test_the_chronology_is_narrowed_by_conditions(told: Case) -> None:
    def count(**by: object) -> int:
        return told.events.count(EventFilter(**by))  # type: ignore[arg-type]  # fields of the filter

    every = count()
    assert count(since=date(2031, 5, 10), until=date(2031, 5, 10)) == 1
    assert count(until=date(2031, 5, 9), dated=True) == 1
    assert count(place="Dorran") == 1
    assert count(text="ferry pier") == 1
    assert count(text="nothing of it") == 0
    assert count(family="assault") == every
    assert count(status=EventStatus.PLANNED) == 1
    assert count(outlet="Coast Wire") == 1
    assert count(document="d_none") == 0
    assert count(actor=told.find_actor("Red Column")) >= 3


@pytest.mark.parametrize(
    "bounds",
    [(0, 0, 0), (0, 0, 100), (0, 100, 100), (1, 2, 3), (100, 100, 100)],
    ids=["tested", "held against keys", "held against events", "some of each", "looked up"],
)
def test_a_page_of_the_chronology_has_what_the_whole_of_it_has(
    told: Case, bounds: tuple[int, int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole_lists = {by: [row.id for row in told.events.chronology(by)] for by in filters(told)}
    for name, bound in zip(("_FEW", "_SOME", "_MANY"), bounds, strict=True):
        monkeypatch.setattr(event_conditions, name, bound)

    for by, whole in whole_lists.items():
        first = [row.id for row in told.events.chronology(by, limit=1)]
        rest = [row.id for row in told.events.chronology(by, limit=100, offset=1)]

        assert (first, rest) == (whole[:1], whole[1:])
        assert told.events.count(by) == len(whole)
        assert bool(whole) is (by.place != "nowhere")


def filters(told: Case) -> tuple[EventFilter, ...]:
    return (
        EventFilter(place="Dorran"),
        EventFilter(place="Orlen", text="depot"),
        EventFilter(place="nowhere"),
        EventFilter(text="grain DEPOT"),
        EventFilter(status=EventStatus.PLANNED),
        EventFilter(outlet="coast wire", text="pier"),
        EventFilter(actor=told.find_actor("Red Column"), dated=True),
        EventFilter(since=date(2031, 5, 10), until=date(2031, 5, 10)),
        EventFilter(family="assault", dated=True),
    )


def test_a_split_holds_for_later_documents_and_can_be_undone(told: Case) -> None:
    row = raid(told)
    late = next(one for one in row.reports if one.published.lo == date(2033, 2, 1))
    kept = decide(told, row.id, late.event.id)

    assert told.events.one(late.event.id).documents == 1
    add(told, "Gunmen attacked the grain depot in Orlen on Friday.", "2031-05-12", "Daily Flame")
    assert told.events.one(late.event.id).id != raid(told).id

    told.undo_on_events(kept.sequence, actor="ines", reason="one raid", now=NOW)
    assert told.events.one(late.event.id).id == raid(told).id
    assert told.verify().ok


def test_a_merge_joins_what_contradicts_and_shows_both_times(told: Case) -> None:
    row = raid(told)
    other = next(one for one in told.events.chronology(EventFilter(place="Dorran")))
    told.merge_events(row.id, other.id, actor="ines", reason="one night", now=NOW)

    merged = told.events.one(row.reports[0].event.id)
    assert merged.documents == 4
    assert merged.alternatives
    told.undo_on_events(actor="ines", reason="", now=NOW)
    assert shown(told)


def test_a_decision_is_kept_with_the_characters_of_a_report(told: Case) -> None:
    row = raid(told)
    late = next(one for one in row.reports if one.published.lo == date(2033, 2, 1))
    decide(told, row.id, late.event.id)

    (kept,) = told.decisions(kind=RecordKind.EVENT)
    assert kept.current == late.event.id
    assert told.text(kept.document)[kept.spans[0].start : kept.spans[0].end] == "attacked"


@pytest.mark.parametrize("undone", [False, True])
def test_decisions_taken_over_from_another_case_group_the_reports_alike(
    told: Case, tmp_path: Path, *, undone: bool
) -> None:
    row = raid(told)
    late = next(one for one in row.reports if one.published.lo == date(2033, 2, 1))
    decide(told, row.id, late.event.id)
    if undone:
        told.undo_on_events(actor="ines", reason="one raid", now=NOW)

    with Case.create(tmp_path / "other", now=NOW) as other:
        for item in STORY:
            add(other, *item)
        before = shown(other)
        rows = sorted(told.decisions(kind=RecordKind.EVENT), key=lambda row: row.sequence)
        taken = other.desk.restore(rows, origin="told", head="", actor="ann", now=NOW)

        assert (taken.taken, taken.left_out) == (1 + undone, 0)
        assert shown(other) == shown(told)
        assert (shown(other) == before) is undone


def test_what_cannot_be_decided_is_refused(told: Case) -> None:
    row = raid(told)
    every = [one.event.id for one in row.reports]
    with pytest.raises(CaseError, match="are no reports of"):
        decide(told, row.id, "e_none")
    with pytest.raises(CaseError, match="some but not all"):
        decide(told, row.id, *every)
    with pytest.raises(CaseError, match="is one event already"):
        told.merge_events(row.id, row.id, actor="ines", reason="", now=NOW)
    with pytest.raises(CaseError, match="is no decision on events"):
        told.undo_on_events(99, actor="ines", reason="", now=NOW)


def test_an_event_is_found_by_its_id_its_beginning_or_a_report(told: Case) -> None:
    row = raid(told)

    assert told.events.find(row.id[:-1]) == row.id
    assert told.events.find(row.reports[0].event.id) == row.id
    with pytest.raises(CaseError, match="no event of this case"):
        told.events.find("x_nothing")
    with pytest.raises(CaseError, match="could be any of"):
        told.events.find("x_")


def test_why_reports_are_one_is_told(told: Case) -> None:
    links = told.events.evidence(raid(told).id).links

    assert links
    assert [one.score for one in links] == sorted((one.score for one in links), reverse=True)


def test_a_document_read_anew_leaves_nothing_of_its_reports_behind(told: Case) -> None:
    before = raid(told)
    one = reading(*STORY[1][:1], day=STORY[1][1], outlet=STORY[1][2])
    run = told.begin_run((("test", "2"),), now=NOW)
    told.replace_evidence(one.document.id, one.evidence, run=run, now=NOW)

    assert raid(told).documents == before.documents - 1
    assert told.evidence(one.document.id).events == one.evidence.events
    assert told.verify().ok


def test_documents_on_one_matter_are_of_one_story(told: Case) -> None:
    documents = [row.id for row in told.documents()]
    stories = told.events.stories_of(documents)

    assert set(stories) == set(documents)
    assert len(set(stories.values())) < len(documents)
