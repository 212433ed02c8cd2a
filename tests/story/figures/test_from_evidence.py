"""Counted figures from sentences: rates, and the place that speaks."""

import pytest

from sayso.language.analysis import Modifier
from sayso.pipeline.relate_figures import comparable_figures
from sayso.story.figures.compare import compare
from sayso.story.figures.verdict import Reason
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
        ("“48 people were infected,” said a doctor in Orlen.", None, False),
    ],
)
def test_who_speaks_by_the_name_of_a_place_speaks_of_its_own_sick(
    text: str, place: str | None, *, stated: bool
) -> None:
    (one,) = comparable_figures(reading(text))

    assert (one.scope.place and one.scope.place.key, one.scope.place_stated) == (place, stated)


def test_a_number_that_a_total_came_down_from_was_counted_before() -> None:
    now, then = comparable_figures(
        reading("The fire killed 100 people, down from 176 people killed.")
    )

    assert (then.scope.as_of_stated, then.scope.as_of and str(then.scope.as_of.hi)) == (
        True,
        "2031-03-03",
    )
    assert compare(now, then).reason is Reason.DOWNWARD_REVISION


def test_without_a_day_of_the_text_what_came_before_has_none() -> None:
    text = "The fire killed 100 people, down from 176 people killed."
    _, then = comparable_figures(reading(text, day=None))

    assert not then.scope.as_of_stated


def test_who_is_counted_does_not_count() -> None:
    (one,) = comparable_figures(reading("“48 people were infected,” said 12 doctors."))[:1]

    assert one.voice.claimant is None


def test_a_number_of_others_is_no_number_of_all() -> None:
    made = comparable_figures(reading("The fire killed 40 other unknown people."))

    assert [one.counted.restrictors >= {"other"} for one in made] == [True]


@pytest.mark.parametrize(
    ("text", "wide"),
    [
        ("In Marrow doctors said the H1N1 fever killed 898 people in 18 countries.", True),
        ("In Marrow the fever killed 898 people around the world.", True),
        ("In Marrow the fever killed 898 people. Other countries closed schools.", False),
    ],
)
def test_a_number_of_the_whole_world_is_of_no_one_place(text: str, *, wide: bool) -> None:
    one = comparable_figures(reading(text))[0]

    assert (one.scope.by_place, one.scope.place is None) == (wide, wide)
