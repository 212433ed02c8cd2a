"""Pounds: money or weight, told by the words beside them."""

from sayso.language.analysis import QuantityKind
from sayso.language.quantities.units import Unit
from sayso.language.quantities.words import HYPHENS, Words, listed

WEIGHT = Unit(name="pound-mass", kind=QuantityKind.MASS)
_PAID = listed(
    "aid funding funds money cash investment investments debt debts damage damages spending savings tax taxes "
    "taxpayers losses loss profit profits revenue revenues support cuts fines sales income capital credit loans loan "
    "compensation public worth rent benefits bonds shares stock assets property business trade contracts wages "
    "pay cost grants grant donations subsidies subsidy bills arrears relief bonuses earnings "
    "turnover orders deposits his her their our its the government state"
)
_HEFT = listed(
    "weigh weighs weighed weighing weight heavier lighter overweight lift lifts lifted lifting ounces kilograms "
    "kilogram kilos kg tonnes tons"
)
_REACH = 4


def is_weight(words: Words, start: int, end: int) -> bool:
    """Say whether the pounds of the words ``[start, end)`` weigh: "6,700 pounds of hay", "10 kg (22 pounds)"."""
    if words.low(end) == "of":
        at = end + 1
        while words.low(at) in ("fresh", "dry", "raw", "pure", "frozen", "illegal", "suspected"):
            at += 1
        return words.form(at)[:1].islower() and words.low(at) not in _PAID
    if words.low(end - 2) in HYPHENS and words.low(end - 1) == "pound":
        return True  # "a 40-pound sack"
    before = words.lows[max(start - _REACH, 0) : start]
    if words.low(start - 1) == "(" and not _HEFT.isdisjoint(before):
        return True
    return not _HEFT.isdisjoint((*before, words.low(end)))
