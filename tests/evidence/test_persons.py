"""Nouns for people, by the list or by their end."""

import pytest

from sayso.evidence.persons import names_persons


@pytest.mark.parametrize(
    "noun",
    [
        "men",
        "guard",
        "officials",
        "cellists",
        "evacuees",
        "Velmians",
        "Maltese",
        "boatmen",
        "peers",
    ],
)
def test_people_are_told_by_list_or_end(noun: str) -> None:
    assert names_persons(noun)


@pytest.mark.parametrize(
    "noun",
    [
        "trees",
        "committees",
        "lamps",
        "containers",
        "pans",
        "degrees",
        "decrees",
        "lists",
        "heists",
        "beers",
    ],
)
def test_things_are_not_people_for_their_end(noun: str) -> None:
    assert not names_persons(noun)
