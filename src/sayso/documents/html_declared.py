"""What a page declares in its markup: meta tags, links, times and marked elements."""

import re
from typing import NamedTuple

from sayso.documents.html_text import Note, Page
from sayso.documents.html_tokens import Marked, attributes, marked
from sayso.frozen import dataclass


class Named(NamedTuple):
    """A value and the name it is given under, in lower case."""

    name: str
    value: Marked


class MarkedTime(NamedTuple):
    """The value of ``<time datetime>``, the length of the text before it, and what it calls itself."""

    value: Marked
    at: int
    says: str


class Script(NamedTuple):
    """The inside ``[start, end)`` of a script that describes the page in JSON."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """Everything in the order of the page.

    ``meta`` are meta tags and elements marked with ``itemprop``, ``links`` the targets of link tags
    by their relation.
    """

    meta: tuple[Named, ...]
    links: tuple[Named, ...]
    times: tuple[MarkedTime, ...]
    scripts: tuple[Script, ...]
    title: Marked | None
    language: str | None

    def first(self, *names: str) -> Marked | None:
        """Return the first value of the first of ``names`` that the page gives."""
        return next(iter(self.every(*names)), None)

    def every(self, *names: str) -> tuple[Marked, ...]:
        """Return all values of the first of ``names`` that the page gives."""
        given = {item.name for item in self.meta}
        for name in names:
            if name in given:
                return tuple(item.value for item in self.meta if item.name == name)
        return ()

    def link(self, relation: str) -> Marked | None:
        return next((item.value for item in self.links if item.name == relation), None)


# The names under which a meta tag may call its content.
_NAMING = ("property", "name", "itemprop", "http-equiv")
_DESCRIBES = re.compile(r"\bld\+json\b", re.IGNORECASE)
_TELLING_LINKS = ("canonical", "itemprop")
# Text that an element shows, be it in elements of its own.
_SHOWN = re.compile(r"(?:\s|<(?!/)[^<>]*>)*+([^<]++)")


def read_declared(html: str, page: Page) -> Declared:
    return _Collector(html).collect(page.notes)


class _Collector:
    """Sorts the noted tags of one page by what they declare."""

    def __init__(self, html: str) -> None:
        self._html = html
        self._meta: list[Named] = []
        self._links: list[Named] = []
        self._times: list[MarkedTime] = []
        self._scripts: list[Script] = []
        self._title: Marked | None = None
        self._language: str | None = None

    def collect(self, notes: tuple[Note, ...]) -> Declared:
        take = {
            "title": self._take_title,
            "script": self._take_script,
            "html": self._take_html,
            "meta": self._take_meta,
            "link": self._take_link,
            "time": self._take_time,
        }
        for note in notes:
            take.get(note.name, self._take_marked)(note)
        return Declared(
            meta=tuple(self._meta),
            links=tuple(self._links),
            times=tuple(self._times),
            scripts=tuple(self._scripts),
            title=self._title,
            language=self._language,
        )

    def _take_title(self, note: Note) -> None:
        if self._title is None:
            self._title = marked(self._html, note.end, note.resumes)

    def _take_script(self, note: Note) -> None:
        kind = attributes(self._html, note.start, note.end).get("type")
        if kind and _DESCRIBES.search(kind.text):
            self._scripts.append(Script(note.end, note.resumes))

    def _take_html(self, note: Note) -> None:
        found = attributes(self._html, note.start, note.end)
        language = found.get("lang") or found.get("xml:lang")
        if language and self._language is None:
            self._language = language.text

    def _take_meta(self, note: Note) -> None:
        found = attributes(self._html, note.start, note.end)
        if content := found.get("content"):
            self._name(found, _NAMING, content)

    def _take_link(self, note: Note) -> None:
        # A page links to dozens of icons and style sheets, and to its own address once.
        if not any(self._html.find(word, note.start, note.end) >= 0 for word in _TELLING_LINKS):
            return
        found = attributes(self._html, note.start, note.end)
        if target := found.get("href"):
            if relation := found.get("rel"):
                self._links.append(Named(relation.text.lower(), target))
            self._name(found, ("itemprop",), target)

    def _take_time(self, note: Note) -> None:
        found = attributes(self._html, note.start, note.end)
        if value := found.get("datetime"):
            says = " ".join(found[name].text for name in ("itemprop", "class") if name in found)
            self._times.append(MarkedTime(value, note.at, says.lower()))
        else:
            self._take_marked(note)

    def _take_marked(self, note: Note) -> None:
        """Take an element with ``itemprop``, or a link to an author: its content or what it shows."""
        found = attributes(self._html, note.start, note.end)
        content = found.get("content")
        if content is None and (shown := _SHOWN.match(self._html, note.end)):
            content = marked(self._html, *shown.span(1))
        if content is None:
            return
        self._name(found, ("itemprop",), content)
        if (relation := found.get("rel")) and "author" in relation.text.lower().split():
            self._meta.append(Named("rel=author", content))

    def _name(self, found: dict[str, Marked], naming: tuple[str, ...], content: Marked) -> None:
        for attribute in naming:
            if name := found.get(attribute):
                self._meta.extend(Named(part, content) for part in name.text.lower().split())
