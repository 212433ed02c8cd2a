"""What a speaker without a name is called."""

from dataclasses import replace

import pytest

from sayso.language.described import (
    EXAMPLES,
    DescribedExample,
    describe_pronouns,
    described_speaker,
)
from sayso.language.segments import segment
from sayso.text import Span
from tests.language.attributed import attribution


@pytest.mark.parametrize(
    ("source", "called"),
    [
        ("A nurse", "nurse"),
        ("residents", "residents"),
        ("two senior officials", "two senior officials"),
        ("a harbour official who asked not to be named", "harbour official"),
        ("the driver, 34, from Orlen,", "driver"),
        ("a lawyer for the miners", "lawyer for the miners"),
        ("a teacher in that street", "teacher in that street"),
        ("a Franco–Velmian envoy – the third this year", "Franco–Velmian envoy"),
        ("a body which runs the port", "body"),
        ("He", None),
        ("some", None),
        ("they both", None),
        ("which", None),
        (", who", None),
    ],
)
def test_a_description_is_kept_and_a_pronoun_is_none(source: str, called: str | None) -> None:
    text = f"{source} said so."

    assert described_speaker(text, (Span(0, len(source)),)) == called


def test_parts_of_a_source_are_read_together() -> None:
    text = "Police in the town of Orlen, said a man, and in Dorran"

    assert described_speaker(text, (Span(0, 6), Span(45, 54))) == "Police in Dorran"


def test_without_a_source_there_is_none() -> None:
    assert described_speaker("It is said.", ()) is None


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: one.text)
def test_a_pronoun_stands_for_those_who_were_told_of_before(example: DescribedExample) -> None:
    given = [attribution(example.text, row) for row in example.told]

    found = describe_pronouns(segment(example.text), given)

    assert found[-1].described == example.described
    assert [one.described for one in found[:-1]] == [None] * (len(found) - 1)


def test_a_description_is_handed_on_from_pronoun_to_pronoun() -> None:
    text = "Two divers said the dam leaked. They saw it, they said. Nobody came, they added."
    rows = [
        ("Two divers", "said", "the dam leaked"),
        ("they", "said", "They saw it"),
        ("they", "added", "Nobody came"),
    ]
    first, second, third = (attribution(text, row) for row in rows)
    place = Span(text.rindex("they"), text.rindex("they") + 4)
    said = Span(text.index("they said") + 5, text.index("they said") + 9)
    given = [first, replace(second, cue=(said,)), replace(third, source=(place,))]

    assert describe_pronouns(segment(text), given)[-1].described == "Two divers"


def test_a_pronoun_with_a_name_and_one_within_words_are_left() -> None:
    text = "Two divers said the dam leaked. They saw nothing else, they said."
    first = attribution(text, ("Two divers", "said", "the dam leaked"))
    second = attribution(text, ("they", "said", "They saw nothing else"))

    for one in (replace(second, speaker="Bo Lund"), replace(second, parent=0)):
        assert describe_pronouns(segment(text), [first, one])[-1].described is None


def test_a_pronoun_that_opens_a_text_stands_for_nobody() -> None:
    text = "They said the dam leaked."

    found = describe_pronouns(
        segment(text), [attribution(text, ("They", "said", "the dam leaked"))]
    )

    assert found[0].described is None
