"""Zip files: each member an item, nothing unpacked that leads out, grows or nests."""

import io
import stat
import zipfile
from pathlib import Path

from sayso.documents import Source
from sayso.documents.archive import ArchiveLimits
from sayso.documents.collect import Limits
from tests.documents.collecting import TEXT, collected, zip_of


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
