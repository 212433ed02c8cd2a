"""Rows as a case gives them out, beside the records of the layers below."""

from datetime import datetime

from sayso.case.run_records import RunId
from sayso.dates import DayInterval
from sayso.documents import ChainLink, Flag
from sayso.evidence.claim import Claim
from sayso.evidence.dating import Dating, Doubt
from sayso.evidence.figure import Figure
from sayso.frozen import dataclass
from sayso.language.analysis import Timex
from sayso.story.dating.settled import SettledDate
from sayso.text import Span


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
