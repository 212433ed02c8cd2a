"""Conversions: one amount told in two units."""

import pytest

from sayso.pipeline.relate_figures import comparable_figures, relate_counted
from sayso.story.figures.index import FigureIndex
from sayso.story.figures.verdict import Reason
from tests.story.figures.readings import reading


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The dam cost 18 million euros ($21 million).", 1),
        ("The dam cost 18 million euros, or about $21 million.", 1),
        ("They found 40 kilograms (88 pounds) of amber.", 1),
        ("The dam cost 18 million euros and the mill $21 million.", 0),
        ("The dam cost 18 million euros, $21 million less than the mill.", 0),
        ("They found 40 kilograms ($88,000) of amber.", 0),
        ("The fare is $12 ($14 at night).", 0),
    ],
)
def test_an_amount_in_another_unit_is_the_same(text: str, number: int) -> None:
    relations = relate_counted(comparable_figures(reading(text)), FigureIndex())

    assert sum(one.reason is Reason.CONVERTED for one in relations) == number
