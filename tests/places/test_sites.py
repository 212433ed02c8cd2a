import pytest

from sayso.places import tables
from sayso.places.place import Location, Place, PlaceKind, Point
from sayso.places.sites import read_site, site_place
from sayso.text import Span

TOWN = Place(
    key="geonames:24",
    name="Ellery",
    kind=PlaceKind.TOWN,
    point=Point(latitude=31.0, longitude=42.0),
    location=Location.GAZETTEER,
    country="SY",
    area="Tesmar",
)


def read(text: str, name: str) -> tuple[str, str, str] | None:
    start = text.index(name)
    site = read_site(text, Span(start, start + len(name)))
    return (site.name, site.proper, site.sort) if site else None


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("They fled Ellery Prison.", "Ellery Prison", ("Ellery Prison", "Ellery", "prison")),
        ("They fled the Ellery camp.", "Ellery", ("Ellery camp", "Ellery", "camp")),
        ("An Ellery air base burned.", "Ellery", ("Ellery air base", "Ellery", "base")),
        (
            "They sit in prisons, the oldest of which are Ellery and Osk.",
            "Osk",
            ("Osk prison", "Osk", "prison"),
        ),
        (
            "They sit in camps such as Ellery, Osk and Lakor.",
            "Ellery",
            ("Ellery camp", "Ellery", "camp"),
        ),
        (
            "It hit the Ellery International Airport.",
            "the Ellery International Airport",
            ("Ellery International Airport", "Ellery", "transport"),
        ),
    ],
)
def test_a_head_noun_makes_a_site(text: str, name: str, expected: tuple[str, str, str]) -> None:
    assert read(text, name) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They fled Ellery.", "Ellery"),
        ("They fled Ellery and its prison.", "Ellery"),
        ("Ellery campaigned for years.", "Ellery"),
        ("Prisons are full. They fled Ellery.", "Ellery"),
        ("The prison in Ellery burned.", "Ellery"),
    ],
)
def test_a_town_is_no_site(text: str, name: str) -> None:
    assert read(text, name) is None


def test_the_span_of_a_site_takes_in_its_head_noun() -> None:
    text = "They fled the Ellery camp."
    site = read_site(text, Span(14, 20))

    assert site is not None
    assert text[site.span.start : site.span.end] == "Ellery camp"


def test_what_stands_between_name_and_noun_belongs_to_neither() -> None:
    site = read_site("Ellery Central Prison", Span(0, 21))

    assert site is not None
    assert (site.proper, site.bears) == ("Ellery Central", "Ellery")


def test_a_site_is_not_the_town_it_lies_in() -> None:
    site = read_site("Ellery Prison", Span(0, 13))
    assert site is not None

    place = site_place(site, TOWN)

    assert (place.kind, place.key) == (PlaceKind.SITE, "site:ellery:prison@SY.Tesmar")
    assert (place.point, place.location, place.within) == (TOWN.point, Location.WITHIN, TOWN)
    assert (place.country, place.area, place.geonames) == ("SY", "Tesmar", None)


def test_a_site_that_bears_the_name_of_its_town_has_one_key_however_spelled() -> None:
    keys = set()
    for name in ("Ellery Prison", "al-Elleri prison"):
        site = read_site(name, Span(0, len(name)))
        assert site is not None
        keys.add(site_place(site, TOWN, namesake=True).key)

    assert keys == {"site:ellery:prison@SY.Tesmar"}


def test_a_site_in_nothing_known_has_no_point() -> None:
    site = read_site("Ellery Prison", Span(0, 13))
    assert site is not None

    place = site_place(site, None)

    assert (place.point, place.location, place.country) == (None, Location.NONE, None)


def test_every_noun_has_one_sort_and_is_written_small() -> None:
    assert all(noun == noun.lower() and sort for noun, sort in tables.site_nouns().items())
