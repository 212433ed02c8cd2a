"""Events told again: a text that dates what befell somebody in one sentence speaks of it elsewhere, too."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.evidence.event import Event, EventRole, EventTime, TimeAnchor
from sayso.evidence.event_status import is_real

# What took longer may have been anywhere in that time.
_DAYS = 2


def date_again(events: Sequence[Event]) -> tuple[Event, ...]:
    """Give an event without a time that of the same word about the same people, if the text gives one only."""
    dated: defaultdict[str, list[Event]] = defaultdict(list)
    for one in events:
        if one.time.is_own and _happened(one):
            dated[one.lemma].append(one)
    return tuple(_dated(one, dated) for one in events)


def _dated(event: Event, dated: Mapping[str, Sequence[Event]]) -> Event:
    others = dated.get(event.lemma, ())
    if event.time.is_own or not _happened(event) or not others:
        return event
    (first, *more) = {one.time.interval for one in others}
    people = _people(event)
    told = next((one for one in others if people & _people(one)), None)
    if more or told is None or not 0 < (first.days or 0) <= _DAYS:
        return event
    time = EventTime(interval=first, anchor=TimeAnchor.NARRATIVE, span=told.time.span)
    return replace(event, time=time)


def _happened(event: Event) -> bool:
    return event.role is EventRole.HAPPENING and is_real(event.status)


def _people(event: Event) -> frozenset[int]:
    return frozenset(one.entity for one in event.participants)
