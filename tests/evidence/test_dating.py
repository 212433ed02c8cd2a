"""When a document was written, by its page and its text, with reasons."""

from datetime import date
from pathlib import Path

import pytest

from sayso.dates import DayInterval, Precision
from sayso.documents import DateBasis
from sayso.documents.document import CAPTION_RULE
from sayso.evidence.dating import Doubt
from sayso.text import Span
from tests.evidence.dated_texts import RETRIEVED, captioned, dated, day, doubts


def test_a_date_line_dates_a_document() -> None:
    dating = dated("The quay burned down in 2014.", "09:20 17.08.2018")

    assert dating.interval == day(2018, 8, 17)
    assert dating.candidates[dating.chosen[0]].written == "09:20 17.08.2018"
    assert dating.reasons == ("the page gives “09:20 17.08.2018”: 17 August 2018",)
    assert dating.doubts == ()


def test_dates_of_the_page_that_differ_are_a_doubt() -> None:
    dating = dated("The quay burned.", "3 March 2021", "Published 9 March 2021")

    assert dating.interval == day(2021, 3, 3)
    assert doubts(dating) == [Doubt.PAGE_DATES_DIFFER]
    assert dating.doubts[0].candidates == (0, 1)


def test_dates_a_day_apart_agree() -> None:
    dating = dated("The quay burned.", "3 March 2021", "Published 4 March 2021")

    assert (dating.chosen, dating.doubts) == ((0, 1), ())


def test_a_date_of_change_is_only_an_upper_bound() -> None:
    dating = dated("The quay burned down in 2014.", "Updated: 3 March 2021")

    assert dating.interval == DayInterval(date(2014, 1, 1), date(2021, 3, 3))
    assert dating.reasons == ("the page gives only a date of change, “3 March 2021”",)


def test_an_open_order_of_day_and_month_is_a_stretch_with_a_doubt() -> None:
    dating = dated("The quay burned.", "03/04/2021")

    assert dating.interval == DayInterval(date(2021, 3, 4), date(2021, 4, 3))
    assert doubts(dating) == [Doubt.DAY_MONTH_ORDER]


def test_the_reading_that_the_weekdays_fit_alone_is_taken_without_a_doubt() -> None:
    # 4 March 2021 was a Thursday, 3 April a Saturday.
    dating = dated("The quay burned down on Wednesday.", "03/04/2021")

    assert (dating.interval, dating.doubts) == (day(2021, 3, 4), ())
    why = "as it is a Thursday and the text speaks of Wednesday"
    assert dating.reasons == (f"the page gives “03/04/2021”: 4 March 2021, {why}",)


def test_of_two_readings_the_one_on_the_named_weekday_is_taken_with_a_doubt() -> None:
    # 5 April 2024 was a Friday, 4 May the day after one.
    dating = dated("The quay burned down on Friday.", "05/04/2024")

    assert dating.interval == day(2024, 4, 5)
    assert "as it is a Friday and the text speaks of Friday" in dating.reasons[0]
    assert doubts(dating) == [Doubt.DAY_MONTH_ORDER]
    assert "possibly, 4 May 2024" in dating.doubts[0].reason


def test_weekdays_that_fit_neither_reading_settle_nothing() -> None:
    dating = dated("The quay burned down on Tuesday.", "03/04/2021")

    assert doubts(dating) == [Doubt.DAY_MONTH_ORDER]
    assert dating.reasons == (
        "the page gives “03/04/2021”: 3 April 2021 or 4 March 2021, and no day between them",
    )


@pytest.mark.parametrize(
    ("text", "line", "expected"),
    [
        ("The quay was built from 25/01/2020 on.", "03/04/2021", day(2021, 4, 3)),
        ("The quay was built from 01/25/2020 on.", "03/04/2021", day(2021, 3, 4)),
    ],
)
def test_the_habit_of_the_same_page_settles_the_order(
    text: str, line: str, expected: DayInterval
) -> None:
    dating = dated(text, line)

    assert (dating.interval, dating.doubts) == (expected, ())
    assert "on the same page has" in dating.reasons[0]


def test_two_habits_on_one_page_settle_nothing() -> None:
    dating = dated("It lasted from 25/01/2020 to 01/29/2020.", "03/04/2021")

    assert doubts(dating) == [Doubt.DAY_MONTH_ORDER]


def test_a_day_of_the_same_week_speaks_for_an_order() -> None:
    dating = dated("The quay burned down on 1 April.", "03/04/2021")

    assert dating.interval == day(2021, 4, 3)
    assert "as the text speaks of 1 April 2021, some days before" in dating.reasons[0]
    assert doubts(dating) == [Doubt.DAY_MONTH_ORDER]


def test_another_date_of_the_page_settles_the_order() -> None:
    dating = dated("The quay burned.", "03/04/2021", "Published 4 March 2021")

    assert dating.interval == day(2021, 3, 4)
    assert dating.doubts == ()


def test_the_bounds_settle_the_order() -> None:
    dating = dated("The quay burned.", "10/06/2026", retrieved=date(2026, 6, 11))

    assert dating.interval == day(2026, 6, 10)
    assert dating.doubts == ()


def test_a_dateline_without_a_year_takes_the_years_that_fit() -> None:
    dating = dated("The quay burned down in 2024.", "LAKOR, Tuesday, March 4 (Coast Wire) — Fire.")

    assert dating.interval == day(2025, 3, 4)
    assert dating.candidates[0].rule == "dateline:month_day+year"


def test_the_weekday_of_a_dateline_tells_the_latest_year_and_names_the_others() -> None:
    dating = dated("The quay burned.", "Lakor, Saturday March 30. Boats lie idle.")

    assert (dating.interval, dating.doubts) == (day(2024, 3, 30), ())
    assert dating.reasons[1].startswith("it would fit 30 March 2019")


def test_a_place_and_date_before_the_past_of_the_text_open_a_memory() -> None:
    memory = "Lakor, 9 November 1989. The quay opens."

    assert dated("It is dusk.", memory).interval == day(1989, 11, 9)
    assert dated("The quay was rebuilt in 2014.", memory).interval.lo == date(2014, 1, 1)


def test_a_dateline_without_year_and_weekday_stays_open_over_the_years() -> None:
    dating = dated("The quay burned down in 2024.", "LAKOR, March 4 (Coast Wire) — Fire.")

    assert dating.interval == DayInterval(date(2024, 3, 4), date(2026, 3, 4))
    assert "without a year" in dating.reasons[0]


def test_a_dateline_with_no_bounds_dates_nothing() -> None:
    dating = dated("The quay burned.", "LAKOR, March 4 (Coast Wire) — Fire.", retrieved=None)

    assert dating.interval == DayInterval(None, None)
    assert doubts(dating) == [Doubt.NO_DATE]


def test_what_goes_on_on_a_weekday_with_its_date_dates_the_text() -> None:
    text = "Clashes continue on Saturday January 22 around the dam."
    dating = dated(text)

    assert dating.interval == day(2022, 1, 22)
    chosen = dating.candidates[dating.chosen[0]]
    assert (chosen.basis, chosen.written) == (DateBasis.WEEKDAY, "Saturday January 22")
    assert chosen.original_spans == (Span(20, 39),)
    assert dating.doubts == ()


def test_a_past_weekday_with_its_date_bounds_the_text_to_some_weeks() -> None:
    dating = dated("Clashes broke out on Saturday January 22 around the dam.")

    assert dating.interval == DayInterval(date(2022, 1, 22), date(2022, 2, 21))


def test_the_year_of_a_weekday_is_later_than_the_past_it_mentions() -> None:
    text = "The dam was built in 2006. Clashes continue on Saturday January 22."
    dating = dated(text, retrieved=date(2018, 1, 1))

    assert dating.interval == day(2011, 1, 22)


def test_other_years_of_a_weekday_are_named() -> None:
    dating = dated("Clashes continue on Saturday January 22.", retrieved=date(2022, 6, 1))

    assert dating.interval == day(2022, 1, 22)
    assert dating.candidates[dating.chosen[0]].alternatives == (day(2011, 1, 22),)
    assert "22 January 2011 as well" in dating.reasons[1]


def test_a_date_with_its_distance_dates_the_text() -> None:
    dating = dated("The dam broke three days ago, on 20 January 2022, in the rain.")

    assert dating.interval == day(2022, 1, 23)
    assert dating.candidates[dating.chosen[0]].basis is DateBasis.RELATIVE


def test_a_hedged_distance_dates_nothing() -> None:
    dating = dated("The dam broke over a week ago, on 20 January 2022, in the rain.")

    assert dating.interval == DayInterval(date(2022, 1, 20), RETRIEVED)


def test_a_date_in_a_quotation_is_counted_from_another_day() -> None:
    dating = dated("“It broke yesterday, 20 January 2022,” he said.", retrieved=None)

    assert dating.interval.days is None


def test_years_alone_leave_an_open_interval() -> None:
    dating = dated("The dam was built in 2009 and raised in 2016.", retrieved=None)

    assert dating.interval == DayInterval(date(2016, 1, 1), None)
    assert doubts(dating) == [Doubt.NO_DATE]


def test_of_an_open_past_date_the_earlier_reading_is_the_bound() -> None:
    dating = dated("The dam broke on 03/04/2021.")

    assert dating.interval == DayInterval(date(2021, 3, 4), RETRIEVED)


def test_of_a_past_range_the_last_day_is_the_bound() -> None:
    dating = dated("The dam broke on 20-26 January 2022.")

    assert dating.interval == DayInterval(date(2022, 1, 26), RETRIEVED)


def test_the_future_is_no_bound() -> None:
    dating = dated("The dam was built in 2009. It will be raised in 2030.")

    assert dating.interval == DayInterval(date(2009, 1, 1), RETRIEVED)


def test_a_plan_for_a_year_is_no_bound() -> None:
    dating = dated("The board had planned a lake by 2024.")

    assert dating.interval == DayInterval(None, RETRIEVED)


def test_an_undated_text_keeps_its_hints_as_reasons() -> None:
    text = "On 20 January the dam broke. It was mended three days ago, he said on Monday."
    dating = dated(text)

    assert dating.interval == DayInterval(None, RETRIEVED)
    assert dating.interval.precision is Precision.OPEN
    assert doubts(dating) == [Doubt.NO_DATE]
    assert any("“20 January” without a year" in reason for reason in dating.reasons)
    assert any("Monday without a date" in reason for reason in dating.reasons)
    assert any("“three days ago”" in reason for reason in dating.reasons)


def test_a_month_and_day_without_a_year_is_a_candidate_over_all_years() -> None:
    dating = dated("The wall was built in 2025. On 20 January the dam broke.")
    mention = next(c for c in dating.candidates if c.rule == "month_and_day")

    assert mention.interval == DayInterval(date(2025, 1, 1), RETRIEVED)
    assert len(mention.alternatives) == 3


def test_without_a_bound_the_candidate_of_a_month_and_day_is_open() -> None:
    dating = dated("On 20 January the dam broke.")
    mention = next(c for c in dating.candidates if c.rule == "month_and_day")

    assert mention.interval == DayInterval(None, RETRIEVED)


def test_an_article_is_not_older_than_the_picture_it_shows() -> None:
    dating = captioned("The quay was built in 2014.", date(2019, 4, 29))

    assert dating.interval == DayInterval(date(2019, 4, 29), RETRIEVED)
    assert "a caption shows a picture of 29 April 2019: not written before" in dating.reasons
    assert [dating.candidates[i].rule for i in dating.chosen] == [CAPTION_RULE, "retrieved"]
    assert doubts(dating) == [Doubt.NO_DATE]


def test_of_a_caption_and_a_past_mention_the_later_is_the_bound() -> None:
    dating = captioned("The quay was built in 2021.", date(2019, 4, 29))

    assert dating.interval == DayInterval(date(2021, 1, 1), RETRIEVED)
    assert not any("caption" in reason for reason in dating.reasons)


def test_a_caption_after_the_retrieval_bounds_nothing() -> None:
    dating = captioned("The quay burned.", date(2030, 4, 29))

    assert dating.interval == DayInterval(None, RETRIEVED)


def test_a_caption_never_dates_an_article_but_may_contradict_its_page() -> None:
    sound = captioned("The quay burned.", date(2019, 4, 29), "3 March 2021")
    early = captioned("The quay burned.", date(2019, 4, 29), "3 March 2018")

    assert (sound.interval, sound.doubts) == (day(2021, 3, 3), ())
    assert early.interval == day(2018, 3, 3)
    assert doubts(early) == [Doubt.BEFORE_MENTIONED]
    assert "a caption shows a picture of 29 April 2019, but" in early.doubts[0].reason


def test_a_candidate_of_a_month_is_read_as_a_month() -> None:
    dating = dated("The quay burned.", "January 2022")

    assert dating.interval == DayInterval.month(2022, 1)
    assert dating.reasons == ("the page gives “January 2022”: January 2022",)


def seed(shared: Path, number: str) -> str:
    (path,) = (shared / "seeds").glob(f"{number}_*.txt")
    return path.read_text(encoding="utf-8")


def test_the_seeds_are_dated_as_the_design_says(shared: Path) -> None:
    retrieved = date(2026, 11, 1)
    # The date line itself is furniture and not part of the text.
    paged = dated(
        seed(shared, "000").replace("10:35 26.09.2019", ""), "10:35 26.09.2019", retrieved=retrieved
    )
    weekday = dated(seed(shared, "002"), retrieved=retrieved)
    bounded = dated(seed(shared, "003"), retrieved=retrieved)
    doubtful = dated(
        seed(shared, "004").replace("01.01.2025", ""), "01.01.2025", retrieved=retrieved
    )

    assert (paged.interval, paged.doubts) == (day(2019, 9, 26), ())
    assert weekday.interval == day(2022, 1, 22)
    assert bounded.interval == DayInterval(date(2021, 1, 1), retrieved)
    assert doubts(bounded) == [Doubt.NO_DATE]
    assert doubtful.interval == day(2025, 1, 1)
    assert doubts(doubtful) == [Doubt.TEXT_CONTRADICTS_PAGE]
