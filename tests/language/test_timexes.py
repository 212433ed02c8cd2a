from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.dates import DayInterval
from sayso.dates.pattern import Rule
from sayso.language.analysis import Timex, TimexType
from sayso.language.timex_expressions import Phrases
from sayso.language.timexes import TIMEX_RULES, find_phrases, find_timexes

# A Monday.
PUBLISHED = date(2022, 1, 24)


def only(text: str, published: date | None = PUBLISHED) -> Timex:
    (found,) = find_timexes(text, published=DayInterval.day(published) if published else None)
    return found


@pytest.mark.parametrize("rule", TIMEX_RULES, ids=lambda rule: str(rule.name))
def test_a_rule_fires_on_its_example_and_not_on_its_counter_example(rule: Rule[Phrases]) -> None:
    assert rule.name in {phrase.rule for phrase in find_phrases(rule.fires)}
    assert rule.name not in {phrase.rule for phrase in find_phrases(rule.silent)}


def test_the_names_of_rules_are_unique() -> None:
    names = [rule.name for rule in TIMEX_RULES]

    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("text", "written", "value"),
    [
        ("The council met on Friday.", "Friday", "2022-01-21"),
        ("The council met on Monday.", "Monday", "2022-01-24"),
        ("The court will rule on Thursday.", "Thursday", "2022-01-27"),
        ("The council met last Monday.", "last Monday", "2022-01-17"),
        ("They meet next Monday.", "next Monday", "2022-01-31"),
        ("They meet this Friday.", "this Friday", "2022-01-28"),
        ("It broke on Tuesday of last week.", "Tuesday of last week", "2022-01-18"),
        ("The dam broke on Saturday January 22.", "Saturday January 22", "2022-01-22"),
        ("The dam broke on Wednesday, March 17.", "Wednesday, March 17", "2021-03-17"),
        ("The dam broke on 20 December.", "20 December", "2021-12-20"),
        ("Talks are scheduled for 3 February.", "3 February", "2022-02-03"),
        ("They fled in December.", "December", "2021-12"),
        ("The attack came on the 20th.", "the 20th", "2022-01-20"),
        ("It rained on Thursday the 20th.", "Thursday the 20th", "2022-01-20"),
        ("They left yesterday.", "yesterday", "2022-01-23"),
        ("Talks resume tomorrow.", "tomorrow", "2022-01-25"),
        ("He left the day before yesterday.", "the day before yesterday", "2022-01-22"),
        ("Officials met last week.", "last week", "2022-W03"),
        ("The camp flooded earlier this month.", "earlier this month", "2022-01"),
        ("Output fell last quarter.", "last quarter", "2021-Q4"),
        ("Output fell last year.", "last year", "2021"),
        ("Drought struck last summer.", "last summer", "2021-SU"),
        ("They fled last March.", "last March", "2021-03"),
        ("They fled in March last year.", "March last year", "2021-03"),
        ("They leave next March.", "next March", "2022-03"),
        ("They leave this March.", "this March", "2022-03"),
        ("Output fell in the third quarter.", "the third quarter", "2021-Q3"),
        ("Output fell in last year's third quarter.", "last year's third quarter", "2021-Q3"),
        ("They fled over the weekend.", "the weekend", "2022-W03-WE"),
        ("It happened three days ago.", "three days ago", "2022-01-21"),
        ("It happened two weeks ago.", "two weeks ago", "2022-W02"),
        ("It happened five months ago.", "five months ago", "2021-08"),
        ("It happened a year and a half ago.", "a year and a half ago", "2020-07"),
        ("It happened a decade ago.", "a decade ago", "2012"),
        ("It happened several years ago.", "several years ago", "PAST_REF"),
        ("The vote is two weeks from now.", "two weeks from now", "2022-W06"),
        ("They fled in the week of 6 March 2021.", "the week of 6 March 2021", "2021-W09"),
        ("They signed on Christmas Day.", "Christmas Day", "2021-12-25"),
        ("They signed on Good Friday.", "Good Friday", "2021-04-02"),
        ("They met last Thanksgiving.", "last Thanksgiving", "2021-11-25"),
        ("In the 1990s it grew.", "the 1990s", "199"),
        ("In the 20th century it grew.", "the 20th century", "19"),
        ("In H2 2021 it fell.", "H2 2021", "2021-H2"),
        ("It lasted 20-26 January 2022.", "20-26 January 2022", "2022-01-20/2022-01-26"),
        ("They are now safe.", "now", "PRESENT_REF"),
        ("It has rained in recent days.", "recent days", "PAST_REF"),
    ],
)
def test_dates_have_the_value_that_the_day_of_publication_gives(
    text: str, written: str, value: str
) -> None:
    found = only(text)

    assert (found.span.text_in(text), found.value, found.type) == (written, value, TimexType.DATE)


@pytest.mark.parametrize(
    ("text", "written", "value"),
    [
        ("He spoke late Friday night.", "late Friday night", "2022-01-21TNI"),
        ("They struck at dawn on Friday.", "at dawn on Friday", "2022-01-21TMO"),
        ("They struck overnight on Thursday.", "overnight on Thursday", "2022-01-20TNI"),
        ("It hit at 5:30 pm on Thursday.", "5:30 pm on Thursday", "2022-01-20T17:30"),
        ("It hit Thursday at 5:30 pm.", "Thursday at 5:30 pm", "2022-01-20T17:30"),
        ("It hit at 5 pm yesterday.", "5 pm yesterday", "2022-01-23T17:00"),
        ("It rained last night.", "last night", "2022-01-23TNI"),
        ("It rained this morning.", "this morning", "2022-01-24TMO"),
        ("The council votes tonight.", "tonight", "2022-01-24TNI"),
        ("It hit at 10:35:20 GMT.", "10:35:20 GMT", "2022-01-24T10:35:20Z"),
    ],
)
def test_parts_and_times_of_the_day_make_a_time(text: str, written: str, value: str) -> None:
    found = only(text)

    assert (found.span.text_in(text), found.value, found.type) == (written, value, TimexType.TIME)


@pytest.mark.parametrize(
    ("text", "written", "value", "mod"),
    [
        ("It lasted more than 40 days.", "more than 40 days", "P40D", "MORE_THAN"),
        ("He spent six months in jail.", "six months", "P6M", None),
        ("They signed a six-month lease.", "six-month", "P6M", None),
        ("It lasted two and a half years.", "two and a half years", "P2Y6M", None),
        ("It lasted half an hour.", "half an hour", "PT30M", None),
        ("It lasted 5 1/2 hours.", "5 1/2 hours", "PT5H30M", None),
        ("It lasted 2.5 weeks.", "2.5 weeks", "P2.5W", None),
        ("It lasted 1,200 days.", "1,200 days", "P1200D", None),
        ("It lasted twenty-four hours.", "twenty-four hours", "PT24H", None),
        ("It lasted two thousand years.", "two thousand years", "P2000Y", None),
        ("It lasted several minutes.", "several minutes", "PTXM", None),
        ("It lasted a couple of days.", "a couple of days", "P2D", "APPROX"),
        ("It lasted nearly two decades.", "nearly two decades", "P2DE", "LESS_THAN"),
        ("It took at least a week.", "at least a week", "P1W", "EQUAL_OR_MORE"),
        ("He lived there for years.", "years", "PXY", None),
        ("In the four days it never stopped.", "the four days", "P4D", None),
    ],
)
def test_durations_keep_their_hedge(text: str, written: str, value: str, mod: str | None) -> None:
    found = only(text)

    assert found.type is TimexType.DURATION
    assert (found.span.text_in(text), found.value, found.mod) == (written, value, mod)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It rains every day.", "P1D"),
        ("They meet every Friday.", "XXXX-WXX-5"),
        ("They meet each July.", "XXXX-07"),
        ("The council meets weekly.", "P1W"),
    ],
)
def test_what_comes_back_is_a_set(text: str, value: str) -> None:
    found = only(text)

    assert (found.type, found.value) == (TimexType.SET, value)


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("It began over a week ago.", DayInterval(None, date(2022, 1, 17))),
        ("It began just over a week ago.", DayInterval(date(2022, 1, 14), date(2022, 1, 17))),
        ("It rained over the past three days.", DayInterval(date(2022, 1, 21), PUBLISHED)),
        ("It rained over the past few days.", DayInterval(None, PUBLISHED)),
        ("It may rain in the next two weeks.", DayInterval(PUBLISHED, date(2022, 2, 7))),
        ("It may rain in the coming few days.", DayInterval(PUBLISHED, None)),
        ("It ended last week.", DayInterval(date(2022, 1, 17), date(2022, 1, 23))),
        ("It lasted six months.", None),
    ],
)
def test_the_interval_is_as_wide_as_the_words(text: str, interval: DayInterval | None) -> None:
    assert only(text).interval == interval


def test_distances_count_from_the_date_before_them_and_say_so() -> None:
    text = "On January 10 the ferry sank. Three days later divers came, and the next day they left."
    days = find_timexes(text, published=DayInterval.day(PUBLISHED))

    assert [timex.value for timex in days] == ["2022-01-10", "2022-01-13", "2022-01-14"]
    assert [timex.anchor for timex in days] == ["published", "previous", "previous"]


def test_a_year_is_too_vague_to_count_days_from() -> None:
    text = "In 2019 it began. Two days earlier he left."
    _, later = find_timexes(text, published=DayInterval.day(PUBLISHED))

    assert (later.value, later.anchor) == ("2022-01-22", "published")


def test_without_a_day_of_publication_what_is_relative_stays_open() -> None:
    text = "They left on Friday, three days ago, on 3 May 2017, after six months."
    values = [timex.value for timex in find_timexes(text, published=None)]

    assert values == [None, None, "2017-05-03", "P6M"]


def test_an_open_or_long_time_of_publication_gives_only_what_is_the_same_throughout() -> None:
    month = DayInterval.month(2022, 1)
    year, friday = find_timexes("Last year it fell. On Friday it rose.", published=month)

    assert year.value == "2021"
    assert friday.value is None
    assert friday.interval == DayInterval(date(2021, 12, 31), date(2022, 1, 28))
    (relative,) = find_timexes("It fell on Friday.", published=DayInterval(None, PUBLISHED))
    assert (relative.value, relative.interval) == (None, None)


def test_an_open_order_of_day_and_month_is_an_alternative() -> None:
    found = only("It was filed on 03/04/2021.")

    assert found.value == "2021-04-03"
    assert found.alternatives == (DayInterval.day(date(2021, 3, 4)),)


@pytest.mark.parametrize(
    "text",
    [
        "A six-year-old boy and a man, 24 years old, came.",
        "A quarter of them and three quarters of us left.",
        "The Sun sat high; he may march on.",
        "The past is gone.",
        "A day like that.",
        "He sat on the 20th floor in the second seat.",
        "The day before the vote it rained.",
    ],
)
def test_ages_parts_and_common_words_are_no_times(text: str) -> None:
    assert find_timexes(text, published=DayInterval.day(PUBLISHED)) == ()


def test_a_possessive_looks_back_whatever_the_verb() -> None:
    found = only("They will study Friday's ruling.")

    assert found.value == "2022-01-21"


def test_a_cue_does_not_send_a_near_date_far_back() -> None:
    found = only("The board approved a payout for Feb. 4.")

    assert found.value == "2022-02-04"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Mayor Quell, who came on Monday, promised that 40 homes would be rebuilt by October.", "2022-10"),
        ("The quay must be mended by the end of March.", "2022-03"),
        ("The ferry was intended to sail in May.", "2022-05"),
        ("A vote to be held in October was put off.", "2022-10"),
        ("The bridge opens in October.", "2022-10"),
        ("The homes were finished by October.", "2021-10"),
        ("The homes had to be rebuilt in October.", "2021-10"),
        ("The bridge would have been opened in October.", "2021-10"),
        ("The quay seemed to be safe in October.", "2021-10"),
    ],
)  # fmt: skip
def test_the_verb_tells_the_year_of_a_bare_month(text: str, value: str) -> None:
    assert find_timexes(text, published=DayInterval.day(PUBLISHED))[-1].value == value


def test_what_will_be_held_on_a_weekday_lies_ahead() -> None:
    assert only("The hearing will be held on Thursday.").value == "2022-01-27"


def test_a_verb_behind_a_long_subject_still_tells_the_direction() -> None:
    (phrase,) = find_phrases("In 2021, the old and long forgotten board of the dam revealed it.")

    assert phrase.toward.value == "past"


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2060, 1, 1)))
def test_a_bare_weekday_is_within_a_week_of_publication(published: date) -> None:
    for name in ("Monday", "Thursday", "Sunday"):
        past = only(f"It fell on {name}.", published).interval
        future = only(f"It will fall on {name}.", published).interval
        assert past is not None
        assert future is not None
        assert past.lo is not None
        assert future.lo is not None
        assert timedelta(0) <= published - past.lo < timedelta(days=7)
        assert timedelta(0) <= future.lo - published < timedelta(days=7)


WORDS = [
    "three",
    "a",
    "last",
    "next",
    "the",
    "past",
    "week",
    "weeks",
    "days",
    "day",
    "ago",
    "earlier",
    "Friday",
    "night",
    "May",
    "3",
    "20",
    "2021",
    "of",
    "in",
    "quarter",
    "third",
    "over",
    "and",
    "1/2",
    "-",
    ",",
    ".",
    "'",
    "s",
]


@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join))
def test_any_row_of_time_words_gives_spans_in_order(text: str) -> None:
    timexes = find_timexes(text, published=DayInterval.day(PUBLISHED))

    assert all(left.span.end <= right.span.start for left, right in pairwise(timexes))


@given(
    st.lists(st.sampled_from([*WORDS, "9" * 400, "9" * 5000, "1,000,000,000,000"]), max_size=8),
    st.sampled_from([date.min, date(999, 1, 1), date(1000, 1, 1), date(2999, 12, 31), date.max]),
)
def test_absurd_numbers_and_years_do_no_harm(words: list[str], published: date) -> None:
    text = f"It fell on Friday, 3 May, {' '.join(words)} ago, last year and at Easter."

    assert find_timexes(text, published=DayInterval.day(published))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It began six hours ago.", None),
        ("It began 5,000,000 years ago.", None),
        ("It began 90,000 months ago.", None),
        ("It began 2,000,000 days ago.", None),
        ("It ended in the last decade.", "201"),
        ("It grew this decade.", "202"),
        ("It grew this century.", "20"),
        ("It grew next quarter.", "2022-Q2"),
        ("They met last Halloween.", "2021-10-31"),
        ("They fled last Oct. 23.", "2021-10-23"),
        ("Output fell in fiscal 2019.", "2019"),
        ("It ended a year or so ago.", "2021"),
        ("They left a week ago today.", "2022-01-17"),
    ],
)
def test_distances_and_steps_reach_as_far_as_the_calendar(text: str, value: str | None) -> None:
    assert find_timexes(text, published=DayInterval.day(PUBLISHED))[0].value == value
