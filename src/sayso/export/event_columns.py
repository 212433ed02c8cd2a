"""The chronology in the columns of ACLED and of UCDP GED, blank where nothing is known.

Both hold only what happened: plans, hypotheses and denials are left out, and so is what is not dated
at both ends. The types are candidates by a table of words, not a coder's judgement.
"""

import csv
import re
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, TextIO

from sayso.export.chronology import coding_of, deaths_of, on_map, outlets_of, told_events
from sayso.export.labels import when
from sayso.frozen import dataclass

if TYPE_CHECKING:
    from sayso.case import CaseReader, ChronologyRow

Cells = Mapping[str, str]

ACLED_COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type",
    "sub_event_type", "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2",
    "interaction", "civilian_targeting", "iso", "region", "country", "admin1", "admin2",
    "admin3", "location", "latitude", "longitude", "geo_precision", "source", "source_scale",
    "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
UCDP_COLUMNS = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id",
    "conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name",
    "side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b",
    "number_of_sources", "source_article", "source_office", "source_date", "source_headline",
    "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2",
    "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region",
    "event_clarity", "date_prec", "date_start", "date_end", "deaths_a", "deaths_b",
    "deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob",
)  # fmt: skip
# ACLED: 1 the day is known, 2 the week, 3 the month or less. UCDP: to the day, to six, to the week,
# to the month, to the year.
_ACLED_DAYS = ((1, 1), (7, 2))
_UCDP_DAYS = ((1, 1), (6, 2), (7, 3), (31, 4))
_DISORDER = {
    "Battles": "Political violence",
    "Explosions/Remote violence": "Political violence",
    "Violence against civilians": "Political violence",
    "Riots": "Demonstrations",
    "Protests": "Demonstrations",
    "Strategic developments": "Strategic developments",
}
# Example: "at least 1,500" has 1,500; "dozens" has none.
_WHOLE = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Deaths:
    """The least and the most that reports give, as whole numbers."""

    low: int
    high: int


def write_acled(case: "CaseReader", stream: TextIO) -> int:
    """Write the events that ACLED has a type for and return how many there were."""
    rows = (row for row in told_events(case, real=True) if coding_of(row).acled_event)
    return _write(rows, ACLED_COLUMNS, _acled, stream)


def write_ucdp(case: "CaseReader", stream: TextIO) -> int:
    """Write the events in which people were killed and return how many there were."""
    rows = (row for row in told_events(case, real=True) if deaths_of(row))
    return _write(rows, UCDP_COLUMNS, _ucdp, stream)


def _write(
    rows: "Iterator[ChronologyRow]",
    columns: tuple[str, ...],
    cells: "Callable[[ChronologyRow], Cells]",
    stream: TextIO,
) -> int:
    writer = csv.DictWriter(stream, columns, restval="", lineterminator="\n")
    writer.writeheader()
    written = 0
    for row in rows:
        writer.writerow(cells(row))
        written += 1
    return written


def _acled(row: "ChronologyRow") -> Cells:
    coding, deaths = coding_of(row), _deaths(row)
    first = row.when.lo
    return {
        "event_id_cnty": row.id,
        "event_date": "" if first is None else first.isoformat(),
        "year": "" if first is None else str(first.year),
        "time_precision": str(_step(row, _ACLED_DAYS, 3)),
        "disorder_type": _DISORDER.get(coding.acled_event or "", ""),
        "event_type": coding.acled_event or "",
        "sub_event_type": coding.acled_sub_event or "",
        "actor1": row.actors[0] if row.actors else "",
        "actor2": row.actors[1] if len(row.actors) > 1 else "",
        "location": row.place or "",
        **_where(row, "admin1", "geo_precision", lambda found: found.acled),
        "source": "; ".join(outlets_of(row)),
        "notes": _notes(row),
        "fatalities": "" if deaths is None else str(deaths.low),
        "tags": row.status.value,
    }


def _ucdp(row: "ChronologyRow") -> Cells:
    deaths, head = _deaths(row), row.headline
    lo, hi = row.when.lo, row.when.hi
    return {
        "id": row.id,
        "year": "" if lo is None else str(lo.year),
        "number_of_sources": str(row.origins),
        "source_article": "; ".join(sorted({one.document for one in row.reports})),
        "source_office": "; ".join(outlets_of(row)),
        "source_date": when(head.published),
        "source_headline": head.title or "",
        "source_original": "; ".join(sorted({one.speaker for one in row.reports if one.speaker})),
        "where_coordinates": row.place or "",
        "where_description": head.place_words or "",
        **_where(row, "adm_1", "where_prec", lambda found: found.ucdp),
        "date_prec": str(_step(row, _UCDP_DAYS, 5)),
        "date_start": "" if lo is None else lo.isoformat(),
        "date_end": "" if hi is None else hi.isoformat(),
        "deaths_unknown": "" if deaths is None else str(deaths.low),
        "best": "" if deaths is None or deaths.low != deaths.high else str(deaths.low),
        "low": "" if deaths is None else str(deaths.low),
        "high": "" if deaths is None else str(deaths.high),
    }


def _where(
    row: "ChronologyRow", area: str, precision: str, grade: Callable[..., int]
) -> dict[str, str]:
    found = on_map(row)
    if found is None:
        return {}
    return {
        "country": found.place.country_name or "",
        area: found.place.area or "",
        "latitude": f"{found.point.latitude:.2f}",
        "longitude": f"{found.point.longitude:.2f}",
        precision: str(grade(found.exactness)),
    }


def _notes(row: "ChronologyRow") -> str:
    others = "".join(f"; or {when(one)}" for one in row.alternatives)
    figures = "; ".join(dict.fromkeys(f.label for one in row.reports for f in one.figures))
    return f"{row.words} [{when(row.when)}{others}]" + (f" Figures: {figures}" if figures else "")


def _step(row: "ChronologyRow", steps: tuple[tuple[int, int], ...], last: int) -> int:
    days = row.when.days or 0
    return next((value for most, value in steps if days <= most), last)


def _deaths(row: "ChronologyRow") -> Deaths | None:
    numbers = [
        int(found.group().replace(",", ""))
        for label in deaths_of(row)
        if (found := _WHOLE.search(label))
    ]
    return Deaths(low=min(numbers), high=max(numbers)) if numbers else None
