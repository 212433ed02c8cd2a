"""What a page says of its article in JSON-LD, the vocabulary of schema.org."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sayso.documents.html_declared import Script
from sayso.documents.html_tokens import Marked
from sayso.frozen import dataclass

# Types of schema.org that stand for one published text; a web page may stand for its article.
_ARTICLES = frozenset({"BlogPosting", "LiveBlogPosting", "Report", "SocialMediaPosting"})
_PAGES = frozenset({"WebPage", "ItemPage"})
_DEEPEST = 12
_MOST_AUTHORS = 40
# Scripts are still wrapped for browsers and validators of the last century.
_WRAPPING = re.compile(r"(?: \s | <!-- | <!\[CDATA\[ | // | /\* | \*/ )*+", re.VERBOSE)
# Line feeds inside strings are no JSON, and common.
_DECODER = json.JSONDecoder(strict=False)
_STRING = re.compile(r'"((?:[^"\\]|\\.)*+)"', re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedArticle:
    """The fields of a description that Sayso reads; ``None``: not given.

    ``length`` is the number of characters of the whole article, ``words`` that of its words.
    """

    headline: Marked | None = None
    authors: tuple[Marked, ...] = ()
    publisher: Marked | None = None
    published: Marked | None = None
    modified: Marked | None = None
    language: str | None = None
    free: bool | None = None
    length: int | None = None
    words: int | None = None


def read_linked(html: str, scripts: Iterable[Script], address: str | None) -> LinkedArticle | None:
    """Return what the page says of its own article, not of others that it links to."""
    described: list[tuple[Script, dict[str, Any]]] = []
    for script in scripts:
        described.extend((script, thing) for thing in _things(_parsed(html, script)))
    own = _own_article(described, address)
    if own is None:
        return None
    script, thing = own
    by_id = {
        str(other["@id"]): other for _, other in described if "@id" in other and len(other) > 1
    }
    return _Reader(html, script, thing, by_id).article()


def _parsed(html: str, script: Script) -> Any:
    text = html[script.start : script.end]
    wrapping = _WRAPPING.match(text)
    try:
        value, _ = _DECODER.raw_decode(text, wrapping.end() if wrapping else 0)
    except (ValueError, RecursionError):
        return None
    return value


def _things(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Yield every described thing, containers before what they hold."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _things(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for name in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "author", "publisher"):
            if name in value:
                yield from _things(value[name], depth + 1)


def _own_article(
    described: Sequence[tuple[Script, dict[str, Any]]], address: str | None
) -> tuple[Script, dict[str, Any]] | None:
    """Choose articles before pages, what names this address before others, then the first."""
    ranked = [(_rank(thing, address), -place) for place, (_, thing) in enumerate(described)]
    rank, place = max(ranked, default=((0, False), 0))
    return described[-place] if rank[0] else None


def _rank(thing: dict[str, Any], address: str | None) -> tuple[int, bool]:
    types = {name.rsplit("/", 1)[-1] for name in _strings(thing.get("@type"))}
    if any(name.endswith("Article") or name in _ARTICLES for name in types):
        kind = 2
    else:
        kind = 1 if types & _PAGES else 0
    about = {str(thing.get(name)) for name in ("url", "@id", "mainEntityOfPage")}
    page = thing.get("mainEntityOfPage")
    if isinstance(page, dict):
        about.add(str(page.get("@id")))
    return kind, address is not None and address in about


def _strings(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


class _Reader:
    """Reads one description; finds every value again among the characters of the page."""

    def __init__(
        self, html: str, script: Script, thing: dict[str, Any], by_id: dict[str, dict[str, Any]]
    ) -> None:
        self._html = html
        self._script = script
        self._thing = thing
        self._by_id = by_id

    def article(self) -> LinkedArticle:
        thing = self._thing
        body = thing.get("articleBody")
        return LinkedArticle(
            headline=self._field("headline") or self._field("name"),
            authors=tuple(self._names(thing.get("author") or thing.get("creator"))),
            publisher=next(self._names(thing.get("publisher")), None),
            published=self._field("datePublished") or self._field("dateCreated"),
            modified=self._field("dateModified"),
            language=next(iter(_strings(thing.get("inLanguage"))), None),
            free=_truth(thing.get("isAccessibleForFree")),
            length=len(body) if isinstance(body, str) else None,
            words=_count(thing.get("wordCount")),
        )

    def _field(self, name: str) -> Marked | None:
        value = next(iter(_strings(self._thing.get(name))), "").strip()
        return self._located(value, name) if value else None

    def _names(self, value: Any) -> Iterator[Marked]:
        for item in value[:_MOST_AUTHORS] if isinstance(value, list) else [value]:
            described = (
                self._by_id.get(str(item.get("@id")), item) if isinstance(item, dict) else {}
            )
            for name in _strings(item) or _strings(described.get("name")):
                if name.strip() and (place := self._located(name.strip(), "name")):
                    yield place

    def _located(self, value: str, name: str) -> Marked | None:
        """Find the string that holds ``value``, if possible where it is given for ``name``."""
        html, start, end = self._html, self._script.start, self._script.end
        named = re.compile(rf'"{re.escape(name)}"\s*:\s*\[?\s*(?=")')
        for field in named.finditer(html, start, end):
            string = _STRING.match(html, field.end(), end)
            if string and _decoded(string[1]).strip() == value:
                return _inside(value, string)
        for string in _STRING.finditer(html, start, end):
            if _decoded(string[1]).strip() == value:
                return _inside(value, string)
        return None


def _inside(value: str, string: re.Match[str]) -> Marked:
    raw = string[1]
    start = string.start(1) + len(raw) - len(raw.lstrip())
    return Marked(value, start, start + len(raw.strip()))


def _decoded(raw: str) -> str:
    if "\\" not in raw:
        return raw
    try:
        return str(json.loads(f'"{raw}"', strict=False))
    except ValueError:
        return raw


def _truth(value: Any) -> bool | None:
    if isinstance(value, bool):
        return value
    words = {"true": True, "false": False}
    name = str(value).rsplit("/", 1)[-1].strip().casefold()
    return words.get(name)


def _count(value: Any) -> int | None:
    try:
        return int(value)
    except (TypeError, ValueError):
        return None
