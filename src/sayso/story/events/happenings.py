"""Happenings: within a story, the documents that report on one happening of it.

What all documents of a story share says nothing; by the rest the story falls into its happenings, by
average link, anew whenever a document joins: so the order in which documents come matters little.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from statistics import fmean

from sayso.story.events.stories import StoryDocument
from sayso.story.events.terms import Background, Counts, Vector, cosine, scaled

# Chosen on the training topics of ECB+ (benchmarks/story_clustering.py).
PARTS = 0.04
# A document that nothing joins is added to the happening that it is clearly nearest to: so much nearer
# than to the next, and so near at least.
_CLEARLY, _STRAGGLES = 1.5, 0.01
# A story of fewer documents is of one happening.
_FEWEST = 6
# What tells the happenings of a story apart, and how much it counts; beside these, how both differ
# from the rest of the story.
_KINDS = (("every", 1.0), ("names", 1.0), ("numbers", 0.5))
_CENTRED = 0.5

Likeness = Sequence[Sequence[float]]


def happenings(documents: Sequence[StoryDocument], background: Background) -> list[int]:
    """Return for each document of a story the number of the happening that it is about."""
    return parted(likeness_of(documents, background), PARTS)


def parted(likeness: Likeness, parts: float) -> list[int]:
    """Return for each document the number of its happening; ``parts`` is what still joins two."""
    if len(likeness) < _FEWEST:
        return [0] * len(likeness)
    return _numbered(_with_stragglers(average_link(likeness, parts), likeness))


def likeness_of(documents: Sequence[StoryDocument], background: Background) -> Likeness:
    """Return how alike the documents of a story are, beyond what all of them share."""
    whole = sum(weight for _, weight in _KINDS) + _CENTRED
    total = [
        [_CENTRED / whole * near for near in row] for row in _centred([d.vector for d in documents])
    ]
    for kind, weight in _KINDS:
        vectors = _within([getattr(one.terms, kind) for one in documents], background)
        for row, nears in enumerate(_cosines(vectors)):
            for column, near in enumerate(nears):
                total[row][column] += near * weight / whole
    return total


def _cosines(vectors: Sequence[Vector]) -> list[list[float]]:
    found = [[0.0] * len(vectors) for _ in vectors]
    for row, left in enumerate(vectors):
        for column in range(row + 1):
            found[row][column] = found[column][row] = cosine(left, vectors[column])
    return found


def _centred(vectors: Sequence[Vector]) -> list[list[float]]:
    """Return the cosines of what is left of the vectors without their mean."""
    raw = _cosines(vectors)
    means = [fmean(row) for row in raw]
    whole = fmean(means) if means else 0.0
    left = [
        [near - means[row] - means[column] + whole for column, near in enumerate(nears)]
        for row, nears in enumerate(raw)
    ]
    lengths = [math.sqrt(max(left[at][at], 1e-9)) for at in range(len(left))]
    return [
        [near / (lengths[row] * lengths[column]) for column, near in enumerate(nears)]
        for row, nears in enumerate(left)
    ]


def _within(counts: Sequence[Counts], background: Background) -> list[Vector]:
    """Weigh terms by how few documents of the story have them; one that stands alone links nothing."""
    spread = Counter(word for one in counts for word in one)
    size = len(counts)
    return [
        scaled(
            {
                word: (1 + math.log(n))
                * math.log(size / spread[word])
                * math.sqrt(background.rarity(word))
                for word, n in one.items()
                if 1 < spread[word] < size
            }
        )
        for one in counts
    ]


def _with_stragglers(numbers: Sequence[int], likeness: Likeness) -> list[int]:
    """Add each document that stands alone to the happening that it is clearly nearest to."""
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for at, number in enumerate(numbers):
        groups[number].append(at)
    large = [group for group in groups.values() if len(group) > 1]
    found = list(numbers)
    for (alone,) in (group for group in groups.values() if len(group) == 1):
        nears = sorted(
            ((fmean(likeness[alone][other] for other in group), group[0]) for group in large),
            reverse=True,
        )
        if nears and nears[0][0] >= max([_STRAGGLES, *(_CLEARLY * near for near, _ in nears[1:2])]):
            found[alone] = numbers[nears[0][1]]
    return found


def _numbered(labels: Sequence[int]) -> list[int]:
    """Give groups new numbers in the order of their first members."""
    numbers: dict[int, int] = {}
    return [numbers.setdefault(label, len(numbers)) for label in labels]


def average_link(likeness: Likeness, least: float) -> list[int]:
    """Join what is alike on average, the likest first, down to ``least``; return a number for each.

    Of equally near ones the first are joined, so that the result is the same each time.
    """
    groups: dict[int, list[int]] = {number: [number] for number in range(len(likeness))}
    near: dict[int, dict[int, float]] = {
        row: {column: likeness[row][column] for column in groups if column != row} for row in groups
    }
    while len(groups) > 1:
        pair = _nearest(near)
        if pair is None or near[pair[0]][pair[1]] < least:
            break
        _join(groups, near, *pair)
    numbers = [0] * len(likeness)
    for number, members in enumerate(sorted(groups.values())):
        for member in members:
            numbers[member] = number
    return numbers


def _nearest(near: Mapping[int, Mapping[int, float]]) -> tuple[int, int] | None:
    best = max(
        (
            (value, -row, -column)
            for row, others in near.items()
            for column, value in others.items()
        ),
        default=None,
    )
    return None if best is None else (-best[1], -best[2])


def _join(
    groups: dict[int, list[int]], near: dict[int, dict[int, float]], left: int, right: int
) -> None:
    size, added = len(groups[left]), len(groups[right])
    for other in groups:
        if other not in {left, right}:
            value = (near[left][other] * size + near[right][other] * added) / (size + added)
            near[left][other] = near[other][left] = value
            del near[other][right]
    del near[left][right], near[right]
    groups[left] = sorted(groups[left] + groups.pop(right))
