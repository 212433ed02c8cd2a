"""Dates and doubts: when each document was written, why, and what speaks against it."""

from starlette.responses import Response

from sayso.case import DateFilter, DateRow
from sayso.frozen import dataclass
from sayso.web.lists import Listed, listed, turn_of
from sayso.web.pages import Page, Section
from sayso.web.visit import Visit

_SIZE = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class DateList:
    """One page of dates; ``doubtful`` leaves out those that nothing speaks against."""

    pages: Listed[DateRow]
    doubtful: bool


def show(visit: Visit) -> Response:
    document = visit.query("document")
    doubtful = visit.query("all") != "yes" and document is None
    by = DateFilter(doubtful=doubtful, outlet=visit.query("outlet"), document=document)
    pages = listed(visit, visit.case.paged.dates(by, turn_of(visit, size=_SIZE)))
    return visit.render("dates.html", DateList(pages=pages, doubtful=doubtful))


PAGES = (
    Page(
        path="/dates",
        show=show,
        title="Dates and doubts",
        section=Section.MATERIAL,
        rank=21,
        key="t",
    ),
)
