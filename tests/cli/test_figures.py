"""``sayso figures``: what figures say of each other, and series in the terminal."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sayso.case import Case
from sayso.cli import main
from tests.pipeline.test_relate_figures import NOW, STORY, add

DISPUTED = ("In Marrow 90 people were killed, a shepherd said.", "2031-03-04", "Hill Echo")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("figures") / "case"
    with Case.create(path, now=NOW) as case:
        for item in (*STORY, DISPUTED):
            add(case, *item)
    return path


def run(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(
        main, ["-C", str(folder), "figures", *arguments], env={"COLUMNS": "160"}
    )


def test_pairs_are_listed_by_verdict(folder: Path) -> None:
    lines = run(folder, "--verdict", "conflict").stdout.splitlines()

    assert lines[0].split() == ["VERDICT", "LEFT", "RIGHT", "OF", "WHY", "FIGURES"]
    assert all(line.startswith("conflict") for line in lines[1:])
    assert any("90" in line and "the numbers exclude each other" in line for line in lines[1:])


def test_all_pairs_but_the_incomparable_are_listed(folder: Path) -> None:
    rows = [json.loads(line) for line in run(folder, "--compared", "--jsonl").stdout.splitlines()]

    assert {row["verdict"] for row in rows} >= {"changed", "conflict", "part_of"}
    assert "not_comparable" not in {row["verdict"] for row in rows}
    assert rows[0]["schema"] == "sayso.figure_verdicts.1"


def test_one_figure_is_shown_with_both_sentences_of_each_verdict(folder: Path) -> None:
    row = json.loads(run(folder, "--verdict", "conflict", "--jsonl").stdout.splitlines()[0])
    shown = run(folder, row["left"]["figure"]).stdout

    assert "conflict: the numbers exclude each other" in shown
    for side in ("left", "right"):
        assert f"“{row[side]['sentence']}”" in shown
    assert f"rule {row['rule']}" in shown


def test_a_figure_that_is_not_compared_says_why(tmp_path: Path) -> None:
    with Case.create(tmp_path / "one", now=NOW) as case:
        add(case, "In Marrow 12 bakers met.", "2031-03-04", "The Lantern")
        (name,) = (row.id for row in case.figures())
    result = run(tmp_path / "one", name)

    assert result.exit_code == 0
    assert "no words say what befell the counted" in result.stderr


def test_what_is_no_figure_cannot_be_shown(folder: Path) -> None:
    with Case.open(folder) as case:
        document = next(case.documents()).id

    assert "a figure was expected" in run(folder, document).stderr


def test_series_are_listed_with_their_disputes(folder: Path) -> None:
    header, first = run(folder, "--series").stdout.splitlines()

    assert header.split()[:4] == ["ID", "QUANTITY", "FIGURES", "DOCUMENTS"]
    assert "killed, person, Marrow" in first


def test_one_series_shows_a_mark_for_each_figure_and_what_it_comes_to(folder: Path) -> None:
    name = run(folder, "--series").stdout.splitlines()[1].split()[0]
    shown = run(folder, "--series", name).stdout

    assert shown.splitlines()[0].startswith("killed, person, Marrow")
    assert "●" in shown
    assert "→" in shown
    assert (
        "latest official: 40 (the latest official figure, as of 2031-03-09, by the army)" in shown
    )
    assert "independence is not established" in shown
    assert "conflict: " in shown
    rows = run(folder, "--series", name, "--jsonl").stdout.splitlines()
    assert {json.loads(row)["words"] for row in rows} >= {"12", "15", "90"}


@pytest.mark.parametrize(("name", "magic"), [("a.svg", b"<svg"), ("a.png", b"\x89PNG")])
def test_a_series_is_drawn_into_a_file(
    folder: Path, tmp_path: Path, name: str, magic: bytes
) -> None:
    series = run(folder, "--series").stdout.splitlines()[1].split()[0]
    result = run(folder, "--series", series, "--plot", str(tmp_path / name))

    assert result.exit_code == 0
    assert (tmp_path / name).read_bytes().startswith(magic)


def test_a_plot_needs_a_series_and_a_known_ending(folder: Path, tmp_path: Path) -> None:
    series = run(folder, "--series").stdout.splitlines()[1].split()[0]

    assert run(folder, "--plot", "a.svg").exit_code == 2
    assert run(folder, "--series", series, "--plot", str(tmp_path / "a.gif")).exit_code == 2


def test_a_series_that_is_not_there_is_an_error(folder: Path) -> None:
    result = run(folder, "--series", "s_nothing")

    assert result.exit_code == 1
    assert "no series of this case is called 's_nothing'" in result.stderr


@pytest.mark.parametrize("profile", ["series", "ucdp", "airwars", "helix", "acled"])
def test_series_are_exported_in_a_profile(folder: Path, tmp_path: Path, profile: str) -> None:
    target = tmp_path / "out.csv"
    arguments = ["export", str(folder), "--profile", profile, "-o", str(target), "--bom"]
    result = CliRunner().invoke(main, arguments)

    assert result.exit_code == 0
    assert len(target.read_text(encoding="utf-8-sig").splitlines()) > 1
