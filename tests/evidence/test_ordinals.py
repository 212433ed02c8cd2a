"""Ordinals: which one it is says how many there have been."""

from decimal import Decimal

import pytest

from sayso.evidence.ordinals import ordinal_counts
from sayso.language.analysis import Modifier
from sayso.text import Span
from tests.story.figures.readings import reading


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("She was the nineteenth victim of the fire.", 19),
        ("It is the 23rd confirmed death of the year.", 23),
        ("He became the forty-second known fatality.", 42),
        ("Divers found a third body in the river.", 3),
    ],
)
def test_an_ordinal_of_those_counted_is_a_running_total(text: str, value: int) -> None:
    (one,) = ordinal_counts(text, taken=())

    assert (one.best, one.lo, one.hi) == (Decimal(value), Decimal(value), None)
    assert one.modifier is Modifier.ORDINAL


@pytest.mark.parametrize(
    "text",
    [
        "The first victim was a nurse.",
        "The second floor gave way.",
        "He lives on 42nd street.",
        "The second body to read the plan was the council.",
        "A second body of inspectors came.",
    ],
)
def test_other_ordinals_count_nothing(text: str) -> None:
    assert ordinal_counts(text, taken=()) == ()


def test_a_number_that_is_read_already_is_no_ordinal() -> None:
    assert ordinal_counts("The 23rd death came.", taken=[Span(4, 14)]) == ()


def test_the_noun_says_what_befell_them() -> None:
    figures = reading("She was the third victim of the fire in Marrow.").evidence.figures

    assert [one.predicate for one in figures] == ["killed"]


@pytest.mark.parametrize(
    ("text", "predicates"),
    [
        ("It is the third case of cholera in Marrow.", ["infected"]),
        ("It is the third case against the mayor of Marrow.", []),
    ],
)
def test_cases_are_those_of_the_sick_where_a_disease_is_spoken_of(
    text: str, predicates: list[str]
) -> None:
    assert [one.predicate for one in reading(text).evidence.figures] == predicates
