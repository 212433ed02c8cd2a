"""A page as handed to the parser: every element closed, nothing deep, nothing heavy, no scripts."""

import re
from collections.abc import Iterable, Iterator

from sayso.documents.html_tokens import Token, attributes

# libxml2 drops whatever is nested deeper than about 250 elements, without a word.
_DEEPEST = 150
# Comments, tags without an inside, and tags whose end may be left out: they do not nest.
_FLAT = frozenset(
    {
        *("", "area", "base", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta"),
        *("param", "source", "track", "wbr", "p", "li", "dt", "dd", "td", "th", "tr"),
        *("option", "optgroup", "tbody", "thead", "tfoot", "colgroup", "rp", "rt"),
    }
)
# No extractor reads pictures and links to resources; each would be copied and searched many times.
_UNREAD = frozenset({"link", "img", "source", "input", "param", "embed"})
_READ_LINK = "canonical"
# Attributes this long are pictures or state (a data: URI of 30 MB makes libxml2 give up).
_HEAVY_TAG = 4096
_HEAVY_VALUE = re.compile(r"""=\s*+(?:"[^"]{512,}+"|'[^']{512,}+'|[^\s"'>]{512,}+)""")
_HEAVY_SCRIPT = 500_000
# Of the skipped insides the parser needs the title and the description in JSON.
_LIGHT_SCRIPT = re.compile(r"\bld\+json", re.IGNORECASE)
_NOT_XML = bytes(set(range(32)) - set(b"\t\n\r"))
_SURROGATE = re.compile("[\ud800-\udfff]")
_NONCHARACTERS = ("\ufffe".encode(), "\uffff".encode())


def slim(html: str, page_tokens: Iterable[Token]) -> bytes:
    """Return the page in UTF-8 with everything left out that no extractor reads."""
    pieces, at = [], 0
    for start, end, replacement in _cuts(html, page_tokens):
        pieces.append(html[at:start])
        pieces.append(replacement)
        at = end
    pieces.append(html[at:])
    try:
        slimmed = "".join(pieces).encode()
    except UnicodeEncodeError:
        slimmed = _SURROGATE.sub("\ufffd", "".join(pieces)).encode()
    slimmed = slimmed.translate(None, _NOT_XML)
    for noncharacter in _NONCHARACTERS:
        slimmed = slimmed.replace(noncharacter, b"")
    return slimmed


def _cuts(html: str, page_tokens: Iterable[Token]) -> Iterator[tuple[int, int, str]]:
    """Yield what to replace: comments, skipped insides, tags that open or close too deep, bulk."""
    depth, broken = 0, _open_quotes(html)
    for token in page_tokens:
        _, start, end, resumes, name, closing = token
        deep = False
        if name not in _FLAT:
            deep = depth > _DEEPEST if closing else depth >= _DEEPEST
            depth += -1 if closing and depth else not closing
        skipped = resumes > end and not _kept(html, token)
        unread = name in _UNREAD and html.find(_READ_LINK, start, end) < 0
        if skipped or deep or unread or not name:
            yield start, resumes, ""
        elif start in broken:
            yield start, end, f"<{name}>"
        elif end - start > _HEAVY_TAG:
            yield start, end, _HEAVY_VALUE.sub('=""', html[start:end])


def _open_quotes(html: str) -> frozenset[int]:
    """Return where tags begin whose last quotation mark is never closed: a parser would read on."""
    found = set()
    for quote in "\"'":
        at = html.rfind(quote)
        start = html.rfind("<", 0, max(at, 0))
        if start >= 0 and html.find(">", start, at) < 0 and html.count(quote, start, at + 1) % 2:
            found.add(start)
    return frozenset(found)


def _kept(html: str, token: Token) -> bool:
    _, start, end, resumes, name, _ = token
    if not html.startswith("</", resumes) or resumes - end > _HEAVY_SCRIPT:
        return False
    if name == "script":
        kind = attributes(html, start, end).get("type")
        return kind is not None and _LIGHT_SCRIPT.search(kind.text) is not None
    return name == "title"
