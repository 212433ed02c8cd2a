"""Long lists in pages by key: the cost of a page does not grow with what stands before it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from sqlalchemy import (
    ColumnElement,
    Connection,
    Table,
    func,
    literal,
    select,
    tuple_,
)

from sayso.case import document_lists, ledger, log_tables, statement_lists, tables, timex_lists
from sayso.case.actor_lists import rank_actors
from sayso.case.actor_records import ActorFilter
from sayso.case.conditions import (
    claims_sought,
    date_conditions,
    document_conditions,
    figures_sought,
    with_document,
)
from sayso.case.counting import FirstCounts, count_first, count_speech
from sayso.case.dialect.expressions import nested, one_of
from sayso.case.facets import Facet, claim_facets, figure_facets
from sayso.case.figure_records import SeriesFilter
from sayso.case.figure_views import rank_series
from sayso.case.filters import ClaimFilter, DateFilter, DocumentFilter, FigureFilter, TimexFilter
from sayso.case.key_sets import KeySets
from sayso.case.log import Action
from sayso.case.records import ClaimRow, DateRow, DocumentRow, FigureRow, TimexRow
from sayso.case.sought import Condition, Sought
from sayso.case.statement_records import EchoGroupRow
from sayso.case.values import read_spans
from sayso.case.walking import count_rows, in_order, some_keys, tested
from sayso.errors import CaseError
from sayso.frozen import dataclass
from sayso.text import Span

if TYPE_CHECKING:
    from sayso.case.sought import AnySelect

_T = TypeVar("_T")
_datings = tables.datings
# So many documents are sorted in a moment; of more, days are walked until a page is full.
_FEW = 2_000
_READING = (Action.ADD, Action.REREAD, Action.REPLACE, Action.UNPACK)
_DAY = (_datings.c.sort_day, _datings.c.document_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """Which page of a list: what stands behind ``after``, or right before ``before``; both are ids."""

    after: str | None = None
    before: str | None = None
    size: int = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice(Generic[_T]):
    """The rows of one page, with the ids of the first and the last, and whether there are others."""

    rows: tuple[_T, ...]
    first: str | None
    last: str | None
    earlier: bool
    later: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SentencedText:
    """The text of a document with its sentences, and nothing else of it."""

    text: str
    sentences: tuple[Span, ...]


class PagedLists:
    """Long lists of a case, a page at a time."""

    def __init__(self, reads: Callable[[], AbstractContextManager[Connection]]) -> None:
        self._reads = reads
        self._sets = KeySets()

    def documents(self, by: DocumentFilter, turn: Turn) -> Slice[DocumentRow]:
        """Return documents in the order of their days."""
        with self._reads() as connection:
            found = _of_days(connection, document_conditions(by), turn)
            wanted = DocumentFilter(ids=found.rows)
            rows = document_lists.list_documents(connection, wanted, limit=None, offset=0)
            return _filled(found, rows)

    def dates(self, by: DateFilter, turn: Turn) -> Slice[DateRow]:
        """Return when documents were written, in the order of the days."""
        with self._reads() as connection:
            found = _of_days(connection, date_conditions(by), turn)
            wanted = DateFilter(ids=found.rows)
            rows = document_lists.list_dates(connection, wanted, limit=None, offset=0)
            return _filled(found, rows)

    def claims(self, by: ClaimFilter, turn: Turn) -> Slice[ClaimRow]:
        """Return claims in the order of documents, then of the text."""
        with self._reads() as connection:
            found = self._of_documents(connection, tables.claims, claims_sought(by), turn)
            rows = ledger.claims_by_id(connection, found.rows)
            return _filled(found, (rows[name] for name in found.rows))

    def figures(self, by: FigureFilter, turn: Turn) -> Slice[FigureRow]:
        """Return figures in the order of documents, then of the text."""
        with self._reads() as connection:
            found = self._of_documents(connection, tables.figures, figures_sought(by), turn)
            rows = ledger.figures_by_id(connection, found.rows)
            return _filled(found, (rows[name] for name in found.rows))

    def first_counts(self, *, speech: int) -> FirstCounts:
        """Count what is told of a case before anything else is; ``speech`` is known."""
        with self._reads() as connection:
            return count_first(connection, speech)

    def speech(self) -> int:
        """Count the claims that were put into words."""
        with self._reads() as connection:
            return count_speech(connection)

    def count_claims(self, by: ClaimFilter, *, most: int) -> int:
        """Count claims, no further than ``most``."""
        with self._reads() as connection:
            return count_rows(connection, tables.claims, claims_sought(by), self._sets, most=most)

    def count_figures(self, by: FigureFilter, *, most: int) -> int:
        """Count figures, no further than ``most``."""
        with self._reads() as connection:
            return count_rows(connection, tables.figures, figures_sought(by), self._sets, most=most)

    def count_documents(self, by: DocumentFilter, *, most: int) -> int:
        """Count documents, no further than ``most``."""
        with self._reads() as connection:
            return len(_of_days(connection, document_conditions(by), Turn(size=most)).rows)

    def version(self) -> int:
        """Return a number that grows with everything that is done to the case."""
        with self._reads() as connection:
            return connection.execute(select(func.max(log_tables.log.c.sequence))).scalar() or 0

    def rows_version(self) -> int:
        """Return a number that grows with every document that is added or read anew, and no decision."""
        log = log_tables.log
        read = log.c.action.in_([one.value for one in _READING])
        last = select(log.c.sequence).where(read).order_by(log.c.sequence.desc()).limit(1)
        with self._reads() as connection:
            return connection.execute(last).scalar() or 0

    def last_run(self) -> int:
        """Return the number of the latest run, 0 if there was none."""
        with self._reads() as connection:
            return connection.execute(select(func.max(log_tables.runs.c.id))).scalar() or 0

    def sentenced(self, documents: Iterable[str]) -> dict[str, SentencedText]:
        """Return the texts of documents and where their sentences stand, all by one statement."""
        texts, readings = tables.texts, tables.readings
        of_document = readings.c.document_id == texts.c.document_id
        wanted = (
            select(texts.c.document_id, texts.c.text, readings.c.sentences)
            .select_from(texts.outerjoin(readings, of_document))
            .where(one_of(texts.c.document_id, sorted(set(documents))))
        )
        with self._reads() as connection:
            return {
                row.document_id: SentencedText(
                    text=row.text,
                    sentences=() if row.sentences is None else read_spans(row.sentences),
                )
                for row in connection.execute(wanted)
            }

    def dated_words(self, by: TimexFilter, turn: Turn) -> Slice[TimexRow]:
        """Return words that name days on the calendar, from the earliest on."""
        with self._reads() as connection:
            found = _turned(
                connection,
                timex_lists.dated_names(connection, by),
                timex_lists.place_of,
                timex_lists.CALENDAR_ORDER,
                turn,
            )
            rows = timex_lists.timexes_named(connection, found.rows)
            return _filled(found, (rows[name] for name in found.rows))

    def echo_group(self, name: str) -> EchoGroupRow:
        """Return one group of claims with one origin; CaseError if there is none of this name."""
        with self._reads() as connection:
            return statement_lists.one_group(connection, name)

    def claim_facets(self, by: ClaimFilter) -> tuple[Facet, ...]:
        """Count what claims could be narrowed by further."""
        with self._reads() as connection:
            return tuple(claim_facets(connection, by, self._sets))

    def series_ranking(self, by: SeriesFilter, *, limit: int) -> tuple[str, ...]:
        """Return the names of the first series in the order of their list: those in dispute, then the largest."""
        with self._reads() as connection:
            return rank_series(connection, by, limit=limit)

    def actor_ranking(self, by: ActorFilter, *, limit: int) -> tuple[str, ...]:
        """Return the ids of the first actors in the order of their list: those who say most first."""
        with self._reads() as connection:
            return rank_actors(connection, by, limit=limit)

    def figure_facets(self, by: FigureFilter) -> tuple[Facet, ...]:
        """Count what figures could be narrowed by further."""
        with self._reads() as connection:
            return tuple(figure_facets(connection, by, self._sets))

    def _of_documents(
        self, connection: Connection, table: Table, sought: Sought, turn: Turn
    ) -> Slice[str]:
        """Return the ids of rows of ``table`` by day, document and place in the text."""
        order = (*_DAY, table.c.position)
        ids = in_order(connection, table, sought, self._sets).select(table.c.id)
        place = select(*order).select_from(with_document(table))
        return _turned(connection, ids, lambda name: place.where(table.c.id == name), order, turn)


def _of_days(connection: Connection, conditions: Sequence[Condition], turn: Turn) -> Slice[str]:
    """Return the ids of documents by day."""
    documents, texts, name = tables.documents, tables.texts, _datings.c.document_id
    same, own = documents.c.id == name, texts.c.document_id == name
    joined = _datings.join(documents, same).join(texts, own)
    few = some_keys(connection, select(name).select_from(joined), conditions, _FEW)
    if few is None:
        walked = nested(nested(_datings, documents, same), texts, own)
        ids = select(name).select_from(walked).where(*tested(texts, conditions))
    else:
        ids = select(name).where(one_of(name, few))
    return _turned(connection, ids, _place_of_document, _DAY, turn)


def _place_of_document(name: str) -> "AnySelect":
    return select(*_DAY).where(_datings.c.document_id == name)


def _turned(
    connection: Connection,
    ids: "AnySelect",
    place: "Callable[[str], AnySelect]",
    order: Sequence[ColumnElement[Any]],
    turn: Turn,
) -> Slice[str]:
    """Read the ids of one page, and one more to know whether there is another."""
    back = turn.before is not None
    name = turn.before if back else turn.after
    if name is not None:
        at = connection.execute(place(name).limit(1)).first()
        if at is None:
            raise CaseError(f"there is no {name} in this list any more; begin it again")
        ids = ids.where(*_beyond(order, tuple(at), back=back))
    ordered = ids.order_by(*(column.desc() if back else column for column in order))
    found = list(connection.execute(ordered.limit(turn.size + 1)).scalars())
    more, kept = len(found) > turn.size, found[: turn.size]
    if back:
        kept.reverse()
    return Slice(
        rows=tuple(kept),
        first=kept[0] if kept else None,
        last=kept[-1] if kept else None,
        earlier=more if back else name is not None,
        later=back or more,
    )


def _beyond(
    order: Sequence[ColumnElement[Any]], at: Sequence[Any], *, back: bool
) -> Iterator[Condition]:
    """Yield what holds behind a place; the first condition is one that an index serves."""
    values = tuple_(*(literal(value) for value in at))
    keys = tuple_(*order)
    yield order[0] <= at[0] if back else order[0] >= at[0]
    yield keys < values if back else keys > values


def _filled(found: Slice[str], rows: Iterable[_T]) -> Slice[_T]:
    return Slice(
        rows=tuple(rows),
        first=found.first,
        last=found.last,
        earlier=found.earlier,
        later=found.later,
    )
