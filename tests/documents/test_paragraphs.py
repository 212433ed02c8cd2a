"""Wrapped lines become paragraphs; lines that stand for themselves stay."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.documents.paragraphs import join_wrapped, lines_of
from sayso.text import Span

COUNCIL = (
    "The harbour council of Ellery said on Tuesday that about 40 of the 120 boats had been moved"
    " before the storm, and that the remainder would follow within a week if the weather held."
)
LEADER = (
    "“We will not wait,” said Mara Dunne, who leads the council. “The breakwater is old, and"
    " nobody has repaired it since the flood of 2003, whatever the ministry may claim.”"
)
GOVERNOR = (
    "The governor of the province, speaking in Tarn, denied that any delay had happened and"
    " called the reports of the past week a campaign against him."
)
PARAGRAPHS = [COUNCIL, LEADER, GOVERNOR]


def joined(text: str) -> list[str]:
    return join_wrapped(text, tuple(lines_of(text)))[0].split("\n")


@pytest.mark.parametrize("width", [50, 60, 72, 80])
def test_paragraphs_wrapped_at_a_width_are_joined(width: int) -> None:
    text = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in PARAGRAPHS)

    assert joined(text) == PARAGRAPHS


@pytest.mark.parametrize("width", [60, 80])
def test_a_line_that_ends_early_ends_its_paragraph(width: int) -> None:
    text = "\n".join(textwrap.fill(paragraph, width) for paragraph in PARAGRAPHS)

    assert joined(text) == PARAGRAPHS


def test_wrapped_lines_with_a_blank_line_after_each_are_joined() -> None:
    lines = [line for paragraph in PARAGRAPHS for line in textwrap.wrap(paragraph, 60)]

    assert joined("\n\n".join(lines)) == PARAGRAPHS


def test_a_paragraph_to_a_line_stays() -> None:
    assert joined("\n".join(PARAGRAPHS)) == PARAGRAPHS
    assert joined("\n\n".join(PARAGRAPHS)) == PARAGRAPHS


def test_short_lines_of_a_menu_stay() -> None:
    menu = ["Home", "World news", "Opinion", "The harbour: all stories", "Contact us", "Sign in"]

    assert joined("\n".join(menu)) == menu


def test_headlines_of_like_length_stay() -> None:
    headlines = [
        "Harbour council votes to move every boat before Friday",
        "Tarn ferry operator says no crew member was warned",
        "What we know about the breakwater and its builders",
        "Governor denies delay as the second storm nears coast",
        "Letters: why did nobody listen to the old engineers",
        "Weather: gales in the north, dry for the weekend",
    ]

    assert joined("\n".join(headlines)) == headlines


def test_list_items_begin_their_own_lines() -> None:
    text = textwrap.fill(PARAGRAPHS[0], 60) + "\n- one boat sank\n- two were towed\n1. and more"

    assert joined(text) == [PARAGRAPHS[0], "- one boat sank", "- two were towed", "1. and more"]


def test_a_dash_or_number_that_a_sentence_goes_on_with_is_no_item() -> None:
    text = (
        "The harbour council of Ellery met on Tuesday night in the hall\n"
        "– its first meeting since the storm – and counted the boats of\n"
        "40. The others, it was said at once, had been lost in the first\n"
        "hour of the storm, with all that was on board of each of them,\n"
        "and nobody in the town could say when or whether the ministry\n"
        "would pay for the boats, or for the nets that were on board."
    )

    assert joined(text) == [text.replace("\n", " ")]


def test_a_word_cut_by_a_line_end_is_joined_even_in_other_text() -> None:
    text = "A single line that is rather long and ends in the middle of a govern-\nment word."

    assert joined(text) == [
        "A single line that is rather long and ends in the middle of a government word."
    ]


def test_a_short_line_that_ends_in_a_hyphen_stays() -> None:
    assert joined("Share this-\nnow") == ["Share this-", "now"]


def test_lines_in_capitals_after_a_hyphen_stay_apart_in_other_text() -> None:
    text = "A single line that is rather long and names at last the Anglo-\nIrish treaty of old."

    assert len(joined(text)) == 2


def test_one_overlong_line_does_not_hide_the_width() -> None:
    address = "https://ellery.example/" + "a" * 90
    text = textwrap.fill(" ".join(PARAGRAPHS), 64) + "\n\n" + address

    assert joined(text) == [" ".join(PARAGRAPHS), address]


def test_text_without_words_has_no_lines() -> None:
    assert join_wrapped(" \n \n", tuple(lines_of(" \n \n")))[0] == ""


def test_lines_without_a_blank_have_no_width() -> None:
    words = ["harbour" * 7] * 6

    assert joined("\n".join(words)) == words


@given(st.lists(st.sampled_from(["word", "bre-", "Caps", "end.", "", " ", "1. x"]), max_size=40))
def test_every_word_survives_and_leads_back_to_itself(words: list[str]) -> None:
    text = textwrap.fill(" ".join(words), 40, break_on_hyphens=False)
    result, text_map = join_wrapped(text, tuple(lines_of(text)))

    assert result.replace("-", "").split() or not text.split()
    for i, character in enumerate(result):
        (span, *_) = text_map.original_spans(Span(i, i + 1)) or (None,)
        if span is not None and character not in " \n":
            assert span.text_in(text) == character
