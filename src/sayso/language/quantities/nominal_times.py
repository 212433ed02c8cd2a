"""Numbers that name a time: clocks, days of a month, years, decades, dates in figures.

A small filter of its own: the number layer must know what is no quantity, not which day is meant.
"""

from decimal import Decimal

from sayso.language.analysis import QuantityKind
from sayso.language.quantities.amounts import Amount
from sayso.language.quantities.digits import Writing
from sayso.language.quantities.nominal_names import is_part
from sayso.language.quantities.nouns import PEOPLE, is_plural
from sayso.language.quantities.numerals import Form
from sayso.language.quantities.words import DASHES, GAP, Words, listed

MONTHS = listed(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec"
)
_WEEKDAYS = listed(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun"
)
_CLOCK_WORDS = listed(
    "am pm a.m a.m. p.m p.m. o'clock o’clock gmt utc bst est edt pst pdt cet noon midnight"
)
_YEAR_BEFORE = listed(
    "in since by until till of during from before after between early late mid around circa year to "
    "spring summer autumn fall winter christmas easter january"
)
_ERAS = listed("ad bc ce bce")
_OF_THEM = listed("them these those whom which us you")
_MODERN_YEARS = range(1900, 2101)
_YEARS = range(1000, 2200)
_DAYS = range(1, 32)
_YEAR_DIGITS = 4
_NEAR = 3  # words between a month and the other end of "20 to 21"


def _lies_in(value: Decimal | None, years: range) -> bool:
    """Compare with both ends: ``in`` would walk through the range for a Decimal."""
    return value is not None and years.start <= value < years.stop


def is_clock(words: Words, amount: Amount) -> bool:
    start, end = amount.numeral.start, amount.numeral.end
    for at, digits in ((end, end + 1), (start - 1, start - 2)):
        beside = words.glued(end) if at == end else words.glued(start) and words.glued(start - 1)
        if words.low(at) == ":" and beside and words.is_number(digits):
            return True
    return words.low(end) in _CLOCK_WORDS and amount.numeral.form is not Form.VAGUE


def is_day_of_month(words: Words, amount: Amount) -> bool:
    numeral = amount.numeral
    if not _lies_in(numeral.value, _DAYS) or not _may_be_day(amount):
        return False
    if numeral.form is Form.WORDS and words.begins_sentence(numeral.start):
        return _month_after(words, numeral.end)  # "… by 12 May. Four of these"
    return _month_before(words, numeral.start) or _month_after(words, numeral.end)


def _may_be_day(amount: Amount) -> bool:
    return amount.unit is None and amount.numeral.form in (Form.DIGITS, Form.WORDS)


def _is_month(words: Words, at: int) -> bool:
    return words.low(at) in MONTHS and words.form(at)[0].isupper()


def _month_before(words: Words, start: int) -> bool:
    """Find the month of "January 20", "Oct. 31", "January 20 to 21", "March 5, 6 and 7"."""
    at, numbers = start - 1, 0
    while at >= 0 and numbers < _NEAR:
        low = words.low(at)
        if _is_month(words, at):
            return True
        if words.is_number(at):
            numbers += 1
        elif (low not in (".", ",", "to", "and", "the", "or", "through") and low not in DASHES) or (
            low == "," and not words.is_number(at - 1)
        ):
            return False
        at -= 1
    return False


def _month_after(words: Words, end: int) -> bool:
    """Find the month of "20 January", "the 3 of May", "12-13 June"."""
    at, numbers = end, 0
    while numbers < _NEAR:
        low = words.low(at)
        if _is_month(words, at):
            return not (
                low in ("may", "march") and words.low(at + 1) in ("be", "have", "not", "also")
            )
        if words.is_number(at):
            numbers += 1
        elif low not in ("of", "to", "and", "or", "through") and low not in DASHES:
            return False
        at += 1
    return False


def is_weekday_number(words: Words, amount: Amount) -> bool:
    """Find "Saturday 22" where no counted noun follows."""
    numeral = amount.numeral
    if numeral.form is not Form.DIGITS or not _lies_in(numeral.value, _DAYS) or amount.unit:
        return False
    at = numeral.start - 1
    if words.low(at) in (",", "the", "."):
        at -= 1
    weekday = words.low(at) in _WEEKDAYS and words.form(at)[:1].isupper()
    counts = is_part(words, numeral.end) or is_plural(words.form(numeral.end))
    return weekday and not counts


def is_year(words: Words, amount: Amount) -> bool:
    numeral = amount.numeral
    plain = numeral.writing is Writing.PLAIN and numeral.end == numeral.start + 1
    if not plain or not _lies_in(numeral.value, _YEARS) or amount.unit or amount.sign:
        return _is_year_end(words, amount)
    start, end = numeral.start, numeral.end
    if _is_in_era(words, end):
        return True
    some = words.low(end) == "of" and words.low(end + 1) in _OF_THEM
    if some or (_counts_people(words, end) and words.low(start - 1) not in _YEAR_BEFORE):
        return False
    if _is_year_range(words, start, end):
        return True
    if _lies_in(numeral.value, _MODERN_YEARS):
        return not _hedged(words, start)
    before = words.low(start - 1)
    named = before in _YEAR_BEFORE or before in MONTHS
    return named and not is_plural(words.form(end)) and before not in ("of", "to", "around")


def _is_in_era(words: Words, end: int) -> bool:
    """Find "1750 BC" and the first year of "1792 to 1750 BC"."""
    if words.low(end) in ("to", "and", *DASHES) and words.is_number(end + 1):
        end += 2
    return words.low(end) in _ERAS


def _counts_people(words: Words, at: int) -> bool:
    return any(words.low(index) in PEOPLE for index in (at, at + 1)) and words.low(at) not in (
        ",",
        ".",
        GAP,
    )


def _hedged(words: Words, start: int) -> bool:
    before = words.low(start - 1), words.low(start - 2)
    return (
        before[0]
        in (
            "than",
            "over",
            "nearly",
            "almost",
            "exactly",
            "some",
            "roughly",
            "approximately",
            "estimated",
        )
        or before in (("to", "up"), ("least", "at"), ("most", "at"))
    ) and words.low(start - 2) not in ("later", "earlier", "sooner")


def _is_year_range(words: Words, start: int, end: int) -> bool:
    """Find both ends of "2014-2017", "between 1600 and 1900", "from 1999 to 2003"."""
    for mark, other in ((end, end + 1), (start - 1, start - 2)):
        if not _may_be_year(words, other):
            continue
        if words.low(mark) in DASHES:
            return True
        if words.low(mark) in ("and", "to"):
            return words.low(min(start, other) - 1) in ("between", "from")
    return False


def _may_be_year(words: Words, at: int) -> bool:
    form = words.form(at)
    return len(form) == _YEAR_DIGITS and form.isdigit() and int(form) in _YEARS


def _is_year_end(words: Words, amount: Amount) -> bool:
    """Find the "15" of "2014-15"."""
    start = amount.numeral.start
    year = words.form(start - 2)
    dashed = words.low(start - 1) in DASHES and words.glued(start)
    return dashed and _may_be_year(words, start - 2) and int(year) in _MODERN_YEARS


def is_decade(words: Words, amount: Amount) -> bool:
    """Find "1990s", "30s", "the '80s" and other plurals of a number that names."""
    end = amount.numeral.end
    if amount.numeral.form is not Form.DIGITS:
        return False
    if words.glued(end) and words.low(end) in ("s", "th", "st", "nd", "rd"):
        return True
    quoted = words.low(end) in ("'", "’") and words.glued(end + 1)
    if quoted and words.low(end + 1) == "s":
        return True
    return words.low(amount.numeral.start - 1) in ("'", "’", "mid") and words.low(end) == "s"


def is_figured_date(words: Words, amount: Amount) -> bool:
    """Find "9/11", "24/7", "2019-09-26": figures joined by slashes, or three by hyphens."""
    numeral = amount.numeral
    if numeral.form is not Form.DIGITS or (
        amount.unit and amount.unit.unit.kind is not QuantityKind.DURATION
    ):
        return False
    start, end = numeral.start, numeral.end
    slash_after = words.low(end) == "/" and words.glued(end) and words.is_number(end + 1)
    slash_before = words.low(start - 1) == "/" and words.glued(start) and words.is_number(start - 2)
    return slash_after or slash_before or _hyphened(words, start) > 2  # noqa: PLR2004 - day, month, year


def _hyphened(words: Words, at: int) -> int:
    """Count the numbers that are joined to this one by hyphens, itself included."""
    count = 1
    for step in (-2, 2):
        other = at + step
        while words.is_number(other) and words.low(other - step // 2) in DASHES:
            count += 1
            other += step
    return count
