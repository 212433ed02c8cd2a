from datetime import date

import pytest

from sayso.dates import DayInterval
from sayso.documents.page_dates import read_date_line, read_date_lines


@pytest.mark.parametrize(
    ("line", "written", "day"),
    [
        ("09:20 17.08.2018", "09:20 17.08.2018", date(2018, 8, 17)),
        ("01.01.2025", "01.01.2025", date(2025, 1, 1)),
        ("Published 3 March 2021, 14:05 GMT", "3 March 2021, 14:05 GMT", date(2021, 3, 3)),
        ("Sept. 26, 2019 10:35 am EST", "Sept. 26, 2019 10:35 am EST", date(2019, 9, 26)),
        ("March 3, 2021 • 4 min read", "March 3, 2021", date(2021, 3, 3)),
        ("2024-02-03T18:30Z", "2024-02-03T18:30Z", date(2024, 2, 3)),
        ("Publication date: 2021/03/03", "2021/03/03", date(2021, 3, 3)),
    ],
)
def test_a_line_that_says_nothing_else_is_a_date_line(line: str, written: str, day: date) -> None:
    found = read_date_line(line)

    assert found is not None
    assert (found.written, found.interval) == (written, DayInterval.day(day))
    assert found.whole_line
    assert not found.dateline
    assert found.span.text_in(line) == written


def test_a_label_of_change_marks_the_date_as_modified() -> None:
    found = read_date_line("Updated: 3 March 2021")

    assert found is not None
    assert found.modified


def test_of_two_dates_the_published_one_is_returned_and_both_are_listed() -> None:
    line = "Updated 4 March 2021 | Published 3 March 2021, 14:05 GMT"
    found = read_date_line(line)

    assert found is not None
    assert (found.modified, found.interval) == (False, DayInterval.day(date(2021, 3, 3)))
    assert [date_line.modified for date_line in read_date_lines(line)] == [True, False]


def test_an_update_in_brackets_does_not_mark_the_date_before_it() -> None:
    first, second = read_date_lines("09:20 17.08.2018(updated: 12:00 18.08.2018)")

    assert (first.modified, second.modified) == (False, True)


def test_an_open_order_of_day_and_month_is_kept() -> None:
    found = read_date_line("03/04/2021")

    assert found is not None
    assert found.alternatives == (DayInterval.day(date(2021, 3, 4)),)


def test_a_stamp_behind_a_place_and_a_date_before_a_byline_are_date_lines() -> None:
    for line in ("LAKOR | Wed Mar 3, 2021 12:51 am BST", "March 3, 2021 | By Ana Ruiz, Coast Wire"):
        found = read_date_line(line)

        assert found is not None
        assert (found.dateline, found.interval) == (False, DayInterval.day(date(2021, 3, 3)))


@pytest.mark.parametrize(
    "line",
    [
        "By Mara Donel | 3 March 2021",
        "Mara Donel, Lakor Published March 3, 2021",
        "Coast Desk | Updated: 3 March 2021",
        "Published on 3 March 2021 by the desk of the Lakor Coast Wire",
    ],
)
def test_a_label_or_a_byline_makes_a_date_line_of_a_longer_one(line: str) -> None:
    found = read_date_line(line)

    assert found is not None
    assert found.interval == DayInterval.day(date(2021, 3, 3))
    assert not found.whole_line


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Lakor closes its harbour",
        "FILE – This picture of Friday, May 3, 2019, shows the quay.",
        "© 2019 Lakor Coast Wire",
        "The law was published on 3 March 2021 by the court.",
        "On 3 March the harbour was closed.",
        "Photo taken 3 March 2021",
        "14:05",
        "March",
        "2011-2015",
        "early March 2021",
        "The harbour was closed again on 3 March 2021, " + "and so on, " * 30 + "3 March 2021",
        "LAKOR, March 3",
    ],
)
def test_a_date_inside_a_sentence_or_a_bare_year_is_no_date_line(line: str) -> None:
    assert read_date_line(line) is None
