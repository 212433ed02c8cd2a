"""Amounts: a numeral with its sign, currency, unit and rate."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from sayso.frozen import dataclass
from sayso.language.quantities.number_words import SMALL
from sayso.language.quantities.numerals import Form, Numeral, read_numeral
from sayso.language.quantities.pounds import WEIGHT, is_weight
from sayso.language.quantities.profiles import Profile
from sayso.language.quantities.units import UnitWords, currency_before, rate_after, unit_after
from sayso.language.quantities.words import DASHES, HYPHENS, Words, listed

_MAY_BEGIN = (
    frozenset(SMALL)
    | frozenset(("a", "an", "half"))
    | listed(
        "tens dozens scores hundreds thousands lakhs millions crores billions trillions several many"
    )
)
_SIGNS = HYPHENS | {"−"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """The words ``[start, end)`` with sign, numeral, currency and unit."""

    start: int
    end: int
    numeral: Numeral
    sign: str = ""
    unit: UnitWords | None = None
    per: str | None = None

    @property
    def value(self) -> Decimal | None:
        value = self.numeral.value
        return -value if value is not None and self.sign == "-" else value

    @property
    def unit_name(self) -> str | None:
        return self.unit.unit.name if self.unit else None


def places_of_amounts(words: Words, profile: Profile) -> Iterator[int]:
    """Yield the words at which an amount, or its article, may begin."""
    for at, (low, number) in enumerate(zip(words.lows, words.numeric, strict=True)):
        if number or low in _MAY_BEGIN or low in profile.words:
            yield at


def read_amount(words: Words, at: int, profile: Profile) -> Amount | None:
    """Read the amount whose numeral begins at the word ``at``."""
    if (
        not words.numeric[at]
        and words.lows[at] not in _MAY_BEGIN
        and words.lows[at] not in profile.words
    ):
        return None
    currency = _currency(words, at)
    numeral = read_numeral(words, at, profile, money=currency is not None)
    if numeral is None:
        return None
    sign, start = _sign(words, at)
    if currency:
        start = min(start, currency.start)
        if not sign:
            sign, start = _sign(words, start)
        return _with_rate(
            words, Amount(start=start, end=numeral.end, numeral=numeral, sign=sign, unit=currency)
        )
    unit = unit_after(words, numeral.end)
    if unit and unit.unit.name == "pound" and is_weight(words, start, unit.end):
        unit = replace(unit, unit=WEIGHT)
    if unit and _takes_unit(words, numeral, unit):
        return _with_rate(
            words, Amount(start=start, end=unit.end, numeral=numeral, sign=sign, unit=unit)
        )
    return Amount(start=start, end=numeral.end, numeral=numeral, sign=sign)


def _currency(words: Words, at: int) -> UnitWords | None:
    if words.low(at - 1) in _SIGNS and words.glued(at):
        return currency_before(words, at - 1)
    return currency_before(words, at)


def _with_rate(words: Words, amount: Amount) -> Amount:
    rate = rate_after(words, amount.end)
    if rate is None:
        return _repeated_currency(words, amount)
    return replace(amount, per=rate[0], end=rate[1])


def _repeated_currency(words: Words, amount: Amount) -> Amount:
    """Read on in "$75 U.S. per barrel", "$31.20 US"."""
    if (
        amount.unit
        and amount.unit.end <= amount.numeral.start
        and words.form(amount.end) in ("US", "U.S.")
    ):
        rate = rate_after(words, amount.end + 1)
        if rate:
            return replace(amount, per=rate[0], end=rate[1])
    return amount


def _takes_unit(words: Words, numeral: Numeral, unit: UnitWords) -> bool:
    """Refuse a unit where the word means something else: "two second chances", "a third quarter"."""
    low = words.low(unit.start)
    if low in ("second", "quarters") and numeral.form is not Form.DIGITS:
        return words.low(unit.start - 1) in HYPHENS
    spaced_letter = len(low) == 1 and low.isalpha() and not words.glued(unit.start)
    return not (spaced_letter and numeral.form is not Form.DIGITS)


def _sign(words: Words, at: int) -> tuple[str, int]:
    """Return the sign before the word ``at`` and where the amount then begins."""
    low = words.low(at - 1)
    if low == "minus":
        return "-", at - 1
    if low in HYPHENS and words.glued(at) and words.low(at - 2) == "minus":
        return "-", at - 2
    free = not words.glued(at - 1) or not words.form(at - 2)[-1:].isalnum()
    if low in _SIGNS and words.glued(at) and free and words.low(at - 2) not in DASHES:
        return "-", at - 1
    if low == "+" and words.glued(at) and free:
        return "+", at - 1
    return "", at
