"""Measures: what kind of quantity an amount is, its unit, and what it counts."""

from sayso.frozen import dataclass
from sayso.language.analysis import QuantityKind
from sayso.language.quantities.ages import is_age
from sayso.language.quantities.amounts import Amount
from sayso.language.quantities.counted import Counted, counted_after
from sayso.language.quantities.modifiers import hedge_after
from sayso.language.quantities.nouns import is_stop
from sayso.language.quantities.number_words import SMALL
from sayso.language.quantities.numerals import Form
from sayso.language.quantities.units import rate_after
from sayso.language.quantities.words import Words, listed

_SHARES = (QuantityKind.PERCENT, QuantityKind.RATIO)
_COMPARED = listed(
    "more less higher lower larger smaller bigger faster slower longer greater as the that what its"
)
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
    if words.low(first.start - 1) == "magnitude":
        return Measure(
            kind=QuantityKind.OTHER, unit="magnitude", end=last.end, counted_end=last.end
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
    counted = _counted(words, last, share=share)
    counted_end = counted.end if counted else last.end
    rate = None if share else rate_after(words, counted_end)
    if rate is None:
        return Measure(kind=kind, counted=counted, end=last.end, counted_end=counted_end)
    return Measure(
        kind=QuantityKind.RATE, unit=f"per {rate[0]}", unit_words=(counted_end, rate[1]),
        counted=counted, end=rate[1], counted_end=rate[1],
    )  # fmt: skip


def _counted(words: Words, last: Amount, *, share: bool) -> Counted | None:
    """Find the counted phrase, behind a hedge too: "100 or so guards"."""
    hedge = hedge_after(words, last.end)
    at = hedge[1] if hedge else last.end
    whole = words.is_number(at - 1) or words.low(at - 1) in SMALL
    if share and whole and words.low(at) != "of":
        return counted_after(words, at, plural=True)  # "one in three children"
    return counted_after(words, at, plural=last.value != _ONE, share=share)
