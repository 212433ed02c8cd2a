"""Clauses that stand by themselves once the words of others are taken out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.evidence.own_clauses import (
    EXAMPLES,
    HAPPENED,
    NOT_HAPPENED,
    ClauseExample,
    standing_clause,
    tells_what_happened,
)
from sayso.text import Span


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: one.left)
def test_what_is_left_is_a_whole_clause_or_nothing(example: ClauseExample) -> None:
    found = standing_clause(example.left, Span(0, len(example.left)), opens=example.opens)

    assert (found and found.text_in(example.left)) == example.clause


@pytest.mark.parametrize("sentence", HAPPENED)
def test_a_past_or_a_perfect_tells_what_happened(sentence: str) -> None:
    assert tells_what_happened(sentence, Span(0, len(sentence)))


@pytest.mark.parametrize("sentence", NOT_HAPPENED)
def test_states_questions_headings_and_our_own_doings_tell_of_nothing(sentence: str) -> None:
    assert not tells_what_happened(sentence, Span(0, len(sentence)))


@given(
    st.lists(
        st.sampled_from(
            [
                "as",
                "nine",
                "boats",
                "sank",
                ",",
                "which",
                "to",
                "free",
                "in",
                "order",
                "held",
                ".",
                "yesterday",
            ]
        ),
        min_size=1,
    ),
    st.booleans(),
)
def test_a_clause_lies_within_what_is_left_and_keeps_nothing_loose(
    words: list[str],
    opens: bool,  # noqa: FBT001 - drawn by hypothesis
) -> None:
    text = " ".join(words)
    found = standing_clause(text, Span(0, len(text)), opens=opens)

    if found is not None:
        kept = found.text_in(text)
        assert len(kept.split()) >= 3
        assert kept[0].isalpha()
        assert kept[-1].isalpha()
