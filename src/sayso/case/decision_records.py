"""What people decided, on which record, and by which characters it is kept."""

from datetime import datetime
from enum import StrEnum

from sayso.frozen import dataclass
from sayso.text import Span


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
