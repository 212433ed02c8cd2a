"""Finding the quantities of a text, in one pass over its words."""

from dataclasses import replace
from decimal import Decimal

from sayso.language.analysis import Quantity, QuantityKind
from sayso.language.quantities.amounts import Amount, places_of_amounts, read_amount
from sayso.language.quantities.digits import share as share_of
from sayso.language.quantities.ellipsis import with_measures, with_shared_nouns
from sayso.language.quantities.modifiers import hedges_before
from sayso.language.quantities.nominal import nominal_rule
from sayso.language.quantities.number_words import SMALL
from sayso.language.quantities.numerals import Form, Numeral
from sayso.language.quantities.parts import linked
from sayso.language.quantities.profiles import Profile
from sayso.language.quantities.profiles import profile as shipped_profile
from sayso.language.quantities.ranges import read_move, read_range
from sayso.language.quantities.reading import Extent, Reading, read_extent
from sayso.language.quantities.tallies import RULE as TALLY
from sayso.language.quantities.tallies import tally_of
from sayso.language.quantities.units import unit_after
from sayso.language.quantities.words import Words, split_words

DEFAULT_PROFILE = "wide"
_OUT_OF = ("in", "out")
_ROUND_WHOLES = frozenset((10, 100, 1000, 10_000, 100_000))
_SMALL_WHOLE = 10  # "2 out of 3" is a share, "81 out of 120" a part
_STRETCHES = frozenset((QuantityKind.DURATION, QuantityKind.DISTANCE))


def find_quantities(text: str, *, profile: Profile | None = None) -> tuple[Quantity, ...]:
    """Return the quantities of a text in its order; vague words expand by ``profile``.

    Numbers that date, name or order something are no quantities (``nominal.RULES``).
    """
    profile = profile or shipped_profile(DEFAULT_PROFILE)
    words = split_words(text)
    readings: list[Reading] = []
    reached = 0
    for at in places_of_amounts(words, profile):
        if at < reached:
            continue
        reading, reached = _next(words, at, profile)
        if reading:
            readings.append(reading)
    whole = with_shared_nouns(words, with_measures(words, readings))
    return tuple(reading.quantity for reading in linked(words, whole))


def _next(words: Words, at: int, profile: Profile) -> tuple[Reading | None, int]:
    """Read at the word ``at``; return what was read and where to go on."""
    amount = read_amount(words, at, profile)
    if amount is None:
        extent = _stretch(words, at)
        return _read(words, extent) if extent else (None, at + 1)
    share = _share(words, amount, profile)
    if share:
        extent = Extent(start=share.start, first=share, last=share, rule="one_in_n")
    elif nominal_rule(words, amount):
        return None, amount.numeral.end
    else:
        extent = _extent(words, amount, profile)
    return _read(words, extent)


def _read(words: Words, extent: Extent) -> tuple[Reading, int]:
    """Read an extent and step over it; a number in what it counts ("two 737 jets") is no other."""
    reading = read_extent(words, extent)
    return reading, max(extent.last.end, reading.counted_end)


def _extent(words: Words, amount: Amount, profile: Profile) -> Extent:
    if tally_of(words, amount):
        bare = replace(amount, sign="", start=amount.numeral.start)
        return Extent(start=bare.start, first=bare, last=bare, rule=TALLY)
    found = read_move(words, amount, profile) or read_range(words, amount, profile)
    if found and not nominal_rule(words, found.last):
        return Extent(start=found.start, first=found.first, last=found.last, rule=found.rule)
    return Extent(start=amount.start, first=amount, last=amount, rule=amount.numeral.form)


def _share(words: Words, amount: Amount, profile: Profile) -> Amount | None:
    """Read "one in five", "2 out of 3": small or round wholes, else it is a part of a count."""
    low, value = words.low(amount.end), amount.value
    every = low == "of" and words.low(amount.end + 1) == "every"
    if value is None or amount.unit or amount.numeral.form is Form.FRACTION:
        return None
    if low not in _OUT_OF and not every:
        return None
    at = amount.end + 1
    if low == "out":
        if words.low(at) != "of":
            return None
        at += 1
    if words.low(at) == "every":
        at += 1
    whole = read_amount(words, at, profile) if at < len(words) else None
    if whole is None or whole.value is None or whole.unit or nominal_rule(words, whole):
        return None
    if not 0 < value < whole.value or not (every or _is_share(words, amount, whole, low)):
        return None
    numeral = Numeral(
        start=amount.numeral.start,
        end=whole.numeral.end,
        form=Form.FRACTION,
        value=share_of(value, whole.value),
    )
    return Amount(start=amount.start, end=whole.end, numeral=numeral)


def _is_share(words: Words, part: Amount, whole: Amount, low: str) -> bool:
    if whole.value in _ROUND_WHOLES:
        return True
    worded = words.low(part.numeral.start) in SMALL and words.low(whole.numeral.start) in SMALL
    small = low == "out" and whole.value is not None and whole.value < _SMALL_WHOLE
    return part.value == 1 or worded or small


def _stretch(words: Words, at: int) -> Extent | None:
    """Read a hedged article as one: "around a decade", "just over a week", "a year and a half"."""
    if words.lows[at] not in ("a", "an"):
        return None
    unit = unit_after(words, at + 1)
    if unit is None or unit.unit.kind not in _STRETCHES or words.low(unit.end) == "-":
        return None
    value, end = Decimal(1), unit.end
    if words.lows[end : end + 3] == ("and", "a", "half"):
        value, end = Decimal("1.5"), end + 3
    elif hedges_before(words, at, unit.unit.kind).shape is None:
        return None
    numeral = Numeral(start=at, end=at + 1, form=Form.WORDS, value=value)
    amount = Amount(start=at, end=end, numeral=numeral, unit=replace(unit, end=end))
    return Extent(start=at, first=amount, last=amount, rule="hedged_article")
