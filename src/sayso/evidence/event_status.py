"""The status of an event: what its words and the claim around it make of what the core reads."""

from datetime import timedelta

from sayso.dates import DayInterval
from sayso.evidence.claim import Claim, Force
from sayso.evidence.event import EventStatus, EventTime
from sayso.evidence.event_wording import Wording, worded_status
from sayso.frozen import dataclass

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
_TOLD = frozenset({EventStatus.ASSERTED, EventStatus.HISTORICAL})


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadStatus:
    """A status, and whether words of the clause give it: else a date may know better."""

    status: EventStatus
    worded: bool


def read_status(core: EventStatus | None, wording: Wording, claim: Claim | None) -> ReadStatus:
    """Return whether an event is told as a fact; its time may still make it history or a plan.

    The words of the clause go before the force of the claim, and that before the core.
    """
    force = claim.force if claim is not None else None
    worded = worded_status(wording)
    if worded is EventStatus.PLANNED and _is_asked(wording, force):
        worded = EventStatus.HYPOTHETICAL
    if worded is not None:
        return ReadStatus(status=worded, worded=True)
    forced = _FORCES.get(force) if force else None
    if wording.is_told and forced is not EventStatus.DENIED:
        return ReadStatus(status=EventStatus.ASSERTED, worded=True)
    return ReadStatus(status=forced or core or EventStatus.ASSERTED, worded=False)


def _is_asked(wording: Wording, force: Force | None) -> bool:
    """Say whether it is asked for or about: what others are to do is not planned by them."""
    return force is Force.QUESTION or (force is Force.DEMAND and not wording.is_willed)


def with_time(read: ReadStatus, time: EventTime, written: DayInterval) -> EventStatus:
    """Let the date of an event decide what is history, and what cannot have happened yet."""
    status = read.status
    if not time.is_own:
        return status
    lo, hi = time.interval.lo, time.interval.hi
    if status in _UNREAL and not read.worded and lo and hi and written.lo and hi < written.lo:
        # No word calls it a plan, and its day had passed when it was told.
        status = EventStatus.ASSERTED
    if status not in _TOLD:
        return status
    if lo and written.hi and lo > written.hi:
        return EventStatus.PLANNED
    if written.lo is None or hi is None:
        return status
    return EventStatus.HISTORICAL if written.lo - hi > _HISTORY else EventStatus.ASSERTED


def is_real(status: EventStatus) -> bool:
    """Say whether it is told as something that happened."""
    return status not in _UNREAL and status is not EventStatus.DENIED
