"""Keys: which figures are of one quantity, and which can be compared at all.

Both are made from one figure alone, so that a store can keep them as columns and a new figure is
compared with those of its own bucket only.
"""

from sayso.evidence.figure import Accrual
from sayso.frozen import dataclass
from sayso.language.analysis import QuantityKind
from sayso.story.figures.kinds import KindTable
from sayso.story.figures.record import CountedFigure, Scope
from sayso.story.figures.sets import canonical, top_kind

# Of the names that a document is about, the first are enough to be found by.
LOOKED_UP = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesKey:
    """What figures of one quantity share; they differ in time, number and voice."""

    predicate: str | None
    atoms: frozenset[str]
    kind: QuantityKind
    unit: str | None
    place: str | None
    event: str | None
    accrual: Accrual | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BucketKey:
    """What two figures must share to be comparable: the rules answer for all others unasked.

    ``region`` is an event or the outermost place, and says which.
    """

    predicate: str | None
    top: str | None
    kind: QuantityKind
    unit: str | None
    region: tuple[str, str]


def series_key(figure: CountedFigure, *, table: KindTable) -> SeriesKey:
    """Return the key of the quantity of which a figure is one statement."""
    scope = figure.scope
    return SeriesKey(
        predicate=figure.predicate,
        atoms=canonical(figure.counted, predicate=figure.predicate, table=table),
        kind=figure.kind,
        unit=figure.unit,
        place=scope.place.key if scope.place else None,
        event=scope.event,
        accrual=accrual_of(figure, table),
    )


def bucket_keys(figure: CountedFigure, *, table: KindTable) -> tuple[BucketKey, ...]:
    """Return the buckets of a figure, by event and by place; none if it has neither, or no class."""
    predicate = figure.predicate_met
    if predicate is None:
        return ()
    top = top_kind(figure.counted, predicate=predicate, table=table)
    return tuple(
        BucketKey(
            predicate=predicate,
            top=top,
            kind=figure.kind,
            unit=figure.unit,
            region=region,
        )
        for region in _regions(figure.scope)
    )


def accrual_of(figure: CountedFigure, table: KindTable) -> Accrual | None:
    """Count a level of what befell once and stays so as a running total."""
    if figure.accrual is Accrual.STOCK and figure.predicate in table.settled:
        return Accrual.CUMULATIVE
    return figure.accrual


def _regions(scope: Scope) -> tuple[tuple[str, str], ...]:
    found = []
    if scope.event is not None:
        found.append(("event", scope.event))
    if scope.place is not None:
        found.append(("place", scope.place.outermost))
    found += (("matter", name) for name in scope.matter[:LOOKED_UP])
    return tuple(found)
