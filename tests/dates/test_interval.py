from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.dates import DayInterval, Precision

DAY = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1))


@pytest.mark.parametrize(
    ("interval", "precision", "days"),
    [
        (DayInterval.day(date(2021, 3, 3)), Precision.DAY, 1),
        (DayInterval.month(2021, 2), Precision.MONTH, 28),
        (DayInterval.year(2020), Precision.YEAR, 366),
        (DayInterval(date(2021, 3, 1), date(2021, 3, 7)), Precision.WEEK, 7),
        (DayInterval(date(2021, 3, 2), date(2021, 3, 8)), Precision.RANGE, 7),
        (DayInterval(None, date(2021, 3, 2)), Precision.OPEN, None),
        (DayInterval(None, None), Precision.UNKNOWN, None),
    ],
)
def test_an_interval_knows_its_precision_and_length(
    interval: DayInterval, precision: Precision, days: int | None
) -> None:
    assert (interval.precision, interval.days) == (precision, days)


def test_an_interval_does_not_run_backwards() -> None:
    with pytest.raises(ValueError, match="lo <= hi"):
        DayInterval(date(2021, 3, 2), date(2021, 3, 1))


def test_an_open_side_holds_every_day_beyond_it() -> None:
    since = DayInterval(date(2021, 3, 2), None)

    assert date(2050, 1, 1) in since
    assert date(2021, 3, 1) not in since


@given(DAY, DAY, DAY, DAY, DAY)
def test_the_intersection_holds_exactly_the_days_of_both(
    a: date, b: date, c: date, d: date, day: date
) -> None:
    left, right = DayInterval(min(a, b), max(a, b)), DayInterval(min(c, d), max(c, d))
    both = left.intersection(right)

    assert (both is not None and day in both) == (day in left and day in right)
