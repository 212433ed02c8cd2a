"""Voices: who stands behind a figure, whether by office, and on what the number rests."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from sayso.evidence.claim import Claim
from sayso.frozen import dataclass
from sayso.language.function_words import RELATIVES, SUBJECT_PRONOUNS
from sayso.language.word_lists import word_set
from sayso.story.figures.record import Basis, Voice

# "The ministry's toll of" 12, "the official count of" 12; not "the final count of".
_COUNTER = re.compile(
    r"""
    (?: (?P<owner>[\w.-]+(?:\s[A-Z][\w.-]*)*)(?:['’]s|(?<=s)['’])\s+(?:\w+\s+)?
      | \b(?P<office>official|government|hospital|police|rebel)\s+ )
    (?:death\s+)?(?:toll|figure|count|balance|estimate|number|tally|list|total)
    \s+(?:of|was|is|stands\s+at|stood\s+at)\s*$
    """,
    re.VERBOSE,
)
# "Organisers spoke of 900, the police of 300", "the police have nine".
_GAPPED = re.compile(
    r"""(?:^|[.,;:]\s|\b(?:and|but|while)\s)
    (?P<who>(?:the\s)?(?:[^\W\d][\w'’-]*\s){0,5}?[^\W\d][\w'’-]*)\s
    (?:of|at|to|have|has|count|counts|counted)\s+(?:only\s|about\s|some\s|more\sthan\s|at\sleast\s|roughly\s)?$""",
    re.VERBOSE | re.IGNORECASE,
)
_COUNTER_REACH = 80  # characters
_RELATIVE = RELATIVES - {"whose"}
_PRONOUNS = SUBJECT_PRONOUNS | word_set("this that one their its his her")


@dataclass(frozen=True, slots=True, kw_only=True)
class _VoiceWords:
    official: frozenset[str]
    basis: Mapping[str, Basis]


def voice_of(
    claim: Claim | None, *, text: str, phrase: str, origin: str | None, start: int = 0
) -> Voice:
    """Return the voice of a figure: ``phrase`` are its own words, ``claim`` is what holds it.

    Without a claim the words before ``start`` may name who counts: "the ministry's toll of 12".
    """
    words = _voice_words()
    said = _words(phrase)
    if claim is None:
        counter = _counter(text[:start])
        official = any(word in words.official for word in _words(counter or ""))
        return Voice(claimant=counter, official=official, basis=_basis(said, words), origin=origin)
    # Not by what is told of them behind a comma: "a lawyer, who went to the police".
    source = [w for span in claim.source for w in _words(span.text_in(text).partition(",")[0])]
    named = [*_words(claim.speaker or ""), *source]
    cue = [word for span in claim.cue for word in _words(span.text_in(text))]
    return Voice(
        claimant=claimant_of(claim, text),
        official=any(word in words.official for word in named),
        basis=_basis([*said, *cue, *named], words),
        origin=origin,
    )


def claimant_of(claim: Claim, text: str) -> str | None:
    """Return the speaker of a claim, else the words of its source.

    Of a relative pronoun it is what the pronoun stands for, of another nothing.
    """
    if claim.speaker:
        return claim.speaker
    source = " ".join(span.text_in(text) for span in claim.source)
    if source.lower() in _RELATIVE:
        before = text[: claim.source[0].start].rstrip(" ,").split()
        return before[-1] if before else None
    if not source or source.lower() in _PRONOUNS or any(map(str.isdigit, source)):
        return None  # what counts is no number
    return source


def _counter(before: str) -> str | None:
    """Return whose count the words before a number say that it is."""
    match = _COUNTER.search(before[-_COUNTER_REACH:])
    if match is not None:
        return match["owner"] or match["office"].lower()
    gapped = _GAPPED.search(before[-_COUNTER_REACH:])
    who = gapped["who"] if gapped is not None else ""
    words = _voice_words()
    return who if any(w in words.official or w in words.basis for w in _words(who)[-1:]) else None


def _basis(said: list[str], words: _VoiceWords) -> Basis | None:
    return next((words.basis[word] for word in said if word in words.basis), None)


def _words(text: str) -> list[str]:
    stripped = (word.strip(".,;:()\"'“”‘’") for word in text.lower().split())
    return [word.removesuffix("'s").removesuffix("’s") for word in stripped if word]


@cache
def _voice_words() -> _VoiceWords:
    table = tomllib.loads(files(__package__).joinpath("voices.toml").read_text(encoding="utf-8"))
    basis = {word: Basis(name) for name, words in table["basis"].items() for word in words}
    return _VoiceWords(official=frozenset(table["official"]), basis=MappingProxyType(basis))
