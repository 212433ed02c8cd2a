"""The log of a case: what was done, by whom and why, each entry sealed by the one before."""

from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy import Row as Found

from sayso.case.conditions import page
from sayso.case.log_tables import log
from sayso.case.prepared import insert_rows
from sayso.case.values import Row, compact, moment_text, read_moment, storable
from sayso.frozen import dataclass

# Who did what no person decided.
MACHINE = "sayso"
# Stands before the first entry.
BEGINNING = "0" * 64
_SEALED = (
    "sequence",
    "at",
    "actor",
    "tool_version",
    "action",
    "target",
    "old",
    "new",
    "reason",
    "previous",
)


class Action(StrEnum):
    """What can be done to a case."""

    CREATE = "create"
    RUN = "run"
    FINISH = "finish"
    ADD = "add"
    REREAD = "reread"
    REPLACE = "replace"
    PROBLEM = "problem"
    DECISION = "decision"
    EXPORT = "export"
    BACKUP = "backup"
    UNPACK = "unpack"  # decisions of another case were taken over


@dataclass(frozen=True, slots=True, kw_only=True)
class LogEntry:
    """One entry; ``hash`` seals all other fields, ``previous`` among them."""

    sequence: int
    at: datetime
    actor: str
    tool_version: str
    action: Action
    target: str
    old: str | None
    new: str | None
    reason: str | None
    previous: str
    hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What is to be logged, before it has a place in the log."""

    action: Action
    target: str
    at: datetime
    actor: str = MACHINE
    old: str | None = None
    new: str | None = None
    reason: str | None = None


@cache
def tool_version() -> str:
    return version("sayso")


def append(connection: Connection, deed: Deed) -> int:
    """Add an entry in the transaction of what it tells of, and return its number."""
    last = connection.execute(
        select(log.c.sequence, log.c.hash).order_by(log.c.sequence.desc()).limit(1)
    ).one_or_none()
    row: Row = {
        "sequence": 1 if last is None else last.sequence + 1,
        "at": moment_text(deed.at),
        "actor": deed.actor,
        "tool_version": tool_version(),
        "action": deed.action.value,
        "target": storable(deed.target),
        "old": deed.old,
        "new": deed.new,
        "reason": deed.reason,
        "previous": BEGINNING if last is None else last.hash,
    }
    insert_rows(connection, log, [{**row, "hash": seal(row)}])
    return 1 if last is None else last.sequence + 1


def seal(row: Row) -> str:
    """Return the hash of an entry over all its fields in a fixed order."""
    return sha256(compact([row[name] for name in _SEALED]).encode()).hexdigest()


def entries(
    connection: Connection, *, limit: int | None = None, offset: int = 0
) -> Iterator[LogEntry]:
    for row in connection.execute(page(select(log).order_by(log.c.sequence), limit, offset)):
        yield _entry(row)


def _entry(row: Found[Any]) -> LogEntry:
    return LogEntry(
        sequence=row.sequence,
        at=read_moment(row.at),
        actor=row.actor,
        tool_version=row.tool_version,
        action=Action(row.action),
        target=row.target,
        old=row.old,
        new=row.new,
        reason=row.reason,
        previous=row.previous,
        hash=row.hash,
    )
