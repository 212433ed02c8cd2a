"""What speaks for a candidate: columns of numbers, some of which rest on what other names mean."""

from collections.abc import Iterable, Sequence
from math import log10
from typing import TYPE_CHECKING

import numpy as np

from sayso.frozen import dataclass
from sayso.places.atlas import Entry, NameSort
from sayso.places.naming import Inside, Named
from sayso.places.place import PlaceKind

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]

FIXED = (
    "population",
    "country",
    "area",
    "district",
    "region",
    "alternate",
    "short",
    "people",
    "loose",
    "largest",
    "rank",
    "capital",
)
SHARED = ("inside", "not_inside", "holds", "country_said", "area_said", "same_country", "near", "near_dateline", "near_home", "home_country")  # fmt: skip
COLUMNS = FIXED + SHARED
_NEAR_KM = 120.0
_EARTH_KM = 6371.0
_MOST_NEAR = 3.0
_LIKELY = 0.5
_SAME_REGION = 0.02  # about 450 km from the middle of it


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """All candidates of a document as columns; ``group`` says of which name each is."""

    names: tuple[Named, ...]
    insides: tuple[Inside, ...]
    group: "Ints"
    fixed: "Floats"
    country: "Ints"  # numbers of countries; -1 for none
    area: "Ints"
    is_country: "Flags"
    is_area: "Flags"
    nearness: "Floats"
    covers: "Flags"  # row lies in column

    def __len__(self) -> int:
        return len(self.group)


def make_table(names: Sequence[Named], insides: Sequence[Inside]) -> Table:
    """Lay out the candidates of all ``names``."""
    flat = [(g, c) for g, named in enumerate(names) for c in named.candidates]
    entries = [candidate.entry for _, candidate in flat]
    codes = {code: n for n, code in enumerate(sorted({e.country for e in entries if e.country}))}
    country = _numbers(codes.get(e.country or "", -1) for e in entries)
    area = _numbers(-1 if e.area is None else e.area for e in entries)
    district = _numbers(-1 if e.district is None else e.district for e in entries)
    nearness = _nearness(entries)
    return Table(
        names=tuple(names),
        insides=tuple(insides),
        group=_numbers(g for g, _ in flat),
        fixed=_fixed(names),
        country=country,
        area=area,
        is_country=_of_kind(entries, PlaceKind.COUNTRY),
        is_area=_of_kind(entries, PlaceKind.AREA),
        nearness=nearness,
        covers=_covering(_of_kind(entries, PlaceKind.COUNTRY), _same(country))
        | _covering(_of_kind(entries, PlaceKind.AREA), _same(area))
        | _covering(_of_kind(entries, PlaceKind.DISTRICT), _same(district))
        | _covering(
            _of_kind(entries, PlaceKind.REGION), (nearness > _SAME_REGION) | _in_region(entries)
        ),
    )


def _numbers(values: Iterable[int]) -> "Ints":
    return np.fromiter(values, dtype=np.int64)


def _of_kind(entries: Sequence[Entry], kind: PlaceKind) -> "Flags":
    return np.array([entry.kind is kind for entry in entries], dtype=bool)


def _covering(kind: "Flags", together: "Flags") -> "Flags":
    """Say which row lies in which column, where the column is of the kind and the row is not."""
    covers: Flags = kind[None, :] & together & ~kind[:, None]
    return covers


def _in_region(entries: Sequence[Entry]) -> "Flags":
    """Say which row is in a country that the region of the column lies in."""
    inside = np.zeros((len(entries), len(entries)), dtype=bool)
    for number, region in enumerate(entries):
        if region.kind is PlaceKind.REGION and region.countries:
            inside[:, number] = [entry.country in region.countries for entry in entries]
    return inside


def _nearness(entries: Sequence[Entry]) -> "Floats":
    points = np.radians(np.array([(e.latitude, e.longitude) for e in entries]).reshape(-1, 2))
    latitude, longitude = points[:, 0], points[:, 1]
    across = (longitude[:, None] - longitude[None, :] + np.pi) % (2 * np.pi) - np.pi
    x = across * np.cos((latitude[:, None] + latitude[None, :]) / 2)
    y = latitude[:, None] - latitude[None, :]
    nearness: Floats = np.exp(-_EARTH_KM * np.hypot(x, y) / _NEAR_KM)
    return nearness


def _fixed(names: Sequence[Named]) -> "Floats":
    rows = []
    for named in names:
        towns = 0
        for place, candidate in enumerate(named.candidates):
            entry, sort = candidate.entry, candidate.sort
            first = entry.kind is PlaceKind.TOWN and towns == 0
            towns += entry.kind is PlaceKind.TOWN
            rows.append(
                (
                    log10(entry.population + 1) / 2,
                    entry.kind is PlaceKind.COUNTRY,
                    entry.kind is PlaceKind.AREA,
                    entry.kind is PlaceKind.DISTRICT,
                    entry.kind is PlaceKind.REGION,
                    sort is NameSort.ALTERNATE,
                    sort is NameSort.SHORT,
                    sort is NameSort.PEOPLE,
                    sort is NameSort.LOOSE,
                    first,
                    min(place, 10) / 10,
                    entry.capital,
                )
            )
    return np.array(rows, dtype=float).reshape(len(rows), len(FIXED))


def shared_features(table: Table, belief: "Floats") -> "Floats":
    """Return the columns that rest on ``belief``: how likely each candidate is, as of now."""
    outside = _of_names(table, [named.outside for named in table.names])
    dateline = _of_names(table, [any(w.dateline for w in n.places) for n in table.names])
    other = table.group[:, None] != table.group[None, :]
    weight: Floats = np.where(other, belief[None, :], 0.0)
    text, home = weight * ~outside, weight * outside
    same_country = _same(table.country)
    local = (~table.is_country)[:, None] & (~table.is_country)[None, :]
    others = max(1, sum(not named.outside for named in table.names) - 1)
    return np.column_stack(
        [
            _containers(table, belief),
            _by_group(table, text * (same_country & table.is_country)).max(axis=1),
            _by_group(table, text * (_same(table.area) & table.is_area)).max(axis=1),
            (text * same_country).sum(axis=1) / others,
            np.minimum((text * table.nearness).sum(axis=1), _MOST_NEAR) / _MOST_NEAR,
            _by_group(table, weight * table.nearness * dateline * local).max(axis=1),
            _by_group(table, home * table.nearness * local).max(axis=1),
            _by_group(table, home * same_country).max(axis=1),
        ]
    )


def _of_names(table: Table, values: Sequence[bool]) -> "Flags":
    """Spread what holds for names over their candidates."""
    return np.array(values, dtype=bool)[table.group]


def _same(column: "Ints") -> "Flags":
    """Say of which pairs the column is the same, and known."""
    same: Flags = (column[:, None] == column[None, :]) & (column >= 0)[None, :]
    return same


def _containers(table: Table, belief: "Floats") -> "Floats":
    """Return how likely each candidate lies in what the text says holds it, or does not; or holds."""
    found = np.zeros((len(table), 3))
    for link in table.insides:
        inner, outer = table.group == link.inner, table.group == link.outer
        covers = table.covers[np.ix_(inner, outer)]
        share = covers @ belief[outer]
        found[inner, 0] = np.maximum(found[inner, 0], share)
        found[inner, 1] = np.maximum(found[inner, 1], belief[outer].sum() - share)
        found[outer, 2] = np.maximum(found[outer, 2], belief[inner] @ covers)
    found[found[:, 0] > _LIKELY, 1] = 0
    return found


def _by_group(table: Table, values: "Floats") -> "Floats":
    """Sum the columns of each name; at least one name has candidates wherever there are rows."""
    sums = np.zeros((len(values), max(1, len(table.names))))
    np.add.at(sums.T, table.group, values.T)
    return sums
