"""Running totals: falls and movements that do not add up are found, and nothing else."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from sayso.dates import DayInterval
from sayso.evidence.figure import Accrual
from sayso.story.figures.record import (
    CountedFigure,
    CountedSet,
    NumberInterval,
    Place,
    Scope,
    Voice,
)
from sayso.story.figures.totals import Fault, check_totals

FIRST = date(2031, 3, 1)
# The register of an invented flood: day, toll so far, killed that day. The toll of the fourth day
# has two digits the wrong way round, so that the fifth falls; no report came on the seventh.
FLOOD = (
    (0, 12, 12),
    (1, 30, 18),
    (2, 41, 11),
    (3, 94, 8),
    (4, 52, 3),
    (5, 60, 8),
    (7, 71, 6),
    (8, 75, 4),
)


def counted(
    name: str, value: int, accrual: Accrual, day: date, *, days: int = 1, who: str = "Registry"
) -> CountedFigure:
    number = Decimal(value)
    period = DayInterval(day - timedelta(days=days - 1), day)
    return CountedFigure(
        id=f"{name}-{accrual}-{day}-{who}",
        document=str(day),
        number=NumberInterval(lo=number, hi=number, best=number),
        grounds=(),
        counted=CountedSet(head="person", restrictors=frozenset((name,)) - {"all"}),
        predicate="killed",
        accrual=accrual,
        scope=Scope(
            place=Place(name="Marrow"),
            as_of=DayInterval.day(day),
            as_of_stated=True,
            period=period if accrual is Accrual.FLOW else None,
        ),
        voice=Voice(claimant=who),
    )


def flood(who: str = "Registry") -> list[CountedFigure]:
    return [
        counted("all", value, accrual, FIRST + timedelta(days=after), who=who)
        for after, total, killed in FLOOD
        for accrual, value in ((Accrual.CUMULATIVE, total), (Accrual.FLOW, killed))
    ]


def found(figures: list[CountedFigure]) -> list[tuple[int, Fault]]:
    return [((one.day - FIRST).days, one.fault) for one in check_totals(figures)]


def test_falls_and_days_that_do_not_add_up_are_flagged_and_nothing_else() -> None:
    assert found(flood()) == [
        (3, Fault.FLOW_DOES_NOT_ADD_UP),
        (4, Fault.DROP),
        (4, Fault.FLOW_DOES_NOT_ADD_UP),
        (7, Fault.FLOW_DOES_NOT_ADD_UP),
    ]


def test_days_without_a_report_are_counted() -> None:
    assert [one.unreported_days for one in check_totals(flood())] == [0, 0, 0, 1]


def test_the_order_of_the_figures_does_not_matter() -> None:
    assert check_totals(flood()[::-1]) == check_totals(flood())


def test_two_bodies_are_checked_apart() -> None:
    others = [
        counted("all", 3 * day, Accrual.CUMULATIVE, FIRST + timedelta(days=day), who="Hospitals")
        for day in range(1, 9)
    ]
    assert found(flood() + others) == found(flood())


def test_a_movement_over_two_days_is_held_against_the_total_before_both() -> None:
    totals = [counted("all", n, Accrual.CUMULATIVE, FIRST + timedelta(days=d)) for d, n in ((0, 10), (1, 10), (2, 15))]  # fmt: skip
    fits = counted("all", 5, Accrual.FLOW, FIRST + timedelta(days=2), days=2)
    fails = counted("all", 6, Accrual.FLOW, FIRST + timedelta(days=2), days=2)

    assert found([*totals, fits]) == []
    assert found([*totals, fails]) == [(2, Fault.FLOW_DOES_NOT_ADD_UP)]


def test_a_movement_since_the_last_report_adds_up_though_its_period_is_longer() -> None:
    totals = [counted("all", n, Accrual.CUMULATIVE, FIRST + timedelta(days=d)) for d, n in ((0, 10), (1, 13), (2, 15))]  # fmt: skip
    since_last = counted("all", 2, Accrual.FLOW, FIRST + timedelta(days=2), days=2)

    assert found([*totals, since_last]) == []


def test_a_total_of_unknown_time_and_a_movement_of_unknown_period_are_left_out() -> None:
    flow = counted("all", 99, Accrual.FLOW, FIRST + timedelta(days=1))
    total = counted("all", 1, Accrual.CUMULATIVE, FIRST + timedelta(days=1))
    loose = [replace(one, id="x", scope=Scope(place=Place(name="Marrow"))) for one in (flow, total)]

    assert found(flood() + loose) == found(flood())


# The columns of the daily reports: counted set, predicate word, whether reported or extrapolated.
def _replayed(rows: list[dict[str, Any]]) -> Iterator[CountedFigure]:
    for row in rows:
        day = date.fromisoformat(row["report_date"])
        days = max(1, row["report_period"] // 24)
        for column, value in row.items():
            if not isinstance(value, int) or column == "report_period":
                continue
            who = "extrapolated" if column.startswith("ext_") else "reported"
            name = column.removeprefix("ext_")
            total = name.endswith("_cum")
            if not total and name not in {"killed", "injured"}:
                continue
            yield counted(
                name.removesuffix("_cum"),
                value,
                Accrual.CUMULATIVE if total else Accrual.FLOW,
                day,
                days=days,
                who=who,
            )


def _expected(rows: list[dict[str, Any]]) -> set[tuple[str, str, Fault]]:
    """Return what is wrong by plain arithmetic on consecutive reports of each column."""
    wrong = set()
    columns = {column for row in rows for column in row if column.endswith("_cum")}
    for column in columns:
        reported = [row for row in rows if row.get(column) is not None]
        for before, after in pairwise(reported):
            rise, flow = after[column] - before[column], after.get(column.removesuffix("_cum"))
            if rise < 0:
                wrong.add((after["report_date"], column, Fault.DROP))
            if flow is not None and flow != rise:
                wrong.add((after["report_date"], column, Fault.FLOW_DOES_NOT_ADD_UP))
    return wrong


@pytest.mark.shared
def test_daily_reports_replayed_are_flagged_where_they_fall_or_do_not_add_up(shared: Path) -> None:
    path = shared / "corpora/palestine_daily/casualties_daily.json"
    rows = json.loads(path.read_text(encoding="utf-8"))
    flagged = {
        (str(one.day), _column(one.after.figure), one.fault)
        for one in check_totals(_replayed(rows))
    }

    assert flagged == _expected(rows)
    assert len([one for one in flagged if one[1] == "killed_cum"]) == 9
    assert len([one for one in flagged if one[2] is Fault.DROP]) == 4


def _column(figure: str) -> str:
    name, _, rest = figure.partition("-")
    return f"ext_{name}_cum" if rest.endswith("extrapolated") else f"{name}_cum"
