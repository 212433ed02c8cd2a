"""Series: the figures of one quantity over time, with bounds, sides of a dispute and parts."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import reduce
from itertools import combinations

from sayso.dates import DayInterval
from sayso.frozen import dataclass
from sayso.story.figures.intervals import hull, is_below, meet, plus
from sayso.story.figures.keys import SeriesKey, series_key
from sayso.story.figures.kinds import KindTable, shipped_kinds
from sayso.story.figures.record import CountedFigure, NumberInterval
from sayso.story.figures.sets import SetRelation, relate_sets
from sayso.story.figures.shelf import UNDATED, day_number


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """Figures of one time that one true number could lie behind; ``None`` is unbounded."""

    lo: Decimal | None
    hi: Decimal | None
    figures: tuple[CountedFigure, ...]

    @property
    def claimants(self) -> tuple[str, ...]:
        return tuple(sorted({f.voice.claimant for f in self.figures if f.voice.claimant}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """All figures of one time. ``lo`` and ``hi`` are the least and the greatest that any allows.

    ``sides`` from the least up: more than one is a dispute. ``origins`` counts each origin once;
    figures whose origin is not known count as one.
    """

    as_of: DayInterval | None
    lo: Decimal | None
    hi: Decimal | None
    sides: tuple[Side, ...]
    origins: int

    @property
    def figures(self) -> tuple[CountedFigure, ...]:
        return tuple(figure for side in self.sides for figure in side.figures)


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One quantity over time; points without a time, or with a rough one, come first."""

    key: SeriesKey
    points: tuple[Point, ...]


class PartsStatus(StrEnum):
    """What a sum of parts says of the whole."""

    ADDS_UP = "adds_up"
    FALLS_SHORT = "falls_short"  # there are others, or a part is missing
    EXCEEDS = "exceeds"
    NOT_SUMMABLE = "not_summable"  # one may be counted in two of the parts


@dataclass(frozen=True, slots=True, kw_only=True)
class PartsCheck:
    """The sum of parts against their whole."""

    whole: CountedFigure
    parts: tuple[CountedFigure, ...]
    total: NumberInterval
    status: PartsStatus


def find_series(
    figures: Iterable[CountedFigure], *, table: KindTable | None = None
) -> tuple[Series, ...]:
    """Group figures into series, in the order in which the quantities first come."""
    kinds = table or shipped_kinds()
    grouped: dict[SeriesKey, list[CountedFigure]] = {}
    for figure in figures:
        grouped.setdefault(series_key(figure, table=kinds), []).append(figure)
    return tuple(Series(key=key, points=_points(members)) for key, members in grouped.items())


def series_of(members: Sequence[CountedFigure], *, table: KindTable | None = None) -> Series:
    """Return the series of figures that are known to be of one quantity."""
    if not members:
        raise ValueError("a series needs a figure")
    first = min(members, key=lambda figure: figure.id)
    return Series(key=series_key(first, table=table or shipped_kinds()), points=_points(members))


def check_parts(
    whole: CountedFigure, parts: Sequence[CountedFigure], *, table: KindTable | None = None
) -> PartsCheck:
    """Add up the parts of a whole and say whether they can make it."""
    if not parts:
        raise ValueError("a check of parts needs a part")
    kinds = table or shipped_kinds()
    total = reduce(plus, (part.number for part in parts))
    return PartsCheck(
        whole=whole, parts=tuple(parts), total=total, status=_status(whole, parts, total, kinds)
    )


def _status(
    whole: CountedFigure, parts: Sequence[CountedFigure], total: NumberInterval, table: KindTable
) -> PartsStatus:
    if not all(_are_apart(*pair, table) for pair in combinations(parts, 2)):
        return PartsStatus.NOT_SUMMABLE
    if meet(total, whole.number):
        return PartsStatus.ADDS_UP
    return PartsStatus.FALLS_SHORT if is_below(total, whole.number) else PartsStatus.EXCEEDS


def _are_apart(left: CountedFigure, right: CountedFigure, table: KindTable) -> bool:
    sets = relate_sets(left.counted, right.counted, predicate=left.predicate, table=table)
    return sets is SetRelation.DISJOINT


def _points(figures: Iterable[CountedFigure]) -> tuple[Point, ...]:
    by_time: dict[DayInterval | None, list[CountedFigure]] = {}
    for figure in figures:
        by_time.setdefault(figure.scope.as_of, []).append(figure)
    return tuple(_point(time, by_time[time]) for time in sorted(by_time, key=_order))


def _order(time: DayInterval | None) -> tuple[int, date, date]:
    """Put what is known too roughly to stand among the others first."""
    if time is None:
        return UNDATED, date.min, date.min
    return day_number(time), time.hi or time.lo or date.min, time.lo or date.min


def _point(time: DayInterval | None, figures: list[CountedFigure]) -> Point:
    lo, hi = hull(tuple(figure.number for figure in figures))
    return Point(
        as_of=time,
        lo=lo,
        hi=hi,
        sides=_sides(figures),
        origins=len({figure.voice.origin for figure in figures}),
    )


def _sides(figures: list[CountedFigure]) -> tuple[Side, ...]:
    """Gather figures from the least up as long as each meets all that the side has."""
    sides: list[list[CountedFigure]] = []
    for figure in sorted(figures, key=_from_least):
        fitting = next((s for s in sides if all(meet(figure.number, f.number) for f in s)), None)
        if fitting is None:
            sides.append([figure])
        else:
            fitting.append(figure)
    return tuple(_side(members) for members in sides)


def _from_least(figure: CountedFigure) -> tuple[bool, Decimal, str]:
    low = figure.number.lo
    return low is not None, low or Decimal(0), figure.id


def _side(figures: list[CountedFigure]) -> Side:
    lo, hi = hull(tuple(figure.number for figure in figures))
    return Side(lo=lo, hi=hi, figures=tuple(figures))
