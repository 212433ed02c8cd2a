"""``quotes``, ``denials``, ``changes``, ``claims --origin``, the echoes of ``sources``, and their export."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from sayso.case import Case
from sayso.cli import main
from sayso.dates import DayInterval
from sayso.export.report import write_report
from tests.pipeline.test_relate_statements import NOW, TEXTS, add, reading


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a case in which three outlets report one statement and one a denial of it."""
    path: Path = tmp_path_factory.mktemp("statements") / "case"
    with Case.create(path, now=NOW) as case:
        add(case, *(reading(name, text) for name, text in TEXTS.items()))
    return path


def sayso(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["-C", str(folder), *arguments], env={"COLUMNS": "100"})


def rows(folder: Path, *arguments: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(sayso(folder, *arguments, "--json").stdout)["rows"]
    return found


def test_quotes_lists_pairs_with_both_sides(folder: Path) -> None:
    found = rows(folder, "quotes")

    assert len(found) == 3
    (row, *_) = [one for one in found if one["differs_in"] == ["words"]]
    assert {side["document"] for side in row["sides"]} == {"d_lantern", "d_post"}
    assert row["same_speaker"] is True
    assert row["start"] == row["sides"][0]["start"]
    assert "ID" in sayso(folder, "quotes").stdout


def test_quotes_can_be_narrowed_by_what_differs(folder: Path) -> None:
    assert len(rows(folder, "quotes", "--differs", "negation")) == 2
    assert rows(folder, "quotes", "--speaker", "solm") == []
    assert rows(folder, "quotes", "--how", "translation") == []


def test_a_pair_is_shown_side_by_side_with_what_differs_marked(folder: Path) -> None:
    (row, *_) = [one for one in rows(folder, "quotes") if one["differs_in"] == ["words"]]
    lines = sayso(folder, "quotes", row["id"]).stdout.splitlines()

    assert lines[0].startswith(f"{row['id']}  other words, ")
    assert "one speaker" in lines[0]
    assert any("hid" in line and "buried" in line for line in lines)
    assert any(set(line.split()) == {"~~~", "~~~~~~"} for line in lines)
    assert lines[-1].startswith("# another number")


@pytest.mark.parametrize("verb", ["quotes", "denials"])
def test_an_id_without_a_part_in_any_is_an_error(folder: Path, verb: str) -> None:
    result = sayso(folder, verb, "d_other")

    assert result.exit_code == 1
    assert "'d_other' has no part in" in result.stderr


def test_denials_are_shown_beside_what_they_deny(folder: Path) -> None:
    found = rows(folder, "denials")
    lines = sayso(folder, "denials", "d_lantern").stdout.splitlines()

    assert [row["known_by"] for row in found].count("reference") == 1
    assert all(row["sides"][1]["speaker"] == "Ines Varga" for row in found)
    assert "SAID AGAINST IT" in lines[1]
    assert rows(folder, "denials", "--kind", "contradiction") == []
    assert "this" in sayso(folder, "denials").stdout


def test_sources_tells_how_many_origins_are_known_and_who_said_it(folder: Path) -> None:
    shown = sayso(folder, "sources", "d_post").stdout
    (claim,) = rows(folder, "claims", "--document", "d_post")
    of_claim = sayso(folder, "sources", claim["id"]).stdout

    assert "1 claim that others report too" in shown
    assert "3 reports, 1 known origin; independence not established" in shown
    assert "origin: Ana Orlow (speaker)" in shown
    assert "same quotation" in shown
    assert "which came first is not known" in shown
    assert "<- Ana Orlow  (“Ana Orlow” at 0–9" in of_claim
    assert "No claims that others report too" in sayso(folder, "sources", "d_other").stdout


def test_claims_can_be_kept_by_origin_and_place(folder: Path) -> None:
    assert len(rows(folder, "claims", "--origin", "orlow")) == 3
    assert rows(folder, "claims", "--place", "Orlo") == []


def test_changes_lists_what_the_last_run_found(folder: Path) -> None:
    result = sayso(folder, "changes")

    assert "4 documents" in result.stderr
    assert "3 quotes" in result.stderr
    assert {row["kind"] for row in rows(folder, "changes")} == {
        "document",
        "denial",
        "quote",
        "claim",
    }


@pytest.mark.parametrize("since", ["2", "2031-05-10", "2031-05-09T09:00"])
def test_nothing_is_new_since_a_later_run_or_time(folder: Path, since: str) -> None:
    assert rows(folder, "changes", "--since", since) == []


def test_changes_since_an_earlier_time_and_of_one_kind(folder: Path) -> None:
    found = rows(folder, "changes", "--since", "2031-05-09", "--kind", "denial")

    assert {row["kind"] for row in found} == {"denial"}
    assert sayso(folder, "changes", "--since", "May").exit_code == 1


@pytest.mark.parametrize(
    ("read", "listed"),
    [(date(2030, 1, 2), [("date", "d_lantern")]), (None, [])],
    ids=["another date", "the same date"],
)
def test_a_date_is_new_where_a_later_run_read_another(
    tmp_path: Path, read: date | None, listed: list[tuple[str, str]]
) -> None:
    one = reading("d_lantern", TEXTS["d_lantern"])
    again = one.evidence
    if read is not None:
        again = replace(again, dating=replace(again.dating, interval=DayInterval.day(read)))
    with Case.create(tmp_path / "case", now=NOW) as case:
        add(case, one)
        run = case.begin_run((("test", "2"),), now=NOW)
        case.replace_evidence("d_lantern", again, run=run, now=NOW)

    found = rows(tmp_path / "case", "changes", "--kind", "date")

    assert [(row["kind"], row["document"]) for row in found] == listed


def test_the_export_has_both_sides_of_every_tie(folder: Path) -> None:
    lines = [json.loads(line) for line in sayso(folder, "export").stdout.splitlines()]
    ties = [line for line in lines if line["record"] in {"quote_pair", "echo", "denial"}]

    assert {line["record"] for line in ties} == {"quote_pair", "echo", "denial"}
    for line in ties:
        assert len(line["sides"]) == 2
        for side in line["sides"]:
            ((start, end),) = side["original_spans"]
            assert TEXTS[side["document"]][start:end] == side["quote"]
    (echo, *_) = [line for line in ties if line["record"] == "echo"]
    assert echo["origins"] == "3 reports, 1 known origin; independence not established"


def test_the_report_has_a_section_for_each(folder: Path, tmp_path: Path) -> None:
    with Case.open(folder) as case:
        write_report(case, tmp_path / "report.html", now=NOW)
    page = (tmp_path / "report.html").read_text(encoding="utf-8")

    assert '<mark class="differs words">buried</mark>' in page
    assert '<section id="denials">' in page
    assert "3 reports, 1 known origin; independence not established" in page
