"""Pieces of an HTML page with their places: text, tags, and what is not text (comments, scripts)."""

import re
from html import unescape
from typing import NamedTuple, TypeAlias

# Text ``[at, start)``, which may be empty, and the markup ``[start, end)`` that follows it, as
# (at, start, end, resumes, name, closing). The name is the tag in lower case, empty for comments
# and declarations. The next token begins where the page resumes: beyond the end of the tag if the
# inside of the element is no prose and was skipped. A bare tuple: a page has thousands, and naming
# their parts takes a third of the time of cutting the page.
Token: TypeAlias = tuple[int, int, int, int, str, bool]

# A quotation mark opens a quoted value only after "=" and only if it is closed further on; so the
# pattern finds an end for every tag in a text that ends with ">", and never looks back.
_PIECE = re.compile(
    r"""
    ( [^<]*+ (?: < (?![a-zA-Z/!?]) [^<]*+ )*+ )
    < (?:
        /? ( [a-zA-Z] [^\s/>]*+ )
        [^>="']*+ (?: (?: = \s*+ (?: "[^"]*+" | '[^']*+' )?+ | ["'] ) [^>="']*+ )*+ >
      | !--
      | [!?/] [^>]*+ >
    )
    """,
    re.VERBOSE,
)
_CUT_TAG = re.compile(r"<[a-zA-Z/!?]")
_COMMENT_END = re.compile(r"--!?>")
_TAG_MARK = re.compile("[<>]")
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
        # Left open, a browser would lose the rest of the page; we lose what stands before the next tag.
        following = _TAG_MARK.search(self._html, at)
        return following.end() - (following[0] == "<") if following else len(self._html)


def tokens(html: str) -> list[Token]:
    """Cut the page into pieces that together hold every character, in order.

    Works in one pass whatever the page is: tags may be unclosed, misnested or cut off.
    """
    closers = _Closers(html)
    cut: list[Token] = []
    at, limit = 0, html.rfind(">") + 1
    while at < limit:
        for piece in _PIECE.finditer(html, at, limit):
            before, start, end = at, piece.end(1), piece.end()
            at, name = end, piece[2]
            if name is None:
                if html.startswith("<!--", start):
                    at = closers.comment_end(end)
                cut.append((before, start, at, at, "", False))
            else:
                name = name.lower()
                closing = html[start + 1] == "/"
                if name in _OPAQUE and not closing:
                    at = _inside_end(html, closers, name, end)
                cut.append((before, start, end, at, name, closing))
            if at != end:
                break
        else:
            break
    if at < len(html):
        tag = _CUT_TAG.search(html, at)
        cut.append((at, tag.start() if tag else len(html), len(html), len(html), "", False))
    return cut


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


def attributes(html: str, start: int, end: int) -> dict[str, Marked]:
    """Return the attributes of the start tag ``[start, end)`` that have a value, by name in lower case."""
    found: dict[str, Marked] = {}
    for match in _ATTRIBUTE.finditer(html, start + 1, end):
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
