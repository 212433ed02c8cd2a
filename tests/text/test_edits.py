"""Edits: the text changes as told, and the way back is kept."""

import pytest

from sayso.text import Edit, Span, TextMap, apply_edits, concatenate


def test_an_entity_is_replaced_by_its_character() -> None:
    text, text_map = apply_edits("war &amp; peace", [Edit(4, 9, "&")])

    assert text == "war & peace"
    assert text_map.original_spans(Span(4, 5)) == (Span(4, 9),)
    assert text_map.original_spans(Span(6, 11)) == (Span(10, 15),)


def test_a_hyphen_at_a_line_end_leaves_two_fragments() -> None:
    text, text_map = apply_edits("exam-\nple", [Edit(4, 6, "")])

    assert text == "example"
    assert text_map.original_spans(Span(0, 7)) == (Span(0, 4), Span(6, 9))


def test_edits_at_one_place_are_applied_in_the_order_given() -> None:
    text, _ = apply_edits("ab", [Edit(1, 1, "z"), Edit(1, 1, "y")])

    assert text == "azyb"


def test_an_insertion_before_a_deletion_is_no_overlap() -> None:
    text, text_map = apply_edits("abc", [Edit(1, 2, ""), Edit(1, 1, "_"), Edit(2, 2, "_")])

    assert text == "a__c"
    assert text_map.original_spans(Span(1, 3)) == ()


@pytest.mark.parametrize(
    "edits", [[Edit(0, 2, "x"), Edit(1, 3, "y")], [Edit(2, 9, "")], [Edit(8, 8, "x")]]
)
def test_edits_that_overlap_or_leave_the_text_are_refused(edits: list[Edit]) -> None:
    with pytest.raises(ValueError, match="overlaps another edit or the end of 4 characters"):
        apply_edits("abcd", edits)


def test_an_edit_has_its_start_before_its_end() -> None:
    with pytest.raises(ValueError, match="0 <= start <= end"):
        Edit(3, 2, "x")


def test_texts_of_one_original_are_put_together_in_any_order() -> None:
    original = "body|Title"
    text, text_map = concatenate(
        [
            ("Title", TextMap.identity(5).moved(5)),
            ("\n", None),
            ("", None),
            ("body", TextMap.identity(4)),
        ]
    )

    assert text == "Title\nbody"
    assert [s.text_in(original) for s in text_map.original_spans(Span(0, 10))] == ["Title", "body"]
    assert text_map.cleaned_spans(Span(0, 4)) == (Span(6, 10),)


def test_a_part_needs_a_map_of_its_own_length() -> None:
    with pytest.raises(ValueError, match="a map of 3 for a text of 4 characters"):
        concatenate([("body", TextMap.identity(3))])
