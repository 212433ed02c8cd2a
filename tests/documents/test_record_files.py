"""Files of records: each record, row or article an item of its own."""

import json
from pathlib import Path

import pytest

from sayso.documents import Source
from sayso.documents.collect import Limits, collect
from sayso.errors import SettingsError
from tests.documents.collecting import collected


def test_every_record_has_its_own_bytes_path_and_address(tmp_path: Path) -> None:
    lines = '{"text": "One.", "url": "https://e.example/1"}\n\n{"text":"Two."}\n'
    (tmp_path / "a.jsonl").write_text(lines)
    found = collected(tmp_path)
    first, second = found.values()

    assert list(found) == ["a.jsonl#1", "a.jsonl#3"]
    assert isinstance(first, Source)
    assert isinstance(second, Source)
    assert first.data == b'{"text": "One.", "url": "https://e.example/1"}'
    assert (first.address, second.address) == ("https://e.example/1", None)
    assert first.media_type == "application/json"


def test_objects_over_several_lines_of_a_jsonl_file_are_read(tmp_path: Path) -> None:
    records = "\n".join(json.dumps({"text": f"No {i}."}, indent=1) for i in range(3))
    (tmp_path / "a.jsonl").write_text(records)

    assert list(collected(tmp_path)) == ["a.jsonl#1", "a.jsonl#2", "a.jsonl#3"]


def test_a_broken_line_is_an_item_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "One."}\n{"text": \n{"text": "Three."}')

    assert list(collected(tmp_path)) == ["a.jsonl#1", "a.jsonl#2", "a.jsonl#3"]


def test_a_list_of_articles_is_read_element_by_element(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('[{"text": "One."}, {"text": "Two."}]')
    found = collected(tmp_path)

    assert [item.data for item in found.values() if isinstance(item, Source)] == [
        b'{"text": "One."}',
        b'{"text": "Two."}',
    ]
    assert list(found) == ["a.json#1", "a.json#2"]


def test_a_list_of_one_article_is_still_a_list(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(' [{"text": "One."}]')

    assert list(collected(tmp_path)) == ["a.json#1"]


def test_a_single_article_keeps_the_bytes_of_its_file(tmp_path: Path) -> None:
    data = '{"text": "One.", "comments": [{"text": "No!"}], "url": "https://e.example/1"}\n'
    (tmp_path / "a.json").write_text(data)
    (source,) = collected(tmp_path).values()

    assert isinstance(source, Source)
    assert (source.path[-7:], source.data) == ("/a.json", data.encode())
    assert source.address == "https://e.example/1"


def test_the_list_inside_of_an_answer_is_read(tmp_path: Path) -> None:
    data = '{"status": "ok", "data": {"articles": [{"text": "Öne."}, {"text": "Two."}]}, "n": 2}'
    (tmp_path / "a.json").write_text(data)
    found = collected(tmp_path)

    assert [item.data.decode() for item in found.values() if isinstance(item, Source)] == [
        '{"text": "Öne."}',
        '{"text": "Two."}',
    ]


def test_an_object_of_unknown_fields_is_one_item_whatever_lists_it_holds(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"lede": "x", "comments": [{"text": "No!"}], "data": [1]}')

    assert list(collected(tmp_path)) == ["a.json"]


def test_what_is_no_json_is_one_item_whose_reading_will_say_so(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("no json")

    assert list(collected(tmp_path)) == ["a.json"]


def test_wide_records_keep_their_wide_bytes(tmp_path: Path) -> None:
    lines = '{"text": "Zürich."}\n{"text": "Two."}\n'
    (tmp_path / "a.jsonl").write_bytes(lines.encode("utf-16"))
    (first, _) = collected(tmp_path).values()

    assert isinstance(first, Source)
    assert first.data == '{"text": "Zürich."}'.encode("utf-16-le")
    assert first.encoding == "utf-16-le"


@pytest.mark.parametrize(
    ("name", "head", "delimiter"),
    [
        ("a.csv", "id,body,date", ","),
        ("a.csv", "id;body;date", ";"),
        ("a.csv", "\ufeffid|body|date", "|"),
        ("a.tsv", "id\tbody\tdate", "\t"),
    ],
)
def test_rows_of_a_table_know_their_columns(
    tmp_path: Path, name: str, head: str, delimiter: str
) -> None:
    row = delimiter.join(["1", f'"Two {delimiter} boats"', "2021-03-05"])
    (tmp_path / name).write_text(f"{head}\r\n{row}\r\n")
    (source,) = collected(tmp_path).values()

    assert isinstance(source, Source)
    assert source.path.endswith(f"{name}#1")
    assert source.data.decode() == row
    assert (source.columns, source.delimiter) == (("id", "body", "date"), delimiter)


def test_a_table_without_a_text_column_is_one_problem(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,foo\n1,2\n3,4\n")

    assert str(collected(tmp_path)["a.csv"]).startswith(
        "no field holds the text: found id, foo; expected one of text, body"
    )


@pytest.mark.parametrize(
    ("name", "data"), [("a.json", "[]"), ("a.jsonl", "\n\n"), ("a.csv", "\n"), ("b.csv", "text\n")]
)
def test_a_file_without_records_is_a_problem(tmp_path: Path, name: str, data: str) -> None:
    (tmp_path / name).write_text(data)

    assert collected(tmp_path) == {name: "holds no records"}


def test_a_record_beyond_the_limit_is_a_problem_of_its_own(tmp_path: Path) -> None:
    lines = ['{"text": "One."}', json.dumps({"text": "x" * (1 << 21)}), '{"text": "Three."}']
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    found = collected(tmp_path, limits=Limits(item_bytes=1 << 20))

    assert found["a.jsonl#2"] == "the record is larger than 1 MiB"
    assert isinstance(found["a.jsonl#3"], Source)


def test_a_single_object_beyond_the_limit_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"text": "x" * (1 << 21)}))
    found = collected(tmp_path, limits=Limits(item_bytes=1 << 20))

    assert found == {"a.json#1": "the record is larger than 1 MiB"}


def test_what_the_user_says_of_fields_goes_with_every_record(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"lede": "One."}')
    (source,) = collect([tmp_path], fields=(("text", "lede"),))

    assert isinstance(source, Source)
    assert source.fields == (("text", "lede"),)
    with pytest.raises(SettingsError, match="no field is called 'txt'"):
        list(collect([tmp_path], fields=(("txt", "lede"),)))
