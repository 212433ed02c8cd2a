"""Which names are proposed to mean one actor: the best link of two actors, unless a person parted them."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Select, or_, select

from sayso.case.actor_decisions import actor_decisions
from sayso.case.actor_tables import actor_links, actor_names
from sayso.frozen import dataclass
from sayso.story.actors.family import PROPOSED
from sayso.story.actors.rulings import read_rulings

_left, _right = actor_names.alias("left_name"), actor_names.alias("right_name")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedNames:
    """Two names, as they are compared, that may mean one actor."""

    left_id: str
    right_id: str
    score: float


def proposals_of(connection: Connection, names: Select[Any]) -> Iterator[ProposedNames]:
    """Yield the proposals on some names, given by their keys: one for each two actors."""
    wanted = or_(actor_links.c.left_key.in_(names), actor_links.c.right_key.in_(names))
    statement = _links().where(wanted, _left.c.actor_key != _right.c.actor_key)
    rows = connection.execute(statement).all()
    if not rows:
        return
    parted = read_rulings(actor_decisions(connection)).decided.two
    for row in rows:
        if row.right_id in parted.get(row.left_id, ()):
            continue
        if is_best(connection, row.left_id, row.right_id):
            yield ProposedNames(left_id=row.left_id, right_id=row.right_id, score=row.score)


def is_best(connection: Connection, left: str, right: str) -> bool:
    """Say whether two names are the likeliest of those of two actors that nothing parts."""
    statement = select(actor_names.c.actor_key).where(actor_names.c.name.in_((left, right)))
    actors = set(connection.execute(statement).scalars())
    if len(actors) != len({left, right}):
        return False
    between = _links().where(
        _left.c.actor_key.in_(actors),
        _right.c.actor_key.in_(actors),
        _left.c.actor_key != _right.c.actor_key,
    )
    rows = connection.execute(between).all()
    if not rows or any(row.parted for row in rows):
        return False
    return {rows[0].left_id, rows[0].right_id} == {left, right}


def _links() -> Select[Any]:
    """Select links that are likely enough to be proposed, the likeliest first."""
    return (
        select(
            _left.c.name.label("left_id"),
            _right.c.name.label("right_id"),
            actor_links.c.score,
            actor_links.c.parted,
        )
        .join(_left, _left.c.key == actor_links.c.left_key)
        .join(_right, _right.c.key == actor_links.c.right_key)
        .where(or_(actor_links.c.score >= PROPOSED, actor_links.c.parted == 1))
        .order_by(actor_links.c.parted.desc(), actor_links.c.score.desc(), "left_id", "right_id")
    )
