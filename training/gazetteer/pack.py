"""Pack GeoNames into one file: ``python -m training.gazetteer.pack WHEELS [TARGET]``."""

import argparse
import struct
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from sayso.places import layout
from sayso.places.gazetteer import FILE
from sayso.places.layout import LOOSE_MARK, NameKind
from training.gazetteer.geonames import Area, Country, GeoNames, Town, read_geonames
from training.gazetteer.names import names_of_area, names_of_town


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of the gazetteer, before it is packed."""

    country: str
    area: str
    district: str
    level: int  # 0 towns, 1 first-level area, 2 district
    id: int
    name: str
    latitude: float
    longitude: float
    population: int
    names: tuple[tuple[str, NameKind], ...]

    @property
    def order(self) -> tuple[str, str, str, bool, str]:
        """Areas before what lies in them; by name, so that blocks of names pack well."""
        return (self.country, self.area, self.district, self.level == 0, self.name)


def rows_of(data: GeoNames) -> list[Row]:
    rows = [_town_row(town) for town in data.towns]
    for level, areas, field in ((1, data.areas, "area"), (2, data.districts, "district")):
        inside: dict[str, list[Town]] = defaultdict(list)
        for town in data.towns:
            inside[getattr(town, field)].append(town)
        rows += [_area_row(area, inside[area.code], level) for area in areas if inside[area.code]]
    return sorted(rows, key=lambda row: row.order)


def _town_row(town: Town) -> Row:
    # A district of another area than its town's would break the order of the rows.
    district = town.district if town.district.startswith(f"{town.area}.") else ""
    return Row(
        country=town.country,
        area=town.area,
        district=district,
        level=0,
        id=town.id,
        name=town.name,
        latitude=town.latitude,
        longitude=town.longitude,
        population=town.population,
        names=tuple(names_of_town(town)),
    )


def _area_row(area: Area, towns: Sequence[Town], level: int) -> Row:
    """Place an area amid its towns: no source at hand has the points of areas.

    A first-level area is placed in the middle between its outermost towns, a district, which is
    small, at their mean.
    """
    parts = area.code.split(".")
    middle = _middle if level == 1 else fmean
    return Row(
        country=parts[0],
        area=".".join(parts[:2]),
        district=area.code if level > 1 else "",
        level=level,
        id=area.id,
        name=area.name,
        latitude=middle([town.latitude for town in towns]),
        longitude=_round_the_world([town.longitude for town in towns], middle),
        population=sum(town.population for town in towns),
        names=tuple(names_of_area(area)),
    )


def _middle(values: Sequence[float]) -> float:
    return (min(values) + max(values)) / 2


def _round_the_world(
    longitudes: Sequence[float], middle: Callable[[Sequence[float]], float]
) -> float:
    """Take the middle of longitudes also where they lie on both sides of the date line."""
    if max(longitudes) - min(longitudes) <= 180:  # noqa: PLR2004 - half the world
        return middle(longitudes)
    turned = middle([longitude % 360 for longitude in longitudes])
    return turned - 360 if turned > 180 else turned  # noqa: PLR2004 - half the world


def pack(data: GeoNames) -> bytes:
    """Return the file with all rows of ``data``."""
    rows = rows_of(data)
    countries = sorted(data.countries, key=lambda country: country.code)
    starts, names = _name_blocks([row.name for row in rows])
    buckets, entries = _index(rows)
    return layout.write(
        {
            "countries": "\n".join(map(_country_line, countries)).encode(),
            "country_starts": _numbers("I", _country_starts(rows, countries)),
            "areas": _numbers("I", (n for n, row in enumerate(rows) if row.level == 1)),
            "districts": _numbers("I", (n for n, row in enumerate(rows) if row.level > 1)),
            "latitudes": _numbers("h", (round(row.latitude * layout.DEGREE) for row in rows)),
            "longitudes": _numbers("h", (round(row.longitude * layout.DEGREE) for row in rows)),
            "populations": bytes(layout.population_step(row.population) for row in rows),
            "ids": _numbers("I", (row.id for row in rows)),
            "name_blocks": starts,
            "names": names,
            "buckets": buckets,
            "entries": entries,
        }
    )


def _numbers(code: str, values: Iterable[int]) -> bytes:
    whole = list(values)
    return struct.pack(f"<{len(whole)}{code}", *whole)


def _country_line(country: Country) -> str:
    fields = (country.code, country.id, country.name, country.capital, country.population)
    return "\t".join([*map(str, fields), country.continent, ",".join(country.neighbours)])


def _country_starts(rows: Sequence[Row], countries: Sequence[Country]) -> list[int]:
    """Return where each country begins, in the order of ``countries``, and the number of rows."""
    starts = []
    place = 0
    for country in countries:
        while place < len(rows) and rows[place].country < country.code:
            place += 1
        starts.append(place)
    return [*starts, len(rows)]


def _name_blocks(names: Sequence[str]) -> tuple[bytes, bytes]:
    size = layout.NAMES_IN_A_BLOCK
    blocks = [
        zlib.compress("\n".join(names[n : n + size]).encode(), 9)
        for n in range(0, len(names), size)
    ]
    starts = [0]
    for block in blocks:
        starts.append(starts[-1] + len(block))
    return _numbers("I", starts), b"".join(blocks)


def _index(rows: Sequence[Row]) -> tuple[bytes, bytes]:
    buckets: list[list[bytes]] = [[] for _ in range(layout.BUCKETS)]
    for number, row in enumerate(rows):
        seen = {"", LOOSE_MARK}
        for key, kind in row.names:
            if key not in seen:
                seen.add(key)
                bucket, rest = layout.hash_of(key)
                buckets[bucket].append(layout.entry_bytes(rest, number, kind))
    starts = [0]
    for entries in buckets:
        starts.append(starts[-1] + len(entries))
    return _numbers("I", starts), b"".join(entry for part in buckets for entry in sorted(part))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("wheels", type=Path)
    parser.add_argument("target", type=Path, nargs="?", default=FILE)
    options = parser.parse_args()
    data = pack(read_geonames(options.wheels))
    options.target.write_bytes(data)
    print(f"{options.target}: {len(data) / 1e6:.2f} MB")
    for name, section in layout.sections_of(data).items():
        print(f"  {name:16} {section.length:9}")


if __name__ == "__main__":
    main()
