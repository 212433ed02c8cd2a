"""Hyphens at line ends: part of the word, or only of the line."""

import re

Vocabulary = frozenset[str]

# Joints of two lines: what comes between them.
GLUE = ""
SPACE = " "
DROP_HYPHEN = "\b"

_WORD = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_CUT = re.compile(r"[^\W_]+[-‐]\s*\n\s*[^\W_]+")
_TAIL = re.compile(r"(?P<word>[^\W_]+(?:[-‐][^\W_]+)*)[-‐]\Z")
_HEAD = re.compile(r"(?P<word>[^\W_]+)")
_DASH_END = re.compile(r"\S[—/]\Z")

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


def hyphen_joint(left: str, right: str, words: Vocabulary) -> str | None:
    """Return the joint of two lines of which the first ends in a hyphen or dash, else ``None``.

    The hyphen goes if the document spells the word without it elsewhere; it stays if the document
    spells it with one, or if either part is known to take one.
    """
    if _DASH_END.search(left):
        return GLUE
    tail, head = _TAIL.search(left), _HEAD.match(right)
    if tail is None or head is None:
        return None
    before, after = tail["word"].lower(), head["word"].lower()
    if not (head["word"].islower() and before.isalpha()):
        return GLUE
    if before + after in words:
        return DROP_HYPHEN
    if f"{before}-{after}" in words or before in _FIRST_PARTS or after in _LAST_PARTS:
        return GLUE
    return GLUE if _are_two_words(before, after, words) else DROP_HYPHEN


def _are_two_words(before: str, after: str, words: Vocabulary) -> bool:
    long_enough = min(len(before), len(after)) >= _LONG_ENOUGH
    return long_enough and before not in _WHOLE_WORDS_INSIDE and {before, after} <= words
