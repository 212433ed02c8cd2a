"""How mentions are written: names whole, and what only looks like a name."""

import pytest

from sayso.story.actors.document_entities import DocumentEntity
from sayso.story.actors.name_form import Sort
from tests.story.actors.documents import document


def names(marked: str) -> list[str]:
    return [entity.main.text for entity in document("d", marked).entities]


def only(marked: str) -> DocumentEntity:
    (entity,) = document("d", marked).entities
    return entity


def test_a_kunya_belongs_to_the_name_behind_it() -> None:
    assert names("Abu [PER1 Salt al-Orli] fled.") == ["Abu Salt al-Orli"]
    assert names("The abu [PER1 Salt] fled.") == ["abu Salt"]
    assert names("With [PER1 Salt] fled others.") == ["Salt"]


@pytest.mark.parametrize(
    "marked",
    [
        "Many analysts left. [PER1 Analysts] say so.",
        "The [ORG1 union] said so.",
        "An [ORG1 anti-HRA] march.",
        "The [ORG1 Founder of the Salt Group] left.",
    ],
)
def test_what_only_looks_like_a_name_is_nobody(marked: str) -> None:
    assert names(marked) == []


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("It may rain. [PER1 May] said so. [PER1 Tessa May] left.", "Tessa May"),
        ("It may rain, said [PER1 May].", "May"),
        ("They told us. [LOC1 US] left.", "US"),
        ("[ORG1 Spokesman for the Velm Council] left.", "Velm Council"),
        ("[ORG1 House of Orlow] fell.", "House of Orlow"),
    ],
)
def test_what_is_a_name_stays_one(marked: str, name: str) -> None:
    assert names(marked)[0] == name


def test_a_country_is_a_place_whatever_it_does() -> None:
    assert only("The [ORG1 US] sent troops.").sort is Sort.PLACE
    assert only("The [ORG1 US Army] sent troops.").sort is Sort.BODY


def test_a_common_name_without_a_country_belongs_to_the_place_that_is_named_most() -> None:
    entity = only_body("[LOC1 Velm], [LOC1 Velm] and [LOC1 Velm]: the [ORG2 Interior Ministry].")

    assert (entity.country, entity.around) == (None, "velm")
    assert only_body("[LOC1 Velm]: the [ORG2 Interior Ministry].").around is None
    both = "[LOC1 Velm] [LOC1 Velm] [LOC1 Velm] [LOC3 Orlen] [LOC3 Orlen] [ORG2 Interior Ministry]"
    assert only_body(both).around is None


def only_body(marked: str) -> DocumentEntity:
    return next(e for e in document("d", marked).entities if e.sort is Sort.BODY)
