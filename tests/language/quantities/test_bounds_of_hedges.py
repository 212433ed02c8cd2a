"""The table of modifiers: which interval and which class each way of hedging gives."""

from decimal import Decimal

import pytest

from sayso.language.analysis import Modifier, Quantity, QuantityKind
from sayso.language.quantities import find_quantities
from sayso.language.quantities.bounds import Bounds, Shape, hedged, plain


def only(text: str) -> Quantity:
    (quantity,) = find_quantities(text)
    return quantity


def interval(quantity: Quantity) -> str:
    """Write bounds as in mathematics, with a tilde for soft ones: ``(100, 110]``, ``[54, 66]~``."""
    left = "(" if quantity.lo_open else "["
    right = ")" if quantity.hi_open else "]"
    lo = "-inf" if quantity.lo is None else f"{quantity.lo}"
    hi = "inf" if quantity.hi is None else f"{quantity.hi}"
    return f"{left}{lo}, {hi}{right}{'~' if quantity.soft else ''}"


@pytest.mark.parametrize(
    ("text", "expected", "modifier"),
    [
        ("81 boats sank", "[81, 81]", Modifier.EXACT),
        ("1,510 boats sank", "[1510, 1510]", Modifier.EXACT),
        ("1,500 boats sank", "[1450, 1550]~", Modifier.EXACT),
        ("40,000 boats sank", "[35000, 45000]~", Modifier.EXACT),
        ("exactly 1,500 boats sank", "[1500, 1500]", Modifier.EXACT),
        ("about 12,000 boats", "[10800, 13200]~", Modifier.ABOUT),
        ("an estimated 50 boats", "[45, 55]~", Modifier.ABOUT),
        ("~ 7 boats", "[6.3, 7.7]~", Modifier.ABOUT),
        ("around 4,000 boats", "[3500, 4500]~", Modifier.ABOUT),
        ("nearly 40 boats", "[36, 40)~", Modifier.ABOUT),
        ("close to 40 boats", "[36, 40)~", Modifier.ABOUT),
        ("more than 40 boats", "(40, inf]", Modifier.MORE_THAN),
        ("losses exceeding 40 boats", "(40, inf]", Modifier.MORE_THAN),
        ("a little over 200 boats", "(200, 220]", Modifier.MORE_THAN),
        ("at least 1,200 boats", "[1200, inf]", Modifier.AT_LEAST),
        ("no fewer than 40 boats", "[40, inf]", Modifier.AT_LEAST),
        ("40 or more boats", "[40, inf]", Modifier.AT_LEAST),
        ("1,200-plus boats", "[1200, inf]", Modifier.AT_LEAST),
        ("60+ boats", "[60, inf]", Modifier.AT_LEAST),
        ("fewer than 40 boats", "[0, 40)", Modifier.FEWER_THAN),
        ("just under 40 boats", "[36, 40)", Modifier.FEWER_THAN),
        ("at most 40 boats", "[0, 40]", Modifier.AT_MOST),
        ("40 boats or fewer", "[0, 40]", Modifier.AT_MOST),
        ("up to 6,000 boats", "[0, 6000]~", Modifier.UP_TO),
        ("as many as 40 boats", "[0, 40]~", Modifier.AS_MANY_AS),
        ("between 2,000 and 6,000 boats", "[2000, 6000]", Modifier.BETWEEN),
        ("some 40-50 boats", "[40, 50]~", Modifier.BETWEEN),
        ("at least 40 to 50 boats", "[40, inf]", Modifier.AT_LEAST),
        ("up to 40 to 50 boats", "[0, 50]~", Modifier.UP_TO),
        ("dozens of boats", "[12, 120)~", Modifier.VAGUE),
        ("at least several hundred boats", "[300, inf]", Modifier.AT_LEAST),
        ("more than a dozen boats", "(12, inf]", Modifier.MORE_THAN),
        ("another 12 boats", "[12, 12]", Modifier.INCREMENT),
        ("at least another 12 boats", "[12, inf]", Modifier.INCREMENT),
        ("12 more boats", "[12, 12]", Modifier.INCREMENT),
        ("dozens more boats", "[12, 120)~", Modifier.INCREMENT),
        ("100 or so boats", "[50, 150]~", Modifier.ABOUT),
        ("100 percent", "[100, 100]", Modifier.EXACT),
        ("more than 40 percent", "(40, inf]", Modifier.MORE_THAN),
        ("below 5 degrees", "[-inf, 5)", Modifier.FEWER_THAN),
    ],
)
def test_a_hedge_gives_its_interval(text: str, expected: str, modifier: Modifier) -> None:
    quantity = only(text)

    assert (interval(quantity), quantity.modifier) == (expected, modifier)


def test_the_phrase_holds_the_hedge_and_the_number_stands_alone() -> None:
    text = "Officials spoke of at least some 1,200 boats."
    quantity = only(text)

    assert quantity.span.text_in(text) == "at least some 1,200"
    assert quantity.number.text_in(text) == "1,200"
    assert quantity.modifier_span is not None
    assert quantity.modifier_span.text_in(text) == "at least"
    assert quantity.best == 1200


def test_a_range_and_a_vague_word_have_no_best_number() -> None:
    assert only("12 to 15 boats").best is None
    assert only("hundreds of boats").best is None


def test_an_upper_bound_that_may_be_reached_keeps_its_number() -> None:
    assert only("up to 6,000 boats").best == 6000


@pytest.mark.parametrize(
    ("text", "modifier"),
    [
        ("The losses add up to 40 boats.", Modifier.EXACT),
        ("They waited around the 40 boats.", Modifier.EXACT),
        ("12 more than last year came.", Modifier.EXACT),
        ("40 boats, or so they say, left.", Modifier.EXACT),
        ("The talks went on over two days.", Modifier.EXACT),
        ("The talks went on for over two days.", Modifier.MORE_THAN),
        ("The fleet ticked up to 44.", Modifier.EXACT),
        ("He counted 40 boats, at least 30 trucks.", Modifier.EXACT),
    ],
)
def test_words_that_only_look_like_a_hedge_are_none(text: str, modifier: Modifier) -> None:
    assert find_quantities(text)[0].modifier is modifier


def test_a_number_in_another_unit_shares_the_hedge() -> None:
    miles, kilometres = find_quantities("The wall ran for some 7 miles (11 km) inland.")

    assert (miles.modifier, kilometres.modifier) == (Modifier.ABOUT, Modifier.ABOUT)
    assert interval(kilometres) == "[9.9, 12.1]~"


def test_bounds_of_nothing_and_below_nothing_stay_honest() -> None:
    count = QuantityKind.COUNT
    zero = Decimal(0)

    assert plain(zero, count) == Bounds(lo=zero, hi=zero)
    assert hedged(plain(zero, count), Shape.NEARLY, zero, count).soft
    assert hedged(plain(zero, count), Shape.LITTLE_OVER, zero, count).soft
    assert hedged(plain(zero, count), Shape.FEWER_THAN, zero, count).lo is None
