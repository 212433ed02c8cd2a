"""Who goes on speaking."""

import re

import pytest

from sayso.language.analysis import Attribution, AttributionKind, Manner, Mention
from sayso.language.segments import segment
from sayso.language.speaker_continuity import continue_speakers
from sayso.language.speaker_continuity_examples import EXAMPLES, ContinuityExample
from sayso.text import Span


def span(text: str, words: str) -> tuple[Span, ...]:
    places = [match.start() for match in re.finditer(rf"\b{re.escape(words)}", text)]
    start = places[-1 if words.lower() in {"she", "he"} else 0]
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
            kind=AttributionKind.DIRECT if f"“{content}" in text else AttributionKind.INDIRECT,
            parent=holder(text, example.told[:number], source),
            rule="core",
            speaker=speaker,
            manner=Manner.SAID,
        )
        for number, (source, cue, content, speaker) in enumerate(example.told)
    ]
    return [one.speaker for one in continue_speakers(segment(text), given, mentions)]


def holder(
    text: str, before: tuple[tuple[str, str, str, str | None], ...], source: str
) -> int | None:
    """Return the number of the attribution in whose content a source stands."""
    place = span(text, source)
    for number, (_, _, content, _) in enumerate(before):
        if place and any(one.contains(place[0]) for one in span(text, content)):
            return number
    return None


def last(text: str, words: str) -> tuple[Span, ...]:
    start = text.rindex(words)
    return (Span(start, start + len(words)),)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: f"{one.rule}: {one.text}")
def test_a_rule_does_what_its_example_shows(example: ContinuityExample) -> None:
    assert speakers(example)[-1] == example.speaker


def test_every_rule_fires_on_one_example_and_leaves_another() -> None:
    fired = {one.rule for one in EXAMPLES if one.told[-1][3] != one.speaker}
    left = {one.rule for one in EXAMPLES if one.told[-1][3] == one.speaker}

    assert (
        fired
        == left
        == {
            "stranger",
            "speaker_goes_on",
            "subject_goes_on",
            "quotation_goes_on",
            "both_speak",
            "own_words",
            "told_of_himself",
            "as_described",
        }
    )
