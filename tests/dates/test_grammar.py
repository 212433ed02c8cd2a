from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.dates import (
    ClockTime,
    DateExpression,
    DayInterval,
    DayPart,
    Edge,
    PartialDate,
    Season,
    find_dates,
)
from sayso.dates.grammar import DATE_RULES
from sayso.dates.pattern import Rule
from sayso.dates.rules_days import Dates


def only(text: str) -> DateExpression:
    (found,) = find_dates(text)
    return found


@pytest.mark.parametrize("rule", DATE_RULES, ids=lambda rule: str(rule.name))
def test_a_rule_fires_on_its_example_and_not_on_its_counter_example(rule: Rule[Dates]) -> None:
    assert rule.name in {found.rule for found in find_dates(rule.fires)}
    assert rule.name not in {found.rule for found in find_dates(rule.silent)}


def test_the_names_of_rules_are_unique() -> None:
    names = [rule.name for rule in DATE_RULES]

    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("text", "written", "fields"),
    [
        ("Signed on 26 September 2019.", "26 September 2019", (2019, 9, 26)),
        ("Signed on Sept. 26, 2019.", "Sept. 26, 2019", (2019, 9, 26)),
        ("Signed on the 3rd of May.", "the 3rd of May", (None, 5, 3)),
        ("Signed on 26.09.2019.", "26.09.2019", (2019, 9, 26)),
        ("Signed on 26.09.19 by all.", "26.09.19", (2019, 9, 26)),
        ("Signed on 24-07-2020.", "24-07-2020", (2020, 7, 24)),
        ("Signed on 2019/09/26.", "2019/09/26", (2019, 9, 26)),
        ("Signed on 24/07/98.", "24/07/98", (1998, 7, 24)),
        ("Signed in January 2022.", "January 2022", (2022, 1, None)),
        ("Signed in 2017.", "2017", (2017, None, None)),
        ("Signed on May eighth.", "May eighth", (None, 5, 8)),
        ("Signed on May twenty-first.", "May twenty-first", (None, 5, 21)),
        ("Signed in nineteen ninety-six.", "nineteen ninety-six", (1996, None, None)),
        ("Signed in Jan '22.", "Jan '22", (2022, 1, None)),
        ("Signed (2017) in haste.", "2017", (2017, None, None)),
        ("His failed 1996 campaign was long.", "1996", (1996, None, None)),
        ("Since 1848 it stood.", "1848", (1848, None, None)),
    ],
)
def test_the_fields_are_those_that_were_written(
    text: str, written: str, fields: tuple[int | None, int | None, int | None]
) -> None:
    found = only(text)

    assert found.span.text_in(text) == written
    assert (found.date.year, found.date.month, found.date.day) == fields


def test_a_weekday_is_kept_beside_a_day_without_a_year() -> None:
    found = only("Fighting went on on Saturday January 22.")

    assert found.date == PartialDate(weekday=5, month=1, day=22)
    assert found.interval is None


def test_an_open_order_of_day_and_month_keeps_both_readings() -> None:
    found = only("Filed 03/04/2021 at the court.")

    assert found.interval == DayInterval.day(date(2021, 4, 3))
    assert found.alternatives == (DayInterval.day(date(2021, 3, 4)),)


def test_points_part_day_from_month_in_that_order() -> None:
    found = only("Filed 03.04.2021 at the court.")

    assert found.interval == DayInterval.day(date(2021, 4, 3))
    assert found.alternatives == ()


def test_a_written_weekday_decides_the_order() -> None:
    found = only("Filed Thursday, 03/04/2021 at the court.")

    assert found.interval == DayInterval.day(date(2021, 3, 4))
    assert found.alternatives == ()


def test_a_day_above_twelve_decides_the_order() -> None:
    assert only("Filed 09/26/2019.").interval == DayInterval.day(date(2019, 9, 26))


def test_a_weekday_that_contradicts_a_full_date_is_left_out_of_it() -> None:
    found = only("Filed Monday 26 September 2019.")

    assert found.date == PartialDate(year=2019, month=9, day=26)


def test_an_iso_time_with_zone_is_read_whole() -> None:
    text = "Stamped 2024-02-03T18:30:05Z by the machine."
    found = only(text)

    assert found.span.text_in(text) == "2024-02-03T18:30:05Z"
    assert found.time == ClockTime(hour=18, minute=30, second=5, offset=0)
    assert found.interval == DayInterval.day(date(2024, 2, 3))


def test_a_mail_stamp_gives_its_offset_in_minutes() -> None:
    found = only("Thu, 26 Sep 2019 10:35:00 +0530")

    assert found.time == ClockTime(hour=10, minute=35, second=0, offset=330)


def test_a_time_may_stand_before_its_date() -> None:
    found = only("09:20 17.08.2018")

    assert (found.time, found.date.day) == (ClockTime(hour=9, minute=20), 17)


@pytest.mark.parametrize(
    ("text", "lo", "hi"),
    [
        ("From 20-21 January 2022 it rained.", date(2022, 1, 20), date(2022, 1, 21)),
        ("From January 20 to 26, 2022 it rained.", date(2022, 1, 20), date(2022, 1, 26)),
        ("30 January to 2 February 2022", date(2022, 1, 30), date(2022, 2, 2)),
        ("30 December to 2 January 2022", date(2021, 12, 30), date(2022, 1, 2)),
        ("December 30 - January 2, 2022", date(2021, 12, 30), date(2022, 1, 2)),
        ("January-March 2021", date(2021, 1, 1), date(2021, 3, 31)),
        ("in the war of 2011-15", date(2011, 1, 1), date(2015, 12, 31)),
        ("in the third quarter of 2021", date(2021, 7, 1), date(2021, 9, 30)),
        ("in Q1 2021", date(2021, 1, 1), date(2021, 3, 31)),
        ("in the first half of 2021", date(2021, 1, 1), date(2021, 6, 30)),
        ("in the winter of 2021", date(2021, 12, 1), date(2022, 2, 28)),
        ("in the 1990s", date(1990, 1, 1), date(1999, 12, 31)),
        ("in the '80s", date(1980, 1, 1), date(1989, 12, 31)),
        ("in the twenties", date(2020, 1, 1), date(2029, 12, 31)),
        ("in the 20th century", date(1900, 1, 1), date(1999, 12, 31)),
    ],
)
def test_ranges_and_periods_cover_their_days(text: str, lo: date, hi: date) -> None:
    assert only(text).interval == DayInterval(lo, hi)


def test_the_night_between_two_days_is_one_range_with_a_part_of_the_day() -> None:
    text = "They came on the night of January 11 to 12."
    found = only(text)

    assert found.span.text_in(text) == "the night of January 11 to 12"
    assert found.day_part is DayPart.NIGHT
    assert (found.date, found.until) == (
        PartialDate(month=1, day=11),
        PartialDate(month=1, day=12),
    )


def test_a_range_without_a_year_may_pass_new_year() -> None:
    found = only("It ran from December 30 to January 2.").in_year(2021)

    assert found.interval == DayInterval(date(2021, 12, 30), date(2022, 1, 2))


def test_two_days_of_one_month_are_two_dates() -> None:
    text = "Talks on 20 and 22 January 2022 failed."
    first, second = find_dates(text)

    assert (first.span.text_in(text), second.span.text_in(text)) == ("20", "22 January 2022")
    assert first.interval == DayInterval.day(date(2022, 1, 20))


def test_a_month_before_two_days_belongs_to_both() -> None:
    text = "It ran between January 3 and 7."
    first, second = find_dates(text)

    assert (first.span.text_in(text), second.span.text_in(text)) == ("January 3", "7")
    assert (first.date.month, second.date.month) == (1, 1)


@pytest.mark.parametrize(
    ("text", "edge"),
    [
        ("in early 2021", Edge.START),
        ("in mid-March 2021", Edge.MID),
        ("by the end of 2021 the mill had shut", Edge.END),
        ("in the early part of 2021", Edge.START),
        ("by end-March 2021", Edge.END),
    ],
)
def test_an_edge_is_kept_and_narrows_nothing(text: str, edge: Edge) -> None:
    found = only(text)

    assert found.date.edge is edge
    assert found.interval in {DayInterval.year(2021), DayInterval.month(2021, 3)}


def test_a_season_needs_its_year() -> None:
    assert only("in the summer of 2020").date.season is Season.SUMMER
    assert find_dates("in the summer of the drought") == ()


@pytest.mark.parametrize(
    "text",
    [
        "The home side won 3-2 and then 21:15.",
        "Install version 5.10.22 or v. 12.10.2019.",
        "The price fell to $5.10 and then 5.10.",
        "Call 555-01-2233 or +44 20 7946 0958.",
        "The ratio was 5/10 or 3:2.",
        "May we march? The sun sat low.",
        "Mr. Sun and Ms. March met Wed Ruko.",
        "He may march on in the second round.",
        "It holds 2017 people and 1998 troops.",
        "It grew 1990% and cost €2010.",
        "Resolution 12/10/2019 was adopted.",
        "The address is 10.1.20.2019 here.",
        "The 31 November file and 30.02.2021 do not exist.",
        "It rained 10.12.20.13 there.",
        "She was in her nineties.",
        "Row 2011-9915 is empty.",
        "He lives at 24 Main Road, flat 7.",
    ],
)
def test_numbers_and_words_that_look_like_dates_are_none(text: str) -> None:
    days = [found for found in find_dates(text) if found.date.day or found.date.year]

    assert days == []


def test_a_month_that_is_a_word_needs_a_word_before_it() -> None:
    assert [f.date.month for f in find_dates("In May and in March they met. May he rest.")] == [
        5,
        3,
    ]


def test_a_month_that_is_a_name_is_none_before_a_surname() -> None:
    assert find_dates("Then April Ruko spoke.") == ()


def test_a_date_does_not_cross_a_blank_line() -> None:
    assert [f.date.day for f in find_dates("It was 3\n\nMay is here.")] == []


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("at 5 p.m. sharp", ClockTime(hour=17)),
        ("at 12 am sharp", ClockTime(hour=0)),
        ("at 5.30pm sharp", ClockTime(hour=17, minute=30)),
        ("at 1405 GMT sharp", ClockTime(hour=14, minute=5, offset=0)),
        ("at 14.05 GMT+3 sharp", ClockTime(hour=14, minute=5, offset=180)),
        ("at 14:05 EST sharp", ClockTime(hour=14, minute=5, offset=-300)),
        ("at 14:05 -03:30 sharp", ClockTime(hour=14, minute=5, offset=-210)),
        ("at noon sharp", ClockTime(hour=12, minute=0)),
        ("at 14:05 sharp", ClockTime(hour=14, minute=5)),
    ],
)
def test_times_of_day_are_read(text: str, time: ClockTime) -> None:
    assert only(text).time == time


@pytest.mark.parametrize("text", ["at 25:10", "at 14:75", "at 14:5", "at 13 pm", "at 2465 GMT"])
def test_impossible_times_are_none(text: str) -> None:
    assert find_dates(text) == ()


DAYS = st.dates(min_value=date(1970, 1, 1), max_value=date(2099, 12, 31))
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


@given(DAYS)
def test_every_day_is_read_back_from_each_way_to_write_it(day: date) -> None:
    month = MONTHS[day.month - 1]
    for written in (
        day.isoformat(),
        f"{day.day:02d}.{day.month:02d}.{day.year}",
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"the {day.day}th of {month} {day.year}",
    ):
        text = f"It was signed on {written} in Lakor."
        found = only(text)
        assert found.interval == DayInterval.day(day)
        assert found.span.text_in(text) == written


@given(DAYS)
def test_of_a_day_with_slashes_one_reading_is_right(day: date) -> None:
    found = only(f"Filed {day.day}/{day.month}/{day.year}.")

    assert DayInterval.day(day) in {found.interval, *found.alternatives}


@given(st.text(alphabet="0123456789 .,:/-'’MayJunSat\nofthend", max_size=60))
def test_spans_lie_in_the_text_in_order_and_apart(text: str) -> None:
    spans = [found.span for found in find_dates(text)]

    assert all(span.end <= len(text) for span in spans)
    assert all(left.end <= right.start for left, right in pairwise(spans))
