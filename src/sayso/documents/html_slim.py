"""A page as handed to the parser: every element closed, nothing deep, nothing heavy, no scripts."""

import re
from collections.abc import Iterator

from sayso.documents.html_text import FLAT
from sayso.documents.html_tokens import Token, attributes

# libxml2 drops whatever is nested deeper than about 250 elements, without a word.
DEEPEST = 150
# Attributes this long are pictures or state (a data: URI of 30 MB makes libxml2 give up).
_HEAVY_TAG = 4096
_HEAVY_VALUE = re.compile(r"""=\s*+(?:"[^"]{512,}+"|'[^']{512,}+'|[^\s"'>]{512,}+)""")
# Of the skipped insides the parser needs the title and the description in JSON.
_LIGHT_SCRIPT = re.compile(r"\bld\+json", re.IGNORECASE)
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def slim(html: str, page_tokens: list[Token], *, depth: int) -> bytes:
    """Return the page in UTF-8 with everything left out that no extractor reads."""
    pieces, at = [], 0
    for start, end, replacement in _cuts(html, page_tokens, deep=depth > DEEPEST):
        pieces.append(html[at:start])
        pieces.append(replacement)
        at = end
    pieces.append(html[at:])
    return _NOT_XML.sub("", "".join(pieces)).encode("utf-8", "replace")


def _cuts(html: str, page_tokens: list[Token], *, deep: bool) -> Iterator[tuple[int, int, str]]:
    beyond = _too_deep(page_tokens) if deep else frozenset()
    for token in page_tokens:
        _, start, end, resumes, name, _ = token
        skipped = not name or (resumes > end and not _kept(html, token))
        if skipped or start in beyond:
            yield start, resumes, ""
        elif end - start > _HEAVY_TAG:
            yield start, end, _HEAVY_VALUE.sub('=""', html[start:end])


def _kept(html: str, token: Token) -> bool:
    if not html.startswith("</", token.resumes):
        return False
    if token.name == "script":
        kind = attributes(html, token).get("type")
        return kind is not None and _LIGHT_SCRIPT.search(kind.text) is not None
    return token.name == "title"


def _too_deep(page_tokens: list[Token]) -> frozenset[int]:
    """Return where the tags stand that would open or close an element too deep."""
    depth, tags = 0, set()
    for token in page_tokens:
        if token.name in FLAT:
            continue
        if not token.closing:
            depth += 1
            if depth > DEEPEST:
                tags.add(token.start)
        elif depth:
            if depth > DEEPEST:
                tags.add(token.start)
            depth -= 1
    return frozenset(tags)
