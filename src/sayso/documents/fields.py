"""Named fields of records and front matter: what publishers, scrapers and interfaces call them."""

import re
from collections.abc import Iterable
from enum import StrEnum
from types import MappingProxyType

from sayso.errors import SettingsError


class Field(StrEnum):
    """What sayso wants to know of a record."""

    TEXT = "text"
    TITLE = "title"
    PUBLISHED = "published"
    MODIFIED = "modified"
    OUTLET = "outlet"
    BYLINE = "byline"
    ADDRESS = "address"
    LANGUAGE = "language"


# In the order in which they are tried; written without capitals, "_", "-" and blanks.
_COMMON_NAMES = MappingProxyType(
    {
        Field.TEXT: (
            "text", "body", "content", "articlebody", "articletext", "bodytext", "fulltext",
            "maintext", "maincontent", "cleanedtext", "plaintext", "contenttext", "rawtext",
            "paragraphs", "story", "article", "markdown", "bodyhtml", "contenthtml", "html",
        ),
        Field.TITLE: ("title", "headline", "heading", "ogtitle"),
        Field.PUBLISHED: (
            "published", "publishedat", "publisheddate", "publishdate", "datepublished",
            "datepublish", "publicationdate", "publishedtime", "pubdate",
            "date", "datetime", "timestamp", "created", "createdat", "datecreated", "time",
        ),
        Field.MODIFIED: (
            "modified", "updated", "updatedat", "datemodified", "datemodify", "modifiedat",
            "lastmod", "lastmodified", "lastupdated",
        ),
        Field.OUTLET: (
            "outlet", "publisher", "sourcename", "sitename", "site", "publication", "newspaper",
            "source", "media", "website", "sourcedomain", "domain", "hostname",
        ),
        Field.BYLINE: ("byline", "author", "authors", "by", "creator", "writer", "authornames"),
        Field.ADDRESS: (
            "address", "url", "link", "permalink", "canonical", "canonicalurl", "articleurl",
            "weburl", "sourceurl", "uri", "href", "source",
        ),
        Field.LANGUAGE: ("language", "lang", "inlanguage"),
    }
)  # fmt: skip
# {"title": {"rendered": …}} and the like: the inner name says nothing of its own.
_INNER_NAMES = frozenset({"name", "rendered", "main", "value", "text", "@value", "#text", "href"})
_SEPARATORS = re.compile(r"[\s_-]+")

_ADDRESS = re.compile(r"https?://\S+\Z", re.IGNORECASE)


def is_address(value: str) -> bool:
    return bool(_ADDRESS.match(value))


def common_names(field: Field) -> tuple[str, ...]:
    return _COMMON_NAMES[field]


def field_names(pairs: Iterable[tuple[str, str]]) -> dict[Field, str]:
    """Check what the user says of a record's fields: pairs of our name and theirs."""
    names = {}
    for ours, theirs in pairs:
        if ours not in set(Field):
            raise SettingsError(f"no field is called {ours!r}: expected one of {', '.join(Field)}")
        names[Field(ours)] = theirs
    return names


def find_field(
    field: Field, names: Iterable[str], *, named: str | None = None, beside: str | None = None
) -> str | None:
    """Return which of the dotted ``names`` holds ``field``: as ``named``, else by a common name.

    Of common names the one nearest to the top wins; ``beside`` names a field that it must stand
    with, unless it stands at the top itself (the outlet of a picture is not that of the article).
    """
    known = tuple(dict.fromkeys(names))
    if named is not None:
        return next((name for name in known if _unlisted(name) == _unlisted(named)), None)
    nearest = "" if beside is None else _place(beside)[0]
    ranked = []
    for order, name in enumerate(known):
        for place, end in _readings(name):
            if end in _COMMON_NAMES[field] and (beside is None or place in {"", nearest}):
                depth = place.count(".") + bool(place) if beside is None else place != nearest
                ranked.append((depth, _COMMON_NAMES[field].index(end), order, name))
    return min(ranked)[-1] if ranked else None


def _readings(name: str) -> tuple[tuple[str, str], ...]:
    """Return the place and end of a name; the end of ``source.name`` may as well be ``source``."""
    place, end = _place(name)
    outer = _place(place) if place and end in _INNER_NAMES else None
    inside_list = "[]." in name
    return tuple(reading for reading in (None if inside_list else (place, end), outer) if reading)


def _place(name: str) -> tuple[str, str]:
    place, _, end = _unlisted(name).lower().rpartition(".")
    return place, _SEPARATORS.sub("", end.rpartition(":")[2])


def _unlisted(name: str) -> str:
    return name.replace("[]", "")
