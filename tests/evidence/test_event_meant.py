"""Plans that nobody marks and no day dates."""

import pytest

from sayso.evidence.event_meant import meant_words
from sayso.evidence.forecast_text import Words
from sayso.language.reading import analyse


def meant(text: str) -> list[str]:
    analysis = analyse(text)
    words = Words.of(text, analysis.tokens)
    return [words.word(token) for token in sorted(meant_words(words, analysis.sentences))]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The council will sell the hall.", "sell"),
        ("The samples will now be analysed by chemists.", "analysed"),
        ("The mayor said the firm would refund all tickets.", "refund"),
        ("The plane is to fly the envoy home.", "fly"),
        ("Two battalions are due to replace the brigade.", "replace"),
        ("The firm plans to quickly demolish the mill.", "demolish"),
    ],
)
def test_what_somebody_is_to_do_is_a_plan(text: str, verb: str) -> None:
    assert verb in meant(text)


@pytest.mark.parametrize(
    "text",
    [
        "We will sell the hall.",
        "It will rain and that will ruin the crop.",
        "If it rains the council will sell the hall.",
        "The council would sell the hall for less.",
        "The council will not sell the hall.",
        "The council will need more time.",
        "The council will be angry.",
        "According to the will of the owner, it is theirs.",
        "Will the council sell the hall?",
        "The road to Orlen is long.",
    ],
)
def test_what_is_only_said_of_what_may_come_is_none(text: str) -> None:
    assert meant(text) == []
