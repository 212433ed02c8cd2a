"""Verbs and nouns that a time hangs on: what is told of a day happened, whether the core marks it or not."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import field

from sayso.dates import DayInterval
from sayso.evidence.event_governors import Governor, Governors
from sayso.evidence.event_words import irregular_pasts, lemma, shipped_event_words
from sayso.evidence.forecast_text import Words
from sayso.frozen import dataclass
from sayso.language.analysis import Analysis, Timex, TimexType
from sayso.language.function_words import IRREGULAR_PASTS, PARTICIPLES
from sayso.language.word_lists import word_set
from sayso.text import Span

_HELPING = ("aux", "cop")
# Beside these a verb may tell what is, or what is done again and again.
_PRESENT = word_set("is are am 's ’s 're ’re do does ca can may might could should")
# Verbs whose past looks like the present: with a time behind the report it is the past.
_UNCHANGING = word_set(
    "set put cut hit hurt shut split burst spread let quit cast shed bid broadcast"
)
# Words behind a gerund in which a length of time tells that it went on before: "after serving two years".
_LENGTH = 7


@dataclass(frozen=True, slots=True)
class HangingTimes:
    """The times of event words by their tokens: those that hang on them, and those that they share."""

    own: Mapping[int, tuple[Timex, ...]] = field(default_factory=dict)
    shared: Mapping[int, tuple[Timex, ...]] = field(default_factory=dict)
    # Those of relative clauses about something else: "the tour, which was to begin in May, …".
    aside: frozenset[Span] = frozenset()


def dated_words(
    words: Words, analysis: Analysis, known: Collection[int], written: DayInterval
) -> frozenset[int]:
    """Return the tokens that tell what happened at a time of the text, none of those ``known`` as event words."""
    finder = _Finder(words=words, governors=Governors(words, analysis.trees), written=written)
    found = {token for timex in _times(analysis) for token in finder.told_by(timex, known)}
    return frozenset(found - set(known))


def hanging_times(words: Words, analysis: Analysis, known: Collection[int]) -> HangingTimes:
    """Return the times that hang on each of the ``known`` event words, and those that they share with others."""
    governors = Governors(words, analysis.trees)
    lengths = _lengths(words, analysis)
    own, shared = dict[int, tuple[Timex, ...]](), dict[int, tuple[Timex, ...]]()
    aside: set[Span] = set()
    for timex in _times(analysis):
        governor = governors.of(timex, known)
        for one in governors.occasions(timex, governor):
            shared[one.token] = (*shared.get(one.token, ()), timex)
        if governor is None or _is_loose(words, governor, timex):
            continue
        head = governors.given_to(governor)
        if head is not None and head.token in known:
            own[head.token] = (*own.get(head.token, ()), timex)
        elif governor.token not in known and governor.upos == "VERB" and governor.relation == "acl":
            aside.add(timex.span)
        for one in (governor, *governor.children("xcomp")):
            if one.token in known and (one is governor or _is_state(words, one)):
                own[one.token] = (*own.get(one.token, ()), timex)
        for one in governors.sharing(governor, known):
            went_on = lengths.intersection(range(one.token, one.token + _LENGTH))
            if one.token in known and not went_on:
                shared[one.token] = (*shared.get(one.token, ()), timex)
    return HangingTimes(own=own, shared=shared, aside=frozenset(aside))


def _is_state(words: Words, place: Governor) -> bool:
    """Say whether a word tells how something is to be: "will remain closed until Friday"."""
    return words.word(place.token) in shipped_event_words().impending


def _lengths(words: Words, analysis: Analysis) -> frozenset[int]:
    """Return the tokens of lengths of time."""
    lengths = [one.span for one in analysis.timexes if one.type is TimexType.DURATION]
    return frozenset(words.inside(lengths))


def _is_loose(words: Words, governor: Governor, timex: Timex) -> bool:
    """Say whether a bound is that of a thing and not of the event: "paid for the camp until June"."""
    before = words.word(words.range_of(timex.span).start - 1)
    return governor.steps > 0 and before in shipped_event_words().before


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
        """Yield the word that a time hangs on, and the verbs that share it, if they tell what happened."""
        place = self.governors.of(timex, known)
        yield from (one.token for one in self.governors.occasions(timex, place))
        if place is None or _is_loose(self.words, place, timex):
            return
        if place.upos == "VERB" and self._tells(place, timex):
            yield place.token
        if self._impends(place, timex):
            yield place.token
        if place.upos == "VERB" and self._is_ahead(timex):
            states = (one for one in place.children("xcomp") if _is_state(self.words, one))
            yield from (one.token for one in states)
        if place.upos == "NOUN" and not any(place.children("cop")):
            yield place.token
        head = self.governors.given_to(place)
        if head is not None and self.governors.names(head):
            yield head.token
        for one in self.governors.sharing(place, known):
            if one.upos == "VERB" and self._tells(one, None):
                yield one.token

    def _tells(self, place: Governor, timex: Timex | None) -> bool:
        """Say whether a verb tells what happened or is to happen: no state, and nothing that recurs."""
        word, timeless = self.words.word(place.token), shipped_event_words().timeless
        if lemma(word) in timeless:
            return False
        helpers = self.governors.words_of(place, *_HELPING)
        if is_past(word) or helpers - _PRESENT or "to" in self.governors.words_of(place, "mark"):
            return True
        if word.endswith("ing"):
            return bool(helpers)
        if timex is None or place.steps > 0 or helpers:
            return False
        return self._is_ahead(timex) or (word in _UNCHANGING and timex.interval is not None)

    def _impends(self, place: Governor, timex: Timex) -> bool:
        """Say whether something is to be ready, open … at a time ahead: "is due out in April"."""
        subjects = place.children("nsubj")
        is_it = any(place.children("cop")) and not any(map(self.governors.names, subjects))
        return is_it and _is_state(self.words, place) and self._is_ahead(timex)

    def _is_ahead(self, timex: Timex) -> bool:
        """Say whether a time lies after the report: "the trial opens on Friday"."""
        lo = timex.interval.lo if timex.interval else None
        return lo is not None and self.written.hi is not None and lo > self.written.hi


def is_past(word: str) -> bool:
    """Say whether a verb has a form of the past."""
    if word in irregular_pasts() or word in IRREGULAR_PASTS or word in PARTICIPLES:
        return True
    return word.endswith("ed")
