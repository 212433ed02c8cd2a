"""Words of a text in columns, as the number grammar reads them.

Numbers, letters and marks are apart ("35m" is two words, "$5" two), so that units, currency signs
and hyphens are met one by one; whether two words touch is asked with ``glued``.
"""

import re

from sayso.frozen import dataclass
from sayso.text import Span

_WORD = re.compile(
    r"""
      (?P<link>   https?://\S+ | www\.\S+ )
    | (?P<number> \d+(?:[.,]\d+)* | (?<![\w.])\.\d+ | [¼½¾⅓⅔⅛⅜⅝⅞] )
    | (?P<word>   [^\W\d_](?:\.[^\W\d_])+(?![^\W\d_])\.?   # U.S., p.m.
                | [^\W\d_]++(?:['’][^\W\d_]++)*+ )          # camp's
    | (?P<gap>    \n(?![ \t]*[a-z]) )                        # a wrapped line goes on in lower case
    | (?P<mark>   \S )
    """,
    re.VERBOSE,
)
GAP = "\n"
HYPHENS = frozenset("-‐‑")
DASHES = HYPHENS | frozenset("–—−")


def listed(words: str) -> frozenset[str]:
    """Return the words of a closed list that is written in one string."""
    return frozenset(words.split())


_ENDS = frozenset(".!?")
_ABBREVIATIONS = listed(
    "mr mrs ms dr gen col lt sgt capt sen rep gov prof st no nos vs approx ca rs est "
    "jan feb mar apr jun jul aug sep sept oct nov dec"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Columns of equal length; ``low`` and ``form`` give an empty string beyond the ends."""

    text: str
    forms: tuple[str, ...]
    lows: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    numeric: tuple[bool, ...]

    def __len__(self) -> int:
        return len(self.lows)

    def low(self, index: int) -> str:
        return self.lows[index] if 0 <= index < len(self.lows) else ""

    def form(self, index: int) -> str:
        return self.forms[index] if 0 <= index < len(self.lows) else ""

    def is_number(self, index: int) -> bool:
        return 0 <= index < len(self.lows) and self.numeric[index]

    def glued(self, index: int) -> bool:
        """Say whether the word touches the one before it."""
        return 0 < index < len(self.lows) and self.ends[index - 1] == self.starts[index]

    def span(self, start: int, end: int) -> Span:
        """Return the characters of the words ``[start, end)``."""
        return Span(self.starts[start], self.ends[end - 1])

    def begins_line(self, index: int) -> bool:
        return index <= 0 or self.lows[index - 1] == GAP

    def ends_sentence(self, index: int) -> bool:
        """Say whether a sentence ends with this word (its full stop, or the end of its line)."""
        low = self.low(index)
        if low in (GAP, ""):
            return True
        if low not in _ENDS or (low == "." and self.low(index - 1) in _ABBREVIATIONS):
            return False
        after = self.form(index + 1)
        return not after or not after[0].islower()

    def begins_sentence(self, index: int) -> bool:
        """Say whether a capital at this word may be that of a sentence's beginning."""
        before = index - 1
        while self.low(before) in ("“", '"', "‘", "'", "(", "—", "•", "*"):
            before -= 1
        return before < 0 or self.low(before) == ":" or self.ends_sentence(before)


def split_words(text: str) -> Words:
    """Split a text into the words that the number grammar reads."""
    matches = tuple(_WORD.finditer(text))
    forms = tuple(match[0] for match in matches)
    return Words(
        text=text,
        forms=forms,
        lows=tuple(map(str.lower, forms)),
        starts=tuple(match.start() for match in matches),
        ends=tuple(match.end() for match in matches),
        numeric=tuple(match.lastgroup == "number" for match in matches),
    )
