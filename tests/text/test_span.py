"""Spans: never empty, half-open, in code points."""

import pytest

from sayso.text import Span, hull, merged


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 2), (-1, 2)])
def test_a_span_is_never_empty_and_never_before_the_text(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="0 <= start < end"):
        Span(start, end)


def test_spans_that_only_touch_do_not_overlap() -> None:
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 4).overlaps(Span(3, 5))


def test_a_span_contains_itself_and_its_parts() -> None:
    assert Span(2, 6).contains(Span(2, 6))
    assert Span(2, 6).contains(Span(3, 4))
    assert not Span(2, 6).contains(Span(1, 4))


def test_a_span_moves_with_its_length() -> None:
    assert Span(2, 6).shifted(3) == Span(5, 9)
    assert len(Span(2, 6)) == 4


def test_a_span_counts_code_points() -> None:
    assert Span(1, 2).text_in("a😀b") == "😀"


def test_a_span_beyond_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="span ends at 4, the text has 3 characters"):
        Span(1, 4).text_in("abc")


def test_the_hull_reaches_over_all_spans() -> None:
    assert hull([Span(5, 7), Span(1, 2)]) == Span(1, 7)


def test_the_hull_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="no spans"):
        hull([])


def test_merged_spans_neither_overlap_nor_touch() -> None:
    assert merged([Span(8, 9), Span(0, 3), Span(3, 5), Span(1, 2)]) == (Span(0, 5), Span(8, 9))
    assert merged([]) == ()
