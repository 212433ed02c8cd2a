"""What was decided: by whom, when, why, whether it holds, and which decisions lost their characters."""

from itertools import islice

from starlette.responses import Response

from sayso.case import DecisionRow
from sayso.export.review_labels import KIND_WORDS, decision_words
from sayso.frozen import dataclass
from sayso.web.pages import Page, Section
from sayso.web.visit import Visit

_ON_A_PAGE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    row: DecisionRow
    kind: str
    words: str
    holds: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """One page of decisions; ``older`` and ``newer`` are addresses of the pages around it."""

    lines: tuple[Line, ...]
    orphaned: bool
    older: str | None
    newer: str | None


def show(visit: Visit) -> Response:
    orphaned = visit.query("orphaned") is not None
    start = visit.number("start") or 0
    undone = visit.case.desk.undone()
    rows = visit.case.decisions(orphaned=orphaned, limit=_ON_A_PAGE + 1, offset=start)
    found = tuple(rows)
    lines = tuple(
        Line(
            row=row,
            kind=KIND_WORDS[row.kind],
            words=decision_words(row),
            holds=row.sequence not in undone,
        )
        for row in islice(found, _ON_A_PAGE)
    )
    older = visit.address(start=start + _ON_A_PAGE) if len(found) > _ON_A_PAGE else None
    newer = visit.address(start=max(start - _ON_A_PAGE, 0)) if start else None
    view = Decisions(lines=lines, orphaned=orphaned, older=older, newer=newer)
    return visit.render("review_decisions.html", view)


PAGES = (Page(path="/decisions", show=show, title="Decisions", section=Section.WORK, rank=31),)
