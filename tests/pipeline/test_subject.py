"""What a document is about: names, and behind them the rare words it comes back to."""

from sayso.pipeline.subject import read_subject
from tests.story.figures.readings import reading


def matter(text: str) -> tuple[str, ...]:
    one = reading(text)
    return read_subject(one.document, one.evidence.analysis).matter


def test_topics_are_rare_words_of_the_opening_behind_the_names() -> None:
    text = "The glacier above Marrow cracked. People said that the glacier moved. A hut on the glacier fell."

    assert matter(text) == ("marrow", "#glacier")


def test_a_rare_word_that_comes_once_is_no_topic() -> None:
    assert matter("A lighthouse stands near Marrow.") == ("marrow",)


def test_what_is_counted_is_no_topic() -> None:
    text = (
        "Pensioners met in Marrow. The pensioners sang. Other pensioners left. All pensioners ate."
    )

    assert matter(text) == ("marrow",)
