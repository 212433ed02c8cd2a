"""Runs of the pipeline over a case: begun, closed with totals, listed."""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select, update
from sqlalchemy import Row as Found

from sayso.case.conditions import page
from sayso.case.log import Action, Deed, append
from sayso.case.log_tables import runs
from sayso.case.run_records import Run, RunId, Totals
from sayso.case.values import Row, compact, moment_text, read_moment
from sayso.errors import CaseError


def begin_run(connection: Connection, versions: Iterable[tuple[str, str]], now: datetime) -> RunId:
    text = compact([list(pair) for pair in versions])
    row: Row = {"started": moment_text(now), "versions": text}
    run = RunId(connection.execute(runs.insert().returning(runs.c.id), row).scalar_one())
    append(connection, Deed(action=Action.RUN, target=str(run), at=now, new=text))
    return run


def finish_run(connection: Connection, run: RunId, totals: Totals, now: datetime) -> None:
    changed = connection.execute(
        update(runs)
        .where(runs.c.id == run, runs.c.finished.is_(None))
        .values(
            finished=moment_text(now),
            added=totals.added,
            already_there=totals.already_there,
            failed=totals.failed,
        )
    )
    if changed.rowcount != 1:
        raise CaseError(f"run {run} is not open in this case")
    numbers = {
        "seen": totals.seen,
        "added": totals.added,
        "already_there": totals.already_there,
        "failed": totals.failed,
    }
    append(connection, Deed(action=Action.FINISH, target=str(run), at=now, new=compact(numbers)))


def list_runs(connection: Connection, *, limit: int | None, offset: int) -> Iterator[Run]:
    for row in connection.execute(page(select(runs).order_by(runs.c.id.desc()), limit, offset)):
        yield _run(row)


def _run(row: Found[Any]) -> Run:
    finished = row.finished is not None
    totals = Totals(added=row.added, already_there=row.already_there, failed=row.failed)
    return Run(
        id=RunId(row.id),
        started=read_moment(row.started),
        finished=read_moment(row.finished) if finished else None,
        versions=tuple((name, number) for name, number in json.loads(row.versions)),
        totals=totals if finished else None,
    )
