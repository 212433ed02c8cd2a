"""One request: what it asks for, the case it is about, and the answer in our own dress."""

from contextlib import contextmanager
from dataclasses import field
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlencode

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from sayso.errors import SaysoError
from sayso.frozen import dataclass
from sayso.web.desk import Desk
from sayso.web.pages import Page, Section, navigation
from sayso.web.rendering import render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.case import Case

_Choice = TypeVar("_Choice", bound=StrEnum)
THEMES = ("auto", "light", "dark")
THEME_COOKIE = "sayso_theme"
KEYS_COOKIE = "sayso_keys"
_SEE_OTHER = 303


class AddressError(SaysoError):
    """The address asks for something that there cannot be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One request to one page; ``form`` is empty unless something is decided."""

    desk: Desk
    request: Request
    page: Page
    form: FormData = field(default_factory=FormData)

    @property
    def case(self) -> "Case":
        """Return the case, open for reading only."""
        return self.desk.case

    @contextmanager
    def writing(self) -> "Iterator[Case]":
        """Give the case to write to, to one visit at a time."""
        with self.desk.writing() as case:
            yield case

    def now(self) -> datetime:
        return self.desk.clock()

    @property
    def reader(self) -> str:
        """Return the name under which decisions are noted."""
        return self.desk.reader

    def parameter(self, name: str) -> str:
        """Return a part of the path."""
        return str(self.request.path_params[name])

    def query(self, name: str) -> str | None:
        """Return what the address says behind the question mark, ``None`` where it is blank."""
        return (self.request.query_params.get(name) or "").strip() or None

    def choice(self, name: str, values: type[_Choice]) -> _Choice | None:
        """Return one of a closed set; AddressError for anything else."""
        written = self.query(name)
        try:
            return None if written is None else values(written)
        except ValueError:
            offered = ", ".join(one.value for one in values)
            raise AddressError(f"'{written}' is no {name}; there are {offered}") from None

    def day(self, name: str) -> date | None:
        """Return a day that the form or the address gives; AddressError for anything else."""
        written = self.field(name) or self.query(name)
        try:
            return None if written is None else date.fromisoformat(written)
        except ValueError:
            raise AddressError(f"'{written}' is no day: write it as 2024-05-31") from None

    def number(self, name: str, *, most: int = 10**9) -> int | None:
        """Return a whole number from 0 to ``most``."""
        written = self.query(name)
        if written is None:
            return None
        if not (written.isascii() and written.isdigit()) or len(written) > len(str(most)):
            raise AddressError(f"'{written}' is no number that {name} can be")
        return min(int(written), most)

    def field(self, name: str) -> str:
        """Return what was written into a field of the form, without blanks around it."""
        value = self.form.get(name)
        return value.strip() if isinstance(value, str) else ""

    def fields(self, name: str) -> tuple[str, ...]:
        """Return all values of a field that can be given several times."""
        return tuple(value for value in self.form.getlist(name) if isinstance(value, str))

    def address(self, **changes: object) -> str:
        """Return the address of this very state of the page with some of the query changed."""
        query = dict(self.request.query_params)
        query |= {name: str(value) for name, value in changes.items() if value is not None}
        kept = {name: value for name, value in query.items() if changes.get(name, "") is not None}
        path = self.request.url.path
        return f"{path}?{urlencode(kept)}" if kept else path

    @property
    def here(self) -> str:
        """Return the address of this very state of the page."""
        return self.address()

    @property
    def theme(self) -> str:
        chosen = self.request.cookies.get(THEME_COOKIE)
        return chosen if chosen in THEMES else THEMES[0]

    @property
    def single_keys(self) -> bool:
        """Say whether single letters are shortcuts; those who dictate may not want that."""
        return self.request.cookies.get(KEYS_COOKIE) != "off"

    @property
    def form_mark(self) -> str:
        return self.desk.session.form_mark

    @property
    def navigation(self) -> tuple[tuple[Section, tuple[Page, ...]], ...]:
        return navigation()

    def render(self, template: str, view: object = None, *, status: int = 200) -> Response:
        """Answer with a page; its template gets this visit and ``view``."""
        return HTMLResponse(render(template, self, view), status)

    def redirect(self, path: str) -> Response:
        """Go on to another page after a decision; only to one of our own."""
        own = path.startswith("/") and not path.startswith(("//", "/\\"))
        return RedirectResponse(path if own else "/", _SEE_OTHER)
