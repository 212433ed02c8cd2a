"""Quotations that a paragraph leaves open."""

import pytest

from sayso.language.quotations import find_quotations


def quoted(text: str) -> list[str]:
    return [one.content.text_in(text) for one in find_quotations(text)]


CUT = (
    'The mayor said: "The dam is safe.\n\n'
    "It was checked in May.\n\n"
    '"It will hold.\n\n'
    'We know that."\n\n'
    "The dam is old."
)


def test_lines_between_the_marks_of_a_text_cut_by_sentence_are_quoted() -> None:
    found = find_quotations(CUT)

    assert quoted(CUT) == [
        "The dam is safe.",
        "It was checked in May.",
        "It will hold.",
        "We know that.",
    ]
    assert [one.continues for one in found] == [None, 0, 1, 2]
    assert [one.closed for one in found] == [False, False, False, True]


def test_lines_before_the_closing_mark_are_quoted() -> None:
    text = '"The dam is safe.\n\nIt was checked.\n\nIt will hold," the mayor said.'

    assert quoted(text) == ["The dam is safe.", "It was checked.", "It will hold,"]


@pytest.mark.parametrize(
    "between",
    [
        "The clerk said nothing was checked.",  # somebody else is reported to speak
        'The dam has a "gate" of wood.',  # marks of its own
        "\n\n".join(["It was checked."] * 8),  # too far
    ],
)
def test_a_mark_that_nobody_takes_up_is_a_slip(between: str) -> None:
    text = f'The mayor said: "The dam is safe.\n\n{between}\n\n"It will hold," said Bo Lund.'

    assert "It will hold," in quoted(text)
    assert not any(one in quoted(text) for one in between.split("\n\n"))


def test_a_text_of_whole_paragraphs_repeats_its_marks() -> None:
    text = (
        'The mayor said: "The dam is safe.\n\nNobody lives there. The road is shut.\n\n'
        '"It will hold," said Bo Lund.'
    )

    assert "Nobody lives there. The road is shut." not in quoted(text)


def test_a_mark_inside_of_a_sentence_begins_no_speech_that_goes_on() -> None:
    text = 'A "ruin of a dam.\n\nIt was checked.\n\nIt holds," the mayor said.'

    assert "It was checked." not in quoted(text)


def test_marks_set_apart_from_words_close_what_lines_before_opened() -> None:
    text = (
        '"The line is dead, " Lund said.\n\n"We have kin there.\n\nI wait for word. "\n\n'
        '"They said so.\n\nIt is too late, " Lund said.'
    )

    assert quoted(text) == [
        "The line is dead,",
        "We have kin there.",
        "I wait for word.",
        "They said so.",
        "It is too late,",
    ]
