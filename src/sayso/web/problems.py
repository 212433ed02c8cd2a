"""Problems: what could not be read, and why."""

from starlette.responses import Response

from sayso.web.lists import numbered
from sayso.web.pages import Page, Section
from sayso.web.visit import Visit


def show(visit: Visit) -> Response:
    cleared = visit.query("all") == "yes"
    pages = numbered(
        visit, lambda n, skip: visit.case.problems(cleared=cleared, limit=n, offset=skip)
    )
    return visit.render("problems.html", pages)


PAGES = (
    Page(path="/problems", show=show, title="Problems", section=Section.MATERIAL, rank=22, key="p"),
)
