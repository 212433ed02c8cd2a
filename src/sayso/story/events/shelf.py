"""Stories in memory: what a case keeps in tables, for tests and measurements."""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import field

from sayso.frozen import dataclass
from sayso.story.events.stories import JOINS, Nearness, StoryDocument, choose_story
from sayso.story.events.terms import Vector


@dataclass(slots=True)
class _Story:
    sum: dict[str, float] = field(default_factory=dict)
    square: float = 0.0

    def add(self, vector: Vector) -> None:
        for word, weight in vector.items():
            before = self.sum.get(word, 0.0)
            self.sum[word] = before + weight
            self.square += 2 * before * weight + weight * weight

    def cosine(self, vector: Vector) -> float:
        dot = sum(weight * self.sum.get(word, 0.0) for word, weight in vector.items())
        return dot / math.sqrt(self.square) if self.square else 0.0


class StoryShelf:
    """Stories to which documents are added one by one."""

    def __init__(self, *, joins: float = JOINS) -> None:
        self._joins = joins
        self._stories: defaultdict[str, _Story] = defaultdict(_Story)

    def near(self, vector: Vector) -> Sequence[Nearness]:
        return [
            Nearness(story=name, cosine=story.cosine(vector))
            for name, story in self._stories.items()
        ]

    def add(self, document: StoryDocument) -> str:
        """Put a document into the story it belongs to and return the story's name."""
        story = choose_story(document, self, joins=self._joins)
        self._stories[story].add(document.vector)
        return story
