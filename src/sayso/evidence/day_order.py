"""The order of day and month: which of its two readings a page means by "05/04/2024"."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from sayso.dates import DayInterval
from sayso.documents import DateCandidate, Document
from sayso.evidence.date_clues import DateClues, Tense, WeekdayClue
from sayso.evidence.date_wording import WEEKDAYS, day_words
from sayso.evidence.weekday_votes import fits
from sayso.frozen import dataclass

# A point parts day from month in one order only.
_IN_DIGITS = re.compile(
    r"(?<! \d ) (?P<first> \d{1,2} ) (?P<mark> [/-] ) (?P<second> \d{1,2} ) (?P=mark) \d{2,4}",
    re.VERBOSE,
)
_MONTHS = 12
# News is written of what happened in the last days.
_RECENT = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """The reading taken and why; ``likelier`` says that the other one is not ruled out."""

    reading: DayInterval
    why: str
    likelier: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderClue:
    """A date in digits that can be read one way only, and the order it is written in."""

    written: str
    day_first: bool


def order_clues(
    document: Document, clues: DateClues, candidates: Sequence[DateCandidate]
) -> tuple[OrderClue, ...]:
    """Return the dates of page and text that show the order in which this page writes."""
    of_text = (document.quote(clue.span) for clue in clues.dates)
    written = (*(candidate.written for candidate in candidates), *of_text)
    return tuple(clue for text in written if (clue := _order_of(text)))


def _order_of(written: str) -> OrderClue | None:
    found = _IN_DIGITS.search(written)
    if found is None:
        return None
    first, second = int(found["first"]), int(found["second"])
    if (first > _MONTHS) == (second > _MONTHS):
        return None
    return OrderClue(written=found.group(), day_first=first > _MONTHS)


def settle_order(
    readings: Sequence[DayInterval], orders: Sequence[OrderClue], clues: DateClues
) -> Settled | None:
    """Choose between the day-first and the month-first reading; ``None`` if nothing decides.

    The page's own habit decides before the weekdays of the text, these before its recent days.
    """
    return (
        _by_habit(readings, orders)
        or _by_weekday(readings, clues.weekdays)
        or _by_recent_day(readings, clues)
    )


def _by_habit(readings: Sequence[DayInterval], orders: Sequence[OrderClue]) -> Settled | None:
    if len({order.day_first for order in orders}) != 1:
        return None
    first = orders[0]
    order = "the day" if first.day_first else "the month"
    return Settled(
        reading=readings[0 if first.day_first else 1],
        why=f"as “{first.written}” on the same page has {order} first",
    )


def _by_weekday(readings: Sequence[DayInterval], weekdays: Sequence[WeekdayClue]) -> Settled | None:
    """Take the one reading that fits the weekdays, of two the one whose own weekday is named.

    A weekday is more often that of writing than that of the day before (58 to 23 % in TimeBank
    and AQUAINT, 84 to 10 % in newswire), but not by so much that the other could be dropped.
    """
    fitting = [reading for reading in readings if _day_fits(reading, weekdays)]
    named = [reading for reading in fitting if _is_named(reading, weekdays)]
    chosen = fitting if len(fitting) == 1 else named
    if len(chosen) != 1 or chosen[0].lo is None:
        return None
    spoken = WEEKDAYS[_nearest_weekday(chosen[0].lo, weekdays)]
    own = WEEKDAYS[chosen[0].lo.weekday()]
    return Settled(
        reading=chosen[0],
        why=f"as it is a {own} and the text speaks of {spoken}",
        likelier=len(fitting) > 1,
    )


def _day_fits(reading: DayInterval, weekdays: Sequence[WeekdayClue]) -> bool:
    return reading.lo is not None and fits(reading.lo, weekdays)


def _is_named(reading: DayInterval, weekdays: Sequence[WeekdayClue]) -> bool:
    day = reading.lo
    return day is not None and any(clue.weekday == day.weekday() for clue in weekdays)


def _nearest_weekday(day: date, weekdays: Iterable[WeekdayClue]) -> int:
    return min((clue.weekday for clue in weekdays), key=lambda named: (day.weekday() - named) % 7)


def _by_recent_day(readings: Sequence[DayInterval], clues: DateClues) -> Settled | None:
    """Take the one reading that follows within a week on a past day the text writes out."""
    for reading in readings:
        others = [other for other in readings if other != reading]
        recent = _recent_days(reading, clues)
        if recent and not any(_recent_days(other, clues) for other in others):
            return Settled(
                reading=reading,
                why=f"as the text speaks of {day_words(recent[-1])}, some days before",
                likelier=True,
            )
    return None


def _recent_days(reading: DayInterval, clues: DateClues) -> list[date]:
    """Return the past days of the text, in the year of the reading, up to a week before it."""
    day = reading.lo
    if day is None:
        return []
    spoken = (
        clue.date if clue.date.date.year else clue.date.in_year(day.year)
        for clue in clues.dates
        if clue.tense in {Tense.PAST, Tense.PRESENT} and clue.date.date.day
    )
    days = (s.interval.hi for s in spoken if s.interval and not s.readings and s.interval.hi)
    return sorted(found for found in days if timedelta(0) <= day - found <= _RECENT)
