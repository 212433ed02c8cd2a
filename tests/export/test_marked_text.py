"""Marks over a text: cut at their borders, nothing lost, nothing doubled."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.export.marked_text import MarkedSpan, marked_paragraphs
from sayso.text import Span


def mark(start: int, end: int, record: str) -> MarkedSpan:
    return MarkedSpan(span=Span(start, end), record=record)


def test_overlapping_marks_are_cut_at_their_borders() -> None:
    (pieces,) = marked_paragraphs("abcdef", [Span(0, 6)], [mark(1, 4, "c_1"), mark(3, 5, "f_1")])

    assert [(p.text, p.records) for p in pieces] == [
        ("a", ()),
        ("bc", ("c_1",)),
        ("d", ("c_1", "f_1")),
        ("e", ("f_1",)),
        ("f", ()),
    ]
    assert [p.begins for p in pieces] == [(), ("c_1",), ("f_1",), (), ()]


def test_a_record_in_two_paragraphs_begins_once() -> None:
    first, second = marked_paragraphs(
        "ab\n\ncd", [Span(0, 2), Span(4, 6)], [mark(0, 2, "c_1"), mark(4, 6, "c_1")]
    )

    assert [p.begins for p in (*first, *second)] == [("c_1",), ()]


@given(data=st.data(), text=st.text(min_size=1, max_size=40))
def test_the_pieces_together_are_the_paragraph(data: st.DataObject, text: str) -> None:
    spans = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text))).filter(
        lambda pair: pair[0] < pair[1]
    )
    marks = [mark(s, e, f"r{n}") for n, (s, e) in enumerate(data.draw(st.lists(spans, max_size=6)))]
    (pieces,) = marked_paragraphs(text, [Span(0, len(text))], marks)

    assert "".join(piece.text for piece in pieces) == text
    for one in marks:
        marked = "".join(piece.text for piece in pieces if one.record in piece.records)
        assert marked == one.span.text_in(text)
