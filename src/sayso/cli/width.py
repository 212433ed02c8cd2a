"""How text stands on a terminal: its width in columns, and what is shown for what cannot be seen.

Text of documents is foreign: a control character in it could move the cursor, and a direction
override could turn words around. Both are shown as visible stand-ins, one for each character, so
that nothing disappears silently.
"""

import unicodedata
from collections.abc import Iterator, Sequence

from sayso.frozen import dataclass
from sayso.text import Span

ELLIPSIS = "…"
_NO_WIDTH = {"Mn", "Me", "Cf"}
_SOFT_HYPHEN = "\u00ad"
_NEWLINE = "⏎"
_DIRECTION_CONTROLS = frozenset(
    "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
# Control pictures of Unicode stand at this offset from the control characters themselves.
_CONTROL_PICTURES = 0x2400
_DELETE_PICTURE = "␡"
# Vowels and final consonants of decomposed Hangul join the syllable before them.
_HANGUL_JOINING = range(0x1160, 0x1200)


def shown(character: str) -> str:
    """Return what stands on the terminal for one character of a document."""
    if character == "\n":
        return _NEWLINE
    if character in "\t\u00a0\u2028\u2029":
        return " "
    code = ord(character)
    if code < ord(" "):
        return chr(_CONTROL_PICTURES + code)
    if code == 0x7F:  # noqa: PLR2004 -- DEL has its own picture, outside the row of the others
        return _DELETE_PICTURE
    if character in _DIRECTION_CONTROLS or unicodedata.category(character) in {"Cc", "Cs"}:
        return f"⟨{code:04X}⟩"
    return character


def shown_text(text: str) -> str:
    return "".join(map(shown, text))


def width(text: str) -> int:
    """Return the number of terminal columns of text that holds no control characters."""
    return len(text) if text.isascii() else sum(map(_character_width, text))


def cut(text: str, columns: int) -> str:
    """Return ``text`` in at most ``columns`` columns; what was left off is marked with ``…``."""
    if width(text) <= columns:
        return text
    used, end = 0, 0
    for character in text:
        wide = _character_width(character)
        if used + wide > columns - 1:
            break
        used += wide
        end += 1
    return text[:end].rstrip() + ELLIPSIS


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands beneath the characters of ``span``."""

    span: Span
    sign: str = "^"


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A line of text and, beneath it, signs under the characters that are meant."""

    text: str
    signs: str


def marked_lines(text: str, marks: Sequence[Mark], columns: int) -> Iterator[MarkedLine]:
    """Break ``text`` into lines of at most ``columns``; where marks overlap the last one shows."""
    beneath = [" "] * len(text)
    for mark in marks:
        beneath[mark.span.start : mark.span.end] = mark.sign * len(mark.span)
    for start, end in _line_ranges(text, columns):
        pieces = [shown(character) for character in text[start:end].rstrip(" \n")]
        signs = (beneath[start + i] * width(piece) for i, piece in enumerate(pieces))
        yield MarkedLine("".join(pieces), "".join(signs).rstrip())


def _line_ranges(text: str, columns: int) -> Iterator[tuple[int, int]]:
    """Cut at the last blank that fits, at a newline, or inside a word that is too long."""
    start, used, blank = 0, 0, -1
    for index, character in enumerate(text):
        wide = width(shown(character))
        if used + wide > columns and index > start:
            end = blank + 1 if blank >= start else index
            yield start, end
            start = end
            used = sum(width(shown(c)) for c in text[start:index])
        used += wide
        if character == "\n":
            yield start, index + 1
            start, used = index + 1, 0
        elif character == " ":
            blank = index
    if start < len(text):
        yield start, len(text)


def _character_width(character: str) -> int:
    if character == _SOFT_HYPHEN:
        return 1
    if unicodedata.category(character) in _NO_WIDTH or ord(character) in _HANGUL_JOINING:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
