"""How much a case holds."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Table, func, select

from sayso.case import tables
from sayso.case.actor_tables import actors
from sayso.case.decisions import list_decisions
from sayso.case.event_tables import chronology
from sayso.case.figure_tables import figure_relations
from sayso.case.flags import flag_rows
from sayso.case.forecast_tables import forecasts
from sayso.case.records import Counts
from sayso.case.statement_tables import denials, quote_pairs
from sayso.case.values import read_interval
from sayso.dates import DayInterval
from sayso.documents import Flag
from sayso.language.analysis import SPEECH
from sayso.story.figures.verdict import Verdict


def count(connection: Connection) -> Counts:
    outlets = select(func.count(tables.documents.c.outlet_folded.distinct()))
    orphaned = list_decisions(connection, orphaned=True, limit=None, offset=0)
    return Counts(
        documents=_rows(connection, tables.documents),
        outlets=connection.execute(outlets).scalar_one(),
        days=_days(connection),
        claims=_rows(connection, tables.claims),
        speech=count_speech(connection),
        figures=_rows(connection, tables.figures),
        conflicts=_rows(
            connection, figure_relations, figure_relations.c.verdict == Verdict.CONFLICT.value
        ),
        events=_rows(connection, chronology),
        timexes=_rows(connection, tables.timexes),
        actors=_rows(connection, actors),
        quote_pairs=_rows(connection, quote_pairs),
        denials=_rows(connection, denials),
        forecasts=_rows(connection, forecasts),
        reuse_edges=_rows(connection, tables.reuse),
        doubtful_dates=_rows(connection, tables.datings, tables.datings.c.doubtful == 1),
        problems=_rows(connection, tables.problems, tables.problems.c.cleared.is_(None)),
        decisions=_rows(connection, tables.decisions),
        orphaned_decisions=sum(1 for _ in orphaned),
        runs=_rows(connection, tables.runs),
        log_entries=_rows(connection, tables.log),
        flags=tuple(_flags(connection)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstCounts:
    """What is told of a case before anything else is: counts that are made in a moment."""

    documents: int
    outlets: int
    speech: int
    figures: int
    conflicts: int
    doubtful_dates: int
    undated: int
    copies: int
    problems: int
    decisions: int
    orphaned_decisions: int


def count_first(connection: Connection, speech: int) -> FirstCounts:
    """Count what the first page of a case tells of it."""
    outlets = select(func.count(tables.documents.c.outlet_folded.distinct()))
    flags = dict(_flags(connection))
    conflict = figure_relations.c.verdict == Verdict.CONFLICT.value
    orphaned = list_decisions(connection, orphaned=True, limit=None, offset=0)
    return FirstCounts(
        documents=_rows(connection, tables.documents),
        outlets=connection.execute(outlets).scalar_one(),
        speech=speech,
        figures=_rows(connection, tables.figures),
        conflicts=_rows(connection, figure_relations, conflict),
        doubtful_dates=_rows(connection, tables.datings, tables.datings.c.doubtful == 1),
        undated=flags.get(Flag.UNDATED, 0),
        copies=flags.get(Flag.NEAR_DUPLICATE, 0) + flags.get(Flag.RESPUN, 0),
        problems=_rows(connection, tables.problems, tables.problems.c.cleared.is_(None)),
        decisions=_rows(connection, tables.decisions),
        orphaned_decisions=sum(1 for _ in orphaned),
    )


def _flags(connection: Connection) -> Iterator[tuple[Flag, int]]:
    rows = flag_rows()
    number = func.count(rows.c.document_id.distinct()).label("number")
    flagged = select(rows.c.flag, number).group_by(rows.c.flag).order_by(rows.c.flag)
    for row in connection.execute(flagged):
        yield Flag(row.flag), row.number


def count_speech(connection: Connection) -> int:
    """Count the claims that were put into words, by indexes alone; see ``conditions.of_speech``."""
    manner = tables.claims.c.manner
    spoken = [manner.is_(None), *(manner == one.value for one in sorted(SPEECH))]
    # In the words of the index that has just these.
    believed = select(func.count()).select_from(tables.claims).where(tables.BELIEVED)
    number = connection.execute(believed).scalar_one()
    return number + sum(_rows(connection, tables.claims, one) for one in spoken)


def _days(connection: Connection) -> DayInterval:
    low, high = tables.datings.c.date_lo, tables.datings.c.date_hi
    bounded = select(func.min(low), func.max(high)).where(low.is_not(None), high.is_not(None))
    return read_interval(*connection.execute(bounded).one())


def _rows(connection: Connection, table: Table, *conditions: ColumnElement[bool]) -> int:
    return connection.execute(
        select(func.count()).select_from(table).where(*conditions)
    ).scalar_one()
