"""Odds of clues: how much likelier a text names a weekday or a day if it was written on a given day."""

import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files
from math import exp
from types import MappingProxyType

from sayso.frozen import dataclass

_WEEK = 7
_FRIDAY = 4
# The weekdays on which last Friday is still the latest day on which offices spoke.
_AFTER_FRIDAY = {6: 2, 0: 3}
_BACK = (
    "same_day", "day_before", "two_back", "three_back", "four_back", "five_back", "six_back",
)  # fmt: skip
# Odds are told in whole numbers up to this one.
_MOST = 100


class Habit(StrEnum):
    """Which weekday the reports of an outlet name most: that of their own day, or the day before."""

    SAME_DAY = "same_day"
    DAY_BEFORE = "day_before"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateOdds:
    """The table that comes with the package; ``date_odds.toml`` says where its numbers are from."""

    weekday: Mapping[str, float]
    for_own: float
    against_other: float
    named: float
    alarm: float
    alarm_of_copies: float

    def of_weekday(self, day: date, weekday: int, habit: Habit = Habit.UNKNOWN) -> float:
        """Return the log-odds that a text written on ``day`` names ``weekday``."""
        back = (day.weekday() - weekday) % _WEEK
        if weekday == _FRIDAY and _AFTER_FRIDAY.get(day.weekday()) == back:
            return self.weekday["last_friday"]
        kind = _BACK[back]
        if habit is Habit.UNKNOWN or kind not in {Habit.SAME_DAY, Habit.DAY_BEFORE}:
            return self.weekday[kind]
        return self.weekday[kind] + (self.for_own if kind == habit else self.against_other)

    def of_weekdays(
        self, day: date, weekdays: Sequence[int], habit: Habit = Habit.UNKNOWN
    ) -> float:
        """Return the log-odds of all weekdays of a text, which are one clue since they hang together."""
        if not weekdays:
            return 0.0
        return sum(self.of_weekday(day, one, habit) for one in weekdays) / len(weekdays)


@cache
def shipped_date_odds() -> DateOdds:
    """Return the table that comes with the package."""
    text = files("sayso.evidence").joinpath("date_odds.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    return DateOdds(
        weekday=MappingProxyType(table["weekday"]),
        for_own=table["habit"]["for_own"],
        against_other=table["habit"]["against_other"],
        named=table["day"]["named"],
        alarm=table["alarm"]["below"],
        alarm_of_copies=table["alarm"]["below_of_copies"],
    )


def odds_words(log_odds: float) -> str:
    """Return odds as people write them: "4 to 1 against", "about even"."""
    times = min(round(exp(abs(log_odds))), _MOST)
    if times < 2:  # noqa: PLR2004 -- one to one
        return "about even"
    return f"{times} to 1 {'for' if log_odds > 0 else 'against'}"
