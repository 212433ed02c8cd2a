"""Clues of a text's day: which weekdays speak of the past, and which only name or look ahead."""

import pytest

from sayso.evidence.date_clues import read_clues
from sayso.language.analysis import Analysis
from sayso.language.timexes import find_phrases


def weekdays(text: str) -> list[str]:
    clues = read_clues(text, Analysis(phrases=find_phrases(text)))
    return [clue.span.text_in(text) for clue in clues.weekdays]


def test_a_weekday_of_the_past_is_a_clue() -> None:
    assert weekdays("The mayor left on Tuesday.") == ["Tuesday"]


@pytest.mark.parametrize(
    "text",
    [
        "The banks remained closed until Friday.",
        "The crash of Black Monday was worse.",
        "The mayor will leave on Tuesday.",
    ],
)
def test_a_weekday_that_is_a_name_or_an_end_is_no_clue(text: str) -> None:
    assert weekdays(text) == []


def test_the_week_of_a_day_is_no_date_that_is_written_out() -> None:
    text = "Sales fell in the week ended 16 March."
    clues = read_clues(text, Analysis(phrases=find_phrases(text)))

    assert [clue.span.text_in(text) for clue in clues.dates] == ["16 March"]
