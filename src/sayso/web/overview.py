"""The first page: what the case holds, what needs a person, what is new."""

from starlette.responses import Response

from sayso.case.figure_records import SeriesFilter, SeriesRow
from sayso.frozen import dataclass
from sayso.web.figures import series_ranking
from sayso.web.needs import Needs, needs_of
from sayso.web.news import News, news_of
from sayso.web.pages import Page, Section, all_pages
from sayso.web.visit import Visit

_DISPUTES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """All that the first page needs; ``review`` says whether there is a review to go to.

    ``first_visit`` says that the reader never said to have seen what there is.
    """

    needs: Needs
    news: News
    disputes: tuple[SeriesRow, ...]
    review: bool
    first_visit: bool


def show(visit: Visit) -> Response:
    first = series_ranking(visit.desk, SeriesFilter(disputed=True))[:_DISPUTES]
    return visit.render(
        "overview.html",
        Overview(
            needs=needs_of(visit.desk),
            news=news_of(visit),
            disputes=visit.desk.kept(
                "disputes",
                lambda: tuple(visit.case.compared.series(SeriesFilter(ids=first))),
                by_rows=True,
            ),
            first_visit=visit.desk.notes.read().seen is None,
            review=any(page.path == "/review" for page in all_pages()),
        ),
    )


PAGES = (Page(path="/", show=show, title="Overview", section=Section.STORY, rank=0, key="o"),)
