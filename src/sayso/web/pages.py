"""The pages and where they stand: each module of this package with ``PAGES`` takes part."""

from collections.abc import Callable, Iterator
from enum import StrEnum
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

import sayso.web
from sayso.frozen import dataclass

if TYPE_CHECKING:
    from starlette.responses import Response

    from sayso.web.visit import Visit


class Section(StrEnum):
    """Headings of the navigation, in their order."""

    STORY = "Story"
    SAID = "Who says so"
    MATERIAL = "Material"
    WORK = "Your work"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page; with a ``section`` it is in the navigation, and ``g`` and ``key`` open it.

    ``decide`` answers forms that are sent to the same path. ``framed`` is for what our own pages
    show in a frame.
    """

    path: str
    show: Callable[["Visit"], "Response"]
    decide: Callable[["Visit"], "Response"] | None = None
    title: str = ""
    section: Section | None = None
    rank: int = 0
    key: str | None = None
    framed: bool = False


@cache
def all_pages() -> tuple[Page, ...]:
    """Return every page; ValueError if two claim one path or one key."""
    found = tuple(_declared())
    for claimed in ([page.path for page in found], [page.key for page in found if page.key]):
        double = {one for one in claimed if claimed.count(one) > 1}
        if double:
            raise ValueError(f"several pages claim {', '.join(sorted(double))}")
    return found


@cache
def navigation() -> tuple[tuple[Section, tuple[Page, ...]], ...]:
    """Return the pages of the navigation under their headings."""
    pages = sorted(all_pages(), key=lambda page: (page.rank, page.path))
    sections = ((one, tuple(p for p in pages if p.section is one)) for one in Section)
    return tuple((section, members) for section, members in sections if members)


def _declared() -> Iterator[Page]:
    for module in iter_modules(sayso.web.__path__):
        yield from getattr(import_module(f"sayso.web.{module.name}"), "PAGES", ())
