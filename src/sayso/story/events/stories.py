"""Stories: documents that report on one matter, and within a story those on one happening of it.

A document joins the story whose documents it is nearest to, in one pass. Within a story the words
that all its documents share say nothing; by the others the story falls into its happenings, by
average link, anew whenever a document joins: so the order in which documents come matters little.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from sayso.story.events.terms import (
    Background,
    Counts,
    Terms,
    Vector,
    cosine,
    read_terms,
    scaled,
    vector_of,
)

# Chosen on the training topics of ECB+ (benchmarks/story_clustering.py).
JOINS = 0.16
_PARTS = 0.08
# A story of fewer documents is of one happening.
_FEWEST = 6
# What tells the happenings of a story apart, and how much it counts.
_KINDS = (("every", 1.0), ("names", 1.0), ("numbers", 0.5))


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryDocument:
    """A document as stories know it."""

    id: str
    terms: Terms
    vector: Vector


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearness:
    """A story that a document may belong to, and how near it is to it."""

    story: str
    cosine: float


class StoryLookup(Protocol):
    """Those who keep stories: memory, or a case."""

    def near(self, vector: Vector) -> Sequence[Nearness]:
        """Return the few stories that share the most telling terms, the nearest first."""
        ...


def read_story_document(document_id: str, text: str, background: Background) -> StoryDocument:
    terms = read_terms(text)
    return StoryDocument(id=document_id, terms=terms, vector=vector_of(terms.every, background))


def choose_story(document: StoryDocument, stories: StoryLookup, *, joins: float = JOINS) -> str:
    """Return the story that a document belongs to: the nearest, else one of its own by its id."""
    near = stories.near(document.vector)
    best = max(near, key=lambda one: (one.cosine, one.story), default=None)
    return best.story if best is not None and best.cosine >= joins else document.id


def happenings(
    documents: Sequence[StoryDocument], background: Background, *, parts: float = _PARTS
) -> list[int]:
    """Return for each document of a story the number of the happening that it is about."""
    if len(documents) < _FEWEST:
        return [0] * len(documents)
    likeness = _likeness(documents, background)
    return average_link(likeness, parts)


def _likeness(documents: Sequence[StoryDocument], background: Background) -> list[list[float]]:
    total = [[0.0] * len(documents) for _ in documents]
    whole = sum(weight for _, weight in _KINDS)
    for kind, weight in _KINDS:
        vectors = _within([getattr(one.terms, kind) for one in documents], background)
        for row, left in enumerate(vectors):
            for column in range(row):
                near = cosine(left, vectors[column]) * weight / whole
                total[row][column] += near
                total[column][row] += near
    return total


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


def average_link(likeness: Sequence[Sequence[float]], least: float) -> list[int]:
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
