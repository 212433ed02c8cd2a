"""What a new document brings to the dates of a case: its facts, and the events it shares."""

from sayso.frozen import dataclass
from sayso.story.dating.facts import DatingFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedEvent:
    """A passage of the new document, by its position, and one of the case, by its row."""

    position: int
    other: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DatingRelations:
    """The facts of a document and the passages of others that tell the same events."""

    facts: DatingFacts
    shared: tuple[SharedEvent, ...] = ()
