"""Occasions that are told of without a day."""

import pytest

from sayso.evidence.event_occasions import occasion_words
from sayso.evidence.forecast_text import Words
from sayso.language.reading import analyse


def occasions(text: str) -> list[str]:
    words = Words.of(text, analyse(text).tokens)
    return [words.word(token) for token in sorted(occasion_words(words))]


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("A memorial concert for the miners will be held in the park.", "concert"),
        ("The planned summit drew scorn.", "summit"),
        ("Plans for a tribute concert were made public.", "concert"),
        ("The envoy attended the funeral.", "funeral"),
        ("Celebrations were taking place in Orlen.", "celebrations"),
        ("The inquest has been adjourned.", "inquest"),
    ],
)
def test_an_occasion_is_told_of_by_what_is_done_with_it(text: str, noun: str) -> None:
    assert occasions(text) == [noun]


@pytest.mark.parametrize(
    "text",
    [
        "The Orlen Congress will be held to account.",
        "They sell race cars.",
        "They were holding up a ballot.",
        "The concert hall was sold, and the deal will be held against them.",
        "He likes a festival.",
    ],
)
def test_otherwise_it_may_be_of_any(text: str) -> None:
    assert occasions(text) == []
