"""Marks of the future: words inside of what is said that show that it is still to come."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from sayso.evidence.forecast import Condition, ConditionKind, Likelihood
from sayso.evidence.forecast_text import Words, find_phrases
from sayso.evidence.forecast_words import ForecastWords
from sayso.frozen import dataclass
from sayso.language.function_words import BE, DETERMINERS, PREPOSITIONS, PRONOUNS
from sayso.language.phrases import RELATIVE
from sayso.language.word_lists import word_set

_BE = BE | word_set("'s ’s 're ’re am 'm ’m")
# "Prices look set to rise", "seem likely to".
_SEEM = _BE | word_set("look looks looked seem seems seemed appear appears appeared")
_NOT = word_set("not n't n’t never no longer nor neither")
# Between a modal and its verb; adverbs in -ly as well.
_BETWEEN = _NOT | word_set(
    "also then now soon still only even just again well eventually once all both itself themselves"
)
# Behind a modal these speak of what was, or say nothing of what is to come.
_NO_FUTURE = word_set("have 've ’ve like comment seem appear")
_WAS = word_set("was were had been")
_ASKING = word_set("how whether what why")
_PLACING = word_set("where")
_ASKS_WITHIN = 3
# "I will tell you", "all I am going to say": so one talks.
_DISCOURSE = word_set("say ask tell talk explain remind repeat add admit turn come let note")
_IS = word_set("is are")
_NO_NOUNS = word_set(
    "to will would can could may might must shall should and or of in on at by for from with as"
    " than that which who has have had do does did helps help let lets"
)
_OWN = word_set("we i")
# "Once again", "once a week", "without a word".
_NO_CLAUSE = frozenset({"again", "more", "a", "the", ""})
_NO_VERBS = PRONOUNS | DETERMINERS
_RELATIVE = RELATIVE | {"that"}
_CLOSED = frozenset(',;:—–-().!?”"')
_ENDINGS = ("ed", "en", "ing", "n", "t", "id", "ld", "nt")


class MarkKind(StrEnum):
    WILL = "will"
    WOULD = "would"
    MAY = "may"
    AHEAD = "ahead"
    PREDICATE = "predicate"
    PLAN = "plan"
    DANGER = "danger"
    UNDER_WAY = "under_way"
    SET_DOWN = "set_down"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Tokens that show that something lies ahead; ``verb`` is the token it is said by, if any.

    ``past`` says that it lay ahead in the past: "was due to leave".
    """

    first: int
    end: int
    kind: MarkKind
    verb: int | None
    negated: bool = False
    past: bool = False


def find_marks(words: Words, indices: Sequence[int], table: ForecastWords) -> Iterator[Mark]:
    """Yield the marks among some tokens that do speak of what is to come."""
    for first, end, name in find_phrases(words, indices, table.marks):
        mark = _mark(words, first, end, MarkKind(name), indices[-1] + 1, table)
        if mark is not None:
            yield mark


def _mark(
    words: Words, first: int, end: int, kind: MarkKind, stop: int, table: ForecastWords
) -> Mark | None:
    if not _may_mark(words, first, kind, table):
        return None
    past = _is_past(words, first)
    if kind in {MarkKind.PLAN, MarkKind.DANGER, MarkKind.PREDICATE}:
        return Mark(first=first, end=end, kind=kind, verb=None, past=past)
    verb, negated = _verb_behind(words, end, stop)
    if verb is None or not _looks_ahead(words, first, kind, verb, table):
        return None
    negated = negated or (kind is MarkKind.AHEAD and words.word(first - 1) in _NOT)
    # "Could not" is said of what was.
    if kind is MarkKind.MAY and negated and words.word(first) == "could":
        return None
    acted = _participle(words, verb, stop)
    if kind is MarkKind.WOULD and acted == verb and words.word(verb) == "be":
        return None  # "would be a mistake" judges, "would be closed" foretells
    return Mark(first=first, end=end, kind=kind, verb=acted, negated=negated, past=past)


def _may_mark(words: Words, first: int, kind: MarkKind, table: ForecastWords) -> bool:
    """Say whether what stands before a phrase lets it be a mark."""
    if kind in {MarkKind.AHEAD, MarkKind.PREDICATE}:
        return _is_be_before(words, first)
    if kind is MarkKind.MAY:
        return not _is_month(words, first)
    return kind is not MarkKind.DANGER or _stands(words, first, table)


def _looks_ahead(words: Words, first: int, kind: MarkKind, verb: int, table: ForecastWords) -> bool:
    """Say whether the verb behind a mark can be of what is to come."""
    if words.word(verb) in _NO_FUTURE | PREPOSITIONS:
        return False  # "the will of the people"
    near = {words.word(index) for index in range(max(first - _ASKS_WITHIN, 0), first)}
    # "Nobody knows how it will end"; "an area where they could attack" tells of what was.
    if near & _ASKING or (words.word(first) == "could" and near & _PLACING):
        return False
    if near & _OWN and words.word(verb) in _DISCOURSE:
        return False
    puts_case = words.word(first - 1) in _RELATIVE or words.word(verb) in table.putting_case
    return kind is not MarkKind.WOULD or not puts_case


def find_own_acts(words: Words, planned: Iterable[int]) -> Iterator[Mark]:
    """Yield what somebody says they are about to do: "we are closing the border".

    ``planned`` are the tokens of the events that are still to come.
    """
    for verb in planned:
        near = [words.word(index) for index in range(max(verb - 3, 0), verb)]
        if words.word(verb).endswith("ing") and _OWN & set(near) and _BE & set(near):
            yield Mark(first=verb - 1, end=verb + 1, kind=MarkKind.UNDER_WAY, verb=verb)


def find_set_down(words: Words, indices: Sequence[int], table: ForecastWords) -> Iterator[Mark]:
    """Yield marks that look ahead where a day to come stands beside them.

    "The council is to vote on Thursday", "talks resume on Monday".
    """
    for at in indices:
        if words.word(at) in _IS and words.word(at + 1) == "to":
            verb, negated = _verb_behind(words, at + 2, indices[-1] + 1)
            if verb is not None and words.word(at - 1) not in table.equated:
                yield Mark(
                    first=at,
                    end=at + 2,
                    kind=MarkKind.SET_DOWN,
                    verb=_participle(words, verb, indices[-1] + 1),
                    negated=negated,
                )
        elif words.word(at) in table.timetable and _has_subject(words, at, indices):
            yield Mark(first=at, end=at + 1, kind=MarkKind.SET_DOWN, verb=at)


def _has_subject(words: Words, verb: int, indices: Sequence[int]) -> bool:
    """Say whether a noun that agrees with the verb stands right before it: "talks resume"."""
    before = words.word(verb - 1)
    if verb - 1 < indices[0] or not before.isalpha() or before in _NO_VERBS | _BETWEEN | _BE:
        return False
    if before in _NO_NOUNS:
        return False
    return before.endswith("s") is not words.word(verb).endswith("s")


def _stands(words: Words, first: int, table: ForecastWords) -> bool:
    """Say whether a danger is said to be there: "attacks pose the threat of", "there is a risk"."""
    near = [words.word(index) for index in range(max(first - 4, 0), first)]
    return any(word in table.standing for word in near)


def _is_be_before(words: Words, first: int) -> bool:
    near = [words.word(index) for index in range(max(first - 3, 0), first)]
    return any(word in _SEEM for word in near)


def _is_past(words: Words, first: int) -> bool:
    near = [words.word(index) for index in range(max(first - 2, 0), first)]
    return any(word in _WAS for word in near)


def _participle(words: Words, verb: int, stop: int) -> int:
    """Return what is done in "be done"; else the verb itself."""
    if words.word(verb) != "be":
        return verb
    following, _ = _verb_behind(words, verb + 1, stop)
    done = following is not None and words.word(following).endswith(_ENDINGS)
    return verb if following is None or not done else following


def _is_month(words: Words, first: int) -> bool:
    """Tell the month of May from the modal."""
    return words.text[words.tokens.starts[first]] == "M" and words.word(first) == "may"


def _verb_behind(words: Words, at: int, stop: int) -> tuple[int | None, bool]:
    """Return the verb that a modal governs, and whether a negation stands between."""
    negated, index = False, at
    while index < stop and (words.word(index) in _BETWEEN or words.word(index).endswith("ly")):
        negated = negated or words.word(index) in _NOT
        index += 1
    if index >= stop or words.word(index) in _NO_VERBS or not words.word(index)[:1].isalpha():
        return None, negated
    return index, negated


def find_likelihood(
    words: Words, indices: Sequence[int], table: ForecastWords
) -> tuple[Likelihood, ...]:
    """Return the words of probability among some tokens, with the band of each that has one."""
    found = []
    for first, end, band in find_phrases(words, indices, table.likelihood):
        if words.word(first) == "may" and _is_month(words, first):
            continue
        lo, hi = band or (None, None)
        found.append(Likelihood(span=words.span(first, end), lo=lo, hi=hi))
    return tuple(found)


def find_conditions(
    words: Words, indices: Sequence[int], table: ForecastWords
) -> tuple[Condition, ...]:
    """Return the clauses that a forecast hangs on: from the word that opens one to its end."""
    found: list[Condition] = []
    inside = frozenset(indices)
    for first, end, name in find_phrases(words, indices, table.conditions):
        if found and words.tokens.starts[first] < found[-1].span.end:
            continue
        if not _opens_condition(words, first, end, inside, table):
            continue
        last = end
        # "Otherwise" stands for a clause of the sentence before.
        while (
            words.word(first) != "otherwise" and last in inside and words.word(last) not in _CLOSED
        ):
            last += 1
        found.append(Condition(span=words.span(first, last), kind=ConditionKind(name)))
    return tuple(found)


def _opens_condition(
    words: Words, first: int, end: int, inside: frozenset[int], table: ForecastWords
) -> bool:
    word, before = words.word(first), words.word(first - 1)
    starts_clause = first - 1 not in inside or before in _CLOSED | {"that", "and", "but"}
    if before in table.no_condition_after:
        return False
    if word in {"should", "without", "failing", "otherwise", "provided", "once"}:
        following = words.word(end)
        free = starts_clause or word == "once" or end - first > 1
        return free and following not in _NO_CLAUSE and before != "at"
    return True
