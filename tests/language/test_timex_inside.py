"""Units inside other times, and days counted from a known beginning."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.dates import DayInterval, PartialDate
from sayso.language.timex_expressions import Nth, Reference, Unit
from sayso.language.timex_inside import nth
from sayso.language.timexes import find_timexes

# A Monday.
PUBLISHED = DayInterval.day(date(2022, 1, 24))


def last_of(text: str) -> tuple[str, str | None, str | None]:
    timex = find_timexes(text, published=PUBLISHED)[-1]
    return timex.span.text_in(text), timex.value, timex.anchor


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They fled on the second day of March 2021.", "2021-03-02"),
        ("They fled in the third week of March 2021.", "2021-W11"),
        ("They fled in the last week of March 2021.", "2021-W12"),
        ("They fled on the first weekend of March 2021.", "2021-W09-WE"),
        ("They fled on the last weekend of March 2021.", "2021-W12-WE"),
        ("They fled in the second month of 2021.", "2021-02"),
        ("They fled on the first day of this month.", "2022-01-01"),
        ("They fled on the last day of last month.", "2021-12-31"),
        ("They came in March 2021. They fled on the last day of that month.", "2021-03-31"),
        ("They came in 2021. They fled on the first day of that year.", "2021-01-01"),
        ("They fled in the last week of March.", "2021-W12"),
    ],
)
def test_a_unit_is_counted_inside_what_holds_it(text: str, value: str) -> None:
    assert last_of(text)[1] == value


def test_a_month_has_no_sixth_week() -> None:
    assert last_of("They fled in the sixth week of March 2021.")[1] is None


def test_an_inner_unit_says_what_its_outer_one_was_counted_from() -> None:
    assert last_of("They fled in the last week of March.")[2] == "published"
    assert last_of("They fled in the last week of March 2021.")[2] is None


def test_a_day_of_a_siege_counts_from_its_known_beginning() -> None:
    text = "The siege of Lakor began on 3 May 2021. Aid came on day 12 of the siege."

    assert last_of(text) == ("day 12", "2021-05-14", "event")


def test_a_day_of_a_siege_without_a_known_beginning_stays_open() -> None:
    text = "The talks began on 3 May 2021. Aid came on day 12 of the siege."

    assert last_of(text)[1:] == (None, None)


def test_a_beginning_in_another_sentence_is_not_of_what_it_names() -> None:
    text = "The siege went on. Talks began on 3 May 2021. On the second day of the siege aid came."

    assert last_of(text)[1] is None


def test_the_first_beginning_that_the_text_gives_counts() -> None:
    text = (
        "The siege began on 3 May 2021. A second siege began on 1 June 2021. "
        "Aid came on the second day of the siege."
    )

    assert last_of(text)[1] == "2021-05-04"


@given(
    st.dates(min_value=date(1990, 1, 1), max_value=date(2060, 1, 1)),
    st.integers(1, 400),
    st.integers(-8, 8),
    st.sampled_from([Unit.DAY, Unit.WEEK, Unit.WEEKEND, Unit.MONTH, Unit.QUARTER, Unit.YEAR]),
)
def test_what_is_found_inside_touches_what_holds_it(
    first: date, days: int, number: int, unit: Unit
) -> None:
    outer = DayInterval(first, first + timedelta(days=days))
    place = nth(outer, Nth(number=number, unit=unit, of=Reference.PRESENT))

    assert place is None or place.interval.intersection(outer) is not None


def test_an_open_interval_has_no_first_day() -> None:
    outer = DayInterval(None, date(2021, 3, 1))

    assert nth(outer, Nth(number=1, unit=Unit.DAY, of=Reference.PRESENT)) is None
    assert PartialDate().interval is None


@pytest.mark.parametrize(
    "text",
    [
        "They recall the fall of the wall.",
        "They fled in the third week of the war.",
        "It is the second day of rain.",
    ],
)
def test_what_only_looks_like_a_part_is_none(text: str) -> None:
    assert find_timexes(text, published=PUBLISHED) == ()
