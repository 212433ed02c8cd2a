"""The ledger: what dated copies, events and statements do to the date of a text."""

from datetime import UTC, date, datetime, timedelta
from itertools import permutations

import pytest

from sayso.dates import DayInterval
from sayso.documents import DateBasis, DateCandidate
from sayso.evidence.date_odds import shipped_date_odds
from sayso.evidence.dating import Dating, Doubt, DoubtNote
from sayso.story.dating.laws import LawName, shipped_laws
from sayso.story.dating.ledger import OwnClues, odds_of, settle
from sayso.story.dating.settled import DateSource, PersonsDate, SettledDate, as_shown
from sayso.story.dating.tie import Tie, TieKind
from sayso.text import Span

WEDNESDAY = date(2025, 1, 1)
SUNDAY = 6
OPEN = DayInterval(None, None)


def own(
    interval: DayInterval = OPEN,
    *doubts: Doubt,
    weekdays: tuple[int, ...] = (),
    candidates: tuple[DateCandidate, ...] = (),
) -> OwnClues:
    notes = tuple(DoubtNote(doubt=one, reason=one.value, candidates=(0,)) for one in doubts)
    dating = Dating(
        interval=interval, candidates=candidates, chosen=(0,), reasons=("made",), doubts=notes
    )
    return OwnClues(dating=dating, weekdays=weekdays)


def page(day: date, *others: date) -> DateCandidate:
    return DateCandidate(
        interval=DayInterval.day(day),
        basis=DateBasis.METADATA,
        weight=3.0,
        original_spans=(Span(0, 10),),
        written="03/04/2021",
        rule="made",
        alternatives=tuple(map(DayInterval.day, others)),
    )


def twin(day: date, other: str = "d_other", *, later: bool | None = None) -> Tie:
    return tie(TieKind.TWIN, LawName.WHOLE_COPY, day, other, later=later)


def tie(
    kind: TieKind, law: LawName, day: date, other: str = "d_other", *, later: bool | None = None
) -> Tie:
    return Tie(
        kind=kind,
        law=law,
        anchor=day,
        other=other,
        spans=(Span(3, 9),),
        other_spans=(Span(5, 11),),
        later=later,
        written="Sunday",
    )


def doubts(settled: SettledDate) -> list[Doubt]:
    return [note.doubt for note in settled.doubts]


def test_a_document_that_nothing_is_tied_to_keeps_its_own_date_and_doubts() -> None:
    settled = settle(own(DayInterval.day(WEDNESDAY), Doubt.PAGE_DATES_DIFFER), ())

    assert (settled.interval, settled.source) == (DayInterval.day(WEDNESDAY), DateSource.OWN)
    assert doubts(settled) == [Doubt.PAGE_DATES_DIFFER]


def test_a_copy_of_a_dated_text_is_not_older_and_seldom_much_younger() -> None:
    settled = settle(own(OPEN, Doubt.NO_DATE), [twin(WEDNESDAY, later=True)])

    assert settled.interval.lo == WEDNESDAY
    assert settled.interval.days is not None
    assert settled.interval.days <= 10
    assert (settled.source, settled.doubts) == (DateSource.CASE, ())
    assert settled.grounds[0].reason == (
        "it repeats the text of d_other, dated 1 January 2025: not written before"
    )
    assert (settled.grounds[0].spans, settled.grounds[0].other_spans) == (
        (Span(3, 9),),
        (Span(5, 11),),
    )


def test_the_original_of_a_dated_copy_is_not_younger() -> None:
    settled = settle(own(), [twin(WEDNESDAY, later=False)])

    assert settled.interval.hi == WEDNESDAY


def test_copies_of_unknown_order_bound_a_text_on_both_sides() -> None:
    settled = settle(own(), [twin(WEDNESDAY), twin(WEDNESDAY + timedelta(days=2), "d_third")])

    assert settled.interval.lo is not None
    assert settled.interval.hi is not None
    assert settled.interval.lo < WEDNESDAY < settled.interval.hi


def test_the_own_bounds_of_a_text_hold_beside_its_copies() -> None:
    bounds = DayInterval(WEDNESDAY - timedelta(days=1), date(2026, 1, 1))

    settled = settle(own(bounds), [twin(WEDNESDAY)])

    assert settled.interval.lo == bounds.lo


def test_one_event_is_a_hint_and_two_that_agree_date_a_text() -> None:
    event = tie(TieKind.EVENT, LawName.WEEKDAY, WEDNESDAY)

    hint = settle(own(OPEN, Doubt.NO_DATE), [event])
    found = settle(
        own(OPEN, Doubt.NO_DATE),
        [event, tie(TieKind.EVENT, LawName.WEEKDAY, WEDNESDAY + timedelta(days=1), "d_third")],
    )

    assert (hint.interval, doubts(hint)) == (OPEN, [Doubt.NO_DATE])
    assert hint.grounds[0].reason == "“Sunday” tells what d_other dates 1 January 2025"
    assert found.interval.lo == WEDNESDAY + timedelta(days=1)
    assert found.doubts == ()


def test_a_page_dated_before_its_original_is_doubted() -> None:
    early = WEDNESDAY - timedelta(days=3)

    settled = settle(own(DayInterval.day(early)), [twin(WEDNESDAY, later=True)])

    assert settled.interval == DayInterval.day(early)
    assert doubts(settled) == [Doubt.CASE_CONTRADICTS]
    assert "not written before; the case puts it at 1 January 2025" in settled.doubts[0].reason
    assert settled.doubts[0].odds is not None
    assert settled.doubts[0].odds < 0


def test_a_text_put_out_again_years_later_raises_no_doubt_on_either_side() -> None:
    early, late = date(2020, 5, 5), DayInterval.day(WEDNESDAY)

    assert settle(own(late), [twin(early)]).doubts == ()
    assert settle(own(late), [twin(early, later=True)]).doubts == ()
    assert settle(own(DayInterval.day(early)), [twin(WEDNESDAY, later=False)]).doubts == ()


def test_a_copy_dated_years_before_its_original_is_doubted() -> None:
    settled = settle(own(DayInterval.day(date(2020, 5, 5))), [twin(WEDNESDAY, later=True)])

    assert doubts(settled) == [Doubt.CASE_CONTRADICTS]


def test_an_event_far_away_says_nothing_against_a_page() -> None:
    event = tie(TieKind.EVENT, LawName.WEEKDAY, date(2020, 5, 6))

    assert settle(own(DayInterval.day(WEDNESDAY)), [event]).doubts == ()


def test_copies_of_the_same_day_take_a_doubt_of_weekdays_away() -> None:
    clues = own(DayInterval.day(WEDNESDAY), Doubt.TEXT_CONTRADICTS_PAGE, weekdays=(SUNDAY,))

    alone = settle(clues, ())
    beside = settle(clues, [twin(WEDNESDAY), twin(WEDNESDAY, "d_third", later=False)])

    assert doubts(alone) == [Doubt.TEXT_CONTRADICTS_PAGE]
    assert beside.doubts == ()
    assert "the case speaks for it against its weekdays" in beside.reasons[-1]


def test_the_weekdays_of_a_copy_are_those_of_its_original() -> None:
    clues = own(DayInterval.day(WEDNESDAY), weekdays=(SUNDAY,))
    sunday = WEDNESDAY - timedelta(days=3)

    assert clues.text_odds(WEDNESDAY) < 0
    assert clues.text_odds(WEDNESDAY, [twin(sunday)]) > 0
    assert clues.text_odds(WEDNESDAY, [twin(sunday, later=False)]) < 0


def test_the_case_chooses_between_two_readings_of_a_date() -> None:
    april, march = date(2021, 4, 3), date(2021, 3, 4)
    clues = own(DayInterval(march, april), Doubt.DAY_MONTH_ORDER, candidates=(page(april, march),))

    found, open_ = settle(clues, [twin(march)]), settle(clues, ())

    assert (found.interval, found.doubts) == (DayInterval.day(march), ())
    assert found.reasons[0].startswith("the page gives “03/04/2021”: 4 March 2021, as the case has")
    assert doubts(open_) == [Doubt.DAY_MONTH_ORDER]


def test_a_doubt_about_the_order_without_two_readings_stays() -> None:
    clues = own(DayInterval.day(WEDNESDAY), Doubt.DAY_MONTH_ORDER, candidates=(page(WEDNESDAY),))

    assert doubts(settle(clues, [twin(WEDNESDAY)])) == [Doubt.DAY_MONTH_ORDER]


def test_a_persons_date_wins_and_what_was_found_stays() -> None:
    person = PersonsDate(
        sequence=7,
        interval=DayInterval.day(date(2024, 12, 29)),
        actor="Rada",
        at=datetime(2026, 5, 2, tzinfo=UTC),
        why="seen in the paper",
    )
    clues = own(DayInterval.day(WEDNESDAY), Doubt.TEXT_CONTRADICTS_PAGE, weekdays=(SUNDAY,))

    settled = settle(clues, [twin(WEDNESDAY)], person)
    shown = as_shown(clues.dating, settled)

    assert (settled.interval, settled.source) == (person.interval, DateSource.PERSON)
    assert (settled.found, settled.doubts) == (DayInterval.day(WEDNESDAY), ())
    assert shown.reasons[:2] == (
        "set by Rada: seen in the paper",
        "found by reading: 1 January 2025",
    )
    assert shown.interval == person.interval


def test_a_persons_stretch_leaves_the_weights_of_reading() -> None:
    person = PersonsDate(
        sequence=7, interval=DayInterval(None, WEDNESDAY), actor="Rada",
        at=datetime(2026, 5, 2, tzinfo=UTC), why="seen",
    )  # fmt: skip

    settled = settle(own(DayInterval.day(WEDNESDAY)), [twin(WEDNESDAY)], person)

    assert settled.interval == person.interval
    assert settled.grounds[0].odds > 0


def test_doubts_are_shown_with_the_candidates_that_raised_them() -> None:
    clues = own(DayInterval.day(WEDNESDAY), Doubt.PAGE_DATES_DIFFER)

    shown = as_shown(clues.dating, settle(clues, [twin(date(2025, 5, 5), later=True)]))

    assert [note.candidates for note in shown.doubts] == [(0,), (0,)]
    assert "not written before" in shown.reasons[-1]


def test_copies_of_unknown_order_are_told_as_such() -> None:
    (ground,) = settle(own(), [twin(WEDNESDAY)]).grounds

    assert ground.reason.endswith("returns in it, and which came first is not known")


def test_statements_of_weeks_ago_raise_no_doubt_about_a_day() -> None:
    feature = own(DayInterval.day(WEDNESDAY))
    said_before = [
        tie(TieKind.QUOTATION, LawName.QUOTATION, WEDNESDAY - timedelta(days=days), f"d_{days}")
        for days in (11, 12, 13, 14)
    ]

    assert odds_of(feature, said_before, WEDNESDAY) < shipped_date_odds().alarm
    assert doubts(settle(feature, said_before)) == []


def test_the_order_of_ties_does_not_matter() -> None:
    ties = [
        twin(WEDNESDAY),
        twin(WEDNESDAY + timedelta(days=4), "d_third", later=False),
        tie(TieKind.QUOTATION, LawName.QUOTATION, WEDNESDAY, "d_fourth"),
        tie(TieKind.EVENT, LawName.NAMED_DAY, WEDNESDAY, "d_fifth"),
    ]

    found = {settle(own(), order).interval for order in permutations(ties)}

    assert len(found) == 1


@pytest.mark.parametrize("name", list(LawName))
def test_the_shares_of_a_law_are_those_of_all_cases(name: LawName) -> None:
    law = shipped_laws()[name]

    assert sum(law.shares.values()) == pytest.approx(1)
    assert 0 < law.trust < 1


@pytest.mark.parametrize("later", [True, False])
def test_a_law_whose_order_is_known_has_one_side(later: bool) -> None:  # noqa: FBT001 -- a parameter of the test
    law = shipped_laws()[LawName.WHOLE_COPY].directed(later=later)

    assert sum(law.shares.values()) == pytest.approx(1)
    assert (law.first == 0) is later


@pytest.mark.parametrize(
    ("law", "words"),
    [
        (LawName.NAMED_DAY, "“Sunday” tells what d_other dates 1 January 2025, with its year"),
        (LawName.DISTANCE, "“Sunday” counts from what d_other tells, to 1 January 2025"),
    ],
)
def test_every_law_has_its_sentence(law: LawName, words: str) -> None:
    settled = settle(own(), [tie(TieKind.EVENT, law, WEDNESDAY)])

    assert settled.grounds[0].reason == words


def test_a_shared_statement_is_told_as_such() -> None:
    quotation = tie(TieKind.QUOTATION, LawName.QUOTATION, WEDNESDAY)

    (ground,) = settle(own(), [quotation]).grounds

    assert ground.reason == "d_other, dated 1 January 2025, reports the same statement"
