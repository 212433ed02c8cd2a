"""Times told by another beside them: the day after Christmas, the week around Easter."""

from datetime import date

import pytest

from sayso.dates import DayInterval
from sayso.language.timex_expressions import Beside, Reference, Unit
from sayso.language.timex_inside import beside
from sayso.language.timexes import find_timexes

# A Wednesday.
PUBLISHED = DayInterval.day(date(2024, 5, 15))


def all_of(text: str) -> list[tuple[str, str | None]]:
    timexes = find_timexes(text, published=PUBLISHED)
    return [(timex.span.text_in(text), timex.value) for timex in timexes]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("He left the day before last Tuesday.", "the day before last Tuesday", "2024-05-13"),
        ("He left the day after 3 May 2021.", "the day after 3 May 2021", "2021-05-04"),
        ("He left the night before 3 May.", "the night before 3 May", "2024-05-02TNI"),
        ("He left the day after Christmas.", "the day after Christmas", "2023-12-26"),
        ("He left the morning after Christmas.", "the morning after Christmas", "2023-12-26TMO"),
        ("He left the week after Easter.", "the week after Easter", "2024-W14"),
        ("He left the year after 2011.", "the year after 2011", "2012"),
        ("They met over Easter weekend.", "Easter weekend", "2024-W13-WE"),
        ("They met in Easter week.", "Easter week", "2024-W13"),
    ],
)
def test_a_unit_beside_a_time_is_one_expression(text: str, words: str, value: str) -> None:
    assert all_of(text) == [(words, value)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He left the day after the vote on 3 May.", [("3 May", "2024-05-03")]),
        ("He left the day before March 2021.", [("March 2021", "2021-03")]),
        ("He left the week after 2011.", [("2011", "2011")]),
        (
            "He left the day after 3 May to 5 May.",
            [("3 May", "2024-05-03"), ("5 May", "2024-05-05")],
        ),
        ("Shops close on the Easter day of rest.", [("Easter", "2024-03-31")]),
    ],
)
def test_what_has_no_such_unit_beside_it_stays_by_itself(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert all_of(text) == found


def test_an_open_time_has_nothing_beside_it() -> None:
    core = Beside(by=1, unit=Unit.DAY, of=Reference.PAST)

    assert beside(DayInterval(None, date(2024, 5, 3)), core) is None
    assert beside(DayInterval.month(2024, 5), core) is None


def test_without_a_day_to_count_from_the_unit_beside_stays_open() -> None:
    (timex,) = find_timexes("He left the day before last Tuesday.", published=None)

    assert timex.value is None


def test_a_date_behind_two_clock_times_belongs_to_both() -> None:
    found = all_of("It hit at 5:30 pm (1430 GMT) on Friday 3 May.")

    assert found == [
        ("5:30 pm", "2024-05-03T17:30"),
        ("1430 GMT", "2024-05-03T14:30Z"),
        ("Friday 3 May", "2024-05-03"),
    ]


def test_a_near_part_of_the_day_is_of_the_day_spoken_of() -> None:
    assert all_of("They met on 3 May. By mid-afternoon they had fled.") == [
        ("3 May", "2024-05-03"),
        ("mid-afternoon", "2024-05-03TAF"),
    ]


def test_early_morning_raids_are_no_time() -> None:
    assert all_of("They fled in early morning raids.") == []
    assert all_of("A late afternoon of rain.") == []


def test_as_recently_as_tells_how_late_a_date_is() -> None:
    assert all_of("They met as recently as March 2021.") == [("March 2021", "2021-03")]


def test_the_latest_fiscal_year_is_over() -> None:
    assert all_of("The mill made a loss in the latest fiscal year.") == [
        ("the latest fiscal year", "2023")
    ]
