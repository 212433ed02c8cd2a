import pytest

from sayso.places.atlas import Atlas, NameSort
from sayso.places.place import Location, PlaceKind, Point


def meanings(atlas: Atlas, name: str) -> set[tuple[str, PlaceKind, NameSort]]:
    return {(atlas.name(c.entry), c.entry.kind, c.sort) for c in atlas.find(name)}


def test_a_country_goes_by_its_names_its_people_and_its_abbreviations(atlas: Atlas) -> None:
    assert ("Ivory Coast", PlaceKind.COUNTRY, NameSort.MAIN) in meanings(atlas, "Ivory Coast")
    assert ("Ivory Coast", PlaceKind.COUNTRY, NameSort.ALTERNATE) in meanings(atlas, "Côte d'Ivoire")  # fmt: skip
    assert meanings(atlas, "Ivorians") == {("Ivory Coast", PlaceKind.COUNTRY, NameSort.PEOPLE)}
    assert meanings(atlas, "U.A.E.") == {("United Arab Emirates", PlaceKind.COUNTRY, NameSort.MAIN)}


def test_a_name_of_country_and_state_means_both(atlas: Atlas) -> None:
    kinds = {(kind, sort) for _, kind, sort in meanings(atlas, "Georgia")}

    assert {(PlaceKind.COUNTRY, NameSort.MAIN), (PlaceKind.AREA, NameSort.MAIN)} <= kinds


def test_a_region_is_neither_country_nor_town(atlas: Atlas) -> None:
    assert ("Sahel", PlaceKind.REGION, NameSort.MAIN) in meanings(atlas, "the Sahel")


def test_an_abbreviation_counts_only_as_it_is_written(atlas: Atlas) -> None:
    assert [atlas.name(c.entry) for c in atlas.written("Calif.")] == ["California"]
    assert atlas.written("CALIF.") == ()


def test_the_people_of_an_area_lead_to_the_area(atlas: Atlas) -> None:
    assert ("Texas", PlaceKind.AREA, NameSort.PEOPLE) in meanings(atlas, "Texans")


def test_a_name_is_looked_for_loosely_only_where_the_strict_finds_nothing(invented: Atlas) -> None:
    assert meanings(invented, "Ghazra") == {("Al Ghazrah", PlaceKind.TOWN, NameSort.LOOSE)}
    assert meanings(invented, "Gazra") == {("Al Ghazrah", PlaceKind.TOWN, NameSort.ALTERNATE)}


def test_a_name_with_an_article_finds_the_place_without(invented: Atlas) -> None:
    assert meanings(invented, "al-Lakor") == {("Lakor", PlaceKind.TOWN, NameSort.MAIN)}


def test_a_name_that_nobody_has_means_nothing(invented: Atlas) -> None:
    assert invented.find("Nowhere at All") == ()
    assert invented.find("دمشق") == ()


def test_a_capital_is_the_largest_town_of_its_name_in_its_country(invented: Atlas) -> None:
    (lakor,) = invented.find("Lakor")
    ellery = invented.find("Ellery")

    assert lakor.entry.capital
    assert not any(candidate.entry.capital for candidate in ellery)


def test_a_town_becomes_a_place_with_its_area_and_number(invented: Atlas) -> None:
    (lakor,) = invented.find("Lakor")

    place = invented.place(lakor.entry)

    assert (place.key, place.name, place.kind) == ("geonames:21", "Lakor", PlaceKind.TOWN)
    assert (place.country, place.area, place.geonames) == ("ZW", "Upper Varn", 21)
    assert place.point == Point(latitude=1.0, longitude=2.0)
    assert place.location is Location.GAZETTEER


def test_a_region_becomes_a_place_without_inhabitants(invented: Atlas) -> None:
    (sahel,) = invented.find("Sahel")

    place = invented.place(sahel.entry)

    assert (place.key, place.population, place.geonames) == ("region:sahel", None, None)


def test_a_country_is_found_by_its_code(invented: Atlas) -> None:
    syria = invented.country("SY")

    assert syria is not None
    assert invented.name(syria) == "Syria"
    assert invented.country("QQ") is None


@pytest.mark.parametrize("name", ["NYC", "New York"])
def test_a_large_town_has_each_name_once(atlas: Atlas, name: str) -> None:
    numbers = [candidate.entry.number for candidate in atlas.find(name)]

    assert len(numbers) == len(set(numbers))
