"""A series as people are shown it: its figures in time, who repeats whom, bounds, values and faults."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from sayso.export.figure_labels import interval, what_befell, where_counted, whom_counted
from sayso.export.labels import when
from sayso.frozen import dataclass
from sayso.story.figures.intervals import hull
from sayso.story.figures.recommend import Choice, Recommendation, recommend
from sayso.story.figures.record import CountedFigure, NumberInterval
from sayso.story.figures.series import PartsCheck, Series, check_parts, series_of
from sayso.story.figures.shelf import day_number
from sayso.story.figures.totals import Irregularity, check_totals
from sayso.story.figures.verdict import Verdict

if TYPE_CHECKING:
    from sayso.case import CaseReader
    from sayso.case.figure_records import FigureMember, VerdictRow


# Conflicts of one series that are read with it; 'sayso verdicts' lists all of them.
_CONFLICTS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesDot:
    """One figure of a series; an ``echo`` repeats what a document of the same origin says.

    ``origin`` numbers the origins of the series: documents that copy each other have the same.
    """

    member: "FigureMember"
    when: str
    bounds: str
    origin: int
    echo: bool

    @property
    def figure(self) -> CountedFigure:
        return self.member.figure

    @property
    def number(self) -> NumberInterval:
        return self.member.figure.number

    @property
    def said_by(self) -> str:
        return self.figure.voice.claimant or self.member.outlet or self.member.document


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesView:
    """One quantity over time, with the first of its conflicts.

    ``parts`` are sums of parts against a whole of the series.
    """

    id: str
    title: str
    series: Series
    dots: tuple[SeriesDot, ...]
    lo: Decimal | None
    hi: Decimal | None
    recommended: tuple[Recommendation, ...]
    parts: tuple[PartsCheck, ...]
    irregular: tuple[Irregularity, ...]
    conflicts: tuple["VerdictRow", ...]

    @property
    def origins(self) -> int:
        return len({dot.origin for dot in self.dots})


def series_view(case: "CaseReader", name: str) -> SeriesView:
    """Gather a series; CaseError if none, or several, are called so."""
    whole = case.compared.whole(name, conflicts=_CONFLICTS)
    members = whole.members
    series_id = members[0].series
    figures = [member.figure for member in members]
    origins = _origins(case, [member.document for member in members])
    dots = tuple(_dots(members, origins))
    # What only repeats another is shown, and decides nothing.
    series = series_of([dot.figure for dot in dots if not dot.echo])
    lo, hi = hull(tuple(figure.number for figure in series.points[-1].figures))
    return SeriesView(
        id=series_id,
        title=_title(figures),
        series=series,
        dots=dots,
        lo=lo,
        hi=hi,
        recommended=tuple(recommend(series, choice) for choice in Choice),
        parts=tuple(_parts(whole.parts, {figure.id for figure in figures})),
        # Of a total that nobody is named for it is not known whether the same one counted before.
        irregular=check_totals(figure for figure in figures if figure.voice.claimant),
        conflicts=whole.conflicts,
    )


def _title(figures: Sequence[CountedFigure]) -> str:
    """Name what most figures count, and where: they need not all say both."""
    common = [
        Counter(what for one in figures if (what := tell(one)))
        for tell in (what_befell, whom_counted, where_counted)
    ]
    return ", ".join(min(one, key=lambda what: (-one[what], what)) for one in common if one)


def _origins(case: "CaseReader", documents: Iterable[str]) -> Mapping[str, str]:
    """Return for each document the first of those that copy each other."""
    first = {name: name for name in documents}
    for ends in case.compared.copies(first):
        joined = {first[end] for end in ends}
        least = min(joined)
        first = {key: least if root in joined else root for key, root in first.items()}
    return first


def _dots(members: Sequence["FigureMember"], origins: Mapping[str, str]) -> Iterator[SeriesDot]:
    numbers: dict[str, int] = {}
    firsts = _first_statements(members, origins)
    for member in members:
        figure = member.figure
        origin = origins[member.document]
        yield SeriesDot(
            member=member,
            when=when(figure.scope.as_of or member.date),
            bounds=interval(figure.number),
            origin=numbers.setdefault(origin, len(numbers)),
            echo=figure.id not in firsts,
        )


def _first_statements(
    members: Sequence["FigureMember"], origins: Mapping[str, str]
) -> frozenset[str]:
    """Return the figures that are the first of their origin to say what they say, by known days."""
    firsts: dict[object, str] = {}
    by_day = sorted(
        members, key=lambda one: day_number(one.figure.scope.as_of) or date.max.toordinal()
    )
    for member in by_day:
        number = member.figure.number
        statement = (origins[member.document], number.lo, number.hi, number.modifier)
        firsts.setdefault(statement, member.figure.id)
    return frozenset(firsts.values())


def _parts(rows: Iterable["VerdictRow"], own: set[str]) -> Iterator[PartsCheck]:
    """Sum the parts that one document gives of a whole of the series."""
    found: dict[str, dict[str, CountedFigure]] = {}
    wholes: dict[str, CountedFigure] = {}
    for row in rows:
        part, whole = row.left.member, row.right.member
        is_part = row.verdict is Verdict.PART_OF and part.document == whole.document
        if is_part and whole.figure.id in own:
            wholes[whole.figure.id] = whole.figure
            found.setdefault(whole.figure.id, {})[part.figure.id] = part.figure
    for name, parts in found.items():
        if len(parts) > 1:
            yield check_parts(wholes[name], tuple(parts.values()))
