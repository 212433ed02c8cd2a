"""What began on a day: "the siege of Lakor began on 3 May" lets its days be counted."""

from typing import Final

from sayso.dates.tokens import Gap, TokenLine
from sayso.language.timex_direction import is_sentence_end

_BEGAN: Final = frozenset(
    {"began", "begun", "started", "opened", "launched", "imposed", "declared", "erupted"}
)
# Between "began" and the date, and between the name of what began and "began".
_BEFORE_A_DATE = 4
_BEFORE_A_VERB = 8
_NO_EVENT: Final = frozenset({"the", "a", "an", "of", "in", "on", "at", "that", "which", "when"})
_NONE: Final = frozenset[str]()


def begun_before(tokens: TokenLine, first: int) -> frozenset[str]:
    """Return the words before a verb of beginning that stands close before token ``first``."""
    for verb in range(first - 1, max(first - 1 - _BEFORE_A_DATE, -1), -1):
        if tokens[verb + 1].gap is Gap.PARAGRAPH or is_sentence_end(tokens, verb):
            return _NONE
        if tokens[verb].key in _BEGAN:
            return frozenset(_words_before(tokens, verb))
    return _NONE


def _words_before(tokens: TokenLine, verb: int) -> list[str]:
    words = []
    for place in range(verb - 1, max(verb - 1 - _BEFORE_A_VERB, -1), -1):
        if tokens[place + 1].gap is Gap.PARAGRAPH or is_sentence_end(tokens, place):
            break
        key = tokens[place].key
        if key.isalpha() and key not in _NO_EVENT:
            words.append(key)
    return words
