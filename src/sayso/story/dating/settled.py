"""When a document was written, as the whole case and its user have it."""

from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from sayso.dates import DayInterval
from sayso.evidence.date_odds import odds_words
from sayso.evidence.date_wording import interval_words
from sayso.evidence.dating import Dating, Doubt, DoubtNote
from sayso.frozen import dataclass
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


def as_shown(own: Dating, settled: SettledDate) -> Dating:
    """Return a document's own dating with the date, reasons and doubts that hold."""
    return replace(
        own,
        interval=settled.interval,
        reasons=(*_persons_reasons(settled), *settled.reasons, *_sentences(settled.grounds)),
        doubts=tuple(
            DoubtNote(doubt=note.doubt, reason=note.reason, candidates=_candidates_of(own, note))
            for note in settled.doubts
        ),
    )


def _persons_reasons(settled: SettledDate) -> tuple[str, ...]:
    person = settled.person
    if person is None:
        return ()
    found = interval_words(settled.found)
    return (f"set by {person.actor}: {person.why}", f"found by reading: {found}")


def _sentences(grounds: tuple[Ground, ...]) -> tuple[str, ...]:
    return tuple(
        ground.reason + (f" ({odds_words(ground.odds)})" if ground.odds else "")
        for ground in grounds
    )


def _candidates_of(own: Dating, note: WeighedDoubt) -> tuple[int, ...]:
    same = (
        one.candidates for one in own.doubts if (one.doubt, one.reason) == (note.doubt, note.reason)
    )
    return next(same, own.chosen)
