"""Outcomes: a later report beside the forecast that it may answer, with the reasons; people decide.

No outcome says that something is true. ``reported`` means that a later text reports such an event;
``lapsed`` that the time is over and no text of the case reports one, which does not make it false.
"""

from enum import StrEnum

from sayso.dates import DayInterval
from sayso.frozen import dataclass
from sayso.story.forecasts.foretold import Foretold
from sayso.story.forecasts.report import Report
from sayso.text import Span


class OutcomeStatus(StrEnum):
    OPEN = "open"  # its time is not over, or not known, and no report was found
    DUE = "due"  # its time is just over: a report may still come
    REPORTED = "reported"  # a later text reports such an event
    IN_PART = "reported_in_part"  # a later text reports some of it
    CONTRADICTED = "contradicted"  # a later text says the contrary
    LAPSED = "lapsed"  # its time is over and nothing was reported; that is not "false"


# What a report can make of a forecast; the rest follows from the time alone.
OF_REPORTS = frozenset({OutcomeStatus.REPORTED, OutcomeStatus.IN_PART, OutcomeStatus.CONTRADICTED})


class OutcomeReason(StrEnum):
    """What two texts have in common that makes one a candidate outcome of the other."""

    SAME_WORD = "same_word"  # the same word names the event
    SAME_FAMILY = "same_family"  # an event of the same kind
    NEAR_FAMILY = "near_family"  # an event of a kind that is near: an escape and a release
    COMPANION = "companion"  # an event of a kind that often comes with it: an assault and an escape
    ACTORS = "actors"
    WORDS = "words"
    MEANING = "meaning"
    WITHIN_WINDOW = "within_window"
    OUTSIDE_WINDOW = "outside_window"
    ORDER_NOT_KNOWN = "order_not_known"  # the days do not tell whether the report came later
    CONTRARY = "contrary"
    PARTIAL = "partial"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """How many days lay between the words and the event, from the least to the most.

    ``most`` is ``None`` where the days leave it open.
    """

    least: int
    most: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A candidate: what was foretold, and the later report that may answer it.

    ``score`` orders candidates of one forecast, from 0 to 1; it is no probability of anything.
    """

    foretold: Foretold
    report: Report
    status: OutcomeStatus
    score: float
    reasons: tuple[OutcomeReason, ...]
    within_window: bool | None
    lead: Lead
    foretold_spans: tuple[Span, ...]
    report_spans: tuple[Span, ...]
    rule: str


def lead_of(said: DayInterval, happened: DayInterval) -> Lead:
    """Return the days between saying and happening; what would be before counts as none."""
    least = 0
    if said.hi is not None and happened.lo is not None:
        least = max((happened.lo - said.hi).days, 0)
    most = None
    if said.lo is not None and happened.hi is not None:
        most = max((happened.hi - said.lo).days, least)
    return Lead(least=least, most=most)
