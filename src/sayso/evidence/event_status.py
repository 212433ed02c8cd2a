"""The status of an event: what the words before it and the claim around it make of what the core reads."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from sayso.dates import DayInterval
from sayso.evidence.claim import Claim, Force
from sayso.evidence.event import EventStatus, EventTime
from sayso.evidence.event_words import irregular_pasts, shipped_event_words

# Words of the clause before an event that still govern it.
_REACH = 6
_NEGATED = 3
# What lies further back than this, seen from the report, is history to it.
_HISTORY = timedelta(days=365)
_FORCES = {
    Force.DENY: EventStatus.DENIED,
    Force.FORECAST: EventStatus.HYPOTHETICAL,
    Force.THREAT: EventStatus.PLANNED,
    Force.PLEDGE: EventStatus.PLANNED,
    Force.DEMAND: EventStatus.HYPOTHETICAL,
    Force.QUESTION: EventStatus.HYPOTHETICAL,
}
_UNREAL = frozenset({EventStatus.PLANNED, EventStatus.HYPOTHETICAL})


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The event word in lower case, the words of its clause before it, and what opens that clause."""

    word: str
    before: tuple[str, ...]
    opener: str | None

    @property
    def is_past(self) -> bool:
        return self.word.endswith("ed") or self.word in irregular_pasts()


def read_status(core: EventStatus | None, wording: Wording, claim: Claim | None) -> EventStatus:
    """Return whether an event is told as a fact; its time may still make it history or a plan.

    The words of the clause go before the force of the claim, and that before the core.
    """
    worded = _by_words(wording)
    if worded is not None:
        return worded
    forced = _FORCES.get(claim.force) if claim is not None and claim.force else None
    is_told = wording.is_past and "to" not in wording.before[-_REACH:]
    if is_told and forced is not EventStatus.DENIED:
        return EventStatus.ASSERTED
    return forced or core or EventStatus.ASSERTED


def _by_words(wording: Wording) -> EventStatus | None:
    lists = shipped_event_words()
    near = wording.before[-_REACH:]
    if wording.opener in {"if", "unless"}:
        return EventStatus.HYPOTHETICAL
    if _any(wording.before[-_NEGATED:], lists.negations):
        return EventStatus.DENIED
    if _any(near, lists.suppositions):
        return EventStatus.HYPOTHETICAL
    return EventStatus.PLANNED if _any(near, lists.plans) else None


def with_time(status: EventStatus, time: EventTime, written: DayInterval) -> EventStatus:
    """Let the date of an event decide what is history, and what cannot have happened yet."""
    if not time.is_own:
        return status
    lo, hi = time.interval.lo, time.interval.hi
    if status in {EventStatus.ASSERTED, EventStatus.HISTORICAL}:
        if lo and written.hi and lo > written.hi:
            return EventStatus.PLANNED
        if written.lo is None or hi is None:
            return status
        return EventStatus.HISTORICAL if written.lo - hi > _HISTORY else EventStatus.ASSERTED
    # What was planned for a day that had passed when it was told may have happened: it stays a plan.
    return status


def is_real(status: EventStatus) -> bool:
    """Say whether it is told as something that happened."""
    return status not in _UNREAL and status is not EventStatus.DENIED


def _any(words: Sequence[str], wanted: frozenset[str]) -> bool:
    return any(word in wanted for word in words)
