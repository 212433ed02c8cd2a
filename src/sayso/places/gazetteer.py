"""The packed gazetteer: rows of places found by name, read where they lie in a mapped file."""

import mmap
import struct
import zlib
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from sayso.errors import SaysoError
from sayso.frozen import dataclass
from sayso.places import layout
from sayso.places.layout import NameKind

FILE = Path(__file__).parent / "data" / "gazetteer.bin"


class GazetteerError(SaysoError):
    """The shipped gazetteer is missing or cannot be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryRow:
    """What GeoNames says of a country."""

    code: str
    id: int
    name: str
    capital: str
    population: int
    continent: str
    neighbours: frozenset[str]


@dataclass(frozen=True, slots=True)
class Hit:
    """A row that goes by a name, and in which way."""

    row: int
    kind: NameKind


class Gazetteer:
    """A mapped file; opening it reads the countries and nothing else."""

    __slots__ = ("_blocks", "_column", "_countries", "_data", "_sections", "_starts")

    def __init__(self, data: "memoryview") -> None:
        self._data = data
        self._sections = layout.sections_of(data)
        text = bytes(self._part("countries")).decode()
        self._countries = tuple(map(_country, text.split("\n"))) if text else ()
        self._starts = self._numbers("country_starts", "I")
        self._column = {name: self._numbers(name, "I") for name in ("areas", "districts")}
        self._blocks = lru_cache(maxsize=256)(self._block)

    @classmethod
    def load(cls, path: Path = FILE) -> "Gazetteer":
        """Map the file at ``path``, by default that of the package."""
        try:
            with path.open("rb") as file:
                mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            return cls(memoryview(mapped))
        except (OSError, ValueError, KeyError) as error:
            raise GazetteerError(f"no gazetteer can be read from {path}: {error}") from error

    def __len__(self) -> int:
        return self._sections["populations"].length

    @property
    def countries(self) -> tuple[CountryRow, ...]:
        return self._countries

    def find(self, key: str) -> tuple[Hit, ...]:
        """Return the rows that go by the name with this key, in the order of the rows."""
        bucket, rest = layout.hash_of(key)
        first, end = struct.unpack_from("<II", self._part("buckets"), bucket * 4)
        part = bytes(self._part("entries")[first * layout.ENTRY : end * layout.ENTRY])
        return tuple(sorted(_hits(part, rest.to_bytes(3, "little")), key=lambda hit: hit.row))

    def name(self, row: int) -> str:
        block, place = divmod(row, layout.NAMES_IN_A_BLOCK)
        return self._blocks(block)[place]

    def point(self, row: int) -> tuple[float, float]:
        """Return latitude and longitude, to a hundredth of a degree."""
        latitude = struct.unpack_from("<h", self._part("latitudes"), row * 2)[0]
        longitude = struct.unpack_from("<h", self._part("longitudes"), row * 2)[0]
        return latitude / layout.DEGREE, longitude / layout.DEGREE

    def population(self, row: int) -> int:
        return layout.population_of(self._part("populations")[row])

    def id(self, row: int) -> int:
        number: int = struct.unpack_from("<I", self._part("ids"), row * 4)[0]
        return number

    def country(self, row: int) -> CountryRow:
        return self._countries[bisect_right(self._starts, row, hi=len(self._countries)) - 1]

    def area(self, row: int) -> int | None:
        """Return the row of the first-level area that ``row`` is or lies in."""
        return self._container("areas", row, self._first_row(row))

    def district(self, row: int) -> int | None:
        """Return the row of the district that ``row`` is or lies in."""
        area = self.area(row)
        return None if area is None else self._container("districts", row, area)

    def _first_row(self, row: int) -> int:
        return self._starts[bisect_right(self._starts, row) - 1]

    def _container(self, name: str, row: int, least: int) -> int | None:
        column = self._column[name]
        place = bisect_right(column, row) - 1
        return column[place] if place >= 0 and column[place] >= least else None

    def _block(self, block: int) -> list[str]:
        first, end = struct.unpack_from("<II", self._part("name_blocks"), block * 4)
        return zlib.decompress(self._part("names")[first:end]).decode().split("\n")

    def _part(self, name: str) -> memoryview:
        section = self._sections[name]
        return self._data[section.start : section.start + section.length]

    def _numbers(self, name: str, code: str) -> tuple[int, ...]:
        part = self._part(name)
        return struct.unpack(f"<{len(part) // struct.calcsize(code)}{code}", part)


def _hits(entries: bytes, rest: bytes) -> Iterator[Hit]:
    for place in range(0, len(entries), layout.ENTRY):
        if entries[place : place + 3] == rest:
            number = int.from_bytes(entries[place + 3 : place + layout.ENTRY], "little")
            yield Hit(*layout.entry_of(number))


def _country(line: str) -> CountryRow:
    code, number, name, capital, population, continent, neighbours = line.split("\t")
    return CountryRow(
        code=code,
        id=int(number),
        name=name,
        capital=capital,
        population=int(population),
        continent=continent,
        neighbours=frozenset(filter(None, neighbours.split(","))),
    )
