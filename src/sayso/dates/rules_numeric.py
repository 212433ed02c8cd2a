"""Rules for dates in digits; where the order of day and month is open, both readings stay."""

from typing import Final

from sayso.dates.expression import DateExpression, PartialDate
from sayso.dates.pattern import Match, Rule
from sayso.dates.terminals import windowed_year

_TWO_DIGITS = 2
_LAST_MONTH = 12
# A number after these is a version, an article of law, a dial code: not a date.
_NAMES_A_NUMBER: Final = frozenset(
    {
        "version", "v", "release", "no", "number", "nos", "article", "section", "chapter", "law",
        "act", "decree", "resolution", "case", "ip", "phone", "tel", "call", "fax", "ratio",
        "score", "verse", "$", "€", "£", "¥", "#", "+",
    }
)  # fmt: skip


def dated(
    match: Match, date: PartialDate, *, until: PartialDate | None = None, rule: str = ""
) -> DateExpression | None:
    """Return the expression of a whole match, ``None`` if the calendar has no such day."""
    if not date.possible or not date.weekday_fits or (until and not until.possible):
        return None
    return DateExpression(span=match.span, rule=rule, date=date, until=until)


def _iso(match: Match) -> DateExpression | None:
    if _inside_a_number(match):
        return None
    date = PartialDate(
        year=match.need("yyyy", int), month=match.need("mm", int), day=match.need("dd", int)
    )
    return dated(match, date)


def _iso_month(match: Match) -> DateExpression | None:
    year, month = match.need("yyyy", int), match.need("mm", int)
    # "2010-12" can be three years; a range does not run backwards, so that "2019-09" cannot.
    if _inside_a_number(match) or month > year % 100:
        return None
    return dated(match, PartialDate(year=year, month=month))


def _day_month_year(match: Match) -> DateExpression | None:
    first, second = match.need("first", str), match.need("second", str)
    year = _written_year(match)
    if year is None or _inside_a_number(match) or _names_a_number(match):
        return None
    weekday = match.get("weekday", int)
    return _either_order(match, PartialDate(year=year, weekday=weekday), int(first), int(second))


def _written_year(match: Match) -> int | None:
    """Return the year; two digits count only if the day and month have two as well, or a slash."""
    digits = match.need("yearnumber", str)
    if len(digits) == 2 * _TWO_DIGITS:
        return int(digits)
    padded = {len(match.need("first", str)), len(match.need("second", str))} == {_TWO_DIGITS}
    if len(digits) == _TWO_DIGITS and (padded or _mark(match) == "/"):
        return windowed_year(int(digits))
    return None


def _mark(match: Match) -> str:
    return next(t.key for t in match.tokens[match.first : match.end] if t.key in "./-")


def _either_order(
    match: Match, known: PartialDate, first: int, second: int
) -> DateExpression | None:
    """Read day before month, then month before day; a point always parts day from month."""
    orders = [(first, second)]
    if _mark(match) != "." and first != second:
        orders.append((second, first))
    readings = tuple(
        date
        for day, month in orders
        if (date := _reading(known, day, month)).possible and date.weekday_fits and date.day
    )
    if not readings:
        return None
    return DateExpression(span=match.span, rule="", date=readings[0], readings=readings[1:])


def _reading(known: PartialDate, day: int, month: int) -> PartialDate:
    if not 1 <= month <= _LAST_MONTH:
        return PartialDate()
    return PartialDate(year=known.year, month=month, day=day, weekday=known.weekday)


def _weekday_numeric(match: Match) -> DateExpression | None:
    first, second = int(match.need("first", str)), int(match.need("second", str))
    known = PartialDate(weekday=match.need("weekday", int))
    return None if _inside_a_number(match) else _either_order(match, known, first, second)


def _inside_a_number(match: Match) -> bool:
    """Tell a date from a piece of a longer row of numbers (an address, a version, a product)."""
    before, after, second = match.before(), match.after(), match.after(2)
    if before and before.end == match.span.start and before.key in "./-:,+$€£#_":
        return True
    glued = after is not None and after.start == match.span.end
    if not glued or after is None:
        return False
    runs_on = second is not None and second.number is not None and second.start == after.end
    return after.key in {"%", "°", "_"} or (after.key in "./-,:" and runs_on)


def _names_a_number(match: Match) -> bool:
    before = match.before()
    point = before is not None and before.key == "."
    named = match.before(2) if point else before
    return named is not None and named.key in _NAMES_A_NUMBER


NUMERIC_RULES: Final[tuple[Rule[DateExpression], ...]] = (
    Rule(
        name="iso_day",
        pattern="YYYY ~-|/|. ~MM ~-|/|. ~DD",
        build=_iso,
        fires="Filed on 2024-02-03 by the desk.",
        silent="The part is called 2024-02-03-77.",
    ),
    Rule(
        name="iso_month",
        pattern="YYYY ~- ~MM",
        build=_iso_month,
        fires="The file of 2019-09 is closed.",
        silent="The season of 2010-12 was long.",
    ),
    Rule(
        name="numeric_points",
        pattern="[ WEEKDAY [ , ] ] NUMBER:first ~. ~NUMBER:second ~. ~YEARNUMBER",
        build=_day_month_year,
        fires="Published 26.09.2019 by the desk.",
        silent="Install version 12.10.2019 of the program.",
    ),
    Rule(
        name="numeric_slashes",
        pattern="[ WEEKDAY [ , ] ] NUMBER:first ~/ ~NUMBER:second ~/ ~YEARNUMBER",
        build=_day_month_year,
        fires="Published 24/07/2020 by the desk.",
        silent="The ratio of 24/37/2020 was odd.",
    ),
    Rule(
        name="numeric_dashes",
        pattern="[ WEEKDAY [ , ] ] NUMBER:first ~- ~NUMBER:second ~- ~YEARNUMBER",
        build=_day_month_year,
        fires="Published 24-07-2020 by the desk.",
        silent="Dial 24-07-2020-11 for the desk.",
    ),
    Rule(
        name="weekday_numeric",
        pattern="WEEKDAY [ , ] NUMBER:first ~/|. ~NUMBER:second",
        build=_weekday_numeric,
        fires="The hearing is on Tuesday 24/07 in the town.",
        silent="On Tuesday 5/40 of them came.",
    ),
)
