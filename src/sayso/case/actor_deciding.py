"""Deciding on actors: a decision is kept for good, and the names it is about are settled anew."""

import json
from datetime import datetime

from sqlalchemy import Connection, select

from sayso.case import actor_tables as tables
from sayso.case.actor_decisions import (
    Ruling,
    actor_decisions,
    decision_to_undo,
    place_of,
    ruling_columns,
    undo_columns,
)
from sayso.case.actor_names import CaseNames
from sayso.case.actor_settling import settle
from sayso.case.actors import move
from sayso.case.decision_records import DecisionRow, RecordKind
from sayso.case.decisions import keep, one_decision
from sayso.case.values import Row
from sayso.story.actors.rulings import Rulings, read_rulings


def decide_on_actors(
    connection: Connection, ruling: Ruling, *, actor: str, reason: str, now: datetime
) -> DecisionRow:
    """Keep a decision and let it hold; CaseError if its first name is written nowhere."""
    return _decide(connection, ruling_columns(ruling), actor=actor, reason=reason, now=now)


def undo_on_actors(
    connection: Connection, sequence: int | None, *, actor: str, reason: str, now: datetime
) -> DecisionRow:
    """Take back a decision that holds, the latest if no number is given."""
    columns = undo_columns(decision_to_undo(connection, sequence))
    return _decide(connection, columns, actor=actor, reason=reason, now=now)


def _decide(
    connection: Connection, columns: Row, *, actor: str, reason: str, now: datetime
) -> DecisionRow:
    about = json.loads(str(columns["old"]))
    content: Row = {
        "actor": actor,
        "reason": reason,
        "target": _actor_of(connection, about[0]),
        "kind": RecordKind.ACTOR.value,
        **place_of(connection, about[0]),
        **columns,
    }
    return one_decision(connection, keep_on_actors(connection, content, now))


def keep_on_actors(connection: Connection, content: Row, now: datetime) -> int:
    """Store a decision on actors and let it hold; return its number."""
    before = read_rulings(actor_decisions(connection))
    sequence = keep(connection, content, now)
    _apply(connection, before, read_rulings(actor_decisions(connection)))
    return sequence


def _apply(connection: Connection, before: Rulings, after: Rulings) -> None:
    names = CaseNames(connection)
    changed = before.names() | after.names()
    for (document, key), apart in before.moved.items():
        if (document, key) not in after.moved and apart in names:
            changed |= move(connection, names, document, apart, key)
    for (document, key), apart in after.moved.items():
        if (document, key) not in before.moved and key in names:
            changed |= move(connection, names, document, key, apart)
    settle(connection, names, after, {key for key in changed if key in names})


def _actor_of(connection: Connection, name: str) -> str:
    names, actors = tables.actor_names, tables.actors
    statement = (
        select(actors.c.id)
        .join(names, names.c.actor_key == actors.c.key)
        .where(names.c.name == name)
    )
    return connection.execute(statement).scalars().first() or ""
