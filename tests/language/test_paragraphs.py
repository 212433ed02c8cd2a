from hypothesis import given
from hypothesis import strategies as st

from sayso.language.paragraphs import find_paragraphs


def paragraphs(text: str) -> list[str]:
    return [span.text_in(text) for span in find_paragraphs(text)]


def test_a_blank_line_parts_two_paragraphs() -> None:
    assert paragraphs("One.\n\nTwo.\n \t\nThree.") == ["One.", "Two.", "Three."]


def test_windows_line_ends_count_once() -> None:
    assert paragraphs("One.\r\nTwo.\r\n\r\nThree.") == ["One.", "Two.", "Three."]


def test_a_single_line_break_parts_paragraphs_that_end_a_sentence() -> None:
    assert paragraphs("The dam held.\nThe town slept.") == ["The dam held.", "The town slept."]


def test_a_heading_without_a_stop_is_a_paragraph() -> None:
    assert paragraphs("Water rises in Velnia\nThe dam held.") == [
        "Water rises in Velnia",
        "The dam held.",
    ]


def test_a_sentence_that_runs_on_in_lower_case_stays_together() -> None:
    assert paragraphs("The dam held through\nthe night.") == ["The dam held through\nthe night."]


def test_lines_wrapped_at_a_width_are_one_paragraph() -> None:
    text = (
        "The dam above the old town of Velnia held through the\n"
        "night, Mayor Ana Petrov said on Tuesday, although the\n"
        "River Osk rose by two metres and cut off the road."
    )

    assert paragraphs(text) == [text]


def test_short_lines_of_a_list_are_not_taken_for_wrapped_text() -> None:
    assert paragraphs("Bread\nMilk for the children of the town hall\nSalt") == [
        "Bread",
        "Milk for the children of the town hall",
        "Salt",
    ]


def test_lines_of_very_different_length_are_not_wrapped() -> None:
    text = "A line that is much longer than all the others here\nBread\nSalt and pepper\nTea"

    assert len(paragraphs(text)) == 4


def test_blanks_alone_are_no_paragraph() -> None:
    assert paragraphs(" \n\n\t ") == []


@given(st.text(alphabet="aA. \n\r\t\u2028", max_size=80))
def test_paragraphs_hold_all_that_is_not_blank_in_order(text: str) -> None:
    spans = find_paragraphs(text)

    assert (
        "".join(s.text_in(text) for s in spans).split()
        == "".join(text[s.start : s.end] for s in spans).split()
    )
    assert "".join("".join(s.text_in(text).split()) for s in spans) == "".join(text.split())
    assert list(spans) == sorted(spans)
    assert all(s.text_in(text) == s.text_in(text).strip() for s in spans)
