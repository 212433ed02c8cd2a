"""The way between cleaned text and original: lossless, both ways, through any chain of steps."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.text import Edit, Run, Span, TextMap, apply_edits

texts = st.text(alphabet="ab -\n\u00a0é😀", max_size=24)
replacements = st.text(alphabet="xyz", max_size=3)


@st.composite
def edits_of(draw: st.DrawFn, text: str) -> list[Edit]:
    """Edits that do not overlap, in any order."""
    borders = st.lists(st.integers(0, len(text)), max_size=8).map(sorted)
    cuts = draw(borders)
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    edits = [Edit(start, end, draw(replacements)) for start, end in pairs]
    return draw(st.permutations(edits))


def joined(text: str, spans: tuple[Span, ...]) -> str:
    return "".join(span.text_in(text) for span in spans)


# What the map must say


@given(st.data())
def test_the_edited_text_is_what_slicing_gives(data: st.DataObject) -> None:
    text = data.draw(texts)
    edits = data.draw(edits_of(text))
    expected, at = [], 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        expected += [text[at : edit.start], edit.replacement]
        at = edit.end

    assert apply_edits(text, edits)[0] == "".join(expected) + text[at:]


@given(st.data())
def test_untouched_characters_lead_to_the_same_characters(data: st.DataObject) -> None:
    text = data.draw(texts)
    edited, text_map = apply_edits(text, data.draw(edits_of(text)))
    for i, character in enumerate(edited):
        if character not in "xyz":
            assert joined(text, text_map.original_spans(Span(i, i + 1))) == character


@given(st.data())
def test_a_cleaned_span_leads_to_the_original_and_back_to_a_span_around_it(
    data: st.DataObject,
) -> None:
    text = data.draw(texts)
    edited, text_map = apply_edits(text, data.draw(edits_of(text)))
    for i in range(len(edited)):
        for original in text_map.original_spans(Span(i, i + 1)):
            assert any(back.contains(Span(i, i + 1)) for back in text_map.cleaned_spans(original))


@given(st.data())
def test_what_is_removed_and_what_is_kept_make_up_the_original(data: st.DataObject) -> None:
    text = data.draw(texts)
    edited, text_map = apply_edits(text, data.draw(edits_of(text)))
    kept = text_map.original_spans(Span(0, len(edited))) if edited else ()
    covered = sorted([*kept, *text_map.removed(len(text))])

    assert joined(text, tuple(covered)) == text


@given(st.data())
def test_two_steps_say_the_same_as_their_composition(data: st.DataObject) -> None:
    """Every character leads where the two maps lead one after the other, or to part of it."""
    text = data.draw(texts)
    first, back = apply_edits(text, data.draw(edits_of(text)))
    second, back_again = apply_edits(first, data.draw(edits_of(first)))
    whole = back.then(back_again)

    assert len(whole) == len(second)
    for i in range(len(second)):
        stepwise = {
            position
            for middle in back_again.original_spans(Span(i, i + 1))
            for span in back.original_spans(middle)
            for position in range(span.start, span.end)
        }
        direct = {
            position
            for span in whole.original_spans(Span(i, i + 1))
            for position in range(span.start, span.end)
        }
        taken_out = {p for gap in back.removed(len(text)) for p in range(gap.start, gap.end)}
        assert direct - taken_out <= stepwise


@given(st.data())
def test_composition_loses_no_character_that_both_steps_keep(data: st.DataObject) -> None:
    text = data.draw(texts)
    first, back = apply_edits(text, data.draw(edits_of(text)))
    second, back_again = apply_edits(first, data.draw(edits_of(first)))
    whole = back.then(back_again)
    kept = {
        position
        for middle in (back_again.original_spans(Span(0, len(second))) if second else ())
        for span in back.original_spans(middle)
        for position in range(span.start, span.end)
    }
    removed = {p for gap in whole.removed(len(text)) for p in range(gap.start, gap.end)}

    assert not kept & removed


@given(st.data())
def test_three_steps_can_be_composed_in_either_order(data: st.DataObject) -> None:
    text = data.draw(texts)
    maps = []
    for _ in range(3):
        text, text_map = apply_edits(text, data.draw(edits_of(text)))
        maps.append(text_map)
    left = maps[0].then(maps[1]).then(maps[2])
    right = maps[0].then(maps[1].then(maps[2]))

    assert len(left) == len(right) == len(text)


@given(st.data())
def test_composing_with_the_identity_changes_nothing(data: st.DataObject) -> None:
    text = data.draw(texts)
    edited, text_map = apply_edits(text, data.draw(edits_of(text)))

    assert TextMap.identity(len(text)).then(text_map) == text_map
    assert text_map.then(TextMap.identity(len(edited))) == text_map


@given(st.data())
def test_a_map_survives_storage_and_travel(data: st.DataObject) -> None:
    text = data.draw(texts)
    _, text_map = apply_edits(text, data.draw(edits_of(text)))

    assert TextMap.from_numbers(text_map.to_numbers()) == text_map
    assert pickle.loads(pickle.dumps(text_map)) == text_map  # noqa: S301 - our own bytes
    assert hash(TextMap.from_numbers(text_map.to_numbers())) == hash(text_map)


# Fields of a record: the original in another order


def fields_in_other_order() -> TextMap:
    return TextMap([Run(0, 5, 10, 15), Run(5, 10, 0, 5)])


def test_a_piece_over_two_fields_keeps_the_first() -> None:
    folded = TextMap([Run(0, 4, 0, 4), Run(4, 5, 4, 6), Run(5, 9, 6, 10)])
    whole = fields_in_other_order().then(folded)

    assert whole.original_spans(Span(4, 5)) == (Span(14, 15),)
    assert whole.original_spans(Span(5, 9)) == (Span(1, 5),)


def test_a_piece_does_not_reach_over_characters_of_another_field() -> None:
    fields = TextMap([Run(0, 1, 0, 1), Run(1, 2, 10, 11), Run(2, 3, 5, 6)])
    whole = fields.then(TextMap([Run(0, 1, 0, 2), Run(1, 2, 2, 3)]))

    assert whole.original_spans(Span(0, 1)) == (Span(0, 1),)
    assert whole.original_spans(Span(1, 2)) == (Span(5, 6),)


def test_a_piece_reaches_over_what_was_taken_out_between_its_parts() -> None:
    cleaned, cut = apply_edits("a<b> c", [Edit(1, 4, "")])
    folded = TextMap([Run(0, 1, 0, len(cleaned))])

    assert cut.then(folded).original_spans(Span(0, 1)) == (Span(0, 6),)


# Pieces that cannot be split


def test_the_first_part_of_a_split_piece_keeps_the_original() -> None:
    spelled, back = apply_edits("a½b", [Edit(1, 2, "one half")])
    _, cut = apply_edits(spelled, [Edit(1, 4, "1"), Edit(5, 9, "2")])
    whole = back.then(cut)

    assert whole.original_spans(Span(1, 2)) == (Span(1, 2),)
    assert whole.original_spans(Span(2, 4)) == ()
    assert whole.original_spans(Span(4, 5)) == (Span(2, 3),)


def test_a_part_of_a_piece_leads_to_all_of_it() -> None:
    text_map = TextMap([Run(0, 3, 0, 1)])

    assert text_map.original_spans(Span(1, 2)) == (Span(0, 1),)
    assert text_map.cleaned_spans(Span(0, 1)) == (Span(0, 3),)


def test_an_insertion_stands_at_its_place_in_the_original() -> None:
    folded = TextMap([Run(0, 1, 0, 4), Run(1, 3, 4, 6)])
    inserted = TextMap([Run(0, 1, 0, 0), Run(1, 2, 0, 1), Run(2, 3, 2, 2), Run(3, 5, 1, 3)])
    runs = folded.then(inserted).runs

    assert [(run.original_start, run.original_end) for run in runs] == [
        (0, 0),
        (0, 4),
        (5, 5),
        (4, 6),
    ]


def test_an_insertion_into_nothing_or_at_the_end_has_a_place_too() -> None:
    inserted = TextMap([Run(0, 1, 0, 0)])
    at_the_end = TextMap([Run(0, 2, 0, 2), Run(2, 3, 2, 2)])
    into_a_piece = TextMap([Run(0, 1, 1, 1)])

    assert TextMap([]).then(inserted).runs == (Run(0, 1, 0, 0),)
    assert TextMap.identity(2).then(at_the_end).runs[-1] == Run(2, 3, 2, 2)
    assert TextMap([Run(0, 2, 0, 5)]).then(into_a_piece).runs == (Run(0, 1, 5, 5),)


# Cleaned characters of an original span


def test_an_original_span_that_was_taken_out_has_no_cleaned_characters() -> None:
    _, text_map = apply_edits("ab<i>cd", [Edit(2, 5, "")])

    assert text_map.cleaned_spans(Span(2, 5)) == ()
    assert text_map.cleaned_spans(Span(1, 6)) == (Span(1, 3),)
    assert TextMap([]).cleaned_spans(Span(0, 3)) == ()


def test_an_insertion_parts_the_cleaned_characters_of_an_original_span() -> None:
    _, text_map = apply_edits("ab", [Edit(1, 1, " ")])

    assert text_map.cleaned_spans(Span(0, 2)) == (Span(0, 1), Span(2, 3))


def test_the_fields_of_an_original_span_come_in_text_order() -> None:
    assert fields_in_other_order().cleaned_spans(Span(4, 11)) == (Span(0, 1), Span(9, 10))


# What is refused


@pytest.mark.parametrize(
    ("numbers", "message"),
    [
        ((3, 3, 0, 1), "0 <= start < end"),
        ((0, 1, 5, 4), "0 <= original start <= original end"),
    ],
)
def test_a_run_has_its_ends_in_order(numbers: tuple[int, int, int, int], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Run(*numbers)


@pytest.mark.parametrize(
    ("runs", "message"),
    [
        ([Run(1, 2, 0, 1)], "runs must begin at 0, got 1"),
        ([Run(0, 1, 0, 1), Run(2, 3, 2, 3)], "runs must be adjacent, got 1 then 2"),
        ([Run(0, 1, 0, 2), Run(1, 2, 1, 3)], "must not share original characters"),
    ],
)
def test_runs_leave_no_gap_and_share_nothing(runs: list[Run], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        TextMap(runs)


def test_a_span_beyond_the_cleaned_text_is_refused() -> None:
    with pytest.raises(ValueError, match="span ends at 4, the mapped text has 3 characters"):
        TextMap.identity(3).original_spans(Span(2, 4))


def test_a_stored_map_holds_triples() -> None:
    with pytest.raises(ValueError, match="triples of numbers, got 4"):
        TextMap.from_numbers([1, 0, 1, 2])


def test_a_later_map_must_fit_the_text_it_leads_to() -> None:
    with pytest.raises(ValueError, match="the later map reaches 4, the text has 3 characters"):
        TextMap.identity(3).then(TextMap.identity(4))


def test_what_was_removed_needs_the_whole_length() -> None:
    with pytest.raises(ValueError, match="the map reaches 3, the original has 2 characters"):
        TextMap.identity(3).removed(2)


def test_a_map_differs_from_other_things() -> None:
    assert TextMap.identity(3) != TextMap.identity(2)
    assert TextMap.identity(1) != "a"
