"""What speaks for a candidate: columns of numbers, some of which rest on what other names mean."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log10
from typing import TYPE_CHECKING

import numpy as np

from sayso.places.atlas import NameSort
from sayso.places.naming import Inside, Named
from sayso.places.place import PlaceKind

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

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
)
SHARED = ("inside", "not_inside", "holds", "country_said", "area_said", "same_country", "near", "near_dateline", "near_home", "home_country")  # fmt: skip
COLUMNS = FIXED + SHARED
_NEAR_KM = 120.0
_EARTH_KM = 6371.0
_MOST = 8.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """All candidates of a document as columns; ``group`` says of which name each is."""

    names: tuple[Named, ...]
    insides: tuple[Inside, ...]
    group: "Ints"
    fixed: "Floats"
    country: "Ints"  # numbers of countries; -1 for none
    area: "Ints"
    district: "Ints"
    number: "Ints"
    is_country: "NDArray[np.bool_]"
    is_area: "NDArray[np.bool_]"
    is_district: "NDArray[np.bool_]"
    nearness: "Floats"
    covers: "NDArray[np.bool_]"  # row lies in column

    def __len__(self) -> int:
        return len(self.group)


def make_table(names: Sequence[Named], insides: Sequence[Inside]) -> Table:
    """Lay out the candidates of all ``names``."""
    flat = [(g, c) for g, named in enumerate(names) for c in named.candidates]
    entries = [candidate.entry for _, candidate in flat]
    codes = {code: n for n, code in enumerate(sorted({e.country for e in entries if e.country}))}
    kinds = [entry.kind for entry in entries]
    country = np.array([codes.get(e.country or "", -1) for e in entries], dtype=np.int64)
    area = np.array([-1 if e.area is None else e.area for e in entries], dtype=np.int64)
    district = np.array([-1 if e.district is None else e.district for e in entries], dtype=np.int64)
    group = np.array([g for g, _ in flat], dtype=np.int64)
    is_country = np.array([k is PlaceKind.COUNTRY for k in kinds], dtype=bool)
    is_area = np.array([k is PlaceKind.AREA for k in kinds], dtype=bool)
    is_district = np.array([k is PlaceKind.DISTRICT for k in kinds], dtype=bool)
    nearness = _nearness(entries)
    region = np.array([k is PlaceKind.REGION for k in kinds], dtype=bool)
    covers = (
        (is_country[None, :] & (country[:, None] == country[None, :]) & ~is_country[:, None])
        | (is_area[None, :] & (area[:, None] == area[None, :]) & ~is_area[:, None])
        | (is_district[None, :] & (district[:, None] == district[None, :]) & ~is_district[:, None])
        | (region[None, :] & (nearness > 0.02) & ~region[:, None])  # noqa: PLR2004 - within about 450 km
    )
    return Table(
        names=tuple(names),
        insides=tuple(insides),
        group=group,
        fixed=_fixed(names),
        country=country,
        area=area,
        district=district,
        number=np.array([e.number for e in entries], dtype=np.int64),
        is_country=is_country,
        is_area=is_area,
        is_district=is_district,
        nearness=nearness,
        covers=covers,
    )


def _nearness(entries: Sequence[object]) -> "Floats":
    points = np.radians([[e.latitude, e.longitude] for e in entries])  # type: ignore[attr-defined]
    if not len(points):
        return np.zeros((0, 0))
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
                )
            )
    return np.array(rows, dtype=float).reshape(len(rows), len(FIXED))


def shared_features(table: Table, belief: "Floats") -> "Floats":
    """Return the columns that rest on ``belief``: how likely each candidate is, as of now."""
    groups = len(table.names)
    outside = np.array([named.outside for named in table.names], dtype=bool)
    dateline = np.array([any(w.dateline for w in n.places) for n in table.names], dtype=bool)
    other = table.group[:, None] != table.group[None, :]
    weight = np.where(other, belief[None, :], 0.0)
    inside = np.zeros((len(table), 3))
    for link in table.insides:
        inner, outer = table.group == link.inner, table.group == link.outer
        share = (table.covers[np.ix_(inner, outer)] * belief[outer][None, :]).sum(axis=1)
        inside[inner, 0] = np.maximum(inside[inner, 0], share)
        inside[inner, 1] = np.maximum(inside[inner, 1], belief[outer].sum() - share)
        held = (table.covers[np.ix_(inner, outer)] * belief[inner][:, None]).sum(axis=0)
        inside[outer, 2] = np.maximum(inside[outer, 2], held)
    inside[:, 1] = np.where(inside[:, 0] > 0.5, 0, inside[:, 1])  # noqa: PLR2004 - more likely than not
    same_country = (table.country[:, None] == table.country[None, :]) & (table.country >= 0)[None, :]
    same_area = (table.area[:, None] == table.area[None, :]) & (table.area >= 0)[None, :]
    text = ~outside[table.group]
    said = _strongest(weight * (same_country & table.is_country[None, :] & text[None, :]), table.group, groups)
    area_said = _strongest(weight * (same_area & table.is_area[None, :] & text[None, :]), table.group, groups)
    sums = _summed(weight * (same_country & text[None, :]), table.group, groups)
    near = _strongest_each(weight * table.nearness * text[None, :], table.group, groups)
    home = weight * outside[table.group][None, :]
    local = ~table.is_country
    home_country = _strongest(home * same_country, table.group, groups)
    near_home = _strongest(home * table.nearness * local[None, :] * local[:, None], table.group, groups)
    at_dateline = _strongest(weight * table.nearness * dateline[table.group][None, :] * local[None, :] * local[:, None], table.group, groups)
    count = max(1, int((~outside).sum()) - 1)
    return np.column_stack(
        [
            inside,
            said,
            area_said,
            sums / count,
            np.minimum(near, 3.0) / 3.0,
            at_dateline,
            near_home,
            home_country,
        ]
    )


def _strongest(values: "Floats", group: "Ints", groups: int) -> "Floats":
    """Return for each row the largest of its groups' sums."""
    if not len(values):
        return np.zeros(0)
    return _by_group(values, group, groups).max(axis=1)


def _summed(values: "Floats", group: "Ints", groups: int) -> "Floats":
    return values.sum(axis=1)


def _strongest_each(values: "Floats", group: "Ints", groups: int) -> "Floats":
    return _by_group(values, group, groups).sum(axis=1)


def _by_group(values: "Floats", group: "Ints", groups: int) -> "Floats":
    sums = np.zeros((len(values), groups))
    np.add.at(sums.T, group, values.T)
    return sums
