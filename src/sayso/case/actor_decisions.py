"""What people decided about actors: rows of the decisions, tied to names and to the words of one.

A decision holds for the names, so that later documents obey it. It is kept with the exact
characters of a place where the name is written; it is orphaned once the case has no such name.
"""

import json
from collections.abc import Iterator
from typing import Any, TypeAlias

from sqlalchemy import Connection, select
from sqlalchemy import Row as Found

from sayso.case import actor_tables, log_tables, tables
from sayso.case.decision_records import RecordKind, Verdict
from sayso.case.prepared import Prepared
from sayso.case.values import Row, compact, read_moment
from sayso.errors import CaseError
from sayso.story.actors.actor import ActorDecision, Merge, Rename, Split, SplitDocuments

Ruling: TypeAlias = Merge | Split | SplitDocuments | Rename

_decisions, _names = log_tables.decisions, actor_tables.actor_names
_writings = actor_tables.actor_writings
_NAMES, _DOCUMENTS, _NAME, _DECISION = "names", "documents", "name", "decision"


def ruling_columns(ruling: Ruling) -> Row:
    """Return verdict, field, old and new of a decision; ``old`` names whom it is about."""
    match ruling:
        case Merge(left=left, right=right):
            return _columns(Verdict.MERGE, _NAMES, [left], compact([right]))
        case Split(names=names, others=others):
            return _columns(Verdict.SPLIT, _NAMES, names, compact(others))
        case SplitDocuments(names=names, documents=documents, called=called):
            new = compact({"documents": documents, "called": called})
            return _columns(Verdict.SPLIT, _DOCUMENTS, names, new)
        case Rename(key=key, name=name):
            return _columns(Verdict.RENAME, _NAME, [key], name)


def undo_columns(row: Found[Any]) -> Row:
    """Return the columns of the decision that takes back the decision ``row``."""
    old = json.loads(row.old)
    return _columns(Verdict.UNDO, _DECISION, old, str(row.sequence))


def names_of(row: Found[Any]) -> tuple[str, ...]:
    """Return the names that a decision is about."""
    return tuple(json.loads(row.old))


_ON_ACTORS = Prepared(
    select(_decisions)
    .where(_decisions.c.kind == RecordKind.ACTOR.value)
    .order_by(_decisions.c.sequence)
)


def actor_decisions(connection: Connection) -> Iterator[ActorDecision]:
    """Yield the decisions that hold, in the order in which they were taken."""
    rows = _ON_ACTORS.on(connection)()
    undone = {int(row.new) for row in rows if row.verdict == Verdict.UNDO}
    for row in rows:
        if row.verdict != Verdict.UNDO and row.sequence not in undone:
            yield ActorDecision(
                id=str(row.sequence),
                what=_ruling(row),
                who=row.actor,
                when=read_moment(row.at),
                why=row.reason,
            )


def decision_to_undo(connection: Connection, sequence: int | None) -> Found[Any]:
    """Return a decision on actors that holds, the latest if none is named; CaseError if there is none."""
    holding = {int(decision.id) for decision in actor_decisions(connection)}
    if sequence is None and not holding:
        raise CaseError("there is no decision on actors to undo")
    wanted = max(holding) if sequence is None else sequence
    if wanted not in holding:
        known = ", ".join(map(str, sorted(holding))) or "none"
        raise CaseError(f"{wanted} is no decision on actors that holds; these do: {known}")
    return connection.execute(select(_decisions).where(_decisions.c.sequence == wanted)).one()


def place_of(connection: Connection, name: str) -> Row:
    """Return where a name is written, as decisions are tied to it; CaseError if nowhere."""
    texts, documents = tables.texts, tables.documents
    row = connection.execute(
        select(_writings.c.document_id, _writings.c.span, documents.c.sha256, texts.c.sha256.label("text"))
        .join(_names, _names.c.key == _writings.c.name_key)
        .join(documents, documents.c.id == _writings.c.document_id)
        .join(texts, texts.c.document_id == documents.c.id)
        .where(_names.c.name == name)
        .order_by(_writings.c.document_id)
        .limit(1)
    ).first()  # fmt: skip
    if row is None:
        raise CaseError(f"no document of this case writes the name {name}")
    return {
        "document_id": row.document_id,
        "sha256": row.sha256,
        "text_sha256": row.text,
        "spans": f"[{row.span}]",
    }


def current_actor(connection: Connection, row: Found[Any]) -> str | None:
    """Return the id of the actor that has a name of the decision now; ``None``: it is orphaned."""
    actors = actor_tables.actors
    statement = (
        select(actors.c.id)
        .join(_names, _names.c.actor_key == actors.c.key)
        .where(_names.c.name.in_(names_of(row)))
        .order_by(_names.c.name)
    )
    return connection.execute(statement).scalars().first()


def _columns(verdict: Verdict, field: str, names: Any, new: str) -> Row:
    return {"verdict": verdict.value, "field": field, "old": compact(list(names)), "new": new}


def _ruling(row: Found[Any]) -> Ruling:
    names = names_of(row)
    if row.verdict == Verdict.RENAME:
        return Rename(key=names[0], name=row.new)
    new = json.loads(row.new)
    if row.verdict == Verdict.MERGE:
        return Merge(left=names[0], right=new[0])
    if row.field == _DOCUMENTS:
        return SplitDocuments(names=names, documents=tuple(new["documents"]), called=new["called"])
    return Split(names=names, others=tuple(new))
