"""Events that a text tells again without their time."""

from dataclasses import replace
from datetime import date

import pytest

from sayso.dates import DayInterval
from sayso.evidence.event import (
    Event,
    EventRole,
    EventStatus,
    EventTime,
    Participant,
    TimeAnchor,
)
from sayso.evidence.event_again import date_again
from sayso.text import Span

FRIDAY = DayInterval.day(date(2031, 5, 9))
UNDATED = EventTime(interval=DayInterval(None, date(2031, 5, 12)), anchor=TimeAnchor.DOCUMENT)
SPAN = Span(30, 36)


def told(at: int, *, time: EventTime = UNDATED, person: int = 7) -> Event:
    return Event(
        id=f"e_{at}",
        trigger=Span(at, at + 8),
        clause=Span(at, at + 20),
        family="coerce",
        lemma="arrest",
        role=EventRole.HAPPENING,
        status=EventStatus.ASSERTED,
        rule="core",
        time=time,
        participants=(
            Participant(span=Span(at + 10, at + 16), kind="PER", entity=person, name="Kessar"),
        ),
    )


def on(day: DayInterval) -> EventTime:
    return EventTime(interval=day, anchor=TimeAnchor.CLAUSE, span=SPAN)


def test_what_befell_the_same_person_by_the_same_word_has_its_day() -> None:
    _, again = date_again([told(0, time=on(FRIDAY)), told(100)])

    assert again.time == EventTime(interval=FRIDAY, anchor=TimeAnchor.NARRATIVE, span=SPAN)


def test_it_may_be_told_before_its_day_is_given() -> None:
    headline, _ = date_again([told(0), told(100, time=on(FRIDAY))])

    assert headline.time.interval == FRIDAY


@pytest.mark.parametrize(
    "other",
    [
        told(100, person=8),
        replace(told(100), lemma="attack"),
        replace(told(100), status=EventStatus.PLANNED),
        replace(told(100), status=EventStatus.DENIED),
        replace(told(100), role=EventRole.STATE),
        replace(told(100), participants=()),
    ],
    ids=["somebody else", "another word", "a plan", "a denial", "a state", "nobody"],
)
def test_what_may_be_another_event_stays_without_a_day(other: Event) -> None:
    assert date_again([told(0, time=on(FRIDAY)), other])[1] == other


@pytest.mark.parametrize(
    "times",
    [
        (on(FRIDAY), on(DayInterval.day(date(2031, 5, 2)))),
        (on(DayInterval.month(2031, 4)),),
        (on(DayInterval(None, date(2031, 5, 9))),),
    ],
    ids=["two days", "a month", "a bound"],
)
def test_without_one_day_of_the_text_nothing_is_dated_again(times: tuple[EventTime, ...]) -> None:
    dated = [told(at, time=time) for at, time in enumerate(times)]

    assert date_again([*dated, told(100)])[-1].time == UNDATED


def test_what_has_a_day_of_its_own_keeps_it_as_it_was_found() -> None:
    dated = told(0, time=on(FRIDAY))

    assert date_again([dated]) == (dated,)


def test_a_plan_gives_its_day_to_nothing_that_happened() -> None:
    planned = replace(told(0, time=on(FRIDAY)), status=EventStatus.PLANNED)

    assert date_again([planned, told(100)])[1].time == UNDATED


def test_a_plan_that_is_told_again_has_the_day_of_the_plan() -> None:
    planned = replace(told(0, time=on(FRIDAY)), status=EventStatus.PLANNED)

    assert (
        date_again([planned, replace(told(100), status=EventStatus.PLANNED)])[1].time.interval
        == FRIDAY
    )


def test_what_is_only_assumed_of_news_dates_nothing_else() -> None:
    assumed = replace(on(FRIDAY), anchor=TimeAnchor.REPORT)

    assert date_again([told(0, time=assumed), told(100)])[1].time == UNDATED


@pytest.mark.parametrize(
    ("before", "noun", "same"),
    [
        (told(0, time=on(FRIDAY)), "capture", True),
        (told(0, time=on(DayInterval.month(2031, 4))), "capture", True),
        (told(200, time=on(FRIDAY)), "capture", False),
        (replace(told(0, time=on(FRIDAY)), family="protest"), "capture", False),
        (told(0, time=on(FRIDAY)), "siege", False),
        (told(0, time=on(DayInterval.year(2030))), "capture", False),
    ],
    ids=["before", "its month", "behind", "another kind", "what lasts", "its year"],
)
def test_a_noun_that_means_one_told_before_has_its_day(
    before: Event, noun: str, *, same: bool
) -> None:
    meant = replace(told(100, person=8), lemma=noun)
    found = date_again([before, meant], {meant.id})[1].time

    assert (found.interval == before.time.interval) is same


def test_far_away_it_may_be_another_one() -> None:
    meant = replace(told(900, person=8), lemma="capture")

    assert date_again([told(0, time=on(FRIDAY)), meant], {meant.id})[1] == meant


def test_a_plan_over_several_days_is_not_dated_by_one_of_them() -> None:
    planned = replace(told(0, time=on(FRIDAY)), status=EventStatus.PLANNED, family="protest")

    again = replace(told(100), status=EventStatus.PLANNED, family="protest")

    assert date_again([planned, again])[1].time == UNDATED
