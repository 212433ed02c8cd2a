"""Events told again: a text that dates what befell somebody in one sentence speaks of it elsewhere, too."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from sayso.dates import DayInterval
from sayso.evidence.event import Event, EventRole, EventStatus, EventTime, TimeAnchor
from sayso.evidence.event_status import is_real

# Kinds that are over within the day: protests and outbreaks go on, and the text tells of all their days.
_SHORT = frozenset(
    (
        "assault", "death", "escape", "coerce", "agree", "consult", "accident", "verdict", "appoint", "resign",
        "release", "rescue",
    )
)  # fmt: skip
# Characters within which "the attack" may mean a raid told of before.
_NEAR = 600
# Words of these kinds for what may go on for days.
_LONG = frozenset(("storm", "offensive", "hostilities", "siege", "blockade", "invasion", "unrest"))
# What took longer may have been anywhere in that time.
_DAYS = 2
# "The attack" is the one that was told of before, if only its month is known, too.
_LONGEST = 31


def date_again(events: Sequence[Event], definite: Collection[str] = ()) -> tuple[Event, ...]:
    """Give an event without a time that of the same word about the same people, if the text gives one only.

    ``definite`` are the ids of nouns that mean one told before, "the attack": of their kind, dated before.
    """
    dated: defaultdict[str, list[Event]] = defaultdict(list)
    for one in events:
        if one.time.is_told and one.role is EventRole.HAPPENING:
            dated[one.lemma].append(one)
            if _is_short(one) and one.family != one.lemma:
                dated[one.family].append(one)
    return tuple(_dated(one, dated, means=one.id in definite) for one in events)


def _dated(event: Event, dated: Mapping[str, Sequence[Event]], *, means: bool) -> Event:
    if event.time.is_own or event.role is not EventRole.HAPPENING:
        return event
    same = [one for one in dated.get(event.lemma, ()) if _are_alike(event, one)]
    people = _people(event)
    told = next((one for one in same if people & _people(one)), None)
    if told is None and means and _is_short(event) and is_real(event.status):
        kind = [
            one
            for one in dated.get(event.family, ())
            if _are_alike(event, one) and event.trigger.start - one.trigger.end < _NEAR
        ]
        same = [one for one in same or kind if one.trigger.end <= event.trigger.start]
        told = same[-1] if same else None
    days = _common(same)
    longest = _LONGEST if means else _DAYS
    if told is None or days is None or not 0 < (days.days or 0) <= longest:
        return event
    time = EventTime(interval=days, anchor=TimeAnchor.NARRATIVE, span=told.time.span)
    return replace(event, time=time)


def _common(events: Sequence[Event]) -> DayInterval | None:
    """Return the days that the times of all share."""
    days: DayInterval | None = None
    for one in events:
        days = one.time.interval if days is None else days.intersection(one.time.interval)
        if days is None:
            return None
    return days


def _are_alike(event: Event, other: Event) -> bool:
    """Say whether both happened, or both are planned and over within the day."""
    if is_real(event.status):
        return is_real(other.status)
    planned = event.status is EventStatus.PLANNED and other.status is EventStatus.PLANNED
    return planned and _is_short(event)


def _is_short(event: Event) -> bool:
    return event.family in _SHORT and event.lemma not in _LONG


def _people(event: Event) -> frozenset[int]:
    return frozenset(one.entity for one in event.participants)
