"""Spelling: one form for the spellings of a word, from diacritics to transliterations."""

import unicodedata
from functools import lru_cache

from sayso.frozen import dataclass

# Letters that are no letter with a mark, as the alphabets of Europe's north and east write them.
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"}
)
_CYRILLIC = dict(
    zip(
        "абвгґдеєжзиіїйклмнопрстуфхцчшщьыэюяъў",
        [
            "a",
            "b",
            "v",
            "g",
            "g",
            "d",
            "e",
            "e",
            "zh",
            "z",
            "i",
            "i",
            "i",
            "i",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "kh",
            "ts",
            "ch",
            "sh",
            "shch",
            "",
            "y",
            "e",
            "yu",
            "ya",
            "",
            "u",
        ],
        strict=True,
    )
)
_CYRILLIC_LETTERS = str.maketrans(_CYRILLIC | {"ё": "e"})
# Marks inside a word that stand for a sound English has no letter for, or for none.
_INNER_MARKS = str.maketrans("", "", "'’‘`ʻʼʿʾ´.·")
# Spellings of one sound in transliterations of Arabic, Persian, Russian, Ukrainian, Burmese and
# Chinese names. Order matters: longer ones come first.
_SOUNDS = (
    ("shch", "sh"), ("sch", "sh"), ("tch", "ch"), ("tsch", "ch"), ("dzh", "j"), ("zh", "j"), ("dj", "j"),
    ("kh", "h"), ("gh", "g"), ("dh", "d"), ("ph", "f"), ("ts", "c"), ("tz", "c"), ("ks", "x"),
    ("gy", "ky"), ("ht", "t"), ("hl", "l"), ("hm", "m"), ("ck", "k"), ("q", "k"),
    ("iye", "ie"), ("oui", "ui"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("aa", "a"),
    ("iyy", "i"), ("iy", "i"), ("yy", "i"), ("ij", "i"), ("yj", "i"), ("ei", "ai"), ("ey", "ai"), ("ay", "ai"),
    ("aw", "au"), ("ie", "i"), ("ya", "ia"), ("yu", "iu"), ("ye", "e"), ("y", "i"), ("w", "v"),
)  # fmt: skip
_ARABIC_SERVANT = ("abdul", "abdel", "abdal", "abdoul", "abdol")
_RUSSIAN_ENDS = ("off", "eff")
_VOWELS = frozenset("aeiou")
_ROUNDED = frozenset("ou")
# A skeleton of fewer consonants is shared by too many names; a slip in a shorter word may be another.
_SHORTEST_SKELETON, _SHORTEST_SLIP = 3, 6
_SHORTEST_SHORTENED = 3
# "Khan" and "Han" are two names.
_SHORTEST_SOUND = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How far two words can be one, and why in words."""

    score: float
    reason: str


SAME = Likeness(score=1.0, reason="same word")
UNLIKE = Likeness(score=0.0, reason="other word")


def folded(text: str) -> str:
    """Return ``text`` in small letters without marks: "Müller-Ñawi" gives "muller-nawi"."""
    plain = text.casefold().translate(_LETTERS).translate(_CYRILLIC_LETTERS)
    letters = (c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return "".join(letters).translate(_INNER_MARKS)


@lru_cache(maxsize=200_000)
def sounding(word: str) -> str:
    """Return a folded word with one letter for each sound that transliterations spell in many ways."""
    for servant in _ARABIC_SERVANT:
        if word.startswith(servant):
            word = "abd" + word.removeprefix(servant)
            break
    if word.endswith(_RUSSIAN_ENDS):
        word = word[:-2] + "v"
    for written, sound in _SOUNDS:
        word = word.replace(written, sound)
    return _without_doubles(word).removesuffix("h") or word


@lru_cache(maxsize=200_000)
def skeleton(word: str) -> str:
    """Return the consonants of a word's sounds; a vowel it begins with is kept as ``a``."""
    sounds = sounding(word)
    start = "a" if sounds[:1] in _VOWELS else ""
    return start + _without_doubles("".join(s for s in sounds if s not in _VOWELS))


@lru_cache(maxsize=200_000)
def alike(left: str, right: str) -> Likeness:
    """Say how far two folded words can be spellings of one name."""
    if left == right:
        return SAME
    if sounding(left) == sounding(right):
        score = 0.96 if min(len(left), len(right)) >= _SHORTEST_SOUND else 0.75
        return Likeness(score=score, reason=f"{left} and {right} spell the same sounds")
    bones = skeleton(left)
    if bones == skeleton(right) and len(bones) >= _SHORTEST_SKELETON:
        return _same_consonants(left, right)
    if (
        min(len(left), len(right)) >= _SHORTEST_SLIP
        and left[0] == right[0]
        and _one_slip(left, right)
    ):
        return Likeness(score=0.85, reason=f"{left} and {right} differ by one letter")
    return UNLIKE


def shortened(short: str, full: str) -> bool:
    """Say whether a given name can be the beginning of another: "greg" of "gregory"."""
    return len(short) >= _SHORTEST_SHORTENED and short != full and full.startswith(short)


def _same_consonants(left: str, right: str) -> Likeness:
    """Rate names that differ in vowels: "Mohammed" and "Muhammad", but "Hassan" and "Hussein"."""
    first, second = _rounding(left), _rounding(right)
    reason = f"{left} and {right} have the same consonants"
    if first == second:
        return Likeness(score=0.9, reason=reason)
    if first[:1] == second[:1]:
        return Likeness(score=0.75, reason=reason)
    return UNLIKE


def _rounding(word: str) -> tuple[bool, ...]:
    """Return for each vowel of a word whether it is o or u: the one contrast that spellings keep."""
    sounds = sounding(word)
    return tuple(
        sound in _ROUNDED
        for at, sound in enumerate(sounds)
        if sound in _VOWELS and (at == 0 or sounds[at - 1] not in _VOWELS)
    )


def _without_doubles(word: str) -> str:
    return "".join(c for at, c in enumerate(word) if at == 0 or word[at - 1] != c)


def _one_slip(left: str, right: str) -> bool:
    """Say whether one letter put in, left out, replaced or swapped with the next parts two words."""
    if len(left) > len(right):
        left, right = right, left
    at = next((i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), len(left))
    if len(left) < len(right):
        return left[at:] == right[at + 1 :]
    swapped = left[at : at + 2] == right[at : at + 2][::-1] and left[at + 2 :] == right[at + 2 :]
    return swapped or left[at + 1 :] == right[at + 1 :]
