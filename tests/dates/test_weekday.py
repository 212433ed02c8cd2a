from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sayso.dates import DayInterval, fitting_years


def test_the_weekday_fixes_the_year_inside_a_window() -> None:
    window = DayInterval(date(2018, 1, 1), date(2023, 12, 31))

    assert fitting_years(5, 1, 22, window) == (2022,)


def test_a_day_outside_the_window_does_not_count() -> None:
    window = DayInterval(date(2022, 2, 1), date(2026, 12, 31))

    assert fitting_years(5, 1, 22, window) == ()


def test_a_leap_day_fits_leap_years_only() -> None:
    assert fitting_years(3, 2, 29, DayInterval(date(2020, 1, 1), date(2025, 1, 1))) == (2024,)


def test_an_open_window_gives_every_year_around() -> None:
    years = fitting_years(5, 1, 22, DayInterval(None, None))

    assert 2022 in years
    assert years[0] >= 1900
    assert years[-1] <= 2199


@given(
    st.integers(0, 6),
    st.dates(min_value=date(1904, 1, 1), max_value=date(2094, 12, 31)),
    st.integers(1904, 2094),
)
def test_at_most_one_year_fits_in_any_five_years(weekday: int, day: date, year: int) -> None:
    window = DayInterval(date(year, 1, 1), date(year + 4, 12, 31))

    assert len(fitting_years(weekday, day.month, day.day, window)) <= 1


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2100, 1, 1)))
def test_the_year_of_a_real_day_always_fits(day: date) -> None:
    window = DayInterval(date(day.year - 2, 1, 1), date(day.year + 2, 12, 31))

    assert fitting_years(day.weekday(), day.month, day.day, window) == (day.year,)
