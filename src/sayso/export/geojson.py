"""The chronology as GeoJSON (RFC 7946): points with how exact they are, events without a place unlocated."""

import json
from typing import TYPE_CHECKING, TextIO

from sayso.export.chronology import coding_of, on_map, outlets_of
from sayso.pipeline.wire import Json, as_json
from sayso.places import ATTRIBUTION

if TYPE_CHECKING:
    from sayso.case import CaseReader, ChronologyRow


def write_geojson(case: "CaseReader", stream: TextIO) -> int:
    """Write all events of the chronology and return how many there were."""
    features: list[Json] = [_feature(row) for row in case.events.chronology()]
    collection: dict[str, Json] = {
        "type": "FeatureCollection",
        "attribution": ATTRIBUTION,
        "features": features,
    }
    json.dump(collection, stream, ensure_ascii=False)
    stream.write("\n")
    return len(features)


def _feature(row: "ChronologyRow") -> Json:
    found = on_map(row)
    geometry: Json = None
    if found is not None:
        # Longitude first, as the standard has it.
        geometry = {"type": "Point", "coordinates": [found.point.longitude, found.point.latitude]}
    properties: dict[str, Json] = {
        "when": as_json(row.when),
        "precision": row.when.precision.value,
        "dated": row.is_dated,
        "type": row.family,
        "label": coding_of(row).label,
        "status": row.status.value,
        "words": row.words,
        "place": row.place,
        "precision_m": None if found is None else found.exactness.metres,
        "documents": row.documents,
        "origins": row.origins,
        "outlets": as_json(outlets_of(row)),
        "figures": as_json(tuple(f.label for one in row.reports for f in one.figures)),
    }
    return {"type": "Feature", "id": row.id, "geometry": geometry, "properties": properties}
