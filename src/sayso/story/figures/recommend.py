"""Recommended values: one number or range for a series, under a named profile, with its reason."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from sayso.frozen import dataclass
from sayso.story.figures.intervals import hull
from sayso.story.figures.record import CountedFigure
from sayso.story.figures.series import Point, Series


class Choice(StrEnum):
    """The named ways to choose."""

    LATEST_OFFICIAL = "latest_official"
    CONSERVATIVE = "conservative"  # as ACLED does
    MAJORITY = "majority"
    RANGE_ONLY = "range_only"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """What a series comes to under one choice; ``best`` is ``None`` where it gives a range only."""

    choice: Choice
    best: Decimal | None
    lo: Decimal | None
    hi: Decimal | None
    figures: tuple[str, ...]
    reason: str


def recommend(series: Series, choice: Choice) -> Recommendation:
    """Return the value of a series under a choice. A choice that finds nothing gives the range."""
    return _CHOICES[choice](series)


def _latest_official(series: Series) -> Recommendation:
    official = [
        (point, figure)
        for point in series.points
        for figure in point.figures
        if figure.voice.official
    ]
    if not official:
        return _range(series.points[-1], Choice.LATEST_OFFICIAL, "no official figure; the range of")
    point, figure = official[-1]
    named = figure.voice.claimant or "an official body that is not named"
    rivals = [f for p, f in official if p is point and f.number != figure.number]
    if rivals:
        return _range(point, Choice.LATEST_OFFICIAL, "official figures differ; the range of")
    return _one(
        figure, Choice.LATEST_OFFICIAL, f"the latest official figure, {_time(point)}, by {named}"
    )


def _conservative(series: Series) -> Recommendation:
    point = series.points[-1]
    bounded = [f for f in point.figures if f.number.lo is not None]
    if not bounded:
        return _range(point, Choice.CONSERVATIVE, "no figure has a lower end; the range of")
    least = min(bounded, key=lambda figure: (figure.number.lo or Decimal(0), figure.id))
    value = least.number.best if least.number.is_exact else least.number.lo
    return Recommendation(
        choice=Choice.CONSERVATIVE,
        best=value,
        lo=least.number.lo,
        hi=least.number.hi,
        figures=(least.id,),
        reason=f"the least that any of {_count(point)} allows, {_time(point)}",
    )


def _majority(series: Series) -> Recommendation:
    """Give each origin one vote, at the latest time."""
    point = series.points[-1]
    votes: defaultdict[Decimal, set[str | None]] = defaultdict(set)
    for figure in point.figures:
        if figure.number.best is not None:
            votes[figure.number.best].add(figure.voice.origin)
    most = max((len(origins) for origins in votes.values()), default=0)
    winners = [value for value, origins in votes.items() if len(origins) == most]
    if len(winners) != 1:
        return _range(point, Choice.MAJORITY, "no number has most origins behind it; the range of")
    chosen = [f for f in point.figures if f.number.best == winners[0]]
    reason = f"given by {most} of {point.origins} known origins, {_time(point)}"
    return _one(chosen[0], Choice.MAJORITY, reason, *chosen[1:])


def _range_only(series: Series) -> Recommendation:
    return _range(series.points[-1], Choice.RANGE_ONLY, "the range of")


_CHOICES: Mapping[Choice, Callable[[Series], Recommendation]] = MappingProxyType(
    {
        Choice.LATEST_OFFICIAL: _latest_official,
        Choice.CONSERVATIVE: _conservative,
        Choice.MAJORITY: _majority,
        Choice.RANGE_ONLY: _range_only,
    }
)


def _one(
    figure: CountedFigure, choice: Choice, reason: str, *others: CountedFigure
) -> Recommendation:
    return Recommendation(
        choice=choice,
        best=figure.number.best,
        lo=figure.number.lo,
        hi=figure.number.hi,
        figures=(figure.id, *(other.id for other in others)),
        reason=reason,
    )


def _range(point: Point, choice: Choice, why: str) -> Recommendation:
    lo, hi = hull(tuple(figure.number for figure in point.figures))
    return Recommendation(
        choice=choice,
        best=None,
        lo=lo,
        hi=hi,
        figures=tuple(figure.id for figure in point.figures),
        reason=f"{why} {_count(point)}, {_time(point)}",
    )


def _count(point: Point) -> str:
    number = len(point.figures)
    return f"{number} figure{'' if number == 1 else 's'}"


def _time(point: Point) -> str:
    time = point.as_of
    if time is None or (time.lo is None and time.hi is None):
        return "of unknown time"
    if time.lo == time.hi:
        return f"as of {time.hi}"
    return f"as of {_day(time.lo)} to {_day(time.hi)}"


def _day(day: date | None) -> str:
    return str(day) if day else "an unknown day"
