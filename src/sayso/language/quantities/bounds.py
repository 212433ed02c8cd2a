"""Bounds: the interval that a number stands for under its hedge (research note, table 6.2)."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from sayso.frozen import dataclass
from sayso.language.analysis import Modifier, QuantityKind
from sayso.language.quantities.digits import tidy

_TENTH = Decimal("0.1")
_HALF = Decimal("0.5")
_ROUND_FROM = 2  # zeros at the end that make a number round
# Numbers of these kinds are exact however many zeros they end in ("100 percent").
_NEVER_ROUND = frozenset((QuantityKind.PERCENT, QuantityKind.RATIO, QuantityKind.AGE))
_MAY_BE_NEGATIVE = frozenset((QuantityKind.TEMPERATURE, QuantityKind.PERCENT))


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """An interval; ``None`` is unbounded, ``soft`` ends may be missed by a little."""

    lo: Decimal | None
    hi: Decimal | None
    lo_open: bool = False
    hi_open: bool = False
    soft: bool = False


class Shape(StrEnum):
    """What a hedge does to the interval."""

    EXACTLY = "exactly"
    ABOUT = "about"
    NEARLY = "nearly"
    MORE_THAN = "more_than"
    LITTLE_OVER = "little_over"
    AT_LEAST = "at_least"
    FEWER_THAN = "fewer_than"
    LITTLE_UNDER = "little_under"
    AT_MOST = "at_most"
    UP_TO = "up_to"
    AS_MANY_AS = "as_many_as"


MODIFIER_OF: Mapping[Shape, Modifier] = MappingProxyType(
    {
        Shape.EXACTLY: Modifier.EXACT,
        Shape.ABOUT: Modifier.ABOUT,
        Shape.NEARLY: Modifier.ABOUT,
        Shape.MORE_THAN: Modifier.MORE_THAN,
        Shape.LITTLE_OVER: Modifier.MORE_THAN,
        Shape.AT_LEAST: Modifier.AT_LEAST,
        Shape.FEWER_THAN: Modifier.FEWER_THAN,
        Shape.LITTLE_UNDER: Modifier.FEWER_THAN,
        Shape.AT_MOST: Modifier.AT_MOST,
        Shape.UP_TO: Modifier.UP_TO,
        Shape.AS_MANY_AS: Modifier.AS_MANY_AS,
    }
)


def plain(value: Decimal, kind: QuantityKind) -> Bounds:
    """Bounds of a number without a hedge: itself, or half its last place where it is round."""
    zeros = _zeros(value)
    if zeros < _ROUND_FROM or kind in _NEVER_ROUND:
        return Bounds(lo=value, hi=value)
    return _around(value, _HALF.scaleb(zeros))


def hedged(bounds: Bounds, shape: Shape, best: Decimal | None, kind: QuantityKind) -> Bounds:
    """Return the bounds of an amount under a hedge.

    ``bounds`` are those of the amount alone: one number (``best``), a range or a vague word.
    """
    if best is not None:
        bounds = Bounds(lo=best, hi=best)
    return _SHAPES[shape](bounds, best, kind)


def _exactly(bounds: Bounds, _best: Decimal | None, _kind: QuantityKind) -> Bounds:
    return replace(bounds, soft=False)


def _about(bounds: Bounds, best: Decimal | None, _kind: QuantityKind) -> Bounds:
    if best is None:
        return replace(bounds, soft=True)
    return _around(best, max(abs(best) * _TENTH, _HALF.scaleb(_last_place(best))))


def _nearly(bounds: Bounds, best: Decimal | None, kind: QuantityKind) -> Bounds:
    if best is None or best <= 0:
        return _about(bounds, best, kind)
    return Bounds(lo=tidy(best - best * _TENTH), hi=best, hi_open=True, soft=True)


def _little_under(bounds: Bounds, best: Decimal | None, kind: QuantityKind) -> Bounds:
    return replace(_nearly(bounds, best, kind), soft=False)


def _little_over(bounds: Bounds, best: Decimal | None, kind: QuantityKind) -> Bounds:
    if best is None or best <= 0:
        return _about(bounds, best, kind)
    return Bounds(lo=best, hi=tidy(best + best * _TENTH), lo_open=True)


def _more_than(bounds: Bounds, _best: Decimal | None, _kind: QuantityKind) -> Bounds:
    return Bounds(lo=bounds.lo, hi=None, lo_open=True)


def _at_least(bounds: Bounds, _best: Decimal | None, _kind: QuantityKind) -> Bounds:
    return Bounds(lo=bounds.lo, hi=None)


def _fewer_than(bounds: Bounds, _best: Decimal | None, kind: QuantityKind) -> Bounds:
    return Bounds(lo=_floor(bounds, kind), hi=bounds.hi, hi_open=True)


def _at_most(bounds: Bounds, _best: Decimal | None, kind: QuantityKind) -> Bounds:
    return Bounds(lo=_floor(bounds, kind), hi=bounds.hi, hi_open=bounds.hi_open)


def _up_to(bounds: Bounds, _best: Decimal | None, kind: QuantityKind) -> Bounds:
    return replace(_at_most(bounds, None, kind), soft=True)


_SHAPES: Mapping[Shape, Callable[[Bounds, Decimal | None, QuantityKind], Bounds]] = (
    MappingProxyType(
        {
            Shape.EXACTLY: _exactly,
            Shape.ABOUT: _about,
            Shape.NEARLY: _nearly,
            Shape.MORE_THAN: _more_than,
            Shape.LITTLE_OVER: _little_over,
            Shape.AT_LEAST: _at_least,
            Shape.FEWER_THAN: _fewer_than,
            Shape.LITTLE_UNDER: _little_under,
            Shape.AT_MOST: _at_most,
            Shape.UP_TO: _up_to,
            Shape.AS_MANY_AS: _up_to,
        }
    )
)


def _floor(bounds: Bounds, kind: QuantityKind) -> Decimal | None:
    """Nothing is fewer than none; but it can be colder than zero."""
    negative = bounds.hi is None or bounds.hi <= 0
    return None if negative or kind in _MAY_BE_NEGATIVE else Decimal(0)


def _around(value: Decimal, reach: Decimal) -> Bounds:
    return Bounds(lo=tidy(value - reach), hi=tidy(value + reach), soft=True)


def _zeros(value: Decimal) -> int:
    """Count the zeros at the end of a whole number."""
    if not value or value != value.to_integral_value():
        return 0
    return max(_last_place(value), 0)


def _last_place(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
