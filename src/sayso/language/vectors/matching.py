"""Matches in meaning: which candidates are nearest to a text, by the cosine of their vectors."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.frozen import dataclass
from sayso.language.vectors.table import Vectors

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Scores = NDArray[np.float64]

# Queries that are scored together: bounds the memory, changes no result.
_BLOCK = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A candidate, by its place in the list, and its cosine with the query, above 0, at most 1."""

    candidate: int
    similarity: float


def similarity(left: str, right: str, *, vectors: Vectors) -> float:
    """Return the cosine of two texts, from -1 to 1; 0 if one has no known piece."""
    return cosine(vectors.of(left), vectors.of(right))


def cosine(left: "NDArray[np.float32]", right: "NDArray[np.float32]") -> float:
    """Return the cosine of two vectors of texts."""
    import numpy as np  # noqa: PLC0415 - reading a text needs it, starting the program does not

    product = left.astype(np.float64) @ right.astype(np.float64)
    return max(-1.0, min(1.0, float(product)))


def best_matches(
    queries: Sequence[str], candidates: Sequence[str], *, vectors: Vectors, limit: int
) -> tuple[tuple[Match, ...], ...]:
    """Return for each query its nearest candidates, the nearest first, at most ``limit``.

    Of equally near ones the earlier comes first. What is not near at all (cosine 0 or less) is no
    match. A query's matches do not depend on the other queries.
    """
    return nearest(vectors.of_texts(queries), vectors.of_texts(candidates), limit=limit)


def nearest(
    queries: "Floats", candidates: "Floats", *, limit: int
) -> tuple[tuple[Match, ...], ...]:
    """Do as ``best_matches`` for vectors at hand, one row each, as ``Vectors`` gives them."""
    if limit < 1:
        raise ValueError(f"limit is {limit}, at least 1 is needed")
    return tuple(_best(row, limit) for row in _cosines(queries, candidates))


def _cosines(queries: "Floats", candidates: "Floats") -> "Iterator[Scores]":
    import numpy as np  # noqa: PLC0415 - see similarity

    wide = candidates.astype(np.float64).T
    for start in range(0, len(queries), _BLOCK):
        yield from queries[start : start + _BLOCK].astype(np.float64) @ wide


def _best(row: "Scores", limit: int) -> tuple[Match, ...]:
    import numpy as np  # noqa: PLC0415 - see similarity

    near = np.flatnonzero(row > 0)
    if len(near) > limit:
        least = np.partition(row[near], -limit)[-limit]
        near = near[row[near] >= least]
    order = np.argsort(-row[near], kind="stable")[:limit]
    return tuple(Match(candidate=int(n), similarity=min(1.0, float(row[n]))) for n in near[order])
