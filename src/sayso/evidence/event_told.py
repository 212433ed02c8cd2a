"""Verbs in the past that carry a report: what somebody did or underwent, whether the core marks it or not."""

from collections.abc import Iterator

from sayso.evidence.event_dated import is_past
from sayso.evidence.event_governors import Governor
from sayso.evidence.event_words import NOBODY, lemma, shipped_event_words
from sayso.evidence.forecast_text import Words
from sayso.language.analysis import Analysis
from sayso.language.word_lists import word_set

_MAIN = word_set("root parataxis")
_HELPERS = word_set("was were been had has have being got 've ’ve 'd ’d 's ’s")
_MARKS = word_set("that")
_SUBJECTS = ("nsubj", "nsubj:pass")


def told_words(words: Words, analysis: Analysis) -> frozenset[int]:
    """Return the tokens of verbs of main and reported clauses that tell what was done, where there are trees."""
    found: set[int] = set()
    for tree in analysis.trees:
        for at, upos in enumerate(tree.upos):
            if upos == "VERB":
                place = Governor(tree, at)
                if _tells(words, place) and _is_main(words, place):
                    found.add(place.token)
    return frozenset(found)


def _tells(words: Words, place: Governor) -> bool:
    word = words.word(place.token)
    lists, base = shipped_event_words(), lemma(word)
    if not is_past(word) or base in lists.timeless | lists.speech | lists.bare | lists.vague:
        return False
    helpers = _helpers(words, place)
    marks = {words.word(one.token) for one in place.children("mark")}
    return helpers <= _HELPERS and marks <= _MARKS


def _is_main(words: Words, place: Governor) -> bool:
    """Say whether a verb stands in a main clause or in what is said, with somebody who does it."""
    doers = [words.tokens.span(one.token).text_in(words.text) for one in _doers(place)]
    if not doers or any(_is_nobody(one) for one in doers):
        return False
    if place.relation == "conj":
        above = place.head
        return above is not None and above.upos == "VERB" and _is_main(words, above)
    return place.relation in _MAIN or place.relation == "ccomp"


def _is_nobody(word: str) -> bool:
    """Say whether a word names nobody in particular; "WHO" and "IT" in capitals are names."""
    is_name = word.isupper() and len(word) > 1
    return not is_name and word.lower() in NOBODY


def _helpers(words: Words, place: Governor) -> set[str]:
    """Return the auxiliaries of a verb, and those that it shares with the one it is joined to."""
    own = {words.word(one.token) for one in place.children("aux", "aux:pass", "cop")}
    above = place.head if place.relation == "conj" and not any(place.children(*_SUBJECTS)) else None
    return own if own or above is None else _helpers(words, above)


def _doers(place: Governor) -> Iterator[Governor]:
    """Yield the subjects of a verb, those of the verb that it is joined to if it has none."""
    own = list(place.children(*_SUBJECTS))
    above = place.head if place.relation == "conj" and not own else None
    yield from own if above is None or above.upos != "VERB" else _doers(above)
