"""A drawing of a series: marks, lines and words on a plane, before they become SVG or pixels.

A number that is given exactly is a dot, an open bound an arrow, a range a bar, a vague or hedged one a
fuzzy bar. The colour is that of the origin; an echo is hollow.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum

from sayso.export.labels import number
from sayso.export.series_view import SeriesDot, SeriesView
from sayso.frozen import dataclass
from sayso.story.figures.shelf import UNDATED, day_number

WIDTH, HEIGHT = 640.0, 300.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 78.0, 24.0, 34.0, 46.0
_ARROW = 26.0  # length of an arrow that leads out of a bound
_SPREAD = 7.0  # between marks of one day
_TICKS = 4
# Told apart in print and by colour-blind readers (Okabe and Ito 2008).
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000")


class Shape(StrEnum):
    DOT = "dot"
    BAR = "bar"
    FUZZY = "fuzzy"
    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One figure: ``x`` and the ends of its range from ``low`` (below) to ``high``; ``y`` its number."""

    shape: Shape
    x: float
    y: float
    low: float
    high: float
    colour: str
    hollow: bool
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Words at a place; ``anchor`` is start, middle or end."""

    x: float
    y: float
    words: str
    anchor: str
    size: float = 11.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Everything that is drawn, in the order in which it is."""

    title: str
    lines: tuple[Line, ...]
    marks: tuple[Mark, ...]
    labels: tuple[Label, ...]


def draw_series(view: SeriesView) -> Drawing:
    """Lay a series out: days from left to right, numbers from below."""
    plane = _Plane(view)
    marks = tuple(plane.marks())
    return Drawing(
        title=f"{view.title}: {len(view.dots)} figures of {view.origins} known origins",
        lines=tuple(plane.lines()),
        marks=marks,
        labels=(
            Label(x=_LEFT, y=_TOP - 16, words=view.title, anchor="start", size=13),
            *plane.labels(marks),
        ),
    )


class _Plane:
    """The days and numbers of a series as places on paper."""

    def __init__(self, view: SeriesView) -> None:
        self._dots = view.dots
        days = [day for dot in view.dots if (day := _day(dot))]
        self._first = min(days, default=date.min)
        self._days = max((max(days, default=date.min) - self._first).days, 1)
        self._undated = any(_day(dot) is None for dot in view.dots)
        # "Hundreds" would flatten all that is known better: such a bar is cut at the top.
        known = [dot for dot in view.dots if not _is_vague(dot)] or view.dots
        ends = [end for dot in known for end in (dot.number.lo, dot.number.hi) if end is not None]
        self._most = max((float(end) for end in ends), default=1.0) * 1.1 or 1.0
        self._known = bool(days)

    def marks(self) -> Iterator[Mark]:
        seen: dict[date | None, int] = {}
        for dot in self._dots:
            day = _day(dot)
            x = self._x(day) + _SPREAD * seen.get(day, 0)
            seen[day] = seen.get(day, 0) + 1
            yield self._mark(dot, min(x, WIDTH - _RIGHT))

    def lines(self) -> Iterator[Line]:
        base = HEIGHT - _BOTTOM
        yield Line(x1=_LEFT, y1=base, x2=WIDTH - _RIGHT, y2=base)
        for value in self._steps():
            y = self._y(value)
            yield Line(x1=_LEFT, y1=y, x2=WIDTH - _RIGHT, y2=y)

    def labels(self, marks: Sequence[Mark]) -> Iterator[Label]:
        for value in self._steps():
            words = number(Decimal(round(value)))
            yield Label(x=_LEFT - 6, y=self._y(value) + 4, words=words, anchor="end")
        below = HEIGHT - _BOTTOM + 18
        if self._known:
            last = date.fromordinal(self._first.toordinal() + self._days)
            yield Label(x=self._x(self._first), y=below, words=str(self._first), anchor="start")
            if any(_day(dot) == last for dot in self._dots):
                yield Label(x=self._x(last), y=below, words=str(last), anchor="end")
        for mark, dot in zip(marks, self._dots, strict=True):
            if dot.number.hi is not None and float(dot.number.hi) > self._most:
                yield Label(x=mark.x + 6, y=_TOP + 4, words=dot.bounds, anchor="start", size=9)
        if self._undated:
            yield Label(
                x=_LEFT, y=below + 16, words="left: of no known day", anchor="start", size=9
            )

    def _x(self, day: date | None) -> float:
        room = WIDTH - _LEFT - _RIGHT - 60
        if day is None:
            return _LEFT + 12
        return _LEFT + 36 + room * (day - self._first).days / self._days

    def _y(self, value: float) -> float:
        value = min(value, self._most)
        return HEIGHT - _BOTTOM - (HEIGHT - _BOTTOM - _TOP) * value / self._most

    def _steps(self) -> Iterator[float]:
        step = _round_step(self._most / _TICKS)
        value = step
        while value < self._most:
            yield value
            value += step

    def _mark(self, dot: SeriesDot, x: float) -> Mark:
        found = dot.number
        low = self._y(float(found.lo)) if found.lo is not None else None
        high = self._y(float(found.hi)) if found.hi is not None else None
        written = self._y(float(found.best)) if found.best is not None else None
        shape = _shape(dot)
        middle = (
            written if written is not None else next(e for e in (low, high, 0.0) if e is not None)
        )
        if shape is Shape.UP:
            low, high = middle, middle - _ARROW
        elif shape is Shape.DOWN:
            low, high = middle + _ARROW, middle
        return Mark(
            shape=shape,
            x=x,
            y=middle,
            low=min(low if low is not None else middle, HEIGHT - _BOTTOM),
            high=high if high is not None else middle,
            colour=COLOURS[dot.origin % len(COLOURS)],
            hollow=dot.echo,
            words=f"{dot.when}: {dot.member.words} ({dot.said_by})",
        )


def _is_vague(dot: SeriesDot) -> bool:
    return dot.number.soft and dot.number.best is None


def _shape(dot: SeriesDot) -> Shape:
    found = dot.number
    if found.hi is None:
        return Shape.UP
    if found.lo is None or (found.lo == 0 and found.hi > 0 and found.best in (None, found.hi)):
        return Shape.DOWN
    if found.is_exact:
        return Shape.DOT
    return Shape.FUZZY if found.soft else Shape.BAR


def _day(dot: SeriesDot) -> date | None:
    day = day_number(dot.figure.scope.as_of)
    return None if day == UNDATED else date.fromordinal(day)


def _round_step(size: float) -> float:
    """Return a step of one, two or five and zeros that is no smaller than ``size``."""
    power = 1.0
    while power * 10 <= size:
        power *= 10
    steps: Sequence[float] = (power, 2 * power, 5 * power, 10 * power)
    return max(next(step for step in steps if step >= size), 1.0)
