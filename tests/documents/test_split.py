"""Files of records cut into the bytes of each, however the stream is chopped."""

import io
import json
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.documents.split import Slice, narrow, split_lines, split_rows, split_values

SIZES = [1, 2, 3, 7, 1000]


def chopped(data: bytes, size: int) -> Iterator[bytes]:
    return iter([data[i : i + size] for i in range(0, len(data), size)])


@pytest.mark.parametrize("size", SIZES)
def test_lines_keep_the_numbers_they_have_in_the_file(size: int) -> None:
    slices = split_lines(chopped(b'{"a":1}\r\n\n  \n{"b":2}', size), most=100)

    assert list(slices) == [Slice(1, b'{"a":1}'), Slice(4, b'{"b":2}')]


@pytest.mark.parametrize("size", SIZES)
def test_a_line_that_is_too_long_is_let_go_and_the_next_is_read(size: int) -> None:
    slices = split_lines(chopped(b"short\n" + b"x" * 50 + b"\nlast", size), most=10)

    assert list(slices) == [Slice(1, b"short"), Slice(2, None), Slice(3, b"last")]


@pytest.mark.parametrize("size", SIZES)
def test_elements_of_a_list_are_cut_outside_of_strings(size: int) -> None:
    data = b' [{"a":"x,]}\\"{"}, {"b":[1,{"c":2}]} ,"s", 3], {"after": 1}, 4]'
    slices = split_values(chopped(data, size), most=100)

    assert [piece.data for piece in slices] == [
        b'{"a":"x,]}\\"{"}',
        b'{"b":[1,{"c":2}]}',
        b'"s"',
        b"3",
    ]


@pytest.mark.parametrize("size", SIZES)
def test_values_one_after_another_are_cut_too(size: int) -> None:
    data = b'{"a":1}\n {"b":"}"}{"c":[{}]}\n[1, 2] {"x": tru'
    slices = split_values(chopped(data, size), most=100)

    assert [piece.data for piece in slices] == [
        b'{"a":1}',
        b'{"b":"}"}',
        b'{"c":[{}]}',
        b"[1, 2]",
        b'{"x": tru',
    ]


@pytest.mark.parametrize("size", SIZES)
def test_a_file_that_is_no_json_is_one_piece(size: int) -> None:
    assert [piece.data for piece in split_values(chopped(b"}no json", size), most=100)] == [
        b"}no json"
    ]


@pytest.mark.parametrize("size", SIZES)
def test_an_element_that_is_too_large_is_numbered_too(size: int) -> None:
    data = b'[{"a":1},{"a":"' + b"x" * 60 + b'"},{"a":2}]'

    assert list(split_values(chopped(data, size), most=20)) == [
        Slice(1, b'{"a":1}'),
        Slice(2, None),
        Slice(3, b'{"a":2}'),
    ]


@pytest.mark.parametrize("size", SIZES)
def test_rows_are_cut_outside_of_quoted_cells(size: int) -> None:
    data = b'id,text\r\n1,"a\nb ""q"" c"\n2,5" gun\n\n"3","x","y"\n4,""\n5,"""z"""\n,,\n'
    slices = split_rows(chopped(data, size), b",", most=100)

    assert list(slices) == [
        Slice(0, b"id,text"),
        Slice(1, b'1,"a\nb ""q"" c"'),
        Slice(2, b'2,5" gun'),
        Slice(3, b'"3","x","y"'),
        Slice(4, b'4,""'),
        Slice(5, b'5,"""z"""'),
        Slice(6, b",,"),
    ]


def test_an_empty_first_cell_of_a_tab_separated_row_stays() -> None:
    rows = split_rows(iter([b"a\tb\n\tx\n"]), b"\t", most=100)

    assert [row.data for row in rows] == [b"a\tb", b"\tx"]


@given(
    st.lists(st.dictionaries(st.text(), st.text() | st.lists(st.text()), min_size=1), min_size=1),
    st.integers(1, 40),
)
def test_any_list_of_objects_is_cut_into_its_objects(
    records: list[dict[str, object]], size: int
) -> None:
    data = json.dumps(records).encode()
    slices = split_values(chopped(data, size), most=1 << 20)

    assert [json.loads(piece.data or b"") for piece in slices] == records


def test_a_byte_order_mark_is_no_part_of_the_first_record() -> None:
    stream = narrow(io.BytesIO(b"\xef\xbb\xbf[1]"))

    assert b"".join(stream.chunks) == b"[1]"
    assert stream.original(b"[1]") == b"[1]"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le"])
@pytest.mark.parametrize("mark", ["\ufeff", ""])
def test_wide_encodings_are_cut_as_utf_8_and_given_back_as_they_were(
    encoding: str, mark: str
) -> None:
    line = '{"text": "Zürich harbour"}\n'
    stream = narrow(io.BytesIO((mark + line * 400).encode(encoding)))
    slices = list(split_lines(stream.chunks, most=1000))

    assert stream.wide == encoding
    assert len(slices) == 400
    assert stream.original(slices[-1].data or b"") == line.strip().encode(encoding)
