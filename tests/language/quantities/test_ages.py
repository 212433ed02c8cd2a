"""Bare numbers that are ages, and those that count."""

import pytest

from sayso.language.analysis import QuantityKind
from sayso.language.quantities import find_quantities


@pytest.mark.parametrize(
    "text",
    [
        "Ama Sule, 41, said so.",
        "“Ama”, 24, was on the bus.",
        "Her mother, 79, was not charged.",
        "The driver (34) was hurt.",
        "A man of 52 from Dorran was charged.",
        "A boy of nine was hurt.",
        "The painter died at 54.",
        "She was married in Dorran at 19.",
        "The song is for children under 12.",
        "He was at the age of 31.",
    ],
)
def test_an_age_is_told_by_the_words_beside_it(text: str) -> None:
    (found,) = find_quantities(text)

    assert (found.kind, found.unit) == (QuantityKind.AGE, "year of age")


@pytest.mark.parametrize(
    "text",
    [
        "The choir is for girls between ages 8 and 16.",
        "Boys between the ages of 8 and 16 sang.",
    ],
)
def test_two_ages_bound_one_range(text: str) -> None:
    (found,) = find_quantities(text)

    assert (found.kind, found.lo, found.hi) == (QuantityKind.AGE, 8, 16)


@pytest.mark.parametrize(
    "text",
    [
        "A crowd of 300 sang.",
        "The toll of dead stood at 54.",
        "She is a mother of three.",
        "The driver, father of five, slept.",
        "He put the number of guards who died in Marrow at 31.",
        "He put the guards killed in Marrow at 31.",
        "A list bears the ages of 14 guards.",
        "They shot at 12 boats.",
        "She died at 12 boats' distance.",
        "Her friends, 12, 13 and 14 of them, sang.",
        "Her daughter, 4, and 12 boats came.",
    ],
)
def test_other_numbers_are_no_ages(text: str) -> None:
    assert all(one.kind is not QuantityKind.AGE for one in find_quantities(text)[:1])
