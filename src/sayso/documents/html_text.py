"""A page as plain text, one block to a line, with the way back to every character of it."""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from itertools import repeat
from typing import NamedTuple

from sayso.documents.html_tokens import Token
from sayso.frozen import dataclass
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
# Headings, and text whose line feeds count.
_MODES = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "pre"})
# Tags that say something about the page, and marks of others that do.
_NOTED = frozenset({"html", "meta", "link", "time", "title", "script"})
_MARKS = ("itemprop=", 'rel="author', "rel='author", "rel=author")
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
    """A start tag ``[start, end)`` of the page that may hold metadata.

    ``resumes`` is the end of its inside if that was skipped, ``at`` the length of the text before.
    """

    name: str
    start: int
    end: int
    resumes: int
    at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The plain text of a page; ``lines`` cover it all, parted by one line feed."""

    text: str
    text_map: TextMap
    lines: tuple[Line, ...]
    notes: tuple[Note, ...]
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
        self._headings = self._linked = 0
        self._in_link = self._preformatted = self._bidi = False

    def read(self, page_tokens: Iterable[Token]) -> None:
        """Read the whole page; the loop runs a thousand times a page, so it calls little."""
        html, marks = self._html, _marks(self._html)
        mark = next(marks)
        for token in page_tokens:
            at, start, end, resumes, name, closing = token
            if at < start:
                if not html[at:start].isspace():
                    self._text(at, start)
                else:
                    self._blanks(at, start)
            if name in _BLOCKS:
                if self._length > self._line_start:
                    self._end_line(start, start)
                self._tag = "" if closing else name
                if name in _MODES:
                    self._change_mode(name, closing=closing)
            elif name == "a":
                self._in_link = not closing
            if not closing and (start < mark < end or name in _NOTED):
                self._notes.append(Note(name, start, end, resumes, self._length))
            while mark < end:
                mark = next(marks)

    def _change_mode(self, name: str, *, closing: bool) -> None:
        if name == "pre":
            self._preformatted = not closing
        else:
            self._heading = self._tag
            self._headings += not closing

    def _text(self, at: int, end: int) -> None:
        text = self._html[at:end]
        core = text.strip()
        if "&" in core or "  " in core or not core.isprintable():
            self._prose(at, end)
        else:
            start = at + len(text) - len(text.lstrip())
            if at < start:
                self._blanks(at, start)
            at = start + len(core)
            self._write(core, start, at)
            if at < end:
                self._blanks(at, end)

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
            bidi_override=self._bidi,
        )

    def _blanks(self, start: int, end: int) -> None:
        if self._length == self._line_start:
            return
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
                # A blank right before the text stands for the new line: one run less.
                before = self._html[start - 1 : start].isspace() and start > self._break[1]
                self._append("\n", *((start - 1, start) if before else self._break))
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
