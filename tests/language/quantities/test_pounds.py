"""Pounds are weight where they weigh, and money elsewhere."""

import pytest

from sayso.language.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("They brought 6,700 pounds of hay.", "pound-mass"),
        ("Police found 40 pounds of pure cocaine.", "pound-mass"),
        ("Each carried 10 kilograms (22 pounds) of rice.", "pound-mass"),
        ("It was a 40-pound sack.", "pound-mass"),
        ("The calf weighs 90 pounds.", "pound-mass"),
        ("They got 40 pounds of aid.", "pound"),
        ("He paid 300 pounds for the boat.", "pound"),
        ("It cost 40 million pounds.", "pound"),
    ],
)
def test_the_words_beside_pounds_tell_what_they_are(text: str, unit: str) -> None:
    assert find_quantities(text)[-1].unit == unit


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They were bought at a cost of # 1m in May.", ["GBP"]),  # as corpora write the sign
        ("It was sold for # 12,500 on Friday.", ["GBP"]),
        ("The #1 song was sold.", []),
        ("Room # 12 held 40 people.", [None]),
    ],
)
def test_a_number_sign_apart_from_its_number_is_that_of_pounds(
    text: str, found: list[str | None]
) -> None:
    assert [one.unit for one in find_quantities(text)] == found
