"""Keeping places: a document brings its own, and sites that are the same are shown as one."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, and_, bindparam, delete, exists, or_, select, update
from sqlalchemy import Row as Found

from sayso.case.dialect.expressions import insert_unless_there
from sayso.case.place_rows import known_places, place_id, place_row
from sayso.case.place_tables import place_mentions, place_names, place_ties, places
from sayso.case.placed import remove_placed, store_placed
from sayso.case.prepared import insert_rows
from sayso.case.values import Row, folded, span_text
from sayso.places import PlacedMention
from sayso.story.places.one_site import SiteVariant, same_sites
from sayso.story.places.same_places import find_same_places

_SITE_COLUMNS = (
    places.c.id,
    places.c.place_key,
    places.c.stem,
    places.c.sort,
    places.c.country,
    places.c.area,
    places.c.shown_as,
)


def store_places(connection: Connection, placed: Sequence[PlacedMention], text: str) -> None:
    """Enter the places that a document names, before its mentions of them are stored."""
    known = known_places(placed)
    if known:
        insert_rows(connection, insert_unless_there(places), [place_row(place) for place in known])
        _count_names(connection, _written(placed, text))


def tie_places(
    connection: Connection, document_id: str, placed: Sequence[PlacedMention], text: str
) -> None:
    """Store which sites a document says are one, settle what its sites are shown as, and what is there.

    All other rows of the document are stored by now.
    """
    store_placed(connection, document_id)
    rows: list[Row] = []
    for one in find_same_places(text, placed):
        left, right = sorted((place_id(one.left), place_id(one.right)))
        tie: Row = {"left_id": left, "right_id": right, "document_id": document_id}
        rows.append({**tie, "span": span_text(one.wording), "rule": one.rule})
    if rows:
        insert_rows(connection, insert_unless_there(place_ties), rows)
    settle_sites(connection, map(place_id, known_places(placed)))


def remove_places(connection: Connection, document_id: str) -> None:
    """Take out what a document says of places; places that no other one names go with it."""
    remove_placed(connection, document_id)
    mentions = select(place_mentions).where(place_mentions.c.document_id == document_id)
    rows = connection.execute(mentions).all()
    touched = {name for row in rows for name in (row.place_id, row.within_id) if name}
    counted = Counter((row.place_id, row.words) for row in rows if row.place_id and not row.people)
    for (place, words), number in counted.items():
        name = and_(place_names.c.place_id == place, place_names.c.name == words)
        fewer = place_names.c.mentions - number
        connection.execute(update(place_names).where(name).values(mentions=fewer))
    connection.execute(delete(place_names).where(place_names.c.mentions <= 0))
    for table in (place_mentions, place_ties):
        connection.execute(delete(table).where(table.c.document_id == document_id))
    around = _neighbours(connection, touched)
    _drop_unnamed(connection, touched)
    settle_sites(connection, around)


def settle_sites(connection: Connection, touched: Iterable[str]) -> None:
    """Work out anew which sites are one, as far as ``touched`` ones have to do with it."""
    ids = _neighbours(connection, touched)
    rows = connection.execute(select(*_SITE_COLUMNS).where(places.c.id.in_(sorted(ids)))).all()
    ties = connection.execute(
        select(place_ties.c.left_id, place_ties.c.right_id).where(place_ties.c.left_id.in_(ids))
    ).all()
    shown = same_sites(
        [_variant(row) for row in rows], [(tie.left_id, tie.right_id) for tie in ties]
    )
    for row in rows:
        if row.shown_as != shown[row.id]:
            one = update(places).where(places.c.id == row.id).values(shown_as=shown[row.id])
            connection.execute(one)


def _variant(row: Found[*tuple[Any, ...]]) -> SiteVariant:
    return SiteVariant(id=row.id, stem=row.stem, sort=row.sort, country=row.country, area=row.area)


def _neighbours(connection: Connection, touched: Iterable[str]) -> set[str]:
    """Return sites with all that bear their names, and all that a text says are one with these."""
    found: set[str] = set()
    open_ = set(touched)
    while open_:
        chosen = select(*_SITE_COLUMNS).where(
            places.c.id.in_(sorted(open_)), places.c.stem.is_not(None)
        )
        rows = connection.execute(chosen).all()
        found |= {row.id for row in rows}
        reached: set[str] = set()
        for stem, sort in {(row.stem, row.sort) for row in rows}:
            alike = select(places.c.id).where(places.c.stem == stem, places.c.sort == sort)
            reached |= set(connection.execute(alike).scalars())
        ids = [row.id for row in rows]
        tied = select(place_ties.c.left_id, place_ties.c.right_id).where(
            or_(place_ties.c.left_id.in_(ids), place_ties.c.right_id.in_(ids))
        )
        reached |= {end for row in connection.execute(tied) for end in row}
        open_ = reached - found
    return found


def _drop_unnamed(connection: Connection, touched: Iterable[str]) -> None:
    named = [
        exists().where(place_mentions.c[column] == places.c.id)
        for column in ("place_id", "within_id")
    ]
    tied = [exists().where(place_ties.c[end] == places.c.id) for end in ("left_id", "right_id")]
    gone = select(places.c.id).where(
        places.c.id.in_(sorted(touched)), *(~one for one in (*named, *tied))
    )
    ids = list(connection.execute(gone).scalars())
    connection.execute(delete(place_names).where(place_names.c.place_id.in_(ids)))
    connection.execute(delete(places).where(places.c.id.in_(ids)))


def _written(placed: Iterable[PlacedMention], text: str) -> Counter[tuple[str, str]]:
    """Count how each place is called; a name for its people is none of its own."""
    return Counter(
        (place_id(one.place), one.span.text_in(text))
        for one in placed
        if one.place is not None and not one.people
    )


def _count_names(connection: Connection, written: Counter[tuple[str, str]]) -> None:
    counted = sorted(written.items())
    rows: list[Row] = [
        {"place_id": place, "name": name, "folded": folded(name), "mentions": 0}
        for (place, name), _ in counted
    ]
    if rows:
        more: list[Row] = [
            {"the_place": place, "the_name": name, "more": n} for (place, name), n in counted
        ]
        insert_rows(connection, insert_unless_there(place_names), rows)
        connection.execute(_NAMED_MORE, more)


_NAMED_MORE = (
    update(place_names)
    .where(
        place_names.c.place_id == bindparam("the_place"),
        place_names.c.name == bindparam("the_name"),
    )
    .values(mentions=place_names.c.mentions + bindparam("more"))
)
