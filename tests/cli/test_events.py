"""``timeline`` and ``events``: the chronology, one event with its reports, and decisions on it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sayso.case import Case
from sayso.cli import main
from tests.story.events.readings import NOW, add

RAID = "Gunmen of the Red Column attacked the grain depot in Orlen on Friday, killing 12 guards."
AGAIN = "On Friday the Red Column attacked a grain depot in Orlen. At least 15 guards were killed."
OTHER = "The Red Column raided the ferry pier in Dorran in March 2031."
UNDATED = "Two men escaped."
Sayso = Callable[..., Result]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("events") / "case"
    with Case.create(found, now=NOW) as case:
        add(case, RAID, "2031-05-12", "The Lantern")
        add(case, AGAIN, "2031-05-13", "Orlen Post")
        add(case, OTHER, "2031-05-13", "Coast Wire")
        add(case, UNDATED, "2031-05-14", "Daily Flame")
    return found


@pytest.fixture
def sayso(folder: Path) -> Sayso:
    def run(*arguments: str, code: int = 0) -> Result:
        result = CliRunner().invoke(main, ["-C", str(folder), *arguments])
        assert result.exit_code == code, result.output
        return result

    return run


def rows(sayso: Sayso, *arguments: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(sayso(*arguments, "--json").stdout)["rows"]
    return found


def test_the_timeline_has_each_event_once_in_order(sayso: Sayso) -> None:
    found = rows(sayso, "timeline")

    assert [row["happened"] for row in found] == [
        ["2031-03-01", "2031-03-31"],
        ["2031-05-09", "2031-05-09"],
    ]
    assert (found[1]["documents"], found[1]["origins"], found[1]["type"]) == (2, 2, "assault")
    assert found[1]["published"] == ["2031-05-12", "2031-05-13"]


def test_what_no_text_dates_is_listed_where_asked_for(sayso: Sayso) -> None:
    (row,) = [row for row in rows(sayso, "timeline", "--undated") if not row["dated"]]

    assert (row["happened"], row["words"]) == ([None, "2031-05-14"], "Two men escaped.")
    assert "(by 2031-05-14)" in sayso("timeline", "--undated").stdout
    assert all(row["dated"] for row in rows(sayso, "timeline", "--no-undated"))


@pytest.mark.parametrize(
    ("arguments", "count"),
    [
        (("--place", "Dorran"), 1),
        (("--type", "assault"), 2),
        (("--since", "2031-05"), 1),
        (("--text", "ferry"), 1),
        (("--status", "planned"), 0),
        (("--actor", "Red Column"), 2),
    ],
)
def test_the_timeline_is_narrowed(sayso: Sayso, arguments: tuple[str, ...], count: int) -> None:
    assert len(rows(sayso, "timeline", *arguments)) == count


def test_entries_are_put_together(sayso: Sayso) -> None:
    by_place = rows(sayso, "timeline", "--by", "place")
    by_actor = rows(sayso, "timeline", "--by", "actor")
    by_type = rows(sayso, "timeline", "--by", "type")

    assert [row["group"] for row in by_place] == ["dorran", "orlen"]
    assert {row["group"] for row in by_actor} == {"Red Column"}
    assert {row["group"] for row in by_type} == {"attack"}


def test_an_event_shows_its_reports_and_why_they_are_one(sayso: Sayso) -> None:
    event = str(rows(sayso, "timeline")[1]["id"])
    out = sayso("events", event).stdout

    assert out.splitlines()[0].startswith(f"{event}  2031-05-09  attack")
    assert "2 documents, 2 known origins, independence not established" in out
    assert "time +" in out
    reports = rows(sayso, "events", event)
    assert {row["outlet"] for row in reports} == {"The Lantern", "Orlen Post"}
    assert sayso("show", event[:6]).stdout


def test_a_report_is_shown_in_its_words(sayso: Sayso) -> None:
    event = str(rows(sayso, "timeline")[1]["id"])
    report = str(rows(sayso, "events", event)[0]["id"])
    out = sayso("show", report).stdout

    assert f"event         {event}" in out
    assert "happened      2031-05-09" in out


def test_a_split_is_kept_and_taken_back(sayso: Sayso) -> None:
    event = str(rows(sayso, "timeline")[1]["id"])
    before = rows(sayso, "events", event)
    mine = [str(row["id"]) for row in before if row["outlet"] == "Orlen Post"]
    options = [part for name in mine for part in ("--split", name)]
    said = sayso("events", event, *options, "--reason", "two raids").stdout
    number = said.split()[1].strip(":")

    assert len(rows(sayso, "timeline", "--since", "2031-05")) == 2
    (kept,) = rows(sayso, "events", "--decisions")
    assert (kept["verdict"], kept["holds"], kept["reason"]) == ("split", True, "two raids")
    assert "undone" in sayso("events", "--undo", number).stdout
    assert len(rows(sayso, "timeline", "--since", "2031-05")) == 1


def test_a_merge_shows_both_times_and_is_taken_back(sayso: Sayso) -> None:
    first, second = (str(row["id"]) for row in rows(sayso, "timeline"))
    said = sayso("events", first, "--merge", second).stdout

    assert " or " in sayso("timeline").stdout
    sayso("events", "--undo", said.split()[1].strip(":"))
    assert len(rows(sayso, "timeline")) == 2


def test_what_is_no_event_is_refused(sayso: Sayso) -> None:
    event = str(rows(sayso, "timeline")[1]["id"])

    assert "name an event" in sayso("events", code=2).stderr
    assert "give one of" in sayso("events", event, "--merge", event, "--undo", "1", code=2).stderr
    assert "no event of this case" in sayso("events", "x_nothing", code=1).stderr
    assert "names no single report" in sayso("events", event, "--split", "e_none", code=1).stderr
