"""What a case gives out of events: entries of the chronology, and the reports behind each."""

from datetime import date, datetime

from sayso.dates import DayInterval
from sayso.evidence.event import Event, EventStatus, TimeAnchor
from sayso.frozen import dataclass
from sayso.places import Place
from sayso.story.events.matching import EventLink


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFilter:
    """Every field left at its default narrows nothing.

    ``dated`` keeps what the text dates, or with ``False`` what it does not.
    """

    since: date | None = None
    until: date | None = None
    place: str | None = None
    actor: str | None = None
    family: str | None = None
    status: EventStatus | None = None
    text: str | None = None
    document: str | None = None
    outlet: str | None = None
    dated: bool | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFigure:
    """A figure told with an event."""

    id: str
    words: str
    counted: str | None
    predicate: str | None

    @property
    def label(self) -> str:
        """Return the figure as it is written, with what is counted where the words leave it out."""
        counted = self.counted or ""
        named = self.words if counted in self.words else f"{self.words} {counted}"
        return counted if self.words in counted else named


@dataclass(frozen=True, slots=True, kw_only=True)
class EventReportRow:
    """One report of an event, with its four times.

    ``event.time`` is when it happened by this report, ``said`` when somebody said so, ``published``
    when the document came out and ``retrieved`` when it was fetched. ``origin`` is a number that
    reports of one known origin share.
    """

    event: Event
    document: str
    outlet: str | None
    title: str | None
    words: str
    trigger_words: str
    place_words: str | None
    place: Place | None
    said: DayInterval | None
    speaker: str | None
    published: DayInterval
    retrieved: datetime | None
    figures: tuple[EventFigure, ...]
    origin: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ChronologyRow:
    """One event over documents; ``headline`` is the report whose words stand for it.

    ``alternatives`` are the times that some reports give and ``when`` does not allow. ``origins``
    counts the origins that are known; that they are independent of each other is not established.
    """

    id: str
    when: DayInterval
    is_dated: bool
    anchor: TimeAnchor
    family: str
    status: EventStatus
    statuses: tuple[EventStatus, ...]
    place: str | None
    point: Place | None
    headline: EventReportRow
    reports: tuple[EventReportRow, ...]
    documents: int
    origins: int
    alternatives: tuple[DayInterval, ...]
    actors: tuple[str, ...]

    @property
    def words(self) -> str:
        return self.headline.words


@dataclass(frozen=True, slots=True, kw_only=True)
class EventEvidence:
    """Why reports are taken for one event: the links between them."""

    event: str
    links: tuple[EventLink, ...]
