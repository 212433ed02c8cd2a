"""Everything the user names: one Source or one DocumentError for each item, nothing lost."""

import os
from pathlib import Path

import pytest

from sayso.documents import Source
from sayso.documents.collect import Limits, collect
from sayso.errors import DocumentError
from tests.documents.collecting import TEXT, collected, zip_of


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


def test_totals_add_up_over_all_that_can_go_wrong(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "good.txt").write_text(TEXT)
    (tmp_path / "image.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "rows.csv").write_text("text\nOne.\nTwo.\n")
    (tmp_path / "bad.zip").write_bytes(b"PK\x03\x04broken")
    (tmp_path / "more.zip").write_bytes(zip_of({"a.txt": TEXT, "../b.txt": TEXT}))
    kinds = [type(item).__name__ for item in collect([tmp_path, tmp_path / "none"])]

    assert (kinds.count("Source"), kinds.count("DocumentError")) == (4, 5)
