"""How much a case holds."""

from collections.abc import Iterator

from sqlalchemy import ColumnElement, Connection, Table, func, select

from sayso.case import log_tables, tables
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
from sayso.frozen import dataclass
from sayso.language.analysis import SPEECH
from sayso.story.figures.verdict import Verdict


def count(connection: Connection) -> Counts:
    return Counts(
        documents=count_rows(connection, tables.documents),
        outlets=_outlets(connection),
        days=_days(connection),
        claims=count_rows(connection, tables.claims),
        speech=count_speech(connection),
        figures=count_rows(connection, tables.figures),
        conflicts=_conflicts(connection),
        events=count_rows(connection, chronology),
        timexes=count_rows(connection, tables.timexes),
        actors=count_rows(connection, actors),
        quote_pairs=count_rows(connection, quote_pairs),
        denials=count_rows(connection, denials),
        forecasts=count_rows(connection, forecasts),
        reuse_edges=count_rows(connection, tables.reuse),
        doubtful_dates=_doubtful_dates(connection),
        problems=count_problems(connection),
        decisions=count_rows(connection, log_tables.decisions),
        orphaned_decisions=_orphaned_decisions(connection),
        runs=count_rows(connection, log_tables.runs),
        log_entries=count_rows(connection, log_tables.log),
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
    flags = dict(_flags(connection))
    return FirstCounts(
        documents=count_rows(connection, tables.documents),
        outlets=_outlets(connection),
        speech=speech,
        figures=count_rows(connection, tables.figures),
        conflicts=_conflicts(connection),
        doubtful_dates=_doubtful_dates(connection),
        undated=flags.get(Flag.UNDATED, 0),
        copies=flags.get(Flag.NEAR_DUPLICATE, 0) + flags.get(Flag.RESPUN, 0),
        problems=count_problems(connection),
        decisions=count_rows(connection, log_tables.decisions),
        orphaned_decisions=_orphaned_decisions(connection),
    )


def count_problems(connection: Connection) -> int:
    """Count the items that were found and could not be read."""
    return count_rows(connection, log_tables.problems, log_tables.problems.c.cleared.is_(None))


def _outlets(connection: Connection) -> int:
    outlets = select(func.count(tables.documents.c.outlet_folded.distinct()))
    return connection.execute(outlets).scalar_one()


def _conflicts(connection: Connection) -> int:
    conflict = figure_relations.c.verdict == Verdict.CONFLICT.value
    return count_rows(connection, figure_relations, conflict)


def _doubtful_dates(connection: Connection) -> int:
    return count_rows(connection, tables.datings, tables.datings.c.doubtful == 1)


def _orphaned_decisions(connection: Connection) -> int:
    return sum(1 for _ in list_decisions(connection, orphaned=True, limit=None, offset=0))


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
    return number + sum(count_rows(connection, tables.claims, one) for one in spoken)


def _days(connection: Connection) -> DayInterval:
    low, high = tables.datings.c.date_lo, tables.datings.c.date_hi
    bounded = select(func.min(low), func.max(high)).where(low.is_not(None), high.is_not(None))
    return read_interval(*connection.execute(bounded).one())


def count_rows(connection: Connection, table: Table, *conditions: ColumnElement[bool]) -> int:
    """Count the rows of a table for which all conditions hold."""
    return connection.execute(
        select(func.count()).select_from(table).where(*conditions)
    ).scalar_one()
