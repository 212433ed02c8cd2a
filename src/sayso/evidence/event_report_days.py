"""News of the day: what a report tells without a time happened on its own day, or on the day before."""

from collections.abc import Sequence
from datetime import date, timedelta

from sayso.dates import DayInterval
from sayso.evidence.event import EventTime, TimeAnchor
from sayso.evidence.event_clauses import ClauseFinder
from sayso.evidence.event_times import Told
from sayso.evidence.event_wording import Wording
from sayso.evidence.event_words import irregular_pasts
from sayso.frozen import dataclass
from sayso.language.analysis import Timex
from sayso.language.function_words import (
    DETERMINERS,
    HAVE,
    IRREGULAR_PASTS,
    PREPOSITIONS,
    SUBORDINATORS,
)
from sayso.language.word_lists import word_set

_DAY = timedelta(days=1)
# What is told behind these is no news of the day, but what went before it, or what happens again and again.
_LOOKING_BACK = word_set(
    "previously formerly originally earlier once ever ago before since former previous past first"
    " history years months decades weeks always often repeatedly usually sometimes never already"
    " predecessor following last another every each annually regularly initially long dead"
)
# Whoever speaks or is spoken to tells of his own days.
_SPEAKERS = word_set("i we you me us my our your")
# Sentences in which news says that it is of today.
_OPENING = 5
_OPENERS = frozenset({None, "that"})
_FINITE = word_set(
    "was were is are has have had will would can could may might should must did does do"
)
_PRESENT = word_set("is are 's ’s 're ’re am")
_PASSIVE = word_set("was were got been")
_SHORTEST_PAST = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """An event without a time: where it is told and how, and what the text has come to before it.

    ``said`` is when the claim around it was made, ``reached`` the time of the last dated event: behind an
    older one the text may have gone back in time. ``main`` says that the tree has it as the verb of a main or
    reported clause.
    """

    told: Told
    wording: Wording
    said: DayInterval | None
    reached: DayInterval | None
    main: bool


class ReportDays:
    """The day of a report, to be asked for what it tells of that day and the one before without a time."""

    def __init__(
        self, clauses: ClauseFinder, timexes: Sequence[Timex], written: DayInterval
    ) -> None:
        self._day: date | None = written.hi if written.days == 1 else None
        ours, others = set[int](), set[int]()
        for one in timexes:
            is_ours = one.interval is not None and self.has(one.interval)
            (ours if is_ours else others).add(clauses.sentence(one.span.start))
        self._is_news = min(ours, default=_OPENING) < _OPENING
        self._timed = frozenset(others)

    def has(self, interval: DayInterval) -> bool:
        """Say whether a time is of these days."""
        if self._day is None:
            return False
        return _lies_in(interval, DayInterval(self._day - _DAY, self._day + _DAY))

    def of(self, news: News) -> EventTime | None:
        """Return these days for an event that is told as their news."""
        day = self._day
        if day is None or news.told.sentence in self._timed or _looks_back(news.wording):
            return None
        # Whoever sums up what happened long ago is quoted today: a day must have been told of before.
        opens = self._is_news and not news.told.content
        if not (opens if news.reached is None else self.has(news.reached)):
            return None
        if _is_underway(news.wording):
            return EventTime(interval=DayInterval.day(day), anchor=TimeAnchor.REPORT)
        days = _told_by(day, news.said)
        if days is None or not _is_news(news):
            return None
        return EventTime(interval=days, anchor=TimeAnchor.REPORT)


def _told_by(day: date, said: DayInterval | None) -> DayInterval | None:
    """Return the day of the report and the one before, up to when it was said; ``None`` if that is longer ago."""
    days = DayInterval(day - _DAY, day)
    if said is None or said.hi is None:
        return days
    return DayInterval(min(said.hi, day - _DAY), said.hi) if _lies_in(said, days) else None


def _lies_in(inner: DayInterval, outer: DayInterval) -> bool:
    return inner.days is not None and inner.intersection(outer) == inner


def _looks_back(wording: Wording) -> bool:
    around = (*wording.before, *wording.behind)
    return not (_LOOKING_BACK | _SPEAKERS).isdisjoint(around)


def _is_underway(wording: Wording) -> bool:
    """Say whether it goes on at the report: "are being questioned", "is searching"."""
    chain = wording.chain
    if _PRESENT.isdisjoint(chain):
        return False
    return wording.word.endswith("ing") or "being" in chain


def _is_news(news: News) -> bool:
    """Say whether a past form is the verb of a clause that carries on the report."""
    wording = news.wording
    if not wording.is_told or wording.opener not in _OPENERS:
        return False
    chain = wording.chain
    if not HAVE.isdisjoint(chain):  # "has infected 40 people": since whenever
        return False
    return news.main or not _PASSIVE.isdisjoint(chain) or _is_verb(wording)


def _is_verb(wording: Wording) -> bool:
    """Say whether a bare past form is no participle: no other verb stands before or behind it."""
    if not wording.before or wording.before[-1] in DETERMINERS | PREPOSITIONS | SUBORDINATORS:
        return False
    return not any(map(_is_finite, (*wording.before, *wording.behind)))


def _is_finite(word: str) -> bool:
    if word.endswith("ed") and len(word) > _SHORTEST_PAST:
        return True
    return word in _FINITE or word in IRREGULAR_PASTS or word in irregular_pasts()
