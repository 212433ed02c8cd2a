"""Contrasts: a sentence holds its number against another."""

from dataclasses import replace
from decimal import Decimal

import pytest

from sayso.language.quantities import find_quantities
from sayso.story.figures.compare import compare
from sayso.story.figures.contrasts import contrasted
from sayso.story.figures.verdict import Verdict
from tests.story.figures.examples import figure


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Seven people were hurt, not four.", [4]),
        ("Seven people were hurt, not the 14 of whom the mayor spoke.", [14]),
        ("Seven people, rather than 1,200, were hurt.", [1200]),
        ("Seven people were hurt, not badly.", []),
        ("Seven people were hurt. Not four of them can walk.", []),
        ("Seven people were hurt, not 4 million.", []),
        ("Seven people were hurt.", []),
    ],
)
def test_the_number_denied_behind_a_figure_is_kept_with_it(text: str, numbers: list[int]) -> None:
    found = contrasted(find_quantities(text)[0], text)

    assert [one.best for one in found] == [Decimal(number) for number in numbers]


def test_a_later_count_that_denies_the_earlier_one_is_a_conflict() -> None:
    earlier = figure("4 people", 1, predicate="injured")
    later = figure("7 people", 2, predicate="injured", day="2031-03-05", who="A nurse")
    denying = replace(later, rivals=(earlier.number,))

    assert compare(earlier, later).verdict is Verdict.CHANGED
    assert compare(earlier, denying).verdict is Verdict.CONFLICT
