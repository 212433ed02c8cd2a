"""Two sentences that differ in numbers alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.story.inference.frames import Outcome, infer_in_frame


@pytest.mark.parametrize(
    ("premise", "hypothesis", "outcome"),
    [
        ("Orla keeps 7 goats", "Orla keeps more than 3 goats", Outcome.ENTAILED),
        ("Orla keeps 7 goats", "Orla keeps more than 7 goats", Outcome.CONTRADICTED),
        ("Orla keeps 7 goats", "Orla keeps 9 goats", Outcome.CONTRADICTED),
        ("Orla keeps more than 7 goats", "Orla keeps 9 goats", Outcome.OPEN),
        ("Orla keeps seven goats", "Orla keeps 7 goats", Outcome.ENTAILED),
        ("Orla keeps less than 7 goats", "Orla keeps less than 9 goats", Outcome.ENTAILED),
        ("He drives 60 miles at 40 mph", "He drives 60 miles at 30 mph", Outcome.CONTRADICTED),
        ("Orla keeps more than 7 goats", "Orla keeps at least 5 goats", Outcome.ENTAILED),
        ("Orla keeps at least 7 goats", "Orla keeps about 5 goats", Outcome.CONTRADICTED),
        ("Half a day, 4 men", "Half a day, less than 9 men", Outcome.ENTAILED),
    ],
)
def test_numbers_decide_where_the_words_are_equal(
    premise: str, hypothesis: str, outcome: Outcome
) -> None:
    assert infer_in_frame(premise, hypothesis) is outcome


def test_a_bound_that_both_share_is_left_out_where_one_has_another_inside() -> None:
    found = infer_in_frame("It takes exactly 40 hours", "It takes exactly more than 30 hours")

    assert found is Outcome.ENTAILED


def test_a_named_maximum_is_one_number_and_no_bound() -> None:
    found = infer_in_frame("She works a maximum of 40 hours", "She works a maximum of 30 hours")

    assert found is Outcome.CONTRADICTED


@pytest.mark.parametrize(
    ("premise", "hypothesis"),
    [
        ("Orla keeps 7 goats", "Orla keeps 7 sheep"),
        ("Orla keeps goats", "Orla keeps goats"),
        ("A tank 1/4 full", "A tank 1/3 full"),
        ("Orla keeps 7 goats and 2 dogs", "Orla keeps 7 goats"),
    ],
)
def test_other_words_are_another_frame(premise: str, hypothesis: str) -> None:
    assert infer_in_frame(premise, hypothesis) is None


def test_a_line_break_is_no_word() -> None:
    assert infer_in_frame("Shop Z: 60 Tax: 4", "Shop Z: 60\nTax: 4") is Outcome.ENTAILED


@given(st.integers(min_value=2, max_value=900), st.integers(min_value=2, max_value=900))
def test_a_bare_number_says_the_same_only_as_itself(one: int, other: int) -> None:
    found = infer_in_frame(f"They sank {one} boats", f"They sank {other} boats")

    assert found is (Outcome.ENTAILED if one == other else Outcome.CONTRADICTED)
