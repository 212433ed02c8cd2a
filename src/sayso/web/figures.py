"""Figures: one row for each quantity, and one series whole, with its drawing and its verdicts."""

from collections.abc import Iterator, Sequence
from typing import Final

from starlette.responses import Response

from sayso.case import FigureFilter, FigureRow
from sayso.case.figure_records import (
    SeriesFilter,
    SeriesRow,
    VerdictFilter,
    VerdictRow,
    VerdictSide,
)
from sayso.export.figure_labels import CHOICE_WORDS, span_of_values
from sayso.export.series_drawing import draw_series
from sayso.export.series_svg import series_svg
from sayso.export.series_view import SeriesDot, SeriesView, series_view
from sayso.frozen import dataclass
from sayso.language.analysis import Modifier, QuantityKind
from sayso.story.figures.series import PartsCheck, PartsStatus
from sayso.story.figures.verdict import Verdict
from sayso.text import Span
from sayso.web.desk import Desk
from sayso.web.ledger import Chosen, FacetBox, chosen, facet_boxes
from sayso.web.lists import LAST_PAGE, SIZE, Listed, listed, numbered, turn_of
from sayso.web.pages import Page, Section
from sayso.web.sentences import InSentence, in_sentences
from sayso.web.visit import Visit

_NAMES: Final = {
    "about": "Words",
    "place": "Place",
    "predicate": "What befell them",
    "kind": "Kind",
    "modifier": "Hedge",
    "outlet": "Outlet",
    "since": "From",
    "until": "Until",
    "document": "Document",
    "run": "New since run",
}
_VERDICTS_SHOWN, _VERDICTS_READ = 40, 120
# Figures of one series on a page; its drawing has all of them.
_DOTS = 200
_PARTS = 12
_GRAVITY = (
    Verdict.CONFLICT,
    Verdict.NEAR,
    Verdict.CHANGED,
    Verdict.PART_OF,
    Verdict.COPYING_VARIANCE,
    Verdict.COMPATIBLE,
    Verdict.AGREE,
    Verdict.NOT_COMPARABLE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesList:
    """The quantities that several figures are of; ``verdicts`` counts what figures say of each other."""

    pages: Listed[SeriesRow]
    verdicts: tuple[tuple[Verdict, int], ...]
    predicates: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesPage:
    """One quantity over time, its figures a page at a time; ``svg`` is a drawing of our own.

    ``parts`` are those sums of parts that say something of the whole.
    """

    series: SeriesView
    pages: Listed[SeriesDot]
    svg: str
    values: tuple[str, ...]
    parts: tuple[PartsCheck, ...]
    verdicts: tuple["VerdictLine", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictLine:
    """Two figures with what they say of each other, and the sentences they stand in."""

    row: VerdictRow
    left: InSentence | None
    right: InSentence | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureLine:
    """A figure with the sentence that it stands in."""

    row: FigureRow
    sentence: InSentence | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureList:
    """One page of all figures."""

    lines: tuple[FigureLine, ...]
    pages: Listed[FigureRow]
    facets: tuple[FacetBox, ...]
    chosen: tuple[Chosen, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigurePage:
    """One figure, and what others say of the same quantity."""

    line: FigureLine
    series: str | None
    verdicts: tuple[VerdictLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictList:
    """Pairs of figures side by side."""

    pages: Listed[VerdictRow]
    lines: tuple[VerdictLine, ...]
    verdict: Verdict | None
    counts: tuple[tuple[Verdict, int], ...]


def show_series_list(visit: Visit) -> Response:
    by = SeriesFilter(
        predicate=visit.query("predicate"),
        disputed=visit.query("disputed") == "yes",
        least=max(visit.number("least", most=1_000) or 2, 1),
    )
    ranking = series_ranking(visit.desk, by)
    pages = numbered(visit, lambda n, skip: _ranked(visit, ranking[skip : skip + n]))
    return visit.render(
        "series_list.html",
        SeriesList(
            pages=pages,
            verdicts=verdict_counts(visit.desk),
            predicates=tuple(sorted({row.predicate for row in pages.rows})),
        ),
    )


def verdict_counts(desk: Desk) -> tuple[tuple[Verdict, int], ...]:
    """Return how many verdicts there are of each kind."""
    return desk.kept("verdicts", desk.case.compared.count_verdicts)


def series_ranking(desk: Desk, by: SeriesFilter) -> tuple[str, ...]:
    """Return the series of all pages that can be asked for, in their order."""
    most = SIZE * LAST_PAGE + 1
    ranking = desk.case.paged.series_ranking
    return desk.kept(f"series {by}", lambda: ranking(by, limit=most), by_rows=True)


def _ranked(visit: Visit, names: tuple[str, ...]) -> Iterator[SeriesRow]:
    return visit.case.compared.series(SeriesFilter(ids=names, least=1))


def show_series(visit: Visit) -> Response:
    series = series_view(visit.case, visit.parameter("series"))
    by = VerdictFilter(series=series.id, comparable=visit.query("all") != "yes")
    return visit.render(
        "series.html",
        SeriesPage(
            series=series,
            pages=numbered(visit, lambda n, skip: series.dots[skip : skip + n], size=_DOTS),
            svg=series_svg(draw_series(series), name=series.id),
            values=tuple(
                f"{CHOICE_WORDS[one.choice]}: {span_of_values(one.best, one.lo, one.hi)} ({one.reason})"
                for one in series.recommended
            ),
            parts=tuple(one for one in series.parts if one.status is not PartsStatus.NOT_SUMMABLE)[
                :_PARTS
            ],
            verdicts=_gravest_first(visit, by, known=series.conflicts),
        ),
    )


def show_figures(visit: Visit) -> Response:
    by = figure_filter(visit)
    pages = listed(visit, visit.case.paged.figures(by, turn_of(visit)))
    spans = ((row.document, (row.figure.quantity.span,)) for row in pages.rows)
    sentences = in_sentences(visit.case, spans)
    facets = visit.desk.kept(f"facets {by}", lambda: visit.case.paged.figure_facets(by))
    return visit.render(
        "figures.html",
        FigureList(
            lines=tuple(
                FigureLine(row=row, sentence=one)
                for row, one in zip(pages.rows, sentences, strict=True)
            ),
            pages=pages,
            facets=tuple(facet_boxes(visit, facets, _NAMES)),
            chosen=tuple(chosen(visit, _NAMES)),
        ),
    )


def figure_filter(visit: Visit) -> FigureFilter:
    """Read from the address which figures are wanted."""
    return FigureFilter(
        about=visit.query("about"),
        place=visit.query("place"),
        document=visit.query("document"),
        outlet=visit.query("outlet"),
        modifier=visit.choice("modifier", Modifier),
        kind=visit.choice("kind", QuantityKind),
        predicate=visit.query("predicate"),
        since=visit.day("since"),
        until=visit.day("until"),
        since_run=visit.number("run"),
    )


def show_figure(visit: Visit) -> Response:
    case = visit.case
    row = case.figure(visit.parameter("figure"))
    (sentence,) = in_sentences(case, [(row.document, (row.figure.quantity.span,))])
    member = case.compared.figure(row.id)
    by = VerdictFilter(figure=row.id, comparable=visit.query("all") != "yes")
    return visit.render(
        "figure.html",
        FigurePage(
            line=FigureLine(row=row, sentence=sentence),
            series=member.series if member and member.figure.is_classed else None,
            verdicts=_gravest_first(visit, by),
        ),
    )


def show_verdicts(visit: Visit) -> Response:
    wanted = visit.choice("verdict", Verdict)
    by = VerdictFilter(verdict=wanted, comparable=wanted is None)
    pages = numbered(
        visit, lambda n, skip: visit.case.compared.verdicts(by, limit=n, offset=skip), size=25
    )
    counts = verdict_counts(visit.desk)
    lines = verdict_lines(visit, pages.rows)
    return visit.render(
        "verdicts.html", VerdictList(pages=pages, lines=lines, verdict=wanted, counts=counts)
    )


def verdict_lines(visit: Visit, rows: Sequence[VerdictRow]) -> tuple[VerdictLine, ...]:
    """Return verdicts with the sentences on both sides."""
    sides = [side for row in rows for side in (row.left, row.right)]
    found = list(in_sentences(visit.case, ((s.member.document, _words_of(s)) for s in sides)))
    return tuple(
        VerdictLine(row=row, left=found[2 * at], right=found[2 * at + 1])
        for at, row in enumerate(rows)
    )


def _words_of(side: VerdictSide) -> tuple[Span, ...]:
    grounds = side.member.figure.grounds
    return side.spans or tuple(ground.span for ground in grounds)


def _gravest_first(
    visit: Visit, by: VerdictFilter, *, known: Sequence[VerdictRow] = ()
) -> tuple[VerdictLine, ...]:
    """Return the first verdicts that are found and the conflicts that are ``known``, these first."""
    found = {row.id: row for row in known[:_VERDICTS_SHOWN]}
    found |= {row.id: row for row in visit.case.compared.verdicts(by, limit=_VERDICTS_READ)}
    told = sorted(found.values(), key=lambda row: _GRAVITY.index(row.verdict))
    return verdict_lines(visit, told[:_VERDICTS_SHOWN])


PAGES = (
    Page(
        path="/series",
        show=show_series_list,
        title="Figures",
        section=Section.STORY,
        rank=2,
        key="f",
    ),
    Page(path="/series/{series}", show=show_series, title="Figures over time"),
    Page(path="/figures", show=show_figures, title="Every figure"),
    Page(path="/figures/{figure}", show=show_figure, title="Figure"),
    Page(path="/verdicts", show=show_verdicts, title="Figures side by side"),
)
