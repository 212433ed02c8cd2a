"""Intervals of numbers: whether they meet, which holds the other, and how far apart they are."""

from dataclasses import replace
from decimal import Decimal

from sayso.language.analysis import Modifier
from sayso.story.figures.record import NumberInterval

_LOWER = frozenset((Modifier.AT_LEAST, Modifier.MORE_THAN, Modifier.ORDINAL))
# "Up to n" asserts no lower end, so that a far smaller number is not another one.
UP_TO = frozenset((Modifier.UP_TO, Modifier.AS_MANY_AS))
_TWO_SIDED = frozenset((Modifier.EXACT, Modifier.ABOUT, Modifier.PART_OF))
_UPPER = frozenset((Modifier.AT_MOST, Modifier.FEWER_THAN))


def meet(left: NumberInterval, right: NumberInterval) -> bool:
    """Say whether one number is allowed by both."""
    return not (is_below(left, right) or is_below(right, left))


def is_below(left: NumberInterval, right: NumberInterval) -> bool:
    """Say whether every number of the left is less than every number of the right."""
    if left.hi is None or right.lo is None:
        return False
    if left.hi == right.lo:
        return left.hi_open or right.lo_open
    return left.hi < right.lo


def holds(outer: NumberInterval, inner: NumberInterval) -> bool:
    """Say whether every number that the inner allows is allowed by the outer."""
    return _reaches_down(outer, inner) and _reaches_up(outer, inner)


def same_statement(left: NumberInterval, right: NumberInterval) -> bool:
    """Say whether both give the same number or range under the same hedge."""
    if left.modifier is not right.modifier and not {left.modifier, right.modifier} <= _TWO_SIDED:
        return False
    if left.best is not None or right.best is not None:
        return left.best == right.best
    return (left.lo, left.hi, left.lo_open, left.hi_open) == (
        right.lo, right.hi, right.lo_open, right.hi_open,
    )  # fmt: skip


def gap(left: NumberInterval, right: NumberInterval) -> Decimal:
    """Return what lies between two intervals as a share of the upper one's lower end; 0 if they meet."""
    if meet(left, right):
        return Decimal(0)
    low, high = (left, right) if is_below(left, right) else (right, left)
    if high.lo is None or low.hi is None:
        raise ValueError(f"open intervals that do not meet: {low} and {high}")
    return (high.lo - low.hi) / abs(high.lo) if high.lo else abs(low.hi)


def usual(number: NumberInterval, *, reach: Decimal) -> NumberInterval:
    """Return the interval as it is meant: nobody writes "over 25" of 70.

    A bound that is open on one side ends at ``reach`` times (or the same part of) the number.
    """
    if number.modifier in _LOWER and number.lo is not None and number.hi is None and number.lo > 0:
        return replace(number, hi=number.lo * reach)
    if number.modifier in _UPPER and number.hi is not None and number.hi > 0:
        lo = number.hi / reach
        return replace(number, lo=lo if number.lo is None else max(lo, number.lo))
    return number


def at_most_meant(number: NumberInterval) -> NumberInterval:
    """Return the one number that "up to n" names."""
    return replace(number, lo=number.best, hi=number.best)


def hull(numbers: tuple[NumberInterval, ...]) -> tuple[Decimal | None, Decimal | None]:
    """Return the least lower and the greatest upper end; ``None`` where a side is open."""
    lows, highs = [n.lo for n in numbers], [n.hi for n in numbers]
    return (
        None if None in lows else min(low for low in lows if low is not None),
        None if None in highs else max(high for high in highs if high is not None),
    )


def plus(left: NumberInterval, right: NumberInterval) -> NumberInterval:
    """Return the interval of the sum."""
    lo = None if left.lo is None or right.lo is None else left.lo + right.lo
    hi = None if left.hi is None or right.hi is None else left.hi + right.hi
    best = None if left.best is None or right.best is None else left.best + right.best
    return NumberInterval(
        lo=lo,
        hi=hi,
        lo_open=left.lo_open or right.lo_open,
        hi_open=left.hi_open or right.hi_open,
        soft=left.soft or right.soft,
        modifier=left.modifier if left.modifier is right.modifier else Modifier.BETWEEN,
        best=best,
    )


def _reaches_down(outer: NumberInterval, inner: NumberInterval) -> bool:
    if outer.lo is None:
        return True
    if inner.lo is None:
        return False
    return outer.lo < inner.lo or (outer.lo == inner.lo and (inner.lo_open or not outer.lo_open))


def _reaches_up(outer: NumberInterval, inner: NumberInterval) -> bool:
    if outer.hi is None:
        return True
    if inner.hi is None:
        return False
    return outer.hi > inner.hi or (outer.hi == inner.hi and (inner.hi_open or not outer.hi_open))
