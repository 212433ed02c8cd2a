"""What a time hangs on in the tree of its sentence, and what else of the sentence shares that time."""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence

from sayso.evidence.event_types import shipped_types
from sayso.evidence.event_words import lemma, shipped_event_words
from sayso.evidence.forecast_text import Words
from sayso.frozen import dataclass
from sayso.language.analysis import SentenceTree, Timex
from sayso.language.function_words import BE, POSSESSIVES
from sayso.language.phrases import RELATIVE
from sayso.language.word_lists import word_set

# A time hangs on its verb over so many nouns at most: "at the gate of the camp on Friday".
_STEPS = 4
# So far a time is shared: "was there on Friday when he fell and broke a leg".
_SHARED = 3
_NOMINAL = word_set("nmod obl obj iobj nsubj appos compound flat nummod amod det advmod")
# Verbs in these places are no predicates: "according to", "fighting age".
_NO_PREDICATE = word_set("case amod compound mark advmod fixed")
# What clauses of these openers tell happened at the time of the clause that they belong to.
_AT_ONE_TIME = word_set("when as while where")
# So does what led to it, told by a gerund: "died on Friday after falling".
_AFTER = frozenset({"after"})
_MEANT = word_set("due expect")
_RELATIVE = RELATIVE | {"that"}


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

    @property
    def head(self) -> "Governor | None":
        above = self.tree.heads[self.at]
        return None if above < 0 else Governor(self.tree, above)

    def children(self, *relations: str) -> Iterator["Governor"]:
        for child, head in enumerate(self.tree.heads):
            if head == self.at and self.tree.deprels[child] in relations:
                yield Governor(self.tree, child)


@dataclass(frozen=True, slots=True)
class Governors:
    """The trees of a text, to be asked for what its times hang on."""

    words: Words
    trees: Sequence[SentenceTree]

    def of(self, timex: Timex, known: Collection[int]) -> Governor | None:
        """Return the event word of those ``known``, else the predicate or noun for an event, that a time hangs on."""
        for place, relation in self._path(timex):
            appointed = self._appointed(timex, place, known)
            if appointed is not None:
                return appointed
            if place.token in known or any(place.children("cop")):
                return place
            if place.upos == "VERB":
                return None if place.relation in _NO_PREDICATE else place
            if place.upos == "NOUN" and relation == "nmod" and self.names(place):
                return place
            if place.relation not in _NOMINAL:
                break
        return None

    def _appointed(self, timex: Timex, place: Governor, known: Collection[int]) -> Governor | None:
        """Return the noun that a time is appointed for: "called a strike for Monday"."""
        before = self.words.word(self.words.range_of(timex.span).start - 1)
        verb = lemma(self.words.word(place.token))
        if before != "for" or verb not in shipped_event_words().appointing:
            return None
        nouns = place.children("obj", "nsubj", "nsubj:pass")
        return next((one for one in nouns if self._is_event(one, known)), None)

    def given_to(self, place: Governor) -> Governor | None:
        """Return the noun for an event whose time a participle gives: "talks planned for Monday"."""
        lists = shipped_event_words()
        while place.relation == "xcomp" and lemma(self.words.word(place.token)) in lists.carriers:
            if place.head is None:
                return None
            place = place.head
        verb = lemma(self.words.word(place.token))
        gives = verb in lists.appointing | lists.carriers or verb in _MEANT
        noun = place.head if gives and place.relation == "acl" else None
        if noun is None or any(place.children("nsubj")) or not self._is_event(noun, {noun.token}):
            return None
        return noun

    def names(self, place: Governor) -> bool:
        """Say whether a noun is decisively one of an event."""
        own = lemma(self.words.word(place.token))
        return own in shipped_event_words().occasions or shipped_types().of_word(own) is not None

    def occasions(self, timex: Timex, place: Governor | None) -> Iterator[Governor]:
        """Yield the nouns for an occasion that a time tells of by a verb, or by none: "the vote is on Friday"."""
        top = self._top(timex)
        if place is None and top is not None:
            place = Governor(*top)
        elif (
            place is None
            or lemma(self.words.word(place.token)) not in shipped_event_words().carriers
        ):
            return
        if place is not None:
            yield from (one for one in place.children("nsubj", "obj") if self._is_occasion(one))

    def _is_occasion(self, place: Governor) -> bool:
        own = lemma(self.words.word(place.token))
        return place.upos == "NOUN" and own in shipped_event_words().occasions

    def words_of(self, place: Governor, *relations: str) -> frozenset[str]:
        return frozenset(self.words.word(child.token) for child in place.children(*relations))

    def sharing(self, place: Governor, known: Collection[int]) -> Iterator[Governor]:
        """Yield the words that share the time of another one; ``known`` are event words."""
        met, edge = {place.token}, [place]
        for _ in range(_SHARED):
            edge = [one for at in edge for one in self._beside(at, known) if one.token not in met]
            met |= {one.token for one in edge}
            yield from edge

    def _beside(self, place: Governor, known: Collection[int]) -> Iterator[Governor]:
        yield from (one for one in place.children("conj") if self._is_joined(one))
        yield from (one for one in place.children("advcl") if self._is_at_once(one))
        above = place.head
        if above is None:
            return
        if place.relation == "advcl" and _AT_ONE_TIME & self.words_of(place, "mark", "advmod"):
            yield above
        if place.relation == "acl" and _RELATIVE & self.words_of(place, "nsubj"):
            # "The fire that killed twelve on Friday"
            yield from (one for one in (above,) if self._is_event(one, known))
        acts = above.upos == "VERB" and not BE & self.words_of(above, "aux")
        if place.relation == "nsubj" and acts and self._is_event(place, known):
            yield above  # "the fire of Friday killed twelve"

    def _is_event(self, place: Governor, known: Collection[int]) -> bool:
        return place.upos == "NOUN" and (place.token in known or self.names(place))

    def _is_joined(self, place: Governor) -> bool:
        """Say whether a verb is joined to another one without a subject of its own."""
        return place.upos == "VERB" and not any(place.children("nsubj"))

    def _is_at_once(self, place: Governor) -> bool:
        openers = self.words_of(place, "mark", "advmod", "case")
        gerund = self.words.word(place.token).endswith("ing")
        return bool(openers & _AT_ONE_TIME) or (gerund and bool(openers & _AFTER))

    def _path(self, timex: Timex) -> Iterator[tuple[Governor, str]]:
        """Yield the words above a time, each with the relation of the one below it."""
        top = self._top(timex)
        if top is None:
            return
        tree, below = top
        # "Last week's homework was set": the verb has another time.
        owner = self.words.word(self.words.range_of(timex.span).stop) in POSSESSIVES
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
