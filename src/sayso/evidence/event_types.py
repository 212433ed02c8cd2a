"""Families of events: how each is coded by PLOVER and ACLED, and by which words it is told."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from sayso.evidence.event_words import lemma
from sayso.frozen import dataclass

OTHER = "other"
# Families of what is done by words alone.
SPEECH_FAMILIES = frozenset({"request", "accuse", "threaten", "reject"})
# Words of the longest phrase that names an event.
LONGEST = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """How event codings call a family, or one mode of it; ``None`` where they have no name."""

    family: str
    label: str
    plover: str | None
    mode: str | None
    acled_event: str | None
    acled_sub_event: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeTable:
    """The codings by family and mode, and by the lemmas of the words that are decisive."""

    codings: Mapping[tuple[str, str | None], Coding]
    words: Mapping[tuple[str, ...], Coding]

    def coding(self, family: str, mode: str | None = None) -> Coding:
        """Return the coding of a family; one that the table does not know is ``other``."""
        known = self.codings.get((family, mode)) or self.codings.get((family, None))
        return known or self.codings[OTHER, None]

    def of_word(self, *lemmas: str) -> Coding | None:
        """Return what one word or a phrase decides."""
        return self.words.get(lemmas)


@cache
def shipped_types() -> TypeTable:
    """Return the table that comes with the package."""
    text = files(__package__).joinpath("event_types.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    found = [one for family, entry in table.items() for one in _codings(family, entry)]
    words: dict[tuple[str, ...], Coding] = {}
    for coding, entry in found:
        for key in _keys(entry):
            words.setdefault(key, coding)
    return TypeTable(
        codings=MappingProxyType({(c.family, c.mode): c for c, _ in found}),
        words=MappingProxyType(words),
    )


def _codings(family: str, entry: Mapping[str, Any]) -> Iterator[tuple[Coding, Mapping[str, Any]]]:
    """Yield the coding of each mode of a family, then that of the family itself."""
    for mode in (*entry.get("mode", ()), entry):
        event, sub_event = mode.get("acled", entry.get("acled", (None, None)))
        own = mode is not entry
        coding = Coding(
            family=family,
            label=entry["label"],
            plover=entry.get("plover"),
            mode=mode["plover"] if own else None,
            acled_event=event,
            acled_sub_event=sub_event,
        )
        yield coding, mode


def _keys(entry: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    for word in entry["words"].split():
        yield (lemma(word),)
    for phrase in entry.get("phrases", ()):
        yield tuple(lemma(word) for word in phrase.split())
