"""``sayso places``: the list, one place, proposals, and whose gazetteer it is."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sayso.case import Case
from sayso.cli import main
from sayso.export.case_records import case_records
from sayso.export.place_records import ExportedPlace
from sayso.export.record import RecordType
from sayso.places import ATTRIBUTION
from tests.case.builders import NOW, orlo
from tests.case.test_places import prison, tell

Run = Callable[..., Result]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Case.create(tmp_path / "case", now=NOW) as case:
        run = case.begin_run((("test", "1"),), now=NOW)
        tell(
            case,
            run,
            "Orlo: Sell prison fell.",
            [("Orlo", orlo()), ("Sell prison", prison("sell", orlo()))],
        )
        tell(case, run, "The Orlo prison fell.", [("Orlo prison", prison("orlo", orlo()))])
    return tmp_path / "case"


@pytest.fixture
def places(folder: Path) -> Run:
    def sayso(*arguments: str) -> Result:
        result = CliRunner().invoke(main, ["-C", str(folder), "places", *arguments])
        assert result.exit_code == 0, result.output
        return result

    return sayso


def test_places_are_listed_and_the_gazetteer_is_named(places: Run) -> None:
    shown = places()

    assert "Sell prison" in shown.stdout
    assert ATTRIBUTION in shown.stderr
    rows = json.loads(places("--json").stdout)["rows"]
    assert {row["name"]: (row["kind"], row["point_of"], row["attribution"]) for row in rows} == {
        "Orlo": ("town", "Orlo", ATTRIBUTION),
        "Sell prison": ("site", "Orlo", ATTRIBUTION),
        "Orlo prison": ("site", "Orlo", ATTRIBUTION),
    }
    assert [r["name"] for r in json.loads(places("--kind", "town", "--json").stdout)["rows"]] == [
        "Orlo"
    ]


def test_one_place_lists_where_it_is_named(places: Run) -> None:
    (row,) = json.loads(places("sell prison", "--json").stdout)["rows"]

    assert (row["words"], row["start"], row["score"], row["rule"]) == (
        "Sell prison",
        6,
        0.9,
        "test",
    )
    assert "Sell prison" in places("sell prison").stdout


def test_sites_that_may_be_one_are_listed_with_the_reason(places: Run) -> None:
    (row,) = json.loads(places("--proposals", "--json").stdout)["rows"]

    assert {row["left"]["words"], row["right"]["words"]} == {"Sell prison", "Orlo prison"}
    assert "called after it" in places("--proposals").stdout


def test_places_are_exported_with_every_mention(folder: Path) -> None:
    with Case.open(folder) as case:
        records = list(case_records(case, [RecordType.PLACE]))

    sites = {one.name: one for one in records if isinstance(one, ExportedPlace)}
    assert set(sites) == {"Orlo", "Sell prison", "Orlo prison"}
    site = sites["Sell prison"]
    assert [one.quote for one in site.mentions] == ["Sell prison"]
    assert site.spans == site.mentions[0].spans
    assert [one.place for one in site.proposals] == [sites["Orlo prison"].id]
    assert site.attribution == ATTRIBUTION


def test_show_opens_a_place_by_its_id(folder: Path, places: Run) -> None:
    (row,) = json.loads(places("--kind", "town", "--json").stdout)["rows"]

    shown = CliRunner().invoke(main, ["-C", str(folder), "show", row["id"], "--json"])

    assert [one["words"] for one in json.loads(shown.stdout)["rows"]] == ["Orlo"]
