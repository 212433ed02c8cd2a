"""Everything the user names: one Source or one DocumentError for each item, nothing lost."""

import io
import json
import os
import stat
import zipfile
from pathlib import Path

import pytest

from sayso.documents import Source
from sayso.documents.archive import ArchiveLimits
from sayso.documents.collect import Limits, collect
from sayso.errors import DocumentError, SettingsError

TEXT = "The harbour council of Ellery said that two boats had been lost in the storm."


def collected(*paths: Path, limits: Limits | None = None) -> dict[str, Source | str]:
    """Collect ``paths``: name without the folder -> source, or the problem."""
    root = paths[0] if paths[0].is_dir() else paths[0].parent
    found: dict[str, Source | str] = {}
    for item in collect(paths, limits=limits):
        name = str(item.path).removeprefix(f"{root}/")
        assert name not in found
        found[name] = item.problem if isinstance(item, DocumentError) else item
    return found


def zip_of(members: dict[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


# Folders


def test_a_folder_is_read_in_sorted_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/b.md", "c.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT)

    assert list(collected(tmp_path)) == ["a/b.md", "a/z.txt", "b.txt", "c.html"]


def test_a_source_holds_the_bytes_and_when_they_last_changed(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    os.utime(path, (1_614_945_600, 1_614_945_600))
    (source,) = collect([path])

    assert source == Source(
        path=str(path),
        data=TEXT.encode(),
        media_type="text/plain",
        retrieved="2021-03-05T12:00:00+00:00",
    )


def test_hidden_files_and_what_saysoignore_names_are_not_seen(tmp_path: Path) -> None:
    for name in (
        ".hidden",
        "a.txt",
        "old/a.txt",
        "new/b.txt",
        "new/c.log",
        "page.html",
        "page_files/x.js",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT)
    (tmp_path / ".saysoignore").write_text("old/\n*.log\n")
    (tmp_path / "new" / ".saysoignore").write_text("b.*")

    assert list(collected(tmp_path)) == ["a.txt", "page.html"]


def test_an_unreadable_saysoignore_is_no_reason_to_stop(tmp_path: Path) -> None:
    (tmp_path / ".saysoignore").mkdir()
    (tmp_path / "a.txt").write_text(TEXT)

    assert list(collected(tmp_path)) == ["a.txt"]


def test_a_case_inside_of_a_folder_is_not_seen_but_one_that_is_named_is_read(
    tmp_path: Path,
) -> None:
    for name in ("case/case.db", "case/notes.txt", "case/blobs/ab", "a.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(TEXT)

    assert list(collected(tmp_path)) == ["a.txt"]
    assert list(collected(tmp_path / "case")) == ["notes.txt"]


def test_a_link_that_leads_in_a_circle_is_followed_once(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.txt").write_text(TEXT)
    (tmp_path / "sub" / "loop").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    found = collected(tmp_path)

    assert isinstance(found.pop("sub/a.txt"), Source)
    assert found.pop("sub/loop") == "is a link to a folder that was read already"
    assert "cannot be read" in str(found.pop("self"))
    assert not found


def test_a_link_to_a_file_is_read_and_one_to_nothing_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "c.txt").symlink_to(tmp_path / "nowhere")
    found = collected(tmp_path)

    assert isinstance(found["b.txt"], Source)
    assert found["c.txt"] == "is a link that leads nowhere"


def test_a_pipe_is_a_problem_and_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")

    assert collected(tmp_path) == {"pipe.txt": "is neither a file nor a folder"}


def test_what_is_not_there_is_a_problem(tmp_path: Path) -> None:
    assert collected(tmp_path / "no.txt") == {
        "no.txt": "is not there, or vanished while the folder was read"
    }


def test_a_file_that_may_not_be_read_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(TEXT)

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)

    assert collected(tmp_path) == {"a.txt": "may not be read: permission denied"}


def test_a_folder_that_vanishes_is_one_problem_and_the_rest_is_read(tmp_path: Path) -> None:
    for name in ("a.txt", "gone/b.txt", "z.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT)
    items = collect([tmp_path])
    first = next(items)
    (tmp_path / "gone" / "b.txt").unlink()
    (tmp_path / "gone").rmdir()
    second, third = items

    assert isinstance(first, Source)
    assert isinstance(second, DocumentError)
    assert second.problem == "is not there, or vanished while the folder was read"
    assert third.path == str(tmp_path / "z.txt")


def test_a_folder_that_may_not_be_listed_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: object) -> list[str]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "listdir", refuse)

    (item,) = collect([tmp_path])
    assert isinstance(item, DocumentError)
    assert item.problem == "may not be read: permission denied"


def test_a_folder_deeper_than_any_recursion_is_read(tmp_path: Path) -> None:
    deep = tmp_path
    for _ in range(700):
        deep /= "d"
    deep.mkdir(parents=True)
    (deep / "a.txt").write_text(TEXT)

    assert len(collected(tmp_path)) == 1


def test_a_name_that_is_no_utf_8_can_be_stored(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(path, "wb") as file:  # noqa: PTH123 - a path of bytes
        file.write(TEXT.encode())
    (item,) = collect([tmp_path])

    assert item.path == f"{tmp_path}/caf\ufffd.txt"


# Single files


def test_an_empty_file_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()

    assert collected(tmp_path) == {"a.txt": "the file is empty"}


def test_a_binary_file_named_txt_is_a_problem_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xff\xd8\xff\xe0" + b"\0" * 100)
    problem = collected(tmp_path)["a.txt"]

    assert str(problem).startswith("found a JPEG image, expected text")


def test_a_file_beyond_the_limit_is_a_problem_that_names_both_sizes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" * 3_000_000)
    found = collected(tmp_path, limits=Limits(item_bytes=1 << 20))

    assert found == {"a.txt": "is 2.9 MiB large, the limit is 1 MiB"}


def test_a_file_that_grows_while_it_is_read_stays_within_the_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 3_000_000)
    real = os.stat(path)  # noqa: PTH116 - Path.stat is replaced below
    small = os.stat_result((*real[:6], 10, *real[7:]))
    monkeypatch.setattr(Path, "stat", lambda *_, **__: small)

    assert collected(path, limits=Limits(item_bytes=1 << 20)) == {
        "a.txt": "is 1.0 MiB large, the limit is 1 MiB"
    }


@pytest.mark.slow
def test_fifty_mebibytes_on_one_line_are_one_source(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"word " * (10 << 20))
    (source,) = collect([tmp_path])

    assert isinstance(source, Source)
    assert len(source.data) == 50 << 20


# Files of records


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


# Archives


def test_members_of_a_zip_are_items_in_sorted_order(tmp_path: Path) -> None:
    members = {"x/b.html": TEXT, "x/": "", "a.txt": TEXT, "__MACOSX/a.txt": "x", ".hid": "x"}
    (tmp_path / "a.zip").write_bytes(zip_of({**members, "r.jsonl": '{"text": "One."}'}))
    found = collected(tmp_path)

    assert list(found) == ["a.zip!/a.txt", "a.zip!/r.jsonl#1", "a.zip!/x/b.html"]
    assert all(isinstance(item, Source) for item in found.values())


def test_names_that_lead_out_of_the_archive_are_refused(tmp_path: Path) -> None:
    names = ["../a.txt", "/b.txt", "x/../../c.txt", "C:d.txt", "..\\e.txt", "ok.txt"]
    (tmp_path / "a.zip").write_bytes(zip_of(dict.fromkeys(names, TEXT)))
    found = collected(tmp_path)

    assert isinstance(found.pop("a.zip!/ok.txt"), Source)
    assert set(found.values()) == {"has a name that leads out of the archive"}
    assert len(found) == 5


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zip_of({"bomb.txt": b"0" * (20 << 20), "ok.txt": TEXT}))
    found = collected(tmp_path)

    assert "taken for a zip bomb" in str(found["a.zip!/bomb.txt"])
    assert isinstance(found["a.zip!/ok.txt"], Source)


def test_an_archive_of_nothing_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zip_of({}))
    (tmp_path / "b.zip").write_bytes(zip_of({"x/": "", ".hidden": "x"}))

    assert collected(tmp_path) == dict.fromkeys(["a.zip", "b.zip"], "is an archive without files")


def test_an_archive_of_too_many_or_too_large_files_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zip_of({f"{i}.txt": TEXT for i in range(4)}))
    few = Limits(archive=ArchiveLimits(members=3))
    small = Limits(archive=ArchiveLimits(total_bytes=2 * len(TEXT)))

    assert collected(tmp_path, limits=few) == {"a.zip": "holds 4 files, the limit is 3"}
    assert list(collected(tmp_path, limits=small)) == ["a.zip!/0.txt", "a.zip!/1.txt", "a.zip"]


def test_an_encrypted_member_is_refused(tmp_path: Path) -> None:
    data = bytearray(zip_of({"a.txt": TEXT}))
    central = data.index(b"PK\x01\x02")
    data[central + 8] |= 1
    (tmp_path / "a.zip").write_bytes(bytes(data))

    assert "is encrypted" in str(collected(tmp_path)["a.zip!/a.txt"])


def test_a_link_inside_of_an_archive_is_refused(tmp_path: Path) -> None:
    info = zipfile.ZipInfo("link.txt")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(info, "/etc/passwd")

    assert collected(tmp_path) == {"a.zip!/link.txt": "is a link inside an archive"}


def test_a_zip_in_a_zip_is_read_but_no_deeper(tmp_path: Path) -> None:
    inmost = zip_of({"deep.txt": TEXT})
    inner = zip_of({"a.txt": TEXT, "inmost.zip": inmost})
    (tmp_path / "a.zip").write_bytes(zip_of({"inner.zip": inner}))
    found = collected(tmp_path)

    assert isinstance(found["a.zip!/inner.zip!/a.txt"], Source)
    assert "two archives deep" in str(found["a.zip!/inner.zip!/inmost.zip"])


def test_a_broken_zip_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zip_of({"a.txt": TEXT * 50})[:-30])

    assert "is a broken zip" in str(collected(tmp_path)["a.zip"])


def test_a_damaged_member_is_a_problem_and_the_others_are_read(tmp_path: Path) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("a.txt", TEXT)
        archive.writestr("b.txt", TEXT.upper())
    (tmp_path / "a.zip").write_bytes(stream.getvalue().replace(b"storm.", b"st0rm.", 1))
    found = collected(tmp_path)

    assert "is damaged: Bad CRC" in str(found["a.zip!/a.txt"])
    assert isinstance(found["a.zip!/b.txt"], Source)


def test_an_office_document_is_named_and_not_opened(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(zip_of({"word/document.xml": "<w/>"}))

    assert str(collected(tmp_path)["a.docx"]).startswith("found a Word document, expected")


# Totals


def test_totals_add_up_over_all_that_can_go_wrong(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "good.txt").write_text(TEXT)
    (tmp_path / "image.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "rows.csv").write_text("text\nOne.\nTwo.\n")
    (tmp_path / "bad.zip").write_bytes(b"PK\x03\x04broken")
    (tmp_path / "more.zip").write_bytes(zip_of({"a.txt": TEXT, "../b.txt": TEXT}))
    kinds = [type(item).__name__ for item in collect([tmp_path, tmp_path / "none"])]

    assert (kinds.count("Source"), kinds.count("DocumentError")) == (4, 5)
