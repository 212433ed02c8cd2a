"""Dates in fields: every form that machines and editors write."""

from datetime import date

import pytest

from sayso.dates import DayInterval
from sayso.documents.document import DateBasis
from sayso.documents.field_dates import field_candidate, read_field_date
from sayso.text import Span

FIFTH = DayInterval.day(date(2021, 3, 5))


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("2021-03-05", "iso"),
        ("2021-03-05T23:30:00-08:00", "iso"),
        ("2021-03-05 10:00:00", "iso"),
        ("20210305", "iso"),
        ("20210305T101500Z", "iso"),
        ("D:20210305120000+01'00'", "iso"),
        ("1614945600", "epoch"),
        ("1614945600123", "epoch"),
        ("1614945600.0", "epoch"),
        ("Fri, 05 Mar 2021 10:00:00 GMT", "mail"),
        ("5 March 2021", "written"),
        (" March 5, 2021 10:15 am ", "written"),
        ("2021/03/05 10:11", "written"),
    ],
)
def test_a_day_is_read_from_any_form(written: str, form: str) -> None:
    found = read_field_date(written)

    assert found is not None
    assert (found.interval, found.form, found.alternatives) == (FIFTH, form, ())


def test_a_month_stays_a_month_and_a_year_a_year() -> None:
    month, year = read_field_date("2021-03"), read_field_date("2021")

    assert month is not None
    assert year is not None
    assert month == read_field_date("D:202103")
    assert month.interval == DayInterval.month(2021, 3)
    assert year.interval == DayInterval.year(2021)


def test_a_day_and_month_that_can_be_swapped_keep_both_readings() -> None:
    found = read_field_date("03/04/2021")

    assert found is not None
    assert {found.interval, *found.alternatives} == {
        DayInterval.day(date(2021, 4, 3)),
        DayInterval.day(date(2021, 3, 4)),
    }


@pytest.mark.parametrize(
    "written",
    ["", "yesterday", "2021-13-45", "99999999", "5 March", "5 March 2021 or 7 March 2021", "0000-01-01"],
)  # fmt: skip
def test_what_names_no_one_day_gives_nothing(written: str) -> None:
    assert read_field_date(written) is None
    assert field_candidate(written, (Span(0, 1),), rule="field:date", weight=3.5) is None


def test_a_day_that_no_month_has_is_not_read_as_a_day() -> None:
    found = read_field_date("Fri, 45 Mar 2021 10:00:00 GMT")

    assert found is not None
    assert found.interval == DayInterval.month(2021, 3)


def test_a_candidate_keeps_its_characters_and_its_form() -> None:
    candidate = field_candidate(
        " 2021-03-05", (Span(4, 14),), rule="field:updated", weight=1.0, modified=True
    )

    assert candidate is not None
    assert (candidate.interval, candidate.basis) == (FIFTH, DateBasis.METADATA)
    assert (candidate.written, candidate.rule) == ("2021-03-05", "field:updated:iso")
    assert (candidate.modified, candidate.original_spans) == (True, (Span(4, 14),))
