"""The chronology in the formats of other programs: valid, partial where the date is, the same each time."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from sayso.case import Case
from sayso.export.case_records import case_records
from sayso.export.chronology import OnMap, on_map
from sayso.export.event_columns import ACLED_COLUMNS, UCDP_COLUMNS, write_acled, write_ucdp
from sayso.export.event_records import ExportedEvent
from sayso.export.geojson import write_geojson
from sayso.export.plover import write_plover
from sayso.export.record import RecordType
from sayso.export.timelinejs import write_timelinejs
from sayso.places import Location, Place, PlaceKind, Point
from tests.story.events.readings import NOW, add

if TYPE_CHECKING:
    from pathlib import Path

RAID = "Gunmen of the Red Column attacked the grain depot in Orlen on Friday, killing 12 guards."
AGAIN = "On Friday the Red Column attacked a grain depot in Orlen. At least 15 guards were killed."
PLAN = "The Red Column plans to attack the grain depot in Orlen on Sunday."
MONTH = "In March 2031 the Red Column raided Dorran."
YEAR = "Dorran was flooded in 2019."
# What the documentation of TimelineJS 3 asks of a slide and a date.
DATE = {
    "type": "object",
    "required": ["year"],
    "additionalProperties": False,
    "properties": {
        "year": {"type": "integer"},
        "month": {"type": "integer", "minimum": 1, "maximum": 12},
        "day": {"type": "integer", "minimum": 1, "maximum": 31},
    },
    "dependentRequired": {"day": ["month"]},
}
TIMELINE = {
    "type": "object",
    "required": ["events"],
    "properties": {
        "events": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["start_date", "text", "unique_id"],
                "properties": {
                    "start_date": DATE,
                    "end_date": DATE,
                    "unique_id": {"type": "string"},
                    "display_date": {"type": "string"},
                    "group": {"type": "string"},
                    "text": {
                        "type": "object",
                        "properties": {"headline": {"type": "string"}, "text": {"type": "string"}},
                    },
                },
            },
        }
    },
}
# RFC 7946, sections 3.1.2, 3.2 and 3.3.
POINT = {
    "type": "object",
    "required": ["type", "coordinates"],
    "properties": {
        "type": {"const": "Point"},
        "coordinates": {
            "type": "array",
            "minItems": 2,
            "maxItems": 3,
            "prefixItems": [
                {"type": "number", "minimum": -180, "maximum": 180},
                {"type": "number", "minimum": -90, "maximum": 90},
            ],
        },
    },
}
COLLECTION = {
    "type": "object",
    "required": ["type", "features"],
    "properties": {
        "type": {"const": "FeatureCollection"},
        "features": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["type", "geometry", "properties"],
                "properties": {
                    "type": {"const": "Feature"},
                    "id": {"type": ["string", "number"]},
                    "geometry": {"anyOf": [{"type": "null"}, POINT]},
                    "properties": {"type": ["object", "null"]},
                },
            },
        },
    },
}
# The fields that the PLOVER manual marks as required, and its sixteen types.
PLOVER = {
    "type": "object",
    "required": ["id", "date", "actor", "event"],
    "properties": {
        "date": {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
        "quad_code": {"enum": [1, 2, 3, 4]},
        "event": {
            "type": "array",
            "minItems": 1,
            "items": {
                "enum": [
                    "AGREE",
                    "CONSULT",
                    "SUPPORT",
                    "CONCEDE",
                    "COOPERATE",
                    "AID",
                    "RETREAT",
                    "REQUEST",
                    "ACCUSE",
                    "REJECT",
                    "THREATEN",
                    "PROTEST",
                    "SANCTION",
                    "MOBILIZE",
                    "COERCE",
                    "ASSAULT",
                ]
            },
        },
    },
}


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    folder: Path = tmp_path_factory.mktemp("chronology")
    with Case.create(folder / "case", now=NOW) as made:
        for text, day, outlet in (
            (RAID, "2031-05-12", "The Lantern"),
            (AGAIN, "2031-05-13", "Orlen Post"),
            (PLAN, "2031-05-08", "State News"),
            (MONTH, "2031-05-20", "Coast Wire"),
            (YEAR, "2031-05-20", "Upriver Notes"),
        ):
            add(made, text, day, outlet)
        yield made


def written(write: Any, case: Case) -> str:
    stream = io.StringIO()
    assert write(case, stream) > 0
    return stream.getvalue()


def rows_of(write: Any, case: Case) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written(write, case))))


def test_timelinejs_keeps_partial_dates_partial(case: Case) -> None:
    content = json.loads(written(write_timelinejs, case))
    jsonschema.validate(content, TIMELINE)

    dates = {slide["display_date"]: slide for slide in content["events"]}
    assert dates["2019"]["start_date"] == {"year": 2019}
    assert dates["2031-03"]["start_date"] == {"year": 2031, "month": 3}
    assert dates["2031-05-09"]["start_date"] == {"year": 2031, "month": 5, "day": 9}
    assert all("end_date" not in slide for slide in dates.values())


def test_slides_have_the_same_names_each_time(case: Case) -> None:
    first, second = (json.loads(written(write_timelinejs, case)) for _ in range(2))

    assert first == second
    assert len({slide["unique_id"] for slide in first["events"]}) == len(first["events"])


def test_geojson_is_that_of_the_standard(case: Case) -> None:
    content = json.loads(written(write_geojson, case))
    jsonschema.validate(content, COLLECTION)

    raid = next(f for f in content["features"] if f["properties"]["when"] == ["2031-05-09"] * 2)
    assert raid["geometry"] is None
    assert raid["properties"]["precision_m"] is None
    assert (raid["properties"]["documents"], raid["properties"]["origins"]) == (2, 2)
    assert raid["properties"]["figures"]


def test_plover_records_have_what_the_manual_asks_for(case: Case) -> None:
    records = [json.loads(line) for line in written(write_plover, case).splitlines()]
    for record in records:
        jsonschema.validate(record, PLOVER)

    plan = next(record for record in records if "future" in record["mode"])
    assert (plan["event"], plan["quad_code"], plan["date"]) == (["ASSAULT"], 4, "2031-05-11")


def test_acled_has_its_columns_in_order_and_no_plans(case: Case) -> None:
    rows = rows_of(write_acled, case)

    assert tuple(rows[0]) == ACLED_COLUMNS
    assert len(ACLED_COLUMNS) == 31
    raid = next(row for row in rows if row["event_date"] == "2031-05-09")
    assert (raid["event_type"], raid["time_precision"], raid["fatalities"]) == (
        "Battles",
        "1",
        "12",
    )
    assert (raid["actor1"], raid["source"]) == ("Red Column", "The Lantern; Orlen Post")
    assert {row["tags"] for row in rows} <= {"asserted", "historical"}


def test_ucdp_has_its_columns_in_order_and_only_deaths(case: Case) -> None:
    (row,) = rows_of(write_ucdp, case)

    assert tuple(row) == UCDP_COLUMNS
    assert len(UCDP_COLUMNS) == 49
    assert (row["date_start"], row["date_end"], row["date_prec"]) == (
        "2031-05-09",
        "2031-05-09",
        "1",
    )
    assert (row["low"], row["high"], row["best"]) == ("12", "15", "")
    assert row["number_of_sources"] == "2"


def test_an_exported_event_stands_on_characters_and_names_the_event_it_is_of(case: Case) -> None:
    records = [r for r in case_records(case, [RecordType.EVENT]) if isinstance(r, ExportedEvent)]

    raids = [record for record in records if record.quote == "attacked"]
    assert len({record.event for record in raids}) == 1
    for record in raids:
        (span,) = record.spans
        assert case.text(record.document)[span.start : span.end] == "attacked"
        assert record.interval is not None


@pytest.mark.parametrize(
    ("kind", "metres", "ucdp"),
    [(PlaceKind.TOWN, 10_000, 1), (PlaceKind.AREA, 150_000, 4), (PlaceKind.COUNTRY, 1_000_000, 6)],
)
def test_a_point_says_how_exact_it_is(case: Case, kind: PlaceKind, metres: int, ucdp: int) -> None:
    found = placed(case, place("Orlen", kind))

    assert found is not None
    assert (found.exactness.metres, found.exactness.ucdp) == (metres, ucdp)


def test_a_site_has_the_point_of_its_town_and_is_only_near_it(case: Case) -> None:
    town = place("Orlen", PlaceKind.TOWN)
    site = Place(
        key="orlen depot",
        name="Orlen depot",
        kind=PlaceKind.SITE,
        point=None,
        location=Location.WITHIN,
        within=town,
    )
    found = placed(case, site)

    assert found is not None
    assert (found.point, found.exactness.metres) == (town.point, 25_000)
    assert placed(case, Place(key="a", name="A", kind=PlaceKind.SITE, point=None, location=Location.NONE)) is None  # fmt: skip
    assert placed(case, None) is None


def place(name: str, kind: PlaceKind) -> Place:
    point = Point(latitude=10.5, longitude=20.25)
    return Place(key=name, name=name, kind=kind, point=point, location=Location.GAZETTEER)


def placed(case: Case, at: Place | None) -> OnMap | None:
    row = next(case.events.chronology())
    return on_map(replace(row, point=at))
