"""How many claims are said under a name: kept, so that who says most is known without counting all."""

from typing import TYPE_CHECKING

from sqlalchemy import Connection, Table, Text, and_, bindparam, func, select, union_all, update

from sayso.case import actor_tables, tables
from sayso.case.conditions import of_speech
from sayso.case.prepared import Prepared

if TYPE_CHECKING:
    from sayso.case.sought import AnySelect
    from sayso.case.values import Row

_names, _entities = actor_tables.actor_names, actor_tables.actor_entities


def count_in(connection: Connection, document_id: str) -> None:
    """Count what a document has names say, when all of it is stored."""
    _count(connection, document_id, 1)


def count_out(connection: Connection, document_id: str) -> None:
    """Take back what a document has names say, while all of it is still there."""
    _count(connection, document_id, -1)


def said_by_name() -> "AnySelect":
    """Select how many claims are said under each name, by all documents."""
    both = union_all(*map(_said_in, _SPEAKING)).subquery()
    number = func.count().label("number")
    return select(both.c.name_key, number).group_by(both.c.name_key)


def _count(connection: Connection, document_id: str, sign: int) -> None:
    found = _SAID.on(connection)(document=document_id)
    more: list[Row] = [{"the_key": row.name_key, "more": sign * row.number} for row in found]
    if more:
        connection.execute(_MORE, more)


def _said_in(said: Table) -> "AnySelect":
    same = and_(_entities.c.document_id == said.c.document_id, _entities.c.entity == said.c.entity)
    return (
        select(_entities.c.name_key, said.c.document_id)
        .select_from(said)
        .join(_entities, same)
        .join(tables.claims, tables.claims.c.key == said.c.claim_key)
        .where(of_speech())
    )


def _said_by_document() -> "AnySelect":
    document = bindparam("document", type_=Text())
    both = union_all(*(_said_in(t).where(t.c.document_id == document) for t in _SPEAKING))
    found = both.subquery()
    number = func.count().label("number")
    return select(found.c.name_key, number).group_by(found.c.name_key)


_SPEAKING = (actor_tables.claim_speakers, actor_tables.joint_speakers)
_SAID = Prepared(_said_by_document())
_MORE = (
    update(_names)
    .where(_names.c.key == bindparam("the_key"))
    .values(claims=_names.c.claims + bindparam("more"))
)
