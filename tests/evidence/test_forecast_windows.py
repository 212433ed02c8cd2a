"""When a forecast is to come true, on what it hangs, and how likely it is called."""

from datetime import date

import pytest

from sayso.dates import DayInterval
from sayso.evidence.forecast import ConditionKind
from sayso.language.analysis import (
    Timex,
    TimexType,
)
from tests.evidence.forecasts import WRITTEN, day, found, one
from tests.passages import at

WINDOWS = (
    ("by March", (2032, 3, 1), (2032, 3, 31), WRITTEN.lo, date(2032, 3, 31), "by_a_day"),
    ("on Friday", (2031, 5, 9), (2031, 5, 9), date(2031, 5, 9), date(2031, 5, 9), "on_a_day"),
    ("after Friday", (2031, 5, 9), (2031, 5, 9), date(2031, 5, 9), None, "from_a_day"),
    ("this year", (2031, 1, 1), (2031, 12, 31), WRITTEN.lo, date(2031, 12, 31), "on_a_day"),
)


@pytest.mark.parametrize(("words", "first", "last", "lo", "hi", "rule"), WINDOWS)
def test_a_day_ahead_bounds_the_window(
    words: str,
    first: tuple[int, int, int],
    last: tuple[int, int, int],
    lo: date | None,
    hi: date | None,
    rule: str,
) -> None:
    text = f"The airport is due to reopen {words}."
    name = words.removeprefix("by ").removeprefix("on ").removeprefix("after ")
    timexes = (day(text, name, date(*first), date(*last)),)

    window = one(text, timexes=timexes).window

    assert window is not None
    assert (window.interval, window.rule, window.soft) == (DayInterval(lo, hi), f"window.{rule}", False)  # fmt: skip


@pytest.mark.parametrize(
    ("words", "value", "days"),
    [("48 hours", "PT48H", 2), ("two weeks", "P2W", 14), ("ten minutes", "PT10M", 1)],
)
def test_a_length_of_time_ahead_counts_from_the_saying(words: str, value: str, days: int) -> None:
    text = f"The airport will reopen within {words}."
    timex = Timex(span=at(text, words), type=TimexType.DURATION, value=value, rule="test")

    window = one(text, timexes=(timex,)).window

    assert window is not None
    assert window.interval == DayInterval(date(2031, 5, 5), date(2031, 5, 5 + days))


def test_a_length_of_time_that_is_not_ahead_is_no_window() -> None:
    text = "The airport will stay shut for two weeks."
    timex = Timex(span=at(text, "two weeks"), type=TimexType.DURATION, value="P2W", rule="test")

    assert one(text, timexes=(timex,)).window is None


def test_a_vague_word_gives_a_soft_window() -> None:
    window = one("The airport will reopen in the coming weeks.").window

    assert window is not None
    assert (window.interval, window.soft) == (
        DayInterval(date(2031, 5, 5), date(2031, 7, 14)),
        True,
    )


def test_soon_leaves_the_end_open() -> None:
    window = one("The airport will reopen soon.").window

    assert window is not None
    assert window.interval == DayInterval(date(2031, 5, 5), None)


def test_as_soon_as_is_a_condition_and_no_window() -> None:
    forecast = one("The airport will reopen as soon as the snow melts.")

    assert forecast.window is None
    assert [condition.kind for condition in forecast.conditions] == [ConditionKind.ONCE]


def test_nothing_is_resolved_against_a_day_that_is_not_known() -> None:
    window = found("The airport will reopen in the coming weeks.", written=DayInterval(None, None))

    assert window[0].window is not None
    assert window[0].window.interval == DayInterval(None, None)


def test_a_day_that_is_over_when_it_is_said_is_no_window() -> None:
    text = "The council will open the hall that burned in April."
    timexes = (day(text, "April", date(2031, 4, 1), date(2031, 4, 30)),)

    assert one(text, timexes=timexes).window is None


def test_a_day_of_the_condition_is_not_that_of_the_event() -> None:
    text = "The dam will burst if the floods of Friday come."
    timexes = (day(text, "Friday", date(2031, 5, 9), date(2031, 5, 9)),)

    assert one(text, timexes=timexes).window is None


@pytest.mark.parametrize(
    ("words", "condition", "kind"),
    [
        ("if talks fail", "if talks fail", ConditionKind.IF),
        ("unless talks resume, he said", "unless talks resume", ConditionKind.UNLESS),
        ("provided that it rains", "provided that it rains", ConditionKind.PROVIDED),
        ("once talks end", "once talks end", ConditionKind.ONCE),
    ],
)
def test_what_a_forecast_hangs_on_is_kept(words: str, condition: str, kind: ConditionKind) -> None:
    text = f"The army will attack {words}."

    (kept,) = one(text).conditions

    assert (kept.span, kept.kind) == (at(text, condition), kind)


@pytest.mark.parametrize("words", ["even if talks resume", "once again", "as if at once"])
def test_not_every_if_and_once_is_a_condition(words: str) -> None:
    assert one(f"The army will attack {words}.").conditions == ()


@pytest.mark.parametrize(
    ("word", "lo", "hi"),
    [("probably", 55, 80), ("very likely", 80, 95), ("almost certainly", 95, 99), ("perhaps", None, None)],
)  # fmt: skip
def test_words_of_probability_keep_their_band(word: str, lo: int | None, hi: int | None) -> None:
    text = f"The army will {word} attack."

    (odds,) = one(text).likelihood

    assert (odds.span, odds.lo, odds.hi) == (at(text, word), lo, hi)


def test_the_month_of_may_is_no_word_of_probability() -> None:
    assert one("The army will attack in May.").likelihood == ()
