"""``sayso dates``: grounds that other documents give, and dates that a person sets."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sayso.case import Case
from sayso.cli import main
from tests.pipeline.test_relate_dates import LONG, NOW, ORIGINAL, UNDATED, add


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "case"
    with Case.create(path, now=NOW) as case:
        add(case, UNDATED)
        add(case, ORIGINAL)
    return path


def run(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(
        main, ["-C", str(folder), *arguments], env={"COLUMNS": "160", "SAYSO_ACTOR": "Rada"}
    )


def test_a_copy_shows_what_its_date_rests_on(folder: Path) -> None:
    shown = run(folder, "dates", "d_post").stdout

    assert "it repeats the text of d_gazette, dated 9 May 2021: not written before" in shown
    assert "doubt" not in shown


def test_grounds_have_their_characters_on_both_sides(folder: Path) -> None:
    (row,) = (
        json.loads(line) for line in run(folder, "dates", "d_post", "--jsonl").stdout.splitlines()
    )

    assert row["source"] == "case"
    assert row["grounds"][0]["other"] == "d_gazette"
    assert row["grounds"][0]["spans"] == row["grounds"][0]["other_spans"] == [[0, len(LONG)]]


def test_the_export_tells_both_sides_of_every_ground(folder: Path) -> None:
    lines = map(json.loads, run(folder, "export", "--format", "jsonl").stdout.splitlines())
    (row,) = (one for one in lines if one["record"] == "document" and one["id"] == "d_post")

    assert row["date"] == row["date_found"]
    assert row["date"][0] == "2021-05-09"
    assert [side["document"] for side in row["date_grounds"][0]["sides"]] == ["d_post", "d_gazette"]


def test_a_date_that_moved_stands_in_the_changes_with_the_old_one(folder: Path) -> None:
    (row,) = (
        json.loads(one)
        for one in run(folder, "changes", "--kind", "date", "--jsonl").stdout.splitlines()
    )

    assert row["document"] == "d_post"
    assert row["words"].startswith("before: undated; copies of it with a date put it at 9 May 2021")


def test_a_date_is_set_shown_and_taken_back(folder: Path) -> None:
    done = run(folder, "dates", "d_post", "--set", "2021-05-11", "--why", "seen in the paper")
    shown = run(folder, "dates", "d_post").stdout
    undone = run(folder, "dates", "d_post", "--undo")

    assert done.stdout.endswith("set to 2021-05-11\n")
    assert "set by Rada: seen in the paper" in shown
    assert "found by reading: 9 May 2021" in shown
    assert "is undone: 2021-05-09" in undone.stdout
    assert run(folder, "dates", "d_post", "--undo").exit_code == 1


def test_the_date_that_was_found_can_be_confirmed(folder: Path) -> None:
    done = run(folder, "dates", "d_gazette", "--set", "2021-05-09", "--why", "the archive")

    assert done.exit_code == 0
    assert "set by Rada: the archive" in run(folder, "dates", "d_gazette").stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("d_post", "--set", "2021-05-11"),
        ("--set", "2021-05-11", "--why", "x"),
        ("d_post", "--set", "2021-05-11", "--undo"),
        ("--undo",),
    ],
)
def test_a_date_is_set_for_one_document_and_with_a_reason(
    folder: Path, arguments: tuple[str, ...]
) -> None:
    assert run(folder, "dates", *arguments).exit_code == 2
