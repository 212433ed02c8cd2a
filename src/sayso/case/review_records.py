"""What a case says of its review: how a row stands, what is proposed, what to look at next."""

from datetime import datetime
from enum import StrEnum

from sayso.case.decision_records import DecisionRow, RecordKind
from sayso.dates import DayInterval
from sayso.frozen import dataclass
from sayso.text import Span


class ReviewState(StrEnum):
    """How a row stands after all decisions on it that were not taken back."""

    OPEN = "open"
    ACCEPTED = "accepted"
    EDITED = "edited"  # accepted with other values than the machine's
    REJECTED = "rejected"
    UNSURE = "unsure"


class Reviewed(StrEnum):
    """What a list can be narrowed to by what was decided on its rows."""

    ACCEPTED = "accepted"  # as they stand, or with changed fields
    EDITED = "edited"
    REJECTED = "rejected"
    UNSURE = "unsure"
    OPEN = "open"  # nobody has decided

    @property
    def states(self) -> frozenset[ReviewState]:
        if self is Reviewed.ACCEPTED:
            return frozenset({ReviewState.ACCEPTED, ReviewState.EDITED})
        return frozenset({ReviewState(self.value)})


class Why(StrEnum):
    """Why a row stands in the queue, the most pressing first."""

    OUTDATED = "outdated"
    CONFLICT = "conflict"
    CONTRADICTION = "contradiction"
    DENIAL = "denial"
    DOUBTFUL_DATE = "doubtful_date"
    OUTCOME = "outcome"
    DIFFERS = "differs"
    PROPOSAL = "proposal"
    CONFLICT_AGAIN = "conflict_again"  # the same two numbers as in a conflict further up
    CLOSE_CALL = "close_call"
    FIRST_OF_KIND = "first_of_kind"
    SAMPLE = "sample"
    ASKED_FOR = "asked_for"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A field that a person changed: what the machine said, and what holds now."""

    field: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """How a row stands. ``outdated``: a later reading says something else than what was decided on.

    ``actor``, ``at`` and ``sequence`` are those of the latest decision or comment that holds.
    """

    state: ReviewState
    edits: tuple[Edit, ...]
    comments: int
    actor: str
    at: datetime
    sequence: int
    outdated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class QueuePlace:
    """A place in the queue; what comes next is what sorts behind it."""

    rank: int
    place: str
    record: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueEntry:
    """A row to look at; ``why`` says why it stands where it stands."""

    at: QueuePlace
    kind: RecordKind
    id: str
    why: Why


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueCount:
    """How many rows wait; ``more`` if there are more than were counted."""

    number: int
    more: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewField:
    """A field of a row: what the machine says, what holds, and what it may be changed to.

    ``choices`` is empty where any text will do; a field that cannot be changed is not ``editable``.
    """

    name: str
    machine: str | None
    value: str | None
    choices: tuple[str, ...]
    editable: bool

    @property
    def changed(self) -> bool:
        return self.machine != self.value


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewSide:
    """One place a row rests on: its sentence with the ones around it.

    ``spans`` are the characters in the document; ``context`` begins at ``context_start``.
    ``original_spans`` are those of the decoded original; ``what`` is what a figure counts.
    """

    document: str
    title: str | None
    outlet: str | None
    date: DayInterval
    path: str
    language: str | None
    sha256: str
    words: str
    what: str | None
    speaker: str | None
    spans: tuple[Span, ...]
    original_spans: tuple[Span, ...]
    context_start: int
    context: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewItem:
    """A row as a person decides on it. ``history`` holds every decision on it, the first one first.

    ``reason`` is the one the machine gives, by its name; ``notes`` say what else is known.
    ``undone`` are the numbers of the decisions that were taken back.
    """

    kind: RecordKind
    id: str
    title: str
    rule: str
    sides: tuple[ReviewSide, ...]
    fields: tuple[ReviewField, ...]
    reason: str | None
    notes: tuple[str, ...]
    review: Review | None
    history: tuple[DecisionRow, ...]
    undone: frozenset[int]

    @property
    def state(self) -> ReviewState:
        return self.review.state if self.review else ReviewState.OPEN

    @property
    def last(self) -> int:
        """Return the number of the latest decision on the row, 0 if there is none."""
        return self.history[-1].sequence if self.history else 0
