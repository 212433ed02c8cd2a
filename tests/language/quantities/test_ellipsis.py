"""A bare number takes the measure of the number that it is compared with."""

from decimal import Decimal

import pytest

from sayso.language.analysis import QuantityKind
from sayso.language.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "kind", "unit", "best"),
    [
        ("The stay was cut to 12 months from 18.", "duration", "month", 18),
        ("Support fell to 15 percent, down from 55.", "percent", "percent", 55),
        ("It lasted two years, not three.", "duration", "year", 3),
        ("They asked for 1.5 million euros and got 400,000.", "money", "EUR", 400_000),
        ("He earned $4 million. She had one million more.", "money", "USD", 1_000_000),
        (
            "It earned $4 million. It has two mills. It paid a fine of 25 million.",
            "money",
            "USD",
            25_000_000,
        ),
        ("The mill earned $4 million; two banks expected 3 million.", "money", "USD", 3_000_000),
        ("The share paid 30 cents a share from 45.", "rate", "cent per share", 45),
        ("It grew to 300 kilometres, up from 120.", "distance", "kilometre", 120),
    ],
)
def test_a_bare_number_takes_the_measure_of_the_one_before(
    text: str, kind: str, unit: str, best: int
) -> None:
    last = find_quantities(text)[-1]

    assert (last.kind, last.unit, last.best) == (QuantityKind(kind), unit, Decimal(best))


def test_numbers_with_a_hyphen_at_their_ends_share_the_noun_of_the_last() -> None:
    text = "It sells two-, three- and four-horse carts and five saddles."

    heads = [one.counted_head and one.counted_head.text_in(text) for one in find_quantities(text)]

    assert heads == ["horse", "horse", "horse", "saddles"]


def test_a_hyphen_before_another_clause_shares_no_noun() -> None:
    text = "They saw two- they say, four-horse carts."

    assert find_quantities(text)[0].counted is None


@pytest.mark.parametrize(
    "text",
    [
        "After 12 months 18 were freed.",
        "The storm lasted 3 hours and 12 were hurt.",
        "Shares rose 3 percent to 120.",
        "The index rose 3 percent from 120.",
        "It cost $4 million. It has 300 rooms.",
        "After two hours, not 40 boats came.",
        "It lasted two years. From 40 it grew.",
        "They paid $40, and 12 left.",
        "They paid a fine of 25 million.",
        "They paid $4 million to 2 million people, later 3 million.",
    ],
)
def test_a_number_that_counts_keeps_its_kind(text: str) -> None:
    assert find_quantities(text)[-1].kind is QuantityKind.COUNT


def test_a_round_sum_of_money_is_bounded_like_money() -> None:
    last = find_quantities("They asked for $1.5 million and got 400,000.")[-1]

    assert last.lo is not None
    assert last.hi is not None
    assert last.lo <= Decimal(400_000) <= last.hi
