"""Words that foretell, as a table: cues, marks of the future, words of probability, kinds of event."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from sayso.frozen import dataclass

_T = TypeVar("_T")
# Words beside the marks that are none themselves.
_VERBS = frozenset({"occurring", "standing", "set_down", "putting_case", "timetable", "equated"})


@dataclass(frozen=True, slots=True)
class Phrases(Generic[_T]):
    """Phrases of one or more words, each with what it stands for."""

    entries: Mapping[tuple[str, ...], _T]
    longest: int

    @classmethod
    def of(cls, entries: Iterable[tuple[str, _T]]) -> "Phrases[_T]":
        found = {tuple(phrase.split()): value for phrase, value in entries}
        return cls(MappingProxyType(found), max(map(len, found), default=0))

    def at(self, words: "tuple[str, ...]", index: int, end: int) -> tuple[int, _T] | None:
        """Return the length and the value of the longest phrase that begins at ``index``."""
        for size in range(min(self.longest, end - index), 0, -1):
            key = words[index : index + size]
            if key in self.entries:
                return size, self.entries[key]
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastWords:
    """The table that comes with the package; ``forecast_words.toml`` explains each part."""

    cues: Phrases[str]
    marks: Phrases[str]
    occurring: frozenset[str]
    standing: frozenset[str]
    set_down: frozenset[str]
    timetable: frozenset[str]
    equated: frozenset[str]
    putting_case: frozenset[str]
    contrary: Phrases[bool]
    light: frozenset[str]
    published: frozenset[str]
    need_nouns: frozenset[str]
    demanding: frozenset[str]
    likelihood: Phrases[tuple[int, ...]]
    conditions: Phrases[str]
    no_condition_after: frozenset[str]
    vague_days: Mapping[str, int]
    vague_leads: Phrases[bool]
    soon: Phrases[bool]
    bounds: Phrases[str]
    families: Phrases[str]
    harm_families: frozenset[str]
    harm_acts: frozenset[str]
    harm_words: frozenset[str]


@cache
def shipped_forecast_words() -> ForecastWords:
    """Return the table that comes with the package."""
    text = files(__package__).joinpath("forecast_words.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    vague, conditions, harm = table["vague_windows"], table["conditions"], table["harm"]
    leads, marks = vague["leads"], table["marks"]
    return ForecastWords(
        cues=_by_name(table["cues"]),
        marks=_by_name({k: v for k, v in marks.items() if k not in _VERBS}),
        occurring=frozenset(marks["occurring"]),
        standing=frozenset(marks["standing"]),
        set_down=frozenset(marks["set_down"]),
        timetable=frozenset(marks["timetable"]),
        equated=frozenset(marks["equated"]),
        putting_case=frozenset(marks["putting_case"]),
        contrary=Phrases.of((word, True) for word in table["contrary"]["words"]),
        published=frozenset(table["published"]["nouns"]),
        light=frozenset(table["light"]["words"]),
        need_nouns=frozenset(table["demands"]["nouns"]),
        demanding=frozenset(table["demands"]["after"]),
        likelihood=Phrases.of((word, tuple(band)) for word, band in table["likelihood"].items()),
        conditions=_by_name({k: v for k, v in conditions.items() if k != "not_after"}),
        no_condition_after=frozenset(conditions["not_after"]),
        vague_days=MappingProxyType({k: v for k, v in vague.items() if isinstance(v, int)}),
        vague_leads=Phrases.of((word, True) for word in leads["words"]),
        soon=Phrases.of((word, True) for word in leads["soon"]),
        bounds=_by_name(table["bounds"]),
        families=_by_name(table["families"]),
        harm_families=frozenset(harm["families"]),
        harm_acts=frozenset(harm["acts"]),
        harm_words=frozenset(harm["words"]),
    )


def _by_name(table: Mapping[str, Any]) -> Phrases[str]:
    return Phrases.of((phrase, name) for name, phrases in table.items() for phrase in phrases)
