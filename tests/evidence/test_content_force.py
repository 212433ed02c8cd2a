"""Force by the words of the content."""

import pytest

from sayso.evidence.content_force import EXAMPLES, ForceExample, asks, force_by_content


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: f"{one.cue} {one.content}")
def test_the_words_of_a_content_settle_its_force(example: ForceExample) -> None:
    cue = example.cue.split()

    found = force_by_content(example.was, cue, example.content, source=example.source)

    assert found is example.force


@pytest.mark.parametrize(
    ("content", "following", "asked"),
    [
        ("Who shut the gate?", "", True),
        ("It was late. Who shut the gate?”", "", True),
        ("Who shut the gate", "?", True),
        ("Who shut the gate? It was Bo.", "", False),
        ("It was Bo", ".", False),
        ("He asked me, ‘Who shut the gate?’", "", False),
    ],
)
def test_a_quotation_that_ends_in_a_question_mark_asks(
    content: str,
    following: str,
    asked: bool,  # noqa: FBT001 - the expectation
) -> None:
    assert asks(content, following) is asked
