"""Which claims, figures and reports of events are of a place: kept, so that few of them are looked at.

A claim is of a place that its content mentions, a figure or a report of the place that is its own.
All of it follows from the rows of one document.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Table, bindparam, delete, func, select, update

from sayso.case import tables
from sayso.case.dialect.expressions import add_up, insert_unless_there
from sayso.case.event_tables import event_reports
from sayso.case.place_tables import (
    claim_places,
    event_places,
    figure_places,
    place_counts,
    place_mentions,
)
from sayso.case.prepared import Prepared

if TYPE_CHECKING:
    from sayso.case.values import Row

_Pairs = Iterator[tuple[str, int]]


def store_placed(connection: Connection, document_id: str) -> None:
    """Keep of which places the records of a document are; all its rows are there by now."""
    mentions = _MENTIONS.on(connection)(document=document_id)
    if not mentions:
        return
    _count_in(connection, mentions)
    starts: defaultdict[int, set[str]] = defaultdict(set)
    for mention in mentions:
        starts[json.loads(mention.span)[0]].add(mention.place_id)
    kept = (
        (claim_places, _told(_CLAIMS.on(connection)(document=document_id), mentions)),
        (figure_places, _own(_FIGURES.on(connection)(document=document_id), starts)),
        (event_places, _own(_REPORTS.on(connection)(document=document_id), starts)),
    )
    for table, pairs in kept:
        place, key = table.columns.keys()
        rows: list[Row] = [{place: one, key: number} for one, number in sorted(set(pairs))]
        if rows:
            connection.execute(insert_unless_there(table), rows)


def remove_placed(connection: Connection, document_id: str) -> None:
    """Take out what is kept of the records of a document, while its rows are still there."""
    _count_out(connection, document_id)
    of_document = place_mentions.c.document_id == document_id
    names = select(place_mentions.c.place_id).where(of_document).distinct()
    named = list(connection.execute(names).scalars())
    for table, records in _KEPT:
        place, key = table.columns
        mine = select(records.c.key).where(records.c.document_id == document_id)
        connection.execute(delete(table).where(place.in_(named), key.in_(mine)))


def _count_in(connection: Connection, mentions: Sequence[Any]) -> None:
    rows: list[Row] = [
        {"place_id": place, "documents": 1, "mentions": len(scores), "score": min(scores)}
        for place, scores in sorted(_scores(mentions).items())
    ]
    if rows:
        connection.execute(_MORE, rows)


def _count_out(connection: Connection, document_id: str) -> None:
    """Take back what a document adds; the least score is looked for among the other mentions."""
    scores = _scores(_MENTIONS.on(connection)(document=document_id))
    fewer: list[Row] = [
        {"the_place": place, "number": len(some), "the_document": document_id}
        for place, some in sorted(scores.items())
    ]
    if fewer:
        connection.execute(_FEWER, fewer)
        connection.execute(delete(place_counts).where(place_counts.c.documents <= 0, place_counts.c.place_id.in_(sorted(scores))))  # fmt: skip


def _scores(mentions: Iterable[Any]) -> dict[str, list[float]]:
    found: defaultdict[str, list[float]] = defaultdict(list)
    for one in mentions:
        if not one.people:
            found[one.place_id].append(one.score)
    return found


def _told(claims: Sequence[Any], mentions: Sequence[Any]) -> _Pairs:
    """Yield the places that the contents of claims mention; a people is none."""
    spans = [(one.place_id, *json.loads(one.span)) for one in mentions if not one.people]
    for claim in claims:
        content = json.loads(claim.content)
        for place, first, last in spans:
            if any(start <= first and last <= end for start, end in content):
                yield place, claim.key


def _own(records: Sequence[Any], starts: Mapping[int, Iterable[str]]) -> _Pairs:
    """Yield the places that records give as their own.

    Told by the first character: a site may be read to its head noun, behind the name.
    """
    for key, *spans in records:
        for span in spans:
            if span is not None:
                yield from ((place, key) for place in starts.get(json.loads(span)[0], ()))


def _of_document(table: Table, *columns: str) -> Prepared:
    chosen = select(*(table.c[name] for name in columns))
    return Prepared(chosen.where(table.c.document_id == bindparam("document")))


_KEPT = (
    (claim_places, tables.claims),
    (figure_places, tables.figures),
    (event_places, event_reports),
)
_CLAIMS = _of_document(tables.claims, "key", "content")
_FIGURES = _of_document(tables.figures, "key", "place_span", "setting_span")
_REPORTS = _of_document(event_reports, "key", "place_span")
_MENTIONS = Prepared(
    select(
        *(place_mentions.c[name] for name in ("place_id", "span", "people", "score")),
    ).where(
        place_mentions.c.document_id == bindparam("document"),
        place_mentions.c.place_id.is_not(None),
    )
)
_MORE = add_up(place_counts, ("documents", "mentions"), least=("score",))
_others = place_mentions.alias("other_mention")
_FEWER = (
    update(place_counts)
    .where(place_counts.c.place_id == bindparam("the_place"))
    .values(
        documents=place_counts.c.documents - 1,
        mentions=place_counts.c.mentions - bindparam("number"),
        score=func.coalesce(
            select(func.min(_others.c.score))
            .where(
                _others.c.place_id == place_counts.c.place_id,
                _others.c.document_id != bindparam("the_document"),
                _others.c.people == 0,
            )
            .scalar_subquery(),
            0,
        ),
    )
)
