"""Text on a terminal: widths, cuts that show, and marks under the exact characters."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.cli.width import Mark, cut, marked_lines, shown_text, width
from sayso.text import Span


def lines(text: str, *spans: tuple[int, int], columns: int = 80) -> list[tuple[str, str]]:
    marks = [Mark(Span(*span)) for span in spans]
    return [(line.text, line.signs) for line in marked_lines(text, marks, columns)]


def test_a_wide_character_takes_two_columns_and_a_combining_mark_none() -> None:
    assert width("東京") == 4
    assert width("cafe\u0301") == 4
    assert width("한") == 2
    assert width("\u1112\u1161\u11ab") == 2


def test_text_that_fits_is_not_cut() -> None:
    assert cut("forty", 5) == "forty"


def test_a_cut_shows_itself_and_keeps_to_its_columns() -> None:
    assert cut("forty men", 8) == "forty m…"
    assert cut("forty men", 7) == "forty…"
    assert cut("東京都庁", 6) == "東京…"


def test_what_cannot_be_seen_gets_a_visible_stand_in() -> None:
    assert shown_text("a\x1b[2Kb") == "a␛[2Kb"
    assert shown_text("a\u202eb") == "a⟨202E⟩b"
    assert shown_text("a\nb\tc\x7f\x85") == "a⏎b c␡⟨0085⟩"


def test_the_marks_stand_under_the_characters() -> None:
    assert lines("At least 40 men", (0, 11)) == [("At least 40 men", "^" * 11)]


def test_marks_are_as_wide_as_what_they_mark() -> None:
    assert lines("東京で40人", (3, 5)) == [("東京で40人", "      ^^")]
    assert lines("東京で40人", (0, 2)) == [("東京で40人", "^^^^")]
    assert lines("cafe\u0301 40", (6, 8)) == [("cafe\u0301 40", "     ^^")]
    assert lines("\u202e40", (1, 3)) == [("⟨202E⟩40", "      ^^")]


def test_a_long_line_breaks_at_a_blank_and_its_marks_with_it() -> None:
    found = lines("Forty men were held there", (6, 14), columns=12)

    assert found == [("Forty men", "      ^^^"), ("were held", "^^^^"), ("there", "")]


def test_a_word_that_is_too_long_is_broken_and_loses_nothing() -> None:
    assert lines("abcdefgh", (3, 6), columns=4) == [("abcd", "   ^"), ("efgh", "^^")]


def test_a_paragraph_break_ends_the_line() -> None:
    assert lines("One.\n\nTwo.", (6, 10)) == [("One.", ""), ("", ""), ("Two.", "^^^^")]


def test_the_later_of_two_overlapping_marks_shows() -> None:
    marks = [Mark(Span(0, 4), "^"), Mark(Span(2, 4), "=")]

    (line,) = marked_lines("abcd", marks, 80)

    assert line.signs == "^^=="


@given(st.text(max_size=60), st.integers(min_value=2, max_value=20))
def test_a_cut_text_never_exceeds_its_columns(text: str, columns: int) -> None:
    assert width(cut(shown_text(text), columns)) <= columns


@given(
    st.text(st.characters(codec="utf-8", exclude_characters="\n "), max_size=60),
    st.integers(min_value=8, max_value=20),
)
def test_breaking_lines_keeps_every_character(text: str, columns: int) -> None:
    kept = "".join(line.text for line in marked_lines(text, [], columns))

    assert kept.replace(" ", "") == shown_text(text).replace(" ", "")
