"""Taking out of the registry what one document said, before it is read anew."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, delete, exists, func, or_, select, update

from sayso.case import actor_tables as tables
from sayso.case.actor_counts import count_out
from sayso.case.actor_decisions import actor_decisions
from sayso.case.actor_names import CaseNames
from sayso.case.actor_settling import actors_of, settle, show
from sayso.story.actors.family import hanging_on
from sayso.story.actors.graph import NameGraph
from sayso.story.actors.names import Node
from sayso.story.actors.rulings import read_rulings

_names, _links, _evidence = tables.actor_names, tables.actor_links, tables.actor_evidence
_entities, _writings = tables.actor_entities, tables.actor_writings


def remove_actors(connection: Connection, document_id: str) -> None:
    """Take out what a document said of names; names that no other document has go with it."""
    own = _names_of(connection, document_id)
    if not own:
        connection.execute(
            delete(tables.actor_documents).where(
                tables.actor_documents.c.document_id == document_id
            )
        )
        return
    names = CaseNames(connection)
    hanging = hanging_on(names, own)
    actors = actors_of(connection, [names.key_of(name) for name in hanging])
    ties = _ties_of(connection, document_id)
    _take_back(connection, document_id)
    _weigh(connection, document_id, ties, own)
    gone = _drop(connection, own)
    rulings = read_rulings(actor_decisions(connection))
    settle(connection, CaseNames(connection), rulings, hanging - gone)
    show(connection, rulings, actors)


def _names_of(connection: Connection, document_id: str) -> set[str]:
    found: set[str] = set()
    for table in (_entities, _writings):
        statement = (
            select(_names.c.name)
            .join(table, table.c.name_key == _names.c.key)
            .where(table.c.document_id == document_id)
        )
        found |= set(connection.execute(statement).scalars())
    told = select(_names.c.name).where(
        or_(
            _names.c.key.in_(_told(document_id, "left_key")),
            _names.c.key.in_(_told(document_id, "right_key")),
        )
    )
    return found | set(connection.execute(told).scalars())


def _told(document_id: str, side: str) -> Any:
    return select(_evidence.c[side]).where(_evidence.c.document_id == document_id)


def _ties_of(connection: Connection, document_id: str) -> set[tuple[int, int]]:
    statement = select(_evidence.c.left_key, _evidence.c.right_key).where(
        _evidence.c.document_id == document_id
    )
    return {(row.left_key, row.right_key) for row in connection.execute(statement)}


def _take_back(connection: Connection, document_id: str) -> None:
    count_out(connection, document_id)
    for row in connection.execute(
        select(_writings).where(_writings.c.document_id == document_id)
    ).all():
        connection.execute(
            update(_names)
            .where(_names.c.key == row.name_key)
            .values(mentions=_names.c.mentions - row.count, documents=_names.c.documents - 1)
        )
    for table in (
        tables.claim_speakers,
        tables.joint_speakers,
        tables.actor_documents,
        _entities,
        _writings,
        _evidence,
    ):
        connection.execute(delete(table).where(table.c.document_id == document_id))


def _weigh(
    connection: Connection, document_id: str, ties: set[tuple[int, int]], own: Iterable[str]
) -> None:
    """Weigh anew the links that rested on the document, or that it stood against."""
    names = CaseNames(connection)
    graph = NameGraph(names)
    for name in sorted(own):
        node = names[name]
        for other in [o for o, where in node.apart.items() if where == document_id]:
            _part_anew(connection, names, node, names[other])
    by_key = {names.key_of(name): name for name in own}
    for left, right in sorted(ties):
        one, two = names[by_key[left]], names[by_key[right]]
        remaining = [
            (e, one.links[two.key].relation)
            for e in one.links[two.key].evidence
            if e.document is not None
        ]
        graph.weigh(one, two, remaining)
    names.write()


def _part_anew(connection: Connection, names: CaseNames, node: Node, other: Node) -> None:
    """Find another document that has two names side by side; else nothing stands between them."""
    first, second = _entities.alias(), _entities.alias()
    statement = (
        select(func.min(first.c.document_id))
        .join(second, second.c.document_id == first.c.document_id)
        .where(
            first.c.name_key == names.key_of(node.key),
            second.c.name_key == names.key_of(other.key),
        )
    )
    found = connection.execute(statement).scalar_one()
    for one, two in ((node, other.key), (other, node.key)):
        if found is None:
            one.apart.pop(two, None)
        else:
            one.apart[two] = found


def _drop(connection: Connection, own: Iterable[str]) -> frozenset[str]:
    """Take out the names that no document has any more."""
    held = [
        exists().where(table.c[side] == _names.c.key)
        for table, side in (
            (_entities, "name_key"),
            (_writings, "name_key"),
            (_evidence, "left_key"),
            (_evidence, "right_key"),
        )
    ]
    statement = select(_names.c.key, _names.c.name).where(
        _names.c.name.in_(sorted(own)), *(~one for one in held)
    )
    rows = connection.execute(statement).all()
    for table, side in (
        (_links, "left_key"),
        (_links, "right_key"),
        (tables.actor_blocks, "name_key"),
        (tables.actor_words, "name_key"),
        (_names, "key"),
    ):
        for row in rows:
            connection.execute(delete(table).where(table.c[side] == row.key))
    return frozenset(row.name for row in rows)
