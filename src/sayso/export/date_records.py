"""The date of a document in an export: who says so, what is found by reading, and by which documents."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from sayso.dates import DayInterval
from sayso.documents import Document
from sayso.evidence.dating import Dating
from sayso.export.record import Spans, original_spans
from sayso.frozen import dataclass
from sayso.story.dating.settled import DateSource, Ground, SettledDate
from sayso.story.dating.tie import TieKind

if TYPE_CHECKING:
    from sayso.case import DateRow


@dataclass(frozen=True, slots=True, kw_only=True)
class DateSide:
    """One of the two documents between which a date was found, with the characters that tell."""

    document: str
    spans: Spans
    original_spans: Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class DateGround:
    """What another document says of a date; ``odds`` are log-odds for the date."""

    kind: TieKind
    reason: str
    odds: float
    sides: tuple[DateSide, DateSide]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedDate:
    """The date that holds; ``found`` is the one without the decision of a person."""

    dating: Dating
    source: DateSource
    found: DayInterval
    grounds: tuple[DateGround, ...] = ()


def own_date(dating: Dating) -> ExportedDate:
    """Return the date of a document that no case holds."""
    return ExportedDate(dating=dating, source=DateSource.OWN, found=dating.interval)


def settled_date(
    document: Document, row: "DateRow", read: Callable[[str], Document]
) -> ExportedDate:
    """Return the date that a case holds; ``read`` gives the other documents."""
    settled: SettledDate = row.settled
    return ExportedDate(
        dating=row.dating,
        source=settled.source,
        found=settled.found,
        grounds=tuple(_ground(document, one, read(one.other)) for one in settled.grounds),
    )


def _ground(document: Document, ground: Ground, other: Document) -> DateGround:
    return DateGround(
        kind=ground.kind,
        reason=ground.reason,
        odds=ground.odds,
        sides=(_side(document, ground.spans), _side(other, ground.other_spans)),
    )


def _side(document: Document, spans: Spans) -> DateSide:
    return DateSide(
        document=document.id, spans=spans, original_spans=original_spans(document, spans)
    )
