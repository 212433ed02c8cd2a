"""Words right before and behind a place."""

from sayso.text import words_before, words_behind

TEXT = "Boats sail again. " * 40 + "The dam held."


def test_words_beside_a_place_are_those_next_to_it() -> None:
    at = TEXT.index("dam")

    assert words_before(TEXT, at)[-2:] == ["again.", "The"]
    assert words_behind(TEXT, at) == ["dam", "held."]


def test_at_the_edges_of_a_text_no_words_are_beside() -> None:
    assert words_before(TEXT, 0) == []
    assert words_behind(TEXT, len(TEXT)) == []
