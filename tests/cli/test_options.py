"""Days as options, ids as beginnings, and the bars of the timeline."""

from datetime import date

import click
import pytest

from sayso.cli.bars import Axis, axis_of
from sayso.cli.options import Day
from sayso.cli.passage import passage_around
from sayso.cli.width import Mark
from sayso.dates import DayInterval
from sayso.text import Span


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-05-31", date(2024, 5, 31), date(2024, 5, 31)),
    ],
)
def test_a_month_or_year_means_its_first_or_last_day(written: str, first: date, last: date) -> None:
    assert Day(last=False).convert(written, None, None) == first
    assert Day(last=True).convert(written, None, None) == last


@pytest.mark.parametrize("written", ["31.5.2024", "2024-13", "2024-02-30", "0000", "may", ""])
def test_what_is_no_day_is_refused(written: str) -> None:
    with pytest.raises(click.BadParameter, match="is no YYYY, YYYY-MM or YYYY-MM-DD"):
        Day(last=True).convert(written, None, None)


def test_an_axis_holds_every_bounded_day() -> None:
    may, open_side = DayInterval.month(2031, 5), DayInterval(date(2030, 1, 1), None)

    assert axis_of([may, open_side]) == Axis(date(2030, 1, 1), date(2031, 5, 31))
    assert axis_of([DayInterval(None, None)]) is None


@pytest.mark.parametrize(
    ("interval", "bar"),
    [
        (DayInterval.day(date(2031, 1, 1)), "━···················"),
        (DayInterval.day(date(2031, 12, 31)), "···················━"),
        (DayInterval.year(2031), "━━━━━━━━━━━━━━━━━━━━"),
        (DayInterval.month(2031, 6), "········━━··········"),
        (DayInterval(None, date(2031, 6, 1)), "◄━━━━━━━━···········"),
        (DayInterval(date(2031, 6, 1), None), "········━━━━━━━━━━━►"),
        (DayInterval(None, None), ""),
    ],
)
def test_a_bar_is_as_long_as_the_date_is_uncertain(interval: DayInterval, bar: str) -> None:
    assert Axis(date(2031, 1, 1), date(2031, 12, 31)).bar(interval) == bar


def test_one_day_is_an_axis_too() -> None:
    day = date(2031, 5, 2)

    assert Axis(day, day).bar(DayInterval.day(day)) == "━" + "·" * 19


def test_a_passage_holds_the_sentence_before_and_after() -> None:
    text = "One. Two. Three. Four. Five."
    sentences = [Span(0, 4), Span(5, 9), Span(10, 16), Span(17, 22), Span(23, 28)]

    passage = passage_around(text, sentences, [Mark(Span(10, 15))])

    assert (passage.start, passage.text) == (5, "Two. Three. Four.")
    assert passage.marks == (Mark(Span(5, 10)),)


def test_a_passage_ends_with_the_text() -> None:
    text = "One. Two."

    passage = passage_around(text, [Span(0, 4), Span(5, 9)], [Mark(Span(0, 9))])

    assert passage.text == text


def test_outside_all_sentences_the_passage_is_what_is_meant() -> None:
    assert passage_around("A title\n\nOne.", [Span(9, 13)], [Mark(Span(0, 7))]).text == "A title"


def test_several_paragraph_breaks_are_shown_as_one() -> None:
    passage = passage_around("One.\n\n\n\nTwo.", [Span(0, 4), Span(8, 12)], [Mark(Span(0, 3))])

    assert list(passage.lines(80)) == ["  One.", "  ^^^", "", "  Two."]
