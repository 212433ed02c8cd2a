import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.analysis import Attribution, AttributionKind
from sayso.language.attributions import attribute, find_direct_attributions
from sayso.language.quotations import find_quotations
from sayso.language.segments import segment
from sayso.text import Span


def attributions(text: str) -> tuple[Attribution, ...]:
    segments = segment(text)
    return attribute(segments, find_quotations(text, segments=segments))


def written(text: str, spans: tuple[Span, ...]) -> str:
    return " … ".join(span.text_in(text) for span in spans)


def only(text: str) -> tuple[str, str, str]:
    (found,) = attributions(text)
    return written(text, found.source), written(text, found.cue), written(text, found.content)


# Each case: a text with one attribution; its source, cue and content.
DIRECT = {
    "a name behind": ('"We left," Ana Petrov said.', "Ana Petrov", "said", "We left,"),
    "a name behind the verb": ('"We left," said Ana Petrov.', "Ana Petrov", "said", "We left,"),
    "a pronoun behind": ('"We left," she said.', "she", "said", "We left,"),
    "a name before": ('Ana Petrov said: "We left."', "Ana Petrov", "said", "We left."),
    "that": ('Ana Petrov said that "we left".', "Ana Petrov", "said", "we left"),
    "a hearer": ('Ana Petrov told reporters, "We left."', "Ana Petrov", "told", "We left."),
    "an apposition": (
        '"We left," Ana Petrov, the mayor of Velnia, said.',
        "Ana Petrov, the mayor of Velnia",
        "said",
        "We left,",
    ),
    "two appositions": (
        '"We left," Ana Petrov, the mayor, one of those on the dam, said.',
        "Ana Petrov, the mayor, one of those on the dam",
        "said",
        "We left,",
    ),
    "an apposition behind the verb": (
        '"We left," said Ana Petrov, a retired nurse.',
        "Ana Petrov, a retired nurse",
        "said",
        "We left,",
    ),
    "an age": ('"We left," said Ana Petrov, 45, on Monday.', "Ana Petrov, 45", "said", "We left,"),
    "a relative clause": (
        '"We left," Ana Petrov, who lives there, said.',
        "Ana Petrov, who lives there",
        "said",
        "We left,",
    ),
    "who said": ('They met Ana Petrov, who said: "We left."', "Ana Petrov", "said", "We left."),
    "a party in brackets": (
        '"We left," Rep. Ana Vey (D-Osk.) said.',
        "Rep. Ana Vey (D-Osk.)",
        "said",
        "We left,",
    ),
    "a date before an insertion": (
        'Its letter of 9 May, seen by the town, says: "We left."',
        "Its letter of 9 May, seen by the town",
        "says",
        "We left.",
    ),
    "an inserted adjunct alone": ('It was, seen by all, said: "We left."', "", "said", "We left."),
    "a nickname": ('"We left," Ana "Foxy" Vey said.', 'Ana "Foxy" Vey', "said", "We left,"),
    "a day before the subject": (
        'On Monday Ana Petrov said: "We left."',
        "Ana Petrov",
        "said",
        "We left.",
    ),
    "a statement before the subject": (
        'In a statement, the board said: "We left."',
        "the board",
        "said",
        "We left.",
    ),
    "two verbs": ('Ana Petrov laughed and said, "We left."', "Ana Petrov", "said", "We left."),
    "a participle": ('The board met in May, adding: "We left."', "The board", "adding", "We left."),
    "a film": ('They saw Ana Petrov saying, "We left."', "Ana Petrov", "saying", "We left."),
    "according to": (
        '"We left early," according to Ana Petrov.',
        "Ana Petrov",
        "according to",
        "We left early,",
    ),
    "quoted as saying": (
        'Ana Petrov was quoted as saying "we left early".',
        "Ana Petrov",
        "quoted as saying",
        "we left early",
    ),
    "an opinion": (
        'For Ana Petrov of the dam board, "it was a bad year".',
        "Ana Petrov of the dam board",
        "For",
        "it was a bad year",
    ),
    "a label": ('PETROV: "We left early."', "PETROV", ":", "We left early."),
    "a thing that says": (
        'A banner at the gate: "We left early."',
        "A banner at the gate",
        ":",
        "We left early.",
    ),
    "a clause before a colon": (
        'Ana Petrov changed the answer: "We left."',
        "Ana Petrov",
        ":",
        "We left.",
    ),
    "a transcript": ('"PETROV: We left early."', "PETROV", ":", "We left early."),
    "a byline": ("“We left early.” — Ana Petrov", "Ana Petrov", "", "We left early."),
    "a rare verb behind": ('"We left," Petrov deadpanned.', "Petrov", "deadpanned", "We left,"),
    "a rare verb before": (
        'Ana Petrov attacked "the idea that all of us must leave".',
        "Ana Petrov",
        "attacked",
        "the idea that all of us must leave",
    ),
    "around the cue": ('"We left," said Ana, "and ran."', "Ana", "said", "We left, … and ran."),
    "goes on behind the cue": (
        '"We left," said Ana. "We ran."',
        "Ana",
        "said",
        "We left, … We ran.",
    ),
    "waits for its cue in the next line": (
        '"We left.\n\nWe ran," said Ana.',
        "Ana",
        "said",
        "We left. … We ran,",
    ),
    "waits for its cue": (
        '"We left." It rained. "We ran," said Ana.',
        "Ana",
        "said",
        "We left. … We ran,",
    ),
    "the sentence before": (
        'Ana Petrov said it rained. "We left the town."',
        "Ana Petrov",
        "said",
        "We left the town.",
    ),
    "the paragraph before": ('Ana Petrov added:\n\n"We left."', "Ana Petrov", "added", "We left."),
    "continued paragraphs": (
        'Ana Petrov said: "We left.\n\n"We ran."',
        "Ana Petrov",
        "said",
        "We left. … We ran.",
    ),
    "no source": ('It rained. "We left the town early."', "", "", "We left the town early."),
}


@pytest.mark.parametrize(("text", "source", "cue", "content"), DIRECT.values(), ids=DIRECT.keys())
def test_a_quotation_has_its_source_and_cue(text: str, source: str, cue: str, content: str) -> None:
    assert only(text) == (source, cue, content)
    assert attributions(text)[0].kind is AttributionKind.DIRECT


MIXED = {
    "behind that": (
        'Ana Petrov said on Monday that the plan was "a trap" for all.',
        "Ana Petrov",
        'the plan was "a trap" for all',
    ),
    "without that": (
        'Ana Petrov said the plan was "a trap".',
        "Ana Petrov",
        'the plan was "a trap"',
    ),
    "that of an inner clause": (
        'Ana Petrov said she knew that it was "a trap".',
        "Ana Petrov",
        'she knew that it was "a trap"',
    ),
    "two fragments": (
        'Ana Petrov said the "dam" and its "gates" were lost.',
        "Ana Petrov",
        'the "dam" and its "gates" were lost',
    ),
    "up to the next cue": (
        'Ana Petrov said it was "a trap" and warned them.',
        "Ana Petrov",
        'it was "a trap"',
    ),
    "from the quotation on": (
        'Ana Petrov said "the plan" was dead.',
        "Ana Petrov",
        '"the plan" was dead',
    ),
    "before the cue": (
        'It was "a trap" for all of them, Ana Petrov said.',
        "Ana Petrov",
        'It was "a trap" for all of them',
    ),
    "completed by the quotation": (
        'The plan "is dead," Ana Petrov said.',
        "Ana Petrov",
        'The plan "is dead,"',
    ),
    "according to": (
        'According to Ana Petrov, it was "a trap" for all.',
        "Ana Petrov",
        'it was "a trap" for all',
    ),
    "according to him": ('According to him, it was "a trap".', "him", 'it was "a trap"'),
    "what a thing is called": (
        'Ana Petrov called the plan "a trap".',
        "Ana Petrov",
        'the plan "a trap"',
    ),
    "that behind an adjunct": (
        'Ana Petrov wrote in a report published in May that it was "a trap".',
        "Ana Petrov",
        'it was "a trap"',
    ),
    "a second verb": (
        'Ana Petrov, who lives there, met them, saying it was "a trap".',
        "Ana Petrov, who lives there",
        'it was "a trap"',
    ),
}


@pytest.mark.parametrize(("text", "source", "content"), MIXED.values(), ids=MIXED.keys())
def test_a_quotation_inside_a_reported_clause_brings_the_clause(
    text: str, source: str, content: str
) -> None:
    found_source, _, found_content = only(text)

    assert (found_source, found_content) == (source, content)
    assert attributions(text)[0].kind is AttributionKind.MIXED


@pytest.mark.parametrize(
    "text",
    [
        'The dam, they were told, was "a trap for all of them".',
        'For all of them, "it was a very bad year".',
        '"It was a very bad year" — or so',
        'Ana Petrov asked about the long and winding road to the old dam of Velnia "before it all began".',
    ],
)
def test_no_source_is_made_up(text: str) -> None:
    assert all(found.source == () for found in attributions(text))


def test_one_opening_word_makes_no_clause() -> None:
    assert only('But "we left early," said Ana.') == ("Ana", "said", "we left early,")


def test_words_of_a_loose_verb_stay_alone_behind_an_adjunct() -> None:
    assert only('Ana laughed in the town at "the very bad plan".')[2] == "the very bad plan"


def test_a_quotation_behind_a_running_one_has_the_same_speaker() -> None:
    text = '"We left," said Ana.\n\n"We ran to the hills." "We hid in the hills."'
    _, running = attributions(text)

    assert running.rule == "running_speaker"
    assert written(text, running.content) == "We ran to the hills. … We hid in the hills."


def test_two_speakers_of_one_sentence_are_kept_apart() -> None:
    text = 'Ana said, "We left," and Bo Vey replied, "We stayed."'
    first, second = attributions(text)

    assert (written(text, first.source), written(text, first.content)) == ("Ana", "We left,")
    assert (written(text, second.source), written(text, second.content)) == ("Bo Vey", "We stayed.")


def test_a_quotation_alone_in_its_paragraph_goes_to_the_running_speaker() -> None:
    text = '"We left," said Ana Petrov.\n\n"We ran to the hills."'
    _, running = attributions(text)

    assert (running.rule, running.cue) == ("running_speaker", ())
    assert written(text, running.source) == "Ana Petrov"


def test_a_speaker_does_not_run_past_a_paragraph_without_speech() -> None:
    text = '"We left," said Ana Petrov.\n\nIt rained.\n\n"They ran to the hills."'

    assert attributions(text)[1].source == ()


def test_where_each_utterance_bears_its_name_one_without_stays_nameless() -> None:
    text = "“We left early.” — Ana Petrov\n\n“We stayed all night.”"

    assert attributions(text)[1].source == ()


def test_names_and_words_held_at_a_distance_are_not_attributed() -> None:
    assert attributions('The "army" filmed "The Drowned Town" there.') == ()


def test_layers_made_before_give_the_same_result() -> None:
    text = '"We left," said Ana. It rained. "We ran," she added.'
    segments = segment(text)
    quotations = find_quotations(text)

    assert attributions(text) == find_direct_attributions(
        text, segments.tokens, segments.sentences, segments.paragraphs, quotations
    )


PARTS = [
    '"We left," ',
    "said Ana Petrov",
    ". ",
    "\n\n",
    '"it was',
    '" and "',
    "according to ",
    "who said ",
    "adding: ",
    "he, ",
    "— Bo",
    "the ",
]


@given(st.lists(st.sampled_from(PARTS), max_size=25))
def test_any_text_gives_attributions_whose_parts_do_not_overlap(parts: list[str]) -> None:
    text = "".join(parts)
    quotations = find_quotations(text)
    contents = {q.content for q in quotations}
    for found in attributions(text):
        assert found.content
        assert all(a.end <= b.start for a, b in itertools.pairwise(found.content))
        assert found.kind is AttributionKind.MIXED or all(
            any(whole.contains(part) for whole in contents) for part in found.content
        )
        assert all(not cue.overlaps(part) for cue in found.cue for part in found.content)


@pytest.mark.shared
def test_no_quotation_of_the_seeds_is_without_a_source(shared: Path) -> None:
    for path in sorted((shared / "seeds").iterdir()):
        assert all(found.source for found in attributions(path.read_text("utf8")))


def test_a_quotation_over_lines_without_a_cue_is_one() -> None:
    (_, bare) = attributions('"We left," said Ana.\n\n"It rained.\n\nWe ran."\n\nBo came.')

    assert written('"We left," said Ana.\n\n"It rained.\n\nWe ran."', bare.content) == (
        "It rained. … We ran."
    )
