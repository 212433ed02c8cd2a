"""Hyphens at line ends: part of the word, or only of the line."""

import re
from collections.abc import Sequence
from itertools import pairwise

Vocabulary = frozenset[str]

# Joints of two lines: what comes between them.
GLUE = ""
SPACE = " "
DROP_HYPHEN = "\b"

_WORD = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_CUT = re.compile(r"[^\W_]+[-‐]\s*\n\s*[^\W_]+")
_TAIL = re.compile(r"(?P<word>[^\W_]+(?:[-‐][^\W_]+)*)[-‐]\Z")
_HEAD = re.compile(r"(?P<word>[^\W_]+)")
_ENDS = ("-", "‐", "—", "/")
_DASH_END = re.compile(r"\S[—/]\Z")

# "short- and long-term": the hyphen waits for the second word.
_CONJUNCTIONS = frozenset(
    {"and", "or", "to", "nor", "but", "und", "oder", "et", "ou", "y", "o", "e"}
)

# First and last parts of words that English spells with a hyphen.
_FIRST_PARTS = frozenset(
    {
        "all", "anti", "cease", "co", "counter", "cross", "east", "eight", "ex", "far",
        "five", "four", "full", "half", "high", "ill", "large", "left", "long", "low", "mid",
        "middle", "multi", "much", "near", "newly", "nine", "non", "north", "now", "one",
        "open", "pre", "pro", "re", "right", "second", "self", "semi", "seven", "short",
        "six", "small", "so", "south", "state", "ten", "then", "third", "three", "top", "two",
        "ultra", "vice", "well", "west",
    }
)  # fmt: skip
_LAST_PARTS = frozenset(
    {
        "affiliated", "aligned", "allied", "backed", "based", "born", "called", "controlled",
        "day", "dominated", "ever", "fire", "foot", "free", "funded", "general", "held",
        "hour", "in", "inch", "kilometer", "kilometre", "law", "led", "level", "like",
        "linked", "made", "metre", "mile", "minded", "minister", "minute", "month", "off",
        "old", "out", "owned", "person", "president", "related", "run", "scale", "school",
        "site", "speaking", "sponsored", "strong", "style", "supported", "term", "time",
        "ton", "trained", "type", "up", "wide", "week", "winning", "year", "years",
    }
)  # fmt: skip
# Verbs and nouns begin with these words as often as compounds do.
_WHOLE_WORDS_INSIDE = frozenset(
    {
        "after", "back", "down", "every", "fore", "some", "over", "under", "with",
    }
)  # fmt: skip
_LONG_ENOUGH = 4
_CUT_SHARE = 0.03


def vocabulary_of(text: str) -> Vocabulary:
    """Return the words of ``text`` in lower case, hyphenated ones whole as well as in parts.

    The halves of a word that a line end parts are no words of their own.
    """
    words = set()
    for found in _WORD.finditer(_CUT.sub(" ", text)):
        whole = found[0].lower().replace("‐", "-")
        words.add(whole)
        words.update(whole.split("-"))
    return frozenset(words)


def hyphenates(lines: Sequence[str]) -> bool:
    """Say whether words are cut at line ends, or lines only end now and then at a real hyphen.

    Of the lines of a hyphenated column five to fifteen in a hundred end in a cut word; where
    nothing is cut, about one in a hundred ends at the hyphen of a compound.
    """
    cut = sum(1 for left, right in pairwise(lines) if _TAIL.search(left) and right[:1].islower())
    return cut >= _CUT_SHARE * len(lines)


def hyphen_joint(
    left: str, right: str, words: Vocabulary, *, hyphenated: bool = True
) -> str | None:
    """Return the joint of two lines of which the first ends in a hyphen or dash, else ``None``.

    The hyphen goes if the document spells the word without it elsewhere; it stays if the document
    spells it with one, or if either part is known to take one; otherwise ``hyphenated`` decides,
    which says whether the document cuts words.
    """
    if not left.endswith(_ENDS):
        return None
    if _DASH_END.search(left):
        return GLUE
    tail, head = _TAIL.search(left), _HEAD.match(right)
    if tail is None or head is None:
        return None
    before, after = tail["word"].lower(), head["word"].lower()
    if after in _CONJUNCTIONS:
        return SPACE
    if not (head["word"].islower() and before.isalpha()):
        return GLUE
    keeps = _keeps_hyphen(before, after, words, hyphenated=hyphenated)
    return GLUE if keeps else DROP_HYPHEN


def _keeps_hyphen(before: str, after: str, words: Vocabulary, *, hyphenated: bool) -> bool:
    if before + after in words:
        return False
    if f"{before}-{after}" in words or before in _FIRST_PARTS or after in _LAST_PARTS:
        return True
    return not hyphenated or _are_two_words(before, after, words)


def _are_two_words(before: str, after: str, words: Vocabulary) -> bool:
    long_enough = min(len(before), len(after)) >= _LONG_ENOUGH
    return long_enough and before not in _WHOLE_WORDS_INSIDE and {before, after} <= words
