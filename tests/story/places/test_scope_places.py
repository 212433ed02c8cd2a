"""Places as figures are compared by."""

from dataclasses import replace

from sayso.places import PlacedMention, PlaceKind
from sayso.story.figures.record import Place
from sayso.story.places.scope_places import label, parents, scope_place
from sayso.text import Span
from tests.case.builders import orlo, pier

NAMED = PlacedMention(span=Span(0, 4), name="Orlo", place=orlo(), score=0.9, rule="test")


def test_a_town_is_called_with_its_area_and_country() -> None:
    assert scope_place(NAMED) == Place(
        name="Orlo, Lower Velm, Velm", parents=("Lower Velm (area), Velm", "Velm")
    )


def test_an_area_is_another_place_than_the_town_of_its_name() -> None:
    area = replace(orlo(), name="Lower Velm", kind=PlaceKind.AREA)

    assert label(area) == "Lower Velm (area), Velm"
    assert parents(area) == ("Velm",)
    assert label(replace(area, kind=PlaceKind.COUNTRY, name="Velm")) == "Velm"
    assert parents(replace(area, kind=PlaceKind.COUNTRY)) == ()


def test_a_site_is_called_the_same_however_it_is_spelled_and_lies_in_its_town() -> None:
    assert label(pier()) == label(replace(pier(), name="The Pier of Orlo"))
    assert parents(pier()) == ("Orlo, Lower Velm, Velm", "Lower Velm (area), Velm", "Velm")


def test_a_part_of_a_place_is_a_place_of_its_own_of_which_nothing_is_known() -> None:
    assert scope_place(replace(NAMED, part="northern")) == Place(
        name="northern Orlo, Lower Velm, Velm"
    )


def test_what_the_text_does_not_settle_is_no_place() -> None:
    assert scope_place(replace(NAMED, score=0.5)) is None
    assert scope_place(replace(NAMED, people=True)) is None
    assert scope_place(replace(NAMED, place=None)) is None
