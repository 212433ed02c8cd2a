"""What every format of the chronology needs: the events, their labels, and how exact a point is."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from sayso.evidence.event import EventStatus
from sayso.evidence.event_types import Coding, shipped_types
from sayso.frozen import dataclass
from sayso.places import Location, Place, PlaceKind, Point

if TYPE_CHECKING:
    from sayso.case import CaseReader, ChronologyRow

REAL = frozenset({EventStatus.ASSERTED, EventStatus.HISTORICAL})


@dataclass(frozen=True, slots=True, kw_only=True)
class Exactness:
    """How exact a point is: in metres, and as UCDP (1-7), ACLED (1-3) and PLOVER (5-1) put it."""

    metres: int
    ucdp: int
    acled: int
    plover: int


# A place is somewhere within what its point stands for: points are those of gazetteers, no finer than
# a hundredth of a degree.
_EXACTNESS: Mapping[PlaceKind, Exactness] = MappingProxyType(
    {
        PlaceKind.SITE: Exactness(metres=2_000, ucdp=1, acled=1, plover=5),
        PlaceKind.TOWN: Exactness(metres=10_000, ucdp=1, acled=1, plover=4),
        PlaceKind.DISTRICT: Exactness(metres=40_000, ucdp=3, acled=2, plover=3),
        PlaceKind.AREA: Exactness(metres=150_000, ucdp=4, acled=3, plover=2),
        PlaceKind.COUNTRY: Exactness(metres=1_000_000, ucdp=6, acled=3, plover=1),
        PlaceKind.REGION: Exactness(metres=2_500_000, ucdp=7, acled=3, plover=1),
    }
)
_NEAR_TOWN = Exactness(metres=25_000, ucdp=2, acled=2, plover=4)


@dataclass(frozen=True, slots=True, kw_only=True)
class OnMap:
    """A point with how exact it is, and the place that it is the point of."""

    point: Point
    exactness: Exactness
    place: Place


def on_map(row: "ChronologyRow") -> OnMap | None:
    """Return where an event is drawn; ``None`` where no place is known."""
    place = row.point
    if place is None:
        return None
    if place.point is not None and place.location is Location.GAZETTEER:
        return OnMap(point=place.point, exactness=_EXACTNESS[place.kind], place=place)
    within = place.within
    if within is None or within.point is None:
        return None
    exactness = _NEAR_TOWN if within.kind is PlaceKind.TOWN else _EXACTNESS[within.kind]
    return OnMap(point=within.point, exactness=exactness, place=place)


def coding_of(row: "ChronologyRow") -> Coding:
    """Return how an event is coded; the mode is that of its headline."""
    return shipped_types().coding(row.family, row.headline.event.mode)


def told_events(case: "CaseReader", *, real: bool) -> Iterator["ChronologyRow"]:
    """Yield the events that are dated at both ends; ``real`` leaves out plans and what is denied."""
    from sayso.case import EventFilter  # noqa: PLC0415 -- the case is given

    for row in case.events.chronology(EventFilter(dated=True)):
        if row.when.days is not None and (not real or row.status in REAL):
            yield row


def outlets_of(row: "ChronologyRow") -> tuple[str, ...]:
    """Return who published the reports, each once."""
    return tuple(dict.fromkeys(one.outlet or one.document for one in row.reports))


def deaths_of(row: "ChronologyRow") -> tuple[str, ...]:
    """Return the figures of the killed, as they are written."""
    killed = (f.label for one in row.reports for f in one.figures if f.predicate == "killed")
    return tuple(dict.fromkeys(killed))
