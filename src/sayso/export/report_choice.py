"""What of a case goes into a report: only what was accepted, only some days, and said so in it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from sayso.case.decision_records import RecordKind
from sayso.case.review_records import Reviewed
from sayso.dates import DayInterval
from sayso.documents import record_id
from sayso.export.report_forecasts import ForecastLines
from sayso.export.report_page import ClaimGroup, FigureLine, ReportPage
from sayso.export.report_series import SeriesLines
from sayso.export.report_statements import PairLine, StatementLines
from sayso.export.reviewed import is_kept
from sayso.frozen import dataclass

if TYPE_CHECKING:
    from sayso.case import CaseReader

_Line = TypeVar("_Line")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportChoice:
    """``since`` and ``until`` keep statements that may be of these days; documents stay listed.

    ``hidden`` are words to be replaced, ``hide_people`` replaces the names of all people.
    """

    only: Reviewed | None = None
    since: date | None = None
    until: date | None = None
    hidden: tuple[str, ...] = ()
    hide_people: bool = False

    @property
    def narrows(self) -> bool:
        return self.only is not None or self.since is not None or self.until is not None


def narrowed(page: ReportPage, case: "CaseReader", choice: ReportChoice) -> ReportPage:
    """Return a report with what was chosen, which says what was left out."""
    if not choice.narrows:
        return page
    chosen = _Chosen(case, choice)
    figures, bare, quantities = map(
        chosen.figures, (page.figures, page.bare_counts, page.quantities)
    )
    claims, thoughts = chosen.groups(page.claims), chosen.groups(page.thoughts)
    made = replace(
        page,
        figures=figures,
        bare_counts=bare,
        quantities=quantities,
        claims=claims,
        thoughts=thoughts,
        series=chosen.series(page.series),
        statements=chosen.statements(page.statements),
        forecasts=chosen.forecasts(page.forecasts),
        times=()
        if choice.only
        else tuple(t for t in page.times if chosen.fits(t.row.timex.interval)),
    )
    return replace(made, notes=(*page.notes, *_left_out(page, made, choice)))


class _Chosen:
    """Keeps the lines of a report that were chosen."""

    def __init__(self, case: "CaseReader", choice: ReportChoice) -> None:
        self._case = case
        self._choice = choice

    def fits(self, *known: DayInterval | None) -> bool:
        """Say whether the first interval that is known reaches into the chosen days."""
        interval = next((one for one in known if one is not None), DayInterval(None, None))
        since, until = self._choice.since, self._choice.until
        late = since is not None and interval.hi is not None and interval.hi < since
        early = until is not None and interval.lo is not None and interval.lo > until
        return not (late or early)

    def figures(self, lines: tuple[FigureLine, ...]) -> tuple[FigureLine, ...]:
        timely = [line for line in lines if self.fits(line.row.figure.as_of, line.row.date)]
        return self._decided(RecordKind.FIGURE, timely, lambda line: line.row.id)

    def groups(self, groups: tuple[ClaimGroup, ...]) -> tuple[ClaimGroup, ...]:
        kept = []
        for group in groups:
            timely = [one for one in group.lines if self.fits(one.row.claim.said, one.row.date)]
            lines = self._decided(RecordKind.CLAIM, timely, lambda line: line.row.id)
            if lines:
                kept.append(replace(group, lines=lines))
        return tuple(kept)

    def series(self, found: SeriesLines) -> SeriesLines:
        """Keep conflicts that were chosen, and drawings only where every figure in them was."""
        conflicts = self._decided(
            RecordKind.RELATION,
            found.conflicts,
            lambda line: record_id("v", *sorted((line.left.record, line.right.record))),
        )
        if self._choice.only is None:
            return replace(found, conflicts=conflicts)
        drawn = tuple(
            one for one in found.series if self._all_decided(f.record for f in one.figures)
        )
        left_out = found.left_out + len(found.series) - len(drawn)
        return replace(found, conflicts=conflicts, series=drawn, left_out=left_out)

    def statements(self, found: StatementLines) -> StatementLines:
        def timely(lines: Iterable[PairLine]) -> list[PairLine]:
            return [line for line in lines if self._of_these_days(line)]

        echoes = found.echoes if self._choice.only is None else ()
        return replace(
            found,
            quotes=self._decided(RecordKind.QUOTE_PAIR, timely(found.quotes), lambda one: one.id),
            denials=self._decided(RecordKind.DENIAL, timely(found.denials), lambda one: one.id),
            echoes=echoes,
        )

    def _of_these_days(self, line: PairLine) -> bool:
        rows = (line.left.row, line.right.row)
        return all(self.fits(row.claim.said, row.date) for row in rows)

    def forecasts(self, found: ForecastLines) -> ForecastLines:
        lines = self._decided(RecordKind.FORECAST, found.lines, lambda one: one.id)
        return replace(found, lines=lines)

    def _decided(
        self, kind: RecordKind, lines: Iterable[_Line], name: Callable[[_Line], str]
    ) -> tuple[_Line, ...]:
        some = tuple(lines)
        if self._choice.only is None:
            return some
        reviews = self._case.desk.states(kind, map(name, some))
        return tuple(line for line in some if is_kept(reviews.get(name(line)), self._choice.only))

    def _all_decided(self, figures: Iterable[str]) -> bool:
        names = tuple(figures)
        return len(self._decided(RecordKind.FIGURE, names, str)) == len(names)


def _left_out(page: ReportPage, made: ReportPage, choice: ReportChoice) -> Iterator[str]:
    if choice.only is not None:
        yield (
            f"Only rows that a person decided on as {choice.only} are shown. Echoes and the list in "
            "order of time, which are not decided row by row, are left out."
        )
    if choice.since is not None or choice.until is not None:
        yield (
            f"Only statements that may be of {choice.since or '…'} to {choice.until or '…'} are "
            "shown; the documents stay listed."
        )
    before = sum(len(lines) for lines in (page.figures, page.bare_counts, page.quantities))
    after = sum(len(lines) for lines in (made.figures, made.bare_counts, made.quantities))
    claims = sum(group.size for group in (*page.claims, *page.thoughts))
    kept = sum(group.size for group in (*made.claims, *made.thoughts))
    yield f"{after} of {before} figures and {kept} of {claims} claims are shown."
