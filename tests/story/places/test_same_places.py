"""Sites that a text calls one."""

from sayso.places import Location, Place, PlacedMention, PlaceKind
from sayso.story.places.same_places import find_same_places
from sayso.text import Span


def placed(text: str, name: str) -> PlacedMention:
    span = Span(text.index(name), text.index(name) + len(name))
    key = f"site:{name.split(maxsplit=1)[0].lower()}:prison@?"
    place = Place(key=key, name=name, kind=PlaceKind.SITE, point=None, location=Location.NONE)
    return PlacedMention(span=span, name=name, place=place, score=1.0, rule="test")


def test_a_text_may_say_that_two_names_mean_one_site() -> None:
    text = "They held Brannok prison, also known as Sell prison, for a day."

    (same,) = find_same_places(text, [placed(text, "Brannok prison"), placed(text, "Sell prison")])

    assert (same.left.name, same.right.name) == ("Brannok prison", "Sell prison")
    assert same.wording.text_in(text) == ", also known as "
    assert same.rule == "stated.known_as"


def test_two_names_side_by_side_are_two_sites() -> None:
    text = "They held Brannok prison and Sell prison."

    assert not list(
        find_same_places(text, [placed(text, "Brannok prison"), placed(text, "Sell prison")])
    )
