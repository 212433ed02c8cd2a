"""Partitions: which figures of a passage are parts of another."""

import pytest

from sayso.evidence.figure import Figure
from sayso.evidence.partitions import adds_to
from sayso.text import Span
from tests.story.figures.readings import reading


def parts(text: str) -> dict[str, str]:
    """Return the number of each part with that of its whole."""
    figures = reading(text).evidence.figures
    by_id = {one.id: one for one in figures}
    return {_number(one, text): _number(by_id[one.part_of], text) for one in figures if one.part_of}


def _number(figure: Figure, text: str) -> str:
    return figure.quantity.number.text_in(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The slide killed 40 people. Of the dead, 12 were found in the mill.", {"12": "40"}),
        (
            "The slide killed 40 people. Of the dead, 12 were from Marrow and 9 from Dorran.",
            {"12": "40", "9": "40"},
        ),
        ("The clinic took in 61 people. Two of them were children.", {"Two": "61"}),
        ("The mill has 61 guards. Two of its guards sang.", {"Two": "61"}),
        ("Marrow reported four deaths, including a doctor.", {"a": "four"}),
        ("Marrow reported four deaths, among them two doctors.", {"two": "four"}),
        ("Guards arrested 61 people. The other four fled in May.", {"four": "61"}),
        ("The mill employs 900 people: 600 in Marrow and 300 in Dorran.", {"600": "900", "300": "900"}),
        ("Of 87 men who were arrested, 79 were released.", {"79": "87"}),
        ("The slide killed 40 people. Of the 27 people in the mill, 16 were hurt.", {"16": "27"}),
        ("Some 40 people fell ill, 12 more than a week before.", {"12": "40"}),
        (
            "Three more pupils were infected, taking the number of cases to 23.",
            {"Three": "23"},
        ),
    ],
)  # fmt: skip
def test_a_part_is_linked_to_its_whole(text: str, expected: dict[str, str]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The slide killed 40 people in Marrow. In Dorran 12 were killed.",
        "The slide killed 12 people. Of the dead, 40 were mentioned by name.",
        "The slide killed 40 people. Of the dead, nearly all had lived in the 12 houses by the mill.",
        "The camp holds 61 people. Two of the trucks were burnt.",
        "Marrow mourns, including a doctor.",
        "The camp holds 61 inmates. The minister dismissed two of his aides.",
        "The works employ 480 people of the valley. The other mill employs 900 people.",
    ],
)
def test_what_no_words_make_a_part_is_none(text: str) -> None:
    assert parts(text) == {}


def test_a_part_shares_what_is_said_of_its_whole() -> None:
    text = "The slide killed 40 people. Nine of them were miners."
    _, part = reading(text).evidence.figures

    assert part.predicate == "killed"
    assert part.predicate_span is not None


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("Three more pupils fell ill.", "Three", True),
        ("There was an increase of four since May.", "four", True),
        ("More than 40 people came.", "40", False),
        ("Four people came, more than 12 left.", "Four", False),
    ],
)
def test_an_addition_is_told_from_a_level(text: str, number: str, expected: bool) -> None:  # noqa: FBT001 - a column
    start = text.index(number)

    assert adds_to(text, Span(start, start + len(number))) is expected
