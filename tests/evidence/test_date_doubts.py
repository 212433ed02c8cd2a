"""Doubts on a date: what the text, the page and the time of retrieval say against each other."""

from datetime import date

import pytest

from sayso.dates import DayInterval
from sayso.evidence.dating import Doubt
from tests.evidence.dated_texts import dated, day, doubts


def test_a_page_date_after_retrieval_is_a_doubt() -> None:
    dating = dated("The quay burned.", "3 March 2027")

    assert dating.interval == day(2027, 3, 3)
    assert doubts(dating) == [Doubt.AFTER_RETRIEVAL]


def test_a_page_date_before_a_past_mention_is_a_doubt() -> None:
    dating = dated("The quay burned down on 3 May 2021.", "1 March 2021")

    assert dating.interval == day(2021, 3, 1)
    assert doubts(dating) == [Doubt.BEFORE_MENTIONED]
    assert "“3 May 2021”" in dating.doubts[0].reason


def test_a_retrieval_time_before_a_past_mention_is_not_used() -> None:
    dating = dated("The quay burned down on 3 May 2021.", retrieved=date(1980, 1, 1))

    assert dating.interval == DayInterval(date(2021, 5, 3), None)
    assert doubts(dating) == [Doubt.NO_DATE, Doubt.AFTER_RETRIEVAL]


def test_a_weekday_of_another_year_contradicts_the_page() -> None:
    dating = dated("Clashes continue on Saturday January 22.", "24 January 2021")

    assert dating.interval == day(2021, 1, 24)
    assert doubts(dating) == [Doubt.TEXT_CONTRADICTS_PAGE]
    assert "puts the text at 22 January 2022" in dating.doubts[0].reason


def test_weekdays_that_do_not_fit_the_page_are_a_doubt_that_names_what_hangs_on_it() -> None:
    # 1 January 2025 was a Wednesday.
    text = "The mayor fell just over a week ago, the council said on Sunday."
    dating = dated(text, "01.01.2025")

    assert dating.interval == day(2025, 1, 1)
    assert doubts(dating) == [Doubt.TEXT_CONTRADICTS_PAGE]
    assert dating.doubts[0].reason == (
        "1 January 2025 is a Wednesday, but the text speaks of Sunday and of no other day "
        "(3 to 1 against); “just over a week ago” would count from there"
    )


@pytest.mark.parametrize(
    "text",
    [
        "The council met on Tuesday.",
        "The council met on Wednesday.",
        "The council met on Sunday. It had last met on 31 December.",
        "The council will meet on Sunday.",
        "It met on Sunday, Sunday and again on Saturday, as seen on January 1, 2025.",
        "“We met on Sunday,” the mayor said.",
    ],
)
def test_a_weekday_that_fits_or_a_date_nearby_raises_no_doubt(text: str) -> None:
    assert dated(text, "01.01.2025").doubts == ()


def test_a_monday_paper_reports_what_was_said_on_friday() -> None:
    assert dated("The council said on Friday that it would meet.", "3 March 2025").doubts == ()


def test_a_tuesday_paper_reports_no_friday() -> None:
    dating = dated("The council said on Friday that it would meet.", "4 March 2025")

    assert doubts(dating) == [Doubt.TEXT_CONTRADICTS_PAGE]


def test_an_older_date_in_the_text_does_not_excuse_its_weekday() -> None:
    dating = dated("The council met on Sunday. It had last met on 20 December.", "01.01.2025")

    assert doubts(dating) == [Doubt.TEXT_CONTRADICTS_PAGE]


def test_a_weekday_of_the_background_raises_no_doubt() -> None:
    news = "The council met in the old mill by the river, and many came. " * 20

    assert dated(news + "It had fallen out on Sunday.", "01.01.2025").doubts == ()


@pytest.mark.parametrize(
    "text",
    [
        "The court cut its 2028 forecast.",
        "Engineers hope that the lake will continue into 2028.",
        "The mill would remain open in 2028, the board said.",
    ],
)
def test_a_year_that_names_something_or_lies_ahead_is_no_bound(text: str) -> None:
    assert dated(text, "1 March 2025").doubts == ()
