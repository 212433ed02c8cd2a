"""What the report shows of series: a drawing, who gives which number, what it comes to, disputes."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from sayso.export.figure_labels import CHOICE_WORDS, REASON_WORDS, VERDICT_WORDS, span_of_values
from sayso.export.labels import when
from sayso.export.series_drawing import draw_series
from sayso.export.series_svg import series_svg
from sayso.export.series_view import SeriesView, series_view
from sayso.frozen import dataclass

if TYPE_CHECKING:
    from sayso.case import CaseReader
    from sayso.case.figure_records import VerdictRow, VerdictSide

# Series drawn in one report: those in dispute come first, then those with most figures.
_DRAWN = 12
_CONFLICTS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRef:
    """A figure in words, with the place in the report where its characters stand."""

    record: str
    document: str
    label: str
    words: str
    when: str
    said_by: str
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesSection:
    """One series; ``svg`` is a drawing that needs nothing else, ``values`` the named choices."""

    id: str
    title: str
    svg: str
    figures: tuple[FigureRef, ...]
    origins: int
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictLine:
    """Two figures side by side with what they say of each other."""

    verdict: str
    why: str
    left: FigureRef
    right: FigureRef


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesLines:
    """The section on series; ``left_out`` counts those that are not drawn."""

    series: tuple[SeriesSection, ...]
    left_out: int
    conflicts: tuple[VerdictLine, ...]


def series_lines(case: "CaseReader", labels: Mapping[str, str]) -> SeriesLines:
    """Gather the section; ``labels`` are the numbers of the documents in the report."""
    from sayso.case.figure_records import VerdictFilter  # noqa: PLC0415 -- the case is given
    from sayso.story.figures.verdict import Verdict  # noqa: PLC0415

    rows = list(case.compared.series())
    by = VerdictFilter(verdict=Verdict.CONFLICT)
    conflicts = case.compared.verdicts(by, limit=_CONFLICTS)
    return SeriesLines(
        series=tuple(_section(series_view(case, row.id), labels) for row in rows[:_DRAWN]),
        left_out=max(len(rows) - _DRAWN, 0),
        conflicts=tuple(_line(row, labels) for row in conflicts),
    )


def _section(view: SeriesView, labels: Mapping[str, str]) -> SeriesSection:
    return SeriesSection(
        id=view.id,
        title=view.title,
        svg=series_svg(draw_series(view), name=view.id),
        figures=tuple(_refs(view, labels)),
        origins=view.origins,
        values=tuple(
            f"{CHOICE_WORDS[one.choice]}: {span_of_values(one.best, one.lo, one.hi)} ({one.reason})"
            for one in view.recommended
        ),
    )


def _refs(view: SeriesView, labels: Mapping[str, str]) -> Iterator[FigureRef]:
    for dot in view.dots:
        yield FigureRef(
            record=dot.figure.id,
            document=dot.member.document,
            label=labels[dot.member.document],
            words=dot.member.words,
            when=dot.when,
            said_by=dot.said_by,
            origin=f"{dot.origin + 1}{', repeated' if dot.echo else ''}",
        )


def _line(row: "VerdictRow", labels: Mapping[str, str]) -> VerdictLine:
    return VerdictLine(
        verdict=VERDICT_WORDS[row.verdict],
        why=REASON_WORDS[row.reason],
        left=_side(row.left, labels),
        right=_side(row.right, labels),
    )


def _side(side: "VerdictSide", labels: Mapping[str, str]) -> FigureRef:
    member = side.member
    return FigureRef(
        record=member.figure.id,
        document=member.document,
        label=labels[member.document],
        words=f"{member.words} {member.counted or ''}".strip(),
        when=when(member.figure.scope.as_of or member.date),
        said_by=member.figure.voice.claimant or member.outlet or member.document,
        origin="",
    )
