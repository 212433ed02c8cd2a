"""Verbs and nouns that a time hangs on: what is told of a day happened, whether the core marks it or not."""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.dates import DayInterval
from sayso.evidence.event_types import shipped_types
from sayso.evidence.event_words import irregular_pasts, lemma, shipped_event_words
from sayso.evidence.forecast_text import Words
from sayso.language.analysis import Analysis, SentenceTree, Timex, TimexType
from sayso.language.function_words import IRREGULAR_PASTS, PARTICIPLES
from sayso.language.word_lists import word_set

# A time hangs on its verb over so many nouns at most: "at the gate of the camp on Friday".
_STEPS = 4
_NOMINAL = word_set("nmod obl obj iobj nsubj appos compound flat nummod amod det advmod")
# Verbs in these places are no predicates: "according to", "fighting age".
_NO_PREDICATE = word_set("case amod compound mark advmod fixed")
_HELPING = ("aux", "cop")
# Beside these a verb may tell what is, or what is done again and again.
_PRESENT = word_set("is are am 's ’s 're ’re do does ca can may might could should")


# Verbs whose past looks like the present: with a time behind the report it is the past.
_UNCHANGING = word_set(
    "set put cut hit hurt shut split burst spread let quit cast shed bid broadcast"
)
_POSSESSIVE = word_set("'s ’s ' ’")


@dataclass(frozen=True, slots=True)
class Governor:
    """A word of a tree that a time hangs on, over so many nouns."""

    tree: SentenceTree
    at: int
    steps: int = 0

    @property
    def token(self) -> int:
        return self.tree.first + self.at

    @property
    def upos(self) -> str:
        return self.tree.upos[self.at]

    @property
    def relation(self) -> str:
        return self.tree.deprels[self.at]

    def children(self, *relations: str) -> Iterator[int]:
        for child, head in enumerate(self.tree.heads):
            if head == self.at and self.tree.deprels[child] in relations:
                yield child


@dataclass(frozen=True, slots=True)
class Governors:
    """The trees of a text, to be asked for what its times hang on."""

    words: Words
    trees: Sequence[SentenceTree]

    def of(self, timex: Timex, known: Collection[int]) -> Governor | None:
        """Return the event word of those ``known``, else the verb or noun for an event, that a time hangs on."""
        for place, relation in self._path(timex):
            if place.token in known:
                return place
            if place.upos == "VERB":
                return None if place.relation in _NO_PREDICATE else place
            if place.upos == "NOUN" and relation == "nmod" and self._names(place):
                return place
            if place.relation not in _NOMINAL:
                break
        return None

    def _path(self, timex: Timex) -> Iterator[tuple[Governor, str]]:
        """Yield the words above a time, each with the relation of the one below it."""
        top = self._top(timex)
        if top is None:
            return
        tree, below = top
        # "Last week's homework was set": the verb has another time.
        owner = self.words.word(self.words.range_of(timex.span).stop) in _POSSESSIVE
        for steps in range(1 if owner else _STEPS):
            at = tree.heads[below]
            if at < 0:
                return
            yield Governor(tree, at, steps), tree.deprels[below]
            below = at

    def _top(self, timex: Timex) -> tuple[SentenceTree, int] | None:
        """Return the word of a time that hangs on something outside of it."""
        tokens = self.words.range_of(timex.span)
        index = bisect_right(self.trees, tokens.start, key=lambda tree: tree.first) - 1
        if index < 0 or not tokens:
            return None
        tree = self.trees[index]
        own = range(tokens.start - tree.first, tokens.stop - tree.first)
        if own.stop > len(tree.heads):
            return None
        return next(((tree, at) for at in own if tree.heads[at] not in own), None)

    def _names(self, place: Governor) -> bool:
        """Say whether a noun is decisively one of an event."""
        return shipped_types().of_word(lemma(self.words.word(place.token))) is not None


def dated_words(
    words: Words, analysis: Analysis, known: Collection[int], written: DayInterval
) -> frozenset[int]:
    """Return the tokens that tell what happened at a time of the text, none of those ``known`` as event words."""
    finder = _Finder(words=words, governors=Governors(words, analysis.trees), written=written)
    found = {token for timex in _times(analysis) for token in finder.told_by(timex, known)}
    return frozenset(found - set(known))


def governed_times(
    words: Words, analysis: Analysis, known: Collection[int]
) -> Mapping[int, tuple[Timex, ...]]:
    """Return the times that hang on each of the ``known`` event words.

    A verb joined to a dated one shares its time if it has no subject and no time of its own.
    """
    governors = Governors(words, analysis.trees)
    found, shared = dict[int, tuple[Timex, ...]](), dict[int, tuple[Timex, ...]]()
    for timex in _times(analysis):
        governor = governors.of(timex, known)
        if governor is None or governor.token not in known or _is_loose(words, governor, timex):
            continue
        found[governor.token] = (*found.get(governor.token, ()), timex)
        for joined in _joined(governor):
            shared[joined.token] = (*shared.get(joined.token, ()), timex)
    return {**{token: times for token, times in shared.items() if token in known}, **found}


def _is_loose(words: Words, governor: Governor, timex: Timex) -> bool:
    """Say whether a bound is that of a thing and not of the event: "paid for the camp until June"."""
    before = words.word(words.range_of(timex.span).start - 1)
    return governor.steps > 0 and before in shipped_event_words().before


def _joined(governor: Governor) -> Iterator[Governor]:
    """Yield the verbs joined to one that have no subject of their own."""
    for child in governor.children("conj"):
        joined = Governor(governor.tree, child)
        if joined.upos == "VERB" and not any(joined.children("nsubj")):
            yield joined


def _times(analysis: Analysis) -> Iterator[Timex]:
    """Yield the expressions that name a place on the calendar, known or not: no "recently"."""
    for timex in analysis.timexes:
        placed = timex.type in {TimexType.DATE, TimexType.TIME}
        if placed and not (timex.value or "").endswith("_REF"):
            yield timex


@dataclass(frozen=True, slots=True, kw_only=True)
class _Finder:
    words: Words
    governors: Governors
    written: DayInterval

    def told_by(self, timex: Timex, known: Collection[int]) -> Iterator[int]:
        """Yield the word that a time hangs on, and the verbs joined to it, if they tell what happened."""
        place = self.governors.of(timex, known)
        if place is None or place.token in known:
            return
        if place.upos != "VERB":
            yield place.token
            return
        if self._tells(place, timex):
            yield place.token
        yield from (joined.token for joined in _joined(place) if self._tells(joined, None))

    def _tells(self, place: Governor, timex: Timex | None) -> bool:
        """Say whether a verb tells what happened or is to happen: no state, and nothing that recurs."""
        word, timeless = self.words.word(place.token), shipped_event_words().timeless
        if lemma(word) in timeless:
            return False
        helpers = set(self._words_of(place, *_HELPING))
        if _is_past(word) or helpers - _PRESENT or "to" in self._words_of(place, "mark"):
            return True
        if word.endswith("ing"):
            return bool(helpers)
        if timex is None or place.steps > 0 or helpers:
            return False
        return self._is_ahead(timex) or (word in _UNCHANGING and timex.interval is not None)

    def _words_of(self, place: Governor, *relations: str) -> tuple[str, ...]:
        return tuple(self.words.word(place.tree.first + at) for at in place.children(*relations))

    def _is_ahead(self, timex: Timex) -> bool:
        """Say whether a time lies after the report: "the trial opens on Friday"."""
        lo = timex.interval.lo if timex.interval else None
        return lo is not None and self.written.hi is not None and lo > self.written.hi


def _is_past(word: str) -> bool:
    if word in irregular_pasts() or word in IRREGULAR_PASTS or word in PARTICIPLES:
        return True
    return word.endswith("ed")
