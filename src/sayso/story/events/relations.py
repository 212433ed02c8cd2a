"""What a new document brings to the events of a case."""

from sayso.frozen import dataclass
from sayso.story.events.matching import EventLink
from sayso.story.events.report import EventReport
from sayso.story.events.terms import Vector


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRelations:
    """The reports of a document, what links them, and the story that the document belongs to.

    ``story`` is empty where the document has no story.
    """

    reports: tuple[EventReport, ...] = ()
    links: tuple[EventLink, ...] = ()
    story: str = ""
    vector: Vector | None = None
