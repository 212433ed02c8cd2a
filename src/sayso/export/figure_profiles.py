"""Series of figures in the columns of those who keep records: UCDP, Airwars, IDMC, ACLED, plain.

Each profile keeps its own rule for ranges and vague words; the rule that a value rests on stands in
the row, and no value is given without one.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from sayso.dates import DayInterval
from sayso.evidence.figure import Accrual, Modality
from sayso.export.series_view import SeriesDot, SeriesView, series_view
from sayso.frozen import dataclass
from sayso.language.analysis import Modifier
from sayso.story.figures.intervals import hull
from sayso.story.figures.recommend import Choice, Recommendation, recommend

if TYPE_CHECKING:
    from sayso.case import CaseReader
    from sayso.story.figures.record import CountedFigure


class Profile(StrEnum):
    """Whose columns a table has."""

    SERIES = "series"
    UCDP = "ucdp"
    AIRWARS = "airwars"
    HELIX = "helix"
    ACLED = "acled"


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesCsvRow:
    """One figure of a series, as it is."""

    series: str
    quantity: str
    figure: str
    document: str
    outlet: str | None
    as_of: DayInterval | None
    written: DayInterval
    words: str
    modifier: Modifier
    best: Decimal | None
    lo: Decimal | None
    hi: Decimal | None
    lo_open: bool
    hi_open: bool
    soft: bool
    claimant: str | None
    official: bool
    basis: str | None
    origin: int
    echo: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class UcdpRow:
    """Deaths of one series: ``best`` under the choice named, ``low`` and ``high`` of everybody's last."""

    id: str
    date_start: date | None
    date_end: date | None
    where_description: str | None
    best: Decimal | None
    low: Decimal | None
    high: Decimal | None
    best_choice: Choice
    best_reason: str
    number_of_sources: int
    source_office: tuple[str, ...]
    source_original: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AirwarsRow:
    """Killed or injured of one series between the least and the most that any report allows."""

    unique_reference_code: str
    date: date | None
    location_name: str | None
    counted: str | None
    killed_min: Decimal | None
    killed_max: Decimal | None
    injured_min: Decimal | None
    injured_max: Decimal | None
    sources: int
    conflicting: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HelixRow:
    """One figure as a row of IDMC's Helix; the recommended one is that of the choice named."""

    series: str
    figure: str
    quantifier: str
    reported: Decimal | None
    unit: str
    term: str | None
    category: str
    role: str
    start_date: date | None
    end_date: date | None
    date_accuracy: str
    location: str | None
    source: str | None
    publisher: str | None
    publish_date: DayInterval
    source_excerpt: str
    calculation_logic: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AcledRow:
    """Deaths of one series as one whole number: the most conservative, the dispute in the notes."""

    event_id: str
    event_date: date | None
    time_precision: int
    location: str | None
    source: str
    fatalities: int | None
    notes: str


ProfileRow = SeriesCsvRow | UcdpRow | AirwarsRow | HelixRow | AcledRow
ROW_TYPES: Mapping[Profile, type[ProfileRow]] = MappingProxyType(
    {
        Profile.SERIES: SeriesCsvRow,
        Profile.UCDP: UcdpRow,
        Profile.AIRWARS: AirwarsRow,
        Profile.HELIX: HelixRow,
        Profile.ACLED: AcledRow,
    }
)
# Helix knows four, for a bound it takes the side on which the number lies.
_QUANTIFIERS: Mapping[Modifier, str] = MappingProxyType(
    {
        Modifier.AT_LEAST: "more than",
        Modifier.MORE_THAN: "more than",
        Modifier.AT_MOST: "less than",
        Modifier.FEWER_THAN: "less than",
        Modifier.UP_TO: "less than",
        Modifier.AS_MANY_AS: "less than",
        Modifier.EXACT: "exact",
        Modifier.PART_OF: "exact",
    }
)
_DAY_ACCURACY, _WEEK_DAYS, _MONTH_DAYS = 1, 7, 31
# ACLED: 1 the day is known, 2 the week, 3 the month.
_TIME_PRECISION = ((_DAY_ACCURACY, 1), (_WEEK_DAYS, 2))


def profile_rows(case: "CaseReader", profile: Profile, choice: Choice) -> Iterator[ProfileRow]:
    """Yield the rows of a profile; a single figure is a series too."""
    from sayso.case.figure_records import SeriesFilter  # noqa: PLC0415 -- the case is given

    for row in case.compared.series(SeriesFilter(least=1)):
        view = series_view(case, row.id)
        if profile is Profile.SERIES or all(_is_told(dot) for dot in view.dots):
            yield from _MAKERS[profile](view, choice)


def _is_told(dot: SeriesDot) -> bool:
    """Leave plans, forecasts and denials out of the tables of what happened."""
    return dot.figure.modality in (None, Modality.ASSERTED)


def _plain(view: SeriesView, _: Choice) -> Iterator[ProfileRow]:
    for dot in view.dots:
        found, voice = dot.number, dot.figure.voice
        yield SeriesCsvRow(
            series=view.id,
            quantity=view.title,
            figure=dot.figure.id,
            document=dot.member.document,
            outlet=dot.member.outlet,
            as_of=dot.figure.scope.as_of,
            written=dot.member.date,
            words=dot.member.words,
            modifier=found.modifier,
            best=found.best,
            lo=found.lo,
            hi=found.hi,
            lo_open=found.lo_open,
            hi_open=found.hi_open,
            soft=found.soft,
            claimant=voice.claimant,
            official=voice.official,
            basis=voice.basis,
            origin=dot.origin + 1,
            echo=dot.echo,
        )


def _ucdp(view: SeriesView, choice: Choice) -> Iterator[ProfileRow]:
    if _predicate(view) != "killed":
        return
    chosen = recommend(view.series, choice)
    lo, hi = _hull(view)
    first, last = _days(view)
    yield UcdpRow(
        id=view.id,
        date_start=first,
        date_end=last,
        where_description=view.series.key.place,
        best=chosen.best,
        low=lo,
        high=hi,
        best_choice=choice,
        best_reason=chosen.reason,
        number_of_sources=view.origins,
        source_office=tuple(sorted({d.member.outlet for d in view.dots if d.member.outlet})),
        source_original=tuple(sorted({_claimant(d) for d in view.dots if _claimant(d)})),
    )


def _airwars(view: SeriesView, _: Choice) -> Iterator[ProfileRow]:
    predicate = _predicate(view)
    if predicate not in ("killed", "injured"):
        return
    lo, hi = _hull(view)
    is_killed = predicate == "killed"
    yield AirwarsRow(
        unique_reference_code=view.id,
        date=_days(view)[0],
        location_name=view.series.key.place,
        counted=view.dots[0].figure.counted.head,
        killed_min=lo if is_killed else None,
        killed_max=hi if is_killed else None,
        injured_min=None if is_killed else lo,
        injured_max=None if is_killed else hi,
        sources=view.origins,
        conflicting=bool(view.conflicts),
    )


def _helix(view: SeriesView, choice: Choice) -> Iterator[ProfileRow]:
    chosen = recommend(view.series, choice)
    for dot in view.dots:
        figure, time = dot.figure, dot.figure.scope.as_of
        is_chosen = chosen.best is not None and figure.id in chosen.figures
        yield HelixRow(
            series=view.id,
            figure=figure.id,
            quantifier=_QUANTIFIERS.get(dot.number.modifier, "approximately"),
            reported=dot.number.best if dot.number.best is not None else dot.number.lo,
            unit="household" if figure.counted.type == "household" else "person",
            term=figure.predicate,
            category="stock" if figure.accrual is Accrual.STOCK else "flow",
            role="recommended" if is_chosen else "triangulation",
            start_date=time.lo if time else None,
            end_date=time.hi if time else None,
            date_accuracy=_accuracy(time),
            location=figure.scope.place.name if figure.scope.place else None,
            source=figure.voice.claimant,
            publisher=dot.member.outlet,
            publish_date=dot.member.date,
            source_excerpt=dot.member.words,
            calculation_logic=_logic(chosen) if is_chosen else "",
        )


def _acled(view: SeriesView, _: Choice) -> Iterator[ProfileRow]:
    if _predicate(view) != "killed":
        return
    least = recommend(view.series, Choice.CONSERVATIVE)
    value = least.best if least.best is not None else least.lo
    last = view.series.points[-1].as_of
    lo, hi = _hull(view)
    yield AcledRow(
        event_id=view.id,
        event_date=last.lo if last else None,
        time_precision=_precision(last),
        location=view.series.key.place,
        source="; ".join(sorted({d.said_by for d in view.dots})),
        fatalities=None if value is None else int(value),
        notes=f"{least.reason}; reports allow {lo} to {hi if hi is not None else 'any number'}"
        + ("; in dispute" if view.conflicts else ""),
    )


_MAKERS: Mapping[Profile, Callable[[SeriesView, Choice], Iterator[ProfileRow]]] = MappingProxyType(
    {
        Profile.SERIES: _plain,
        Profile.UCDP: _ucdp,
        Profile.AIRWARS: _airwars,
        Profile.HELIX: _helix,
        Profile.ACLED: _acled,
    }
)


def _predicate(view: SeriesView) -> str | None:
    return view.dots[0].figure.predicate


def _hull(view: SeriesView) -> tuple[Decimal | None, Decimal | None]:
    """Return the least and the most of what each who gives a number gave last."""
    last: dict[str, CountedFigure] = {}
    for dot in view.dots:
        if not dot.echo:
            last[dot.said_by.casefold()] = dot.figure
    return hull(tuple(figure.number for figure in last.values()))


def _days(view: SeriesView) -> tuple[date | None, date | None]:
    times = [figure.scope.as_of for point in view.series.points for figure in point.figures]
    first = min((time.lo for time in times if time and time.lo), default=None)
    last = max((time.hi for time in times if time and time.hi), default=None)
    return first, last


def _claimant(dot: SeriesDot) -> str:
    return dot.figure.voice.claimant or ""


def _accuracy(time: DayInterval | None) -> str:
    days = time.days if time else None
    if days is None:
        return "unknown"
    limits = ((_DAY_ACCURACY, "day"), (_WEEK_DAYS, "week"), (_MONTH_DAYS, "month"))
    return next((name for most, name in limits if days <= most), "year")


def _precision(time: DayInterval | None) -> int:
    days = time.days if time else None
    return next((value for most, value in _TIME_PRECISION if days is not None and days <= most), 3)


def _logic(chosen: Recommendation) -> str:
    return f"{chosen.choice}: {chosen.reason}"
