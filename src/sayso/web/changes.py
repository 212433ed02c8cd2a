"""What is new since the last visit, and searches that are kept with what is new in them."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response

from sayso.case import Run
from sayso.frozen import dataclass
from sayso.web.documents import document_filter
from sayso.web.figures import figure_filter
from sayso.web.ledger import claim_filter
from sayso.web.news import News, news_of
from sayso.web.notes import SavedSearch, all_seen, with_search, without_search
from sayso.web.pages import Page, Section
from sayso.web.visit import AddressError, Visit

_RUNS = 12
_COUNTED = 1_000
_LONGEST = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """The page of changes; ``runs`` are the latest, to look further back."""

    news: News
    runs: tuple[Run, ...]
    first_time: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedLine:
    """A kept search with what is new in it; ``new`` is ``None`` where its address is no list now."""

    search: SavedSearch
    new: int | None
    newest: str
    whole: bool


def show(visit: Visit) -> Response:
    return visit.render(
        "changes.html",
        Changes(
            news=news_of(visit, first=visit.number("run")),
            runs=tuple(visit.case.runs(limit=_RUNS)),
            first_time=visit.desk.notes.read().seen is None,
        ),
    )


def mark_seen(visit: Visit) -> Response:
    """Note that everything up to now has been seen."""
    run = visit.case.paged.last_run()
    visit.desk.notes.change(lambda noted: all_seen(noted, run))
    return visit.redirect("/changes")


def show_saved(visit: Visit) -> Response:
    searches = visit.desk.notes.read().searches
    return visit.render("saved.html", tuple(_saved_line(visit, one) for one in searches))


def change_saved(visit: Visit) -> Response:
    """Keep a search, drop one, or note that what is new in it has been seen."""
    address = _own_list(visit.field("address"))
    run, notes = visit.case.paged.last_run(), visit.desk.notes
    if visit.field("do") == "drop":
        notes.change(lambda noted: without_search(noted, address))
    else:
        known = {one.address: one.name for one in notes.read().searches}
        name = visit.field("name") or known.get(address) or _told(address)
        search = SavedSearch(name=name[:80], address=address, run=run)
        notes.change(lambda noted: with_search(noted, search))
    return visit.redirect("/saved")


def _own_list(address: str) -> str:
    """Return the address of a list without its page; AddressError if it is none that is kept."""
    parts = urlsplit(address)
    if parts.path not in _COUNTERS or parts.netloc or parts.scheme or len(address) > _LONGEST:
        raise AddressError("only searches and lists of this page can be kept")
    passing = {"after", "before", "page", "run"}
    query = [(name, value) for name, value in parse_qsl(parts.query) if name not in passing]
    return f"{parts.path}?{urlencode(query)}"


def _told(address: str) -> str:
    parts = urlsplit(address)
    words = ", ".join(value for _, value in parse_qsl(parts.query))
    return f"{parts.path.strip('/')}: {words}"


def _saved_line(visit: Visit, search: SavedSearch) -> SavedLine:
    newest = _newest(search)
    try:
        number = _COUNTERS[urlsplit(newest).path](_at(visit, newest))
    except (AddressError, KeyError):
        return SavedLine(search=search, new=None, newest=newest, whole=True)
    return SavedLine(
        search=search, new=min(number, _COUNTED), newest=newest, whole=number <= _COUNTED
    )


def _newest(search: SavedSearch) -> str:
    """Return the address of what is new in a search; of words in documents, the list of these."""
    parts = urlsplit(search.address)
    query = dict(parse_qsl(parts.query))
    path = parts.path
    if path == "/search":
        path, query = "/documents", {"text": query.get("q", "")}
    return f"{path}?{urlencode({**query, 'run': search.run + 1})}"


def _at(visit: Visit, address: str) -> Visit:
    """Return the visit as if it were one to another address."""
    parts = urlsplit(address)
    scope = {
        **visit.request.scope,
        "path": parts.path,
        "query_string": str(QueryParams(parts.query)).encode(),
    }
    return replace(visit, request=Request(scope))


def _claims(visit: Visit) -> int:
    return visit.case.paged.count_claims(claim_filter(visit), most=_COUNTED + 1)


def _figures(visit: Visit) -> int:
    return visit.case.paged.count_figures(figure_filter(visit), most=_COUNTED + 1)


def _documents(visit: Visit) -> int:
    return visit.case.paged.count_documents(document_filter(visit), most=_COUNTED + 1)


_COUNTERS: Mapping[str, Callable[[Visit], int]] = MappingProxyType(
    {
        "/claims": _claims,
        "/figures": _figures,
        "/documents": _documents,
        "/search": _documents,
    }
)

PAGES = (
    Page(
        path="/changes",
        show=show,
        decide=mark_seen,
        title="What is new",
        section=Section.WORK,
        rank=31,
        key="n",
    ),
    Page(
        path="/saved",
        show=show_saved,
        decide=change_saved,
        title="Kept searches",
        section=Section.WORK,
        rank=32,
        key="k",
    ),
)
