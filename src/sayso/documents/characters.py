"""Characters as they are compared: one blank, one line end, nothing unseen, letters composed."""

import re
import unicodedata
from html import unescape
from typing import NamedTuple

from sayso.text import Edit, TextMap, apply_edits


class Folded(NamedTuple):
    """Text with one kind of blank and of line end, and the map back to what was written."""

    text: str
    text_map: TextMap
    bidi_override: bool


# Blanks and line ends that stand for one of ours: replaced one by one, they need no entry in the
# map, which is what keeps a page full of no-break spaces small.
_BLANKS = "\t\x1f\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_LINE_ENDS = "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
# U+200C and U+200D stay: Persian, the Indic scripts and emoji are spelt with them.
_UNSEEN = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff"
)
_BIDI_OVERRIDES = re.compile("[\u202d\u202e]")
_CHANGED = re.compile(
    rf"""
      (?P<soft_hyphen> \xad \x20* (?: \r*\n | \r ) \x20* )   # joins two lines
    | (?P<line_end> \r+\n | \r )
    | (?P<unseen> [{_UNSEEN}]+ )
    | (?P<blanks> \x20 [\x20{_UNSEEN}]+ )
    | (?P<ligature> [\ufb00-\ufb06] )
    """,
    re.VERBOSE,
)
_ACCENTED = re.compile("[^\\W\\d_][\u0300-\u0345\u0350-\u036f]+")
_ACCENT = re.compile("[\u0300-\u0345\u0350-\u036f]")


def fold_characters(text: str) -> Folded:
    """Fold blanks, line ends and unseen characters, and put letters and their accents together."""
    for blank in _BLANKS:
        text = text.replace(blank, " ")
    for line_end in _LINE_ENDS:
        text = text.replace(line_end, "\n")
    patterns = (_CHANGED, _ACCENTED) if _ACCENT.search(text) else (_CHANGED,)
    edits = [
        Edit(found.start(), found.end(), _replacement(found))
        for pattern in patterns
        for found in pattern.finditer(text)
    ]
    folded, text_map = apply_edits(text, edits)
    return Folded(folded, text_map, bool(_BIDI_OVERRIDES.search(text)))


_ENTITY = re.compile(r"&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")


def unescape_entities(text: str) -> tuple[str, TextMap]:
    """Return ``text`` with its character references as what they stand for."""
    edits = [
        Edit(found.start(), found.end(), unescape(found[0])) for found in _ENTITY.finditer(text)
    ]
    return apply_edits(text, edits)


def _replacement(found: re.Match[str]) -> str:
    match found.lastgroup:
        case "line_end":
            return "\n"
        case "blanks":
            return " "
        case "soft_hyphen" | "unseen":
            return ""
        case "ligature":
            return unicodedata.normalize("NFKC", found[0])
        case _:
            return unicodedata.normalize("NFC", found[0])
