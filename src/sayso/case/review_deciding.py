"""Deciding on a row: the decision is kept for good, and the standing of the row follows from it."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy import Row as Found

from sayso.case import log_tables
from sayso.case.actor_deciding import decide_on_actors, undo_on_actors
from sayso.case.dating_settling import settle_decided
from sayso.case.decision_records import Decision, DecisionRow, RecordKind, Verdict
from sayso.case.decisions import decide_on, one_decision
from sayso.case.review_fields import FieldSpec, field_of, machine_values, written_value
from sayso.case.review_folding import seen_text
from sayso.case.review_queue import settle
from sayso.case.review_states import read_reviews, refresh
from sayso.case.review_tables import review_queue
from sayso.case.review_targets import Target, find_target, target_of
from sayso.case.values import compact
from sayso.errors import CaseError
from sayso.frozen import dataclass
from sayso.story.actors.actor import Merge, Split

# On a whole row; a field is changed by ``edit``.
JUDGEMENTS = (Verdict.ACCEPT, Verdict.REJECT, Verdict.UNSURE, Verdict.COMMENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class By:
    """Who decides, when, and why."""

    actor: str
    reason: str
    now: datetime


def judge(connection: Connection, target: Target, verdict: Verdict, by: By) -> DecisionRow:
    """Accept or reject a row, leave it open as unsure, or comment on it."""
    if verdict not in JUDGEMENTS:
        raise ValueError(f"a row is judged by one of {', '.join(JUDGEMENTS)}, not by {verdict}")
    if verdict is Verdict.COMMENT and not by.reason.strip():
        raise CaseError("a comment needs words")
    if target.kind is RecordKind.PROPOSAL and verdict in {Verdict.ACCEPT, Verdict.REJECT}:
        return _on_proposal(connection, target, verdict, by)
    seen = seen_text(machine_values(connection, target))
    if target.kind is RecordKind.PROPOSAL:
        seen = compact(list(target.names))
    decision = Decision(
        target=target.id,
        verdict=verdict,
        actor=by.actor,
        reason=by.reason,
        old=None if verdict is Verdict.COMMENT and target.places else seen,
    )
    return _kept(connection, target, decision, by.now)


def edit(connection: Connection, target: Target, field: str, value: str, by: By) -> DecisionRow:
    """Change one field of a row; CaseError if it cannot hold the value, or holds it already."""
    spec = field_of(target.kind, field)
    new, old = written_value(spec, value), _holding(connection, target, spec)
    if new == old:
        raise CaseError(f"{field} is {old or 'empty'} already")
    if spec.name == "status" and new and not by.reason.strip():
        raise CaseError("closing a forecast needs a why")
    decision = Decision(
        target=target.id,
        verdict=Verdict.EDIT,
        actor=by.actor,
        reason=by.reason,
        field=field,
        old=old,
        new=new,
    )
    return _kept(connection, target, decision, by.now)


def undo(connection: Connection, sequence: int | None, by: By) -> DecisionRow:
    """Take back a decision, or, if none is named, the latest that this actor took and that holds."""
    row = _to_undo(connection, sequence, by.actor)
    if row.kind == RecordKind.ACTOR:
        return undo_on_actors(
            connection, row.sequence, actor=by.actor, reason=by.reason, now=by.now
        )
    current = one_decision(connection, row.sequence).current
    if current is None:
        raise CaseError(f"decision {row.sequence} is orphaned: no row has its characters now")
    target = target_of(connection, RecordKind(row.kind), current)
    decision = Decision(
        target=target.id,
        verdict=Verdict.UNDO,
        actor=by.actor,
        reason=by.reason,
        field=row.field,
        old=row.old if target.kind is RecordKind.PROPOSAL else row.new,
        new=str(row.sequence),
    )
    return _kept(connection, target, decision, by.now)


def undone_numbers(connection: Connection) -> frozenset[int]:
    """Return the numbers of the decisions that were taken back."""
    decisions = log_tables.decisions
    undoing = select(decisions.c.new).where(decisions.c.verdict == Verdict.UNDO.value)
    numbers = (number for number in connection.execute(undoing).scalars() if number)
    return frozenset(int(number) for number in numbers if number.isdecimal())


def _to_undo(connection: Connection, sequence: int | None, actor: str) -> Found[Any]:
    decisions = log_tables.decisions
    undone = undone_numbers(connection)
    held = select(decisions).where(decisions.c.verdict != Verdict.UNDO.value)
    if sequence is None:
        held = held.where(decisions.c.actor == actor)
    else:
        held = held.where(decisions.c.sequence == sequence)
    rows = connection.execute(held.order_by(decisions.c.sequence.desc()))
    row = next((row for row in rows if row.sequence not in undone), None)
    rows.close()
    if row is None and sequence is None:
        raise CaseError(f"there is nothing to undo: {actor} took no decision that holds")
    if row is None:
        raise CaseError(f"{sequence} is no decision that holds")
    return row


def reviewed(connection: Connection, name: str) -> Target:
    """Find what an id names as it is reviewed: of a document, when it was written."""
    found = find_target(connection, name)
    if found.kind is RecordKind.DOCUMENT:
        return target_of(connection, RecordKind.DATE, found.id)
    return found


def _kept(connection: Connection, target: Target, decision: Decision, now: datetime) -> DecisionRow:
    row = decide_on(connection, target, decision, now)
    if target.kind is RecordKind.DATE:
        settle_decided(connection, target.id, now=now)
    settle(connection, target, refresh(connection, target))
    return row


def _on_proposal(connection: Connection, target: Target, verdict: Verdict, by: By) -> DecisionRow:
    """Merge or part two actors, as ``sayso actors`` does."""
    left, right = target.names
    ruling = (
        Merge(left=left, right=right)
        if verdict is Verdict.ACCEPT
        else Split(names=(left,), others=(right,))
    )
    row = decide_on_actors(connection, ruling, actor=by.actor, reason=by.reason, now=by.now)
    connection.execute(review_queue.delete().where(review_queue.c.record_id == target.id))
    return row


def _holding(connection: Connection, target: Target, spec: FieldSpec) -> str | None:
    """Return what holds of a field: the latest edit, or what the machine says."""
    review = read_reviews(connection, target.kind, (target.id,)).get(target.id)
    for change in review.edits if review else ():
        if change.field == spec.name:
            return change.new
    return machine_values(connection, target).get(spec.name)
