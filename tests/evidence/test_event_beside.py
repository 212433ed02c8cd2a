"""Events without a time beside a dated one of their sentence."""

from datetime import date

import pytest

from sayso.dates import DayInterval
from sayso.evidence.event import Event, TimeAnchor
from tests.evidence.events import events_of

FRIDAY = DayInterval.day(date(2031, 5, 9))


def named(text: str, word: str, *others: str) -> Event:
    """Return the event of a word in a text written on Monday 12 May 2031."""
    marked = [(one, "other", "asserted") for one in (word, *others)]
    return next(e for e in events_of(text, *marked) if e.trigger.text_in(text) == word)


@pytest.mark.parametrize(
    ("apart", "first", "last"),
    [
        ("a day after", date(2031, 5, 8), date(2031, 5, 8)),
        ("two days after", date(2031, 5, 7), date(2031, 5, 7)),
        ("117 days after", date(2031, 1, 12), date(2031, 1, 12)),
        ("a week after", date(2031, 5, 1), date(2031, 5, 3)),
        ("hours after", date(2031, 5, 8), date(2031, 5, 9)),
        ("three years after", date(2028, 1, 1), date(2028, 12, 31)),
        ("a day before", date(2031, 5, 10), date(2031, 5, 10)),
    ],
)
def test_so_long_before_or_after_a_day_is_a_day(apart: str, first: date, last: date) -> None:
    text = f"Police searched the mill on Friday, {apart} a large explosion."
    event = named(text, "explosion", "searched")

    assert event.time.interval == DayInterval(first, last)
    assert event.time.anchor is TimeAnchor.SENTENCE


@pytest.mark.parametrize(
    "text",
    [
        "Police searched the mill on Friday, some time after a large explosion.",
        "Police searched the mill on Friday, five moons after a large explosion.",
        "Police searched the mill in May 2030, two days after a large explosion.",
        "Police searched the mill on Friday and, two days after they were asked, saw an explosion.",
    ],
    ids=["no number", "no unit", "no day", "another clause"],
)
def test_otherwise_nothing_is_counted(text: str) -> None:
    event = named(text, "explosion", "searched")

    assert event.time.interval.days is None or event.time.interval == FRIDAY


def test_what_an_event_did_happened_with_it() -> None:
    text = "The report blames the owners for the blast of Friday at the Orlen mill that killed nine men."

    assert named(text, "killed", "blast").time.interval == FRIDAY


def test_what_something_else_did_may_be_of_another_day() -> None:
    text = "The blast of Friday was heard in the mill of the firm, a rich one, which killed a plan."

    assert named(text, "killed", "blast").time.interval.days is None


def test_what_was_done_by_doing_it_has_its_time() -> None:
    text = "On Friday men blocked the bridge, burning tyres and throwing stones at cars."

    assert named(text, "throwing", "blocked").time.interval == FRIDAY
