"""By place: a text that counts the same in several countries."""

import pytest

from sayso.story.figures.by_place import told_by_place
from sayso.story.figures.compare import compare
from sayso.story.figures.kinds import shipped_kinds
from sayso.story.figures.verdict import Reason
from tests.story.figures.examples import figure

MATTER = ["world health organisation", "#flu"]


@pytest.mark.parametrize(
    ("places", "marked"),
    [
        (("Mexico", "Spain"), True),
        (("Oaxaca < Mexico", "Madrid < Spain"), True),
        (("Oaxaca < Mexico", "Puebla < Mexico"), False),
        (("Mexico", "Oaxaca < Mexico"), False),
        (("Mexico", "Marrow"), False),
    ],
)
def test_figures_of_two_countries_mark_all_of_their_class(
    places: tuple[str, str], *, marked: bool
) -> None:
    told = [figure("12 people", at, document="d", place=place) for at, place in enumerate(places)]
    found = told_by_place(
        [*told, figure("30 people", 2, document="d", place="")], table=shipped_kinds()
    )

    assert [one.scope.by_place for one in found] == [marked] * 3


def test_another_class_is_not_marked() -> None:
    told = [
        figure("12 people", 1, place="Mexico"),
        figure("9 people", 2, place="Spain"),
        figure("5 people", 3, predicate="injured", place=""),
    ]

    assert not told_by_place(told, table=shipped_kinds())[2].scope.by_place


def test_a_number_without_a_country_is_of_no_known_place() -> None:
    told = [
        figure("12 people", 1, place="Mexico", matter=MATTER),
        figure("9 people", 2, place="Spain", matter=MATTER),
        figure("40 people", 3, place="", matter=MATTER),
    ]
    mexico, spain, nowhere = told_by_place(told, table=shipped_kinds())

    assert compare(mexico, nowhere).reason is Reason.PLACE_UNKNOWN
    assert compare(mexico, spain).reason is Reason.OTHER_PLACE


def test_those_held_are_not_told_by_country() -> None:
    told = [
        figure("12 people", 1, predicate="held", place="Mexico"),
        figure("9 people", 2, predicate="held", place="Spain"),
    ]

    assert not any(one.scope.by_place for one in told_by_place(told, table=shipped_kinds()))
