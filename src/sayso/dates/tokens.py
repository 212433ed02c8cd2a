"""Tokens of the date grammar: words, runs of digits and marks, with the gap before each."""

import re
from dataclasses import dataclass
from enum import IntEnum

from sayso.text import Span

# Letters and digits part, so that "20th", "5pm" and "1990s" are a number and a suffix.
_TOKEN = re.compile(r"\d+|[^\W\d_]+|[^\w\s]|_")
# All runs of digits share one key in the index of rules; no mark and no word looks like it.
NUMBER_KEY = "0"

_LONGEST_NUMBER = 9


class Gap(IntEnum):
    """What stands between a token and the one before it."""

    GLUED = 0
    BLANK = 1
    PARAGRAPH = 2


@dataclass(frozen=True, slots=True)
class Token:
    """One word, run of digits, or mark; ``key`` is its lower-case form, ``0`` for digits."""

    start: int
    end: int
    text: str
    key: str
    gap: Gap

    @property
    def number(self) -> int | None:
        """Return the number of a run of digits; a very long one is an identifier, not a number."""
        is_number = self.key == NUMBER_KEY and len(self.text) <= _LONGEST_NUMBER
        return int(self.text) if is_number else None

    @property
    def capitalised(self) -> bool:
        return self.text[0].isupper()


TokenLine = tuple[Token, ...]


def tokenize(text: str) -> TokenLine:
    """Split ``text``; a blank line is a gap that no expression crosses."""
    tokens = []
    position = 0
    for found in _TOKEN.finditer(text):
        word = found.group()
        key = NUMBER_KEY if _is_number(word) else word.lower()
        gap = _gap(text[position : found.start()])
        tokens.append(Token(found.start(), found.end(), word, key, gap))
        position = found.end()
    return tuple(tokens)


def span_of(tokens: TokenLine, first: int, end: int) -> Span:
    """Return the characters from token ``first`` up to, not including, token ``end``."""
    return Span(tokens[first].start, tokens[end - 1].end)


def _gap(between: str) -> Gap:
    if not between:
        return Gap.GLUED
    return Gap.PARAGRAPH if between.count("\n") > 1 else Gap.BLANK


def _is_number(word: str) -> bool:
    return word.isascii() and word.isdigit()
