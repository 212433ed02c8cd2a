"""Hyphens at line ends."""

import pytest

from sayso.documents.hyphens import (
    DROP_HYPHEN,
    GLUE,
    SPACE,
    hyphen_joint,
    hyphenates,
    vocabulary_of,
)


@pytest.mark.parametrize(
    ("left", "right", "elsewhere", "joint"),
    [
        ("the pris-", "oners left", "", DROP_HYPHEN),
        ("the prison-", "ers left", "prisoners", DROP_HYPHEN),
        ("a long-", "term plan", "", GLUE),
        ("the rebel-", "held town", "", GLUE),
        ("a dock-", "worker said", "dock-worker", GLUE),
        ("the prison-", "break plan", "a prison and a break", GLUE),
        ("could over-", "come it", "over and come", DROP_HYPHEN),
        ("the Anglo-", "Irish treaty", "", GLUE),
        ("from 2014-", "2019 on", "", GLUE),
        ("two-and-", "a-half years", "", GLUE),
        ("they left—", "but not all", "", GLUE),
        ("and/", "or more", "", GLUE),
        ("the short-", "and long-term plans", "", SPACE),
        ("they left -", "but not all", "", None),
        ("they left", "but not all", "", None),
        ("they left-", "“all” of them", "", None),
    ],
)
def test_a_hyphen_stays_or_goes(left: str, right: str, elsewhere: str, joint: str | None) -> None:
    words = vocabulary_of(f"{elsewhere}\n\n{left}\n{right}")

    assert hyphen_joint(left, right, words) == joint


def test_the_halves_of_a_cut_word_are_no_words() -> None:
    assert vocabulary_of("the mem-\nbers of a well-known crew") == {
        "the",
        "of",
        "a",
        "well-known",
        "well",
        "known",
        "crew",
    }


def test_where_nothing_else_is_cut_the_hyphen_is_the_words_own() -> None:
    words = vocabulary_of("")

    assert hyphen_joint("a dock-", "worker", words, hyphenated=True) == DROP_HYPHEN
    assert hyphen_joint("a dock-", "worker", words, hyphenated=False) == GLUE


def test_a_column_that_cuts_words_is_told_by_how_many_lines_end_in_one() -> None:
    line = "a line of the text"

    assert hyphenates([*[line] * 18, "with a pris-", "oner in it"])
    assert not hyphenates([*[line] * 98, "with a dock-", "worker in it"])
    assert not hyphenates([*[line] * 3, "with an Anglo-", "Irish treaty"])
