"""Words of events: base forms, and the word lists that tell what an event word is good for."""

import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from sayso.frozen import dataclass
from sayso.language.word_forms import base_form
from sayso.language.word_lists import word_set

# Whoever is meant by these is not told of: what they do stands in no chronology.
NOBODY = word_set(
    "i you we it this that there what nothing something everything one everyone nobody none who whom whoever"
    " which all many most few some others any anyone anybody someone somebody people things life time"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventWords:
    """The word lists of ``event_words.toml``; the first nine hold lemmas, the others words."""

    speech: frozenset[str]
    states: frozenset[str]
    bare: frozenset[str]
    publications: frozenset[str]
    timeless: frozenset[str]
    occasions: frozenset[str]
    carriers: frozenset[str]
    appointing: frozenset[str]
    vague: frozenset[str]
    impending: frozenset[str]
    negations: frozenset[str]
    plans: frozenset[str]
    weak_plans: frozenset[str]
    suppositions: frozenset[str]
    achieved: frozenset[str]
    missed: frozenset[str]
    missions: frozenset[str]
    underway: frozenset[str]
    perceived: frozenset[str]
    presupposing: frozenset[str]
    occurred: frozenset[str]
    occurs: frozenset[str]
    begins: frozenset[str]
    after: frozenset[str]
    before: frozenset[str]


# Words whose base form is kept, see ``base_form``.
_REMEMBERED = 1 << 15
_LEMMA_LISTS = (
    "speech", "states", "bare", "publications", "timeless", "occasions", "carriers", "appointing", "vague",
)  # fmt: skip
_WORD_LISTS = (
    "impending", "negations", "plans", "weak_plans", "suppositions", "achieved", "missed", "missions", "underway",
    "perceived", "presupposing", "occurred", "occurs", "begins", "after", "before",
)  # fmt: skip


@cache
def shipped_event_words() -> EventWords:
    """Return the lists that come with the package."""
    table = _table()
    lemmas = {name: frozenset(map(lemma, table[name].split())) for name in _LEMMA_LISTS}
    words = {name: frozenset(table[name].split()) for name in _WORD_LISTS}
    return EventWords(**lemmas, **words)


@lru_cache(maxsize=_REMEMBERED)
def lemma(word: str) -> str:
    """Return the base form of a word, that of "shot" being that of "shoot"."""
    low = word.lower().removesuffix("'s").removesuffix("’s")
    return base_form(_irregular().get(low, low)) if low else low


@cache
def _irregular() -> Mapping[str, str]:
    forms = {
        form: base for base, written in _table()["irregular"].items() for form in written.split()
    }
    return MappingProxyType(forms)


@cache
def irregular_pasts() -> frozenset[str]:
    """Return the forms that do not end in -ed or -s and are mostly of the past."""
    return frozenset(
        form for form in _irregular() if not form.endswith(("s", "ing", "ion", "ment"))
    )


@cache
def _table() -> Mapping[str, Any]:
    text = files(__package__).joinpath("event_words.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
