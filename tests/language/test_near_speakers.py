"""Speakers told by what stands nearest."""

import pytest

from sayso.language.analysis import Attribution, AttributionKind, Manner, Mention
from sayso.language.near_speakers import settle_near
from sayso.language.near_speakers_examples import EXAMPLES, NearExample
from sayso.language.segments import segment
from sayso.text import Span


def place(text: str, words: str, *, last: bool = False) -> Span:
    start = text.rindex(words) if last else text.index(words)
    return Span(start, start + len(words))


def attribution(text: str, told: tuple[str, str, str, str | None], *, last: bool) -> Attribution:
    source, cue, content, speaker = told
    return Attribution(
        source=(place(text, source, last=last),),
        cue=(place(text, cue, last=last),),
        content=(place(text, content),),
        kind=AttributionKind.DIRECT if f"“{content}" in text else AttributionKind.INDIRECT,
        rule="core",
        speaker=speaker,
        manner=Manner.SAID,
    )


def settled(example: NearExample) -> list[str | None]:
    text = example.text
    mentions = [
        Mention(span=place(text, name), kind=kind, entity=number, name=name, rule="test")
        for number, (name, kind) in enumerate(example.names)
        if name in text
    ]
    end = len(example.told) - 1
    given = [attribution(text, told, last=n == end) for n, told in enumerate(example.told)]
    return [one.speaker for one in settle_near(segment(text), given, mentions)]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: f"{one.rule}: {one.text}")
def test_a_rule_does_what_its_example_shows(example: NearExample) -> None:
    assert settled(example)[-1] == example.speaker


def test_every_rule_fires_on_one_example_and_leaves_another() -> None:
    fired = {one.rule for one in EXAMPLES if one.told[-1][3] != one.speaker}
    left = {one.rule for one in EXAMPLES if one.told[-1][3] == one.speaker}
    rules = {
        "relative",
        "possessed",
        "group",
        "several",
        "unnamed_before",
        "quoted_before",
        "spoke_before",
        "body_before",
        "just_named",
    }

    assert fired == left == rules


def test_a_pronoun_that_opens_a_text_has_nobody_before_it() -> None:
    text = "He said the dam was safe."
    one = attribution(text, ("He", "said", "the dam was safe", None), last=True)

    assert settle_near(segment(text), [one], ()) == (one,)


def test_somebody_read_under_a_longer_name_keeps_it() -> None:
    example = NearExample(
        rule="spoke_before",
        text="Lund denied it. Nobody had looked, he said.",
        names=(("Lund", "PER"),),
        told=(("Lund", "denied", "it", "Lund"), ("he", "said", "Nobody had looked", "Bo Lund")),
        speaker="Bo Lund",
    )

    assert settled(example)[-1] == "Bo Lund"


def test_a_pronoun_in_a_sentence_that_names_somebody_is_left_to_the_core() -> None:
    example = NearExample(
        rule="spoke_before",
        text="Bo Lund denied it. As Jan Orm knew, he said the dam leaked.",
        names=(("Bo Lund", "PER"), ("Jan Orm", "PER")),
        told=(
            ("Bo Lund", "denied", "it", "Bo Lund"),
            ("he", "said", "the dam leaked", "Jan Orm"),
        ),
        speaker="Jan Orm",
    )

    assert settled(example)[-1] == "Jan Orm"
