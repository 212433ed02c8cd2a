"""Events: what one document says happened, when, where and to whom."""

from enum import StrEnum

from sayso.dates import DayInterval
from sayso.frozen import dataclass
from sayso.text import Span


class EventStatus(StrEnum):
    """Whether an event is told as a fact, and of which time."""

    ASSERTED = "asserted"
    DENIED = "denied"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    HISTORICAL = "historical"  # more than a year before the report


class EventRole(StrEnum):
    """What an event word is good for: only a happening is an entry of a chronology."""

    HAPPENING = "happening"
    STATE = "state"  # a lasting state: "held in camps"
    SPEECH = "speech"  # an act of saying: a claim
    BARE = "bare"  # a word that does not say what: "operation"
    KIND = "kind"  # no happening of its own, but all of its kind: "fear of attacks"


class TimeAnchor(StrEnum):
    """What ties an event to its time, the surest first."""

    CLAUSE = "clause"  # a time in its own clause
    SENTENCE = "sentence"  # a time elsewhere in its sentence
    NARRATIVE = "narrative"  # the time that the text has reached
    REPORT = (
        "report"  # assumed: the day of the report and the one before, of which it tells the news
    )
    DOCUMENT = "document"  # no later than the report, or after it


@dataclass(frozen=True, slots=True, kw_only=True)
class EventTime:
    """When it happened: the interval, the words for it, and what ties them to the event.

    ``interval`` has an open side where the text gives only a bound.
    """

    interval: DayInterval
    anchor: TimeAnchor
    span: Span | None = None
    alternatives: tuple[DayInterval, ...] = ()

    @property
    def is_own(self) -> bool:
        """Say whether the text dates the event, and not only the report."""
        return self.anchor is not TimeAnchor.DOCUMENT

    @property
    def is_told(self) -> bool:
        """Say whether words of the text give the time, and it is not only assumed of news."""
        return self.is_own and self.anchor is not TimeAnchor.REPORT


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """A named one in the clause of an event; mentions of one entity share ``entity``."""

    span: Span
    kind: str
    entity: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event as one document tells it.

    ``trigger`` is the word that says it, ``clause`` the words around it that tell what happened.
    ``family`` is a key of ``event_types.toml``, ``mode`` a PLOVER mode of it. ``lemma`` is the base
    form of the trigger. ``place`` is the span of a name; ``figures`` and ``claim`` are ids.
    ``lead`` says that it stands in the title or the first sentences.
    """

    id: str
    trigger: Span
    clause: Span
    family: str
    lemma: str
    role: EventRole
    status: EventStatus
    rule: str
    time: EventTime
    mode: str | None = None
    place: Span | None = None
    participants: tuple[Participant, ...] = ()
    figures: tuple[str, ...] = ()
    claim: str | None = None
    lead: bool = False
