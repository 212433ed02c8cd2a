"""Pieces of an HTML page with their places: text, tags, and what is not text (comments, scripts)."""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple


class Token(NamedTuple):
    """Text ``[at, start)``, which may be empty, and the markup ``[start, end)`` that follows it.

    ``name`` is the tag in lower case, empty for comments and declarations. ``resumes`` is where
    the next token begins: beyond ``end`` if the inside of the element is no prose and was skipped.
    A tuple and no dataclass: a page has thousands.
    """

    at: int
    start: int
    end: int
    resumes: int
    name: str
    closing: bool


# A quotation mark opens a quoted value only after "=" and only if it is closed further on; so the
# pattern finds an end for every tag in a text that ends with ">", and never looks back.
_PIECE = re.compile(
    r"""
    ( [^<]*+ (?: < (?![a-zA-Z/!?]) [^<]*+ )*+ )
    < (?:
        ( /? ) ( [a-zA-Z] [^\s/>]*+ ) (?: [^>="']++ | = \s*+ (?: "[^"]*+" | '[^']*+' )? | ["'] )*+ >
      | !--
      | [!?/] [^>]*+ >
    )
    """,
    re.VERBOSE,
)
_CUT_TAG = re.compile(r"<[a-zA-Z/!?]")
_COMMENT_END = re.compile(r"--!?>")
_EMPTY_COMMENT = re.compile(r"-?>")
_AFTER_NAME = frozenset("\t\n\f\r />")

# No markup is read inside these, as browsers do it.
_RAW = frozenset({"script", "style", "title", "textarea", "iframe", "noembed", "noframes", "xmp"})
# Their inside is no prose of the page.
_OPAQUE = _RAW | {
    *("svg", "math", "template", "noscript", "select", "datalist"),
    *("object", "audio", "video", "canvas"),
}
# Where reading goes on after a script or a style sheet that is never closed.
_PROSE_AGAIN = re.compile(
    r"<(?:/head|body|p|div|h[1-6]|article|section|main|table|ul|ol|blockquote)\b[^<>]*>",
    re.IGNORECASE,
)


class _Closers:
    """Finds end tags; remembers which are missing, so that no page is searched twice in vain."""

    __slots__ = ("_html", "_missing")

    def __init__(self, html: str) -> None:
        self._html = html
        self._missing: set[str] = set()

    def end_tag(self, name: str, at: int) -> int | None:
        """Return where the next end tag of ``name`` begins."""
        if name in self._missing:
            return None
        # Plain searches: a pattern that ignores case reads a script ten times more slowly.
        html, width = self._html, len(name)
        while (at := html.find("</", at)) >= 0:
            after = at + 2 + width
            if html[at + 2 : after].lower() == name and html[after : after + 1] in _AFTER_NAME:
                return at
            at += 2
        self._missing.add(name)
        return None

    def comment_end(self, at: int) -> int:
        """Return where a comment ends whose first two dashes end at ``at``."""
        if empty := _EMPTY_COMMENT.match(self._html, at):
            return empty.end()
        if "--" not in self._missing:
            if found := _COMMENT_END.search(self._html, at):
                return found.end()
            self._missing.add("--")
        # Left open, a browser would lose the rest of the page; we lose the tag.
        return self._html.find(">", at) + 1


def tokens(html: str) -> Iterator[Token]:
    """Cut the page into pieces that together hold every character, in order.

    Works in one pass whatever the page is: tags may be unclosed, misnested or cut off.
    """
    closers = _Closers(html)
    at, limit = 0, html.rfind(">") + 1
    new = tuple.__new__  # a third of the time of Token(...), and the loop is the reader's hottest
    while at < limit:
        for piece in _PIECE.finditer(html, at, limit):
            slash, name = piece.group(2, 3)
            before, end = piece.span()
            start, at = piece.end(1), end
            if name is None:
                if html.startswith("<!--", start):
                    at = closers.comment_end(end)
                yield Token(before, start, at, at, "", closing=False)
            else:
                name = name.lower()
                if name in _OPAQUE and not slash:
                    at = _inside_end(html, closers, name, end)
                yield new(Token, (before, start, end, at, name, bool(slash)))
            if at != end:
                break
        else:
            break
    if at < len(html):
        cut = _CUT_TAG.search(html, at)
        start, end = cut.start() if cut else len(html), len(html)
        yield Token(at, start, end, end, "", closing=False)


def _inside_end(html: str, closers: _Closers, name: str, at: int) -> int:
    """Return where the inside of an opaque element ends; ``at`` if it is better read."""
    if name not in _RAW and html[at - 2] == "/":
        return at
    end = closers.end_tag(name, at)
    if end is not None:
        return end
    if name in {"script", "style"}:
        again = _PROSE_AGAIN.search(html, at)
        return again.start() if again else len(html)
    if name == "title":
        following = html.find("<", at)
        return following if following >= 0 else len(html)
    return at


class Marked(NamedTuple):
    """A value written in the markup, with the characters of the page that hold it."""

    text: str
    start: int
    end: int


_ATTRIBUTE = re.compile(
    r"""
    (?P<name> [^\s"'<>/=]++ ) \s*+ = \s*+
    (?: "(?P<double> [^"]*+ )" | '(?P<single> [^']*+ )' | (?P<bare> [^\s"'>]++ ) )
    """,
    re.VERBOSE,
)


def attributes(html: str, token: Token) -> dict[str, Marked]:
    """Return the attributes of a start tag that have a value, by name in lower case."""
    found: dict[str, Marked] = {}
    for match in _ATTRIBUTE.finditer(html, token.start + 1 + len(token.name), token.end):
        value = marked(html, *match.span(match.lastgroup or "bare"))
        if value is not None:
            found.setdefault(match["name"].lower(), value)
    return found


def marked(html: str, start: int, end: int) -> Marked | None:
    """Return the value that stands in ``[start, end)``, without the blanks around it."""
    raw = html[start:end]
    stripped = raw.strip()
    if not stripped:
        return None
    start += len(raw) - len(raw.lstrip())
    return Marked(unescape(stripped), start, start + len(stripped))
