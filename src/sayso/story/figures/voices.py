"""Voices: who stands behind a figure, whether by office, and on what the number rests."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from sayso.evidence.claim import Claim
from sayso.story.figures.record import Basis, Voice


@dataclass(frozen=True, slots=True, kw_only=True)
class _VoiceWords:
    official: frozenset[str]
    basis: Mapping[str, Basis]


def voice_of(claim: Claim | None, *, text: str, phrase: str, origin: str | None) -> Voice:
    """Return the voice of a figure: ``phrase`` are its own words, ``claim`` is what holds it."""
    words = _voice_words()
    said = _words(phrase)
    if claim is None:
        return Voice(basis=_basis(said, words), origin=origin)
    source = [word for span in claim.source for word in _words(span.text_in(text))]
    named = [*_words(claim.speaker or ""), *source]
    cue = [word for span in claim.cue for word in _words(span.text_in(text))]
    return Voice(
        claimant=claim.speaker or " ".join(span.text_in(text) for span in claim.source) or None,
        official=any(word in words.official for word in named),
        basis=_basis([*said, *cue, *named], words),
        origin=origin,
    )


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
