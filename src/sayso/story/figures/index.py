"""An index of figures in memory: shelves that grow one figure at a time."""

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import field

from sayso.frozen import dataclass
from sayso.story.figures.compare import compare_in_order
from sayso.story.figures.kinds import KindTable, shipped_kinds
from sayso.story.figures.record import CountedFigure
from sayso.story.figures.shelf import days_met, neighbours, placement
from sayso.story.figures.verdict import Policy, Relation

_MOST = 200  # neighbours of one figure; those of its own quantity come first


@dataclass(slots=True)
class _Days:
    """Figures by day; ``days`` is kept in order."""

    days: list[int] = field(default_factory=list)
    figures: dict[int, list[CountedFigure]] = field(default_factory=dict)

    def put(self, day: int, figure: CountedFigure) -> None:
        if day not in self.figures:
            insort(self.days, day)
            self.figures[day] = []
        self.figures[day].append(figure)


class FigureIndex:
    """Figures by bucket, day and place, and by quantity."""

    def __init__(
        self, *, policy: Policy | None = None, table: KindTable | None = None, most: int = _MOST
    ) -> None:
        self._policy = policy or Policy()
        self._table = table or shipped_kinds()
        self._most = most
        self._cells: defaultdict[int, _Days] = defaultdict(_Days)
        self._series: defaultdict[int, _Days] = defaultdict(_Days)

    def add(self, figure: CountedFigure) -> tuple[Relation, ...]:
        """Add a figure and return what it and its neighbours say of each other."""
        relations = tuple(
            compare_in_order(other, figure, policy=self._policy, table=self._table)
            for other in self.neighbours(figure)
        )
        place = placement(figure, table=self._table)
        self._series[place.series].put(place.day, figure)
        for cell in (*place.cells, *place.threads):
            self._cells[cell].put(place.day, figure)
        return relations

    def neighbours(self, figure: CountedFigure) -> tuple[CountedFigure, ...]:
        """Return the figures that a new one is compared with: at most as many as was asked for."""
        return neighbours(figure, self, policy=self._policy, table=self._table, most=self._most)

    def in_cells(
        self, cells: Sequence[int], first: int, last: int, *, most: int
    ) -> Sequence[CountedFigure]:
        found: list[CountedFigure] = []
        for cell in cells:
            if (known := self._cells.get(cell)) is not None:
                at, end = bisect_left(known.days, first), bisect_right(known.days, last)
                found += (
                    figure for day in known.days[at:end] for figure in known.figures[day][:most]
                )
        return found

    def of_quantity(self, series: int, day: int, *, most: int) -> Sequence[CountedFigure]:
        known = self._series.get(series)
        if known is None:
            return ()
        met = days_met(day, known.days)
        return [figure for at in met for figure in known.figures[at][:most]]
