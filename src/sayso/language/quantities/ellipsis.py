"""Words left out: "12 months from 18", "asked for $2 million and got one million", "two- and three-wheelers"."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from sayso.language.analysis import Modifier, QuantityKind
from sayso.language.quantities.bounds import plain
from sayso.language.quantities.nouns import PLURAL_VERBS, is_stop
from sayso.language.quantities.number_words import SCALES
from sayso.language.quantities.reading import Reading
from sayso.language.quantities.words import HYPHENS, Words, listed

_MEASURED = frozenset(
    (QuantityKind.MONEY, QuantityKind.PERCENT, QuantityKind.DURATION, QuantityKind.DISTANCE, QuantityKind.AREA,
     QuantityKind.VOLUME, QuantityKind.MASS, QuantityKind.TEMPERATURE, QuantityKind.SPEED, QuantityKind.AGE, QuantityKind.RATE)
)  # fmt: skip
# What stands between a measure and the other side of a comparison, right before the bare number.
_COMPARED = (
    ("down", "from"), ("up", "from"), ("not",), ("rather", "than"), ("instead", "of"), ("against",), ("versus",),
    ("compared", "with"), ("compared", "to"),
)  # fmt: skip
_COMPARED_REACH = 10
_GIVEN = listed(
    "got paid received costs cost worth offered bid pays earned spent owes owed gave gives raised"
)
_GIVEN_REACH = 3
# "A fine of 25 million": a sum, in the money told of last.
_SUMS = listed(
    "fine fines profit loss losses revenue revenues sales turnover budget deficit debt debts surplus bill cost costs price "
    "fee fees bonus salary payment payments ransom compensation damages dividend income earnings investment grant loan "
    "subsidy tax credit"
)
_LEAST_MONEY = 1000
_JOINTS = listed(", and or to")
_SMALL_SCALES = listed("hundred thousand")


def with_measures(words: Words, readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """Give a bare number the measure of the number before it where a comparison or scale shows it."""
    found = list(readings)
    for at in range(1, len(found)):
        before, bare = found[at - 1], found[at]
        if not _is_bare(words, bare):
            continue
        if before.quantity.kind in _MEASURED and _shares(words, before, bare):
            found[at] = _measured(bare, before)
        elif (paid := _paid_before(words, found[:at], bare)) is not None:
            found[at] = _measured(bare, paid)
    return tuple(found)


def with_shared_nouns(words: Words, readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """Give a number with a hyphen at its end the noun of the next: "four-, five- and six-horse carts"."""
    found = list(readings)
    for at in reversed(range(len(found) - 1)):
        quantity, behind = found[at].quantity, found[at + 1]
        shared = behind.quantity
        if _is_suspended(words, found[at], behind) and shared.counted and quantity.counted is None:
            quantity = replace(quantity, counted=shared.counted, counted_head=shared.counted_head)
            found[at] = replace(found[at], quantity=quantity)
    return tuple(found)


def _is_suspended(words: Words, one: Reading, behind: Reading) -> bool:
    """Say whether nothing but marks and a conjunction stands between a hyphen and the next number."""
    at = one.end
    hyphen = words.low(at) in HYPHENS and words.glued(at)
    return hyphen and set(words.lows[at + 1 : behind.start]) <= _JOINTS


def _paid_before(words: Words, before: Sequence[Reading], bare: Reading) -> Reading | None:
    """Return the sum of money whose currency millions go on with: "a fine of 25 million"."""
    if not _is_scaled(words, bare):
        return None
    paid = [one for one in before if one.quantity.kind is QuantityKind.MONEY]
    if not paid:
        return None
    at = bare.start
    is_sum = words.low(at - 1) == "of" and words.low(at - 2) in _SUMS
    near = not _is_parted(words, paid[-1], bare, sentences=2)
    counted = [one for one in before if one.start > paid[-1].start and _is_scaled(words, one)]
    return paid[-1] if is_sum or (near and not counted) else None


def _is_scaled(words: Words, reading: Reading) -> bool:
    last = words.low(reading.end - 1)
    return last in SCALES and last not in _SMALL_SCALES


def _is_bare(words: Words, reading: Reading) -> bool:
    quantity = reading.quantity
    if quantity.kind is not QuantityKind.COUNT or quantity.counted or quantity.best is None:
        return False
    form = words.form(reading.end)
    return (not form[:1].isalpha() or is_stop(form)) and form.lower() not in PLURAL_VERBS | {"of"}


def _shares(words: Words, before: Reading, bare: Reading) -> bool:
    if before.quantity.unit is None or _is_parted(words, before, bare, sentences=1):
        return False
    if before.quantity.kind is QuantityKind.MONEY and _is_money(words, before, bare):
        return True
    if _is_parted(words, before, bare, sentences=0):
        return False
    between = words.lows[before.end : bare.start]
    if before.quantity.kind is QuantityKind.AGE:
        return between in (("and",), ("to",), ("or",))
    if between in (("from",), (",", "from")) and before.quantity.kind is not QuantityKind.PERCENT:
        return True
    close = len(between) <= _COMPARED_REACH
    return close and any(between[-len(words_) :] == words_ for words_ in _COMPARED)


def _is_money(words: Words, before: Reading, bare: Reading) -> bool:
    """Say whether a bare number goes on counting money: a scale, or a verb of paying before thousands."""
    if _is_scaled(words, bare):
        return True
    verbs = words.lows[max(bare.start - _GIVEN_REACH, before.end) : bare.start]
    best = bare.quantity.best or Decimal(0)
    near = not _is_parted(words, before, bare, sentences=0)
    return near and best >= _LEAST_MONEY and not _GIVEN.isdisjoint(verbs)


def _is_parted(words: Words, before: Reading, bare: Reading, *, sentences: int) -> bool:
    """Say whether more than so many sentences end between two readings."""
    ends = sum(words.ends_sentence(at) for at in range(before.end, bare.start))
    return ends > sentences


def _measured(bare: Reading, before: Reading) -> Reading:
    quantity, kind = bare.quantity, before.quantity.kind
    best = quantity.best
    if quantity.modifier is Modifier.EXACT and best is not None:
        bounds = plain(best, kind)
        quantity = replace(quantity, lo=bounds.lo, hi=bounds.hi, soft=bounds.soft)
    return replace(bare, quantity=replace(quantity, kind=kind, unit=before.quantity.unit))
