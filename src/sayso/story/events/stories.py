"""Stories: documents that report on one matter; each joins the one whose documents it is nearest to."""

from collections.abc import Sequence
from typing import Protocol

from sayso.frozen import dataclass
from sayso.story.events.terms import Background, Terms, Vector, read_terms, vector_of

# Chosen on the training topics of ECB+ (benchmarks/story_clustering.py).
JOINS = 0.16


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
