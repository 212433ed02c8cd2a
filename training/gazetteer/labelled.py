"""Names of free texts whose place the text itself settles, as examples for the ranker.

"Ellery, Lakor" says which Ellery; a country's full name has one meaning; a name with one candidate
has that one. Nobody labelled anything. The words that settled a name are then taken away, so that
the ranker has to learn what else speaks for a place; and some names lose the right candidates, so
that it learns when to say "none of these". The outlet's home is played by a town of the text.
"""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sayso.language.core.network import Network
from sayso.language.reading import analyse
from sayso.places.atlas import Atlas, Candidate, NameSort
from sayso.places.mentions import PEOPLE_KIND, PLACE_KINDS
from sayso.places.naming import Asked, Inside, Named, read_insides
from sayso.places.place import PlaceKind
from sayso.places.resolve import gather, nested

_LOSES_ITS_PLACE = 0.25
_KEEPS_ITS_LINK = 0.3
_HAS_A_HOME = 0.5
_IS_A_STRANGER = 0.04
_SHORTEST_SOLE_NAME = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """The names of a text; ``right`` holds, for a settled name, its right candidates (maybe none)."""

    document: str
    names: tuple[Named, ...]
    insides: tuple[Inside, ...]
    right: dict[int, frozenset[int]]


def example(
    document: str, text: str, core: Network, atlas: Atlas, rng: random.Random
) -> Example | None:
    """Read a text and settle what it settles; ``None`` where that is nothing."""
    mentions = analyse(text, core=core).mentions
    asked = [
        Asked(span=m.span, people=m.kind == PEOPLE_KIND)
        for m in mentions
        if m.kind in PLACE_KINDS or m.kind == PEOPLE_KIND
    ]
    names = gather(text, asked, atlas)
    return settle(document, names, read_insides(text, names), rng)


def settle(
    document: str, names: Sequence[Named], insides: Sequence[Inside], rng: random.Random
) -> Example | None:
    """Settle names, then take away what settled them."""
    right: dict[int, frozenset[int]] = {}
    kept = list(insides)
    for number, named in enumerate(names):
        links = [link for link in insides if link.inner == number]
        said = _by_container(named, [names[link.outer] for link in links])
        found = said or _by_name(named)
        if not found:
            continue
        right[number] = found
        if said and rng.random() > _KEEPS_ITS_LINK:
            kept = [link for link in kept if link.inner != number]
    homes = _home(names, right, rng)
    names, right = _without_some(names, right, rng)
    if not right:
        return None
    return Example(document=document, names=(*names, *homes), insides=tuple(kept), right=right)


def _by_container(named: Named, outers: Iterable[Named]) -> frozenset[int]:
    """Return the candidates that lie in what the text says they lie in."""
    for outer in outers:
        places = [
            c for c in outer.candidates if c.entry.kind in {PlaceKind.COUNTRY, PlaceKind.AREA}
        ]
        inside = [
            n for n, c in enumerate(named.candidates) if any(_lies_in(c, place) for place in places)
        ]
        if inside:
            return _cluster(named, inside[0])
    return frozenset()


def _lies_in(candidate: Candidate, place: Candidate) -> bool:
    if candidate.entry.kind is PlaceKind.COUNTRY:
        return False
    if place.entry.kind is PlaceKind.COUNTRY:
        return candidate.entry.country == place.entry.country
    return candidate.entry.area == place.entry.area and candidate.entry.kind is not PlaceKind.AREA


def _by_name(named: Named) -> frozenset[int]:
    """Return the candidates of a name that has one meaning, or is a country's full name."""
    kinds = {candidate.entry.kind for candidate in named.candidates}
    if PlaceKind.COUNTRY in kinds and PlaceKind.AREA not in kinds:
        countries = [n for n, c in enumerate(named.candidates) if c.entry.kind is PlaceKind.COUNTRY]
        return frozenset(countries) if len(countries) == 1 else frozenset()
    if not named.candidates or len(named.surface.name) < _SHORTEST_SOLE_NAME:
        return frozenset()
    main = [c for c in named.candidates if c.sort in {NameSort.MAIN, NameSort.ALTERNATE}]
    whole = _cluster(named, 0)
    return whole if main and len(whole) == len(named.candidates) else frozenset()


def _cluster(named: Named, first: int) -> frozenset[int]:
    chosen = named.candidates[first]
    return frozenset(
        n
        for n, c in enumerate(named.candidates)
        if c is chosen or nested(c, chosen) or nested(chosen, c)
    )


def _home(
    names: Sequence[Named], right: dict[int, frozenset[int]], rng: random.Random
) -> list[Named]:
    """Return a town of the text as the home of an outlet, with all that its name may mean."""
    towns = [
        number
        for number, found in right.items()
        if any(names[number].candidates[n].entry.kind is PlaceKind.TOWN for n in found)
    ]
    if not towns or rng.random() > _HAS_A_HOME:
        return []
    named = names[rng.choice(towns)]
    return [replace(named, places=(), outside=True, candidates=named.candidates[:20])]


def _without_some(
    names: Sequence[Named], right: dict[int, frozenset[int]], rng: random.Random
) -> tuple[tuple[Named, ...], dict[int, frozenset[int]]]:
    """Take the right candidates from some names that keep others: then none of these is right."""
    changed = list(names)
    answers = dict(right)
    for number, found in right.items():
        others = tuple(c for n, c in enumerate(names[number].candidates) if n not in found)
        if others and rng.random() < _LOSES_ITS_PLACE:
            changed[number] = replace(names[number], candidates=others)
            answers[number] = frozenset()
    return tuple(changed), answers


def with_strangers(one: Example, atlas: Atlas, rng: random.Random) -> Example:
    """Let some settled names mean what a name drawn from the gazetteer means, which is wrong.

    So a place that no gazetteer has looks like: all its namesakes are somewhere else.
    """
    names, right = list(one.names), dict(one.right)
    for number in right:
        if rng.random() < _IS_A_STRANGER:
            drawn = atlas.gazetteer.name(rng.randrange(len(atlas.gazetteer)))
            found = atlas.find(drawn)
            if found:
                names[number] = replace(names[number], candidates=found[:120])
                right[number] = frozenset()
    return replace(one, names=tuple(names), right=right)


def texts(shared: Path) -> Iterator[tuple[str, str]]:
    """Yield documents of corpora that training may use, by name."""
    import json  # noqa: PLC0415

    for folder, file in (
        ("ecbplus", "docs.jsonl"),
        ("meantime", "meantime.jsonl"),
        ("wikiwars", "wikiwars.jsonl"),
    ):
        lines = (shared / "corpora" / folder / file).read_text(encoding="utf-8")
        for line in filter(None, lines.split("\n")):
            row = json.loads(line)
            if row.get("split") != "dev":
                yield f"{folder} {row.get('doc') or row.get('doc_id')}", row["text"]
    for treebank in ("ud_gum_free", "ud_ewt"):
        yield from _treebank(shared / "corpora" / treebank / "train.conllu")


def _treebank(path: Path) -> Iterator[tuple[str, str]]:
    name, sentences = "", list[str]()
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("# newdoc id = "):
            if sentences:
                yield name, " ".join(sentences)
            name, sentences = line.removeprefix("# newdoc id = "), []
        elif line.startswith("# text = "):
            sentences.append(line.removeprefix("# text = "))
    if sentences:
        yield name, " ".join(sentences)
