"""Where and when a figure holds, by what stands beside it."""

import pytest

from tests.story.figures.readings import reading


def test_the_place_of_a_figure_is_the_one_a_preposition_ties_to_it() -> None:
    made = reading("Orlen mourns. The blast killed 12 people in the town of Marrow.")
    (figure,) = made.evidence.figures

    assert figure.place is not None
    assert made.document.quote(figure.place) == "Marrow"


def test_a_name_without_a_preposition_places_nothing() -> None:
    (figure,) = reading("Marrow buried 12 people who were killed.").evidence.figures

    assert figure.place is None


def test_the_place_told_just_before_is_only_the_setting() -> None:
    made = reading("A dam burst in Marrow. It killed 12 people.")
    (figure,) = made.evidence.figures

    assert figure.place is None
    assert figure.setting is not None
    assert made.document.quote(figure.setting) == "Marrow"


def test_the_time_of_a_figure_is_the_nearest_of_its_sentence() -> None:
    made = reading("On 2 March 2031 the blast killed 12 people.")
    (figure,) = made.evidence.figures

    assert figure.time is not None
    assert made.document.quote(figure.time) == "2 March 2031"
    assert str(figure.as_of.lo) == "2031-03-02"  # type: ignore[union-attr]


def test_a_time_since_which_is_counted_is_not_the_time_of_the_count() -> None:
    (figure,) = reading("The fever has killed 12 people since 2 March 2031.").evidence.figures

    assert figure.time is None


def test_a_part_shares_what_is_said_of_its_whole() -> None:
    made = reading("In Marrow 63 prisoners sang out of a total of 150.")
    part, whole = made.evidence.figures

    assert part.part_of == whole.id
    assert (part.predicate, part.predicate_span) == ("held", whole.predicate_span)


def test_the_inmost_of_two_places_is_where_a_figure_holds() -> None:
    made = reading("There 12 people are held at one site, Dorran in Marrow.")
    (figure,) = (one for one in made.evidence.figures if one.quantity.best == 12)

    assert figure.place is not None
    assert made.document.quote(figure.place) == "Dorran"


def test_a_noun_takes_up_the_place_named_before() -> None:
    made = reading("Troops reached Dorran at dawn.\n\nOver 12 families were held in the camp.")
    (figure,) = made.evidence.figures

    assert figure.place is not None
    assert made.document.quote(figure.place) == "Dorran"


def test_a_place_told_aside_is_not_that_of_the_figure() -> None:
    (figure,) = reading("The blast killed 12 people, including those from Dorran.").evidence.figures

    assert figure.place is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("There 12 people are held at the Dorran remand centre in Marrow.", "Dorran"),
        ("There 12 people are held at the Dorran dam in Marrow.", "Dorran"),
        ("There 12 people of the Dorran choir in Marrow are held.", "Marrow"),
    ],
)
def test_a_site_that_bears_a_name_lies_in_the_place_behind_it(text: str, place: str) -> None:
    made = reading(text)
    (figure,) = (one for one in made.evidence.figures if one.quantity.best == 12)

    assert figure.place is not None
    assert made.document.quote(figure.place) == place


@pytest.mark.parametrize(
    "text",
    [
        "Fever spreads. Marrow has confirmed 12 deaths, the ministry said.",
        "Fever spreads. Marrow reported 12 deaths.",
        "Fever spreads; Marrow, a port on the lake, has lost 12 people.",
        "Fever spreads. Marrow's outbreak killed 12 people.",
    ],
)
def test_what_a_place_has_or_loses_is_counted_there(text: str) -> None:
    made = reading(text)
    (figure,) = made.evidence.figures

    assert figure.place is not None
    assert made.document.quote(figure.place) == "Marrow"


@pytest.mark.parametrize(
    "text",
    [
        "Fever spreads. Marrow has sent 12 doctors abroad.",
        "Fever spreads. Marrow slept; 12 people died.",
        "Fever spreads. Marrow was told that 12 people died.",
    ],
)
def test_what_a_place_sends_or_is_told_is_not_counted_there(text: str) -> None:
    (figure,) = reading(text).evidence.figures

    assert figure.place is None


def test_a_number_of_the_whole_is_not_placed_in_the_part_told_before() -> None:
    made = reading("In Marrow 12 huts burnt; in the whole valley the mayor counted 40 huts.")
    part, whole = made.evidence.figures

    assert part.place is not None
    assert (whole.place, whole.setting) == (None, None)
