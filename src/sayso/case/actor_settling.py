"""Settling: which actor each name has, and by which name an actor is shown.

All of it follows from names, links and decisions; it is kept so that lists need not work it out,
and worked out anew for the names whose actor can have changed.
"""

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select, update
from sqlalchemy import Row as Found

from sayso.case import actor_tables as tables
from sayso.case.actor_names import CaseNames
from sayso.case.dialect.expressions import insert_unless_there
from sayso.case.prepared import insert_rows
from sayso.case.values import Row
from sayso.story.actors.actor import actor_id
from sayso.story.actors.family import hanging_on
from sayso.story.actors.resolution import resolve
from sayso.story.actors.rulings import Rulings

_actors, _names = tables.actors, tables.actor_names
_ASSIGN = (
    update(_names)
    .where(_names.c.key == bindparam("the_name"))
    .values(actor_key=bindparam("the_actor"), full=bindparam("is_full"))
)
_SHOW = (
    update(_actors)
    .where(_actors.c.key == bindparam("the_actor"))
    .values(name=bindparam("shown"), sort=bindparam("what"))
)
_DROP = delete(_actors).where(_actors.c.key == bindparam("the_actor"))


def settle(
    connection: Connection,
    names: CaseNames,
    rulings: Rulings,
    changed: Iterable[str],
    *,
    counted: Iterable[str] = (),
) -> None:
    """Work out the actors of the names that hang on ``changed``, and how those are shown.

    Of the names ``counted`` no more has changed than how often they are written.
    """
    hanging = hanging_on(names, changed)
    groups = {key: resolve(names, rulings.decided, key) for key in sorted(hanging)}
    keys = {key: names.key_of(key) for key in (*groups, *(c for c in counted if c in names))}
    before = actors_of(connection, keys.values())
    found = _found(connection, {actor_id(min(group)) for group in groups.values()})
    assigned: list[Row] = [
        {
            "the_name": keys[key],
            "the_actor": found[actor_id(min(group))],
            "is_full": int(key in group),
        }
        for key, group in groups.items()
    ]
    if assigned:
        connection.execute(_ASSIGN, assigned)
    show(connection, rulings, before | set(found.values()))


def actors_of(connection: Connection, names: Iterable[int]) -> set[int]:
    """Return the numbers of the actors that these names have now."""
    wanted = select(_names.c.actor_key).where(_names.c.key.in_(sorted(names))).distinct()
    return {key for key in connection.execute(wanted).scalars() if key is not None}


def show(connection: Connection, rulings: Rulings, actors: Iterable[int]) -> None:
    """Name actors by the best of their names; one that has lost all its names goes."""
    wanted = sorted(actors)
    rows = connection.execute(
        select(_names).where(_names.c.actor_key.in_(wanted)).order_by(_names.c.actor_key)
    )
    shown: list[Row] = []
    for actor, group in groupby(rows, key=lambda row: row.actor_key):
        shown.append({"the_actor": actor, **_shown(tuple(group), rulings)})
    if shown:
        connection.execute(_SHOW, shown)
    named = {row["the_actor"] for row in shown}
    lost: list[Row] = [{"the_actor": actor} for actor in wanted if actor not in named]
    if lost:
        connection.execute(_DROP, lost)


def _shown(rows: tuple[Found[Any], ...], rulings: Rulings) -> Row:
    best = max(rows, key=lambda row: (row.full, row.mentions, len(row.words), row.name))
    given = (name for name in sorted(row.name for row in rows) if name in rulings.shown)
    name = next(given, None)
    return {"shown": best.text if name is None else rulings.shown[name], "what": best.sort}


def _found(connection: Connection, ids: set[str]) -> Mapping[str, int]:
    """Return the numbers of the actors of these ids; a new one gets its name when it is shown."""
    rows: list[Row] = [{"id": name, "name": "", "sort": ""} for name in sorted(ids)]
    if rows:
        insert_rows(connection, insert_unless_there(_actors), rows)
    wanted = select(_actors.c.id, _actors.c.key).where(_actors.c.id.in_(sorted(ids)))
    return {row.id: row.key for row in connection.execute(wanted)}
