"""Ways of news to tell a time: "the week ended 16 March", "years ago", "postponed until Monday"."""

from datetime import date

import pytest

from sayso.dates import DayInterval
from sayso.language.analysis import TimexType
from sayso.language.timexes import find_timexes

# A Thursday.
PUBLISHED = DayInterval.day(date(2013, 3, 21))


def values(text: str) -> list[tuple[str, str | None]]:
    found = find_timexes(text, published=PUBLISHED)
    return [(timex.span.text_in(text), timex.value) for timex in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Years ago the mill was shut.", [("Years ago", "PAST_REF")]),
        ("Many decades ago the mill was shut.", [("Many decades ago", "PAST_REF")]),
        ("Minutes later the roof fell in.", [("Minutes", "PTXM")]),
        ("A monthlong strike and a weeklong fair ended.", [("monthlong", "P1M"), ("weeklong", "P1W")]),
        ("They are counted on a daily basis.", [("daily", "P1D")]),
        ("It fell by half in a single day.", [("a single day", "P1D")]),
        ("The current crisis is bad.", [("current", "PRESENT_REF")]),
        ("She spoke of recent raids.", [("recent", "PAST_REF")]),
        ("The electric current carried him; current affairs bore her.", []),
        ("In the near term it may rise.", [("the near term", "FUTURE_REF")]),
        ("It was the worst since '82 in the town.", [("'82", "1982")]),
        ("It was built in the winter of '82 by miners.", [("the winter of '82", "1982-WI")]),
        ("It was shut by '82 at the latest.", [("'82", "1982")]),
        ("It was won on '82 points.", []),
        ("In fiscal year 2014 it fell.", [("fiscal year 2014", "2014")]),
        ("It fell in the second half of last year.", [("the second half of last year", "2012-H2")]),
        ("It fell in the latter half of this year.", [("the latter half of this year", "2013-H2")]),
        ("It fell in the third half of last year.", [("last year", "2012")]),
        ("The year-ago results were bad.", [("year-ago", "2012")]),
        ("It spoke right now.", [("now", "PRESENT_REF")]),
        ("They vote every four years.", [("every four years", "P4Y")]),
        ("They vote every half a year.", [("half a year", "P6M")]),
        ("2012's vote was fair.", [("2012", "2012")]),
        ("By the year 2000 it had shut.", [("the year 2000", "2000")]),
        ("The January-March quarter was weak.", [("January", "2013-01"), ("March", "2013-03")]),
        ("The now-defunct firm sold it.", []),
        ("In recent times it rained.", [("recent times", "PAST_REF")]),
        ("On Tuesday the mayor will resign.", [("Tuesday", "2013-03-26")]),
        ("On Tuesday the mayor said he will resign.", [("Tuesday", "2013-03-19")]),
    ],
)  # fmt: skip
def test_expressions_of_news_are_read(text: str, found: list[tuple[str, str]]) -> None:
    assert values(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He was remanded in custody until Monday.", [("Monday", "2013-03-25")]),
        ("It was shut until Monday.", [("Monday", "2013-03-18")]),
        ("The hearing was adjourned to Friday.", [("Friday", "2013-03-22")]),
        ("He was remanded. It lasted until Monday.", [("Monday", "2013-03-18")]),
        ("The trial was postponed to May.", [("May", "2013-05")]),
        ("They spoke to May.", []),
        ("It ends once the dispute is settled in May.", [("May", "2013-05")]),
        ("He bought it from March 14 to Monday.", [("March 14", "2013-03-14"), ("Monday", "2013-03-18")]),
    ],
)  # fmt: skip
def test_what_is_put_off_lies_ahead(text: str, found: list[tuple[str, str]]) -> None:
    assert values(text) == found


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The union called a strike for Monday.", "2013-03-25"),
        ("The union called it off. It was cold for Monday.", "2013-03-18"),
        ("The school will remain closed until Monday.", "2013-03-25"),
        ("The school was closed on Monday.", "2013-03-18"),
        ("The firm hopes to have it by Monday.", "2013-03-25"),
        ("Parliament is to meet on Monday.", "2013-03-25"),
        ("The burial is expected to take place on Monday.", "2013-03-25"),
        ("Rescuers hope to reach the last village by Monday.", "2013-03-25"),
        ("The firm has agreed to pay the fine on Monday.", "2013-03-25"),
        ("Rescuers managed to reach the last village on Monday.", "2013-03-18"),
        ("The firm agreed on Monday to pay the fine.", "2013-03-18"),
        ("It came to be on Monday.", "2013-03-18"),
    ],
)
def test_what_a_day_is_given_for_lies_ahead(text: str, day: str) -> None:
    assert values(text) == [("Monday", day)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It fell in the week ended March 16.", [("the week", "2013-W11"), ("March 16", "2013-03-16")]),
        ("It fell in the quarter ended July 31.", [("the quarter", "2012-Q2"), ("July 31", "2012-07-31")]),
        ("It fell in the quarter ended Dec. 31 from a year earlier.",
         [("the quarter", "2012-Q4"), ("Dec. 31", "2012-12-31"), ("a year earlier", "2011-Q4")]),
    ],
)  # fmt: skip
def test_a_week_or_quarter_is_named_by_its_last_day(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert values(text) == found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It must close by year-end.", "2013-12-31"),
        ("It has risen since year-end.", "2012-12-31"),
        ("It must close by month-end.", "2013-03-31"),
        ("It opened at the year's middle.", "2013"),
    ],
)
def test_the_end_of_a_year_is_its_last_day(text: str, value: str) -> None:
    assert [found for _, found in values(text)] == [value]


def test_the_previous_friday_is_the_one_before_the_date_spoken_of() -> None:
    text = "On Monday, March 11, prices fell from the previous Friday."

    assert values(text)[-1] == ("the previous Friday", "2013-03-08")


def test_the_following_friday_is_the_one_behind_the_date_spoken_of() -> None:
    text = "On Monday, March 4, prices fell until the following Friday."

    assert values(text)[-1] == ("the following Friday", "2013-03-08")


def test_earlier_on_a_day_does_not_cut_the_day_short() -> None:
    (found,) = find_timexes("He spoke earlier Wednesday.", published=PUBLISHED)

    assert (found.value, found.mod) == ("2013-03-20", None)


def test_late_on_a_day_is_its_end() -> None:
    (found,) = find_timexes("He spoke late Wednesday.", published=PUBLISHED)

    assert (found.value, found.mod) == ("2013-03-20", "END")


def test_so_many_weeks_ago_is_a_week() -> None:
    (found,) = find_timexes("Three weeks ago he left.", published=PUBLISHED)

    assert found.value == "2013-W09"
    assert found.interval == DayInterval(date(2013, 2, 25), date(2013, 3, 3))


def test_more_than_two_weeks_ago_ends_two_weeks_ago() -> None:
    (found,) = find_timexes("More than two weeks ago he left.", published=PUBLISHED)

    assert found.value == "2013-W10"
    assert found.interval == DayInterval(None, date(2013, 3, 7))


def test_that_day_is_never_the_day_of_writing() -> None:
    (found,) = find_timexes("Sadly, that day has come.", published=PUBLISHED)

    assert (found.type, found.value, found.interval) == (TimexType.DATE, None, None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He prayed on Palm Sunday.", "2013-03-24"),
        ("He prayed on Ash Wednesday.", "2013-02-13"),
        ("They marched on St. Patrick's Day.", "2013-03-17"),
        ("They marched on International Women's Day.", "2013-03-08"),
        ("They played on Boxing Day.", "2012-12-26"),
    ],
)
def test_holidays_are_days(text: str, value: str) -> None:
    assert [found for _, found in values(text)] == [value]
