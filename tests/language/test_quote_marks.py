from hypothesis import given
from hypothesis import strategies as st

from sayso.language.quote_marks import Family, Mark, find_marks, pair_marks
from sayso.text import Span


def marks(text: str) -> list[str]:
    return [text[m.start : m.end] for m in found_in(text)]


def found_in(text: str) -> tuple[Mark, ...]:
    return find_marks(text, Span(0, len(text)))


def paired(text: str) -> tuple[tuple[Mark, Mark], ...]:
    return pair_marks(text, found_in(text)).pairs


def test_apostrophes_inside_words_and_measures_are_no_marks() -> None:
    assert marks("It's 6'2\" and o’clock, 'em and '90s") == []


def test_two_single_marks_are_one_double_mark() -> None:
    (left, right) = find_marks("``go''", Span(0, 6))

    assert (left.family, right.family) == (Family.DOUBLE, Family.DOUBLE)
    assert (left.end - left.start, right.end - right.start) == (2, 2)


def test_neighbours_say_whether_a_straight_mark_opens_or_closes() -> None:
    opening, closing, both = find_marks('"go" a"b', Span(0, 8))

    assert (opening.opens, opening.closes) == (True, False)
    assert (closing.opens, closing.closes) == (False, True)
    assert (both.opens, both.closes) == (True, True)


def test_marks_without_partner_are_told_apart() -> None:
    text = "gone” and “here “there”"
    pairing = pair_marks(text, found_in(text))

    assert [m.start for m in pairing.unopened] == [4]
    assert [m.start for m in pairing.unclosed] == [10]
    assert [(a.start, b.start) for a, b in pairing.pairs] == [(16, 22)]


def test_counting_decides_where_the_neighbours_mislead() -> None:
    text = '"Go, "he said, "now."'
    pairing = pair_marks(text, found_in(text))

    assert [text[a.start : b.end] for a, b in pairing.pairs] == ['"Go, "', '"now."']


def test_counting_does_not_pair_marks_with_nothing_between() -> None:
    text = '"" "go'
    pairing = pair_marks(text, found_in(text))

    assert all(text[a.end : b.start].strip() for a, b in pairing.pairs if b.start > 2)


def test_a_mark_between_blanks_closes_where_those_that_open_touch_a_word() -> None:
    text = '"We wait, " said Bo. "Go. " And: "I stay, " said Ana.'

    assert [text[a.start : b.end] for a, b in paired(text)] == [
        '"We wait, "',
        '"Go. "',
        '"I stay, "',
    ]
    assert [m.closes for m in found_in('"We left. "Go, " he said. " So. "Yes')] == [
        False, False, True, True, False,
    ]  # fmt: skip


def test_a_mark_between_blanks_opens_where_those_that_close_touch_a_word() -> None:
    text = 'Bo said: " We wait." Ana said: " Go." Then " Stay."'

    assert [text[a.start : b.end] for a, b in paired(text)] == ['" We wait."', '" Go."', '" Stay."']


def test_two_single_marks_close_where_two_others_open() -> None:
    opening, closing = found_in("`` Go , '' he said")

    assert (opening.opens, opening.closes) == (True, False)
    assert (closing.opens, closing.closes) == (False, True)


def test_marks_between_blanks_everywhere_pair_by_their_order() -> None:
    text = 'Bo said , " We wait , " and " Go . "'

    assert [text[a.start : b.end] for a, b in paired(text)] == ['" We wait , "', '" Go . "']


@given(st.text(alphabet="\"'“”„‘’«»`a s.-1", max_size=60))
def test_no_two_pairs_of_one_family_cross(text: str) -> None:
    found = find_marks(text, Span(0, len(text))) if text else ()
    pairs = pair_marks(text, found).pairs
    for family in Family:
        own = [(a.start, b.start) for a, b in pairs if a.family is family]
        for left, right in own:
            assert left < right
            assert all(not left < a < right < b for a, b in own)
