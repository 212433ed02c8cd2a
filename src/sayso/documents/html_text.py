"""A page as plain text, one block to a line, with the way back to every character of it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from itertools import repeat
from typing import NamedTuple

from sayso.documents.html_tokens import Token
from sayso.text import Run, Span, TextMap

_BLOCKS = frozenset(
    {
        *("html", "head", "title", "body", "main", "article", "section", "header", "footer", "nav"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "hgroup", "aside", "address", "div", "center", "hr"),
        *("p", "br", "pre", "blockquote", "figure", "figcaption", "ul", "ol", "menu", "dir", "li"),
        *("dl", "dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"),
        *("form", "fieldset", "legend", "button", "optgroup", "option"),
        *("details", "summary", "dialog"),
    }
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# Tags that say something about the page, and marks of others that do.
_NOTED = frozenset({"html", "meta", "link", "time", "title", "script"})
_MARKS = ("itemprop=", 'rel="author', "rel='author", "rel=author")
# Tags without an inside, or whose end may be left out: they do not make a page deep.
FLAT = frozenset(
    {
        "",  # comments
        *("area", "base", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta"),
        *("param", "source", "track", "wbr", "p", "li", "dt", "dd", "td", "th", "tr"),
        *("option", "optgroup", "tbody", "thead", "tfoot", "colgroup", "rp", "rt"),
    }
)
_HEEDED = _BLOCKS | {"a"}  # all other tags leave the text as it is

_BLANK = "\t\n\x0b\x0c\r\x1c-\x1f \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
# Controls, soft hyphen, zero-width space and joiner of words, marks of direction, byte order mark.
# U+200C and U+200D stay: Persian, the Indic scripts and emoji are spelt with them.
_UNSEEN = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff"
)
_BIDI_OVERRIDES = frozenset("\u202d\u202e")
_SURROGATE = "\ud800-\udfff"
_REPLACEMENT = "\ufffd"
_WORD = f"[^&{_BLANK}{_UNSEEN}{_SURROGATE}]"
_PIECE = re.compile(
    rf"""
      (?P<words> {_WORD}++ (?: \x20 {_WORD}++ )*+ )
    | (?P<blank> [{_BLANK}]++ )
    | (?P<reference> & (?: \#[0-9]++;? | \#[xX][0-9a-fA-F]++;? | [^\s<&\#;]{{1,32}};? )?+ )
    | (?P<unseen> [{_UNSEEN}]++ )
    | (?P<surrogate> [{_SURROGATE}]++ )
    """,
    re.VERBOSE,
)
_ALL_BLANK = re.compile(f"[{_BLANK}]*+")


class Line(NamedTuple):
    """One line of the rendering: ``[start, end)`` of the text, and what the markup says of it.

    ``tag`` is the heading or else the block that opened it, ``heading`` counts the headings of
    the page (0: none), ``linked`` is the number of characters inside links.
    """

    start: int
    end: int
    tag: str
    heading: int
    linked: int


class Note(NamedTuple):
    """A start tag that may hold metadata, its place, and the length of the text before it."""

    token: Token
    at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The plain text of a page; ``lines`` cover it all, parted by one line feed.

    ``depth`` is how many elements at most were open at once.
    """

    text: str
    text_map: TextMap
    lines: tuple[Line, ...]
    notes: tuple[Note, ...]
    depth: int
    bidi_override: bool

    def line_text(self, line: Line) -> str:
        return self.text[line.start : line.end]


def render_page(html: str, page_tokens: Iterable[Token]) -> Page:
    """Write down what a reader of the page could read, whether its furniture or its article."""
    writer = _Writer(html)
    writer.read(page_tokens)
    return writer.page()


class _Writer:
    """Collects text and runs; blanks are held back until more text follows on the same line."""

    def __init__(self, html: str) -> None:
        self._html = html
        self._parts: list[str] = []
        self._runs: list[tuple[int, int, int, int]] = []
        self._length = 0
        self._blank: tuple[int, int] | None = None
        self._break: tuple[int, int] | None = None
        self._lines: list[Line] = []
        self._line_start = 0
        self._notes: list[Note] = []
        self._tag = self._heading = ""
        self._headings = self._linked = self._depth = 0
        self._in_link = self._preformatted = self._bidi = False

    def read(self, page_tokens: Iterable[Token]) -> None:
        html, depth = self._html, 0
        marks = _marks(html)
        mark = next(marks)
        for token in page_tokens:
            at, start, end, _, name, closing = token
            if at < start:
                self._text(at, start)
            if name not in FLAT:
                depth = max(depth - 1, 0) if closing else depth + 1
                self._depth = max(depth, self._depth)
            if name in _HEEDED:
                (self._close if closing else self._open)(name, start)
            if not closing and (name in _NOTED or start < mark < end):
                self._notes.append(Note(token, self._length))
            while mark < end:
                mark = next(marks)

    def _text(self, start: int, end: int) -> None:
        if not self._html[start:end].isspace():
            self._prose(start, end)
        elif self._length > self._line_start:
            self._blanks(start, end)

    def _open(self, name: str, start: int) -> None:
        if name == "a":
            self._in_link = True
        elif name in _BLOCKS:
            self._end_line(start, start)
            self._tag = name
            if name in _HEADINGS:
                self._heading = name
                self._headings += 1
            elif name == "pre":
                self._preformatted = True

    def _close(self, name: str, start: int) -> None:
        if name == "a":
            self._in_link = False
        elif name in _BLOCKS:
            self._end_line(start, start)
            self._tag = ""
            if name in _HEADINGS:
                self._heading = ""
            elif name == "pre":
                self._preformatted = False

    def _prose(self, start: int, end: int) -> None:
        for piece in _PIECE.finditer(self._html, start, end):
            kind = piece.lastgroup
            if kind == "words":
                self._write(piece[0], piece.start(), piece.end())
            elif kind == "blank":
                self._blanks(piece.start(), piece.end())
            elif kind == "reference":
                self._reference(piece[0], piece.start(), piece.end())
            elif kind == "surrogate":
                self._write(_REPLACEMENT * len(piece[0]), piece.start(), piece.end())
            elif not _BIDI_OVERRIDES.isdisjoint(piece[0]):
                self._bidi = True

    def page(self) -> Page:
        self._end_line(len(self._html), len(self._html))
        return Page(
            text="".join(self._parts),
            text_map=TextMap(Run(*run) for run in self._runs),
            lines=tuple(self._lines),
            notes=tuple(self._notes),
            depth=self._depth,
            bidi_override=self._bidi,
        )

    def _blanks(self, start: int, end: int) -> None:
        if self._preformatted and (feed := self._html.find("\n", start, end)) >= 0:
            self._end_line(feed, feed + 1)
        elif self._blank is None:
            self._blank = (start, end)
        elif self._blank[1] == start:
            self._blank = (self._blank[0], end)

    def _reference(self, written: str, start: int, end: int) -> None:
        """Write a character reference; what it stands for is treated as if it stood there."""
        meant = unescape(written)
        if meant == written:
            self._write(written, start, end)
            return
        if _ALL_BLANK.fullmatch(meant):
            self._blanks(start, end)
            return
        # One piece that cannot be split; a blank inside ("&nbspand") is folded like any other.
        visible = "".join(
            " " if piece.lastgroup == "blank" else piece[0]
            for piece in _PIECE.finditer(meant)
            if piece.lastgroup != "unseen"
        )
        if not _BIDI_OVERRIDES.isdisjoint(meant):
            self._bidi = True
        if visible:
            self._write(visible, start, end)

    def _write(self, text: str, start: int, end: int) -> None:
        if self._length == self._line_start:
            self._blank = None
            if self._break is not None:
                self._append("\n", *self._break)
                self._line_start = self._length
        elif self._blank is not None:
            self._append(" ", *self._blank)
            self._blank = None
        self._append(text, start, end)
        if self._in_link:
            self._linked += len(text)

    def _append(self, text: str, start: int, end: int) -> None:
        runs, length = self._runs, self._length
        self._parts.append(text)
        self._length = length + len(text)
        if runs:
            last = runs[-1]
            joins = last[3] == start and last[1] - last[0] == last[3] - last[2]
            if joins and len(text) == end - start:
                runs[-1] = (last[0], self._length, last[2], end)
                return
        runs.append((length, self._length, start, end))

    def _end_line(self, start: int, end: int) -> None:
        """Close the line if it has text; the next text then begins a new one."""
        self._blank = None
        if self._length > self._line_start:
            line = Line(
                self._line_start, self._length, self._heading or self._tag,
                self._headings if self._heading else 0, self._linked,
            )  # fmt: skip
            self._lines.append(line)
            self._break = (start, end)
            self._line_start = self._length
            self._linked = 0


def _marks(html: str) -> Iterator[int]:
    """Yield where tags are marked as metadata, then for ever a place beyond the page."""
    places = []
    for mark in _MARKS:
        at = html.find(mark)
        while at >= 0:
            places.append(at)
            at = html.find(mark, at + 1)
    yield from sorted(places)
    yield from repeat(len(html) + 1)


def line_span(line: Line) -> Span:
    return Span(line.start, line.end)
