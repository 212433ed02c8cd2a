"""What needs a person: counted over the whole case, and kept until something is done to it."""

from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from sayso.case.actor_records import ActorFilter
from sayso.case.figure_records import SeriesFilter
from sayso.case.forecast_records import ForecastFilter
from sayso.case.place_records import PlaceFilter
from sayso.documents import Flag
from sayso.story.figures.verdict import Verdict
from sayso.web.forecasts import forecast_ranking
from sayso.web.lists import SIZE
from sayso.web.places import some_places

if TYPE_CHECKING:
    from sayso.case import Counts
    from sayso.web.desk import Desk

_MOST_PROPOSALS = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs:
    """Counts of what a case holds and of what waits in it; ``proposals`` stops at a number."""

    counts: "Counts"
    verdicts: tuple[tuple[Verdict, int], ...]
    undated: int
    copies: int
    proposals: int
    proposals_whole: bool
    runs: int

    @property
    def conflicts(self) -> int:
        return dict(self.verdicts).get(Verdict.CONFLICT, 0)


def warm(desk: "Desk") -> None:
    """Count what the first pages need, before they are asked for."""
    needs_of(desk)
    for by in (SeriesFilter(), SeriesFilter(disputed=True)):
        desk.kept(f"series {by}", partial(desk.case.paged.series_ranking, by))
    actors = ActorFilter()
    desk.kept(f"actors {actors}", partial(desk.case.paged.actor_ranking, actors))
    forecast_ranking(desk, ForecastFilter())
    some_places(desk, PlaceFilter(), SIZE + 1, 0)


def needs_of(desk: "Desk") -> Needs:
    """Return the counts of the case of a desk."""
    return desk.kept("needs", lambda: _counted(desk))


def _counted(desk: "Desk") -> Needs:
    case = desk.case
    counts = case.counts()
    flags = dict(counts.flags)
    proposals = sum(1 for _ in islice(case.actor_proposals(limit=_MOST_PROPOSALS), _MOST_PROPOSALS))
    return Needs(
        counts=counts,
        verdicts=case.compared.count_verdicts(),
        undated=flags.get(Flag.UNDATED, 0),
        copies=flags.get(Flag.NEAR_DUPLICATE, 0) + flags.get(Flag.RESPUN, 0),
        proposals=proposals,
        proposals_whole=proposals < _MOST_PROPOSALS,
        runs=case.paged.last_run(),
    )
