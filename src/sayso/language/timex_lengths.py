"""TIMEX3 names of lengths and of what comes back."""

from decimal import Decimal

from sayso.dates import DayPart
from sayso.language.timex_expressions import Period, Recurring, Unit

# What parts of a unit are told in, and how many make it.
_FINER = {
    Unit.MINUTE: (Unit.SECOND, 60),
    Unit.HOUR: (Unit.MINUTE, 60),
    Unit.YEAR: (Unit.MONTH, 12),
    Unit.DECADE: (Unit.YEAR, 10),
    Unit.CENTURY: (Unit.YEAR, 100),
}
_CLOCK_UNITS = {Unit.SECOND: "S", Unit.MINUTE: "M", Unit.HOUR: "H"}


def length(core: Period) -> str:
    """Return the TIMEX3 value of a length, with what is added to it in a smaller unit."""
    value = duration(core.amount.count, core.unit)
    if core.more is None or core.smaller is None:
        return value
    return _added(value, duration(core.more, core.smaller))


def duration(count: Decimal | None, unit: Unit) -> str:
    """Return the TIMEX3 value of so many units; parts of a unit become smaller ones."""
    if count is not None and count % 1 and unit in _FINER:
        return _with_parts(count, unit)
    if unit in _CLOCK_UNITS:
        return f"PT{_number(count)}{_CLOCK_UNITS[unit]}"
    if unit is Unit.FORTNIGHT:
        return f"P{_number(count and 2 * count)}{Unit.WEEK.value}"
    return f"P{_number(count)}{unit.value}"


def _with_parts(count: Decimal, unit: Unit) -> str:
    finer, size = _FINER[unit]
    if finer is Unit.YEAR:  # half a century is fifty years
        return duration(count * size, finer)
    whole, rest = int(count), duration(Decimal(int(count % 1 * size)), finer)
    return _added(duration(Decimal(whole), unit), rest) if whole else rest


def _added(value: str, more: str) -> str:
    return value + more.removeprefix("P").removeprefix("T")


def _number(count: Decimal | None) -> str:
    return "X" if count is None else f"{count.normalize():f}"


def rhythm(core: Recurring, part: DayPart | None) -> str:
    """Return the TIMEX3 value of a set."""
    if part is not None and core.unit is not None:
        return f"XXXX-XX-XXT{part.value}"
    if core.weekday is not None:
        return f"XXXX-WXX-{core.weekday + 1}"
    if core.month is not None:
        return f"XXXX-{core.month:02d}"
    return duration(Decimal(core.every), core.unit or Unit.DAY)
