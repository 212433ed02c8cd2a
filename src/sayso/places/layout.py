"""The file of the gazetteer: a head that names its sections, then columns read where they lie.

Places are rows, sorted so that an area stands before all that lies in it: country, first-level
area, its district, the towns. The index maps the key of a name to rows; it holds hashes, not
names, since of a name that is no main name only the row matters.
"""

import json
import struct
from enum import IntEnum
from hashlib import blake2b

from sayso.frozen import dataclass

MAGIC = b"SAYSOPL1"
HEAD = struct.Struct("<8sI")
SECTIONS = (
    "countries",  # text, one country a line
    "country_starts",  # uint32: the first row of each country
    "areas",  # uint32: the rows that are first-level areas
    "districts",  # uint32: the rows that are second-level areas
    "latitudes",  # int16, hundredths of a degree
    "longitudes",
    "populations",  # uint8, steps of a logarithm
    "ids",  # uint32, GeoNames
    "name_blocks",  # uint32: where each block of names begins
    "names",  # blocks, zlib, one name a line
    "buckets",  # uint32: where the entries of each bucket begin
    "entries",  # six bytes: the rest of the hash, then kind of name and row
)
NAMES_IN_A_BLOCK = 96
BUCKETS = 1 << 16
ENTRY = 6
DEGREE = 100
_HASH_BYTES = 5
_ROW_BITS = 20
_STEPS = 34  # of a tenfold population
# Marks the keys of skeletons, which share the index with whole keys.
LOOSE_MARK = "~"


class NameKind(IntEnum):
    """How a row comes by a name."""

    MAIN = 0
    ALTERNATE = 1
    SHORT = 2  # without the article, or without the word for the sort of area
    LOOSE = 3  # by its skeleton


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    start: int
    length: int


def hash_of(key: str) -> tuple[int, int]:
    """Return the bucket of a key and what tells it from the others in there."""
    digest = blake2b(key.encode(), digest_size=_HASH_BYTES).digest()
    return int.from_bytes(digest[:2], "little"), int.from_bytes(digest[2:], "little")


def entry_bytes(rest: int, row: int, kind: NameKind) -> bytes:
    return rest.to_bytes(3, "little") + (row | kind << _ROW_BITS).to_bytes(3, "little")


def entry_of(value: int) -> tuple[int, NameKind]:
    return value & ((1 << _ROW_BITS) - 1), NameKind(value >> _ROW_BITS)


def population_step(population: int) -> int:
    from math import log10  # noqa: PLC0415 - building alone needs it

    return min(255, round(log10(population + 1) * _STEPS))


def population_of(step: int) -> int:
    """Return the population to two figures: the column keeps no more."""
    exact = 10 ** (step / _STEPS) - 1
    return int(float(f"{exact:.2g}"))


def write(sections: dict[str, bytes]) -> bytes:
    """Return the bytes of a file with ``sections``, which must be those of ``SECTIONS``."""
    if tuple(sections) != SECTIONS:
        raise ValueError(f"a gazetteer has the sections {SECTIONS}, found {tuple(sections)}")
    lengths = json.dumps({name: len(section) for name, section in sections.items()}).encode()
    body = b"".join(sections.values())
    return HEAD.pack(MAGIC, len(lengths)) + lengths + body


def sections_of(data: "bytes | memoryview") -> dict[str, Section]:
    """Return where each section lies; ``ValueError`` where this is no such file."""
    if len(data) < HEAD.size:
        raise ValueError("the gazetteer is empty or cut")
    magic, length = HEAD.unpack(data[: HEAD.size])
    if magic != MAGIC:
        raise ValueError(f"a gazetteer begins with {MAGIC!r}, this file with {magic!r}")
    start = HEAD.size + length
    lengths = json.loads(bytes(data[HEAD.size : start]))
    sections = {}
    for name in SECTIONS:
        sections[name] = Section(start=start, length=lengths[name])
        start += lengths[name]
    if start != len(data):
        raise ValueError(f"the gazetteer should have {start} bytes, it has {len(data)}")
    return sections
