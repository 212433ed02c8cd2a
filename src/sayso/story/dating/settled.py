"""When a document was written, as the whole case and its user have it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sayso.dates import DayInterval
from sayso.evidence.dating import Doubt
from sayso.story.dating.tie import TieKind
from sayso.text import Span


class DateSource(StrEnum):
    """Who says when a document was written."""

    OWN = "own"  # the document itself
    CASE = "case"  # other documents, with what it says itself
    PERSON = "person"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What another document says of the date, in one sentence, with the characters on both sides.

    ``odds`` is the logarithm of how much likelier the date makes it.
    """

    kind: TieKind
    reason: str
    spans: tuple[Span, ...]
    other: str
    other_spans: tuple[Span, ...]
    odds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class WeighedDoubt:
    """A doubt about a date; ``odds`` as of a ground, ``None`` for what is no matter of odds."""

    doubt: Doubt
    reason: str
    odds: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonsDate:
    """The date that a person set: the decision by number, by whom, when and why."""

    sequence: int
    interval: DayInterval
    actor: str
    at: datetime
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SettledDate:
    """The date that holds. ``found`` is what the machine says, which a person's date leaves visible."""

    interval: DayInterval
    source: DateSource
    found: DayInterval
    reasons: tuple[str, ...]
    grounds: tuple[Ground, ...] = ()
    doubts: tuple[WeighedDoubt, ...] = ()
    person: PersonsDate | None = None
