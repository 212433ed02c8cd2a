"""Verdicts: what two figures say of each other, by which rule, for which reason, from which words."""

from decimal import Decimal
from enum import StrEnum

from sayso.frozen import dataclass
from sayso.text import Span


class Verdict(StrEnum):
    AGREE = "agree"
    COMPATIBLE = "compatible"
    NEAR = "near"
    CHANGED = "changed"
    PART_OF = "part_of"
    CONFLICT = "conflict"
    COPYING_VARIANCE = "copying_variance"
    NOT_COMPARABLE = "not_comparable"


class Reason(StrEnum):
    """Why a verdict is given."""

    NOT_A_LEVEL = "not_a_level"
    OTHER_MEASURE = "other_measure"
    PREDICATE_UNKNOWN = "predicate_unknown"
    OTHER_PREDICATE = "other_predicate"
    NOT_ASSERTED = "not_asserted"
    OTHER_ACCRUAL = "other_accrual"
    OTHER_EVENT = "other_event"
    OTHER_PLACE = "other_place"
    PLACE_UNKNOWN = "place_unknown"
    OTHER_SET = "other_set"
    SETS_OVERLAP = "sets_overlap"
    SET_UNKNOWN = "set_unknown"
    OTHER_PERIOD = "other_period"
    PERIOD_UNKNOWN = "period_unknown"
    MIXED_SCOPE = "mixed_scope"
    OTHER_TIME = "other_time"
    TIME_UNKNOWN = "time_unknown"
    TIME_TOO_COARSE = "time_too_coarse"
    ONE_VOICE = "one_voice"
    SAID_TO_BE_PART = "said_to_be_part"
    ADDED = "added"
    INCLUSION_RULE = "inclusion_rule"
    PART_FITS = "part_fits"
    PART_EXCEEDS_WHOLE = "part_exceeds_whole"
    SAME_STATEMENT = "same_statement"
    SUM_OF_PARTS = "sum_of_parts"
    ORDINAL_REACHED = "ordinal_reached"
    UNCHANGED = "unchanged"
    TOLD_AGAIN = "told_again"
    CONVERTED = "converted"
    NARROWER = "narrower"
    OVERLAPPING_BOUNDS = "overlapping_bounds"
    UPDATE = "update"
    DOWNWARD_REVISION = "downward_revision"
    FAR_APART = "far_apart"
    INCREASE = "increase"
    DECREASE = "decrease"
    MARGINS_MEET = "margins_meet"
    SOFT_BOUNDS_NEARLY_MEET = "soft_bounds_nearly_meet"
    ONE_ORIGIN = "one_origin"
    ONE_CLAIMANT = "one_claimant"
    BOUNDS_EXCLUDE = "bounds_exclude"


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The choices that a comparison rests on.

    ``window_days``: counts fewer days apart are of one time; one for breaking news, a period's
    length for statistics. ``near``: the share by which soft bounds may miss each other. ``reach``:
    how far beyond an open bound a number can lie so that anybody would word it so; ``reach_of_toll``
    is that of a running total, which is worded anew with every count.
    """

    window_days: int = 1
    near: Decimal = Decimal("0.1")
    reach: Decimal = Decimal(2)
    reach_of_toll: Decimal = Decimal("1.1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of two figures with the words that led to the verdict."""

    figure: str
    document: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """The verdict on two figures. For ``PART_OF`` the left one is the part."""

    left: Side
    right: Side
    verdict: Verdict
    reason: Reason
    rule: str

    @property
    def ties(self) -> bool:
        """Say whether both figures are of one quantity."""
        return self.verdict in _OF_ONE and self.reason is not Reason.PART_EXCEEDS_WHOLE


_OF_ONE = frozenset(
    (
        Verdict.AGREE,
        Verdict.COMPATIBLE,
        Verdict.NEAR,
        Verdict.CHANGED,
        Verdict.CONFLICT,
        Verdict.COPYING_VARIANCE,
    )
)
