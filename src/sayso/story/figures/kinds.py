"""Kinds: what is a what among the people and things that reporting counts (``kinds.toml``)."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from sayso.frozen import dataclass

_ENDINGS = (
    ("ies", "y"), ("ches", "ch"), ("shes", "sh"), ("sses", "ss"), ("xes", "x"), ("ss", "ss"),
    ("us", "us"), ("s", ""),
)  # fmt: skip
_SHORTEST = 4  # letters of a plural: "cars"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class KindTable:
    """The table of kinds, closed: ``above`` holds each kind with everything that it is.

    Two tables are never one, so that what follows from sets under a table can be remembered.

    ``words`` leads from a lemma (or two words) to its kind. ``implied`` is what all are that are
    counted under a predicate, ``subject`` what an unnamed counted thing is there, ``befallen`` which
    predicate the noun for a group says: the injured, the fugitives. ``placed`` are levels of one
    place, ``occasions`` what happens each time anew, and ``loose`` the kinds whose words are used for anybody.
    ``kin`` are predicates that one thing may be told by: arrested, held.
    """

    words: Mapping[str, str]
    above: Mapping[str, frozenset[str]]
    apart: frozenset[frozenset[str]]
    nations: frozenset[str]
    implied: Mapping[str, frozenset[str]]
    subject: Mapping[str, str]
    befallen: Mapping[str, str]
    settled: frozenset[str]
    levels: frozenset[str]
    placed: frozenset[str]
    occasions: frozenset[str]
    neutral: frozenset[str]
    rest: frozenset[str]
    loose: frozenset[str]
    placing: frozenset[str]
    lemmas: Mapping[str, str]
    kin: frozenset[frozenset[str]] = frozenset()

    def closure(self, atoms: Iterable[str]) -> frozenset[str]:
        """Return the atoms with all that they are; an unknown atom is only itself."""
        return frozenset(up for atom in atoms for up in self.above.get(atom, (atom,)))

    def top(self, atom: str) -> str | None:
        """Return the topmost kind of an atom, ``None`` if the table does not know it."""
        tops = [up for up in self.above.get(atom, ()) if len(self.above[up]) == 1]
        return tops[0] if len(tops) == 1 else None

    def lemma(self, word: str) -> str:
        """Return the singular of a noun, in lower case."""
        low = word.lower()
        if low in self.lemmas:
            return self.lemmas[low]
        if low in self.words or len(low) < _SHORTEST:
            return low
        for plural, singular in _ENDINGS:
            if low.endswith(plural):
                return low.removesuffix(plural) + singular
        return low

    def atom(self, word: str) -> str:
        """Return the kind that a word names, else its lemma."""
        lemma = self.lemma(word)
        return self.words.get(lemma, lemma)


@cache
def shipped_kinds() -> KindTable:
    """Return the table that comes with the package."""
    return table_of(_toml("kinds.toml"), _toml("nations.toml"))


def table_of(kinds: Mapping[str, Any], nations: Mapping[str, Any]) -> KindTable:
    """Close the tables of two files; ``ValueError`` names what is used and not defined."""
    direct = {name: tuple(entry.get("is", ())) for name, entry in kinds["kind"].items()}
    direct |= _nations(nations)
    predicates = kinds["predicate"]
    words = kinds["words"]
    named = _words(kinds["kind"]) | {nation: nation for nation in nations["nations"].split()}
    return KindTable(
        words=MappingProxyType(named | {wide: wide for wide in nations["wider"]}),
        above=MappingProxyType({name: _closed(name, direct, ()) for name in direct}),
        apart=frozenset(_pairs(kinds["apart"]["groups"], direct)),
        nations=frozenset(nations["nations"].split()),
        implied=MappingProxyType({p: frozenset(e.get("implies", ())) for p, e in predicates.items()}),
        subject=MappingProxyType({p: e["of"] for p, e in predicates.items() if "of" in e}),
        befallen=MappingProxyType({w: p for p, e in predicates.items() for w in e.get("group", ())}),
        settled=frozenset(p for p, e in predicates.items() if e.get("settled")),
        levels=frozenset(p for p, e in predicates.items() if e.get("level")),
        placed=frozenset(p for p, e in predicates.items() if e.get("placed")),
        occasions=frozenset(p for p, e in predicates.items() if e.get("occasion")),
        neutral=frozenset(words["neutral"]),
        rest=frozenset(words["rest"]),
        loose=frozenset(words.get("loose", ())),
        placing=frozenset(words["placing"]),
        lemmas=MappingProxyType(dict(words["lemmas"])),
        kin=frozenset(map(frozenset, kinds.get("kin", {}).get("groups", ()))),
    )  # fmt: skip


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath(name).read_text(encoding="utf-8"))


def _words(kinds: Mapping[str, Any]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, entry in kinds.items():
        for word in entry.get("words", ()):
            if found.setdefault(word, name) != name:
                raise ValueError(f"{word!r} names both {found[word]!r} and {name!r}")
    return found | {name: name for name in kinds}


def _nations(nations: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    direct: dict[str, tuple[str, ...]] = dict.fromkeys(nations["nations"].split(), ("person",))
    for wide, narrow in nations["wider"].items():
        direct[wide] = ("person",)
        for nation in narrow.split():
            direct[nation] = (*direct[nation], wide)
    return direct


def _closed(
    name: str, direct: Mapping[str, tuple[str, ...]], below: tuple[str, ...]
) -> frozenset[str]:
    if name in below:
        raise ValueError(f"kinds in a circle: {' is '.join((*below, name))}")
    if name not in direct:
        raise ValueError(f"{below[-1]!r} is a {name!r}, which is not defined")
    ups = (_closed(up, direct, (*below, name)) for up in direct[name])
    return frozenset((name,)).union(*ups)


def _pairs(
    groups: Iterable[Iterable[str]], direct: Mapping[str, object]
) -> Iterable[frozenset[str]]:
    for group in groups:
        for one in group:
            if one not in direct:
                raise ValueError(f"{one!r} is set apart and not defined")
            yield from (frozenset((one, other)) for other in group if other != one)
