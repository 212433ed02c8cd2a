"""How days and bounds are written for people, never more exact than they are known."""

from decimal import Decimal

from sayso.dates import DayInterval, Precision
from sayso.language.analysis import Quantity

UNDATED = "undated"


def when(interval: DayInterval | None) -> str:
    """Write an interval of days: ``2022-01-22``, ``2022-01``, ``2022``, ``by 2019-09-26``."""
    if interval is None or (interval.lo is None and interval.hi is None):
        return UNDATED
    if interval.lo is None:
        return f"by {interval.hi}"
    if interval.hi is None:
        return f"from {interval.lo}"
    shortened = {
        Precision.DAY: f"{interval.lo}",
        Precision.MONTH: f"{interval.lo:%Y-%m}",
        Precision.YEAR: f"{interval.lo:%Y}",
    }
    return shortened.get(interval.precision, f"{interval.lo} – {interval.hi}")


def bounds(quantity: Quantity) -> str:
    """Write what a quantity says of the number: ``40``, ``~40``, ``≥ 1,500``, ``1,000–5,000``."""
    lo, hi, best = quantity.lo, quantity.hi, quantity.best
    soft = "~" if quantity.soft else ""
    if lo is not None and lo == hi:
        return soft + number(lo)
    if lo is None and hi is not None:
        return f"{'<' if quantity.hi_open else '≤'} {soft}{number(hi)}"
    if hi is None and lo is not None:
        return f"{'>' if quantity.lo_open else '≥'} {soft}{number(lo)}"
    if lo is None or hi is None:
        return "?" if best is None else soft + number(best)
    if best is not None and quantity.soft:
        return soft + number(best)
    return f"{soft}{number(lo)}–{number(hi)}"


def number(value: Decimal) -> str:
    """Write a number with grouped digits and no needless zeros."""
    if value == value.to_integral_value():
        return f"{int(value):,}"
    return f"{value.normalize():,f}"
