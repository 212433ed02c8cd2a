"""A map of places as a drawing: outlines that ship with the package, no tiles, no network."""

import gzip
import json
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from math import cos, radians, sqrt

from sayso.case import PlaceRow
from sayso.frozen import dataclass
from sayso.places.place import PlaceKind, Point

_WIDTH, _TALLEST, _LOWEST = 900, 460, 220
_UNIT = 100  # steps of the outlines in a degree
_LEAST_DEGREES = 6.0  # across a map, so that a single town shows its surroundings
_LABELS = 14
_ROUGH = frozenset({PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.AREA})
_Line = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A place on the map; ``rough`` says that it lies somewhere in a wide area."""

    name: str
    documents: int
    x: float
    y: float
    radius: float
    rough: bool
    labelled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """Everything that is drawn; ``land`` is path data."""

    width: int
    height: int
    land: tuple[str, ...]
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frame:
    """The part of the world that is shown, and where its points lie on paper."""

    west: float
    north: float
    scale: float  # units of the drawing for a degree of latitude
    squeeze: float  # of a degree of longitude, by the middle latitude
    height: int

    def place(self, longitude: float, latitude: float) -> tuple[float, float]:
        x = (longitude - self.west) * self.squeeze * self.scale
        return round(x, 1), round((self.north - latitude) * self.scale, 1)

    def meets(self, line: _Line) -> bool:
        """Say whether the box around a line reaches into the frame."""
        east = self.west + _WIDTH / (self.scale * self.squeeze)
        south = self.north - self.height / self.scale
        xs, ys = [x for x, _ in line], [y for _, y in line]
        return (
            min(xs) <= east and max(xs) >= self.west and min(ys) <= self.north and max(ys) >= south
        )


def draw_map(rows: Sequence[PlaceRow]) -> Map | None:
    """Draw the places that have a point; ``None`` where none has."""
    placed = [(row, row.point) for row in rows if row.point is not None]
    if not placed:
        return None
    frame = _frame([point for _, point in placed])
    told = sorted(placed, key=lambda one: -one[0].documents)
    most = told[0][0].documents or 1
    return Map(
        width=_WIDTH,
        height=frame.height,
        land=tuple(_path(frame, line) for line in outlines() if frame.meets(line)),
        dots=tuple(_dot(frame, row, point, at, most) for at, (row, point) in enumerate(told)),
    )


def _frame(points: Sequence[Point]) -> _Frame:
    """Return the frame around points, with room at its edges."""
    wests, norths = [p.longitude for p in points], [p.latitude for p in points]
    middle = (min(norths) + max(norths)) / 2
    squeeze = max(cos(radians(middle)), 0.2)
    wide = max(max(wests) - min(wests), _LEAST_DEGREES / squeeze) * 1.25
    tall = max(max(norths) - min(norths), _LEAST_DEGREES / 2) * 1.3
    scale = min(_WIDTH / (wide * squeeze), _TALLEST / tall)
    height = int(min(max(tall * scale, _LOWEST), _TALLEST))
    centre = (min(wests) + max(wests)) / 2
    return _Frame(
        west=centre - _WIDTH / (2 * scale * squeeze),
        north=middle + height / (2 * scale),
        scale=scale,
        squeeze=squeeze,
        height=height,
    )


def _dot(frame: _Frame, row: PlaceRow, point: Point, at: int, most: int) -> Dot:
    x, y = frame.place(point.longitude, point.latitude)
    return Dot(
        name=row.name,
        documents=row.documents,
        x=x,
        y=y,
        radius=round(3 + 8 * sqrt(row.documents / most), 1),
        rough=row.kind in _ROUGH,
        labelled=at < _LABELS,
    )


def _path(frame: _Frame, line: _Line) -> str:
    return "M" + "L".join(f"{x} {y}" for x, y in (frame.place(*point) for point in line))


@cache
def outlines() -> tuple[_Line, ...]:
    """Return coasts and borders as lines of (longitude, latitude)."""
    data = files("sayso.web").joinpath("outlines.json.gz").read_bytes()
    return tuple(tuple(_points(steps)) for steps in json.loads(gzip.decompress(data)))


def _points(steps: Sequence[Sequence[int]]) -> Iterator[tuple[float, float]]:
    x = y = 0
    for dx, dy in steps:
        x, y = x + dx, y + dy
        yield x / _UNIT, y / _UNIT
