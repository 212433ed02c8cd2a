"""What news of the day tells without a time of its own."""

from datetime import date

import pytest

from sayso.dates import DayInterval
from sayso.evidence.claim import Claim
from sayso.evidence.event import Event, TimeAnchor
from sayso.language.analysis import AttributionKind
from tests.evidence.events import WRITTEN, events_of
from tests.passages import at

# WRITTEN is Monday 12 May 2031.
TODAY = DayInterval.day(date(2031, 5, 12))
THESE_DAYS = DayInterval(date(2031, 5, 11), date(2031, 5, 12))
NEWS = "The market of Orlen was quiet on Monday. "


def last(text: str, *words: str, written: DayInterval = WRITTEN) -> Event:
    marked = [(word, "assault", "asserted") for word in words]
    return events_of(text, *marked, written=written)[-1]


@pytest.mark.parametrize(
    ("text", "word", "days"),
    [
        ("Gunmen attacked the depot.", "attacked", THESE_DAYS),
        ("Two guards were wounded.", "wounded", THESE_DAYS),
        ("Nine men are being questioned.", "questioned", TODAY),
        ("Divers are searching the lake.", "searching", TODAY),
        ("Unions called for calm.", "called", THESE_DAYS),
    ],
)
def test_it_is_taken_to_be_of_these_days(text: str, word: str, days: DayInterval) -> None:
    event = last(NEWS + text, word)

    assert (event.time.interval, event.time.anchor) == (days, TimeAnchor.REPORT)
    assert event.time.is_own
    assert not event.time.is_told


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Gunmen had attacked the depot.", "attacked"),
        ("The fever has killed 40 men.", "killed"),
        ("Gunmen previously attacked the depot.", "attacked"),
        ("The guards who were wounded live in Dorran.", "wounded"),
        ("The men wounded at the depot asked for help.", "wounded"),
        ("We were attacked at the depot.", "attacked"),
        ("The attack shook Orlen.", "attack"),
        ("Two guards were wounded in 2019 and after.", "wounded"),
        ("Two guards were wounded when gunmen came for three weeks.", "wounded"),
    ],
    ids=[
        "had",
        "has",
        "before",
        "who",
        "participle",
        "speaker",
        "noun",
        "another time",
        "a length",
    ],
)
def test_what_may_have_happened_before_is_not(text: str, word: str) -> None:
    assert last(NEWS + text, word).time.anchor is not TimeAnchor.REPORT


def test_a_text_that_speaks_of_no_day_is_no_news() -> None:
    event = last("Gunmen attacked the depot.", "attacked")

    assert event.time.interval == DayInterval(None, date(2031, 5, 12))


def test_behind_an_older_day_the_text_tells_of_that_time() -> None:
    text = (
        NEWS
        + "Rebels burned the mill in April 2029. The road is long. It is dark. Two men were wounded."
    )

    assert last(text, "burned", "wounded").time.anchor is TimeAnchor.DOCUMENT


def test_whoever_sums_up_on_the_day_of_the_report_may_speak_of_long_ago() -> None:
    text = NEWS + "The board said nine men were hurt."
    claim = Claim(
        id="c_1",
        source=(at(text, "The board"),),
        cue=(at(text, "said"),),
        content=(at(text, "nine men were hurt"),),
        kind=AttributionKind.INDIRECT,
        rule="test",
    )
    (event,) = events_of(text, ("hurt", "accident", "asserted"), claims=(claim,))

    assert event.time.anchor is TimeAnchor.DOCUMENT


def test_a_report_whose_day_is_unknown_has_no_news() -> None:
    event = last(NEWS + "Two guards were wounded.", "wounded", written=DayInterval.month(2031, 5))

    assert event.time.anchor is TimeAnchor.DOCUMENT
