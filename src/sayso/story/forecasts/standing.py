"""Standing: what is known of a forecast on a given day, from its time, its candidates and decisions."""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum

from sayso.dates import DayInterval
from sayso.frozen import dataclass
from sayso.story.forecasts.outcome import OutcomeStatus

# Days after the end of a window in which a report may still come.
GRACE = timedelta(days=14)


class Decided(StrEnum):
    """What a person decided on a candidate."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Ground(StrEnum):
    """What a standing rests on."""

    TIME = "time"
    CANDIDATE = "candidate"  # proposed, nobody has looked at it
    PERSON = "person"


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateStanding:
    """A candidate as far as the standing of its forecast depends on it."""

    status: OutcomeStatus
    score: float
    within_window: bool | None
    decided: Decided | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    status: OutcomeStatus
    ground: Ground


def standing_of(
    window: DayInterval | None,
    candidates: Iterable[CandidateStanding],
    *,
    as_of: date | None,
    closed: OutcomeStatus | None = None,
) -> Standing:
    """Return how a forecast stands on a day.

    What a person closed stays as it was closed; what a person accepted goes before what was proposed;
    a candidate outside the window answers nothing by itself.
    """
    if closed is not None:
        return Standing(status=closed, ground=Ground.PERSON)
    known = sorted(
        (one for one in candidates if one.decided is not Decided.REJECTED),
        key=lambda one: (one.decided is None, -one.score),
    )
    accepted = [one for one in known if one.decided is Decided.ACCEPTED]
    proposed = [one for one in known if one.decided is None and one.within_window is not False]
    if accepted:
        return Standing(status=accepted[0].status, ground=Ground.PERSON)
    if proposed:
        return Standing(status=proposed[0].status, ground=Ground.CANDIDATE)
    return Standing(status=status_by_time(window, as_of), ground=Ground.TIME)


def status_by_time(window: DayInterval | None, as_of: date | None) -> OutcomeStatus:
    """Return the status where no report is known: open until the window ends, due, then lapsed."""
    end = None if window is None else window.hi
    if end is None or as_of is None or as_of < end:
        return OutcomeStatus.OPEN
    return OutcomeStatus.DUE if as_of <= end + GRACE else OutcomeStatus.LAPSED
