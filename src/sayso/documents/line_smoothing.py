"""Second look at the lines: what the first look thought of each line and of those around it."""

from collections.abc import Sequence
from itertools import accumulate

from sayso.documents.line_context import distances, main_block

_OFFSETS = (-4, -3, -2, -1, 1, 2, 3, 4)
_WINDOWS = (2, 6, 15)
_ARTICLE = 0.5
_OUTSIDE = -0.2  # before the first and after the last line there is no article at all
# A doubtful line weighs as its length does, but one endless line must not outweigh a whole page.
_HEAVIEST = 600.0

SECOND_FEATURES: tuple[str, ...] = (
    "first",
    *(f"first{offset:+d}" for offset in _OFFSETS),
    *(f"mean_{reach}" for reach in _WINDOWS),
    "above",
    "below",
    "mass_before",
    "mass_after",
    "mass_share",
    "block",
    "block_before",
    "block_after",
    "nearest_above",
    "nearest_below",
)


def second_features(first: Sequence[float], lengths: Sequence[float]) -> list[list[float]]:
    """Return one row of ``SECOND_FEATURES`` per line from the first probabilities of all lines."""
    count = len(first)
    weights = [min(length, _HEAVIEST) for length in lengths]
    mass = [0.0, *accumulate(p * w for p, w in zip(first, weights, strict=True))]
    all_mass = [0.0, *accumulate(weights)]
    total, everything = max(mass[-1], 1.0), max(all_mass[-1], 1.0)
    article = [p > _ARTICLE for p in first]
    above, below = distances(article), distances(article[::-1])[::-1]
    start, end = main_block([(p - 0.4) * w for p, w in zip(first, weights, strict=True)])

    def mean(low: int, high: int) -> float:
        low, high = max(low, 0), min(high, count)
        return (mass[high] - mass[low]) / max(all_mass[high] - all_mass[low], 1.0)

    def at(i: int) -> float:
        return first[i] if 0 <= i < count else _OUTSIDE

    return [
        [
            first[i],
            *(at(i + offset) for offset in _OFFSETS),
            *(mean(i - reach, i + reach + 1) for reach in _WINDOWS),
            mean(i - 8, i),
            mean(i + 1, i + 9),
            mass[i] / total,
            (total - mass[i + 1]) / total,
            total / everything,
            float(start <= i < end),
            min(max(start - i, 0), 60),
            min(max(i - end + 1, 0), 60),
            above[i],
            below[i],
        ]
        for i in range(count)
    ]
