"""What needs a person: counted over the whole case, and kept until something is done to it."""

from threading import Thread
from typing import TYPE_CHECKING

from sayso.case.actor_records import ActorFilter
from sayso.case.figure_records import SeriesFilter
from sayso.case.forecast_records import ForecastFilter
from sayso.case.place_records import PlaceFilter
from sayso.frozen import dataclass
from sayso.web.actors import actor_ranking
from sayso.web.figures import series_ranking, verdict_counts
from sayso.web.forecasts import forecast_ranking
from sayso.web.lists import SIZE
from sayso.web.places import some_places
from sayso.web.rendering import prepare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.case.counting import FirstCounts
    from sayso.web.desk import Desk

_MOST_PROPOSALS = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs:
    """Counts of what a case holds and of what waits in it; ``proposals`` stops at a number."""

    counts: "FirstCounts"
    proposals: int
    proposals_whole: bool
    runs: int


def warm(desk: "Desk") -> "Iterator[Thread]":
    """Start to make ready what the first pages need, before they are asked for."""
    # The database counts beside what Python does, so that the overview waits for the longest alone.
    for work in (
        lambda: prepare("overview.html"),
        lambda: series_ranking(desk, SeriesFilter(disputed=True)),
        lambda: _count(desk),
    ):
        thread = Thread(target=work, daemon=True)
        thread.start()
        yield thread


def _count(desk: "Desk") -> None:
    """Count what the overview tells, then what other pages do."""
    needs_of(desk)
    prepare()
    desk.prepare_writing()
    series_ranking(desk, SeriesFilter())
    verdict_counts(desk)
    actor_ranking(desk, ActorFilter())
    forecast_ranking(desk, ForecastFilter())
    some_places(desk, PlaceFilter(), SIZE + 1, 0)


def needs_of(desk: "Desk") -> Needs:
    """Return the counts of the case of a desk."""
    speech = desk.kept("speech", desk.case.paged.speech, by_rows=True)
    return desk.kept("needs", lambda: _counted(desk, speech))


def _counted(desk: "Desk", speech: int) -> Needs:
    case = desk.case
    proposals = case.count_actor_proposals(most=_MOST_PROPOSALS)
    return Needs(
        counts=case.paged.first_counts(speech=speech),
        proposals=proposals,
        proposals_whole=proposals < _MOST_PROPOSALS,
        runs=case.paged.last_run(),
    )
