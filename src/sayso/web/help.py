"""Help: the keys, the words for verdicts, and how values and dates are to be read."""

from starlette.responses import Response

from sayso.web.pages import Page, Section
from sayso.web.visit import Visit


def show(visit: Visit) -> Response:
    return visit.render("help.html")


PAGES = (Page(path="/help", show=show, title="Help", section=Section.WORK, rank=99, key="h"),)
