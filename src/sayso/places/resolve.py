"""Which places the names of one document mean."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.places.atlas import Atlas, Candidate
from sayso.places.naming import Named, read_abbreviations, read_insides, read_names
from sayso.places.outlet import home_names
from sayso.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """A name with the candidate it most likely means, ``None`` where none of them is likely."""

    named: Named
    candidate: Candidate | None
    score: float


def resolve(
    text: str,
    spans: Iterable[Span],
    atlas: Atlas,
    *,
    outlets: Sequence[str] = (),
) -> tuple[Resolved, ...]:
    """Resolve the names in ``spans`` together; ``outlets`` are addresses and names of who published."""
    from sayso.places.features import make_table  # noqa: PLC0415 - loads numpy
    from sayso.places.ranking import Weights, rank  # noqa: PLC0415 - loads numpy

    names = gather(text, spans, atlas, outlets=outlets)
    table = make_table(names, read_insides(text, names))
    belief = rank(table, Weights.load())
    found = []
    place = 0
    for named in names:
        shares = belief[place : place + len(named.candidates)]
        place += len(named.candidates)
        if not named.outside:
            found.append(_resolved(named, [float(share) for share in shares]))
    return tuple(found)


def gather(
    text: str, spans: Iterable[Span], atlas: Atlas, *, outlets: Sequence[str] = ()
) -> tuple[Named, ...]:
    """Return all names that speak for each other: those of the text, then those of the outlets."""
    names = read_names(text, spans, atlas)
    return (*names, *read_abbreviations(text, names, atlas), *home_names(outlets, atlas))


def _resolved(named: Named, shares: Sequence[float]) -> Resolved:
    none = 1 - sum(shares)
    best = max(range(len(shares)), key=shares.__getitem__, default=None)
    if best is None or shares[best] < none:
        return Resolved(named=named, candidate=None, score=none)
    return Resolved(named=named, candidate=named.candidates[best], score=shares[best])
