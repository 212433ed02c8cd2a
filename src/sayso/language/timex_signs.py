"""Signs of direction around an expression of time: tense, prepositions, words of planning."""

from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from sayso.dates.tokens import Gap, TokenLine
from sayso.language.timex_direction import (
    SETTING_OUT,
    Cue,
    is_possessive,
    is_sentence_end,
    nearest_cue,
    toward,
)
from sayso.language.timex_expressions import Sign, Signs, Toward

# How many tokens a verb or a word of planning may stand before the expression to count as near.
_NEAR = 3
_CLAUSE = 7
_NEAR_VERB = 12
_SENTENCE = 40
_LONGEST_TITLE = 40
# Tokens of "from 14 September to".
_SPAN = 6


_PREPOSITIONS: Final = MappingProxyType(
    {
        "by": Sign.UNTIL, "until": Sign.UNTIL, "till": Sign.UNTIL,
        "to": Sign.UNTIL, "since": Sign.SINCE, "from": Sign.FROM, "for": Sign.FOR, "on": Sign.ON,
        "in": Sign.IN, "of": Sign.OF, "before": Sign.BESIDE, "after": Sign.BESIDE,
    }
)  # fmt: skip
_PLANNED: Final = frozenset(
    {
        "scheduled", "set", "due", "expected", "planned", "slated", "plans", "plan", "deadline",
        "starting", "beginning", "next", "upcoming", "ahead", "open", "opens", "begins", "ends",
        "resumes", "expires", "closes", "meets", "goes", "comes", "takes",
    }
)  # fmt: skip
_IN_THE_SENTENCE: Final = MappingProxyType({"would": Sign.WOULD, "said": Sign.SAID})
_WILL: Final = frozenset({"will", "ll", "shall"})
_ARE: Final = frozenset({"is", "are"})
_MEANT: Final = frozenset({"due", "set", "scheduled", "slated", "expected"})
_CUES_BEFORE: Final = MappingProxyType(
    {Toward.PAST: Sign.PAST_BEFORE, Toward.FUTURE: Sign.FUTURE_BEFORE}
)
_CUES_NEAR: Final = MappingProxyType({Toward.PAST: Sign.PAST_NEAR, Toward.FUTURE: Sign.FUTURE_NEAR})
_CUES_BEHIND: Final = MappingProxyType(
    {Toward.PAST: Sign.PAST_BEHIND, Toward.FUTURE: Sign.FUTURE_BEHIND}
)


def read_signs(tokens: TokenLine, first: int, end: int) -> tuple[Toward, Signs]:
    """Return the direction of the clause around tokens ``first`` to ``end``, and its signs."""
    way = toward(tokens, first, end)
    if is_possessive(tokens, end):  # "Monday's vote": the verb of the clause tells nothing of it
        return way, frozenset({Sign.POSSESSIVE, Sign(f"toward_{way}")})
    before, behind = nearest_cue(tokens, first, -1), nearest_cue(tokens, end, 1)
    found = {Sign(f"toward_{way}"), *_signs_of_cues(before, behind), *_around(tokens, first, end)}
    return way, frozenset(found)


def _signs_of_cues(before: Cue, behind: Cue) -> Iterator[Sign]:
    if before.toward in _CUES_BEFORE:
        yield _CUES_BEFORE[before.toward]
        if before.distance <= _NEAR:
            yield _CUES_NEAR[before.toward]
    if behind.toward in _CUES_BEHIND:
        yield _CUES_BEHIND[behind.toward]


def _around(tokens: TokenLine, first: int, end: int) -> Iterator[Sign]:
    before = tokens[first - 1].key if first else ""
    yield Sign.BARE if _ends_a_span(tokens, first) else _PREPOSITIONS.get(before, Sign.BARE)
    if first < _LONGEST_TITLE and not any(
        token.gap is Gap.PARAGRAPH for token in tokens[1 : first + 1]
    ):
        yield Sign.TITLE
    yield from _in_the_sentence(tokens, first, end)


def _ends_a_span(tokens: TokenLine, first: int) -> bool:
    """Say whether it is the end of "from 3 May to Thursday": such a "to" does not look ahead."""
    if not first or tokens[first - 1].key != "to":
        return False
    before = tokens[max(first - _SPAN, 0) : first - 1]
    return any(token.key in {"from", "between"} for token in before)


def _in_the_sentence(tokens: TokenLine, first: int, end: int) -> Iterator[Sign]:
    for place in _sentence(tokens, first, end):
        key = tokens[place].key
        if key in _IN_THE_SENTENCE:
            yield _IN_THE_SENTENCE[key]
        near = first - _NEAR_VERB <= place < first or end <= place < end + _CLAUSE
        if near and (key in _WILL or (place < first and _is_meant(tokens, place))):
            yield Sign.WILL
        if first - _CLAUSE <= place < first:
            if key in _PLANNED:
                yield Sign.PLANNED
            if key == "to" and place + 1 < first:
                yield Sign.TO_DO


def _is_meant(tokens: TokenLine, place: int) -> bool:
    """Say whether "to" stands before what is to be: "is to meet", "are due to open", "hopes to pay"."""
    if tokens[place].key != "to" or place < len(("is", "due")):
        return False
    before = tokens[place - 1].key
    return before in _ARE | SETTING_OUT or (before in _MEANT and tokens[place - 2].key in _ARE)


def _sentence(tokens: TokenLine, first: int, end: int) -> Iterator[int]:
    for place in range(first - 1, max(first - 1 - _SENTENCE, -1), -1):
        if is_sentence_end(tokens, place):
            break
        yield place
        if tokens[place].gap is Gap.PARAGRAPH:
            break
    for place in range(end, min(end + _SENTENCE, len(tokens))):
        if tokens[place].gap is Gap.PARAGRAPH or is_sentence_end(tokens, place):
            break
        yield place
