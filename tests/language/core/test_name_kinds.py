"""Names of one text: of one kind, and found again where they are repeated."""

import pytest

from sayso.language.core.name_kinds import NamesOfText
from sayso.language.core.read import CoreText


def text_of(words: str) -> CoreText:
    split = tuple(words.split())
    return CoreText(
        words=split,
        paragraphs=((0, len(split)),),
        quotes=(0,) * len(split),
        sentence_starts=(0, *(at + 1 for at, word in enumerate(split[:-1]) if word == ".")),
    )


def taken(words: str, *names: tuple[int, int, str]) -> list[tuple[str, str]]:
    text = text_of(words)
    found = NamesOfText().take(text, 0, len(text.words), names)
    return [(" ".join(text.words[start:end]), kind) for start, end, kind in found]


@pytest.mark.parametrize(
    ("words", "name", "left"),
    [
        ("State - run Velm Radio", (2, 5, "ORG"), [("Velm Radio", "ORG")]),
        ("State - run radio", (2, 3, "ORG"), []),
        ("Youm - al Velm", (2, 4, "ORG"), [("al Velm", "ORG")]),
        ("Al - Velm", (2, 3, "ORG"), [("Velm", "ORG")]),
    ],
)
def test_the_end_of_a_compound_is_no_name(
    words: str, name: tuple[int, int, str], left: list[tuple[str, str]]
) -> None:
    assert taken(words, name) == left


def test_a_name_has_the_kind_that_it_mostly_has() -> None:
    found = taken("in Velm and Velm and Velm", (1, 2, "LOC"), (3, 4, "PER"), (5, 6, "LOC"))

    assert found == [("Velm", "LOC")] * 3


@pytest.mark.parametrize("word", ["The", "Thursday", "“", "Adm.", "a"])
def test_a_word_that_calls_nobody_is_no_name(word: str) -> None:
    assert taken(f"{word} Velm", (0, 1, "PER"), (1, 2, "LOC")) == [("Velm", "LOC")]


@pytest.mark.parametrize("words", ["The Guard", "U.S.", "April", "The Sunday", "King"])
def test_a_name_may_hold_a_word_that_alone_is_none(words: str) -> None:
    assert taken(words, (0, len(words.split()), "ORG")) == [(words, "ORG")]


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("near Velm he saw Velm", 2),
        ("near Velm he saw velm", 1),
        ("near Velm . Velm fell", 1),
    ],
)
def test_a_word_is_a_name_again_inside_of_sentences(words: str, count: int) -> None:
    assert taken(words, (1, 2, "LOC")) == [("Velm", "LOC")] * count


def test_a_word_found_twice_is_a_name_also_where_a_sentence_begins() -> None:
    found = taken("near Velm and Velm . Velm fell", (1, 2, "LOC"), (3, 4, "LOC"))

    assert found == [("Velm", "LOC")] * 3


def test_the_longest_name_is_repeated_where_several_begin_alike() -> None:
    found = taken("to Ada Brun , Ada said . Ada Brun fell", (1, 3, "PER"), (4, 5, "PER"))

    assert [name for name, _ in found] == ["Ada Brun", "Ada", "Ada Brun"]


def test_what_was_found_is_not_overlapped_by_what_is_repeated() -> None:
    found = taken("in Velm the New Velm Board", (1, 2, "LOC"), (3, 6, "ORG"))

    assert [name for name, _ in found] == ["Velm", "New Velm Board"]


def test_names_of_an_earlier_part_of_the_text_are_known_in_a_later_one() -> None:
    text = text_of("in Velm and Velm")
    names = NamesOfText()
    names.take(text, 0, 2, [(1, 2, "LOC")])

    assert names.take(text, 2, 4, []) == [(3, 4, "LOC")]
