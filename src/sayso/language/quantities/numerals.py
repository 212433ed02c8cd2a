"""Numerals: the number proper, in digits, in words or as a vague word, without hedge and unit."""

from decimal import Decimal
from enum import StrEnum

from sayso.frozen import dataclass
from sayso.language.quantities.digits import GROUP, HEAD, Writing, read_digits, share, tidy
from sayso.language.quantities.nouns import IN_MILLIONS, PEOPLE
from sayso.language.quantities.number_words import (
    SCALES,
    WordNumber,
    extended,
    read_number_words,
)
from sayso.language.quantities.profiles import Expansion, Profile
from sayso.language.quantities.words import HYPHENS, Words, listed

_SUFFIXES = {
    "k": 1_000, "mn": 1_000_000, "mln": 1_000_000, "bn": 1_000_000_000, "bln": 1_000_000_000,
    "tn": 1_000_000_000_000, "trn": 1_000_000_000_000,
}  # fmt: skip
# Letters that are a scale only beside a currency sign, or as a capital: "$8m", "4.3M downloads".
_MONEY_SUFFIXES = {"m": 1_000_000, "b": 1_000_000_000, "t": 1_000_000_000_000}
_FRACTION_DIGITS = 4
_HALVES = frozenset("2348")  # denominators after a whole number: "7 1/2"
_WIDE_BLANKS = frozenset("\u00a0\u2009\u202f")  # typographic separators of thousands
_VAGUE_PLURALS = listed(
    "tens dozens scores hundreds thousands lakhs millions crores billions trillions"
)


class Form(StrEnum):
    """How a numeral is written."""

    DIGITS = "digits"
    WORDS = "words"
    FRACTION = "fraction"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """The words ``[start, end)`` read as one number; ``value`` is ``None`` for a vague word.

    ``scale`` is the scale that was written ("thousand"), 1 if there is none.
    """

    start: int
    end: int
    form: Form
    value: Decimal | None
    scale: Decimal = Decimal(1)
    vague: Expansion | None = None
    writing: Writing | None = None

    def rescaled(self, factor: Decimal) -> "Numeral":
        """Return the numeral under a scale carried back from a later one ("five to seven thousand")."""
        value = None if self.value is None else tidy(self.value * factor)
        return Numeral(
            start=self.start, end=self.end, form=self.form, value=value, scale=factor,
            vague=self.vague, writing=self.writing,
        )  # fmt: skip


def read_numeral(words: Words, at: int, profile: Profile, *, money: bool) -> Numeral | None:
    """Read the numeral that begins at the word ``at``; ``money`` says that a currency precedes."""
    if words.is_number(at):
        return _digits(words, at, money=money)
    return _vague(words, at, profile) or _in_words(words, at)


def _in_words(words: Words, at: int) -> Numeral | None:
    number = read_number_words(words, at)
    if number is None:
        return None
    form = Form.FRACTION if number.share else Form.WORDS
    return Numeral(
        start=at, end=number.end, form=form, value=tidy(number.value), scale=number.scale
    )


def _digits(words: Words, at: int, *, money: bool) -> Numeral | None:
    read = read_digits(words.forms[at])
    if read is None:
        return None
    value, writing = read
    end, value = _blank_groups(words, at, value)
    if writing is not Writing.SIGN and words.is_number(end):
        end, value = _mixed_fraction(words, end, value)
    if writing is Writing.PLAIN and (half := _slashed(words, end, of=False)):
        end, value = end + 3, value + half  # 7 1/2
    elif writing is Writing.PLAIN and (part := _slashed(words, at, of=True)):
        return Numeral(start=at, end=at + 3, form=Form.FRACTION, value=part)
    number = _suffixed(words, value, end, money=money)
    if writing is Writing.COMMA and number.scale == 1 and words.low(number.end) != "%":
        return None
    return Numeral(
        start=at, end=number.end, form=Form.DIGITS, value=tidy(number.value), scale=number.scale,
        writing=writing,
    )  # fmt: skip


def _blank_groups(words: Words, at: int, value: Decimal) -> tuple[int, Decimal]:
    """Join "1 500": sure with a typographic blank, else only if no number stands before."""
    end = at + 1
    if not HEAD.fullmatch(words.forms[at]):
        return end, value
    while words.is_number(end) and GROUP.fullmatch(words.forms[end]):
        blank = words.text[words.ends[end - 1] : words.starts[end]]
        if blank not in _WIDE_BLANKS and (blank != " " or not _plain_groups(words, at)):
            break
        value = value * 1000 + Decimal(words.forms[end])
        end += 1
    return end, value


def _plain_groups(words: Words, at: int) -> bool:
    before = words.form(at - 1)
    return not words.is_number(at - 1) and not before[:1].isupper() and not words.glued(at)


def _mixed_fraction(words: Words, end: int, value: Decimal) -> tuple[int, Decimal]:
    read = read_digits(words.forms[end])
    if read and read[1] is Writing.SIGN and value == value.to_integral_value():
        return end + 1, value + read[0]
    return end, value


def _slashed(words: Words, at: int, *, of: bool) -> Decimal | None:
    """Read 1⁄32, and 1/16 where "of" says that a share is meant and no date."""
    slash = words.low(at + 1)
    if slash not in ("/", "⁄") or not words.is_number(at + 2) or not words.glued(at + 2):
        return None
    upper, lower = words.forms[at], words.forms[at + 2]
    short = len(upper) <= _FRACTION_DIGITS and len(lower) <= _FRACTION_DIGITS
    if not short or not (upper.isdecimal() and lower.isdecimal()):
        return None
    if not 0 < int(upper) < int(lower):
        return None
    if slash == "/" and (words.low(at + 3) != "of" if of else lower not in _HALVES):
        return None
    return share(int(upper), int(lower))


def _suffixed(words: Words, value: Decimal, end: int, *, money: bool) -> WordNumber:
    low, form = words.low(end), words.form(end)
    factor = _SUFFIXES.get(low)
    if factor and (words.glued(end) or len(low) > 1):
        return WordNumber(value * factor, end + 1, Decimal(factor))
    factor = _MONEY_SUFFIXES.get(low)
    sure = money or form == "M" or (form == "m" and words.low(end + 1) in (PEOPLE | IN_MILLIONS))
    if factor and sure and (words.glued(end) or (money and low == "m")):
        return WordNumber(value * factor, end + 1, Decimal(factor))
    power = _power_of_ten(words, end)
    if power is not None:
        return WordNumber(value.scaleb(power[0]), power[1])
    return extended(words, WordNumber(value, end))


def _power_of_ten(words: Words, at: int) -> tuple[int, int] | None:
    """Read the exponent of "1.99 × 10^30" and "×10−30"."""
    if words.low(at) not in ("×", "x") or words.low(at + 1) != "10":
        return None
    at += 2
    if words.low(at) == "^":
        at += 1
    sign = -1 if words.low(at) == "−" or words.low(at) in HYPHENS else 1
    at += sign < 0
    exponent = words.form(at)
    if not exponent.isdigit() or not words.glued(at) or len(exponent) > 2:  # noqa: PLR2004
        return None
    return sign * int(exponent), at + 1


def _vague(words: Words, at: int, profile: Profile) -> Numeral | None:
    low = words.lows[at]
    end, word = at + 1, low
    if low in ("a", "an"):
        word, end = f"{low} {words.low(at + 1)}", at + 2
    expansion = profile.words.get(word)
    if expansion is None:
        return None
    if low not in _VAGUE_PLURALS:
        return _several(words, at, end, expansion)
    return _plurals(words, at, expansion, profile)


def _several(words: Words, at: int, end: int, expansion: Expansion) -> Numeral:
    """Compose "several hundred", "a couple of dozen"."""
    scale = Decimal(1)
    scaled_at = end + 1 if words.low(end) == "of" else end
    while (factor := SCALES.get(words.low(scaled_at).removesuffix("s"))) is not None:
        scale, end = scale * factor, scaled_at + 1
        scaled_at = end
    return Numeral(
        start=at, end=end, form=Form.VAGUE, value=None, scale=scale, vague=expansion.times(scale)
    )


def _plurals(words: Words, at: int, expansion: Expansion, profile: Profile) -> Numeral | None:
    """Compose "hundreds of thousands", "tens of millions"."""
    end, phrase = at + 1, words.lows[at]
    if words.lows[end : end + 2] == ("and", phrase):
        end += 2  # "thousands and thousands"
    while words.low(end) == "of" and words.low(end + 1) in _VAGUE_PLURALS:
        inner = words.low(end + 1)
        phrase = f"{phrase} of {inner}"
        factor = SCALES.get(inner.removesuffix("s"))
        if factor is None:
            break
        expansion = profile.words.get(phrase) or expansion.times(Decimal(factor))
        end += 2
    if phrase in ("tens", "scores") and words.low(end) != "of":
        return None  # "scores twice", "tens and units"
    return Numeral(start=at, end=end, form=Form.VAGUE, value=None, vague=expansion)
