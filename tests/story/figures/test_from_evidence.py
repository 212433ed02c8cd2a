"""Counted figures from sentences: rates, and the place that speaks."""

import pytest

from sayso.language.analysis import Modifier
from sayso.pipeline.relate_figures import comparable_figures
from tests.story.figures.readings import reading


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("The fever killed 400 people in an average year.", True),
        ("The fever kills 400 people annually.", True),
        ("The storm killed 400 people a day after the dam broke.", False),
        ("The storm killed 400 people in one day.", False),
    ],
)
def test_so_many_a_year_are_a_rate(text: str, *, rate: bool) -> None:
    (one,) = comparable_figures(reading(text))

    assert (one.number.modifier is Modifier.RATE) is rate


@pytest.mark.parametrize(
    ("text", "place", "stated"),
    [
        ("“48 people were infected,” said Orlen.", "orlen", True),
        ("“48 people were killed,” said Orlen.", "orlen", False),
        ("“48 people were infected in Marrow,” said Orlen.", "marrow", True),
        ("“48 people were infected,” the mayor said.", None, False),
    ],
)
def test_who_speaks_by_the_name_of_a_place_speaks_of_its_own_sick(
    text: str, place: str | None, *, stated: bool
) -> None:
    (one,) = comparable_figures(reading(text))

    assert (one.scope.place and one.scope.place.key, one.scope.place_stated) == (place, stated)
