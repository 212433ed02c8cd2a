"""A place as it is said: which one is meant, how exactly it is known, and how surely."""

from enum import StrEnum

from sayso.frozen import dataclass
from sayso.text import Span


class PlaceKind(StrEnum):
    """What sort of thing on the map a name stands for."""

    REGION = "region"  # a part of the world that is no country or area: Sahel, North Sea
    COUNTRY = "country"
    AREA = "area"  # first level below a country: province, state, governorate
    DISTRICT = "district"  # second level: county, district
    TOWN = "town"
    SITE = "site"  # a building, camp, prison, base, square: inside or near a town


class Location(StrEnum):
    """What the point of a place rests on."""

    GAZETTEER = "gazetteer"
    WITHIN = "within"  # the point is that of what the place is said to lie in
    NONE = "none"  # the text names no known place around it


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A position in degrees; no finer than a hundredth."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place of the gazetteer, or a site that a text names.

    ``key`` is the same wherever the place is met: its GeoNames number, else its name. ``kind`` is
    also how precise the point is: that of a country is somewhere in the country. A site is never
    the town it lies in: ``within`` is, and without a ``within`` it has no point.
    """

    key: str
    name: str
    kind: PlaceKind
    point: Point | None
    location: Location
    country: str | None = None  # ISO 3166-1
    country_name: str | None = None
    area: str | None = None  # name of the first-level area
    geonames: int | None = None
    population: int | None = None  # to two figures
    within: "Place | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedMention:
    """A mention that names a place, and the place it most likely means.

    ``place`` is ``None`` where the gazetteer has nothing that fits ("no match"); ``score`` is the
    probability of what is given. ``part`` is the part of the place the words single out
    ("northern"); ``people`` is set where the words name the people and not the land.
    ``alternatives`` are other places the words may mean, not told apart by the text.
    """

    span: Span
    name: str
    place: Place | None
    score: float
    rule: str
    part: str | None = None
    people: bool = False
    alternatives: tuple[Place, ...] = ()
