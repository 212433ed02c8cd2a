from datetime import date, timedelta

import pytest

from sayso.evidence.date_odds import Habit, odds_words, shipped_date_odds

WEDNESDAY = date(2025, 1, 1)
SUNDAY, MONDAY, TUESDAY, FRIDAY = 6, 0, 1, 4


def test_a_weekday_speaks_for_its_own_day_and_the_next_and_against_the_others() -> None:
    table = shipped_date_odds()
    odds = [table.of_weekday(WEDNESDAY - timedelta(days=back), 2 - back) for back in (0, 1, 2)]

    assert odds[0] == odds[1] == odds[2] > 1
    assert table.of_weekday(WEDNESDAY, TUESDAY) == odds[0]
    assert table.of_weekday(WEDNESDAY, SUNDAY) < table.alarm


def test_the_last_friday_of_a_monday_paper_is_no_alarm() -> None:
    monday = WEDNESDAY + timedelta(days=5)

    assert shipped_date_odds().of_weekday(monday, FRIDAY) > shipped_date_odds().alarm


def test_the_habit_of_an_outlet_parts_the_own_day_from_the_day_before() -> None:
    table = shipped_date_odds()

    own, before = (
        table.of_weekday(WEDNESDAY, 2, Habit.DAY_BEFORE),
        table.of_weekday(WEDNESDAY, 1, Habit.DAY_BEFORE),
    )
    assert own < table.of_weekday(WEDNESDAY, 2) < before


def test_many_weekdays_weigh_as_much_as_one() -> None:
    table = shipped_date_odds()

    assert table.of_weekdays(WEDNESDAY, [2, 2, 2]) == pytest.approx(
        table.of_weekdays(WEDNESDAY, [2])
    )
    assert table.of_weekdays(WEDNESDAY, []) == 0


@pytest.mark.parametrize(
    ("log_odds", "words"),
    [(1.4, "4 to 1 for"), (-1.4, "4 to 1 against"), (0.1, "about even"), (-99, "100 to 1 against")],
)
def test_odds_are_told_in_whole_numbers(log_odds: float, words: str) -> None:
    assert odds_words(log_odds) == words
