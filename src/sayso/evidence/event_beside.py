"""Events beside a dated one: so long before or after it, what it led to, and what was done by doing it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

from sayso.dates import DayInterval
from sayso.dates.words import UNITS
from sayso.evidence.event import Event, EventRole, EventTime, TimeAnchor
from sayso.evidence.event_status import is_real
from sayso.evidence.event_words import lemma
from sayso.evidence.forecast_text import Words
from sayso.language.function_words import AUXILIARIES
from sayso.language.word_lists import word_set

# Words from "after" to the event word: "a day after an unusually large protest".
_PHRASE = 5
_NUMBERS = {"a": 1, "an": 1, **UNITS}
_LENGTHS = {"day": 1, "days": 1, "week": 7, "weeks": 7, "year": 0, "years": 0}
_STEPS = {"after": -1, "before": 1}
_SHORT = word_set("hours minutes moments")
_DIGITS = 4
_DAY = timedelta(days=1)
# What is said to be so many days after may be a day off if it is counted in weeks.
_DAYS = 2
# "The blast that killed nine": verbs of what an event does to people and things.
_RESULTS = frozenset(
    lemma(word)
    for word in word_set(
        "kill injure wound leave claim destroy damage displace maim hurt flatten wreck spark trigger"
    )
)
_RELATIVES = word_set("that which")
_BETWEEN = 8
_STOPS = word_set(". ; : ! ? ( )")
_BY = word_set("by while and ,")
_SURE = (TimeAnchor.CLAUSE, TimeAnchor.SENTENCE)


def date_beside(
    events: Sequence[Event], words: Words, sentence_of: Callable[[int], int]
) -> tuple[Event, ...]:
    """Give events without a time that which their sentence gives them by a dated one."""
    found = list(events)
    for at, event in enumerate(events):
        if event.time.is_own or event.role is not EventRole.HAPPENING or not is_real(event.status):
            continue
        sentence = sentence_of(event.trigger.start)
        near = [
            one
            for one in found[max(at - _BETWEEN, 0) : at + _BETWEEN]
            if one.time.is_own and sentence_of(one.trigger.start) == sentence
        ]
        before = [one for one in near if one.trigger.end <= event.trigger.start]
        time = (
            _apart(event, near, words)
            or _led_to(event, before, words)
            or _by_doing(event, before, words)
        )
        if time is not None:
            found[at] = replace(event, time=time)
    return tuple(found)


def _apart(event: Event, near: Sequence[Event], words: Words) -> EventTime | None:
    """Read "a day after the raid" beside an event of which the day is known."""
    first = words.at(event.trigger.start)
    told = [one for one in near if one.time.anchor in _SURE]
    if not told:
        return None
    main = min(told, key=lambda one: abs(one.trigger.start - event.trigger.start))
    for at in range(first - 1, max(first - 1 - _PHRASE, 1), -1):
        word = words.word(at)
        if word in _STOPS or word in AUXILIARIES or word == ",":
            return None
        if word in _STEPS:
            number, unit = words.word(at - 2), words.word(at - 1)
            days = _shifted(main.time.interval, number, unit, _STEPS[word])
            return (
                days
                if days is None
                else replace(main.time, interval=days, anchor=TimeAnchor.SENTENCE, alternatives=())
            )
    return None


def _shifted(days: DayInterval, number: str, unit: str, step: int) -> DayInterval | None:
    """Return the days so many units before or after others."""
    lo, hi = days.lo, days.hi
    if lo is None or hi is None or (hi - lo).days >= _DAYS:
        return None
    if unit in _SHORT:
        return _moved(days, first=min(step, 0), last=max(step, 0))
    count = _number(number)
    length = _LENGTHS.get(unit)
    if not count or length is None:
        return None
    if not length:
        return DayInterval.year(max(lo.year + step * count, 1))
    slack = 0 if length == 1 else 1
    off = count * length * step
    return _moved(days, first=off - slack, last=off + slack)


def _number(word: str) -> int:
    """Return a number of units, 0 if a word is none."""
    digits = word.isdecimal() and len(word) < _DIGITS
    return int(word) if digits else _NUMBERS.get(word, 0)


def _moved(days: DayInterval, *, first: int, last: int) -> DayInterval | None:
    if days.lo is None or days.hi is None:
        return None
    return DayInterval(days.lo + first * _DAY, days.hi + last * _DAY)


def _led_to(event: Event, before: Sequence[Event], words: Words) -> EventTime | None:
    """Read "the blast at the mill that killed nine": the nearest event before tells its time."""
    at = words.at(event.trigger.start)
    if not before or event.lemma not in _RESULTS or words.word(at - 1) not in _RELATIVES:
        return None
    main = before[-1]
    first = words.at(main.trigger.end)
    between = words.lows[first : at - 1]
    if main.time.anchor not in _SURE or len(between) > _BETWEEN or not _STOPS.isdisjoint(between):
        return None
    if "," in between[:-1] or not AUXILIARIES.isdisjoint(between):
        return None
    return replace(main.time, anchor=TimeAnchor.SENTENCE)


def _by_doing(event: Event, before: Sequence[Event], words: Words) -> EventTime | None:
    """Read "stopped traffic by throwing rocks": a gerund has the time of the verb that it tells more of."""
    at = words.at(event.trigger.start)
    gerund = words.word(at).endswith("ing") and words.word(at - 1) in _BY
    if not before or not gerund or before[-1].claim != event.claim:
        return None
    if not is_real(before[-1].status):
        return None
    sure = before[-1].time.anchor in _SURE
    return replace(before[-1].time, anchor=TimeAnchor.SENTENCE) if sure else before[-1].time
