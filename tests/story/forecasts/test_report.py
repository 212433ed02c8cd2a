"""Reports: what a text tells as happened, and when."""

from datetime import date

import pytest

from sayso.dates import DayInterval
from sayso.evidence.claim import Claim, Force
from sayso.evidence.forecast import Forecast, ForecastKind
from sayso.language.analysis import (
    AttributionKind,
    Manner,
    Timex,
    TimexType,
)
from sayso.story.forecasts.report import Reported, reports_of
from sayso.text import Span
from tests.story.forecasts.builders import (
    APRIL_9,
    MARCH_2,
    NOBODY,
    UNKNOWN,
    analysis_of,
    at,
    event,
    report,
    reports,
)

REPORTED = (
    "The dam burst at night.",
    "Gunmen freed a leader.",
    "A wildfire burns in the hills.",
    "Cable snaps, bridge closed",
    "Heavy rain fell on the town.",
    "The price of coal jumped by nine percent.",
    "The bank also bought crowns.",
)
NOT_REPORTED = (
    "Soldiers came to free the men.",
    "The dam might burst.",
    "A strike would help nobody. An attack would not.",
    "Breakouts are rare.",
    "The firm released a statement.",
    "Preventing a breakout is hard.",
    "Nothing else was new.",
    "He said the price was high.",
    "Barges have to be moved first.",
)


@pytest.mark.parametrize("text", REPORTED)
def test_what_is_told_as_done_is_a_report(text: str) -> None:
    assert len(reports(text)) == 1


@pytest.mark.parametrize("text", NOT_REPORTED)
def test_what_is_only_possible_or_general_is_no_report(text: str) -> None:
    assert reports(text) == ()


def test_history_without_a_day_is_no_report() -> None:
    text = "The dam collapsed in 2017."
    told = [event(text, "collapsed", "historical")]
    year = Timex(
        span=at(text, "2017"),
        type=TimexType.DATE,
        value="2017",
        rule="test",
        interval=DayInterval.year(2017),
    )

    assert reports(text, events=told) == ()
    assert reports(text, events=told, timexes=[year])[0].happened == DayInterval.year(2017)


def test_a_day_to_come_is_not_when_it_happened() -> None:
    text = "The dam burst before the vote of May."
    may = Timex(
        span=at(text, "May"),
        type=TimexType.DATE,
        value="2031-05",
        rule="test",
        interval=DayInterval.month(2031, 5),
    )

    assert report(text, timexes=[may]).happened == DayInterval(date(2031, 4, 2), date(2031, 4, 9))


def test_a_report_without_any_day_has_none() -> None:
    assert report(written=UNKNOWN).happened == UNKNOWN


@pytest.mark.parametrize(
    ("force", "manner", "kept"),
    [
        (Force.DEMAND, Manner.SAID, 0),
        (Force.ASSERT, Manner.INTENDED, 0),
        (Force.ASSERT, Manner.SAID, 1),
        (None, None, 1),
    ],
)
def test_what_somebody_wants_or_asks_for_is_no_report(
    force: Force | None, manner: Manner | None, kept: int
) -> None:
    text = "He said a gate opened."
    said = Claim(
        id="c_1",
        source=(),
        cue=(at(text, "said"),),
        content=(at(text, "a gate opened"),),
        kind=AttributionKind.INDIRECT,
        rule="test",
        force=force,
        manner=manner,
    )

    assert len(reports(text, claims=[said])) == kept


def test_of_an_endless_document_the_first_reports_are_kept() -> None:
    assert len(reports("The dam burst at night. " * 100)) == 60


def test_what_a_document_foretells_is_no_report_of_it() -> None:
    text = "The dam burst at night."
    forecast = Forecast(
        id="w_1",
        kind=ForecastKind.FORECAST,
        spans=(Span(0, len(text)),),
        cue=(),
        said=MARCH_2,
        rule="test",
    )

    source = Reported(
        document="d_2", text=text, analysis=analysis_of(text), names=NOBODY, written=APRIL_9
    )

    assert reports_of(source, (), (forecast,)) == ()


def test_an_accusation_is_no_event_of_a_report() -> None:
    text = "She accused him."

    assert reports(text, events=[event(text, "accused", family="accuse")]) == ()
