"""The reports of events in a case: looked up by their keys, linked, and grouped into events."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, or_, select

from sayso.case import tables
from sayso.case.dialect.expressions import insert_or_replace, one_of_bound
from sayso.case.event_decisions import event_rulings, ruled_with
from sayso.case.event_rows import read_compared, trait_columns
from sayso.case.event_stories import join_story, leave_story
from sayso.case.event_tables import (
    chronology,
    event_keys,
    event_links,
    event_members,
    event_people,
    event_reports,
    event_traits,
)
from sayso.case.prepared import Prepared, insert_rows
from sayso.case.remembered_keys import RememberedKeys
from sayso.case.values import Row, compact, day_text, interval_columns
from sayso.documents import record_id
from sayso.story.events.entry import Entry, make_entry
from sayso.story.events.grouping import group_reports
from sayso.story.events.keys import COMPARED, PER_KEY, keys_of
from sayso.story.events.matching import Basis, EventLink, Weight
from sayso.story.events.relations import EventRelations
from sayso.story.events.report import EventReport
from sayso.story.events.terms import shipped_background

Reads = Callable[[], AbstractContextManager[Connection]]
UNDATED = "undated"
# Reports that are grouped anew together; of what is linked further away nothing changes.
_LARGEST = 600


class StoredReports:
    """The reports of a case: a look-up reads the few that it returns, and no others."""

    def __init__(self, reads: Reads) -> None:
        self._reads = reads

    def beside(self, report: EventReport) -> tuple[EventReport, ...]:
        keys = {key.number: key.weight for key in keys_of(report, shipped_background())}
        with self._reads() as connection:
            weights: defaultdict[int, float] = defaultdict(float)
            held = _KEYS.holders(connection, keys)
            for number, weight in keys.items():
                for holder in held.get(number, ()):
                    weights[holder] += weight
            best = sorted(weights, key=lambda holder: (-weights[holder], holder))
            found = _read(_WITH_KEYS.rows(connection, keys=best[: 2 * COMPARED]))
        order = {key: rank for rank, key in enumerate(best)}
        others = [(order[key], one) for key, one in found if one.document != report.document]
        return tuple(one for _, one in sorted(others, key=lambda pair: pair[0])[:COMPARED])


def store_events(connection: Connection, document_id: str, found: EventRelations) -> None:
    """Store how the reports of a document are compared, what links them, and its story."""
    if found.story and found.vector is not None:
        join_story(connection, document_id, found.story, found.vector)
    _store_people(connection, document_id)
    if not found.reports:
        return
    keys = _keys_of(connection, document_id)
    traits: list[Row] = [{"report_key": keys[r.id], **trait_columns(r)} for r in found.reports]
    insert_rows(connection, event_traits, traits)
    left = ((keys[one.id], keys_of(one, shipped_background())) for one in found.reports)
    _KEYS.remember(connection, [(key, [one.number for one in some]) for key, some in left])
    rows: list[Row] = [_link_row(link) for link in found.links]
    if rows:
        insert_rows(connection, insert_or_replace(event_links), rows)
    regroup(connection, [report.id for report in found.reports])


def _store_people(connection: Connection, document_id: str) -> None:
    reports = select(event_reports.c.key, event_reports.c.participants).where(
        event_reports.c.document_id == document_id
    )
    people: list[Row] = [
        {"report_key": row.key, "entity": entity}
        for row in connection.execute(reports).all()
        for entity in {one[3] for one in json.loads(row.participants)}
    ]
    if people:
        insert_rows(connection, event_people, people)


def remove_events(connection: Connection, document_id: str) -> None:
    """Take out the reports of a document and all that rests on them."""
    leave_story(connection, document_id)
    found = _read(_OF_DOCUMENT.rows(connection, document=document_id))
    names = [one.id for _, one in found]
    for key, report in found:
        numbers = [one.number for one in keys_of(report, shipped_background())]
        _KEYS.forget(connection, key, numbers)
    linked = _linked(connection, names) - set(names)
    held = select(event_members.c.event_id).where(event_members.c.report_id.in_(names))
    events = set(connection.execute(held).scalars())
    mates = select(event_members.c.report_id).where(event_members.c.event_id.in_(sorted(events)))
    linked |= set(connection.execute(mates).scalars()) - set(names)
    mine = select(event_reports.c.key).where(event_reports.c.document_id == document_id)
    for table in (event_traits, event_people):
        connection.execute(delete(table).where(table.c.report_key.in_(mine)))
    ends = or_(event_links.c.left_id.in_(names), event_links.c.right_id.in_(names))
    connection.execute(delete(event_links).where(ends))
    connection.execute(delete(event_members).where(event_members.c.report_id.in_(names)))
    connection.execute(delete(chronology).where(chronology.c.id.in_(sorted(events))))
    if linked:
        regroup(connection, sorted(linked))


def regroup(connection: Connection, touched: Iterable[str]) -> None:
    """Group anew all reports that are linked, however far away, with those touched."""
    names = _component(connection, touched)
    found = _read(_WITH_NAMES.rows(connection, names=sorted(names)))
    reports = {one.id: one for _, one in found}
    keys = {one.id: key for key, one in found}
    links = _links_among(connection, names)
    held = select(event_members.c.event_id).where(event_members.c.report_id.in_(sorted(names)))
    events = sorted(set(connection.execute(held).scalars()))
    connection.execute(delete(event_members).where(event_members.c.report_id.in_(sorted(names))))
    connection.execute(delete(chronology).where(chronology.c.id.in_(events)))
    groups = group_reports(reports, links, event_rulings(connection))
    members: list[Row] = []
    entries: list[Row] = []
    for group in groups:
        event = event_id(group[0])
        members += [
            {"report_key": keys[name], "report_id": name, "event_id": event} for name in group
        ]
        entries.append(_entry_row(make_entry(event, [reports[name] for name in group]), reports))
    if members:
        insert_rows(connection, insert_or_replace(event_members), members)
        insert_rows(connection, insert_or_replace(chronology), entries)


def redate_events(connection: Connection, document_id: str) -> None:
    """Group the reports of a document anew after its date has changed."""
    keyed = select(event_reports.c.id).join(
        event_traits, event_traits.c.report_key == event_reports.c.key
    )
    mine = keyed.where(event_reports.c.document_id == document_id)
    names = connection.execute(mine).scalars().all()
    if names:
        regroup(connection, names)


def event_id(first_report: str) -> str:
    """Name an event by the first report of it."""
    return record_id("x", first_report)


def _entry_row(entry: Entry, reports: Mapping[str, EventReport]) -> Row:
    headline = reports[entry.headline]
    day = entry.sort_day
    return {
        "id": entry.id,
        **interval_columns("when", entry.when),
        "sort_day": UNDATED if day is None else day_text(day),
        "is_dated": int(entry.is_dated),
        "anchor": entry.anchor.value,
        "family": entry.family,
        "mode": None,
        "status": entry.status.value,
        "headline": headline.id,
        "place": entry.place,
        "reports": len(entry.reports),
        "documents": entry.documents,
    }


def _read(rows: Iterable[Any]) -> list[tuple[int, EventReport]]:
    return [(row.key, read_compared(row)) for row in rows]


def _keys_of(connection: Connection, document_id: str) -> dict[str, int]:
    rows = select(event_reports.c.id, event_reports.c.key).where(
        event_reports.c.document_id == document_id
    )
    return {row.id: row.key for row in connection.execute(rows)}


def _component(connection: Connection, touched: Iterable[str]) -> set[str]:
    found: set[str] = set()
    open_ = set(touched)
    while open_ and len(found) < _LARGEST:
        found |= open_
        open_ = (_linked(connection, open_) | ruled_with(connection, open_)) - found
    return found


def _linked(connection: Connection, names: Iterable[str]) -> set[str]:
    wanted = sorted(names)
    return {name for ends in _LINKED for (name,) in ends.tuples(connection, names=wanted)}


def _links_among(connection: Connection, names: set[str]) -> list[EventLink]:
    rows = _LINKS_FROM.rows(connection, names=sorted(names))
    return [read_link(row) for row in rows if row.right_id in names]


def read_link(row: Any) -> EventLink:
    return EventLink(
        left=row.left_id,
        right=row.right_id,
        score=row.score,
        weights=tuple(
            Weight(basis=Basis(basis), value=value) for basis, value in json.loads(row.weights)
        ),
    )


def _link_row(link: EventLink) -> Row:
    return {
        "left_id": link.left,
        "right_id": link.right,
        "score": link.score,
        "weights": compact([[weight.basis.value, weight.value] for weight in link.weights]),
    }


_KEYS = RememberedKeys(event_keys, event_keys.c.report_key, room=PER_KEY)
_COMPARED: Select[*tuple[Any, ...]] = (
    select(
        event_reports,
        event_traits.c.sentence,
        event_traits.c.place.label("trait_place"),
        event_traits.c.place_parents,
        event_traits.c.names,
        event_traits.c.told,
        event_traits.c.figure_values,
        tables.datings.c.date_lo,
        tables.datings.c.date_hi,
    )
    .join(event_traits, event_traits.c.report_key == event_reports.c.key)
    .join(tables.datings, tables.datings.c.document_id == event_reports.c.document_id)
)
_WITH_KEYS = Prepared(_COMPARED.where(one_of_bound(event_reports.c.key, "keys")))
_WITH_NAMES = Prepared(_COMPARED.where(one_of_bound(event_reports.c.id, "names")))
_OF_DOCUMENT = Prepared(_COMPARED.where(event_reports.c.document_id == bindparam("document")))
_links = event_links.c
_LINKED = tuple(
    Prepared(select(other).where(one_of_bound(one, "names")))
    for one, other in ((_links.left_id, _links.right_id), (_links.right_id, _links.left_id))
)
_LINKS_FROM = Prepared(select(event_links).where(one_of_bound(_links.left_id, "names")))
