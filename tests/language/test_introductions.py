"""Introductions: which office a text says a person holds, and where it says so."""

import pytest

from sayso.language.introductions import find_holders, find_introductions
from sayso.language.names import find_names
from sayso.language.segments import segment

FOUND = {
    "a title": ("Deputy Minister Ana Petrov left.", [("Ana Petrov", "deputy minister")]),
    "an office in lower case": (
        "Yesterday managing director Bo Osk left.",
        [("Bo Osk", "managing director")],
    ),
    "an office before a comma": (
        "The mayor of Velnia, Ana Petrov, left.",
        [("Ana Petrov", "mayor")],
    ),
    "an office without article": (
        "Governor of Velnia, Ana Petrov, left.",
        [("Ana Petrov", "governor")],
    ),
    "an office alone before a comma": ("Its director, Bo Osk, left.", [("Bo Osk", "director")]),
    "an office behind": ("Ana Petrov, the mayor of Velnia, left.", [("Ana Petrov", "mayor")]),
    "an office behind the age": ("Ana Petrov, 61, a farmer, left.", [("Ana Petrov", "farmer")]),
    "an office at the end": ("They met Ana Petrov, their new mayor.", [("Ana Petrov", "mayor")]),
    "a title with a full stop": ("Dr. Ana Petrov left.", [("Ana Petrov", "dr")]),
}
NONE = {
    "a list": "They invited the mayor of Velnia, Ana Petrov and Bo Osk.",
    "the next of a list": "Ana Petrov, old Mayor Hill and others left.",
    "an office far before": "The mayor left; in Velnia, Ana Petrov stayed.",
    "a body": "The director of the mill, Velnia River Board, left.",
    "an adjective": "Ana Petrov, the former, left.",
    "no office": "Ana Petrov, who was tired, left.",
    "another clause": "Ana Petrov, whose dog is old, left.",
    "an office of no sentence": "Then mayor of Velnia, Ana Petrov, left.",
    "a plain age": "Ana Petrov, 61",
    "the end": "Ana Petrov,",
}


def introduced(text: str) -> list[tuple[str, str]]:
    segments = segment(text)
    found = find_introductions(segments, tuple(find_names(segments)))
    return [(i.name.text, " ".join(i.office.words)) for i in found]


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND.keys())
def test_an_office_beside_a_name_introduces_the_person(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert introduced(text) == expected


@pytest.mark.parametrize("text", NONE.values(), ids=NONE.keys())
def test_an_office_of_somebody_else_introduces_nobody(text: str) -> None:
    assert [pair for pair in introduced(text) if pair[0] == "Ana Petrov"] == []


@pytest.mark.parametrize(
    ("title", "pronoun"), [("Mrs", "she"), ("Spokesman", "he"), ("Governor", None)]
)
def test_the_words_of_some_offices_ask_for_a_pronoun(title: str, pronoun: str | None) -> None:
    segments = segment(f"{title} Kim Osk left.")
    (found,) = find_introductions(segments, tuple(find_names(segments)))
    assert found.gender == pronoun


def holders(text: str, phrase: str) -> list[str]:
    segments = segment(text)
    found = find_holders(segments, find_introductions(segments, tuple(find_names(segments))))
    start = text.rindex(phrase)
    first, end = segments.first_token(start), segments.first_token(start + len(phrase))
    return [i.name.text for i in found.of(segments, first, end)]


def test_a_definite_office_refers_to_those_introduced_before() -> None:
    text = "The mayor left. Mayor Ana Petrov came. The mayor ran."
    assert holders(text, "The mayor") == ["Ana Petrov"]
    assert holders("The mayor left. Mayor Ana Petrov came.", "The mayor") == []
    assert holders("Mayor Ana Petrov came. A mayor ran.", "A mayor") == []
    assert holders("Mayor Ana Petrov came. The old mayor ran.", "The old mayor") == []
    assert holders("Osk's mayor Ana Petrov came. The Osk mayor ran.", "The Osk mayor") == [
        "Ana Petrov"
    ]
    assert holders("Osk's mayor Ana Petrov came. The Velm mayor ran.", "The Velm mayor") == []


def test_the_same_office_of_another_place_is_somebody_else() -> None:
    introduced_first = "The mayor of Velnia, Ana Petrov, came. "
    assert holders(introduced_first + "The mayor of Osk left. The mayor ran.", "The mayor") == []
    assert holders(introduced_first + "The mayor of Velnia left. The mayor ran.", "The mayor") == [
        "Ana Petrov"
    ]
