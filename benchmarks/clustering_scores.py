"""Scores of clusterings: B-cubed, MUC, CEAF-e and their mean, with intervals by cases."""

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

_RESAMPLED = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Numerators and denominators, so that scores of several cases can be added."""

    precise: float
    found: float
    recalled: float
    gold: float

    @property
    def precision(self) -> float:
        return self.precise / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.recalled / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def total(scores: Sequence[Score]) -> Score:
    return Score(
        precise=sum(s.precise for s in scores),
        found=sum(s.found for s in scores),
        recalled=sum(s.recalled for s in scores),
        gold=sum(s.gold for s in scores),
    )


def b_cubed(gold: Sequence[Hashable], found: Sequence[Hashable]) -> Score:
    """Score each mention by the share of its cluster that is right (Bagga and Baldwin 1998)."""
    shared = Counter(zip(gold, found, strict=True))
    sizes, found_sizes = Counter(gold), Counter(found)
    return Score(
        precise=sum(n * n / found_sizes[f] for (_, f), n in shared.items()),
        found=len(found),
        recalled=sum(n * n / sizes[g] for (g, _), n in shared.items()),
        gold=len(gold),
    )


def muc(gold: Sequence[Hashable], found: Sequence[Hashable]) -> Score:
    """Count links that join clusters (Vilain et al. 1995)."""

    def links(key: Sequence[Hashable], response: Sequence[Hashable]) -> tuple[int, int]:
        parts: dict[Hashable, set[Hashable]] = defaultdict(set)
        for one, other in zip(key, response, strict=True):
            parts[one].add(other)
        sizes = Counter(key)
        return (
            sum(sizes[k] - len(parts[k]) for k in sizes),
            sum(size - 1 for size in sizes.values()),
        )

    recalled, all_gold = links(gold, found)
    precise, all_found = links(found, gold)
    return Score(precise=precise, found=all_found, recalled=recalled, gold=all_gold)


def ceaf_e(gold: Sequence[Hashable], found: Sequence[Hashable]) -> Score:
    """Align clusters one to one by their F1 (Luo 2005)."""
    import numpy as np  # noqa: PLC0415 - as below
    from scipy.optimize import linear_sum_assignment  # type: ignore[import-untyped] # noqa: PLC0415 - only this score needs it

    sizes, found_sizes = Counter(gold), Counter(found)
    rows = {cluster: n for n, cluster in enumerate(sizes)}
    columns = {cluster: n for n, cluster in enumerate(found_sizes)}
    likeness = np.zeros((len(rows), len(columns)))
    for (g, f), n in Counter(zip(gold, found, strict=True)).items():
        likeness[rows[g], columns[f]] = 2 * n / (sizes[g] + found_sizes[f])
    best = float(likeness[linear_sum_assignment(-likeness)].sum())
    return Score(precise=best, found=len(columns), recalled=best, gold=len(rows))


def interval(
    cases: Sequence[Sequence[Score]], measure: Callable[[Sequence[Score]], float]
) -> tuple[float, float]:
    """Return the 95 % interval of a measure over resampled cases; a case has one score or more."""
    chance = random.Random(11)  # noqa: S311 - repeatable, not secret
    values = []
    for _ in range(_RESAMPLED):
        drawn = chance.choices(cases, k=len(cases))
        values.append(measure([total(column) for column in zip(*drawn, strict=True)]))
    values.sort()
    return values[int(0.025 * _RESAMPLED)], values[int(0.975 * _RESAMPLED)]
