"""Numbers written in words: "two hundred and fifty", "half a million", "two and a half"."""

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from sayso.frozen import dataclass
from sayso.language.quantities.digits import share as divided
from sayso.language.quantities.words import HYPHENS, Words, listed

_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SMALL: Mapping[str, int] = MappingProxyType(
    {word: value for value, word in enumerate(_SMALL)}
    | {word: 10 * value for value, word in enumerate(_TENS, 2)}
)
SCALES: Mapping[str, int] = MappingProxyType(
    {
        "hundred": 100,
        "thousand": 1_000,
        "lakh": 100_000,
        "lakhs": 100_000,
        "million": 1_000_000,
        "crore": 10_000_000,
        "crores": 10_000_000,
        "billion": 1_000_000_000,
        "trillion": 1_000_000_000_000,
        "dozen": 12,
        "score": 20,
    }
)
_DENOMINATORS: Mapping[str, int] = MappingProxyType(
    {
        "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
        "eighth": 8, "ninth": 9, "tenth": 10, "twelfth": 12, "twentieth": 20, "hundredth": 100,
    }
)  # fmt: skip
# What may follow "a third", "one quarter" or "half" if a share is meant and no order or period.
_AFTER_SHARE = listed(
    "of the its their his her our all that those these as more less are were is was have had has "
    "in from to who , . ; :"
)

_NOT_BEFORE_HALF = listed("first second this last next other better opening closing")


@dataclass(frozen=True, slots=True)
class WordNumber:
    """A number in words up to the word ``end``; ``scale`` is its last scale word ("thousand")."""

    value: Decimal
    end: int
    scale: Decimal = Decimal(1)
    share: bool = False  # a fraction of something: "two thirds", "half of"


def read_number_words(words: Words, at: int) -> WordNumber | None:
    """Read the longest number in words that begins at ``at``."""
    low = words.lows[at]
    if low == "half":
        return _half(words, at)
    if low in ("a", "an"):
        return _after_article(words, at)
    if low not in SMALL:
        return None
    return _fraction(words, at, SMALL[low]) or extended(words, _cardinal(words, at, None))


def extended(words: Words, number: WordNumber) -> WordNumber:
    """Add what may follow a number: "two [and a half]", "1.5 [million]", "4 [hundred million]"."""
    value, end, scale = number.value, number.end, number.scale
    if words.low(end) == "and" and words.low(end + 1) == "a":
        part = _DENOMINATORS.get(words.low(end + 2))
        if part in (2, 3, 4):
            value, end = value + scale / part, end + 3
    while True:
        at = end + 1 if words.low(end) in HYPHENS and words.glued(end) else end
        factor = SCALES.get(words.low(at))
        if factor is None or not value:
            return WordNumber(value, end, scale)
        value, end, scale = value * factor, at + 1, scale * factor


def _after_article(words: Words, at: int) -> WordNumber | None:
    following = words.low(at + 1)
    if following == "score":
        return WordNumber(Decimal(20), at + 2) if words.low(at + 2) == "of" else None
    if following in SCALES:
        return extended(words, _cardinal(words, at + 1, 1))
    return _fraction(words, at, 1)


def _half(words: Words, at: int) -> WordNumber | None:
    following = at + 1
    while words.low(following) in ("a", "an", *HYPHENS):
        following += 1
    scale = SCALES.get(words.low(following))
    if scale:
        half = WordNumber(Decimal(scale) / 2, following + 1, Decimal(scale))
        return extended(words, half)
    if words.low(at + 1) in ("a", "an"):
        return WordNumber(Decimal("0.5"), following)
    if words.low(at + 1) in _AFTER_SHARE and words.low(at - 1) not in _NOT_BEFORE_HALF:
        return WordNumber(Decimal("0.5"), at + 1, share=True)
    return None


def _fraction(words: Words, at: int, numerator: int) -> WordNumber | None:
    hyphen = words.low(at + 1) in HYPHENS and words.glued(at + 1)
    name = words.low(at + 1 + hyphen)
    plural = name.endswith("s")
    denominator = _DENOMINATORS.get("half" if name == "halves" else name.removesuffix("s"))
    if not numerator or not denominator or plural != (numerator > 1):
        return None
    end = at + 2 + hyphen
    alone = words.low(end) in _AFTER_SHARE or not words.low(end)
    if words.low(end) in HYPHENS or not (plural or hyphen or alone):
        return None  # "two-thirds-full", "a third man"
    scale = SCALES.get(words.low(end + 2))
    if scale and words.lows[end : end + 2] == ("of", "a"):  # "a quarter of a million"
        value = divided(numerator, denominator) * scale
        return WordNumber(value, end + 3, Decimal(scale))
    return WordNumber(divided(numerator, denominator), end, share=True)


def _cardinal(words: Words, at: int, group: int | None) -> WordNumber:
    """Read units, tens and scales from ``at``; ``group`` is 1 for the article of "a hundred"."""
    total, scale, end = 0, 1, at
    while True:
        at = _next_part(words, end, group, started=end > at)
        low = words.low(at)
        factor = SCALES.get(low, 0)
        if low in SMALL and _fits(SMALL[low], group):
            group = (group or 0) + SMALL[low]
        elif factor in (12, 100) and group and group < 100:  # noqa: PLR2004 - "fifteen hundred"
            group, scale = group * factor, factor
        elif factor > 100 and (group or total):  # noqa: PLR2004 - thousand and above
            total, group = (total + group * factor if group else total * factor), None
            scale = factor
        else:
            return WordNumber(Decimal(total + (group or 0)), end, Decimal(scale))
        end = at + 1


def _next_part(words: Words, at: int, group: int | None, *, started: bool) -> int:
    """Step over the hyphen of "twenty-one" and the "and" of "a hundred and five"."""
    if words.low(at) in HYPHENS and words.glued(at):
        joins = words.low(at + 1)
        tens = group is not None and group % 100 >= 20  # noqa: PLR2004 - "twenty-" and up
        return at + 1 if joins in SCALES or (tens and joins in SMALL) else at
    if words.low(at) == "and" and words.low(at + 1) in SMALL:
        hundreds = group is not None and group >= 100 and group % 100 == 0  # noqa: PLR2004
        return at + 1 if hundreds or (started and group is None) else at
    return at


def _fits(value: int, group: int | None) -> bool:
    if group is None:
        return True
    if not value:
        return False
    if group % 100 == 0:
        return True
    return value < 10 and group % 10 == 0 and group % 100 > 10  # noqa: PLR2004 - decimal places
