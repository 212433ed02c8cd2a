from datetime import date

import pytest

from sayso.language.timexes import find_phrases
from sayso.story.dating.clue import TimeClue, read_time_clue
from sayso.text import Span

SATURDAY = date(2022, 1, 22)


def clue(text: str) -> TimeClue | None:
    (phrase,) = find_phrases(text)
    return read_time_clue(phrase)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The mill burned on Thursday.", date(2022, 1, 20)),
        ("The mill burned on Saturday.", SATURDAY),
        ("The mill burned yesterday.", date(2022, 1, 21)),
        ("The mill burned three days ago.", date(2022, 1, 19)),
        ("The mill burned on 3 March.", date(2021, 3, 3)),
        ("The mill burned on 20 January.", date(2022, 1, 20)),
        ("The mill burned on 3 March 2019.", date(2019, 3, 3)),
    ],
)
def test_a_clue_names_a_day_seen_from_the_day_of_writing(text: str, told: date) -> None:
    found = clue(text)

    assert found is not None
    assert found.told_day(SATURDAY) == told


@pytest.mark.parametrize(
    "text",
    [
        "The mill will burn on Thursday.",
        "The mill burned in March 2019.",
        "The mill burned last Thursday.",
        "The mill burned about three days ago.",
        "The mill burned three weeks ago.",
        "The mill burned last year.",
        "The fair opened on 03/04/2019.",
    ],
)
def test_what_names_no_single_past_day_is_no_clue(text: str) -> None:
    assert clue(text) is None


def test_a_day_that_the_calendar_lacks_names_nothing() -> None:
    leap = TimeClue(span=Span(0, 1), month=2, day=29)

    assert leap.told_day(date(2022, 6, 1)) is None
    assert leap.told_day(date(2020, 6, 1)) == date(2020, 2, 29)


def test_words_can_mean_the_days_that_they_fit() -> None:
    weekday, named = clue("It burned on Thursday."), clue("It burned on 20 January.")
    back = clue("It burned yesterday.")

    assert weekday is not None
    assert named is not None
    assert back is not None
    assert weekday.may_mean(date(2022, 1, 20))
    assert not weekday.may_mean(date(2022, 1, 21))
    assert named.may_mean(date(2015, 1, 20))
    assert not named.may_mean(date(2015, 1, 21))
    assert back.may_mean(date(1999, 5, 5))
    assert TimeClue(span=Span(0, 1)).told_day(SATURDAY) is None
