"""Conditions by place: a record is of a place if it names it, or what lies in it."""

from typing import TYPE_CHECKING

from sqlalchemy import and_, false, or_, select

from sayso.case.place_tables import place_mentions, place_names, places
from sayso.case.sought import KeySet
from sayso.case.values import folded
from sayso.places import PlaceKind

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Table

    from sayso.case.sought import AnySelect

_LAST = "\U0010ffff"
_PREFIX = "p_"
_outer, _inner = places.alias("outer_place"), places.alias("inner_place")


def shown_places(name: str, *, inside: bool = True) -> "AnySelect":
    """Select the ids under which places of this name, or of this id, are shown.

    With ``inside``, also those of what lies in such a place.
    """
    called = select(places.c.shown_as).where(_is_called(name)).distinct()
    if not inside:
        return called
    held = select(_inner.c.shown_as).where(
        or_(
            _inner.c.id.in_(_said_inside(called)),
            select(1)
            .where(
                _outer.c.shown_as.in_(called),
                _outer.c.country == _inner.c.country,
                _outer.c.id != _inner.c.id,
                or_(
                    _outer.c.kind == PlaceKind.COUNTRY.value,
                    and_(_outer.c.kind == PlaceKind.AREA.value, _outer.c.name == _inner.c.area),
                ),
            )
            .exists(),
        )
    )
    return select(called.union(held).subquery().c.shown_as)


def _said_inside(called: "AnySelect") -> "AnySelect":
    """Select the sites that a text says lie in one of the places ``called``."""
    return (
        select(place_mentions.c.place_id)
        .join(places, places.c.id == place_mentions.c.within_id)
        .where(places.c.shown_as.in_(called))
    )


def _is_called(name: str) -> "ColumnElement[bool]":
    wanted = folded(name.strip())
    if not wanted:
        return false()
    if wanted.startswith(_PREFIX):
        return and_(places.c.id >= wanted, places.c.id < wanted + _LAST)
    exact = select(place_names.c.place_id).where(place_names.c.folded == wanted)
    part = select(place_names.c.place_id).where(
        place_names.c.folded.contains(wanted, autoescape=True)
    )
    return or_(
        places.c.folded.contains(wanted, autoescape=True), places.c.id.in_(exact.union(part))
    )


def records_of(placed: "Table", place: str) -> KeySet:
    """Keep records that are of a place of this name, or of one in it, as is kept in ``placed``."""
    name, record = placed.columns
    of_it = name.in_(_ids_of(place))
    mentioned = place_mentions.c.place_id.in_(_ids_of(place))
    return KeySet(
        name=(placed.name, place),
        keys=select(record.label("key")).where(of_it),
        documents=select(place_mentions.c.document_id).where(mentioned),
    )


def _ids_of(place: str) -> "AnySelect":
    return select(places.c.id).where(places.c.shown_as.in_(shown_places(place)))
