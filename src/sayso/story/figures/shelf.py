"""Shelves: where figures are kept so that a new one finds its neighbours, however many there are.

Neighbours are figures of the same bucket that hold at the same time in the same place, in one within
it or around it, those of the same set of documents that may be about the same matter, and of the same
quantity those near in time, or the last before and the first after.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from hashlib import blake2b
from typing import Protocol

from sayso.dates import DayInterval
from sayso.evidence.figure import Accrual
from sayso.frozen import dataclass
from sayso.language.analysis import QuantityKind
from sayso.story.figures.keys import LOOKED_UP, accrual_of, bucket_keys
from sayso.story.figures.kinds import KindTable
from sayso.story.figures.record import CountedFigure
from sayso.story.figures.scopes import ONE_MATTER
from sayso.story.figures.sets import broad, canonical
from sayso.story.figures.unclassed import telling_digits
from sayso.story.figures.verdict import Policy

UNDATED = 0  # no day of the calendar has this number
# A time known more roughly than this stands at no one place of a series.
_ROUGHEST = timedelta(days=92)
# Of figures that say the same with one voice this many are met: one more says nothing new.
_PER_STATEMENT = 4
# Quantities of which the key is kept: it is asked of every figure of every pair.
_REMEMBERED = 1 << 14
# Names of a matter under which a telling number is found.
_BY_NUMBER = 3
# A document's figures are placed when their neighbours are looked for, and again when they are stored.
_PLACED = 1 << 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """Where a figure stands on the shelves, from the figure alone.

    ``cells`` are those under which others find it: its bucket at its own place, and within each of
    the places around. ``looked`` are those in which its own neighbours stand. ``threads`` are those
    of the same set under each name that its document is about. All are 64-bit keys.
    """

    series: int
    day: int
    cells: tuple[int, ...]
    looked: tuple[int, ...]
    threads: tuple[int, ...] = ()

    @property
    def shelves(self) -> tuple[int, ...]:
        """Return every cell under which others find the figure."""
        return tuple(dict.fromkeys((self.series, *self.cells, *self.threads)))


class Shelves(Protocol):
    """Figures by cell and day, and by quantity and day; what is capped is capped by ``most``."""

    def in_cells(
        self, cells: Sequence[int], first: int, last: int, *, most: int
    ) -> Iterable[CountedFigure]:
        """Return the figures of some cells from the first day to the last."""
        ...

    def of_quantity(self, series: int, day: int, *, most: int) -> Iterable[CountedFigure]:
        """Return figures of a quantity on the days of ``days_met``."""
        ...


def days_met(day: int, days: Sequence[int]) -> tuple[int, ...]:
    """Return which of the days of a quantity, in order, a figure of one day is compared with.

    All within the time in which one matter is told of, else the last before and the next after. What
    is of no known day meets its like, and the first day.
    """
    start = bisect_right(days, UNDATED)
    undated, dated = days[:start], days[start:]
    if day == UNDATED:
        return (*undated, *dated[:1])
    before, after = bisect_left(dated, day), bisect_right(dated, day)
    first = bisect_left(dated, day - ONE_MATTER.days)
    last = bisect_right(dated, day + ONE_MATTER.days)
    met = dated[max(min(first, before - 1), 0) : max(last, after + 1)]
    return tuple(met) if before else (*undated, *met)


def is_near(one: int, other: int) -> bool:
    """Say whether two days lie within the time in which one matter is told of."""
    return abs(one - other) <= ONE_MATTER.days


@lru_cache(maxsize=_PLACED)
def placement(figure: CountedFigure, *, table: KindTable) -> Placement:
    """Return where a figure stands, and where to look for its neighbours."""
    place = figure.scope.place
    own = place.key if place else None
    parents = [parent.casefold() for parent in place.parents] if place else []
    buckets = [repr(key) for key in bucket_keys(figure, table=table)]
    return Placement(
        series=quantity_key(figure, table=table),
        day=day_number(figure.scope.as_of),
        cells=tuple(
            key
            for bucket in buckets
            for key in (_cell(bucket, own), *(_cell(bucket, up, within=True) for up in parents))
        ),
        looked=tuple(
            key
            for bucket in buckets
            for key in (
                _cell(bucket, own),
                _cell(bucket, own, within=True),
                *(_cell(bucket, up) for up in parents),
            )
        ),
        threads=_threads(figure, table),
    )


def _threads(figure: CountedFigure, table: KindTable) -> tuple[int, ...]:
    return (*_set_threads(figure, table), *_number_threads(figure))


def _set_threads(figure: CountedFigure, table: KindTable) -> Iterator[int]:
    predicate = figure.predicate_met
    if predicate is None:
        return
    own = canonical(figure.counted, predicate=predicate, table=table)
    worded = broad(figure.counted, predicate=predicate, table=table)
    for atoms in dict.fromkeys((own, worded)):
        quantity = (predicate, sorted(atoms), str(figure.kind), figure.unit)
        for name in figure.scope.matter[:LOOKED_UP]:
            yield _hashed(f"thread {quantity!r} {name}")


def _number_threads(figure: CountedFigure) -> Iterator[int]:
    """Yield the threads of a number that tells by itself that two figures are one, whatever their classes."""
    if telling_digits(figure.number):
        number = (figure.number.best, str(figure.kind), figure.unit)
        for name in figure.scope.matter[:_BY_NUMBER]:
            yield _hashed(f"number {number!r} {name}")


def quantity_key(figure: CountedFigure, *, table: KindTable) -> int:
    """Return the key of the quantity of a figure."""
    scope = figure.scope
    return _quantity_key(
        figure.predicate,
        canonical(figure.counted, predicate=figure.predicate, table=table),
        figure.kind,
        figure.unit,
        scope.place.key if scope.place else None,
        scope.event,
        accrual_of(figure, table),
    )


@lru_cache(maxsize=_REMEMBERED)
def _quantity_key(  # noqa: PLR0913, PLR0917 -- the parts of a series key, by which it is remembered
    predicate: str | None,
    atoms: frozenset[str],
    kind: QuantityKind,
    unit: str | None,
    place: str | None,
    event: str | None,
    accrual: Accrual | None,
) -> int:
    parts = predicate, sorted(atoms), str(kind), unit, place, event, accrual
    return _hashed(f"series {parts!r}")


def day_number(as_of: DayInterval | None) -> int:
    """Return the number of the last day of a time; ``UNDATED`` if it is known too roughly."""
    if as_of is None or as_of.lo is None or as_of.hi is None or as_of.hi - as_of.lo > _ROUGHEST:
        return UNDATED
    return as_of.hi.toordinal()


def neighbours(
    figure: CountedFigure, shelves: Shelves, *, policy: Policy, table: KindTable, most: int
) -> tuple[CountedFigure, ...]:
    """Return the figures that a new one is compared with: at most as many as was asked for."""
    found: dict[str, CountedFigure] = {}
    said: Counter[object] = Counter()
    for other in _candidates(figure, shelves, policy, table, most):
        if other.id == figure.id or other.id in found:
            continue
        statement = _statement(other, table)
        said[statement] += 1
        if said[statement] <= _PER_STATEMENT:
            found[other.id] = other
        if len(found) == most:
            break
    return tuple(found.values())


def _candidates(
    figure: CountedFigure, shelves: Shelves, policy: Policy, table: KindTable, most: int
) -> Iterator[CountedFigure]:
    place = placement(figure, table=table)
    # More than are met, since many may say the same.
    asked = most * _PER_STATEMENT
    if figure.is_classed:
        yield from shelves.of_quantity(place.series, place.day, most=asked)
    reach = policy.window_days - 1 if place.day != UNDATED else 0
    yield from shelves.in_cells(place.looked, place.day - reach, place.day + reach, most=asked)
    around = ONE_MATTER.days
    if place.day == UNDATED:
        yield from shelves.in_cells(place.threads, UNDATED, date.max.toordinal(), most=asked)
        return
    # What is of no known day may be of any.
    first = max(place.day - around, UNDATED + 1)
    yield from shelves.in_cells(place.threads, first, place.day + around, most=asked)
    yield from shelves.in_cells(place.threads, UNDATED, UNDATED, most=asked)


def _statement(figure: CountedFigure, table: KindTable) -> object:
    number = figure.number
    voice = figure.voice
    return (
        quantity_key(figure, table=table), number.lo, number.hi, number.modifier,
        voice.claimant, voice.origin,
    )  # fmt: skip


def _cell(bucket: str, place: str | None, *, within: bool = False) -> int:
    return _hashed(f"cell {bucket} {place!r} {within}")


def _hashed(text: str) -> int:
    """Return a key that fits a signed 64-bit integer and is the same in every process."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), signed=True)
