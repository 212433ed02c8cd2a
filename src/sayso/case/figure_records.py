"""What a case gives out of figures compared: verdicts with both sides, and series."""

from sayso.case.run_records import RunId
from sayso.dates import DayInterval
from sayso.evidence.figure import Accrual
from sayso.frozen import dataclass
from sayso.story.figures.record import CountedFigure
from sayso.story.figures.verdict import Reason, Verdict
from sayso.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureMember:
    """A figure in the form compared, with its words, its document and the series it stands in."""

    figure: CountedFigure
    series: str
    words: str
    counted: str | None
    outlet: str | None
    date: DayInterval

    @property
    def document(self) -> str:
        return self.figure.document


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictSide:
    """One of two figures, with the words that led to the verdict."""

    member: FigureMember
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictRow:
    """What two figures say of each other. Of a part and its whole the left one is the part."""

    id: str
    left: VerdictSide
    right: VerdictSide
    verdict: Verdict
    reason: Reason
    rule: str
    run: RunId


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesRow:
    """A series as a list shows it: ``conflicts`` counts verdicts, ``last`` is its latest day.

    ``head``, ``place`` and ``counted``, the head with what restricts it, are those of most figures.
    """

    id: str
    predicate: str
    head: str | None
    place: str | None
    accrual: Accrual | None
    figures: int
    documents: int
    conflicts: int
    first: DayInterval | None
    last: DayInterval | None
    counted: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictFilter:
    """Every field left at its default narrows nothing; ``comparable`` leaves out the rest.

    ``parts_of`` keeps what one document gives as a part of a figure of this series; ``since_run`` keeps what that run or a later one found.
    """

    verdict: Verdict | None = None
    figure: str | None = None
    document: str | None = None
    series: str | None = None
    predicate: str | None = None
    comparable: bool = False
    parts_of: str | None = None
    since_run: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesWhole:
    """A series read at once: its figures by time, the first of its conflicts, and what one document gives as parts."""

    members: tuple["FigureMember", ...]
    conflicts: tuple["VerdictRow", ...]
    parts: tuple["VerdictRow", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesFilter:
    """``least`` is the number of figures that a series has at the least; ``ids`` keeps these series alone."""

    predicate: str | None = None
    disputed: bool = False
    least: int = 2
    ids: tuple[str, ...] | None = None
