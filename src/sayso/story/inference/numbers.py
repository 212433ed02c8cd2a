"""Numbers: how each figure of a hypothesis stands to the figures of its premise."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from enum import StrEnum

from sayso.frozen import dataclass
from sayso.language.analysis import Analysis, Modifier, Quantity, QuantityKind
from sayso.language.word_forms import base_form
from sayso.story.figures.from_evidence import number_interval
from sayso.story.figures.intervals import holds, meet
from sayso.story.figures.kinds import KindTable, shipped_kinds
from sayso.story.figures.record import NumberInterval

_HUNDREDTH = Decimal("0.01")
# "Nearly one in ten" and "9 %": so far may a share in other words be off.
_ROUNDING = Decimal("0.12")
# A bare number may turn out to be any of these: "Rivers, 34" and "34 years".
_OPEN_KINDS = frozenset(
    (QuantityKind.COUNT, QuantityKind.AGE, QuantityKind.DURATION, QuantityKind.OTHER)
)
_EXACT = frozenset((Modifier.EXACT, Modifier.PART_OF))


class Fit(StrEnum):
    """How a figure stands to those of the premise, the best fit first."""

    FOLLOWS = "follows"  # one of them allows no number that it excludes
    REHEDGED = "rehedged"  # the same number under another hedge, or a share in other words
    FEWER = "fewer"  # the premise has more of the same: "two were held" where three were
    EXCLUDED = "excluded"  # the premise has another number of the same thing
    MISSING = "missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A figure as it is held against another: shares are of one, unhedged numbers exact.

    ``round`` says that its words leave room: a hedge, or a share such as "a third".
    """

    number: NumberInterval
    kind: QuantityKind
    unit: str | None
    counted: str | None
    round: bool


def read_figures(text: str, analysis: Analysis) -> tuple[Held, ...]:
    """Return the figures of an analysed text."""
    return tuple(_held(quantity, text) for quantity in analysis.quantities)


def fit_figure(claimed: Held, given: Sequence[Held], *, table: KindTable | None = None) -> Fit:
    """Return how well one of the given figures bears a claimed one."""
    order = list(Fit)
    fits = (_fit(claimed, other, table or shipped_kinds()) for other in given)
    return min(fits, key=order.index, default=Fit.MISSING)


def _held(quantity: Quantity, text: str) -> Held:
    number = number_interval(quantity)
    leaves_room = quantity.kind is QuantityKind.RATIO or number.modifier not in _EXACT
    if number.modifier in _EXACT and number.best is not None:
        number = replace(number, lo=number.best, hi=number.best, soft=False)
    kind = quantity.kind
    if kind is QuantityKind.PERCENT:
        number, kind = _scaled(number, _HUNDREDTH), QuantityKind.RATIO
    unit = None if kind is QuantityKind.RATIO and quantity.unit == "percent" else quantity.unit
    head = quantity.counted_head.text_in(text) if quantity.counted_head else None
    return Held(number=number, kind=kind, unit=unit, counted=head, round=leaves_room)


def _scaled(number: NumberInterval, factor: Decimal) -> NumberInterval:
    return replace(
        number,
        lo=None if number.lo is None else number.lo * factor,
        hi=None if number.hi is None else number.hi * factor,
        best=None if number.best is None else number.best * factor,
    )


def _fit(claimed: Held, given: Held, table: KindTable) -> Fit:
    if not _of_one_kind(claimed, given):
        return Fit.MISSING
    ours, theirs = claimed.number, given.number
    if holds(ours, theirs):
        return Fit.FOLLOWS
    if _same_number(ours, theirs) or _rounded(claimed, given):
        return Fit.REHEDGED
    if not _of_one_thing(claimed, given, table):
        return Fit.MISSING
    if ours.modifier is Modifier.EXACT and ours.best is not None and _reaches(theirs, ours.best):
        return Fit.FEWER
    return Fit.MISSING if meet(ours, theirs) else Fit.EXCLUDED


def _of_one_kind(claimed: Held, given: Held) -> bool:
    if claimed.kind is given.kind:
        return claimed.unit == given.unit
    if QuantityKind.RATE in (claimed.kind, given.kind):
        return _is_rate_of(claimed, given) or _is_rate_of(given, claimed)
    kinds = {claimed.kind, given.kind}
    if kinds == {QuantityKind.COUNT, QuantityKind.MONEY}:
        bare = claimed if claimed.kind is QuantityKind.COUNT else given
        return bare.counted is None
    return QuantityKind.COUNT in kinds and kinds <= _OPEN_KINDS


def _is_rate_of(rate: Held, plain: Held) -> bool:
    """Say whether one is the other in a time or for a thing: "30 metres a year", "30 metres"."""
    return plain.unit is not None and (rate.unit or "").startswith(f"{plain.unit} per ")


def _same_number(ours: NumberInterval, theirs: NumberInterval) -> bool:
    if ours.best is None or theirs.best is None:
        return ours.best is theirs.best and meet(ours, theirs)
    return ours.best == theirs.best


def _rounded(claimed: Held, given: Held) -> bool:
    """Say whether two shares are one, the words being round: "nearly one in ten", "9 %".

    "9.1 %" and "9.9 %" are two.
    """
    ours, theirs = claimed.number.best, given.number.best
    if claimed.kind is not QuantityKind.RATIO or not ours or not theirs:
        return False
    if not (claimed.round or given.round):
        return False
    return abs(ours - theirs) <= _ROUNDING * max(abs(ours), abs(theirs))


def _of_one_thing(claimed: Held, given: Held, table: KindTable) -> bool:
    if claimed.counted is None or given.counted is None:
        return False
    if base_form(claimed.counted.lower()) == base_form(given.counted.lower()):
        return True
    ours, theirs = table.atom(claimed.counted), table.atom(given.counted)
    return ours in table.closure((theirs,)) or theirs in table.closure((ours,))


def _reaches(theirs: NumberInterval, number: Decimal) -> bool:
    return theirs.lo is not None and theirs.lo > number
