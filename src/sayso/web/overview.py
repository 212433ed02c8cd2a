"""The first page: what the case holds, and what needs a person."""

from dataclasses import dataclass

from starlette.responses import Response

from sayso.case import Counts
from sayso.web.pages import Page, Section
from sayso.web.visit import Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """All that the first page needs."""

    counts: Counts


def show(visit: Visit) -> Response:
    return visit.render("overview.html", Overview(counts=visit.case.counts()))


PAGES = (Page(path="/", show=show, title="Overview", section=Section.STORY, rank=0, key="o"),)
