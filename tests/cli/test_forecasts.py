"""``sayso forecasts``, the forecasts of an export, and those of the report."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from sayso.case import Case
from sayso.cli import main
from sayso.dates import DayInterval
from sayso.export.forecast_words import (
    lead_words,
    speaker_words,
    status_mark,
    status_words,
    window_words,
)
from sayso.export.report import write_report
from sayso.story.forecasts.outcome import Lead, OutcomeStatus
from sayso.story.forecasts.standing import Ground, Standing
from tests.pipeline.test_relate_forecasts import NOW, TEXTS, add


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a case with a warning that two later texts answer, and a plan that none does."""
    path: Path = tmp_path_factory.mktemp("forecasts") / "case"
    with Case.create(path, now=NOW) as case:
        add(case, *TEXTS)
    return path


def sayso(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["-C", str(folder), *arguments], env={"COLUMNS": "160"})


def rows(folder: Path, *arguments: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(sayso(folder, *arguments, "--json").stdout)["rows"]
    return found


def test_the_list_shows_status_lead_time_and_report(folder: Path) -> None:
    result = sayso(folder, "forecasts")
    warning, plan = result.stdout.splitlines()[1:]

    assert "reported?" in warning
    assert "21–28" in warning
    assert "~ 2031-03-03" in plan
    assert "due" in plan
    assert "status as of 2031-03-31, the day of the newest document" in result.stderr


def test_the_day_can_be_given(folder: Path) -> None:
    result = sayso(folder, "forecasts", "--as-of", "2031-03-04", "--status", "open")

    assert "d_plan" not in result.stderr
    assert "status as of 2031-03-04\n" in result.stderr
    assert len(result.stdout.splitlines()) == 2


def test_json_has_everything_with_its_characters(folder: Path) -> None:
    (row,) = rows(folder, "forecasts", "--kind", "forecast")

    text = TEXTS["d_warning"][1]
    assert row["words"] == text[row["start"] : row["end"]]
    assert (row["event"], row["family"], row["negated"]) == ("burst", "accident", False)
    assert (row["status"], row["grounds"]) == ("reported", "candidate")
    assert row["lead_days"] == {"least": 21, "most": 28}
    first = row["outcomes"][0]
    assert first["words"] == TEXTS["d_burst"][1]
    assert (first["decided"], first["within_window"]) == (None, True)


def test_one_is_shown_with_both_sentences_and_how_to_decide(folder: Path) -> None:
    (row,) = rows(folder, "forecasts", "--text", "Orsova")
    result = sayso(folder, "forecasts", row["id"])

    assert "reported: a later text reports such an event (proposed, not looked at)" in result.stdout
    assert TEXTS["d_warning"][1] in result.stdout
    assert TEXTS["d_burst"][1] in result.stdout
    assert f"sayso review {row['outcomes'][0]['id']} --accept" in result.stdout
    for told in ("event   burst (accident)", "when    2031-03-02", "why: the same word"):
        assert told in result.stdout


def test_show_opens_a_forecast_as_its_list_does(folder: Path) -> None:
    (warning, *_) = rows(folder, "forecasts")
    shown = sayso(folder, "show", warning["id"])

    assert shown.stdout == sayso(folder, "forecasts", warning["id"]).stdout
    assert rows(folder, "show", warning["id"]) == rows(folder, "forecasts", warning["id"])


def test_an_id_of_a_document_narrows_the_list(folder: Path) -> None:
    assert [row["document"] for row in rows(folder, "forecasts", "d_plan")] == ["d_plan"]


def test_an_unknown_id_is_an_error(folder: Path) -> None:
    result = sayso(folder, "forecasts", "w_zzz")

    assert result.exit_code == 1


def test_an_empty_case_has_no_day(tmp_path: Path) -> None:
    Case.create(tmp_path / "empty", now=NOW).close()

    result = sayso(tmp_path / "empty", "forecasts")

    assert "no document has a day" in result.stderr


def test_the_export_has_a_line_for_each_report_and_one_where_there_is_none(folder: Path) -> None:
    lines = [
        json.loads(line)
        for line in sayso(folder, "export", "--record", "forecast").stdout.splitlines()
    ]

    assert [(len(line["sides"]), line["status"]) for line in lines] == [
        (2, "reported"),
        (2, "contradicted"),
        (1, "due"),
    ]
    assert lines[0]["id"] == lines[1]["id"]
    first = lines[0]["sides"][1]
    ((start, end),) = first["spans"]
    assert TEXTS["d_burst"][1][start:end] == first["quote"]
    assert first["original_spans"] == first["spans"]
    assert lines[0]["standing"] == "reported"
    assert lines[2]["outcome"] is None


def test_the_export_as_csv_has_a_file_of_forecasts(folder: Path, tmp_path: Path) -> None:
    sayso(folder, "export", "--format", "csv", "-o", str(tmp_path / "csv"))

    assert len((tmp_path / "csv" / "forecast.csv").read_text().splitlines()) == 4


def test_the_report_shows_what_was_foretold_and_never_confirms(
    folder: Path, tmp_path: Path
) -> None:
    with Case.open(folder, read_only=True) as case:
        write_report(case, tmp_path / "report.html", now=NOW)
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    part = page.partition('<section id="forecasts">')[2].partition("</section>")[0]

    assert "as of 2031-03-31" in part
    assert TEXTS["d_burst"][1] in part
    assert "21–28 days ahead" in part
    assert "odds" not in part
    assert "confirmed" not in part
    assert "came true" not in part


def test_the_report_of_an_empty_case_says_that_nothing_is_foretold(tmp_path: Path) -> None:
    with Case.create(tmp_path / "empty", now=NOW) as case:
        write_report(case, tmp_path / "report.html", now=NOW)

    assert "Nothing was found that is foretold." in (tmp_path / "report.html").read_text()


@pytest.mark.parametrize(
    ("lead", "words"),
    [
        (None, ""),
        (Lead(least=3, most=3), "3"),
        (Lead(least=3, most=1200), "3–1,200"),
        (Lead(least=3, most=None), "≥ 3"),
        (Lead(least=0, most=None), ""),
    ],
)
def test_lead_time_is_written_as_it_is_known(lead: Lead | None, words: str) -> None:
    assert lead_words(lead) == words


def test_who_foretells_is_named_or_said_to_be_nobody() -> None:
    assert speaker_words("Ines Varga", "she", own=False) == "Ines Varga"
    assert speaker_words(None, "she", own=False) == "[she]"
    assert speaker_words(None, "", own=True) == "[the outlet itself]"
    assert speaker_words(None, "", own=False) == "[nobody named]"


def test_a_window_without_days_is_empty() -> None:
    assert window_words(DayInterval(None, None), soft=True) == ""
    assert window_words(DayInterval(date(2031, 3, 2), None), soft=False) == "from 2031-03-02"


@pytest.mark.parametrize("status", list(OutcomeStatus))
def test_no_status_claims_that_something_is_true(status: OutcomeStatus) -> None:
    for ground in Ground:
        told = status_words(Standing(status=status, ground=ground))
        assert not {"true", "false", "confirmed", "wrong"} & set(told.split())
    assert status_mark(status, Ground.CANDIDATE).endswith("?")
    assert not status_mark(status, Ground.PERSON).endswith("?")
