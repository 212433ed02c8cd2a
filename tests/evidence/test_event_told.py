"""Verbs that the trees of their sentences show to carry a report."""

from dataclasses import replace

import pytest

from sayso.evidence.event_told import told_words
from sayso.evidence.forecast_text import Words
from sayso.language.reading import analyse
from tests.evidence.written_trees import written_tree


def told(parsed: str) -> list[str]:
    text, tree = written_tree(parsed)
    analysis = replace(analyse(text), trees=(tree,))
    words = Words.of(text, analysis.tokens)
    return [words.word(token) for token in sorted(told_words(words, analysis))]


@pytest.mark.parametrize(
    ("parsed", "verbs"),
    [
        ("Pilgrims|nsubj|2 paraded|root!|0 a|det|4 statue|obj|2 .|punct|2", ["paraded"]),
        (
            "Police|nsubj|2 said|root!|0 that|mark|6 men|nsubj|6 were|aux|6 caned|ccomp!|2 .|punct|2",
            ["caned"],
        ),
        (
            "Guards|nsubj|2 ducked|root!|0 and|cc|4 crawled|conj!|2 off|advmod|4 .|punct|2",
            ["ducked", "crawled"],
        ),
    ],
)
def test_a_past_verb_with_a_doer_tells(parsed: str, verbs: list[str]) -> None:
    assert told(parsed) == verbs


@pytest.mark.parametrize(
    "parsed",
    [
        "We|nsubj|2 paraded|root!|0 .|punct|2",
        "Paraded|root!|0 .|punct|1",
        "Pilgrims|nsubj|3 will|aux|3 paraded|root!|0 .|punct|3",
        "Pilgrims|nsubj|2 said|root!|0 .|punct|2",
        "Men|nsubj|4 who|nsubj|3 paraded|acl!|1 left|root|0 .|punct|4",
        "If|mark|3 men|nsubj|3 paraded|root!|0 .|punct|3",
        "Pilgrims|nsubj|2 parade|root!|0 .|punct|2",
    ],
    ids=["speaker", "nobody", "will", "speech", "relative", "condition", "present"],
)
def test_other_verbs_do_not(parsed: str) -> None:
    assert told(parsed) == []
