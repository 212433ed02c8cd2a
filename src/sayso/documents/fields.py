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


def find_field(field: Field, paths: Iterable[str], named: str | None = None) -> str | None:
    """Return which of the dotted ``paths`` holds ``field``: as ``named``, else by a common name.

    Of paths with the same common name the one nearest to the top wins.
    """
    known = tuple(dict.fromkeys(paths))
    if named is not None:
        return next((path for path in known if path == named), None)
    by_depth = sorted(known, key=lambda path: path.count("."))
    ends = [(_plain(path), path) for path in by_depth]
    for name in _COMMON_NAMES[field]:
        if (path := next((path for end, path in ends if end == name), None)) is not None:
            return path
    return None


def _plain(path: str) -> str:
    """Return the telling part of a dotted path, in the form of the common names."""
    parts = path.lower().split(".")
    if len(parts) > 1 and parts[-1] in _INNER_NAMES:
        parts.pop()
    return _SEPARATORS.sub("", parts[-1].rpartition(":")[2])
