"""An index of figures: a new one meets its neighbours and no others, however many there are.

Neighbours are figures of the same bucket that hold at the same time in the same place, in one within
it or around it, and of the same quantity those last before and first after. Of figures that say the
same with one voice only the first is met.
"""

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from sayso.dates import DayInterval
from sayso.language.analysis import Modifier
from sayso.story.figures.compare import compare
from sayso.story.figures.keys import BucketKey, SeriesKey, bucket_keys, series_key
from sayso.story.figures.kinds import KindTable, shipped_kinds
from sayso.story.figures.record import CountedFigure
from sayso.story.figures.verdict import Policy, Relation

_UNDATED = 0  # no day of the calendar has this number
_MOST = 200  # neighbours of one figure; those of its own quantity come first


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cell:
    """A bucket on one day: at one place, or anywhere within it."""

    bucket: BucketKey
    day: int
    place: str | None
    within: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Statement:
    """What a figure says, whoever repeats it: a second one in a cell is no new neighbour."""

    series: SeriesKey
    lo: Decimal | None
    hi: Decimal | None
    modifier: Modifier
    claimant: str | None
    origin: str | None


@dataclass(slots=True)
class _Days:
    """The figures of one quantity by day; ``days`` is kept in order."""

    days: list[int] = field(default_factory=list)
    said: dict[int, dict[_Statement, CountedFigure]] = field(default_factory=dict)


class FigureIndex:
    """Figures by bucket, day and place, and by quantity. Grows one figure at a time."""

    def __init__(
        self, *, policy: Policy | None = None, table: KindTable | None = None, most: int = _MOST
    ) -> None:
        self._policy = policy or Policy()
        self._table = table or shipped_kinds()
        self._most = most
        self._cells: defaultdict[_Cell, dict[_Statement, CountedFigure]] = defaultdict(dict)
        self._series: defaultdict[SeriesKey, _Days] = defaultdict(_Days)

    def add(self, figure: CountedFigure) -> tuple[Relation, ...]:
        """Add a figure and return what it and its neighbours say of each other."""
        relations = tuple(
            compare(other, figure, policy=self._policy, table=self._table)
            for other in self.neighbours(figure)
        )
        self._insert(figure)
        return relations

    def neighbours(self, figure: CountedFigure) -> tuple[CountedFigure, ...]:
        """Return the figures that a new one is compared with: at most as many as was asked for."""
        found: dict[str, CountedFigure] = {}
        for other in self._candidates(figure):
            if other.id != figure.id:
                found.setdefault(other.id, other)
            if len(found) == self._most:
                break
        return tuple(found.values())

    def _candidates(self, figure: CountedFigure) -> Iterator[CountedFigure]:
        day = _day(figure.scope.as_of)
        yield from self._of_quantity(figure, day)
        reach = self._policy.window_days - 1 if day != _UNDATED else 0
        for bucket in bucket_keys(figure, table=self._table):
            for near in range(day - reach, day + reach + 1):
                yield from self._at(bucket, near, figure)

    def _of_quantity(self, figure: CountedFigure, day: int) -> Iterator[CountedFigure]:
        """Yield the same quantity at its last time before, at this time, and at the first after."""
        known = self._series.get(series_key(figure, table=self._table))
        if known is None:
            return
        first, last = bisect_left(known.days, day), bisect_right(known.days, day)
        for at in known.days[max(first - 1, 0) : last + 1]:
            yield from known.said[at].values()

    def _at(self, bucket: BucketKey, day: int, figure: CountedFigure) -> Iterator[CountedFigure]:
        place = figure.scope.place
        own = place.name if place else None
        for within in (False, True):
            cell = _Cell(bucket=bucket, day=day, place=own, within=within)
            yield from self._cells.get(cell, {}).values()
        for around in place.parents if place else ():
            cell = _Cell(bucket=bucket, day=day, place=around, within=False)
            yield from self._cells.get(cell, {}).values()

    def _insert(self, figure: CountedFigure) -> None:
        key = series_key(figure, table=self._table)
        day, statement = _day(figure.scope.as_of), _statement(figure, key)
        place = figure.scope.place
        for bucket in bucket_keys(figure, table=self._table):
            own = _Cell(bucket=bucket, day=day, place=place.name if place else None, within=False)
            self._cells[own].setdefault(statement, figure)
            for around in place.parents if place else ():
                cell = _Cell(bucket=bucket, day=day, place=around, within=True)
                self._cells[cell].setdefault(statement, figure)
        known = self._series[key]
        if day not in known.said:
            insort(known.days, day)
            known.said[day] = {}
        known.said[day].setdefault(statement, figure)


def _day(as_of: DayInterval | None) -> int:
    """Return the number of the last known day."""
    last = (as_of.hi or as_of.lo) if as_of else None
    return last.toordinal() if last else _UNDATED


def _statement(figure: CountedFigure, key: SeriesKey) -> _Statement:
    return _Statement(
        series=key,
        lo=figure.number.lo,
        hi=figure.number.hi,
        modifier=figure.number.modifier,
        claimant=figure.voice.claimant,
        origin=figure.voice.origin,
    )
