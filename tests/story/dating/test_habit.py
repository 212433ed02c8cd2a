import pytest

from sayso.evidence.date_odds import Habit
from sayso.story.dating.habit import habit_of


@pytest.mark.parametrize(
    ("lags", "habit"),
    [
        ((0,) * 8, Habit.SAME_DAY),
        ((1,) * 7 + (0,) * 3, Habit.DAY_BEFORE),
        ((1,) * 5 + (0,) * 5, Habit.UNKNOWN),
        ((0,) * 7 + (3,) * 20, Habit.UNKNOWN),
        ((), Habit.UNKNOWN),
    ],
)
def test_an_outlet_has_a_habit_if_enough_of_its_reports_share_it(
    lags: tuple[int, ...], habit: Habit
) -> None:
    assert habit_of(lags) is habit
