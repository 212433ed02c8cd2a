"""What can be decided on: each record with the exact characters that name it for good.

An id is given by a reading and may change with the next one; a decision is tied to characters. What
ties two places is known by the characters of both.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Table, and_, or_, select

from sayso.case import (
    actor_tables,
    event_tables,
    figure_tables,
    forecast_tables,
    statement_tables,
    tables,
)
from sayso.case.decision_records import RecordKind
from sayso.case.dialect.expressions import only_tested
from sayso.case.figure_relations import verdict_id
from sayso.case.naming import resolve
from sayso.case.review_tables import review_queue
from sayso.case.values import compact
from sayso.documents import record_id
from sayso.errors import CaseError
from sayso.frozen import dataclass

_LAST = "\U0010ffff"
_LISTED = 10
_names = actor_tables.actor_names
_relations, _counted = figure_tables.figure_relations, figure_tables.counted_figures
_outcomes = forecast_tables.forecast_outcomes
_left, _right = _counted.alias("left_figure"), _counted.alias("right_figure")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Characters of one document; ``spans`` as the tables of decisions write them."""

    document: str
    spans: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A record that can be decided on, with its one or two places.

    ``names`` are the ids of what stands at them, or the names of which a proposal says that they
    mean one.
    """

    kind: RecordKind
    id: str
    places: tuple[Place, ...]
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PairTable:
    """A table whose rows tie two claims."""

    table: Table
    left: str
    right: str


PAIRS = {
    RecordKind.QUOTE_PAIR: PairTable(
        table=statement_tables.quote_pairs, left="left_claim", right="right_claim"
    ),
    RecordKind.DENIAL: PairTable(
        table=statement_tables.denials, left="asserted_claim", right="denied_claim"
    ),
    RecordKind.ECHO: PairTable(table=statement_tables.echoes, left="from_claim", right="to_claim"),
}
# Tables of what stands at one place: the column of its characters, and whether that is a list.
SINGLE: dict[RecordKind, tuple[Table, str, bool]] = {
    RecordKind.CLAIM: (tables.claims, "content", True),
    RecordKind.FIGURE: (tables.figures, "span", False),
    RecordKind.FORECAST: (forecast_tables.forecasts, "spans", True),
    RecordKind.EVENT: (event_tables.event_reports, "trigger", False),
}
_KIND_OF_PREFIX = {
    "q_": RecordKind.QUOTE_PAIR,
    "n_": RecordKind.DENIAL,
    "h_": RecordKind.ECHO,
    "v_": RecordKind.RELATION,
    "p_": RecordKind.PROPOSAL,
    "w_": RecordKind.FORECAST,
    "o_": RecordKind.OUTCOME,
}


def find_target(connection: Connection, name: str) -> Target:
    """Find what an id, or the unique beginning of one, names; CaseError if nothing, or several."""
    wanted = name.strip().lower()
    kind = _KIND_OF_PREFIX.get(wanted[:2])
    if kind is None:
        found = resolve(connection, name)
        return target_of(connection, found.kind, found.id)
    if kind is RecordKind.RELATION:
        return _relation_named(connection, wanted)
    if kind is RecordKind.PROPOSAL:
        return _proposal_named(connection, wanted)
    column = _table_of(kind).c.id
    statement = select(column).where(column >= wanted, column < wanted + _LAST).order_by(column)
    ids = connection.execute(statement.limit(_LISTED)).scalars().all()
    return target_of(connection, kind, _the_one(name, ids))


def target_of(connection: Connection, kind: RecordKind, name: str) -> Target:
    """Return the record of a kind with this whole id; CaseError if there is none."""
    if kind in {RecordKind.DOCUMENT, RecordKind.DATE}:
        return Target(kind=kind, id=name, places=(Place(document=name, spans=compact([])),))
    if kind in SINGLE:
        return Target(kind=kind, id=name, places=(_place(connection, kind, name),), names=(name,))
    if kind is RecordKind.RELATION:
        return _relation_named(connection, name)
    if kind is RecordKind.PROPOSAL:
        return _proposal_named(connection, name)
    if kind is RecordKind.OUTCOME:
        return _outcome(connection, name)
    pair = PAIRS[kind]
    columns = (pair.table.c[pair.left], pair.table.c[pair.right])
    row = connection.execute(select(*columns).where(pair.table.c.id == name)).first()
    if row is None:
        raise CaseError(f"nothing in this case is called {name!r}")
    return _of_two(connection, kind, name, RecordKind.CLAIM, tuple(row))


def relation_target(connection: Connection, left: str, right: str) -> Target:
    """Return what two figures say of each other; of a part and its whole the part comes first."""
    name = verdict_id(left, right)
    return _of_two(connection, RecordKind.RELATION, name, RecordKind.FIGURE, (left, right))


def proposal_target(left: str, right: str) -> Target:
    """Return the proposal that two names mean one actor; it rests on names, not on characters."""
    pair = tuple(sorted((left, right)))
    return Target(kind=RecordKind.PROPOSAL, id=record_id("p", *pair), places=(), names=pair)


def find_current(
    connection: Connection, kind: RecordKind, places: Sequence[Place], wanted: str
) -> str | None:
    """Return the id of the record that has these characters now; that of ``wanted`` goes first."""
    if kind in {RecordKind.DOCUMENT, RecordKind.DATE}:
        return places[0].document
    if kind in SINGLE:
        ids = _standing_at(connection, kind, places[0])
        return wanted if wanted in ids else next(iter(ids), None)
    left, right = places
    if kind is RecordKind.OUTCOME:
        outcomes = _outcomes_at(connection, left, right)
        return wanted if wanted in outcomes else next(iter(outcomes), None)
    of = RecordKind.FIGURE if kind is RecordKind.RELATION else RecordKind.CLAIM
    ends = (_standing_at(connection, of, left), _standing_at(connection, of, right))
    if not all(ends):
        return None
    if kind is RecordKind.RELATION:
        found = [verdict_id(*pair) for pair in _related(connection, *ends)]
    else:
        pair = PAIRS[kind]
        found = list(
            connection.execute(
                select(pair.table.c.id)
                .where(_either_way(pair.table.c[pair.left], pair.table.c[pair.right], ends))
                .order_by(pair.table.c.id)
            ).scalars()
        )
    return wanted if wanted in found else next(iter(found), None)


def are_two_actors(connection: Connection, left: str, right: str) -> bool:
    """Say whether two names are there and mean different actors, so that they can be proposed."""
    statement = select(_names.c.actor_key).where(_names.c.name.in_((left, right)))
    keys = connection.execute(statement).scalars().all()
    return len(keys) == len(set(keys)) == len({left, right})


def related_figures() -> FromClause:
    """Return the verdicts joined with the figures on both sides."""
    return _relations.join(_left, _left.c.key == _relations.c.left_key).join(
        _right, _right.c.key == _relations.c.right_key
    )


LEFT_FIGURE, RIGHT_FIGURE = _left, _right


def _table_of(kind: RecordKind) -> Table:
    if kind in SINGLE:
        return SINGLE[kind][0]
    return _outcomes if kind is RecordKind.OUTCOME else PAIRS[kind].table


def _outcome(connection: Connection, name: str) -> Target:
    """Return a candidate outcome: the words that foretell, and the sentence that reports."""
    row = connection.execute(select(_outcomes).where(_outcomes.c.id == name)).first()
    if row is None:
        raise CaseError(f"nothing in this case is called {name!r}")
    places = (
        Place(document=row.forecast_document, spans=row.forecast_spans),
        Place(document=row.report_document, spans=row.report_spans),
    )
    return Target(kind=RecordKind.OUTCOME, id=name, places=places, names=(row.forecast_id,))


def _outcomes_at(connection: Connection, told: Place, reported: Place) -> list[str]:
    found = _outcomes.c
    statement = select(found.id).where(
        found.forecast_document == told.document,
        found.forecast_spans == told.spans,
        found.report_document == reported.document,
        found.report_spans == reported.spans,
    )
    return list(connection.execute(statement.order_by(found.id)).scalars())


def _place(connection: Connection, kind: RecordKind, name: str) -> Place:
    table, column, is_list = SINGLE[kind]
    statement = select(table.c.document_id, table.c[column].label("spans"))
    row = connection.execute(statement.where(table.c.id == name)).first()
    if row is None:
        raise CaseError(f"nothing in this case is called {name!r}")
    return Place(document=row.document_id, spans=row.spans if is_list else f"[{row.spans}]")


def _of_two(
    connection: Connection, kind: RecordKind, name: str, of: RecordKind, ids: tuple[str, ...]
) -> Target:
    places = tuple(_place(connection, of, one) for one in ids)
    return Target(kind=kind, id=name, places=places, names=ids)


def _standing_at(connection: Connection, kind: RecordKind, place: Place) -> list[str]:
    table, column, is_list = SINGLE[kind]
    spans = place.spans if is_list else place.spans[1:-1]
    statement = (
        select(table.c.id)
        .where(table.c.document_id == place.document, table.c[column] == spans)
        .order_by(table.c.position)
    )
    return list(connection.execute(statement).scalars())


def _related(
    connection: Connection, left: Sequence[str], right: Sequence[str]
) -> Iterator[tuple[str, str]]:
    # The keys first: the verdicts are then found by the index of either side.
    wanted = select(_counted.c.key, _counted.c.figure_id).where(
        _counted.c.figure_id.in_([*left, *right])
    )
    by_key = {row.key: row.figure_id for row in connection.execute(wanted)}
    ends = [[key for key, name in by_key.items() if name in side] for side in (left, right)]
    condition = _either_way(_relations.c.left_key, _relations.c.right_key, ends)
    for row in connection.execute(
        select(_relations.c.left_key, _relations.c.right_key)
        .where(condition)
        .order_by(_relations.c.left_key, _relations.c.right_key)
    ):
        yield by_key[row.left_key], by_key[row.right_key]


def _either_way(
    left: ColumnElement[Any], right: ColumnElement[Any], ends: Sequence[Sequence[Any]]
) -> ColumnElement[bool]:
    """Let both ends be found in either order: an echo may have turned round since."""
    one, other = ends
    return or_(and_(left.in_(one), right.in_(other)), and_(left.in_(other), right.in_(one)))


def _relation_named(connection: Connection, wanted: str) -> Target:
    named = (_relations.c.id >= wanted, _relations.c.id < wanted + _LAST)
    ends = (_left.c.figure_id.label("left_id"), _right.c.figure_id.label("right_id"))
    statement = select(_relations.c.id, *ends).select_from(related_figures()).where(*named)
    found = connection.execute(statement.order_by(_relations.c.id).limit(_LISTED)).all()
    ids = {row.id: (row.left_id, row.right_id) for row in found}
    name = _the_one(wanted, sorted(ids))
    return _of_two(connection, RecordKind.RELATION, name, RecordKind.FIGURE, ids[name])


def _proposal_named(connection: Connection, wanted: str) -> Target:
    ids = {record_id("p", *sorted(pair)): pair for pair in _queued(connection, wanted)}
    return proposal_target(*ids[_the_one(wanted, sorted(ids))])


def _queued(connection: Connection, wanted: str) -> list[tuple[str, str]]:
    found = review_queue.c
    # By the name alone: of one kind there are far more.
    named = (found.record_id >= wanted, found.record_id < wanted + _LAST)
    statement = select(found.left_id, found.right_id).where(
        *named, only_tested(found.kind) == RecordKind.PROPOSAL.value
    )
    return [(row.left_id, row.right_id) for row in connection.execute(statement)]


def _the_one(name: str, ids: Sequence[str]) -> str:
    if name in ids:
        return name
    match ids:
        case [found]:
            return found
        case []:
            raise CaseError(f"nothing in this case is called {name!r}")
        case several:
            names = ", ".join(several[:_LISTED])
            raise CaseError(f"{name!r} could be any of {names}; write more of the id")
