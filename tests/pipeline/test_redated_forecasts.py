"""Forecasts of a document whose date a person sets, and takes back."""

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from sayso.case import Case, ForecastFilter, ForecastRow
from sayso.cli import main
from sayso.dates import DayInterval
from sayso.story.forecasts.outcome import Lead
from tests.pipeline.test_relate_forecasts import NOW, TEXTS, add


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "case"
    with Case.create(path, now=NOW) as made:
        add(made, *TEXTS)
    return path


def dates(folder: Path, *arguments: str) -> None:
    result = CliRunner().invoke(
        main, ["-C", str(folder), "dates", *arguments], env={"SAYSO_ACTOR": "Rada"}
    )
    assert result.exit_code == 0, result.output


def of(folder: Path, document: str) -> ForecastRow:
    with Case.open(folder) as case:
        (row,) = case.foretold.list(ForecastFilter(document=document))
    return row


def day(number: int) -> date:
    return date(2031, 3, number)


def test_a_forecast_follows_the_date_of_its_document(folder: Path) -> None:
    dates(folder, "d_warning", "--set", "2031-03-12", "--why", "the stamp")
    row = of(folder, "d_warning")

    assert row.forecast.said == DayInterval.day(day(12))
    assert row.forecast.window is not None
    assert row.forecast.window.interval == DayInterval(day(12), date(2031, 4, 21))


def test_the_lead_of_an_outcome_is_counted_from_the_new_day(folder: Path) -> None:
    before = [one.lead for one in of(folder, "d_warning").outcomes]
    dates(folder, "d_warning", "--set", "2031-03-12", "--why", "the stamp")
    after = [one.lead for one in of(folder, "d_warning").outcomes]

    assert before[0] == Lead(least=21, most=28)
    assert after[0] == Lead(least=11, most=18)


def test_what_is_said_after_the_event_has_no_outcome(folder: Path) -> None:
    dates(folder, "d_warning", "--set", "2031-06-01", "--why", "the stamp")

    assert of(folder, "d_warning").outcomes == ()


def test_a_report_follows_the_date_of_its_document(folder: Path) -> None:
    dates(folder, "d_burst", "--set", "2031-03-20", "--why", "the stamp")
    leads = {one.document: one.lead for one in of(folder, "d_warning").outcomes}

    # "In the night" is that of the day on which it was written.
    assert leads["d_burst"] == Lead(least=18, most=18)


def test_a_date_taken_back_brings_all_back(folder: Path) -> None:
    before = of(folder, "d_warning")
    dates(folder, "d_warning", "--set", "2031-06-01", "--why", "the stamp")
    dates(folder, "d_warning", "--undo")

    assert of(folder, "d_warning") == before


def test_a_vague_window_is_of_the_new_day(folder: Path) -> None:
    dates(folder, "d_plan", "--set", "2031-03-09", "--why", "the stamp")
    window = of(folder, "d_plan").forecast.window

    assert window is not None
    assert (window.interval.lo, window.soft) == (day(9), True)
