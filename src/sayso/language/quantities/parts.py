"""Parts and wholes: "81 of the 120", "40 people, including 12 children", and twins in brackets."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.language.analysis import Modifier, QuantityKind
from sayso.language.quantities.reading import Reading, as_twin
from sayso.language.quantities.words import Words, listed

_DETERMINERS = listed("the its their his her our these those all some a an total about")
_INTO_PART = frozenset(
    ("including", "among them", "of whom", "of which", "of them", "among whom", "among which")
)
_OF_THEM = frozenset(("them", "whom", "which", "those", "these"))
_TWINS = frozenset(
    (QuantityKind.DISTANCE, QuantityKind.AREA, QuantityKind.VOLUME, QuantityKind.MASS, QuantityKind.SPEED,
     QuantityKind.TEMPERATURE, QuantityKind.ENERGY, QuantityKind.MONEY)
)  # fmt: skip


def linked(words: Words, readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """Set ``whole`` where a text makes one count a part of another of the same sentence."""
    found = list(readings)
    for index in range(1, len(found)):
        part, whole = _pair(words, found, index)
        if part is None and _goes_on(words, found[index - 1], found[index]):
            part, whole = index, found[index - 1].quantity.whole
        if part is not None and whole is not None:
            found[part] = _as_part(found[part], found[whole], whole)
            found[whole] = _counting_too(found[whole], found[part])
        elif _is_twin(words, found[index - 1], found[index]):
            found[index] = as_twin(found[index - 1], found[index])
    return tuple(found)


def _pair(words: Words, readings: Sequence[Reading], index: int) -> tuple[int | None, int | None]:
    """Return the indices of part and whole that the words before ``index`` join."""
    later = readings[index]
    at = later.start
    while words.low(at - 1) in _DETERMINERS or (
        words.low(at - 1) == "of" and words.low(at - 2) == "total"
    ):
        at -= 1
    if words.low(at - 1) == "of":
        if words.low(at - 2) == "out":
            return _nearest(words, readings, index, below=True), index
        adjacent = readings[index - 1].end == at - 1
        fits = adjacent and _is_count(later) and _within(readings[index - 1], later)
        return (index - 1, index) if fits else (None, None)
    if _leads_into_part(words, later):
        return index, _nearest(words, readings, index, below=False)
    return None, None


def _goes_on(words: Words, part: Reading, later: Reading) -> bool:
    """Say whether a list of parts goes on: "including 40 children and 12 women"."""
    whole = part.quantity.whole
    listed_on = (
        part.counted_end < later.start and _is_count(later) and later.counted_end > later.end
    )
    joined = all(low in (",", "and") for low in words.lows[part.counted_end : later.start])
    return whole is not None and listed_on and joined


def _leads_into_part(words: Words, later: Reading) -> bool:
    before = words.low(later.start - 1), words.low(later.start - 2)
    if before[0] == "including" or f"{before[1]} {before[0]}" in _INTO_PART:
        return True
    return words.low(later.end) == "of" and words.low(later.end + 1) in _OF_THEM


def _nearest(words: Words, readings: Sequence[Reading], index: int, *, below: bool) -> int | None:
    """Return the nearest earlier count of the sentence that can be the part (or the whole)."""
    later = readings[index]
    for other in range(index - 1, -1, -1):
        earlier = readings[other]
        if any(words.ends_sentence(at) for at in range(earlier.end, later.start)):
            return None
        pair = (earlier, later) if below else (later, earlier)
        if _is_count(earlier) and _within(*pair):
            return other
    return None


def _is_count(reading: Reading) -> bool:
    return reading.quantity.kind is QuantityKind.COUNT


def _within(part: Reading, whole: Reading) -> bool:
    if not (_is_count(part) and _is_count(whole)):
        return False
    lower, upper = part.quantity.lo, whole.quantity.hi
    return lower is None or upper is None or lower < upper


def _as_part(part: Reading, whole: Reading, index: int) -> Reading:
    quantity = part.quantity
    modifier = Modifier.PART_OF if quantity.modifier is Modifier.EXACT else quantity.modifier
    counted, head = quantity.counted, quantity.counted_head
    after = (
        whole.quantity.span.start
    )  # "two of the 40 boats" counts boats, "40 people, two boys" boys
    if counted is None or quantity.span.start < after < counted.start:
        counted, head = whole.quantity.counted, whole.quantity.counted_head
    linked_part = replace(
        quantity, modifier=modifier, whole=index, counted=counted, counted_head=head
    )
    return replace(part, quantity=linked_part)


def _counting_too(whole: Reading, part: Reading) -> Reading:
    """Let a bare whole count what its part does: "63 boats out of a total of 150"."""
    quantity = whole.quantity
    if quantity.counted is not None:
        return whole
    counted, head = part.quantity.counted, part.quantity.counted_head
    return replace(whole, quantity=replace(quantity, counted=counted, counted_head=head))


def _is_twin(words: Words, first: Reading, second: Reading) -> bool:
    """Say whether the second is the first in another unit: "fell 2 degrees (3.6 Fahrenheit)"."""
    kind = first.quantity.kind
    bracket = words.low(second.start - 1) in ("(", "/") and second.start - 1 in (
        first.end,
        first.counted_end,
    )
    return bracket and kind is second.quantity.kind and kind in _TWINS
