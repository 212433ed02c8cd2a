"""The chronology as PLOVER records, one JSON object a line (openeventdata/PLOVER, manual 0.8).

Of PLOVER's auxiliary modes - historical, future, hypothetical, negation - each event has the one that
its status means. Who acts on whom is not read: all who are named stand under ``actor``.
"""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, TextIO

from sayso.evidence.event import EventStatus
from sayso.export.chronology import coding_of, on_map, outlets_of, told_events
from sayso.pipeline.wire import Json

if TYPE_CHECKING:
    from sayso.case import CaseReader, ChronologyRow, EventReportRow

_QUADS = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "CONCEDE": 1,
    "COOPERATE": 2, "AID": 2, "RETREAT": 2,
    "REQUEST": 3, "ACCUSE": 3, "REJECT": 3, "THREATEN": 3,
    "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip
_MODES = {
    EventStatus.HISTORICAL: "historical",
    EventStatus.PLANNED: "future",
    EventStatus.HYPOTHETICAL: "hypothetical",
    EventStatus.DENIED: "negation",
}
_CODER = "sayso"


def write_plover(case: "CaseReader", stream: TextIO) -> int:
    """Write the dated events that PLOVER has a type for and return how many there were."""
    written = 0
    for row in told_events(case, real=False):
        if coding_of(row).plover is not None:
            stream.write(json.dumps(_record(row), ensure_ascii=False) + "\n")
            written += 1
    return written


def _record(row: "ChronologyRow") -> Json:
    coding, head = coding_of(row), row.headline
    plover = coding.plover or ""
    return {
        "id": row.id,
        "date": str(row.when.lo),
        "enddate": str(row.when.hi),
        "date_precision": row.when.precision.value,
        "actor": [{"entity_text": name} for name in row.actors],
        "recipient": [],
        "event": [plover],
        "mode": [*([coding.mode] if coding.mode else []), *_auxiliary(row)],
        "quad_code": _QUADS[plover],
        "event_loc": _location(row),
        "event_text": head.trigger_words,
        "text": row.words,
        "text_info": {"start": head.event.clause.start, "end": head.event.clause.end},
        "cite_info": [_citation(one) for one in row.reports],
        "coder": _CODER,
        "comment": f"{row.origins} known origins: {', '.join(outlets_of(row))}",
    }


def _auxiliary(row: "ChronologyRow") -> Iterator[Json]:
    for status in row.statuses:
        if status in _MODES:
            yield _MODES[status]


def _location(row: "ChronologyRow") -> Json:
    found = on_map(row)
    extracted = row.headline.place_words
    if found is None:
        return {"extracted_place": extracted} if extracted else None
    return {
        "extracted_place": extracted,
        "resolved_place": found.place.name,
        "geonameid": found.place.geonames,
        "lat": found.point.latitude,
        "lon": found.point.longitude,
        "province": found.place.area,
        "country": found.place.country,
        "resolution": found.exactness.plover,
    }


def _citation(one: "EventReportRow") -> Json:
    return {
        "citation": one.document,
        "title": one.title,
        "publication": one.outlet,
        "published": [str(one.published.lo or ""), str(one.published.hi or "")],
    }
