"""Which places the names of one document mean."""

from collections.abc import Iterable, Sequence

from sayso.frozen import dataclass
from sayso.places.atlas import Atlas, Candidate
from sayso.places.naming import (
    Asked,
    Inside,
    Named,
    read_abbreviations,
    read_insides,
    read_names,
)
from sayso.places.outlet import home_names
from sayso.places.place import PlaceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """A name with the candidate it most likely means, ``None`` where none of them is likely.

    ``score`` is the probability of that, or of a place of the same name that it holds or lies in.
    """

    named: Named
    candidate: Candidate | None
    score: float

    @property
    def people(self) -> bool:
        return self.named.people


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """The names of a document resolved, and what the text says of what lies in what."""

    names: tuple[Resolved, ...]
    insides: tuple[Inside, ...]  # by the numbers of ``names``


def resolve(
    text: str, asked: Iterable[Asked], atlas: Atlas, *, outlets: Sequence[str] = ()
) -> Resolution:
    """Resolve names together; ``outlets`` are addresses and names of who published the text."""
    from sayso.places.features import make_table  # noqa: PLC0415 - loads numpy
    from sayso.places.ranking import Weights, rank  # noqa: PLC0415 - loads numpy

    names = gather(text, asked, atlas, outlets=outlets)
    insides = read_insides(text, names)
    belief = rank(make_table(names, insides), Weights.load())
    found = []
    place = 0
    for named in names:
        shares = belief[place : place + len(named.candidates)]
        place += len(named.candidates)
        if not named.outside:
            found.append(_resolved(named, [float(share) for share in shares]))
    return Resolution(names=tuple(found), insides=insides)


def gather(
    text: str, asked: Iterable[Asked], atlas: Atlas, *, outlets: Sequence[str] = ()
) -> tuple[Named, ...]:
    """Return all names that speak for each other: those of the text, then those of the outlets."""
    names = read_names(text, asked, atlas)
    return (*names, *read_abbreviations(text, names, atlas), *home_names(outlets, atlas))


def _resolved(named: Named, shares: Sequence[float]) -> Resolved:
    """Choose where, then what: a town and the province of its name are one place on the map."""
    none = 1 - sum(shares)
    there = [_together(candidate, named.candidates, shares) for candidate in named.candidates]
    best = max(range(len(shares)), key=lambda n: (round(there[n], 6), shares[n]), default=None)
    if best is None or there[best] < none:
        return Resolved(named=named, candidate=None, score=none)
    return Resolved(named=named, candidate=named.candidates[best], score=min(there[best], 1.0))


def _together(
    candidate: Candidate, candidates: Sequence[Candidate], shares: Sequence[float]
) -> float:
    """Return how likely the candidate is, or what it lies in or holds under the same name."""
    return sum(
        share
        for other, share in zip(candidates, shares, strict=True)
        if other is candidate or nested(candidate, other) or nested(other, candidate)
    )


def nested(inner: Candidate, outer: Candidate) -> bool:
    one, other = inner.entry, outer.entry
    if other.kind is PlaceKind.AREA:
        return one.area == other.area
    if other.kind is PlaceKind.DISTRICT:
        return one.district == other.district
    return False
