"""``sayso actors``: the list, one actor, proposals, and what a person decides."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sayso.case import Case
from sayso.cli import main
from tests.case.actor_stories import marked, tell
from tests.case.builders import NOW, document

Run = Callable[..., Result]


@pytest.fixture
def actors(tmp_path: Path) -> Run:
    """Return a function that runs ``sayso actors`` on a case of three documents."""
    folder = tmp_path / "case"
    with Case.create(folder, now=NOW) as case:
        run = case.begin_run((("test", "1"),), now=NOW)
        tell(case, run, "one", "Governor [PER1 Ana Orlow]: the bridge is safe. [LOC2 Velm] slept.")
        tell(case, run, "two", "[PER1 Orlow]: nobody was hurt. [PER2 Greg Lund] left.")
        tell(case, run, "three", "[PER1 Gregory Lund]: no. [PER1 Gregory Lund] stayed.")

    def sayso(*arguments: str, verb: str = "actors", code: int = 0) -> Result:
        result = CliRunner().invoke(main, ["-C", str(folder), verb, *arguments])
        assert result.exit_code == code, result.output
        return result

    return sayso


def ids(result: Result) -> dict[str, str]:
    rows = json.loads(result.stdout)["rows"]
    return {row["name"]: row["id"] for row in rows}


def test_actors_are_listed_with_their_names_those_who_say_most_first(actors: Run) -> None:
    rows = json.loads(actors("--json").stdout)["rows"]

    assert [(r["name"], r["aliases"], r["claims"], r["documents"], r["proposals"]) for r in rows] == [
        ("Ana Orlow", ["Orlow"], 2, 2, 0),
        ("Gregory Lund", [], 1, 1, 1),
        ("Greg Lund", [], 0, 1, 1),
    ]  # fmt: skip
    assert "1 more" in actors().stdout


def test_places_that_say_nothing_are_listed_on_request(actors: Run) -> None:
    assert "Velm" not in ids(actors("--json"))
    assert "Velm" in ids(actors("--all", "--json"))
    assert list(ids(actors("--kind", "place", "--json"))) == ["Velm"]
    assert list(ids(actors("--text", "greg*", "--json"))) == ["Gregory Lund", "Greg Lund"]


def test_one_actor_opens_by_a_name_with_its_claims_and_places(actors: Run) -> None:
    lines = actors("orlow").stdout.splitlines()

    assert lines[0].endswith("Ana Orlow")
    assert "  Ana Orlow: once in 1 document" in lines
    assert "    “Orlow” is the family name of “Ana Orlow”" in lines
    assert "2 claims in 2 documents" in lines
    assert "  d_two  two: Orlow" in lines


def test_one_actor_says_who_else_it_may_be(actors: Run) -> None:
    shown = actors("Greg Lund").stdout
    page = json.loads(actors("Greg Lund", "--json").stdout)

    assert "Gregory Lund (greg and gregory may be short and long)" in shown
    assert [(one["name"], one["likeness"]) for one in page["proposals"]] == [("Gregory Lund", 0.75)]
    assert page["names"][0]["mentions"] == 1
    assert page["mentions"][0]["document"] == "d_two"
    assert "Gregory Lund: 2 times in 1 document" in actors("Gregory Lund").stdout


def test_proposals_are_listed_with_their_evidence(actors: Run) -> None:
    (row,) = json.loads(actors("--proposals", "--json").stdout)["rows"]

    assert {row["left_name"], row["right_name"]} == {"Greg Lund", "Gregory Lund"}
    assert row["evidence"][0]["reason"] == "greg and gregory may be short and long"
    assert "may be short and long" in actors("--proposals").stdout


def test_a_merge_is_listed_as_a_decision_and_undone(actors: Run) -> None:
    merged = actors("merge", "Greg Lund", "Gregory Lund", "--reason", "same post")
    number = merged.stdout.partition(":")[0].split()[1]
    assert list(ids(actors("--json"))) == ["Ana Orlow", "Gregory Lund"]

    (row,) = json.loads(actors("--decisions", "--json").stdout)["rows"]
    assert (row["verdict"], row["about"], row["new"]) == ("merge", "greg lund", "gregory lund")
    assert (row["holds"], row["reason"]) == (True, "same post")

    assert f"decision {number} is undone" in actors("undo", number).stdout
    assert "undone" in actors("--decisions").stdout
    assert "Greg Lund" in ids(actors("--json"))


def test_one_actor_cannot_be_merged_with_itself(actors: Run) -> None:
    result = actors("merge", "Orlow", "Ana Orlow", "--reason", "x", code=1)

    assert "are one actor already" in result.output


def test_a_name_is_split_from_an_actor(actors: Run) -> None:
    actors("split", "Ana Orlow", "orlow", "--reason", "her brother")

    assert {"Ana Orlow", "Orlow"} <= ids(actors("--json")).keys()
    assert "orlow" in actors("--decisions").stdout


def test_a_document_can_mean_somebody_else(actors: Run) -> None:
    actors("split", "Ana Orlow", "--document", "d_two", "--called", "Ivan Orlow", "--reason", "x")
    assert {"Ana Orlow", "Ivan Orlow"} <= ids(actors("--json")).keys()
    assert "Ivan Orlow in d_two" in actors("--decisions").stdout

    actors("split", "Gregory Lund", "--document", "d_three", "--reason", "x")
    assert "Gregory Lund (2)" in ids(actors("--json"))


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("Ana Orlow",), 2, "name either the names"),
        (("Ana Orlow", "orlow", "--document", "d_two"), 2, "name either the names"),
        (("Ana Orlow", "Ivan"), 1, "this actor has no name ivan; it has Ana Orlow (a_"),
        (("Ana Orlow", "Ana Orlow", "orlow"), 1, "these are all its names"),
    ],
)
def test_a_split_needs_some_of_the_names_or_documents(
    actors: Run, arguments: tuple[str, ...], code: int, message: str
) -> None:
    assert message in actors("split", *arguments, "--reason", "x", code=code).output


def test_an_actor_is_shown_by_the_name_that_a_person_gave(actors: Run) -> None:
    actors("rename", "orlow", "Governor Orlow", "--reason", "as all call her")
    rows = json.loads(actors("--json", verb="claims").stdout)["rows"]

    assert [row["actor_name"] for row in rows][:1] == ["Governor Orlow"]
    assert "Governor Orlow" in actors(verb="claims").stdout
    assert "rename" in actors("--decisions").stdout


def test_claims_are_found_by_any_name_of_the_speaker_or_the_id(actors: Run) -> None:
    actor = ids(actors("--json"))["Ana Orlow"]
    by_name = json.loads(actors("--speaker", "ana", "--json", verb="claims").stdout)["rows"]
    by_id = json.loads(actors("--speaker", actor, "--json", verb="claims").stdout)["rows"]

    assert [row["speaker"] for row in by_name] == ["Ana Orlow", "Orlow"]
    assert by_name == by_id
    assert {row["speaker_actor"] for row in by_id} == {actor}


def test_export_holds_actors_and_the_actor_of_each_claim(actors: Run) -> None:
    lines = [json.loads(line) for line in actors(verb="export").stdout.splitlines()]
    found = {line["name"]: line for line in lines if line["record"] == "actor"}
    claims = [line for line in lines if line["record"] == "claim"]

    orlow = found["Ana Orlow"]
    assert [name["name"] for name in orlow["names"]] == ["Ana Orlow", "Orlow"]
    assert [place["quote"] for place in orlow["mentions"]] == ["Ana Orlow", "Orlow"]
    assert (orlow["claims"], orlow["documents"], orlow["spans"]) == (2, 2, [[9, 18]])
    assert found["Greg Lund"]["proposals"][0]["actor"] == found["Gregory Lund"]["id"]
    assert [c["speaker_actor"] for c in claims if c["speaker"] == "Orlow"] == [orlow["id"]]


def test_the_report_lists_who_is_named(actors: Run, tmp_path: Path) -> None:
    actors("-o", str(tmp_path / "report.html"), verb="report")
    html = (tmp_path / "report.html").read_text(encoding="utf-8")
    section = html.partition('<section id="actors">')[2].partition("</section>")[0]

    assert '<td dir="auto">Ana Orlow</td><td dir="auto">Orlow</td>' in section
    assert "Gregory Lund: greg and gregory may be short and long" in section


def test_the_names_of_an_older_case_are_entered_when_documents_are_added(tmp_path: Path) -> None:
    folder, empty = tmp_path / "case", tmp_path / "empty"
    empty.mkdir()
    with Case.create(folder, now=NOW) as case:
        run = case.begin_run((("test", "1"),), now=NOW)
        plain, evidence = marked("one", "[PER1 Ana Orlow]: the bridge is safe.")
        made, data = document(plain)
        case.add(made, evidence, data, run=run, now=NOW)
    result = CliRunner().invoke(main, ["-C", str(folder), "add", str(empty)])

    assert "Entered the names of 1 document added earlier" in result.stderr
    with Case.open(folder, read_only=True) as case:
        assert [row.name for row in case.actors()] == ["Ana Orlow"]


def test_show_opens_an_actor_by_its_id(actors: Run) -> None:
    name = ids(actors("--json"))["Ana Orlow"]

    assert actors(name, verb="show").stdout == actors(name).stdout
