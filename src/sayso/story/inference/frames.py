"""Frames: two sentences that are the same but for their numbers, and what the numbers then decide.

Where every other word is equal, so are predicate, counted set, place and time, whatever they are: the
numbers are held against each other slot by slot, each with the bounds that it does not share.
"""

from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum

from sayso.frozen import dataclass
from sayso.language.analysis import QuantityKind
from sayso.language.quantities.bounds import MODIFIER_OF, Bounds, Shape, hedged
from sayso.language.quantities.modifiers import BEFORE
from sayso.language.quantities.numerals import Numeral, read_numeral
from sayso.language.quantities.profiles import Profile, profile
from sayso.language.quantities.words import GAP, Words, split_words
from sayso.story.figures.intervals import holds, meet
from sayso.story.figures.record import NumberInterval

_PROFILE = "wide"
_LONGEST_BOUND = 4  # words
_SLOT = "#"  # stands for a number; a number sign of the text stands beside one, never alone
_SLASH = "/"
# "A maximum of 40 hours" names one maximum, which is 40 and no other number.
_NAMED_VALUES = ("maximum", "minimum", "estimate")
_SHAPES = {
    phrase: rule.shape
    for rule in BEFORE
    for phrase in rule.phrases
    if not any(word in phrase for word in _NAMED_VALUES)
}


class Outcome(StrEnum):
    """What follows from a premise for a hypothesis."""

    ENTAILED = "entailed"
    OPEN = "open"
    CONTRADICTED = "contradicted"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Slot:
    """A number with the phrases that bound it, the outermost first."""

    bounds: tuple[str, ...]
    value: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frame:
    """The words of a sentence with a mark for each number, and the numbers."""

    words: tuple[str, ...]
    slots: tuple[_Slot, ...]


def infer_in_frame(premise: str, hypothesis: str) -> Outcome | None:
    """Return what the numbers of two sentences in one frame decide; ``None`` if the frames differ.

    "Each crew has more than 3 boats" follows from "Each crew has 7 boats".
    """
    given, claimed = _frame(premise), _frame(hypothesis)
    if given.words != claimed.words or not given.slots:
        return None
    found = [_infer(one, other) for one, other in zip(given.slots, claimed.slots, strict=True)]
    if Outcome.CONTRADICTED in found:
        return Outcome.CONTRADICTED
    return Outcome.OPEN if Outcome.OPEN in found else Outcome.ENTAILED


def _infer(given: _Slot, claimed: _Slot) -> Outcome:
    if given == claimed:
        return Outcome.ENTAILED
    one, other = (_interval(slot) for slot in _unshared(given, claimed))
    if holds(other, one):
        return Outcome.ENTAILED
    return Outcome.OPEN if meet(one, other) else Outcome.CONTRADICTED


def _unshared(given: _Slot, claimed: _Slot) -> tuple[_Slot, _Slot]:
    """Leave out the outer bounds that both have, unless neither has another of its own.

    "At least 12" and "at least more than 9" differ in 12 and more than 9; "at least 12" and "at
    least 9" in the whole of both.
    """
    shared = 0
    for ours, theirs in zip(given.bounds, claimed.bounds, strict=False):
        if ours != theirs:
            break
        shared += 1
    if shared == len(given.bounds) == len(claimed.bounds):
        return given, claimed
    return _without(given, shared), _without(claimed, shared)


def _without(slot: _Slot, outer: int) -> _Slot:
    return _Slot(bounds=slot.bounds[outer:], value=slot.value)


def _interval(slot: _Slot) -> NumberInterval:
    bounds = Bounds(lo=slot.value, hi=slot.value)
    shape = _SHAPES[slot.bounds[-1]] if slot.bounds else Shape.EXACTLY
    bounds = hedged(bounds, shape, slot.value, QuantityKind.COUNT)
    return NumberInterval(
        lo=bounds.lo,
        hi=bounds.hi,
        lo_open=bounds.lo_open,
        hi_open=bounds.hi_open,
        soft=bounds.soft,
        modifier=MODIFIER_OF[shape],
        best=slot.value,
    )


def _frame(text: str) -> _Frame:
    words, shipped = split_words(text), profile(_PROFILE)
    kept: list[str] = []
    slots: list[_Slot] = []
    reached = 0
    for numeral in _numerals(words, shipped):
        start, bounds = _bounds_before(words, numeral.start, reached)
        kept += [low for low in words.lows[reached:start] if low != GAP]
        kept.append(_SLOT)
        slots.append(_Slot(bounds=bounds, value=numeral.value or Decimal(0)))
        reached = numeral.end
    kept += [low for low in words.lows[reached:] if low != GAP]
    return _Frame(words=tuple(kept), slots=tuple(slots))


def _numerals(words: Words, shipped: Profile) -> Iterator[Numeral]:
    """Yield the numbers with a value. What stands below a line belongs to the frame: it turns more into less."""
    at = 0
    while at < len(words):
        numeral = None
        if words.low(at - 1) != _SLASH:
            numeral = read_numeral(words, at, shipped, money=False)
        if numeral is not None and numeral.value is not None:
            yield numeral
        at = numeral.end if numeral is not None else at + 1


def _bounds_before(words: Words, at: int, reached: int) -> tuple[int, tuple[str, ...]]:
    """Return the phrases that bound the number at ``at``, and where the first of them begins."""
    bounds: tuple[str, ...] = ()
    while True:
        for length in range(min(_LONGEST_BOUND, at - reached), 0, -1):
            phrase = " ".join(words.lows[at - length : at])
            if phrase in _SHAPES:
                at, bounds = at - length, (phrase, *bounds)
                break
        else:
            return at, bounds
