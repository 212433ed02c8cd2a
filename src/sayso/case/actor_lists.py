"""Lists of actors: with their names, their mentions, and what may be one with them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Connection, Subquery, and_, func, literal, or_, select
from sqlalchemy import Row as Found

from sayso.case import actor_tables, tables
from sayso.case.actor_decisions import actor_decisions
from sayso.case.actor_names import CaseNames, read_evidence
from sayso.case.actor_records import ActorFilter, ActorMention, ActorRow, AliasRow, ProposalRow
from sayso.case.conditions import page, with_actor_words, with_document
from sayso.case.dialect.expressions import nested
from sayso.case.values import name_words, read_interval, read_span, read_strings
from sayso.errors import CaseError
from sayso.story.actors.actor import Basis, Evidence
from sayso.story.actors.family import PROPOSED, reasons_for
from sayso.story.actors.name_form import Sort
from sayso.story.actors.resolution import resolve
from sayso.story.actors.rulings import read_rulings

if TYPE_CHECKING:
    from sayso.case.sought import AnySelect

_actors, _names = actor_tables.actors, actor_tables.actor_names
_entities, _writings = actor_tables.actor_entities, actor_tables.actor_writings
_links, _evidence = actor_tables.actor_links, actor_tables.actor_evidence
# Who can speak in their own name; a place or a group is listed where it does.
_WHO = (Sort.PERSON.value, Sort.BODY.value)
# An error message lists this many actors that a name could mean.
_LISTED = 10
# Actors whose names are read by one statement.
_AT_ONCE = 500
_LAST = "\U0010ffff"
# Proposals of one actor, of several, or of all.
_Asked = str | tuple[str, ...] | None
_NAMED = ("name", "text")
_CALLED = ("id", "name")


def list_actors(
    connection: Connection, by: ActorFilter, *, limit: int | None, offset: int
) -> Iterator[ActorRow]:
    """List actors, those who say most first."""
    rows = connection.execute(page(_ranked(by), limit, offset)).all()
    proposals = _count_proposals(connection, by.ids or by.id)
    for start in range(0, len(rows), _AT_ONCE):
        some = rows[start : start + _AT_ONCE]
        keys = [row.key for row in some]
        texts, documents = _texts(connection, keys), _documents(connection, keys)
        for row in some:
            yield ActorRow(
                id=row.id,
                name=row.name,
                sort=Sort(row.sort),
                aliases=tuple(text for text in texts[row.key] if text != row.name),
                mentions=row.mentions,
                documents=documents.get(row.key, 0),
                claims=row.claims,
                proposals=proposals[row.id],
            )


def rank_actors(connection: Connection, by: ActorFilter, *, limit: int) -> tuple[str, ...]:
    """Return the ids of the first actors in the order in which they are listed."""
    ids = _ranked(by).with_only_columns(_actors.c.id)
    return tuple(connection.execute(page(ids, limit, 0)).scalars())


def _ranked(by: ActorFilter) -> "AnySelect":
    """Rank actors by what is kept with their names, so that no claim is read for it."""
    counted = _counted(by)
    return (
        select(_actors, counted.c.claims, counted.c.mentions)
        .select_from(nested(counted, _actors, _actors.c.key == counted.c.actor_key))
        .where(*_conditions(by, counted.c.claims))
        .order_by(counted.c.claims.desc(), counted.c.mentions.desc(), _actors.c.name, _actors.c.id)
    )


def _counted(by: ActorFilter) -> "Subquery":
    claims, mentions = (func.sum(_names.c[name]).label(name) for name in ("claims", "mentions"))
    statement = select(_names.c.actor_key, claims, mentions).group_by(_names.c.actor_key)
    return statement.where(_these(by)).having(mentions > 0).subquery()


def _documents(connection: Connection, actors: Sequence[int]) -> dict[int, int]:
    """Count the documents that name each of some actors, under whichever of their names."""
    number = func.count(_entities.c.document_id.distinct()).label("number")
    statement = (
        select(_names.c.actor_key, number)
        .select_from(nested(_names, _entities, _entities.c.name_key == _names.c.key))
        .where(_names.c.actor_key.in_(actors))
        .group_by(_names.c.actor_key)
    )
    return {row.actor_key: row.number for row in connection.execute(statement)}


def _these(by: ActorFilter) -> "ColumnElement[bool]":
    """Return the condition that a name is of one of the few actors that are asked for, if they are few."""
    keys = select(_actors.c.key)
    if by.id is not None:
        return _names.c.actor_key.in_(keys.where(_actors.c.id == by.id))
    if by.ids is not None:
        return _names.c.actor_key.in_(keys.where(_actors.c.id.in_(by.ids)))
    named = _names.c.actor_key.is_not(None)
    return named if by.text is None else _names.c.actor_key.in_(with_actor_words(by.text))


def find_actor(connection: Connection, name: str) -> str:
    """Return the id of the actor of an id, its beginning, or a name; CaseError if none or several."""
    wanted = name.strip()
    found = _with_id(connection, wanted.lower()) or _with_name(connection, wanted)
    if len(found) == 1:
        return str(found[0].id)
    if not found:
        raise CaseError(f"no actor in this case is called {name!r}; 'sayso actors' lists them")
    several = ", ".join(f"{row.id} ({row.name})" for row in found[:_LISTED])
    raise CaseError(f"{name!r} could be any of {several}; write an id")


def list_aliases(connection: Connection, actor: str) -> tuple[AliasRow, ...]:
    """Return the names of an actor, the full ones first, each with why it means this one."""
    names = CaseNames(connection)
    rulings = read_rulings(actor_decisions(connection))
    statement = (
        select(_names)
        .join(_actors, _actors.c.key == _names.c.actor_key)
        .where(_actors.c.id == actor)
        .order_by(_names.c.full.desc(), _names.c.mentions.desc(), _names.c.name)
    )
    return tuple(
        AliasRow(
            id=row.id,
            key=row.name,
            text=row.text,
            full=bool(row.full),
            mentions=row.mentions,
            documents=row.documents,
            reasons=tuple(
                reasons_for(names, rulings, row.name, resolve(names, rulings.decided, row.name))
            ),
        )
        for row in connection.execute(statement).all()
    )


def list_mentions(connection: Connection, actor: str) -> Iterator[ActorMention]:
    """List where an actor is named or referred to, in the order of documents and of the text.

    A speaker whom no mention names is listed where the name is written first.
    """
    mentions = tables.mentions
    referring = _with_day(mentions, mentions.c.words, mentions.c.kind).join(
        _entities, _same_entity(mentions)
    )
    written = _with_day(_writings, _writings.c.text.label("words"), literal("name").label("kind"))
    for statement, names in ((referring, _entities), (written, _writings)):
        found = (
            statement.join(_names, _names.c.key == names.c.name_key)
            .join(_actors, _actors.c.key == _names.c.actor_key)
            .where(_actors.c.id == actor)
        )
        rows = connection.execute(found).all()
        if rows:
            yield from map(_mention, rows)
            return


def _with_day(table: Any, *columns: Any) -> Any:
    datings = tables.datings
    order: tuple[Any, ...] = (
        datings.c.sort_day,
        table.c.document_id,
        func.length(table.c.span),
        table.c.span,
    )
    if "position" in table.c:
        order = (datings.c.sort_day, table.c.document_id, table.c.position)
    return (
        select(table.c.document_id, table.c.span, *columns)
        .add_columns(tables.documents.c.outlet, datings.c.date_lo, datings.c.date_hi)
        .select_from(with_document(table))
        .order_by(*order)
    )


def _mention(row: Found[Any]) -> ActorMention:
    return ActorMention(
        document=row.document_id,
        outlet=row.outlet,
        date=read_interval(row.date_lo, row.date_hi),
        span=read_span(row.span),
        words=row.words,
        kind=row.kind,
    )


def list_proposals(
    connection: Connection, actor: str | None, *, limit: int | None, offset: int
) -> Iterator[ProposalRow]:
    """List actors that may be one, the likeliest first; of two actors the best pair of names."""
    found = _proposals(connection, actor)
    stop = None if limit is None else offset + limit
    for row in islice(found, offset, stop):
        yield _proposal(connection, row)


def count_proposals(connection: Connection, most: int) -> int:
    """Count the pairs of actors that may be one, no further than ``most``."""
    return sum(1 for _ in islice(_proposals(connection, None), most))


def _count_proposals(connection: Connection, actor: "_Asked") -> Counter[str]:
    """Count by actor how many others may be the same."""
    pairs = _proposals(connection, actor)
    return Counter(name for row in pairs for name in (row.one_id, row.two_id))


def _proposals(connection: Connection, actor: "_Asked") -> Iterator[Found[Any]]:
    parted = read_rulings(actor_decisions(connection)).decided.two
    seen: set[frozenset[str]] = set()
    for row in connection.execute(_likely(actor)):
        pair = frozenset((row.one_id, row.two_id))
        if pair not in seen and row.right_names not in parted.get(row.left_names, ()):
            seen.add(pair)
            yield row


def _likely(actor: "_Asked") -> "AnySelect":
    left, right = _names.alias("left_name"), _names.alias("right_name")
    one, two = _actors.alias("one"), _actors.alias("two")
    # In the order of their scores, so that a page needs no more than its own links.
    joined = nested(
        nested(
            nested(
                nested(_links, left, left.c.key == _links.c.left_key),
                right,
                right.c.key == _links.c.right_key,
            ),
            one,
            one.c.key == left.c.actor_key,
        ),
        two,
        two.c.key == right.c.actor_key,
    )
    statement = (
        select(
            _links,
            *(
                n.c[c].label(f"{end}_{c}s")
                for end, n in (("left", left), ("right", right))
                for c in _NAMED
            ),
            *(
                a.c[c].label(f"{end}_{c}")
                for end, a in (("one", one), ("two", two))
                for c in _CALLED
            ),
        )
        .select_from(joined)
        .where(_links.c.score >= PROPOSED, one.c.key != two.c.key, ~_parted(one, two))
        .order_by(_links.c.score.desc(), one.c.name, two.c.name, left.c.name, right.c.name)
    )
    if actor is None:
        return statement
    own = (
        select(_names.c.key)
        .join(_actors, _actors.c.key == _names.c.actor_key)
        .where(_actors.c.id.in_((actor,) if isinstance(actor, str) else actor))
    )
    return statement.where(or_(_links.c.left_key.in_(own), _links.c.right_key.in_(own)))


def _parted(one: Any, two: Any) -> "ColumnElement[bool]":
    """Say whether a document has names of both actors side by side, as two."""
    link = _links.alias("parting")
    left, right = _names.alias("parting_left"), _names.alias("parting_right")
    ends = (left.c.actor_key, right.c.actor_key)
    return (
        select(link.c.left_key)
        .join(left, left.c.key == link.c.left_key)
        .join(right, right.c.key == link.c.right_key)
        .where(
            link.c.parted == 1,
            or_(
                and_(ends[0] == one.c.key, ends[1] == two.c.key),
                and_(ends[0] == two.c.key, ends[1] == one.c.key),
            ),
        )
        .exists()
    )


def _proposal(connection: Connection, row: Found[Any]) -> ProposalRow:
    told = connection.execute(
        select(_evidence)
        .where(_evidence.c.left_key == row.left_key, _evidence.c.right_key == row.right_key)
        .order_by(_evidence.c.document_id)
    )
    by_names = (Evidence(basis=Basis.NAMES, reason=reason) for reason in read_strings(row.reasons))
    return ProposalRow(
        left=row.one_id,
        right=row.two_id,
        left_name=row.one_name,
        right_name=row.two_name,
        names=(row.left_texts, row.right_texts),
        keys=(row.left_names, row.right_names),
        score=row.score,
        evidence=(*by_names, *map(read_evidence, told)),
    )


def _conditions(by: ActorFilter, claims: Any) -> "Iterator[ColumnElement[bool]]":
    if by.ids is not None:
        yield _actors.c.id.in_(by.ids)
    elif by.id is not None:
        yield _actors.c.id == by.id
    elif by.sort is not None:
        yield _actors.c.sort == by.sort.value
    elif not by.everything:
        yield or_(_actors.c.sort.in_(_WHO), claims > 0)
    if by.text is not None:
        yield _actors.c.key.in_(with_actor_words(by.text))


def _same_entity(table: Any) -> "ColumnElement[bool]":
    return and_(
        _entities.c.document_id == table.c.document_id, _entities.c.entity == table.c.entity
    )


def _texts(connection: Connection, actors: Sequence[int]) -> "dict[int, dict[str, None]]":
    """Return the names of actors as they are written, those written most first."""
    statement = (
        select(_names.c.actor_key, _names.c.text)
        .where(_names.c.actor_key.in_(actors), _names.c.mentions > 0)
        .order_by(_names.c.mentions.desc(), _names.c.text)
    )
    found: dict[int, dict[str, None]] = {actor: {} for actor in actors}
    for row in connection.execute(statement):
        found[row.actor_key].setdefault(row.text)
    return found


def _with_id(connection: Connection, wanted: str) -> "Sequence[Found[*tuple[Any, ...]]]":
    statement = (
        select(_actors.c.id, _actors.c.name)
        .join(_names, _names.c.actor_key == _actors.c.key)
        .where(_names.c.id >= wanted, _names.c.id < wanted + _LAST)
        .distinct()
        .limit(_LISTED + 1)
    )
    if not wanted.startswith("a_"):
        return ()
    found = connection.execute(statement).all()
    exact = [row for row in found if row.id == wanted]
    return exact or found


def _with_name(connection: Connection, wanted: str) -> "Sequence[Found[*tuple[Any, ...]]]":
    """Return the actors called so, or, if there is none, those with these words in a name."""
    statement = select(_actors.c.id, _actors.c.name).order_by(_actors.c.name).distinct()
    called = statement.outerjoin(_names, _names.c.actor_key == _actors.c.key).where(
        or_(
            func.lower(_actors.c.name) == wanted.lower(),
            func.lower(_names.c.text) == wanted.lower(),
        )
    )
    written = select(_names.c.actor_key).where(_names.c.mentions > 0)
    statement = statement.where(_actors.c.key.in_(written))
    called = called.where(_actors.c.key.in_(written))
    exact = connection.execute(called.limit(_LISTED + 1)).all()
    if exact or not name_words(wanted):
        return exact
    by_words = statement.where(_actors.c.key.in_(with_actor_words(wanted)))
    return connection.execute(by_words.limit(_LISTED + 1)).all()


def list_unregistered(connection: Connection) -> tuple[str, ...]:
    """Return the documents that were never entered."""
    documents, entered = tables.documents, actor_tables.actor_documents
    statement = (
        select(documents.c.id)
        .outerjoin(entered, entered.c.document_id == documents.c.id)
        .where(entered.c.document_id.is_(None))
        .order_by(documents.c.key)
    )
    return tuple(connection.execute(statement).scalars())
