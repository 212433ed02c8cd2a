"""Days and bounds for people: never more exact than they are known."""

from datetime import date
from decimal import Decimal

import pytest

from sayso.dates import DayInterval
from sayso.export.labels import bounds, number, when
from sayso.language.analysis import Modifier, Quantity, QuantityKind
from sayso.text import Span


@pytest.mark.parametrize(
    ("interval", "label"),
    [
        (DayInterval.day(date(2022, 1, 22)), "2022-01-22"),
        (DayInterval.month(2022, 1), "2022-01"),
        (DayInterval.year(2022), "2022"),
        (DayInterval(date(2022, 1, 3), date(2022, 1, 9)), "2022-01-03 – 2022-01-09"),
        (DayInterval(None, date(2019, 9, 26)), "by 2019-09-26"),
        (DayInterval(date(2019, 9, 26), None), "from 2019-09-26"),
        (DayInterval(None, None), "undated"),
        (None, "undated"),
    ],
)
def test_a_date_is_written_as_precisely_as_it_is_known(
    interval: DayInterval | None, label: str
) -> None:
    assert when(interval) == label


def quantity(
    lo: int | None,
    hi: int | None,
    best: int | None = None,
    *,
    opened: bool = False,
    soft: bool = False,
) -> Quantity:
    return Quantity(
        span=Span(0, 1),
        number=Span(0, 1),
        best=None if best is None else Decimal(best),
        lo=None if lo is None else Decimal(lo),
        hi=None if hi is None else Decimal(hi),
        lo_open=opened,
        hi_open=opened,
        soft=soft,
        modifier=Modifier.EXACT,
        kind=QuantityKind.COUNT,
        rule="test",
    )


@pytest.mark.parametrize(
    ("found", "label"),
    [
        (quantity(40, 40, 40), "40"),
        (quantity(1500, None, 1500), "≥ 1,500"),
        (quantity(1500, None, 1500, opened=True), "> 1,500"),
        (quantity(None, 7000, 7000), "≤ 7,000"),
        (quantity(None, 7000, 7000, opened=True), "< 7,000"),
        (quantity(1000, 5000), "1,000–5,000"),
        (quantity(36, 44, 40, soft=True), "~40"),
        (quantity(20000, 99999, soft=True), "~20,000–99,999"),
        (quantity(None, None), "?"),
        (quantity(None, None, 3), "3"),
    ],
)
def test_bounds_say_which_side_is_open(found: Quantity, label: str) -> None:
    assert bounds(found) == label


def test_a_number_has_grouped_digits_and_no_needless_zeros() -> None:
    assert number(Decimal("1E+6")) == "1,000,000"
    assert number(Decimal("1234.50")) == "1,234.5"
