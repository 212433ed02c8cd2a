"""Days and bounds for people: never more exact than they are known."""

from datetime import date
from decimal import Decimal

import pytest

from sayso.dates import DayInterval
from sayso.evidence.claim import Force, Polarity
from sayso.evidence.figure import Figure, Modality
from sayso.export.labels import befallen, bounds, number, stance, when
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
    modifier: Modifier, lo: int | None, hi: int | None, best: int | None = None
) -> Quantity:
    return Quantity(
        span=Span(0, 1),
        number=Span(0, 1),
        best=None if best is None else Decimal(best),
        lo=None if lo is None else Decimal(lo),
        hi=None if hi is None else Decimal(hi),
        lo_open=modifier is Modifier.MORE_THAN,
        hi_open=modifier is Modifier.FEWER_THAN,
        soft=False,
        modifier=modifier,
        kind=QuantityKind.COUNT,
        rule="test",
    )


@pytest.mark.parametrize(
    ("found", "label"),
    [
        (quantity(Modifier.EXACT, 40, 40, 40), "40"),
        (quantity(Modifier.EXACT, 14500, 15500, 15000), "15,000"),
        (quantity(Modifier.PART_OF, 6, 6, 6), "6"),
        (quantity(Modifier.INCREMENT, 0, 50, 50), "≤ 50"),
        (quantity(Modifier.INCREMENT, 12, 12, 12), "12"),
        (quantity(Modifier.ABOUT, 36, 44, 40), "~40"),
        (quantity(Modifier.AT_LEAST, 1500, None, 1500), "≥ 1,500"),
        (quantity(Modifier.MORE_THAN, 1500, None, 1500), "> 1,500"),
        (quantity(Modifier.MORE_THAN, 100, 110, 100), "100–110"),
        (quantity(Modifier.AT_MOST, None, 7000, 7000), "≤ 7,000"),
        (quantity(Modifier.UP_TO, 0, 7000, 7000), "≤ 7,000"),
        (quantity(Modifier.FEWER_THAN, None, 7000, 7000), "< 7,000"),
        (quantity(Modifier.BETWEEN, 1000, 5000), "1,000–5,000"),
        (quantity(Modifier.VAGUE, 20000, 99999), "~20,000–99,999"),
        (quantity(Modifier.VAGUE, None, None), "?"),
    ],
)
def test_bounds_say_which_side_is_open(found: Quantity, label: str) -> None:
    assert bounds(found) == label


def test_a_number_has_grouped_digits_and_no_needless_zeros() -> None:
    assert number(Decimal("1E+6")) == "1,000,000"
    assert number(Decimal("1234.50")) == "1,234.5"


@pytest.mark.parametrize(
    ("predicate", "modality", "label"),
    [
        ("killed", Modality.ASSERTED, "killed"),
        ("killed", None, "killed"),
        ("transferred", Modality.PLANNED, "transferred (planned)"),
        (None, Modality.FORECAST, ""),
    ],
)
def test_what_befell_the_counted_says_if_it_is_no_fact(
    predicate: str | None, modality: Modality | None, label: str
) -> None:
    found = Figure(
        id="f_1",
        quantity=quantity(Modifier.EXACT, 40, 40, 40),
        predicate=predicate,
        modality=modality,
    )

    assert befallen(found) == label


def test_a_source_that_did_not_say_it_is_told_from_one_that_denied_it() -> None:
    assert stance(Force.ASSERT, Polarity.POSITIVE) == "assert"
    assert stance(Force.DENY, Polarity.NEGATIVE) == "deny"
    assert stance(None, Polarity.NEGATIVE) == "negated"
    assert stance(None, None) == ""
