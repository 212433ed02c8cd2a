import pytest

from sayso.places.place import PlaceKind
from sayso.places.surface import Surface, readings


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Tesmar", Surface(name="Tesmar")),
        ("Tesmar's", Surface(name="Tesmar")),
        ("northern Tesmar", Surface(name="Tesmar", side="northern")),
        ("Tesmar province", Surface(name="Tesmar", sort=PlaceKind.AREA)),
        ("the city of Tesmar", Surface(name="Tesmar", sort=PlaceKind.TOWN)),
        ("Osk County", Surface(name="Osk", sort=PlaceKind.DISTRICT)),
        (
            "eastern Tesmar province",
            Surface(name="Tesmar", side="eastern", sort=PlaceKind.AREA),
        ),
    ],
)
def test_the_words_are_parted(words: str, expected: Surface) -> None:
    assert readings(words)[-1] == expected


def test_a_shortened_word_for_the_sort_is_spelled_out() -> None:
    assert [surface.name for surface in readings("Osk Co.")] == ["Osk Co.", "Osk County", "Osk"]


def test_the_most_literal_reading_comes_first() -> None:
    assert [surface.name for surface in readings("Central Province")][:1] == ["Central Province"]


def test_an_abbreviation_keeps_its_full_stop() -> None:
    assert readings("W. Lk.")[0].name == "W. Lk."


def test_the_full_stop_of_a_sentence_is_no_part_of_a_name() -> None:
    assert readings("Old Ellery.")[0].name == "Old Ellery"
