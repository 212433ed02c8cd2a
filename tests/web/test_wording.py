"""What readers are shown instead of values of closed sets, kept names and bare units."""

from decimal import Decimal

import pytest

from sayso.case.figure_records import SeriesRow
from sayso.documents import Flag
from sayso.evidence.event import TimeAnchor
from sayso.export.labels import measured
from sayso.language.analysis import Modifier, Quantity, QuantityKind
from sayso.story.denials.denial import DenialReason
from sayso.story.figures.series import PartsStatus
from sayso.text import Span
from sayso.web.wording import anchor, denied, flag, linked, parts_status, quantity


@pytest.mark.parametrize(
    ("words", "unit", "shown"),
    [
        ("2", "metre", "2 metres"),
        ("1", "metre", "1 metre"),
        ("34", "year of age", "34 years of age"),
        ("90", "kilometre per hour", "90 kilometres per hour"),
        ("40", "percent", "40 percent"),
        ("5", "percentage point", "5 percentage points"),
        ("12", "USD", "12 USD"),
        ("7", "USD per night", "7 USD per night"),
        ("3", "per day", "3 per day"),
        ("6", "foot", "6 feet"),
        ("9", "", "9"),
    ],
)
def test_several_of_a_unit_are_written_as_several(words: str, unit: str, shown: str) -> None:
    value = Decimal(words)
    told = Quantity(
        span=Span(0, 1),
        number=Span(0, 1),
        best=value,
        lo=value,
        hi=value,
        lo_open=False,
        hi_open=False,
        soft=False,
        modifier=Modifier.EXACT,
        kind=QuantityKind.COUNT,
        rule="test",
        unit=unit or None,
    )

    assert measured(told) == shown


def test_a_document_named_by_its_id_is_a_link_and_nothing_else_is_markup() -> None:
    shown = linked("<b>d_enw731h9nm</b>, dated 2 April 2024, bed_enw731h9nm")

    assert shown == (
        '&lt;b&gt;<a class="id" href="/documents/d_enw731h9nm">d_enw731h9nm</a>&lt;/b&gt;, '
        "dated 2 April 2024, bed_enw731h9nm"
    )


def test_every_value_of_a_closed_set_has_words_of_its_own() -> None:
    assert all("_" not in denied(one) for one in DenialReason)
    assert all("_" not in anchor(one) for one in TimeAnchor)
    assert all("_" not in parts_status(one) for one in PartsStatus)
    assert flag(Flag.NEAR_DUPLICATE) == "near duplicate"
    assert flag(Flag.PAYWALL_STUB) == "paywall stub"


@pytest.mark.parametrize(
    ("counted", "place", "shown"),
    [
        ("foreign fighter", "varn valley", "killed: foreign fighter, Varn Valley"),
        (None, "Orlo", "killed: Orlo"),
        ("person", None, "killed: person"),
        (None, None, "killed"),
    ],
)
def test_a_quantity_is_written_with_whom_and_where(
    counted: str | None, place: str | None, shown: str
) -> None:
    row = SeriesRow(
        id="s_1",
        predicate="killed",
        head=None,
        place=place,
        accrual=None,
        figures=2,
        documents=2,
        conflicts=0,
        first=None,
        last=None,
        counted=counted,
    )

    assert quantity(row) == shown
