"""Kinds of originals, told by their first bytes, then by their suffix."""

import re
from enum import StrEnum
from pathlib import PurePosixPath

from sayso.errors import DocumentError


class MediaType(StrEnum):
    """What a reader exists for, or a container that is opened."""

    PLAIN = "text/plain"
    MARKDOWN = "text/markdown"
    HTML = "text/html"
    PDF = "application/pdf"
    JSON = "application/json"
    JSON_LINES = "application/x-ndjson"
    CSV = "text/csv"
    TSV = "text/tab-separated-values"
    ZIP = "application/zip"


EXPECTED = "expected text, Markdown, HTML, PDF, JSON, JSONL, CSV or a zip of these"

_BY_SUFFIX = {
    "": MediaType.PLAIN,
    ".txt": MediaType.PLAIN,
    ".text": MediaType.PLAIN,
    ".asc": MediaType.PLAIN,
    ".md": MediaType.MARKDOWN,
    ".markdown": MediaType.MARKDOWN,
    ".html": MediaType.HTML,
    ".htm": MediaType.HTML,
    ".xhtml": MediaType.HTML,
    ".shtml": MediaType.HTML,
    ".pdf": MediaType.PDF,
    ".json": MediaType.JSON,
    ".jsonl": MediaType.JSON_LINES,
    ".ndjson": MediaType.JSON_LINES,
    ".csv": MediaType.CSV,
    ".tsv": MediaType.TSV,
    ".tab": MediaType.TSV,
    ".zip": MediaType.ZIP,
}

# Text that is no article: read as prose it would only fill a case with code and settings.
_NO_ARTICLES = frozenset(
    f".{name}"
    for name in (
        *("atom", "rss", "xml", "xsd", "xsl", "svg"),
        *("c", "cpp", "h", "java", "js", "map", "mjs", "py", "sh", "sql", "ts"),
        *("cfg", "conf", "css", "ini", "log", "toml", "yaml", "yml"),
        *("bib", "eml", "ics", "mbox", "mht", "mhtml", "srt", "tex", "vcf", "vtt", "warc"),
    )
)

_SIGNATURES = (
    (b"\xff\xd8\xff", "JPEG image"),
    (b"\x89PNG\r\n\x1a\n", "PNG image"),
    (b"GIF87a", "GIF image"),
    (b"GIF89a", "GIF image"),
    (b"II*\x00", "TIFF image"),
    (b"MM\x00*", "TIFF image"),
    (b"\x00\x00\x01\x00", "icon"),
    (b"8BPS", "Photoshop image"),
    (b"\x1f\x8b", "gzip archive"),
    (b"BZh91AY&SY", "bzip2 archive"),
    (b"\xfd7zXZ\x00", "xz archive"),
    (b"\x28\xb5\x2f\xfd", "zstd archive"),
    (b"7z\xbc\xaf\x27\x1c", "7z archive"),
    (b"Rar!\x1a\x07", "RAR archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Office document"),
    (b"{\\rtf", "RTF document"),
    (b"SQLite format 3\x00", "SQLite database"),
    (b"PAR1\x15", "Parquet table"),
    (b"\x7fELF", "program"),
    (b"\xca\xfe\xba\xbe", "program"),
    (b"\xcf\xfa\xed\xfe", "program"),
    (b"\x00asm", "program"),
    (b"ID3\x02", "MP3 sound"),
    (b"ID3\x03", "MP3 sound"),
    (b"ID3\x04", "MP3 sound"),
    (b"OggS", "Ogg sound"),
    (b"fLaC", "FLAC sound"),
    (b"\x1a\x45\xdf\xa3", "Matroska video"),
    (b"wOFF", "font"),
    (b"wOF2", "font"),
    (b"OTTO\x00", "font"),
    (b"\x00\x01\x00\x00\x00", "font"),
    (b"WARC/1.", "WARC archive"),
    (b"%!PS", "PostScript document"),
)
_RIFF = {b"WEBP": "WebP image", b"WAVE": "WAV sound", b"AVI ": "AVI video"}
_ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06")
_IN_OFFICE_ZIP = (
    (b"word/", "Word document"),
    (b"xl/", "Excel workbook"),
    (b"ppt/", "PowerPoint slides"),
    (b"application/epub", "EPUB book"),
    (b"application/vnd.oasis", "OpenDocument file"),
    (b"[Content_Types].xml", "Office document"),
)
_TAR_MAGIC_AT = 257
_PDF_WITHIN = 1024  # readers accept junk before the header up to here

_HTML_START = re.compile(
    rb"(?:\s|<!--.*?-->|<\?xml[^>]*>)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_FEED_START = re.compile(
    rb"(?:\s|<!--.*?-->|<\?xml[^>]*>)*<(?:rss|feed|rdf:rdf|urlset|sitemapindex)\b",
    re.IGNORECASE | re.DOTALL,
)
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def detect(path: str, data: bytes) -> MediaType:
    """Return the kind of an original; ``data`` may be its first kilobytes.

    Raises DocumentError, naming what was found, where there is no reader.
    """
    suffix = PurePosixPath(path).suffix.lower()
    if (kind := binary_kind(data)) is not None:
        raise DocumentError(path, f"found {with_article(kind)}, {EXPECTED}")
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return MediaType.PDF
    if data.startswith(_ZIP_STARTS):
        return MediaType.ZIP
    start = _without_marks(data[: 4 * _PDF_WITHIN])
    if _FEED_START.match(start):
        raise DocumentError(path, f"found a feed or site map, {EXPECTED}")
    if suffix in _NO_ARTICLES:
        raise DocumentError(path, f"found a {suffix} file, {EXPECTED}")
    known = _BY_SUFFIX.get(suffix, MediaType.PLAIN)
    if known in (MediaType.PDF, MediaType.ZIP):
        raise DocumentError(path, f"found no {known.name} inside a {suffix} file: it is broken")
    return MediaType.HTML if known is MediaType.PLAIN and _HTML_START.match(start) else known


def binary_kind(data: bytes) -> str | None:
    """Name the binary format that ``data`` begins with, or ``None``; PDF and zip have readers."""
    signed = next((kind for signature, kind in _SIGNATURES if data.startswith(signature)), None)
    return signed or _kind_by_structure(data)


def _kind_by_structure(data: bytes) -> str | None:
    if data.startswith(b"RIFF"):
        return _RIFF.get(data[8:12], "RIFF file")
    if data[4:8] == b"ftyp":
        return "MP4 video"
    if data.startswith((b"BM", b"MZ")) and b"\0\0\0" in data[:64]:
        return "bitmap image or program"
    if data[_TAR_MAGIC_AT : _TAR_MAGIC_AT + 5] == b"ustar":
        return "tar archive"
    if data.startswith(_ZIP_STARTS):
        return next((kind for mark, kind in _IN_OFFICE_ZIP if mark in data[:2048]), None)
    return None


def _without_marks(start: bytes) -> bytes:
    """Drop the byte order mark and the zero halves of UTF-16, enough to see a leading tag."""
    for mark in _MARKS:
        start = start.removeprefix(mark)
    return start.replace(b"\0", b"")


def with_article(kind: str) -> str:
    vowel_sound = kind[0] in "aeioAEIO" or kind.startswith(
        ("MP", "RTF", "SQL", "RIFF", "FLAC", "XML")
    )
    return f"{'an' if vowel_sound else 'a'} {kind}"
