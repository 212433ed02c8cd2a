"""Dates that the first lines of a text give it."""

from datetime import date

import pytest

from sayso.dates import DayInterval
from sayso.documents import DateBasis
from sayso.documents.head_dates import head_dates

MAY_2 = DayInterval.day(date(2031, 5, 2))


def test_a_line_that_is_nothing_but_a_date_is_that_of_the_text() -> None:
    text = "2 May 2031\n\nGunmen attacked the depot."
    (found,) = head_dates(text)

    assert (found.interval, found.basis, found.weight) == (MAY_2, DateBasis.METADATA, 3.0)
    assert [span.text_in(text) for span in found.original_spans] == ["2 May 2031"]


def test_a_dateline_counts_less() -> None:
    (found,) = head_dates("ORLEN, May 2, 2031 (Coast Wire) - Gunmen attacked the depot.")

    assert (found.interval, found.basis, found.weight) == (MAY_2, DateBasis.DATELINE, 2.0)


def test_a_date_of_publishing_goes_before_one_of_a_change() -> None:
    text = "Depot attacked\nUpdated 3 May 2031 10:00\nPublished: 2 May 2031\n\nGunmen came."
    first, second = head_dates(text)

    assert (first.interval, first.modified) == (MAY_2, False)
    assert second.modified


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Gunmen attacked the depot on 2 May 2031, police said.",
        "One.\n\nTwo.\n\nThree.\n\nFour.\n\n2 May 2031",
    ],
    ids=["nothing", "in a sentence", "far below"],
)
def test_other_dates_are_not_those_of_the_text(text: str) -> None:
    assert head_dates(text) == ()
