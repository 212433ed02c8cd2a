"""The registry of a case: names of a new document enter its tables, and who is meant is settled.

Only what the document touches is loaded.
"""

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import Connection, and_, select, update

from sayso.case import actor_tables as tables
from sayso.case.actor_counts import count_in, count_out
from sayso.case.actor_decisions import actor_decisions
from sayso.case.actor_names import CaseNames
from sayso.case.actor_settling import settle
from sayso.case.prepared import insert_rows
from sayso.case.tables import claims
from sayso.case.values import Row, span_text
from sayso.story.actors.document_entities import DocumentActors
from sayso.story.actors.entering import Entered, Writing, enter
from sayso.story.actors.graph import NameGraph
from sayso.story.actors.rulings import namesake, read_rulings

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
    count_out(connection, document)
    connection.execute(update(_entities).where(entities).values(name_key=new))
    count_in(connection, document)
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
    insert_rows(connection, tables.actor_documents, [entering])
    speaking: defaultdict[int, list[int]] = defaultdict(list)
    known = {row["entity"] for row in entities}
    for said in document.speaking:
        if said.entity in known:
            speaking[said.claim].append(said.entity)
    rows = connection.execute(
        select(claims.c.key, claims.c.position).where(claims.c.document_id == document.document)
    )
    speakers: list[Row] = []
    together: list[Row] = []
    for row in rows:
        who = speaking.get(row.position, [])
        held = speakers if len(who) == 1 else together
        for entity in who:
            held.append({"claim_key": row.key, "document_id": document.document, "entity": entity})
    for table, found in (
        (_entities, entities),
        (_writings, list(writings.values())),
        (tables.claim_speakers, speakers),
        (tables.joint_speakers, together),
    ):
        if found:
            insert_rows(connection, table, found)
    count_in(connection, document.document)


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
