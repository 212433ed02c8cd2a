"""One list in four forms."""

import json
from dataclasses import dataclass

import pytest

from sayso.cli import listing
from sayso.cli.invocation import Invocation
from sayso.cli.listing import Column, Form, ListOptions, print_list, table_lines
from sayso.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    id: str
    words: str
    span: Span | None = None


ITEMS = (
    Item(id="c_1", words="the dam will hold", span=Span(3, 20)),
    Item(id="c_22", words="no, it\nbroke"),
)
COLUMNS: tuple[Column[Item], ...] = (
    Column("ID", lambda row: row.id),
    Column("WORDS", lambda row: row.words, share=1),
)


def printed(
    capsys: pytest.CaptureFixture[str], form: Form, limit: int | None = None
) -> tuple[str, str]:
    print_list(
        iter(ITEMS),
        COLUMNS,
        kind=Item,
        name="items",
        options=ListOptions(form, limit),
        invocation=Invocation(),
    )
    captured = capsys.readouterr()
    return captured.out, captured.err


def test_a_table_is_aligned_and_whole_where_there_is_no_terminal(
    capsys: pytest.CaptureFixture[str],
) -> None:
    out, _ = printed(capsys, Form.TABLE)

    assert out == "ID    WORDS\nc_1   the dam will hold\nc_22  no, it⏎broke\n"


def test_a_table_keeps_to_the_width_of_the_terminal_and_shows_what_it_cuts() -> None:
    assert table_lines(ITEMS, COLUMNS, 16) == [
        "ID    WORDS",
        "c_1   the dam w…",
        "c_22  no, it⏎br…",
    ]


def test_a_column_that_must_not_shrink_stays_whole_on_the_narrowest_terminal() -> None:
    assert table_lines(ITEMS, COLUMNS, 4)[1] == "c_1   the dam…"


def test_numbers_stand_to_the_right() -> None:
    columns: tuple[Column[Item], ...] = (Column("N", lambda row: row.id, right=True),)

    assert table_lines(ITEMS, columns, None) == ["   N", " c_1", "c_22"]


def test_json_is_one_object_with_its_schema(capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = printed(capsys, Form.JSON)

    assert json.loads(out) == {
        "schema": "sayso.items.1",
        "rows": [
            {"id": "c_1", "words": "the dam will hold", "span": [3, 20]},
            {"id": "c_22", "words": "no, it\nbroke", "span": None},
        ],
    }


def test_json_lines_carry_the_schema_each(capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = printed(capsys, Form.JSONL)

    first, second = map(json.loads, out.splitlines())
    assert first == {
        "schema": "sayso.items.1",
        "id": "c_1",
        "words": "the dam will hold",
        "span": [3, 20],
    }
    assert second["id"] == "c_22"


def test_csv_has_a_header_and_keeps_line_breaks_inside_a_cell(
    capsys: pytest.CaptureFixture[str],
) -> None:
    out, _ = printed(capsys, Form.CSV)

    assert out == 'id,words,span\nc_1,the dam will hold,"[3, 20]"\nc_22,"no, it\nbroke",\n'


def test_a_limit_says_what_it_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    out, err = printed(capsys, Form.TABLE, limit=1)

    assert out == "ID   WORDS\nc_1  the dam will hold\n"
    assert err == "1 rows written, 1 more left out by --limit\n"


def test_an_empty_list_is_said_to_be_empty(capsys: pytest.CaptureFixture[str]) -> None:
    print_list([], COLUMNS, kind=Item, name="items", options=ListOptions(), invocation=Invocation())

    assert capsys.readouterr() == ("", "nothing to list\n")


def test_a_terminal_narrows_the_table(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "terminal_columns", lambda: 16)

    out, _ = printed(capsys, Form.TABLE)

    assert max(map(len, out.splitlines())) == 16


def test_a_column_that_is_empty_in_every_row_is_left_out() -> None:
    empty: Column[Item] = Column("NOTE", lambda _: "")
    columns = (*COLUMNS, empty)

    assert table_lines(ITEMS, columns, None)[0] == "ID    WORDS"


def test_the_column_with_the_larger_share_stays_wider() -> None:
    columns: tuple[Column[Item], ...] = (
        Column("LEFT", lambda row: row.words * 4, share=1),
        Column("RIGHT", lambda row: row.words * 4, share=3),
    )

    header = table_lines(ITEMS, columns, 42)[0]

    assert header.index("RIGHT") == 12
