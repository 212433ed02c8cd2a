"""The registry of a case: names of a new document enter its tables, and who is meant is settled.

Only what the document touches is loaded. What is settled (which actor a name has) follows from
names, links and decisions, and is worked out anew for the names whose actor can have changed.
"""

from collections.abc import Iterable

from sqlalchemy import Connection, and_, delete, select, update

from sayso.case import actor_tables as tables
from sayso.case.actor_decisions import actor_decisions
from sayso.case.actor_names import CaseNames
from sayso.case.dialect import insert_unless_there
from sayso.case.tables import claims
from sayso.case.values import Row, span_text
from sayso.story.actors.actor import actor_id
from sayso.story.actors.document_entities import DocumentActors
from sayso.story.actors.entering import Entered, Writing, enter
from sayso.story.actors.family import hanging_on
from sayso.story.actors.graph import NameGraph
from sayso.story.actors.resolution import resolve
from sayso.story.actors.rulings import Rulings, namesake, read_rulings

_actors, _names = tables.actors, tables.actor_names
_entities, _writings = tables.actor_entities, tables.actor_writings


def take_in(connection: Connection, document: DocumentActors) -> None:
    """Enter the names of a document that the case holds, and settle whom they mean."""
    names = CaseNames(connection)
    rulings = read_rulings(actor_decisions(connection))
    entered = enter(NameGraph(names), document)
    changed = set(names.changed())
    names.write()
    _keep(connection, names, document, entered)
    for (where, key), apart in rulings.moved.items():
        if where == document.document and key in names:
            changed |= move(connection, names, document.document, key, apart)
    written = {writing.key for one in entered for writing in one.written}
    settle(connection, names, rulings, changed, counted=written)


def settle(
    connection: Connection,
    names: CaseNames,
    rulings: Rulings,
    changed: Iterable[str],
    *,
    counted: Iterable[str] = (),
) -> None:
    """Work out the actors of the names that hang on ``changed``, and how those are shown."""
    hanging = hanging_on(names, changed)
    keys = {key: names.key_of(key) for key in hanging | {c for c in counted if c in names}}
    touched = _actors_of(connection, keys.values())
    for key in sorted(hanging):
        group = resolve(names, rulings.decided, key)
        actor = _actor(connection, actor_id(min(group)))
        touched.add(actor)
        connection.execute(
            update(_names)
            .where(_names.c.key == keys[key])
            .values(actor_key=actor, full=int(key in group))
        )
    for actor in sorted(touched):
        show(connection, rulings, actor)


def move(
    connection: Connection, names: CaseNames, document: str, key: str, to: str
) -> frozenset[str]:
    """Let a document mean somebody else by a name: ``to`` stands for them from now on.

    Returns the names that may have another actor now: none if the document does not write the name.
    """
    old = names.key_of(key)
    entities = and_(_entities.c.document_id == document, _entities.c.name_key == old)
    writings = and_(_writings.c.document_id == document, _writings.c.name_key == old)
    count = connection.execute(select(_writings.c.count).where(writings)).scalar_one_or_none()
    meant = connection.execute(select(_entities.c.entity).where(entities)).first()
    if count is None and meant is None:
        return frozenset()
    if to not in names:
        names.put(namesake(names, to), ())
        names.write()
    new = names.key_of(to)
    connection.execute(update(_entities).where(entities).values(name_key=new))
    connection.execute(update(_writings).where(writings).values(name_key=new))
    if count is not None:
        for name, step in ((key, -1), (to, 1)):
            names[name].mentions += step * count
            names[name].documents += step
        names.write()
    return frozenset({key, to})


def _keep(
    connection: Connection, names: CaseNames, document: DocumentActors, entered: Iterable[Entered]
) -> None:
    """Store which name each entity has, where names are written, and who says which claim."""
    entities: list[Row] = []
    writings: dict[int, Row] = {}
    for one in entered:
        key = names.key_of(one.key)
        entities.append({"document_id": document.document, "entity": one.entity, "name_key": key})
        for writing in one.written:
            _write(writings, names.key_of(writing.key), document.document, writing)
    entering: Row = {"document_id": document.document}
    connection.execute(tables.actor_documents.insert(), entering)
    speaking = {said.claim: said.entity for said in document.speaking}
    known = {row["entity"] for row in entities}
    rows = connection.execute(
        select(claims.c.key, claims.c.position).where(claims.c.document_id == document.document)
    )
    speakers: list[Row] = [
        {"claim_key": row.key, "document_id": document.document, "entity": speaking[row.position]}
        for row in rows
        if speaking.get(row.position) in known
    ]
    for table, found in (
        (_entities, entities),
        (_writings, list(writings.values())),
        (tables.claim_speakers, speakers),
    ):
        if found:
            connection.execute(table.insert(), found)


def _write(writings: dict[int, Row], key: int, document: str, writing: Writing) -> None:
    """Count a name of a document once, however many entities bear it."""
    before = writings.get(key)
    writings[key] = {
        "name_key": key,
        "document_id": document,
        "text": before["text"] if before else writing.text,
        "count": writing.count + (int(before["count"] or 0) if before else 0),
        "span": before["span"] if before else span_text(writing.first),
    }


def _actors_of(connection: Connection, keys: Iterable[int]) -> set[int]:
    found = connection.execute(
        select(_names.c.actor_key).where(_names.c.key.in_(list(keys))).distinct()
    )
    return {key for key in found.scalars() if key is not None}


def _actor(connection: Connection, name: str) -> int:
    """Return the number of the actor of an id; a new one gets its name when it is shown."""
    row: Row = {"id": name, "name": "", "sort": ""}
    connection.execute(insert_unless_there(_actors), row)
    return connection.execute(select(_actors.c.key).where(_actors.c.id == name)).scalar_one()


def show(connection: Connection, rulings: Rulings, actor: int) -> None:
    """Name an actor by the best of its names; one that has lost all its names goes."""
    statement = select(_names).where(_names.c.actor_key == actor)
    rows = connection.execute(statement).all()
    if not rows:
        connection.execute(delete(_actors).where(_actors.c.key == actor))
        return
    best = max(rows, key=lambda row: (row.full, row.mentions, len(row.words), row.name))
    given = (
        rulings.shown[name] for name in sorted(row.name for row in rows) if name in rulings.shown
    )
    shown = next(given, best.text)
    connection.execute(
        update(_actors).where(_actors.c.key == actor).values(name=shown, sort=best.sort)
    )
