"""Deciding on events: a decision is kept for good, and the reports it is about are grouped anew."""

import json
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection

from sayso.case.decision_records import Decision, DecisionRow, RecordKind, Verdict
from sayso.case.decisions import keep, one_decision
from sayso.case.event_decisions import (
    merge_columns,
    reports_of,
    split_columns,
    tie_of,
    to_undo,
    undo_columns,
)
from sayso.case.event_relations import regroup
from sayso.case.values import Row
from sayso.errors import CaseError


def split_event(
    connection: Connection,
    event: str,
    reports: Sequence[str],
    *,
    actor: str,
    reason: str,
    now: datetime,
) -> DecisionRow:
    """Decide that some reports of an event tell of another one."""
    every = reports_of(connection, event)
    unknown = set(reports) - set(every)
    if unknown:
        raise CaseError(f"{', '.join(sorted(unknown))} are no reports of {event}; these are: {', '.join(every)}")  # fmt: skip
    others = [one for one in every if one not in reports]
    if not reports or not others:
        raise CaseError(f"to split {event}, name some but not all of its {len(every)} reports")
    columns = split_columns(reports, others)
    return _decide(connection, columns, actor=actor, reason=reason, now=now)


def merge_events(
    connection: Connection, event: str, other: str, *, actor: str, reason: str, now: datetime
) -> DecisionRow:
    """Decide that two events are one."""
    if event == other:
        raise CaseError(f"{event} is one event already")
    ours, theirs = reports_of(connection, event), reports_of(connection, other)
    columns = merge_columns(ours, theirs)
    return _decide(connection, columns, actor=actor, reason=reason, now=now)


def undo_on_events(
    connection: Connection, sequence: int | None, *, actor: str, reason: str, now: datetime
) -> DecisionRow:
    """Take back a decision on events that holds, the latest if no number is given."""
    columns = undo_columns(to_undo(connection, sequence))
    return _decide(connection, columns, actor=actor, reason=reason, now=now)


def keep_on_events(connection: Connection, content: Row, now: datetime) -> DecisionRow:
    """Keep a decision on events as it is given, and group anew what it is about."""
    kept = one_decision(connection, keep(connection, content, now))
    regroup(connection, _named(connection, kept.decision))
    return kept


def _named(connection: Connection, decision: Decision) -> set[str]:
    """Return the reports that a decision is about, or that the one was about that it takes back."""
    if decision.verdict is Verdict.UNDO:
        decision = one_decision(connection, int(decision.new or 0)).decision
    return {*json.loads(decision.old or "[]"), *json.loads(decision.new or "[]")}


def _decide(
    connection: Connection, columns: Row, *, actor: str, reason: str, now: datetime
) -> DecisionRow:
    first = json.loads(str(columns["old"]))[0]
    content: Row = {
        "actor": actor,
        "reason": reason,
        "target": first,
        "kind": RecordKind.EVENT.value,
        **tie_of(connection, first),
        **columns,
    }
    return keep_on_events(connection, content, now)
