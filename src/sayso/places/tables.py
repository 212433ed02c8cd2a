"""The small tables beside the packed gazetteer: countries, regions, abbreviations, sites."""

from functools import cache
from pathlib import Path

from sayso.frozen import dataclass

FOLDER = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryNames:
    code: str
    latitude: float
    longitude: float
    names: tuple[str, ...]
    people: tuple[str, ...]
    written: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    name: str
    sort: str
    latitude: float
    longitude: float
    countries: frozenset[str]
    names: tuple[str, ...]
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaNames:
    country: str
    area: str
    written: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TownNames:
    """Short names of a large town."""

    id: int
    name: str
    written: tuple[str, ...]


@cache
def country_names() -> tuple[CountryNames, ...]:
    return tuple(
        CountryNames(
            code=code,
            latitude=float(latitude),
            longitude=float(longitude),
            names=_listed(names),
            people=_listed(people),
            written=_listed(written),
        )
        for code, latitude, longitude, names, people, written in _rows("countries.tsv")
    )


@cache
def regions() -> tuple[Region, ...]:
    return tuple(
        Region(
            name=name,
            sort=sort,
            latitude=float(latitude),
            longitude=float(longitude),
            countries=frozenset(filter(None, countries.split(","))),
            names=_listed(names),
            people=_listed(people),
        )
        for name, sort, latitude, longitude, countries, names, people in _rows("regions.tsv")
    )


@cache
def area_names() -> tuple[AreaNames, ...]:
    return tuple(
        AreaNames(country=country, area=area, written=_listed(written))
        for country, area, written in _rows("abbreviations.tsv")
    )


@cache
def area_people() -> tuple[AreaNames, ...]:
    return tuple(
        AreaNames(country=country, area=area, written=_listed(people))
        for country, area, people in _rows("people.tsv")
    )


@cache
def town_names() -> tuple[TownNames, ...]:
    return tuple(
        TownNames(id=int(number), name=name, written=_listed(written))
        for number, name, written in _rows("cities.tsv")
    )


@cache
def site_nouns() -> dict[str, str]:
    """Return the sort of site that each head noun stands for."""
    return {noun: sort for sort, nouns in _rows("sites.tsv") for noun in nouns.split("|")}


def _rows(name: str) -> list[list[str]]:
    """Return the rows of a table below its heading; lines with "#" are remarks."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    kept = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return kept[1:]


def _listed(field: str) -> tuple[str, ...]:
    return tuple(filter(None, field.split("|")))
