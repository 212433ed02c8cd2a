"""Values of a record with their names and characters."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.documents.leaves import cells_of, json_leaves, list_start, row_leaves
from sayso.text import Span

RECORD = (
    '{"id": 5, "a": {"text": "x\\n\\u00e9\\ud83d\\ude00", "n": null, "b": true},'
    ' "authors": ["A", "B"], "e": "", "o": {}, "l": [], "who": [{"name": "Q"}], "true": "null"}'
)


def test_every_value_has_its_dotted_name() -> None:
    found = [(leaf.name, leaf.value(RECORD)[0]) for leaf in json_leaves(RECORD)]

    assert found == [
        ("id", "5"),
        ("a.text", "x\né😀"),
        ("authors[]", "A"),
        ("authors[]", "B"),
        ("who[].name", "Q"),
        ("true", "null"),
    ]


def test_an_escape_is_one_piece_of_the_map() -> None:
    leaf = next(leaf for leaf in json_leaves(RECORD) if leaf.name == "a.text")
    value, text_map = leaf.value(RECORD)

    assert [
        span.text_in(RECORD)
        for i in range(len(value))
        for span in text_map.original_spans(Span(i, i + 1))
    ] == ["x", "\\n", "\\u00e9", "\\ud83d\\ude00"]


def test_half_a_surrogate_pair_is_replaced() -> None:
    text = r'{"text": "a\ud800b\udc00"}'
    (leaf,) = json_leaves(text)

    assert leaf.value(text)[0] == "a\ufffdb\ufffd"


def test_of_a_repeated_name_the_last_value_counts() -> None:
    text = '{"text": "old", "text": "new"}'

    assert [leaf.value(text)[0] for leaf in json_leaves(text)] == ["new"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[1]", "expected an object with named fields, found a list"),
        ('"x"', "found a string"),
        ("12", "found a bare value"),
        ('{"a": ', "Expecting value"),
        ('{"a":' * 100_000, "nested too deep"),
    ],
)
def test_what_is_no_object_is_refused(text: str, problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        json_leaves(text)


@given(st.dictionaries(st.text(min_size=1), st.text(min_size=1)), st.booleans())
def test_every_string_of_any_object_comes_back(record: dict[str, str], ascii_only: bool) -> None:  # noqa: FBT001 - hypothesis passes by name
    text = json.dumps(record, ensure_ascii=ascii_only)
    values = [leaf.value(text)[0] for leaf in json_leaves(text)]

    assert values == [
        value.encode("utf-8", "replace").decode() for value in record.values()
    ] or any("\ud800" <= c <= "\udfff" for value in record.values() for c in value)


def test_the_inside_of_a_list_is_found_by_its_name() -> None:
    text = '{"list": 1, "data": {"list": [{"a": 1}]}}'
    start = list_start(text, "data.list")

    assert start is not None
    assert text[start:].startswith('{"a"')
    assert list_start(text, "other") is None


def test_cells_are_parted_and_quotation_marks_undoubled() -> None:
    row = '1,"a ""q"", b",,x y,5" gun\r\n'
    leaves = row_leaves(row, ["id", "text", "none", "", "calibre"], ",")

    assert [(leaf.name, leaf.value(row)[0]) for leaf in leaves] == [
        ("id", "1"),
        ("text", 'a "q", b'),
        ("calibre", '5" gun'),
    ]
    assert leaves[1].value(row)[1].original_spans(Span(2, 3)) == (Span(5, 7),)


def test_a_quoted_cell_may_hold_line_ends_and_nothing() -> None:
    cells = cells_of('"a\nb";"";c', ";")

    assert cells == [(Span(1, 4), True), None, (Span(9, 10), False)]
