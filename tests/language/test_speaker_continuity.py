"""Who goes on speaking."""

import pytest

from sayso.language.analysis import Attribution, AttributionKind, Manner, Mention
from sayso.language.segments import segment
from sayso.language.speaker_continuity import EXAMPLES, ContinuityExample, continue_speakers
from sayso.text import Span


def span(text: str, words: str) -> tuple[Span, ...]:
    start = text.rfind(words) if words.lower() in {"she", "he"} else text.index(words)
    return (Span(start, start + len(words)),) if words else ()


def speakers(example: ContinuityExample) -> list[str | None]:
    text = example.text
    mentions = [
        Mention(span=span(text, name)[0], kind="PER", entity=number, name=name, rule="test")
        for number, name in enumerate(example.people)
    ]
    given = [
        Attribution(
            source=span(text, source),
            cue=span(text, cue) if source.lower() not in {"she", "he"} else last(text, cue),
            content=span(text, content),
            kind=AttributionKind.INDIRECT if cue else AttributionKind.DIRECT,
            rule="core",
            speaker=speaker,
            manner=Manner.SAID,
        )
        for source, cue, content, speaker in example.told
    ]
    return [one.speaker for one in continue_speakers(segment(text), given, mentions)]


def last(text: str, words: str) -> tuple[Span, ...]:
    start = text.rindex(words)
    return (Span(start, start + len(words)),)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: f"{one.rule}: {one.text}")
def test_a_rule_does_what_its_example_shows(example: ContinuityExample) -> None:
    assert speakers(example)[-1] == example.speaker


def test_every_rule_fires_on_one_example_and_leaves_another() -> None:
    fired = {one.rule for one in EXAMPLES if one.told[-1][3] != one.speaker}
    left = {one.rule for one in EXAMPLES if one.told[-1][3] == one.speaker}

    assert fired == left
