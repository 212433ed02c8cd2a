"""Lists of verdicts and of series."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Select, and_, func, or_, select
from sqlalchemy import Row as Found

from sayso.case import figure_tables, tables
from sayso.case.conditions import page
from sayso.case.counted_rows import read_counted
from sayso.case.dialect.expressions import nested, one_of, only_tested
from sayso.case.figure_records import (
    FigureMember,
    SeriesFilter,
    SeriesRow,
    SeriesWhole,
    VerdictFilter,
    VerdictRow,
    VerdictSide,
)
from sayso.case.figure_relations import StoredShelves
from sayso.case.reuse import copies_among
from sayso.case.run_records import RunId
from sayso.case.sought import Condition
from sayso.case.values import read_interval, read_known_interval, read_spans, read_strings
from sayso.dates import DayInterval
from sayso.errors import CaseError
from sayso.evidence.figure import Accrual
from sayso.frozen import dataclass
from sayso.story.figures.record import OTHER
from sayso.story.figures.verdict import Reason, Verdict


class ComparedFigures:
    """What a case knows of the figures that can be compared."""

    def __init__(self, reads: Callable[[], AbstractContextManager[Connection]]) -> None:
        self._reads = reads

    @property
    def shelves(self) -> StoredShelves:
        """Where a figure finds those that it is compared with."""
        return StoredShelves(self._reads)

    def verdicts(
        self, by: VerdictFilter | None = None, *, limit: int | None = None, offset: int = 0
    ) -> Iterator[VerdictRow]:
        """List what figures say of each other, by series and time."""
        with self._reads() as connection:
            yield from list_verdicts(connection, by or VerdictFilter(), limit=limit, offset=offset)

    def count(self, by: VerdictFilter, *, most: int) -> int:
        """Count verdicts, no further than ``most``."""
        with self._reads() as connection:
            some = select(_relations.c.left_key).where(*_verdict_conditions(by)).limit(most)
            number = select(func.count()).select_from(some.subquery())
            return int(connection.execute(number).scalar_one())

    def count_verdicts(self) -> tuple[tuple[Verdict, int], ...]:
        """Count the verdicts by what they are."""
        with self._reads() as connection:
            return count_verdicts(connection)

    def series(
        self, by: SeriesFilter | None = None, *, limit: int | None = None, offset: int = 0
    ) -> Iterator[SeriesRow]:
        """List the series, those in dispute first."""
        with self._reads() as connection:
            yield from list_series(connection, by or SeriesFilter(), limit=limit, offset=offset)

    def members(self, series: str) -> tuple[FigureMember, ...]:
        """Return the figures of a series by time; CaseError if none, or several, are called so."""
        with self._reads() as connection:
            return series_members(connection, series)

    def whole(self, series: str, *, conflicts: int) -> SeriesWhole:
        """Return a series with so many of its conflicts; CaseError if none, or several, are called so."""
        with self._reads() as connection:
            return series_whole(connection, series, conflicts=conflicts)

    def copies(self, documents: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """Return which of some documents repeat which other ones of them."""
        with self._reads() as connection:
            return tuple(copies_among(connection, sorted(set(documents))))

    def figure(self, figure_id: str) -> FigureMember | None:
        """Return a figure as it is compared; ``None`` if too little is known of it for that."""
        with self._reads() as connection:
            return member(connection, figure_id)


# Sorts behind every letter.
_LAST = "\U0010ffff"
# So many verdicts are sorted in a moment.
_FEW = 1_000
# Verdicts whose figures are read together.
_AT_ONCE = 200
_counted, _relations = figure_tables.counted_figures, figure_tables.figure_relations
_left, _right = _counted.alias("left_figure"), _counted.alias("right_figure")


def list_verdicts(
    connection: Connection,
    by: VerdictFilter,
    *,
    limit: int | None,
    offset: int,
    known: Mapping[int, FigureMember] | None = None,
) -> Iterator[VerdictRow]:
    """List verdicts by series and time, so that those of one quantity stand together.

    The figures that are ``known``, by key, are not read again.
    """
    walked = nested(
        nested(_left, _relations, _relations.c.left_key == _left.c.key),
        _right,
        _right.c.key == _relations.c.right_key,
    )
    joined = _relations.join(_left, _left.c.key == _relations.c.left_key).join(
        _right, _right.c.key == _relations.c.right_key
    )
    statement = (
        select(_relations)
        .select_from(walked if _are_many(connection, by) else joined)
        .where(*_verdict_conditions(by))
        .order_by(_left.c.series, _left.c.day, _left.c.figure_id, _right.c.day, _right.c.figure_id)
    )
    members = dict(known or {})
    for rows in connection.execute(page(statement, limit, offset)).partitions(_AT_ONCE):
        keys = {key for row in rows for key in (row.left_key, row.right_key)}
        if len(members) > _FEW and known is None:
            members = {key: members[key] for key in keys if key in members}
        members |= _members_of_keys(connection, sorted(keys - members.keys()))
        for row in rows:
            yield _verdict_row(row, members[row.left_key], members[row.right_key])


def _verdict_row(row: Found[Any], left: FigureMember, right: FigureMember) -> VerdictRow:
    return VerdictRow(
        id=row.id,
        left=VerdictSide(member=left, spans=read_spans(row.left_spans)),
        right=VerdictSide(member=right, spans=read_spans(row.right_spans)),
        verdict=Verdict(row.verdict),
        reason=Reason(row.reason),
        rule=row.rule,
        run=RunId(row.run_id),
    )


def _are_many(connection: Connection, by: VerdictFilter) -> bool:
    """Say whether walking the series in their order finds a page sooner than sorting all verdicts."""
    few = (by.figure, by.document, by.series, by.parts_of, by.since_run)
    if any(one is not None for one in few):
        return False
    some = select(_relations.c.left_key).where(*_verdict_conditions(by)).limit(_FEW).subquery()
    return connection.execute(select(func.count()).select_from(some)).scalar_one() == _FEW


def count_verdicts(connection: Connection) -> tuple[tuple[Verdict, int], ...]:
    """Count the verdicts of a case by what they are."""
    column = _relations.c.verdict
    counted = select(column, func.count().label("number")).group_by(column).order_by(column)
    return tuple((Verdict(row.verdict), row.number) for row in connection.execute(counted))


def list_series(
    connection: Connection, by: SeriesFilter, *, limit: int | None, offset: int
) -> Iterator[SeriesRow]:
    """List series, those with a conflict first, then those with most figures."""
    disputes = _disputes(by.ids)
    number = func.count(_counted.c.key)
    conflicts = func.coalesce(func.max(disputes.c.conflicts), 0)
    statement = (
        select(
            _counted.c.series,
            func.max(_counted.c.predicate).label("predicate"),
            func.max(_counted.c.accrual).label("accrual"),
            number.label("figures"),
            func.count(_counted.c.document_id.distinct()).label("documents"),
            conflicts.label("conflicts"),
            func.min(_counted.c.as_of_lo).label("first"),
            func.max(_counted.c.as_of_hi).label("last"),
        )
        .select_from(_counted.outerjoin(disputes, disputes.c.series == _counted.c.series))
        .group_by(_counted.c.series)
        .having(number >= by.least)
        .order_by(conflicts.desc(), number.desc(), _counted.c.series)
    )
    statement = statement.where(_is_of_class(by.predicate))
    if by.disputed:
        statement = statement.having(conflicts > 0)
    if by.ids is not None:
        statement = statement.where(_counted.c.series.in_(by.ids))
    for rows in connection.execute(page(statement, limit, offset)).partitions(_AT_ONCE):
        common = _commonest(connection, [row.series for row in rows])
        for row in rows:
            yield _series_row(row, common[row.series])


def _is_of_class(predicate: str | None) -> ColumnElement[bool]:
    """Keep the series of one class; of all, those that have one: numbers of no class make no series."""
    if predicate is not None:
        return _counted.c.predicate == predicate
    return _counted.c.predicate != OTHER


@dataclass(frozen=True, slots=True, kw_only=True)
class _Common:
    """What most figures of a series count, and where."""

    head: str | None
    counted: str | None
    place: str | None


def _commonest(connection: Connection, names: Sequence[str]) -> dict[str, _Common]:
    columns = (_counted.c.series, _counted.c.head, _counted.c.restrictors, _counted.c.place)
    statement = select(*columns, func.count().label("number")).group_by(*columns)
    heads, phrases, places = (defaultdict[str, Counter[str]](Counter) for _ in range(3))
    statement = statement.where(_is_of_class(None))
    for row in connection.execute(statement.where(one_of(_counted.c.series, names))):
        if row.head is not None:
            phrase = " ".join((*sorted(read_strings(row.restrictors)), row.head))
            heads[row.series][row.head] += row.number
            phrases[row.series][phrase] += row.number
        if row.place is not None:
            places[row.series][row.place] += row.number
    return {
        name: _Common(
            head=_most(heads[name]), counted=_most(phrases[name]), place=_most(places[name])
        )
        for name in names
    }


def _most(counted: Counter[str]) -> str | None:
    return min(counted, key=lambda one: (-counted[one], one), default=None)


def rank_series(connection: Connection, by: SeriesFilter, *, limit: int) -> tuple[str, ...]:
    """Return the names of the first series in the order in which they are listed."""
    disputes = _disputes()
    conflicts = select(disputes.c.series, disputes.c.conflicts)
    disputed = {name: int(number) for name, number in connection.execute(conflicts)}
    number, series = func.count().label("number"), _counted.c.series
    sizes = select(series, number).group_by(series).having(number >= by.least)
    sizes = sizes.where(_is_of_class(by.predicate))
    first = connection.execute(sizes.where(one_of(series, sorted(disputed))))
    found = sorted((-disputed[name], -int(size), str(name)) for name, size in first)
    names = [name for _, _, name in found]
    if not by.disputed and len(names) < limit:
        # Those without a conflict stand behind all with one, the largest first.
        rest = sizes.order_by(number.desc(), series).limit(limit + len(disputed))
        names += [n for n in connection.execute(rest).scalars() if n not in disputed]
    return tuple(names[:limit])


def series_members(connection: Connection, name: str) -> tuple[FigureMember, ...]:
    """Return the figures of a series; CaseError if there is none that begins so, or several."""
    return tuple(_keyed_members(connection, name).values())


def series_whole(connection: Connection, name: str, *, conflicts: int) -> SeriesWhole:
    """Return a series with what its figures say of each other, of which each is read once."""
    known = _keyed_members(connection, name)
    members = tuple(known.values())

    def found(by: VerdictFilter, limit: int | None) -> tuple[VerdictRow, ...]:
        return tuple(list_verdicts(connection, by, limit=limit, offset=0, known=known))

    series = members[0].series
    conflict = VerdictFilter(series=series, verdict=Verdict.CONFLICT)
    part = VerdictFilter(parts_of=series)
    return SeriesWhole(
        members=members, conflicts=found(conflict, conflicts), parts=found(part, None)
    )


def _keyed_members(connection: Connection, name: str) -> dict[int, FigureMember]:
    begun = and_(_counted.c.series >= name, _counted.c.series < name + _LAST, _is_of_class(None))
    statement = select(_counted.c.series).where(begun).distinct().order_by(_counted.c.series)
    names = list(connection.execute(statement.limit(2)).scalars())
    # What is written whole comes first of all that begin so.
    match names[:1] if name in names else names:
        case [found]:
            wanted = _members().where(_counted.c.series == found, _is_of_class(None))
            ordered = wanted.order_by(_counted.c.day, _counted.c.figure_id)
            return {row.key: _member(row) for row in connection.execute(ordered)}
        case []:
            raise CaseError(f"no series of this case is called {name!r}")
        case _:
            raise CaseError(f"{name!r} could be any of several series; write more of the id")


def member(connection: Connection, figure_id: str) -> FigureMember | None:
    """Return a figure as compared; ``None`` if too little is known of it."""
    row = connection.execute(_members().where(_counted.c.figure_id == figure_id)).first()
    return None if row is None else _member(row)


def _verdict_conditions(by: VerdictFilter) -> list[Condition]:
    found: list[Condition] = []
    if by.verdict is not None:
        # Beside a few figures, the many of one verdict are not gone through.
        few = by.figure or by.document or by.series
        verdict = only_tested(_relations.c.verdict) if few else _relations.c.verdict
        found.append(verdict == by.verdict.value)
    if by.comparable:
        found.append(_relations.c.verdict != Verdict.NOT_COMPARABLE.value)
    if by.parts_of is not None:
        wholes = select(_counted.c.key).where(_counted.c.series == by.parts_of)
        found.append(_relations.c.right_key.in_(wholes))
        found.append(only_tested(_relations.c.verdict) == Verdict.PART_OF.value)
        found.append(_document_of(_relations.c.left_key) == _document_of(_relations.c.right_key))
    if by.since_run is not None:
        found.append(_relations.c.run_id >= by.since_run)
    for column, wanted in (
        ("figure_id", by.figure),
        ("document_id", by.document),
        ("series", by.series),
        ("predicate", by.predicate),
    ):
        if wanted is not None:
            # By key, so that the index of either side is used.
            keys = select(_counted.c.key).where(_counted.c[column] == wanted)
            found.append(or_(_relations.c.left_key.in_(keys), _relations.c.right_key.in_(keys)))
    return found


def _document_of(key: ColumnElement[int]) -> ColumnElement[str]:
    figure = _counted.alias()
    return select(figure.c.document_id).where(figure.c.key == key).scalar_subquery()


def _disputes(ids: Sequence[str] | None = None) -> FromClause:
    statement = (
        select(_left.c.series, func.count().label("conflicts"))
        .select_from(_relations.join(_left, _left.c.key == _relations.c.left_key))
        .where(_relations.c.verdict == Verdict.CONFLICT.value)
        .group_by(_left.c.series)
    )
    if ids is not None:
        statement = statement.where(_left.c.series.in_(ids))
    return statement.subquery()


def _members() -> Select[*tuple[Any, ...]]:
    figures, documents, datings = tables.figures, tables.documents, tables.datings
    joined = (
        _counted.join(figures, figures.c.id == _counted.c.figure_id)
        .join(documents, documents.c.id == _counted.c.document_id)
        .join(datings, datings.c.document_id == _counted.c.document_id)
    )
    columns = (_counted, figures.c.words, figures.c.counted, documents.c.outlet)
    return select(*columns, datings.c.date_lo, datings.c.date_hi).select_from(joined)


def _members_of_keys(connection: Connection, keys: Sequence[int]) -> dict[int, FigureMember]:
    rows = connection.execute(_members().where(one_of(_counted.c.key, keys)))
    return {row.key: _member(row) for row in rows}


def _member(row: Found[Any]) -> FigureMember:
    return FigureMember(
        figure=read_counted(row),
        series=row.series,
        words=row.words,
        counted=row.counted,
        outlet=row.outlet,
        date=read_interval(row.date_lo, row.date_hi),
    )


def _series_row(row: Found[Any], common: _Common) -> SeriesRow:
    return SeriesRow(
        id=row.series,
        predicate=row.predicate,
        head=common.head,
        counted=common.counted,
        place=common.place,
        accrual=None if row.accrual is None else Accrual(row.accrual),
        figures=row.figures,
        documents=row.documents,
        conflicts=row.conflicts,
        first=_day(row.first),
        last=_day(row.last),
    )


def _day(text: str | None) -> DayInterval | None:
    return read_known_interval(text, text)
