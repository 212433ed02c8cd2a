"""TIMEX3 names of lengths and of what comes back."""

from decimal import Decimal

from sayso.dates import DayPart
from sayso.language.timex_expressions import Period, Recurring, Unit

_CLOCK_UNITS = {Unit.SECOND: "S", Unit.MINUTE: "M", Unit.HOUR: "H"}


def length(core: Period) -> str:
    value = duration(core.amount.count, core.unit)
    if core.more is None or core.smaller is None:
        return value
    return value + duration(core.more, core.smaller).removeprefix("P").removeprefix("T")


def duration(count: Decimal | None, unit: Unit) -> str:
    """Return the TIMEX3 value of a length; half years become months, half hours minutes."""
    if unit in _CLOCK_UNITS:
        if unit is Unit.HOUR and count is not None and count % 1:
            minutes = int(count % 1 * 60)
            return f"PT{int(count)}H{minutes}M" if count > 1 else f"PT{minutes}M"
        if unit is Unit.MINUTE and count is not None and count % 1 and count > 1:
            return f"PT{int(count)}M{int(count % 1 * 60)}S"
        return f"PT{_number(count)}{_CLOCK_UNITS[unit]}"
    if unit is Unit.YEAR and count is not None and count % 1:
        extra = int(count % 1 * 12)
        return f"P{int(count)}Y{extra}M" if count > 1 else f"P{extra}M"
    if unit is Unit.FORTNIGHT:
        return f"P{_number(count and 2 * count)}{Unit.WEEK.value}"
    return f"P{_number(count)}{unit.value}"


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
