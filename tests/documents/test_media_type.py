"""Kinds of originals: told by what they hold, then by what they are called."""

import io
import zipfile

import pytest

from sayso.documents.media_type import MediaType, binary_kind, detect, with_article
from sayso.errors import DocumentError


def zip_of(name: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(name, "x")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("path", "data", "kind"),
    [
        ("a.txt", b"Ellery, Monday", MediaType.PLAIN),
        ("a", b"Ellery, Monday", MediaType.PLAIN),
        ("a.story", b"Ellery, Monday", MediaType.PLAIN),
        ("A.TXT", b"Ellery, Monday", MediaType.PLAIN),
        ("a.md", b"# Ellery", MediaType.MARKDOWN),
        ("a.md", b"<html>", MediaType.MARKDOWN),
        ("a.html", b"no tags at all", MediaType.HTML),
        ("a.txt", b"  <!DOCTYPE html><html>", MediaType.HTML),
        ("a", "\ufeff<html lang=en>".encode("utf-16-le"), MediaType.HTML),
        ("a", b"<?xml version='1.0'?><!-- saved -->\n<html>", MediaType.HTML),
        ("a.txt", b"%PDF-1.7", MediaType.PDF),
        ("a.pdf", b"junk before %PDF-1.4", MediaType.PDF),
        ("a.json", b"[]", MediaType.JSON),
        ("a.jsonl", b"{}", MediaType.JSON_LINES),
        ("a.ndjson", b"{}", MediaType.JSON_LINES),
        ("a.csv", b"text", MediaType.CSV),
        ("a.tsv", b"text", MediaType.TSV),
        ("a.zip", zip_of("a.txt"), MediaType.ZIP),
        ("a.bin", zip_of("a.txt"), MediaType.ZIP),
        ("a.txt", b"ID3 tags were found", MediaType.PLAIN),
        ("a.txt", b"OTTO the cat, BM and MZ", MediaType.PLAIN),
    ],
)
def test_a_kind_is_told_by_content_before_suffix(path: str, data: bytes, kind: MediaType) -> None:
    assert detect(path, data) is kind


@pytest.mark.parametrize(
    ("path", "data", "problem"),
    [
        ("a.txt", b"\xff\xd8\xff\xe0", "found a JPEG image, expected text, Markdown, HTML"),
        ("a.html", b"\x89PNG\r\n\x1a\n", "found a PNG image"),
        ("a.txt", b"\x7fELF\x02", "found a program"),
        ("a.jsonl.gz", b"\x1f\x8b\x08", "found a gzip archive"),
        ("a.docx", zip_of("word/document.xml"), "found a Word document"),
        ("a.xlsx", zip_of("xl/workbook.xml"), "found an Excel workbook"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "found an old Office document"),
        ("a.rtf", b"{\\rtf1", "found an RTF document"),
        ("a.webp", b"RIFF\x10\0\0\0WEBPVP8 ", "found a WebP image"),
        ("a.x", b"RIFF\x10\0\0\0XXXX", "found an RIFF file"),
        ("a.mp4", b"\0\0\0\x20ftypisom", "found an MP4 video"),
        ("a.bmp", b"BM\x10\0\0\0\0\0\0\0", "found a bitmap image or program"),
        ("a.tar", b"x" * 257 + b"ustar", "found a tar archive"),
        ("a.xml", b"<?xml version='1.0'?><rss>", "found a feed or site map"),
        ("a.css", b"p {}", "found a .css file"),
        ("a.pdf", b"<html>not found</html>", "found no PDF inside a .pdf file"),
        ("a.zip", b"plain", "found no ZIP inside a .zip file"),
    ],
)
def test_what_has_no_reader_is_named(path: str, data: bytes, problem: str) -> None:
    with pytest.raises(DocumentError, match=problem) as raised:
        detect(path, data)

    assert raised.value.path == path


def test_what_has_a_reader_is_not_called_binary() -> None:
    assert binary_kind(b"%PDF-1.7") is None
    assert binary_kind(zip_of("a.txt")) is None
    assert binary_kind(b"plain") is None


def test_kinds_are_named_with_their_article() -> None:
    assert with_article("Excel workbook") == "an Excel workbook"
    assert with_article("JPEG image") == "a JPEG image"
