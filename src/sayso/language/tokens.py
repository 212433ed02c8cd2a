"""Tokens: the words and marks of a text, cut as Universal Dependencies cuts English."""

import re
from collections.abc import Generator, Iterator

from sayso.language.abbreviations import (
    BEFORE_NUMBERS,
    CAPITAL_ONLY,
    GENERAL,
    STARTERS,
    TITLES,
)
from sayso.language.analysis import Tokens
from sayso.language.word_lists import word_set

# Marks that belong to the letter before them: accents, Arabic vowels, joiners, soft hyphen.
_MARKS = r"\u0300-\u036f\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094d\u200c\u200d\u00ad"
_LETTERS = rf"(?:[^\W\d_][{_MARKS}]*+)++"
# Prefixes that UD keeps with their word; all other hyphens are tokens of their own.
_PREFIXES = (
    "anti|arch|co|counter|e|ex|extra|inter|intra|macro|meta|micro|mini|multi|neo|non|pan|post|pre"
    "|pro|proto|pseudo|quasi|re|semi|sub|super|supra|trans|ultra|un|vice"
)
# The ends of host and file names that are written without "www." or a path.
_ENDINGS = (
    "com|org|net|edu|gov|mil|int|info|io|co\\.uk|pdf|docx?|xlsx?|html?|txt|jpe?g|png|gif|csv|zip"
)
# Every quantifier is possessive or bounded: no input can make the scan look at a place more
# often than a fixed number of times. The blank before a token, and the plain words, are taken
# first, since at most places of a text nothing else can match.
_SCAN = re.compile(
    rf"""
    \s?+ (?:
      (?P<plain> [a-zA-Z]++ (?= [\s,;?!)"”] | \.\s ) | , )
    | (?P<url> (?: https?:// | ftp:// | www\. ) [^\s<>"“”«»]{{1,2000}}+ )
    | (?P<mail> [\w.+-]{{1,64}} @ [\w-]{{1,63}} (?: \. [\w-]{{1,63}} ){{1,8}}+ )
    | (?P<host> (?<![\w.]) \w [\w-]{{0,62}} (?: \. [\w-]{{1,63}} ){{0,6}} \. (?: {_ENDINGS} ) (?! \w | [-.@/] \w ) )
    | (?P<bracket> - [LR] [RSC] B - (?! \w ) )
    | (?P<face> (?<!\S) [:;] -?+ [()DPp] (?!\w) )
    | (?P<handle> [@\#] (?=[^\W\d]) \w++ )
    | (?P<dotted> (?<![\w.]) (?: [^\W\d_] \. ){{2,12}}+ (?!\w) | (?<!\w) (?: Ph\.D | M\.Sc | B\.Sc )\.?+ )
    | (?P<number> \d++ (?: [.,:/] \d++ )*+ (?: (?<=\d\d\d) - \d{{3,4}}+ (?: - \d{{4}} )?+ (?!\w) )?+ (?: st | nd | rd | th | s )?+ (?![^\W\d_]) )
    | (?P<digits> \d++ (?: [.,:/] \d++ )*+ )
    | (?P<money> (?<!\w) (?: US | A | C | HK | NZ )? \$ | [$€£¥] )
    | (?P<prefixed> (?<![\w-]) (?i: {_PREFIXES} ) - {_LETTERS} )
    | (?P<word> {_LETTERS} (?: ['’] {_LETTERS} )*+ (?: _ | \d )*+ )
    | (?P<dots> \.{{2,}}+ | …++ )
    | (?P<dashes> -{{2,}}+ | –++ | —++ | ―++ )
    | (?P<marks> [!?]{{2,}}+ | ={{2,}}+ | \*{{2,}}+ | _{{2,}}+ )
    | (?P<doubled> `` | '' )
    | (?P<clitic> ['’] (?: s | S | ll | re | ve | d | m ) (?!\w) )
    | (?P<mark> \S )
    )
    """,
    re.VERBOSE,
)
_CLITICS = word_set("s ll re ve d m")
# Contractions without an apostrophe: where they are cut.
_FUSED = {"cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3, "dunno": 2, "lemme": 3, "gimme": 3}
_LONGEST_FUSED = max(map(len, _FUSED))
_LONGEST_CONTRACTION = 40
_LONGEST_ABBREVIATION = 6
# What follows a full stop is looked at no further than this, in characters.
_AHEAD = 40
# Signs that follow an address in running text but are not part of it.
_TRAILING = ".,;:!?)]}'’…*"


def tokenize(text: str) -> Tokens:
    """Return the tokens of ``text``: offsets are exact, only blanks lie between tokens."""
    pieces = tuple(_scan(text))
    return Tokens(starts=tuple(start for start, _ in pieces), ends=tuple(end for _, end in pieces))


def _scan(text: str) -> Iterator[tuple[int, int]]:
    at: int | None = 0
    while at is not None:
        at = yield from _scan_from(text, at)


def _scan_from(text: str, at: int) -> Generator[tuple[int, int], None, int | None]:
    """Yield the tokens from ``at`` on; return where one ends beside its match, to go on from there."""
    for match in _SCAN.finditer(text, at):
        kind = match.lastgroup or "mark"
        start, end = match.span(kind)
        if kind == "plain":  # most of any text; it has no apostrophe
            stop = end
            if text.startswith(".", end):
                stop = _abbreviation_end(text, start, end)
            if stop == end and end - start <= _LONGEST_FUSED:
                cut = _FUSED.get(text[start:end].lower(), 0)
                if cut:
                    yield start, start + cut
                    start += cut
        elif kind == "word":
            stop = _abbreviation_end(text, start, end)
            cut = _clitic_cut(match[kind]) if stop == end else 0
            if 0 < cut < end - start:
                yield start, start + cut
                start += cut
        else:
            stop = start + _address_length(match["url"]) if kind == "url" else end
        yield start, stop
        if stop != end:
            return stop
    return None


def _address_length(written: str) -> int:
    return max(len(written.rstrip(_TRAILING)), 1)


def _clitic_cut(word: str) -> int:
    """Return where a word is cut in two, or 0."""
    if len(word) > _LONGEST_CONTRACTION:
        return 0
    lower = word.lower().replace("’", "'")
    if "'" not in lower:
        return _FUSED.get(lower, 0)
    if lower.endswith("n't"):
        return len(word) - 3
    head, apostrophe, tail = lower.rpartition("'")
    return len(head) if apostrophe and tail in _CLITICS else 0


def _abbreviation_end(text: str, start: int, end: int) -> int:
    """Return ``end``, or one more if the full stop that follows belongs to the word."""
    if not text.startswith(".", end) or end - start > _LONGEST_ABBREVIATION:
        return end
    rest = text[end + 1 : end + 1 + _AHEAD]
    return end + 1 if _has_stop(text[start:end], rest) else end


def _has_stop(word: str, rest: str) -> bool:
    """Say whether a word is written with a full stop, given what follows that stop."""
    lower, after = word.lower(), rest.lstrip(" \t\u00a0")
    if rest.startswith(".") or (lower in CAPITAL_ONLY and not word[0].isupper()):
        return False
    if lower in TITLES:
        return after[:1].isupper() or after[:1] in {"", "-"}
    if (lower in BEFORE_NUMBERS and after[:1].isdigit()) or lower in GENERAL:
        return not rest[:1].isalnum() or after[:1].isdigit()
    return len(word) == 1 and word.isupper() and _begins_name(rest, after)


def _begins_name(rest: str, after: str) -> bool:
    """Say whether a single capital with a stop is an initial: a name goes on behind it."""
    if not after[:1].isupper():
        return False
    word = after.split(maxsplit=1)[0].rstrip(".,;:!?'’\")")
    return word.lower() not in STARTERS or rest[:1].isupper()
