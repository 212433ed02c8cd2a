"""Lines and their numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.documents.line_context import FEATURES, distances, features_of, main_block
from sayso.documents.line_smoothing import SECOND_FEATURES, second_features
from sayso.documents.lines import content_words, is_sentence_like, shape_of, split_lines, words_of
from sayso.text import Span

SENTENCE = "The harbour of Port Ellery reopened on Monday, a week after the storm, the mayor said."
MENU = "World | Sport | Weather"


def test_lines_stand_without_the_blanks_around_them() -> None:
    text = "\u200b\n  The harbour \r\n\n\u00a0\nreopened"

    assert [(line.text, line.span) for line in split_lines(text)] == [
        ("The harbour", Span(4, 15)),
        ("reopened", Span(21, 29)),
    ]


@given(st.text(alphabet="ab \n\r\u00a0\u200b\t."))
def test_the_span_of_a_line_holds_its_text(text: str) -> None:
    for line in split_lines(text):
        assert line.span.text_in(text) == line.text
        assert line.text.strip() == line.text


@given(st.lists(st.text(min_size=1).filter(lambda t: len(split_lines(t)) == 1), max_size=12))
def test_any_lines_have_one_row_of_numbers_each(texts: list[str]) -> None:
    lines = [split_lines(text)[0].text for text in texts]
    rows = features_of(lines)

    assert len(rows) == len(lines)
    assert all(len(row) == len(FEATURES) for row in rows)
    second = second_features([0.5] * len(rows), [row[0] for row in rows])
    assert all(len(row) == len(SECOND_FEATURES) for row in second)
    assert len(second) == len(rows)


def test_a_sentence_has_the_shape_of_prose_and_a_menu_has_not() -> None:
    assert is_sentence_like(shape_of(SENTENCE, words_of(SENTENCE)))
    assert not is_sentence_like(shape_of(MENU, words_of(MENU)))


@pytest.mark.parametrize(
    ("text", "feature", "value"),
    [
        (MENU, "link_marks", 2),
        ("Is it over?”", "terminal", 1),
        ("Port Ellery: what now", "terminal", 0),
        ("Updated 10:35", "clock", 1),
        ("3 of 12", "counter", 1),
        ("ellery.example@post.com", "address", 1),
        ("© Ellery", "copyright", 1),
        ("It ended. The boats left. Nobody", "sentences", 2),
        ("THE HARBOUR opens", "capitals", 2 / 3),
    ],
)
def test_the_shape_of_a_line_shows_its_marks(text: str, feature: str, value: float) -> None:
    assert getattr(shape_of(text, words_of(text)), feature) == pytest.approx(value)


def test_content_words_leave_out_short_and_function_words() -> None:
    assert content_words(["The", "Harbour", "of", "these", "Boats"]) == {"harbour", "boats"}


def test_the_main_block_is_the_run_that_weighs_most() -> None:
    assert main_block([-5, 3, 4, -1, 6, -9, 7]) == (1, 5)
    assert main_block([-1, -2]) == (0, 0)


def test_distances_count_back_to_the_last_mark() -> None:
    assert distances([False, True, False, False]) == [60, 60, 1, 2]


def test_a_line_knows_how_much_of_it_the_other_lines_repeat() -> None:
    rows = features_of(["Harbour reopens", SENTENCE, "Cookies welcome"])
    at = FEATURES.index("recurring_in_prose")

    assert [row[at] for row in rows] == [0.5, 0.0, 0.0]
