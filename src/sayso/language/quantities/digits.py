"""Numbers written in digits: separators of thousands, decimal points and commas, fraction signs."""

import re
from decimal import Context, Decimal
from enum import StrEnum

_FRACTION_SIGNS = {
    "¼": Decimal("0.25"),
    "½": Decimal("0.5"),
    "¾": Decimal("0.75"),
    "⅓": Decimal("0.333333333"),
    "⅔": Decimal("0.666666667"),
    "⅛": Decimal("0.125"),
    "⅜": Decimal("0.375"),
    "⅝": Decimal("0.625"),
    "⅞": Decimal("0.875"),
}
_WRITING = re.compile(
    r"""
      (?P<plain>      \d+ )
    | (?P<point>      \d*\.\d+ )                              # 3.5, .001
    | (?P<thousands>  \d{1,3}(?:,\d{3})+(?:\.\d+)? )          # 1,500.5
    | (?P<indian>     \d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)? )    # 12,50,000
    | (?P<european>   \d{1,3}(?:\.\d{3})+,\d+ | \d{1,3}(?:\.\d{3}){2,} )  # 1.500,5 and 1.500.000
    | (?P<comma>      \d+,\d{1,2} )                           # 1,5: sure only before a scale or unit
    """,
    re.VERBOSE,
)
_LONGEST = 24  # characters of a number; what is longer identifies something
_ROUNDING = Context(prec=9)  # two thirds are 0.666666667
GROUP = re.compile(r"\d{3}(?:\.\d+)?")  # what follows a blank that separates thousands
HEAD = re.compile(r"[1-9]\d{0,2}")  # what precedes it


class Writing(StrEnum):
    """How a number of digits is written."""

    PLAIN = "plain"
    POINT = "point"
    THOUSANDS = "thousands"
    INDIAN = "indian"
    EUROPEAN = "european"
    COMMA = "comma"
    SIGN = "sign"


def tidy(value: Decimal) -> Decimal:
    """Write a number without the zeros and digits that arithmetic leaves: 1200.0 is 1200."""
    if value == value.to_integral_value():
        return value.quantize(Decimal(1)) if value.adjusted() < _LONGEST else value.normalize()
    return _ROUNDING.plus(value).normalize()


def share(part: Decimal | int, whole: Decimal | int) -> Decimal:
    return tidy(Decimal(part) / Decimal(whole))


def read_digits(form: str) -> tuple[Decimal, Writing] | None:
    """Return value and writing; ``None`` for what is no single number (26.09.2019, 1.2.3)."""
    if form in _FRACTION_SIGNS:
        return _FRACTION_SIGNS[form], Writing.SIGN
    match = _WRITING.fullmatch(form) if len(form) <= _LONGEST else None
    if not match or not form.isascii():
        return None
    writing = Writing(match.lastgroup or "")
    if writing is Writing.EUROPEAN:
        form = form.replace(".", "").replace(",", ".")
    elif writing is Writing.COMMA:
        form = form.replace(",", ".")
    return Decimal(form.replace(",", "")), writing
