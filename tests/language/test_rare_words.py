"""Rare words tell what a text is about."""

import pytest

from sayso.language.rare_words import is_rare


@pytest.mark.parametrize("word", ["flu", "ferry", "quarantine", "xqzt"])
def test_a_word_that_is_met_seldom_is_rare(word: str) -> None:
    assert is_rare(word)


@pytest.mark.parametrize("word", ["the", "people", "government", "killed"])
def test_a_word_of_every_text_is_not(word: str) -> None:
    assert not is_rare(word)
