from pathlib import Path

import pytest

from sayso.places.gazetteer import FILE, Gazetteer, GazetteerError
from sayso.places.layout import NameKind
from sayso.places.spelling import key_of, skeleton_of


def found(gazetteer: Gazetteer, name: str) -> list[tuple[str, str, NameKind]]:
    return [
        (gazetteer.name(hit.row), gazetteer.country(hit.row).code, hit.kind)
        for hit in gazetteer.find(key_of(name))
    ]


def test_a_name_finds_all_places_that_go_by_it(gazetteer: Gazetteer) -> None:
    assert found(gazetteer, "Ellery") == [
        ("Ellery", "SY", NameKind.MAIN),
        ("Ellery", "ZW", NameKind.MAIN),
    ]


def test_an_alternate_name_and_a_name_without_its_article_lead_to_the_place(
    gazetteer: Gazetteer,
) -> None:
    assert found(gazetteer, "Gazra") == [("Al Ghazrah", "SY", NameKind.ALTERNATE)]
    assert found(gazetteer, "Ghazrah") == [("Al Ghazrah", "SY", NameKind.SHORT)]


def test_a_skeleton_leads_to_the_place(gazetteer: Gazetteer) -> None:
    (hit,) = gazetteer.find("~" + skeleton_of("Ghazra"))

    assert (gazetteer.name(hit.row), hit.kind) == ("Al Ghazrah", NameKind.LOOSE)


def test_a_code_is_no_name(gazetteer: Gazetteer) -> None:
    assert found(gazetteer, "GZR") == []


def test_an_area_goes_by_its_name_without_the_word_for_its_sort(gazetteer: Gazetteer) -> None:
    assert found(gazetteer, "Tesmar") == [("Tesmar Governorate", "SY", NameKind.SHORT)]


def test_a_place_knows_its_point_its_number_and_what_it_lies_in(gazetteer: Gazetteer) -> None:
    row = next(h.row for h in gazetteer.find("ellery") if gazetteer.country(h.row).code == "ZW")
    area, district = gazetteer.area(row), gazetteer.district(row)

    assert gazetteer.point(row) == (1.2, 2.2)
    assert gazetteer.id(row) == 23
    assert gazetteer.population(row) == pytest.approx(7000, rel=0.05)
    assert area is not None
    assert gazetteer.name(area) == "Upper Varn"
    assert district is not None
    assert gazetteer.name(district) == "Osk District"


def test_a_town_outside_all_districts_has_none(gazetteer: Gazetteer) -> None:
    (hit,) = gazetteer.find("lakor")

    assert gazetteer.district(hit.row) is None


def test_an_area_lies_in_the_middle_of_its_towns(gazetteer: Gazetteer) -> None:
    (hit,) = gazetteer.find("uppervarn")

    assert gazetteer.point(hit.row) == (1.25, 2.25)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="no gazetteer can be read"):
        Gazetteer.load(tmp_path / "none.bin")


def test_a_file_of_another_sort_is_told(tmp_path: Path) -> None:
    (tmp_path / "other.bin").write_bytes(b"something else altogether")

    with pytest.raises(GazetteerError, match="begins with"):
        Gazetteer.load(tmp_path / "other.bin")


def test_the_gazetteer_that_ships_is_small_and_whole() -> None:
    shipped = Gazetteer.load()

    assert FILE.stat().st_size <= 8_000_000
    assert len(shipped) > 270_000
    assert ("Damascus", "SY", NameKind.MAIN) in found(shipped, "Damascus")
