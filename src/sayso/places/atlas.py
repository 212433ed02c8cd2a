"""The atlas: all places that go by a name, from the packed gazetteer and the tables beside it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from sayso.frozen import dataclass
from sayso.places import tables
from sayso.places.gazetteer import FILE, Gazetteer, Hit
from sayso.places.layout import LOOSE_MARK, NameKind
from sayso.places.place import Location, Place, PlaceKind, Point
from sayso.places.spelling import key_of, skeleton_of, without_article, words_of


class NameSort(StrEnum):
    """How a place comes by a name: the further down, the weaker a sign of it."""

    MAIN = "main"
    ALTERNATE = "alternate"
    SHORT = "short"
    PEOPLE = "people"  # "Syrian" for Syria
    LOOSE = "loose"  # another romanisation


_SORTS = {
    NameKind.MAIN: NameSort.MAIN,
    NameKind.ALTERNATE: NameSort.ALTERNATE,
    NameKind.SHORT: NameSort.SHORT,
    NameKind.LOOSE: NameSort.LOOSE,
}


# A region's weight against towns of its name, as if it had so many inhabitants.
_PROMINENCE = {
    "continent": 1_000_000_000,
    "union": 300_000_000,
    "region": 30_000_000,
    "island": 5_000_000,
    "water": 5_000_000,
    "mountains": 5_000_000,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A place of the atlas; the row is that of the gazetteer, ``None`` for what a table adds."""

    number: int  # tells entries apart, across gazetteer and tables
    kind: PlaceKind
    latitude: float
    longitude: float
    population: int
    country: str | None
    countries: frozenset[str]  # those that a region lies in
    row: int | None = None
    area: int | None = None
    district: int | None = None
    capital: bool = False  # of a country


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An entry that a name may mean."""

    entry: Entry
    sort: NameSort


class Atlas:
    """Places by name; made once, passed as an argument."""

    __slots__ = (
        "_capitals",
        "_countries",
        "_entries",
        "_exact",
        "_extra",
        "_facts",
        "_folded",
        "_names",
        "gazetteer",
    )

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self._extra: list[Entry] = []
        self._names: list[str] = []
        self._facts: list[int | None] = []  # GeoNames numbers of the extra entries
        self._folded: dict[str, list[Candidate]] = defaultdict(list)
        self._exact: dict[str, list[Candidate]] = defaultdict(list)
        self._countries: dict[str, Entry] = {}
        self._capitals = self._find_capitals()
        self._add_countries()
        self._add_regions()
        self._add_abbreviations()
        self._entries = lru_cache(maxsize=1 << 14)(self._entry)

    @classmethod
    def load(cls, path: Path = FILE) -> "Atlas":
        """Open the gazetteer of the package and the tables beside it."""
        return cls(Gazetteer.load(path))

    def find(self, name: str) -> tuple[Candidate, ...]:
        """Return what goes by ``name``; looser ways of reading it only where the strict find nothing."""
        written = self._exact.get(name.strip())
        if written:
            return tuple(written)
        words = words_of(name)
        if not words:
            return ()
        return (
            self._by_key("".join(words))
            or self._by_key("".join(without_article(words)))
            or self._loosely(name)
        )

    def written(self, form: str) -> tuple[Candidate, ...]:
        """Return what an abbreviation stands for, spelled in just this way."""
        return tuple(self._exact.get(form, ()))

    def by_row(self, row: int) -> Entry:
        return self._entries(row)

    def country(self, code: str) -> Entry | None:
        """Return the country with an ISO code."""
        return self._countries.get(code)

    def country_name(self, code: str | None) -> str | None:
        entry = self._countries.get(code) if code else None
        return self.name(entry) if entry else None

    def name(self, entry: Entry) -> str:
        if entry.row is not None:
            return self.gazetteer.name(entry.row)
        return self._names[entry.number - len(self.gazetteer)]

    def place(self, entry: Entry) -> Place:
        """Return the place that an entry stands for."""
        name = self.name(entry)
        if entry.row is None:
            number = self._facts[entry.number - len(self.gazetteer)]
        else:
            number = self.gazetteer.id(entry.row)
        return Place(
            key=f"geonames:{number}" if number else f"{entry.kind.value}:{key_of(name)}",
            name=name,
            kind=entry.kind,
            point=Point(latitude=entry.latitude, longitude=entry.longitude),
            location=Location.GAZETTEER,
            country=entry.country,
            country_name=self.country_name(entry.country),
            area=None if entry.area is None else self.gazetteer.name(entry.area),
            geonames=number,
            population=entry.population or None if entry.kind is not PlaceKind.REGION else None,
        )

    def _by_key(self, key: str) -> tuple[Candidate, ...]:
        found = (*self._folded.get(key, ()), *self._candidates(self.gazetteer.find(key)))
        return tuple({candidate.entry.number: candidate for candidate in found[::-1]}.values())

    def _loosely(self, name: str) -> tuple[Candidate, ...]:
        bones = skeleton_of(name)
        return tuple(self._candidates(self.gazetteer.find(LOOSE_MARK + bones))) if bones else ()

    def _candidates(self, hits: Iterable[Hit]) -> Iterator[Candidate]:
        for hit in hits:
            yield Candidate(entry=self._entries(hit.row), sort=_SORTS[hit.kind])

    def _entry(self, row: int) -> Entry:
        latitude, longitude = self.gazetteer.point(row)
        area, district = self.gazetteer.area(row), self.gazetteer.district(row)
        code = self.gazetteer.country(row).code
        kind = PlaceKind.AREA if row == area else PlaceKind.DISTRICT if row == district else PlaceKind.TOWN  # fmt: skip
        return Entry(
            number=row,
            kind=kind,
            latitude=latitude,
            longitude=longitude,
            population=self.gazetteer.population(row),
            country=code,
            countries=frozenset({code}),
            row=row,
            area=area,
            district=district,
            capital=row in self._capitals,
        )

    def _find_capitals(self) -> frozenset[int]:
        """Return the rows of the towns that are the capitals of their countries."""
        found = []
        for country in self.gazetteer.countries:
            hits = self.gazetteer.find(key_of(country.capital)) if country.capital else ()
            towns = [hit.row for hit in hits if self._is_town_in(hit.row, country.code)]
            if towns:
                found.append(max(towns, key=self.gazetteer.population))
        return frozenset(found)

    def _is_town_in(self, row: int, country: str) -> bool:
        gazetteer = self.gazetteer
        return gazetteer.country(row).code == country and row not in {
            gazetteer.area(row),
            gazetteer.district(row),
        }

    def _new(self, name: str, number: int | None, **fields: object) -> Entry:
        entry = Entry(number=len(self.gazetteer) + len(self._extra), **fields)  # type: ignore[arg-type]  # checked by its callers' own fields
        self._extra.append(entry)
        self._names.append(name)
        self._facts.append(number)
        return entry

    def _name(self, entry: Entry, names: Iterable[str], sort: NameSort) -> None:
        for name in names:
            found = self._folded[key_of(name)]
            if all(candidate.entry.number != entry.number for candidate in found):
                found.append(Candidate(entry=entry, sort=sort))

    def _add_countries(self) -> None:
        rows = {country.code: country for country in self.gazetteer.countries}
        for names in tables.country_names():
            row = rows.get(names.code)
            if row is None:
                continue
            entry = self._new(
                row.name,
                row.id,
                kind=PlaceKind.COUNTRY,
                latitude=names.latitude,
                longitude=names.longitude,
                population=row.population,
                country=names.code,
                countries=frozenset({names.code}),
            )
            self._countries[names.code] = entry
            self._name(entry, [row.name], NameSort.MAIN)
            self._name(entry, names.names, NameSort.ALTERNATE)
            self._name(entry, _plurals(names.people), NameSort.PEOPLE)
            self._write(entry, names.written)

    def _add_regions(self) -> None:
        for region in tables.regions():
            entry = self._new(
                region.name,
                None,
                kind=PlaceKind.REGION,
                latitude=region.latitude,
                longitude=region.longitude,
                population=_PROMINENCE[region.sort],
                country=next(iter(region.countries)) if len(region.countries) == 1 else None,
                countries=region.countries,
            )
            self._name(entry, [region.name], NameSort.MAIN)
            self._name(entry, region.names, NameSort.ALTERNATE)
            self._name(entry, _plurals(region.people), NameSort.PEOPLE)
            self._write(entry, [name for name in region.names if name.isupper()])

    def _add_abbreviations(self) -> None:
        for names in tables.area_names():
            for hit in self.gazetteer.find(key_of(names.area)):
                if (
                    self.gazetteer.country(hit.row).code == names.country
                    and self.gazetteer.area(hit.row) == hit.row
                ):
                    self._write(self._entry(hit.row), names.written)
        for area in tables.area_people():
            for hit in self.gazetteer.find(key_of(area.area)):
                if (
                    self.gazetteer.country(hit.row).code == area.country
                    and self.gazetteer.area(hit.row) == hit.row
                ):
                    self._name(self._entry(hit.row), _plurals(area.written), NameSort.PEOPLE)
        for town in tables.town_names():
            for hit in self.gazetteer.find(key_of(town.name)):
                if self.gazetteer.id(hit.row) == town.id:
                    self._name(self._entry(hit.row), town.written, NameSort.ALTERNATE)

    def _write(self, entry: Entry, forms: Iterable[str]) -> None:
        for form in forms:
            for written in {form, form.removesuffix(".")}:
                self._exact[written].append(Candidate(entry=entry, sort=NameSort.MAIN))


def _plurals(people: Iterable[str]) -> Iterator[str]:
    """Yield each name for the people with its plural: Syrian, Syrians."""
    for name in people:
        yield name
        if not name.endswith("s"):
            yield f"{name}s"
