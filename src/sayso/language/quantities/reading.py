"""One quantity as it is read: kind, hedges, what is counted, and the bounds of it all."""

from dataclasses import replace
from decimal import Decimal

from sayso.frozen import dataclass
from sayso.language.analysis import Change, Modifier, Quantity, QuantityKind
from sayso.language.quantities.amounts import Amount
from sayso.language.quantities.bounds import MODIFIER_OF, Bounds, Shape, hedged, plain
from sayso.language.quantities.change import change_before, change_within
from sayso.language.quantities.counted import Counted
from sayso.language.quantities.measures import Measure, measure_of
from sayso.language.quantities.modifiers import hedge_after, hedges_before
from sayso.language.quantities.ranges import RangeRule
from sayso.language.quantities.words import HYPHENS, Words
from sayso.text import Span

_VALUED = (QuantityKind.MONEY, QuantityKind.PERCENT, QuantityKind.RATE, QuantityKind.OTHER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """An amount, or the two of a range, and the rule that found it."""

    start: int
    first: Amount
    last: Amount
    rule: str

    @property
    def single(self) -> bool:
        return self.first is self.last


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A quantity, the words ``[start, end)`` of its phrase, and where what it counts ends."""

    quantity: Quantity
    start: int
    end: int
    counted_end: int
    shape: Shape | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Hedging:
    """The hedge in force, its words, and the words ``[start, end)`` of the phrase with it."""

    shape: Shape | None
    words: tuple[int, int] | None
    increment: bool
    start: int
    end: int


def read_extent(words: Words, extent: Extent) -> Reading:
    """Build the quantity of an extent from the words around it."""
    measure = measure_of(words, extent.first, extent.last)
    hedging = _hedging(words, extent, measure)
    best = extent.last.value if extent.single else None
    bounds = _bounds(extent, measure.kind)
    if hedging.shape:
        bounds = hedged(bounds, hedging.shape, best, measure.kind)
    head = measure.counted
    quantity = Quantity(
        span=words.span(hedging.start, hedging.end),
        number=_number(words, extent),
        best=best,
        lo=bounds.lo,
        hi=bounds.hi,
        lo_open=bounds.lo_open,
        hi_open=bounds.hi_open,
        soft=bounds.soft,
        modifier=_modifier(extent, hedging, measure.kind),
        kind=measure.kind,
        rule=extent.rule,
        modifier_span=words.span(*hedging.words) if hedging.words else None,
        unit=measure.unit,
        unit_span=words.span(*measure.unit_words) if measure.unit_words else None,
        counted=words.span(head.start, head.end) if head else None,
        counted_head=words.span(_first_of_head(words, head), head.end) if head else None,
        change=_change(words, extent, hedging.start, measure.kind),
    )
    counted_end = max(hedging.end, measure.counted_end)
    return Reading(
        quantity=quantity, start=hedging.start, end=hedging.end, counted_end=counted_end,
        shape=hedging.shape,
    )  # fmt: skip


def _first_of_head(words: Words, counted: Counted) -> int:
    """Return where the last word of a phrase begins, its hyphens included: "two small pick-ups"."""
    at = counted.end - 1
    while at - 2 >= counted.start and words.low(at - 1) in HYPHENS and words.glued(at):
        at -= 2
    return at


def as_twin(first: Reading, second: Reading) -> Reading:
    """Hand hedge and change on to the same quantity in another unit: "some 7 miles (11 km)"."""
    twin, shape = second.quantity, first.shape
    twin = replace(twin, change=twin.change or first.quantity.change)
    if shape is not None and second.shape is None:
        bounds = hedged(Bounds(lo=twin.lo, hi=twin.hi), shape, twin.best, twin.kind)
        twin = replace(
            twin,
            lo=bounds.lo,
            hi=bounds.hi,
            lo_open=bounds.lo_open,
            hi_open=bounds.hi_open,
            soft=bounds.soft,
            modifier=first.quantity.modifier,
        )
    return replace(second, quantity=twin, shape=second.shape or shape)


def _hedging(words: Words, extent: Extent, measure: Measure) -> _Hedging:
    """Find the hedges of a phrase; one before it rules over one after it."""
    before = hedges_before(words, extent.start, measure.kind)
    more = words.low(extent.last.end) == "more" and words.low(extent.last.end + 1) != "than"
    increment = before.increment or more
    if before.shape is None:
        for at in (extent.last.end, measure.end, measure.counted_end):
            after = hedge_after(words, at)
            if after:
                return _Hedging(
                    shape=after[0], words=(at, after[1]), increment=increment,
                    start=before.start, end=max(after[1], measure.end),
                )  # fmt: skip
    return _Hedging(
        shape=before.shape, words=before.words, increment=increment,
        start=before.start, end=measure.end,
    )  # fmt: skip


def _bounds(extent: Extent, kind: QuantityKind) -> Bounds:
    vague = extent.last.numeral.vague
    if vague is not None:
        return Bounds(lo=vague.lo, hi=vague.hi, hi_open=vague.hi_open, soft=True)
    lower, upper = _values(extent)
    if extent.single:
        return plain(upper, kind)
    return Bounds(lo=min(lower, upper), hi=max(lower, upper))


def _values(extent: Extent) -> tuple[Decimal, Decimal]:
    lower, upper = extent.first.value, extent.last.value
    if lower is None or upper is None:
        raise ValueError(
            f"a number of the rule {extent.rule!r} has neither a value nor a vague word"
        )
    return lower, upper


def _modifier(extent: Extent, hedging: _Hedging, kind: QuantityKind) -> Modifier:
    """Name the one class of a number: an increment before a bound, a bound before its form."""
    if hedging.increment:
        return Modifier.INCREMENT
    shape = hedging.shape
    if not extent.single and shape in (None, Shape.ABOUT, Shape.EXACTLY, Shape.NEARLY):
        return Modifier.BETWEEN
    if extent.last.numeral.vague is not None and shape in (None, Shape.ABOUT, Shape.NEARLY):
        return Modifier.VAGUE
    if shape:
        return MODIFIER_OF[shape]
    return Modifier.RATE if kind is QuantityKind.RATE else Modifier.EXACT


def _change(words: Words, extent: Extent, start: int, kind: QuantityKind) -> Change | None:
    if extent.first.sign == "+":
        return Change.UP
    if extent.rule == RangeRule.MOVE:
        return change_within(words, extent.start)
    return change_before(words, start, measured=kind in _VALUED)


def _number(words: Words, extent: Extent) -> Span:
    """Return the characters of the number alone, sign included where it touches the figures."""
    start = extent.first.numeral.start
    if (
        extent.first.sign
        and extent.first.start < start
        and words.low(start - 1) in ("-", "−", "+", "minus")
    ):
        start -= 1
    return words.span(start, extent.last.numeral.end)
