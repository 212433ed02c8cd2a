"""What a case takes in and gives out beside the records of the layers below."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NewType

from sayso.dates import DayInterval
from sayso.documents import ChainLink, Flag
from sayso.evidence.claim import Claim
from sayso.evidence.dating import Dating, Doubt
from sayso.evidence.figure import Figure
from sayso.evidence.forecast import Forecast
from sayso.language.analysis import Timex
from sayso.story.actors.document_entities import DocumentActors
from sayso.story.dating.relations import DatingRelations
from sayso.story.dating.settled import SettledDate
from sayso.story.events.relations import EventRelations
from sayso.story.figures.record import CountedFigure
from sayso.story.figures.verdict import Relation
from sayso.story.forecasts.foretold import Foretold
from sayso.story.forecasts.outcome import Outcome
from sayso.story.forecasts.report import Report
from sayso.story.reuse_edge import ReuseEdge
from sayso.story.statement_relations import StatementRelations
from sayso.text import Span

RunId = NewType("RunId", int)


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """The document is stored; ``id`` names it."""

    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlreadyThere:
    """The case held the document before; its path is noted as one more location of it."""

    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """What became of every item of a run: ``seen`` is the sum of the other three."""

    added: int
    already_there: int
    failed: int

    @property
    def seen(self) -> int:
        return self.added + self.already_there + self.failed


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run of the pipeline; ``totals`` is ``None`` while it goes on, or if it was cut off."""

    id: RunId
    started: datetime
    finished: datetime | None
    versions: tuple[tuple[str, str], ...]
    totals: Totals | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """A document as a list shows it; ``Case.document`` gives all of it."""

    id: str
    sha256: str
    path: str
    address: str | None
    title: str | None
    outlet: str | None
    language: str | None
    date: DayInterval
    doubts: tuple[Doubt, ...]
    flags: frozenset[Flag]
    characters: int
    claims: int
    figures: int
    added: datetime
    run: RunId


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """A claim with the words of its content and of its source, and the document it stands in.

    ``source_words`` is empty where the text names no source. ``actor`` is the id of who speaks and
    ``actor_name`` how the case calls them, whatever this document does.
    """

    document: str
    outlet: str | None
    date: DayInterval
    words: str
    source_words: str
    claim: Claim
    run: RunId
    actor: str | None = None
    actor_name: str | None = None

    @property
    def said_by(self) -> str:
        """Return the speaker's name, or the words for the source where the text gives no name."""
        return self.actor_name or self.claim.speaker or self.source_words

    @property
    def id(self) -> str:
        return self.claim.id


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """A figure with its words (``counted`` and ``place`` as written) and its document."""

    document: str
    outlet: str | None
    date: DayInterval
    words: str
    counted: str | None
    place: str | None
    figure: Figure
    run: RunId

    @property
    def id(self) -> str:
        return self.figure.id


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRow:
    """When a document was written: what it gives itself, and what holds with the whole case."""

    document: str
    title: str | None
    outlet: str | None
    dating: Dating
    settled: SettledDate
    run: RunId


@dataclass(frozen=True, slots=True, kw_only=True)
class DateChange:
    """A date that moved, or came under doubt, after its document was added; ``reason`` says why."""

    document: str
    title: str | None
    outlet: str | None
    at: datetime
    old: DayInterval
    new: DayInterval
    reason: str
    run: RunId


@dataclass(frozen=True, slots=True, kw_only=True)
class TimexRow:
    """An expression of time with its words and its document."""

    document: str
    outlet: str | None
    date: DayInterval
    words: str
    timex: Timex
    run: RunId


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainRow:
    """One link of the chain of a document; ``position`` counts from the host."""

    document: str
    position: int
    link: ChainLink
    run: RunId


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """One place where the user had a document."""

    document: str
    path: str
    seen: datetime
    run: RunId


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemRow:
    """An item that could not be used; ``cleared`` says when a later run could."""

    path: str
    problem: str
    sha256: str | None
    at: datetime
    run: RunId
    cleared: datetime | None


class RecordKind(StrEnum):
    """The kinds of record that have an id and can be decided on."""

    DOCUMENT = "document"
    CLAIM = "claim"
    FIGURE = "figure"
    ACTOR = "actor"
    EVENT = "event"
    RELATION = "relation"
    QUOTE_PAIR = "quote_pair"
    ECHO = "echo"
    DENIAL = "denial"
    FORECAST = "forecast"
    OUTCOME = "outcome"  # that a report answers a forecast
    DATE = "date"  # when a document was written
    PROPOSAL = "proposal"  # that two actors may be one


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """The record that an id or the beginning of one names."""

    kind: RecordKind
    id: str
    document: str


class Verdict(StrEnum):
    """What a person decided on a record."""

    ACCEPT = "accept"
    REJECT = "reject"
    EDIT = "edit"
    UNSURE = "unsure"
    MERGE = "merge"  # two actors are one
    SPLIT = "split"  # one actor is two
    RENAME = "rename"
    COMMENT = "comment"  # decides nothing; ``reason`` holds the words
    UNDO = "undo"  # takes back the decision of the number ``new``


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a person decides: ``target`` is the id of a record, ``field`` the part of it, if any.

    ``old`` and ``new`` are the values as text, ``None`` where there is none.
    """

    target: str
    verdict: Verdict
    actor: str
    reason: str
    field: str | None = None
    old: str | None = None
    new: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionSide:
    """The second place of a decision on what ties two."""

    document: str
    sha256: str
    text_sha256: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRow:
    """A decision as kept, tied to exact characters so that it outlives a new run.

    ``decision.target`` is the id at the time. ``current`` is the id of the record that now holds
    the same characters; ``None`` if there is none: the decision is orphaned.
    """

    sequence: int
    at: datetime
    decision: Decision
    kind: RecordKind
    document: str
    sha256: str
    text_sha256: str
    spans: tuple[Span, ...]
    current: str | None
    other: DecisionSide | None = None

    @property
    def orphaned(self) -> bool:
        return self.current is None


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchHit:
    """A document that a query found. ``spans`` are the found words in its text, best hit first.

    ``snippet`` is the passage around the most of them; both are empty unless asked for.
    """

    document: str
    title: str | None
    outlet: str | None
    date: DayInterval
    rank: float
    snippet: Span | None
    snippet_words: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FingerprintMatch:
    """How many of the keys asked for a document has."""

    document: str
    shared: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """The keys of one kind of a document; keys fit signed 64-bit integers."""

    kind: str
    keys: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRelations:
    """The figures of a new document that can be compared, and the verdicts on them and others."""

    figures: tuple[CountedFigure, ...] = ()
    relations: tuple[Relation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastRelations:
    """What a new document foretells and reports, and the outcomes that it brings, either way.

    ``foretold`` are the forecasts as they are compared, one for each.
    """

    forecasts: tuple[Forecast, ...] = ()
    foretold: tuple[Foretold, ...] = ()
    reports: tuple[Report, ...] = ()
    outcomes: tuple[Outcome, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Relations:
    """What ties a new document to those of the case: its fingerprints, and the copies found."""

    fingerprints: tuple[Fingerprint, ...] = ()
    edges: tuple[ReuseEdge, ...] = ()
    figures: FigureRelations = FigureRelations()
    actors: DocumentActors | None = None
    statements: StatementRelations = field(default_factory=StatementRelations)
    dating: DatingRelations | None = None
    forecasts: ForecastRelations = ForecastRelations()
    events: EventRelations = field(default_factory=EventRelations)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much a case holds; ``problems`` counts the open ones.

    ``days`` runs from the first to the last day on which one of the documents can have been written,
    of those that are dated. ``speech`` are those of the claims that were put into words, as far as
    is known; ``conflicts`` are pairs of figures, ``events`` those of the chronology.
    """

    documents: int
    outlets: int
    days: DayInterval
    claims: int
    speech: int
    figures: int
    conflicts: int
    events: int
    timexes: int
    actors: int
    quote_pairs: int
    denials: int
    forecasts: int
    reuse_edges: int
    doubtful_dates: int
    problems: int
    decisions: int
    orphaned_decisions: int
    runs: int
    log_entries: int
    flags: tuple[tuple[Flag, int], ...]
