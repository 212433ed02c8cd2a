"""Measures: what kind of quantity an amount is, its unit, and what it counts."""

from dataclasses import dataclass

from sayso.language.analysis import QuantityKind
from sayso.language.quantities.amounts import Amount
from sayso.language.quantities.counted import Counted, counted_after
from sayso.language.quantities.nouns import is_stop
from sayso.language.quantities.numerals import Form
from sayso.language.quantities.units import rate_after
from sayso.language.quantities.words import Words, listed

_SHARES = (QuantityKind.PERCENT, QuantityKind.RATIO)
_COMPARED = listed(
    "more less higher lower larger smaller bigger faster slower longer greater as the that what its"
)
_YEARS_OF_LIFE = range(1, 121)
_AGE_BEFORE = listed("aged age ages")
_ONE = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """Kind and unit, what is counted, where the unit ends, and where the counted phrase does."""

    kind: QuantityKind
    unit: str | None = None
    unit_words: tuple[int, int] | None = None
    counted: Counted | None = None
    end: int
    counted_end: int


def measure_of(words: Words, first: Amount, last: Amount) -> Measure:
    """Read kind, unit and counted noun of an amount, or of the two of a range."""
    if last.unit or first.unit:
        return _with_unit(words, first, last)
    if is_age(words, first, last):
        return Measure(
            kind=QuantityKind.AGE, unit="year of age", end=last.end, counted_end=last.end
        )
    if words.low(last.end) == "times" and _compares(words, last.end + 1):
        return _bare(QuantityKind.RATIO, "times", last.end, last.end + 1)
    return _count(words, last)


def _compares(words: Words, at: int) -> bool:
    """Tell "six times more", "six times earnings" from "came six times"."""
    form = words.form(at)
    return words.low(at) in _COMPARED or (
        form[:1].isalpha() and not is_stop(form) and form.islower()
    )


def _with_unit(words: Words, first: Amount, last: Amount) -> Measure:
    unit_words = last.unit or first.unit
    assert unit_words is not None  # noqa: S101 - the caller asked
    unit, per = unit_words.unit, last.per or first.per
    kind, name = unit.kind, unit.name
    if per and kind is not QuantityKind.SPEED:
        kind, name = QuantityKind.RATE, f"{name} per {per}"
    counted = None
    if kind is QuantityKind.PERCENT:
        counted = counted_after(words, last.end, plural=False, share=True)
    end = last.end
    span = (
        unit_words.start,
        end if per and unit_words.start > last.numeral.start else unit_words.end,
    )
    return Measure(
        kind=kind, unit=name, unit_words=span, counted=counted, end=end,
        counted_end=counted.end if counted else end,
    )  # fmt: skip


def _bare(kind: QuantityKind, unit: str, start: int, end: int) -> Measure:
    return Measure(kind=kind, unit=unit, unit_words=(start, end), end=end, counted_end=end)


def _count(words: Words, last: Amount) -> Measure:
    share = last.numeral.form is Form.FRACTION
    kind = QuantityKind.RATIO if share else QuantityKind.COUNT
    plural = last.value != _ONE
    counted = counted_after(words, last.end, plural=plural, share=share)
    counted_end = counted.end if counted else last.end
    rate = None if share else rate_after(words, counted_end)
    if rate is None:
        return Measure(kind=kind, counted=counted, end=last.end, counted_end=counted_end)
    return Measure(
        kind=QuantityKind.RATE, unit=f"per {rate[0]}", unit_words=(counted_end, rate[1]),
        counted=counted, end=rate[1], counted_end=rate[1],
    )  # fmt: skip


def is_age(words: Words, first: Amount, last: Amount) -> bool:
    """Say whether a bare number is an age: "aged 12", "Ama Sule, 41, said", "over the age of 21"."""
    value = last.value
    if value is None or value not in _YEARS_OF_LIFE or last.numeral.form is Form.FRACTION:
        return False
    start = first.start
    before = words.low(start - 1)
    if before in ("between", "under", "over", "from", "about", "around"):
        start, before = start - 1, words.low(start - 2)
    if before in _AGE_BEFORE or (before == "of" and words.low(start - 2) == "age"):
        return True
    return last.numeral.form is Form.DIGITS and _is_apposition(words, first.start, last.end)


def _is_apposition(words: Words, start: int, end: int) -> bool:
    """Find the age between commas or in brackets after a name."""
    marks = words.low(start - 1), words.low(end)
    name = words.form(start - 2)
    if (
        marks not in ((",", ","), ("(", ")"), (",", "."))
        or not name[:1].isupper()
        or not name.isalpha()
    ):
        return False
    return not words.is_number(end + 1) and not name.isupper()
