"""Storing what dates documents, finding passages that tell one event, and taking it all out again."""

from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager

from sqlalchemy import Connection, bindparam, delete, or_, select

from sayso.case import dating_tables, tables
from sayso.case.dating_rows import passage_columns, read_passage
from sayso.case.dialect.expressions import insert_unless_there
from sayso.case.prepared import Prepared, insert_rows
from sayso.case.remembered_keys import RememberedKeys
from sayso.case.run_records import RunId
from sayso.case.values import Row, folded, numbers_text
from sayso.frozen import dataclass
from sayso.story.dating.habit import SAMPLE
from sayso.story.dating.passage import Passage
from sayso.story.dating.relations import DatingRelations

# Passages that a key remembers: a name and a word that all the reporting shares say little.
_PER_KEY = 40
# Passages that one is compared with.
_COMPARED = 8

_facts, _passages = dating_tables.dating_facts, dating_tables.dated_passages
_keys, _events = dating_tables.passage_keys, dating_tables.event_ties


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPassage:
    """A passage of a document of the case; ``key`` is its row."""

    key: int
    document: str
    passage: Passage


class StoredPassages:
    """The passages of a case: a look-up reads the few that share the most keys."""

    def __init__(self, reads: Callable[[], AbstractContextManager[Connection]]) -> None:
        self._reads = reads

    def near(self, passage: Passage) -> Sequence[StoredPassage]:
        """Return the passages that share keys with one, the nearest first."""
        with self._reads() as connection:
            shared: Counter[int] = Counter()
            ask = _WITH_KEY.on(connection)
            for key in passage.keys:
                shared.update(holder for (holder,) in ask(wanted=key))
            best = sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:_COMPARED]
            rows = connection.execute(
                select(_passages).where(_passages.c.key.in_([key for key, _ in best]))
            )
            return tuple(
                StoredPassage(key=row.key, document=row.document_id, passage=read_passage(row))
                for row in sorted(rows, key=lambda row: (-shared[row.key], row.key))
            )


def store_facts(connection: Connection, relations: DatingRelations, text: str, run: RunId) -> None:
    """Store the facts and passages of a new document and the events it shares."""
    facts = relations.facts
    row: Row = {
        "document_id": facts.document,
        "outlet_folded": None if facts.outlet is None else folded(facts.outlet),
        "weekdays": numbers_text(facts.weekdays),
        "named": int(facts.named),
        "lag": facts.lag,
        "run_id": run,
    }
    insert_rows(connection, _facts, [row])
    rows = [
        passage_columns(facts.document, at, passage, text, run)
        for at, passage in enumerate(facts.passages)
    ]
    if not rows:
        return
    insert_rows(connection, _passages, rows)
    numbers = _numbers(connection, facts.document)
    _REMEMBERED.remember(
        connection, [(numbers[at], one.keys) for at, one in enumerate(facts.passages)]
    )
    ties: list[Row] = [
        {"left_key": low, "right_key": high, "run_id": run}
        for one in relations.shared
        for low, high in [sorted((numbers[one.position], one.other))]
    ]
    if ties:
        insert_rows(connection, insert_unless_there(_events), ties)


def remove_facts(connection: Connection, document_id: str) -> None:
    """Take out what a document left for dating, and the events it shares."""
    mine = select(_passages.c.key).where(_passages.c.document_id == document_id)
    either = or_(_events.c.left_key.in_(mine), _events.c.right_key.in_(mine))
    connection.execute(delete(_events).where(either))
    connection.execute(delete(_keys).where(_keys.c.passage_key.in_(mine)))
    connection.execute(delete(_passages).where(_passages.c.document_id == document_id))
    connection.execute(delete(_facts).where(_facts.c.document_id == document_id))


def outlet_of(connection: Connection, document_id: str) -> str | None:
    """Return the folded name of the outlet of a document."""
    documents = tables.documents
    found = select(documents.c.outlet_folded).where(documents.c.id == document_id)
    name: str | None = connection.execute(found).scalar_one_or_none()
    return name


def lags_of(connection: Connection, outlet: str | None) -> tuple[int, ...]:
    """Return the lags that the habit of an outlet is learnt from."""
    if outlet is None:
        return ()
    return tuple(_LAGS.numbers(connection, outlet=outlet))


def _numbers(connection: Connection, document_id: str) -> dict[int, int]:
    found = select(_passages.c.position, _passages.c.key)
    rows = connection.execute(found.where(_passages.c.document_id == document_id))
    return {row.position: row.key for row in rows}


_REMEMBERED = RememberedKeys(_keys, _keys.c.passage_key, room=_PER_KEY)
_LAGS = Prepared(
    select(_facts.c.lag)
    .where(_facts.c.outlet_folded == bindparam("outlet"), _facts.c.lag.is_not(None))
    .order_by(_facts.c.document_id)
    .limit(SAMPLE)
)
_WITH_KEY = Prepared(
    select(_keys.c.passage_key)
    .where(_keys.c.key == bindparam("wanted"))
    .order_by(_keys.c.passage_key)
    .limit(_PER_KEY)
)
