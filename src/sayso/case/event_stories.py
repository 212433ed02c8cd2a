"""The stories of a case: to which one a document belongs, found by the terms that both share."""

import json
import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from hashlib import blake2b
from heapq import nlargest

from sqlalchemy import Connection, bindparam, delete, select, update

from sayso.case.event_tables import stories, story_documents, story_keys
from sayso.case.prepared import Prepared, insert_rows
from sayso.case.values import Row, compact
from sayso.story.events.stories import Nearness
from sayso.story.events.terms import Vector, cosine

Reads = Callable[[], AbstractContextManager[Connection]]

# Terms of a document by which stories are looked up; stories that one term remembers; stories
# that a document is held against; terms that are kept of a story.
_TERMS = 16
_PER_KEY = 64
_COMPARED = 12
_KEPT = 400
_KEY_BYTES = 8


class StoredStories:
    """The stories of a case, of which only the few that share telling terms are read."""

    def __init__(self, reads: Reads) -> None:
        self._reads = reads

    def near(self, vector: Vector) -> Sequence[Nearness]:
        keys = [_number(term) for term in _telling(vector)]
        with self._reads() as connection:
            shared: defaultdict[int, int] = defaultdict(int)
            ask = _HOLDERS.on(connection)
            for key in keys:
                for (story,) in ask(wanted=key):
                    shared[story] += 1
            best = sorted(shared, key=lambda story: (-shared[story], story))[:_COMPARED]
            rows = connection.execute(select(stories).where(stories.c.key.in_(best))).all()
        return [
            Nearness(
                story=row.id,
                cosine=cosine(vector, json.loads(row.terms)) / math.sqrt(row.square or 1.0),
            )
            for row in rows
        ]


def stories_of(connection: Connection, documents: Iterable[str]) -> dict[str, str]:
    """Return the story of each document that has one."""
    rows = connection.execute(
        select(story_documents.c.document_id, stories.c.id)
        .join(stories, stories.c.key == story_documents.c.story_key)
        .where(story_documents.c.document_id.in_(sorted(set(documents))))
    )
    return {row.document_id: row.id for row in rows}


def join_story(connection: Connection, document: str, story: str, vector: Vector) -> None:
    """Put a document into a story, which may be new."""
    row = connection.execute(select(stories).where(stories.c.id == story)).first()
    terms: dict[str, float] = {} if row is None else json.loads(row.terms)
    square = 0.0 if row is None else row.square
    for term, weight in vector.items():
        before = terms.get(term, 0.0)
        square += 2 * before * weight + weight * weight
        terms[term] = before + weight
    kept = {t: round(w, 4) for t, w in nlargest(_KEPT, terms.items(), key=lambda i: (i[1], i[0]))}
    values: Row = {"square": square, "terms": compact(kept)}
    if row is None:
        connection.execute(stories.insert().values(id=story, documents=1, **values))
        made = select(stories.c.key).where(stories.c.id == story)
        key: int = connection.execute(made).scalar_one()
    else:
        key = row.key
        connection.execute(
            update(stories)
            .where(stories.c.key == key)
            .values(documents=row.documents + 1, **values)
        )
    own: Row = {"document_id": document, "story_key": key}
    insert_rows(connection, story_documents, [own])
    _remember(connection, key, vector)


def leave_story(connection: Connection, document: str) -> None:
    """Take a document out of its story; the words of a story stay as long as it has a document."""
    mine = select(story_documents.c.story_key).where(story_documents.c.document_id == document)
    key = connection.execute(mine).scalar_one_or_none()
    if key is None:
        return
    connection.execute(delete(story_documents).where(story_documents.c.document_id == document))
    left = select(story_documents.c.document_id).where(story_documents.c.story_key == key)
    if connection.execute(left.limit(1)).first() is None:
        terms = connection.execute(select(stories.c.terms).where(stories.c.key == key)).scalar_one()
        numbers = [_number(term) for term in json.loads(terms)]
        connection.execute(
            delete(story_keys).where(story_keys.c.key.in_(numbers), story_keys.c.story_key == key)
        )
        connection.execute(delete(stories).where(stories.c.key == key))
    else:
        fewer = stories.c.documents - 1
        connection.execute(update(stories).where(stories.c.key == key).values(documents=fewer))


def _remember(connection: Connection, story: int, vector: Vector) -> None:
    wanted = [_number(term) for term in _telling(vector)]
    there = select(story_keys.c.key).where(
        story_keys.c.key.in_(wanted), story_keys.c.story_key == story
    )
    known = set(connection.execute(there).scalars())
    rows: list[Row] = [{"key": key, "story_key": story} for key in wanted if key not in known]
    if rows:
        insert_rows(connection, story_keys, rows)


_HOLDERS = Prepared(
    select(story_keys.c.story_key).where(story_keys.c.key == bindparam("wanted")).limit(_PER_KEY)
)


def _telling(vector: Vector) -> Iterator[str]:
    best = nlargest(_TERMS, vector.items(), key=lambda item: (item[1], item[0]))
    return (term for term, _ in best)


def _number(term: str) -> int:
    written = term.encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(written, digest_size=_KEY_BYTES).digest(), signed=True)
