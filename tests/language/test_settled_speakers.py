"""Speakers that grammar, paragraphs, offices and who spoke before settle."""

from dataclasses import replace

import pytest

from sayso.language.analysis import Attribution, AttributionKind, Manner, Mention
from sayso.language.segments import segment
from sayso.language.settled_speakers import settle_speakers
from sayso.language.settled_speakers_examples import EXAMPLES, SpeakerExample
from sayso.text import Span

# The kinds of the names that the examples and tests use.
NAMES = {
    "Ana Petrov": "PER",
    "Bo Petrov": "PER",
    "Bo Lund": "PER",
    "Petrov": "PER",
    "Jan Orm": "PER",
    "Orm Dams": "ORG",
    "Orm": "ORG",
    "Velm Water Board": "ORG",
    "Orlen Group": "ORG",
    "Orlen": "ORG",
    "Velm": "LOC",
    "Velm Institute": "ORG",
}


def mentions(text: str) -> tuple[Mention, ...]:
    found: list[Mention] = []
    taken: list[Span] = []
    for name, kind in sorted(NAMES.items(), key=lambda item: -len(item[0])):
        at = text.find(name)
        while at >= 0:
            span = Span(at, at + len(name))
            if not any(span.overlaps(other) for other in taken):
                taken.append(span)
                number = list(NAMES).index(name)
                found.append(Mention(span=span, kind=kind, entity=number, name=name, rule="test"))
            at = text.find(name, at + 1)
    return tuple(sorted(found, key=lambda m: m.span))


def said(text: str, cue: str = "said", *, speaker: str | None = None, at: int = 0) -> Attribution:
    """Return what stands before the cue in its sentence as source, what follows as content."""
    start = text.index(cue, at)
    opens = max(text.rfind(mark, 0, start) + len(mark) for mark in (". ", "\n\n", ", "))
    if text[opens:start].strip() not in {"he", "she", "it"}:
        opens = max((text.rfind(m, 0, start) + len(m) for m in (". ", "\n\n") if m in text[:start]), default=0)  # fmt: skip
    last = text[opens:start].rstrip()
    if " where " in last:
        opens += last.index(" where ") + len(" where ")
    end = text.find(".", start)
    content = Span(start + len(cue) + 1, end) if end > start + len(cue) + 1 else Span(opens - 3, opens - 1)  # fmt: skip
    return Attribution(
        source=(Span(opens, opens + len(text[opens:start].rstrip())),),
        cue=(Span(start, start + len(cue)),),
        content=(content,),
        kind=AttributionKind.INDIRECT,
        rule="test",
        manner=Manner.SAID,
        speaker=speaker,
    )


def settled(text: str, *attributions: Attribution) -> list[str | None]:
    return [one.speaker for one in settle_speakers(segment(text), attributions, mentions(text))]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: f"{e.rule}: {e.text[:30]}")
def test_a_rule_fires_where_it_should_and_nowhere_else(example: SpeakerExample) -> None:
    assert settled(example.text, said(example.text, speaker=example.was)) == [example.speaker]


def test_it_is_the_body_that_spoke_just_before_in_the_paragraph() -> None:
    text = "Orlen said the dam was safe. It was late, it added."
    first = said(text, speaker="Orlen")
    second = said(text, "added")

    assert settled(text, first, second) == ["Orlen", "Orlen"]
    assert settled(text, replace(first, speaker="Ana Petrov"), second)[1] is None


def test_she_is_no_body() -> None:
    text = "Orlen said the dam was safe. It was late, she added."

    assert settled(text, said(text, speaker="Orlen"), said(text, "added"))[1] is None


def test_a_report_goes_on_from_who_was_cited_with_it() -> None:
    text = "The Velm Institute said the sea rose.\n\nThe report warned of more."
    first = said(text, speaker="Velm Institute")

    assert settled(text, first, said(text, "warned"))[1] == "Velm Institute"
    thought = replace(first, manner=Manner.THOUGHT)
    assert settled(text, thought, said(text, "warned"))[1] is None


def test_a_second_verb_shares_the_subject_before_and() -> None:
    text = "Ana Petrov said the dam was safe and called on them to stay."
    first = said(text, speaker="Ana Petrov")
    second = replace(said(text, "called on"), source=())

    assert settled(text, first, second) == ["Ana Petrov", "Ana Petrov"]
    other = text.replace(" and called", " that called")
    assert settled(other, first, replace(said(other, "called on"), source=()))[1] is None


@pytest.mark.parametrize(
    ("cue", "kept"), [("was urged", False), ("has been told", False), ("has urged", True)]
)
def test_who_is_spoken_to_says_nothing(cue: str, kept: bool) -> None:  # noqa: FBT001 -- one of two outcomes
    text = f"Orlen {cue} to leave."
    (found,) = settle_speakers(segment(text), [said(text, cue, speaker="Orlen")], mentions(text))

    assert (bool(found.source), found.speaker) == ((True, "Orlen") if kept else (False, None))


def test_without_mentions_nothing_is_settled() -> None:
    text = "Analysts said the dam was safe."
    given = (said(text, speaker="Analysts"),)

    assert settle_speakers(segment(text), given, ()) == given
