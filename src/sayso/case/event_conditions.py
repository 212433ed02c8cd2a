"""Conditions on events over documents: on an event itself, and on a report of it.

Events are listed in the order of an index that has all they are themselves narrowed by. Events of few
reports are looked up; those of many are a set that each event of the list is held against; where
nearly every report would do, the reports of each event are tested until the page is full.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sqlalchemy import Connection, and_, or_, select

from sayso.case import actor_tables, tables
from sayso.case.conditions import worded
from sayso.case.dialect.expressions import nested, one_of, only_tested
from sayso.case.event_records import EventFilter
from sayso.case.event_tables import chronology, event_members, event_people, event_reports
from sayso.case.place_conditions import records_of
from sayso.case.place_tables import event_places
from sayso.case.sought import Condition, KeySet
from sayso.case.values import day_text, folded
from sayso.case.walking import count_to, tested
from sayso.frozen import dataclass

if TYPE_CHECKING:
    from sayso.case.sought import AnySelect

_documents = tables.documents
# Events of so many reports are sorted in a moment.
_FEW = 2_000
# Events of so many reports are a set in a moment, and so are the keys of so many reports.
_SOME, _MANY = 40_000, 400_000


@dataclass(frozen=True, slots=True, kw_only=True)
class SoughtEvents:
    """What holds for all events of a list; ``are_few`` where it looks them up, to be sorted."""

    conditions: tuple[Condition, ...]
    are_few: bool


def sought_events(connection: Connection, by: EventFilter) -> SoughtEvents:
    """Return how to find the events of a list."""
    found: list[Condition] = []
    are_few = by.id is not None
    for one in _of_reports(by):
        number = count_to(connection, one.keys, _SOME)
        if number <= _FEW:
            events = connection.execute(_events_of(one.keys)).scalars().all()
            found.append(one_of(chronology.c.id, events))
            are_few = True
        elif number <= _SOME:
            found.append(only_tested(chronology.c.id).in_(_events_of(one.keys)))
        elif one.holds is None or count_to(connection, one.keys, _MANY) <= _MANY:
            found.append(_has_member(one))
        else:
            found.append(_has_report(one.holds))
    own = tuple(_of_events(by))
    return SoughtEvents(
        conditions=(*(tested(chronology, own) if are_few else own), *found), are_few=are_few
    )


def _of_events(by: EventFilter) -> Iterator[Condition]:
    if by.dated is not None:
        yield chronology.c.is_dated == int(by.dated)
    if by.id is not None:
        yield chronology.c.id == by.id
    if by.since is not None:
        bound = chronology.c.when_hi.is_(None) & chronology.c.when_lo.is_not(None)
        yield or_(chronology.c.when_hi >= day_text(by.since), bound)
    if by.until is not None:
        bound = chronology.c.when_lo.is_(None) & chronology.c.when_hi.is_not(None)
        yield or_(chronology.c.when_lo <= day_text(by.until), bound)
    if by.family is not None:
        yield chronology.c.family == by.family


def _of_reports(by: EventFilter) -> Iterator[KeySet]:
    """Yield of which reports an event must have one, for each condition by itself."""
    if by.status is not None:
        yield _where("status", by.status.value, event_reports.c.status == by.status.value)
    if by.document is not None:
        yield _where("document", by.document, event_reports.c.document_id == by.document)
    if by.outlet is not None:
        of_outlet = select(_documents.c.id).where(_documents.c.outlet_folded == folded(by.outlet))
        yield _where("outlet", by.outlet, event_reports.c.document_id.in_(of_outlet))
    if by.text is not None:
        yield worded(event_reports, ("words",), by.text)
    if by.place is not None:
        named = worded(event_reports, ("place",), by.place)
        placed = records_of(event_places, by.place)
        keys = select(named.keys.union_all(placed.keys).subquery().c.key)
        yield KeySet(name=("events by place", by.place), keys=keys)
    if by.actor is not None:
        yield KeySet(name=("events by actor", by.actor), keys=_with_actor(by.actor))


def _where(field: str, value: str, condition: Condition) -> KeySet:
    (only,) = tested(event_reports, [condition])
    return KeySet(
        name=("events", field, value), keys=select(event_reports.c.key).where(condition), holds=only
    )


def _events_of(keys: "AnySelect") -> "AnySelect":
    wanted = keys.subquery()
    told = nested(wanted, event_members, event_members.c.report_key == wanted.c.key)
    return select(event_members.c.event_id).select_from(told)


def _has_member(wanted: KeySet) -> Condition:
    members = select(1).where(event_members.c.event_id == chronology.c.id)
    return members.where(wanted.among(only_tested(event_members.c.report_key))).exists()


def _has_report(holds: Condition) -> Condition:
    told = nested(event_members, event_reports, event_reports.c.key == event_members.c.report_key)
    members = select(1).select_from(told).where(event_members.c.event_id == chronology.c.id)
    return members.where(holds).exists()


def _with_actor(actor: str) -> "AnySelect":
    entities, names = actor_tables.actor_entities, actor_tables.actor_names
    actors = actor_tables.actors
    one = select(actors.c.key).where(actors.c.id == actor)
    referring = nested(names, entities, entities.c.name_key == names.c.key)
    told = nested(referring, event_reports, event_reports.c.document_id == entities.c.document_id)
    in_it = and_(
        event_people.c.report_key == event_reports.c.key, event_people.c.entity == entities.c.entity
    )
    return (
        select(event_reports.c.key)
        .select_from(nested(told, event_people, in_it))
        .where(names.c.actor_key.in_(one))
    )
