"""Sites that are one: those of a name and sort, where only one is known, and those a text calls one.

"Ellery prison", of which one text says nothing more, is the Ellery prison of another text in Tesmar,
unless there is also one elsewhere: then it may be either, and stays apart.
"""

from collections.abc import Iterable, Sequence

from sayso.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteVariant:
    """A site as far as a document places it; ``None`` where it does not say."""

    id: str
    stem: str
    sort: str
    country: str | None
    area: str | None

    def may_be(self, other: "SiteVariant") -> bool:
        """Say whether ``other`` has the same name and sort, and is placed more exactly, nowhere else."""
        if (self.stem, self.sort) != (other.stem, other.sort) or self.precision >= other.precision:
            return False
        return self.country is None or self.country == other.country

    @property
    def precision(self) -> int:
        return (self.country is not None) + (self.area is not None)


def same_sites(variants: Sequence[SiteVariant], ties: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return by the id of each site the id of the one that it is shown as.

    ``ties`` are pairs that a text says are one.
    """
    known = {one.id: one for one in variants}
    parents = {one.id: one.id for one in variants}

    def root(name: str) -> str:
        while parents[name] != name:
            name = parents[name]
        return name

    pairs = [(one.id, other) for one in variants if (other := _only_match(one, variants))]
    pairs += [(left, right) for left, right in ties if left in known and right in known]
    for left, right in pairs:
        best, worse = sorted((root(left), root(right)), key=lambda name: _rank(known[name]))
        parents[worse] = best
    return {name: root(name) for name in known}


def _only_match(one: SiteVariant, variants: Iterable[SiteVariant]) -> str | None:
    matching = [other for other in variants if one.may_be(other)]
    top = max((other.precision for other in matching), default=0)
    best = [other.id for other in matching if other.precision == top]
    return best[0] if len(best) == 1 else None


def _rank(one: SiteVariant) -> tuple[int, str, str, str]:
    """Show a site as the one of it that is placed best, whatever came first."""
    return (-one.precision, one.stem, one.sort, one.id)
