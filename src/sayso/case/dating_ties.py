"""What ties a document to the dated ones of a case, read with few rows whatever the size of the case."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import BindParameter, Connection, Table, bindparam, select
from sqlalchemy import Row as Found

from sayso.case import dating_tables, statement_tables, tables
from sayso.case.dating_rows import read_passage
from sayso.case.prepared import Prepared
from sayso.case.values import read_day, read_spans
from sayso.story.dating.laws import LawName
from sayso.story.dating.settled import DateSource
from sayso.story.dating.tie import Tie, TieKind
from sayso.story.reuse_edge import Direction, ReuseKind

# Ties of one kind that are looked at; of a text that everybody copies the most alike copies tell enough.
MOST = 32
# Ties of one kind that count: more of them hang together.
_COUNTED = 4
# A copy of so much of a text is one of the whole.
_WHOLE = 0.6
# Which came first is known from these; a date is what is to be found, and a cut text may be a first report.
_KNOWN = frozenset({Direction.CREDIT.value, Direction.WORDING.value})
_KINDS = tuple(TieKind)

_reuse, _pairs = tables.reuse, statement_tables.quote_pairs
_passages, _events = dating_tables.dated_passages, dating_tables.event_ties
_settled, _claims = dating_tables.settled_dates, tables.claims


def partners(connection: Connection, document_id: str) -> set[str]:
    """Return the documents that are tied to one, as many as are looked at."""
    found = {other for _, other in _reuse_rows(connection, document_id)}
    found |= {other for _, other in _quote_rows(connection, document_id)}
    return found | {row.other for row in _event_rows(connection, document_id)}


def read_ties(connection: Connection, document_id: str) -> tuple[Tie, ...]:
    """Return what ties a document to others whose date is firm, one tie for each of them."""
    copies = _reuse_rows(connection, document_id)
    quotes = _quote_rows(connection, document_id)
    events = _event_rows(connection, document_id)
    names = {other for _, other in (*copies, *quotes)} | {row.other for row in events}
    days = anchor_days(connection, names)
    found = [
        *(_twin(row, other, document_id, days[other]) for row, other in copies if other in days),
        *_event_ties(connection, events, days),
        *_quote_ties(connection, quotes, document_id, days),
    ]
    return _told_once(found)


def anchor_days(connection: Connection, names: Iterable[str]) -> dict[str, date]:
    """Return the days of the documents whose date is firm: set by a person, or beyond own doubt.

    What a document has from the case does not count, so that no date goes from one to the next.
    """
    own, wanted = tables.own_datings, sorted(names)
    statement = (
        select(
            own.c.document_id, own.c.date_lo, own.c.date_hi, own.c.doubtful,
            _settled.c.source, _settled.c.date_lo.label("lo"), _settled.c.date_hi.label("hi"),
        )
        .join(_settled, _settled.c.document_id == own.c.document_id, isouter=True)
        .where(own.c.document_id.in_(wanted))
    )  # fmt: skip
    found: dict[str, date] = {}
    for row in connection.execute(statement) if wanted else ():
        by_person = row.source == DateSource.PERSON
        lo, hi = (row.lo, row.hi) if by_person else (row.date_lo, row.date_hi)
        day = read_day(lo)
        if day and lo == hi and (by_person or not row.doubtful):
            found[row.document_id] = day
    return found


def _reuse_rows(connection: Connection, name: str) -> list[tuple[Found[Any], str]]:
    return _either(connection, _reuse, "from_document", "to_document", name)


def _quote_rows(connection: Connection, name: str) -> list[tuple[Found[Any], str]]:
    return _either(connection, _pairs, "left_document", "right_document", name)


def _either(
    connection: Connection, table: Table, one: str, other: str, name: str
) -> list[tuple[Found[Any], str]]:
    """Return the rows with a document on either side, each with the one on the other."""
    found: list[tuple[Found[Any], str]] = []
    for own, else_ in ((one, other), (other, one)):
        asked = _SIDES[table.name, own].on(connection)
        found += [(row, getattr(row, else_)) for row in asked(document=name)]
    return found


def _side(table: Table, own: str, other: str, by: str) -> Prepared:
    document: BindParameter[str] = bindparam("document")
    return Prepared(
        select(table)
        .where(table.c[own] == document, table.c[other] != document)
        .order_by(table.c[by].desc(), table.c[other])
        .limit(MOST)
    )


_SIDES = {
    (table.name, own): _side(table, own, other, by)
    for table, ends, by in (
        (_reuse, ("from_document", "to_document"), "score"),
        (_pairs, ("left_document", "right_document"), "share"),
    )
    for own, other in (ends, ends[::-1])
}


def _event_rows(connection: Connection, name: str) -> list[Found[Any]]:
    """Return the passages tied to those of a document: ``own`` and ``told`` are their rows."""
    return [row for one in _EVENTS for row in one.on(connection)(document=name)]


def _events_from(own: str, told: str) -> Prepared:
    mine = select(_passages.c.key).where(_passages.c.document_id == bindparam("document"))
    return Prepared(
        select(
            _events.c[own].label("own"), _events.c[told].label("told"),
            _passages.c.document_id.label("other"),
        )
        .join(_passages, _passages.c.key == _events.c[told])
        .where(_events.c[own].in_(mine))
        .order_by(_passages.c.document_id, _passages.c.position)
        .limit(MOST)
    )  # fmt: skip


_EVENTS = (_events_from("left_key", "right_key"), _events_from("right_key", "left_key"))


def _twin(row: Found[Any], other: str, name: str, day: date) -> Tie:
    is_later = row.to_document == name
    part = row.kind == ReuseKind.CONTAINED and row.score < _WHOLE
    sides = (row.to_spans, row.from_spans) if is_later else (row.from_spans, row.to_spans)
    return Tie(
        kind=TieKind.TWIN,
        law=LawName.PART_COPY if part else LawName.WHOLE_COPY,
        anchor=day,
        other=other,
        spans=read_spans(sides[0]),
        other_spans=read_spans(sides[1]),
        later=is_later if row.direction in _KNOWN else None,
    )


def _event_ties(
    connection: Connection, rows: Sequence[Found[Any]], days: Mapping[str, date]
) -> Iterator[Tie]:
    if not rows:
        return
    keys = sorted({key for row in rows for key in (row.own, row.told)})
    statement = select(_passages).where(_passages.c.key.in_(keys))
    passages = {row.key: row for row in connection.execute(statement)}
    for row in rows:
        if row.other in days:
            yield from _event_tie(passages[row.own], passages[row.told], days[row.other])


def _event_tie(own: Found[Any], told: Found[Any], written: date) -> Iterator[Tie]:
    """Yield a tie if the own words can mean the day that the other document gives."""
    passage, other = read_passage(own), read_passage(told)
    day = other.clue.told_day(written)
    if day is None or passage.clue.year or not passage.clue.may_mean(day):
        return
    law, anchor = LawName.WEEKDAY, day
    if passage.clue.names_day:
        law = LawName.NAMED_DAY
    elif passage.clue.back is not None:
        law, anchor = LawName.DISTANCE, date.fromordinal(day.toordinal() + passage.clue.back)
    yield Tie(
        kind=TieKind.EVENT,
        law=law,
        anchor=anchor,
        other=told.document_id,
        spans=(passage.clue.span,),
        other_spans=(other.span,),
        written=own.written,
    )


def _quote_ties(
    connection: Connection,
    rows: Sequence[tuple[Found[Any], str]],
    name: str,
    days: Mapping[str, date],
) -> Iterator[Tie]:
    told = [(row, other) for row, other in rows if other in days and row.same_speaker != 0]
    if not told:
        return
    ids = sorted({claim for row, _ in told for claim in (row.left_claim, row.right_claim)})
    statement = select(_claims.c.id, _claims.c.content, _claims.c.said_lo, _claims.c.said_hi)
    claims = {row.id: row for row in connection.execute(statement.where(_claims.c.id.in_(ids)))}
    for row, other in told:
        is_left = row.left_document == name
        ends = (row.left_claim, row.right_claim) if is_left else (row.right_claim, row.left_claim)
        if not all(end in claims for end in ends):
            continue
        own, theirs = (claims[end] for end in ends)
        yield Tie(
            kind=TieKind.QUOTATION,
            law=LawName.QUOTATION,
            anchor=days[other],
            other=other,
            spans=read_spans(own.content),
            other_spans=read_spans(theirs.content),
        )


def _told_once(ties: Sequence[Tie]) -> tuple[Tie, ...]:
    """Keep one tie for each document, and of each kind one for each day: copies of a copy say it once."""
    kept: dict[str, Tie] = {}
    days: dict[tuple[TieKind, LawName, date], Tie] = {}
    for tie in sorted(ties, key=_rank):
        if tie.other not in kept and (tie.kind, tie.law, tie.anchor) not in days:
            kept[tie.other] = days[tie.kind, tie.law, tie.anchor] = tie
    counted = {kind: [tie for tie in kept.values() if tie.kind is kind] for kind in _KINDS}
    return tuple(tie for kind in _KINDS for tie in counted[kind][:_COUNTED])


def _rank(tie: Tie) -> tuple[int, bool, str, date, str]:
    return _KINDS.index(tie.kind), tie.later is None, tie.law, tie.anchor, tie.other
