"""Periods that a report speaks of, and parts of the day that name no day."""

from datetime import date

import pytest

from sayso.dates import DayInterval
from sayso.language.analysis import TimexType
from sayso.language.timexes import find_timexes

# A Monday.
PUBLISHED = DayInterval.day(date(2022, 1, 24))


def values(text: str) -> list[tuple[str, str | None]]:
    found = find_timexes(text, published=PUBLISHED)
    return [(timex.span.text_in(text), timex.value) for timex in found]


@pytest.mark.parametrize(
    ("text", "written", "value"),
    [
        ("Output of the third quarter fell from a year earlier.", "a year earlier", "2020-Q3"),
        ("Its third-quarter loss grew from a year ago.", "a year ago", "2020-Q3"),
        ("Third-quarter sales beat the year-ago period.", "the year-ago period", "2020-Q3"),
        ("In the third quarter of 2020 it lost. In that quarter it shut.", "that quarter", "2020-Q3"),
        ("The mill lost two million in the latest quarter.", "the latest quarter", "2021-Q4"),
        ("It lost more than in the 2019 quarter, the third quarter.", "the 2019 quarter", "2019"),
        ("Third-quarter output fell, as in the 2019 quarter.", "the 2019 quarter", "2019-Q3"),
        ("It lost less than in the year-ago third quarter.", "the year-ago third quarter", "2021-Q3"),
        ("Sales of December fell from the same month last year.", "the same month last year", "2020-12"),
        ("Sales fell from the same period last year.", "the same period last year", "2021"),
        ("Sales fell from last year's quarter.", "last year's quarter", "2020-Q4"),
        ("For the nine months it lost more than it did a year earlier.", "a year earlier", "2021"),
        ("In 2015 it lost less than it did a year earlier.", "a year earlier", "2014"),
        ("In the 2021 third quarter it lost.", "the 2021 third quarter", "2021-Q3"),
    ],
)  # fmt: skip
def test_a_comparison_is_with_the_period_that_is_reported_on(
    text: str, written: str, value: str
) -> None:
    assert dict(values(text))[written] == value


def test_a_quarter_that_is_not_over_is_not_reported_on() -> None:
    text = "The third quarter was bad, the first quarter of 2022 will be worse than a year earlier."

    assert dict(values(text))["a year earlier"] == "2020-Q3"


def test_a_comparison_is_no_date_that_others_count_from() -> None:
    found = values("In 2015 it lost more than a year earlier, and in that year it closed.")

    assert found[-1] == ("that year", "2015")


def test_a_year_to_a_day_is_a_length_and_a_date() -> None:
    assert values("For the year ended 31 March the mill made a loss.") == [
        ("the year", "P1Y"),
        ("31 March", "2021-03-31"),
    ]


@pytest.mark.parametrize(
    ("text", "written", "value"),
    [
        ("The index lost two points for the week.", "the week", "2022-W04"),
        ("On 3 May 2021 they met. Later that day they fled.", "Later that day", "2021-05-03"),
        ("On 3 May 2021 they met. That night they fled.", "That night", "2021-05-03TNI"),
        ("On 3 May 2021 they met and fled the same evening.", "the same evening", "2021-05-03TEV"),
        ("On 3 May 2021 they met. By nightfall they had fled.", "nightfall", "2021-05-03TEV"),
        ("On 3 May 2021 they met. In the afternoon they fled.", "the afternoon", "2021-05-03TAF"),
        ("They met on 3 May 2021 and fled the following night.", "the following night", "2021-05-04TNI"),
        ("Two men died overnight in the hills.", "overnight", "2022-01-23TNI"),
        ("They came in 2009. In March of that year they left.", "March of that year", "2009-03"),
        ("They came in 2009. On 3 March of that year they left.", "3 March of that year", "2009-03-03"),
        ("They came in 2009 and left that October.", "that October", "2009-10"),
        ("They came in 2009 and left that summer.", "that summer", "2009-SU"),
    ],
)  # fmt: skip
def test_what_names_no_day_is_of_the_day_spoken_of(text: str, written: str, value: str) -> None:
    assert dict(values(text))[written] == value


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They count the herd every morning.", [("every morning", "XXXX-XX-XXTMO")]),
        ("The shop closes on Mondays.", [("Mondays", "XXXX-WXX-1")]),
        ("The ferry sails every other day.", [("every other day", "P2D")]),
        ("They meet every second Friday.", [("every second Friday", "P2W")]),
        ("Read the Coast Daily and the daily Courier.", []),
        ("The quarterly results were bad.", []),
    ],
)
def test_what_comes_back_keeps_its_rhythm(text: str, found: list[tuple[str, str]]) -> None:
    assert values(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It took four years and two months.", [("four years and two months", "P4Y2M")]),
        ("It took an hour and ten minutes.", [("an hour and ten minutes", "PT1H10M")]),
        ("It takes two to three weeks.", [("two to three weeks", "P2W")]),
        ("It takes between two and three weeks.", [("between two and three weeks", "P2W")]),
        ("It took a fortnight.", [("a fortnight", "P2W")]),
        ("It rained for six straight days.", [("six straight days", "P6D")]),
        ("A minute and a half later they fled.", [("A minute and a half", "PT1M30S")]),
        ("A few days later they fled.", [("A few days", "PXD")]),
        ("It cost a million over ten years.", [("ten years", "P10Y")]),
        ("It lasted for over ten years.", [("over ten years", "P10Y")]),
        ("It lasted a hundred years.", [("a hundred years", "P100Y")]),
        ("They feared a second raid and fled twice a week.", []),
        ("A week after the raid they fled.", [("A week", "P1W")]),
    ],
)
def test_lengths_are_read_whole(text: str, found: list[tuple[str, str]]) -> None:
    assert values(text) == found
    assert all(t.type is TimexType.DURATION for t in find_timexes(text, published=PUBLISHED))


def test_a_range_in_words_is_two_dates() -> None:
    assert values("It lasted from 30 December 2020 to 2 January 2021.") == [
        ("30 December 2020", "2020-12-30"),
        ("2 January 2021", "2021-01-02"),
    ]
    assert values("It lasted between 14 February and 30 June 2019.") == [
        ("14 February", "2019-02-14"),
        ("30 June 2019", "2019-06-30"),
    ]


def test_a_night_between_two_days_stays_one_time() -> None:
    ((written, value),) = values("They came on the night of January 11 to 12.")

    assert (written, value) == ("the night of January 11 to 12", "2022-01-11TNI")


def test_two_times_of_day_before_a_weekday_are_all_of_that_day() -> None:
    assert values("The blast hit at 5:30 pm (1430 GMT) on Thursday.") == [
        ("5:30 pm", "2022-01-20T17:30"),
        ("1430 GMT", "2022-01-20T14:30Z"),
        ("Thursday", "2022-01-20"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It took two-and-a-half years.", [("two-and-a-half years", "P2Y6M")]),
        ("It took half a century.", [("half a century", "P50Y")]),
        ("It took a quarter of a century.", [("a quarter of a century", "P25Y")]),
        ("It took a half-hour.", [("a half-hour", "PT30M")]),
        ("It ended a decade-long war.", [("decade-long", "P1DE")]),
        ("It ended a years-long war.", [("years-long", "PXY")]),
        ("She stayed for 20-odd years.", [("20-odd years", "P20Y")]),
        ("They will one day return.", [("one day", "FUTURE_REF")]),
        ("They lived there a long time ago.", [("a long time ago", "PAST_REF")]),
        ("The last day was wet.", []),
        ("It fell at 11:30 p.m. local time Saturday.", [("11:30 p.m. local time Saturday", "2022-01-22T23:30")]),
    ],
)  # fmt: skip
def test_common_forms_of_news_are_read(text: str, found: list[tuple[str, str]]) -> None:
    assert values(text) == found


def test_the_past_year_is_the_twelve_months_up_to_now() -> None:
    (timex,) = find_timexes("It rained in the past year.", published=PUBLISHED)

    assert (timex.type, timex.value) == (TimexType.DURATION, "P1Y")
    assert timex.interval == DayInterval(date(2021, 1, 24), date(2022, 1, 24))


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("In the past two months it rained.", DayInterval(date(2021, 11, 24), date(2022, 1, 24))),
        ("In the past 72 hours it rained.", DayInterval(date(2022, 1, 21), date(2022, 1, 24))),
        ("In the next two decades it will rain.", DayInterval(date(2022, 1, 24), date(2042, 1, 24))),
        ("In the past 24 hours it rained.", DayInterval(date(2022, 1, 23), date(2022, 1, 24))),
        ("In the past two weeks it rained.", DayInterval(date(2022, 1, 10), date(2022, 1, 24))),
        ("In the past 9000 years it rained.", None),
        ("In the past 90000000 days it rained.", None),
    ],
)  # fmt: skip
def test_a_window_reaches_to_the_same_day(text: str, interval: DayInterval | None) -> None:
    (timex,) = find_timexes(text, published=PUBLISHED)

    assert timex.interval == interval


def test_a_month_back_from_its_last_day_is_the_last_day() -> None:
    (timex,) = find_timexes(
        "In the past month it rained.", published=DayInterval.day(date(2022, 3, 31))
    )

    assert timex.interval == DayInterval(date(2022, 2, 28), date(2022, 3, 31))
