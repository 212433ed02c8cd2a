"""Pages of a PDF: their characters in the order of the file, and where each line stands."""

import ctypes
import re
import struct
from collections.abc import Iterator
from typing import Any

import pypdfium2
from pypdfium2 import raw

from sayso.errors import DocumentError
from sayso.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLine:
    """One line of a page: ``[start, end)`` of the page's text, and its place in points.

    ``left`` and ``right`` are measured from the left edge, ``base`` from the lower one.
    """

    start: int
    end: int
    left: float
    right: float
    base: float
    size: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfPage:
    """The raw text of one page and its lines."""

    text: str
    lines: tuple[PageLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfText:
    """What a PDF holds for reading; the dates are as its information dictionary has them."""

    pages: tuple[PdfPage, ...]
    title: str
    created: str
    modified: str


# PDFium writes one of these for a hyphen at a line end, and no line end after it.
_HYPHENS = frozenset({0x02, 0xFFFE})
_LINE_HYPHEN = "\x02"
_UNKNOWN = "\ufffd"
_HIGH_HALVES, _LOW_HALVES = range(0xD800, 0xDC00), range(0xDC00, 0xE000)
_HALVES = range(0xD800, 0xE000)
_LINE = re.compile(r"[^\r\n\f\x02]*(?:\x02|[^\s\x02])")
_PASSWORD = "password"  # noqa: S105 - a word in PDFium's message


def read_pages(data: bytes, path: str) -> PdfText:
    """Read every page; raises DocumentError for a PDF that is broken or needs a password."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if _PASSWORD in str(error).lower():
            raise DocumentError(
                path, "the PDF is encrypted: save it without its password"
            ) from None
        raise DocumentError(path, f"the PDF is broken: {error}") from None
    try:
        pages = tuple(_page(document, index, path) for index in range(len(document)))
        known = document.get_metadata_dict()
    finally:
        document.close()
    return PdfText(
        pages=pages,
        title=known.get("Title", ""),
        created=known.get("CreationDate", ""),
        modified=known.get("ModDate", ""),
    )


def _page(document: Any, index: int, path: str) -> PdfPage:
    try:
        page = document[index]
        layer = page.get_textpage()
    except pypdfium2.PdfiumError as error:
        raise DocumentError(path, f"page {index + 1} of the PDF is broken: {error}") from None
    characters = _characters(layer)
    text = "".join(characters)
    # A character beyond 0xFFFF may take two places in PDFium and one in the text.
    places = [place for place, character in enumerate(characters) if character]
    lines = tuple(_lines(layer, text, places))
    layer.close()
    page.close()
    return PdfPage(text=text.replace(_LINE_HYPHEN, "-"), lines=lines)


def _characters(layer: Any) -> list[str]:
    """Return one string for each place in PDFium's text; the second half of a pair is empty."""
    codes = [raw.FPDFText_GetUnicode(layer, place) for place in range(layer.count_chars())]
    found: list[str] = []
    for place, code in enumerate(codes):
        if code in _LOW_HALVES and place and codes[place - 1] in _HIGH_HALVES:
            pair = struct.pack("<HH", codes[place - 1], code)
            found[-1:] = [pair.decode("utf-16-le"), ""]
        elif code in _HYPHENS:
            found.append(_LINE_HYPHEN)
        else:
            found.append(chr(code) if code and code not in _HALVES else _UNKNOWN)
    return found


def _lines(layer: Any, text: str, places: list[int]) -> Iterator[PageLine]:
    for found in _LINE.finditer(text):
        start, end = found.start() + len(found[0]) - len(found[0].lstrip()), found.end()
        left, base = _origin(layer, places[start])
        yield PageLine(
            start=start,
            end=end,
            left=left,
            right=layer.get_charbox(places[end - 1])[2],
            base=base,
            size=raw.FPDFText_GetFontSize(layer, places[start]),
        )


def _origin(layer: Any, place: int) -> tuple[float, float]:
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(layer, place, x, y)
    return x.value, y.value
