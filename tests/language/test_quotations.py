import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.analysis import Quotation, QuoteUse
from sayso.language.quotations import QuoteState, find_quotations, quote_states
from sayso.language.tokens import tokenize

MARKS = "\"'“”„‘’«»"

# Each case: a text and the passages it holds, with their marks, parted by a bar.
PAIRS = {
    "straight marks": ('He said "go" and "stay".', '"go"|"stay"'),
    "curly marks": ("He said “go” and “stay”.", "“go”|“stay”"),
    "marks of mixed make": ('He said “go" now.', '“go"'),
    "low and high marks": ("Er sagte „geh“ und „bleib“.", "„geh“|„bleib“"),
    "guillemets": ("Il dit « va » et «viens».", "« va »|«viens»"),
    "guillemets that point inwards": ("Er sagte »geh« und »bleib«.", "»geh«|»bleib«"),
    "the same mark twice": ("Hon sa ”hej” och ”då”.", "”hej”|”då”"),
    "corner brackets": ("彼は「行く」と言った。", "「行く」"),
    "single curly marks": ("He said ‘go’ and ‘stay’.", "‘go’|‘stay’"),
    "single straight marks": ("He said 'go' and 'stay'.", "'go'|'stay'"),
    "backtick and apostrophe": ("He said `go' now.", "`go'"),
    "doubled single marks": ("He said ``go'' now.", "``go''"),
    "apostrophes inside": ("'It's the dogs' turn,' he said.", "'It's the dogs' turn,'"),
    "possessives alone": ("The dogs' turn and the cats' turn.", ""),
    "decades and clipped words": ("In the '90s 'em and rock 'n' roll.", ""),
    "a dropped g": (
        "'I was singin' and dancin' then,' he said.",
        "'I was singin' and dancin' then,'",
    ),
    "nested marks": ("“He told me ‘go’ then,” she said.", "“He told me ‘go’ then,”|‘go’"),
    "nested straight marks": ('"He told me "go" then," she said.', '"He told me "go" then,"|"go"'),
    "marks doubled by a table": ('He said ""go"" now.', '""go""'),
    "feet and inches": ('A 6\'2" man said "go".', '"go"'),
    "inches in a quotation": ('"The 12" pipe broke," he said.', '"The 12" pipe broke,"'),
    "a quotation that ends in a number": ('"It was 12" he said.', '"It was 12"'),
    "a stray closing mark": ("It broke.” He said “go”.", "“go”"),
    "a stray opening mark": ("It “broke. He said “go”.", "“go”"),
    "a stray straight mark": ('It broke " and he said "go".', '"go"'),
    "no blank behind the closing mark": ('"Go,"he said, "stay."', '"Go,"|"stay."'),
    "blanks on both sides": ('" Go , " he said .', '" Go , "'),
    "marks around nothing": ('He said "" and " " and "go".', '"go"'),
    "marks behind a bracket and a dash": ('He (said "go")—"stay"—left.', '"go"|"stay"'),
}


def passages(text: str) -> list[str]:
    return [q.span.text_in(text) for q in find_quotations(text)]


@pytest.mark.parametrize(("text", "expected"), PAIRS.values(), ids=PAIRS.keys())
def test_marks_pair_by_their_kind_and_neighbours(text: str, expected: str) -> None:
    assert passages(text) == [p for p in expected.split("|") if p]


def test_span_holds_the_marks_and_content_does_not() -> None:
    text = "He said « we go » now."
    (quotation,) = find_quotations(text)

    assert quotation.span.text_in(text) == "« we go »"
    assert quotation.content.text_in(text) == "we go"
    assert quotation.closed


def test_a_quotation_goes_on_in_paragraphs_that_repeat_its_mark() -> None:
    text = "“We came early.\n\n“We stayed late.\n\n“We left,” she said."
    first, second, third = find_quotations(text)

    assert (first.closed, second.closed, third.closed) == (False, False, True)
    assert (first.continues, second.continues, third.continues) == (None, 0, 1)
    assert second.content.text_in(text) == "We stayed late."


def test_a_quotation_that_begins_inside_its_paragraph_goes_on_too() -> None:
    first, second = find_quotations("Ana said: “We came early.\n\n“We left.”")

    assert (first.rule, second.continues) == ("goes_on", 0)


def test_a_quotation_left_open_before_plain_text_does_not_go_on() -> None:
    first, second = find_quotations("“We came to the town early.\n\nIt rained. “We left.”")

    assert (first.rule, first.closed) == ("unclosed", False)
    assert (second.rule, second.continues) == ("double_marks", None)


def test_a_quotation_whose_mark_is_not_repeated_is_carried_to_its_end() -> None:
    text = "“We came early.\n\nWe left,” she said."
    first, second = find_quotations(text)

    assert (first.rule, second.rule) == ("goes_on", "continued")
    assert second.span.text_in(text) == "We left,”"


def test_a_quotation_without_end_reaches_to_the_end_of_its_paragraph_only() -> None:
    text = 'The mayor said: "We left the town early.\n\nIt rained. He said "go".'

    assert passages(text) == ['"We left the town early.', '"go"']


def test_an_unclosed_mark_in_running_text_is_dropped() -> None:
    assert passages("The dam “held and the town slept through the whole night.") == []


def test_an_odd_mark_does_not_derail_the_next_paragraph() -> None:
    text = 'It broke" at night.\n\n"We left," she said.'

    assert passages(text) == ['"We left,"']


USES = {
    "speech": ('"We left early," she said.', QuoteUse.QUOTATION),
    "a fragment of reported speech": ('She said the plan was "dead".', QuoteUse.QUOTATION),
    "a label": ("BANNER: “No more floods in our town!”", QuoteUse.QUOTATION),
    "a term": ('The so-called "safe zone" flooded.', QuoteUse.SCARE),
    "a word held at a distance": ('The "army" marched on.', QuoteUse.SCARE),
    "one word in a headline": (
        "Velnia Begins ‘Transfer’ Of Boats From Lake To Sea",
        QuoteUse.SCARE,
    ),
    "a nickname": ('Later Ana "Foxy" Petrov left.', QuoteUse.NAME),
    "a nickname of three words": ('Later Ana "the Old Fox" Petrov left.', QuoteUse.NAME),
    "a film": ('He filmed "The Drowned Town" there.', QuoteUse.NAME),
    "a thing with a title": ('A tape titled "do it now" was found.', QuoteUse.NAME),
    "a work by its noun": ('The novel "Water" sold well.', QuoteUse.NAME),
}


@pytest.mark.parametrize(("text", "use"), USES.values(), ids=USES.keys())
def test_speech_is_told_from_distance_and_names(text: str, use: QuoteUse) -> None:
    assert [q.use for q in find_quotations(text)] == [use]


def test_tokens_know_where_they_stand_to_the_quotations() -> None:
    text = 'The "army" left. "We won," she said.'
    tokens = tokenize(text)
    states = quote_states(tokens, find_quotations(text))

    marked = [(tokens.span(i).text_in(text), s) for i, s in enumerate(states) if s != "outside"]
    assert marked == [
        ('"', QuoteState.OPENING),
        ("We", QuoteState.INSIDE),
        ("won", QuoteState.INSIDE),
        (",", QuoteState.INSIDE),
        ('"', QuoteState.CLOSING),
    ]


@given(st.text(alphabet=MARKS + "aB., \n12", max_size=100))
def test_any_marks_give_passages_that_lie_in_the_text_in_order(text: str) -> None:
    found = find_quotations(text)

    for index, quotation in enumerate(found):
        assert quotation.span.contains(quotation.content)
        assert quotation.content.text_in(text).strip() == quotation.content.text_in(text)
        assert quotation.continues is None or 0 <= quotation.continues < index
        assert "\n\n" not in quotation.span.text_in(text)
    assert [q.span.start for q in found] == sorted(q.span.start for q in found)


@given(
    st.lists(
        st.sampled_from(['"We left," she said.', "He went 6'2\" up.", 'It "broke.', "So”it was."])
    )
)
def test_a_sound_paragraph_is_read_alike_in_any_company(others: list[str]) -> None:
    sound = "“The dam held,” said Ana."
    text = "\n\n".join([*others, "It rained.", sound, "It rained."])
    start = text.rindex(sound)

    assert any(
        q.span.start == start and q.content.text_in(text) == "The dam held,"
        for q in find_quotations(text)
    )


@pytest.mark.shared
def test_every_double_mark_of_the_seeds_belongs_to_a_passage(shared: Path) -> None:
    for path in sorted((shared / "seeds").iterdir()):
        text = path.read_text("utf8")
        edges: set[int] = set()
        for quotation in find_quotations(text):
            edges.update({quotation.span.start, quotation.span.end - 1})

        assert {m.start() for m in re.finditer('["“”]', text)} <= edges


def use_counts(found: tuple[Quotation, ...]) -> tuple[int, int, int]:
    uses = [quotation.use for quotation in found]
    return tuple(uses.count(use) for use in QuoteUse)  # type: ignore[return-value]  # three uses


@pytest.mark.shared
def test_the_seeds_hold_speech_distance_and_names_as_read_by_hand(shared: Path) -> None:
    counts = [
        use_counts(find_quotations(path.read_text("utf8")))
        for path in sorted((shared / "seeds").iterdir())
    ]

    assert counts == [(6, 1, 1), (8, 0, 0), (9, 2, 0), (9, 1, 0), (2, 0, 0)]
