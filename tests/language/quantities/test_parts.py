"""Parts of a whole are linked where one sentence says so."""

import pytest

from sayso.language.analysis import Modifier
from sayso.language.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("12 of the 40 boats sank.", 0, 1),
        ("12 of 40 boats sank.", 0, 1),
        ("Some 1,200 of the 1,500 boats sank.", 0, 1),
        ("63 boats were found by guards out of a total of 150 that left.", 0, 1),
        ("40 people, including 12 children, left.", 1, 0),
        ("40 people left, 12 of them children.", 1, 0),
        ("40 people left, among them 12 children.", 1, 0),
        ("40 people, 12 of whom were hurt, left.", 1, 0),
    ],
)
def test_a_part_knows_its_whole(text: str, part: int, whole: int) -> None:
    quantities = find_quantities(text)

    assert quantities[part].whole == whole
    assert quantities[whole].whole is None
    assert quantities[whole].modifier is not Modifier.PART_OF


def test_an_exact_part_is_of_its_own_class_and_a_hedged_one_keeps_its_hedge() -> None:
    exact = find_quantities("12 of the 40 boats sank.")[0]
    hedged = find_quantities("At least 12 of the 40 boats sank.")[0]

    assert exact.modifier is Modifier.PART_OF
    assert hedged.modifier is Modifier.AT_LEAST


def test_a_part_counts_what_its_whole_counts() -> None:
    text = "12 of the 40 boats sank."
    part = find_quantities(text)[0]

    assert part.counted_head is not None
    assert part.counted_head.text_in(text) == "boats"


def test_a_bare_whole_counts_what_its_part_counts() -> None:
    text = "63 boats were found out of a total of 150."
    whole = find_quantities(text)[1]

    assert whole.counted_head is not None
    assert whole.counted_head.text_in(text) == "boats"


def test_a_list_of_parts_goes_on() -> None:
    people, children, women = find_quantities("40 people, including 12 children and 9 women, left.")

    assert (people.whole, children.whole, women.whole) == (None, 0, 0)


@pytest.mark.parametrize(
    "text",
    [
        "40 of the 12 boats sank.",
        "40 people left. Including 12 children, it was a crowd.",
        "12 people, including 40 children, left.",
        "They ran out of 12 boats.",
        "12 percent of the 40 boats sank.",
        "12 boats and 40 trucks left.",
    ],
)
def test_what_cannot_be_a_part_is_none(text: str) -> None:
    assert all(quantity.whole is None for quantity in find_quantities(text))
