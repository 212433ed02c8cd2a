"""Reading a case: every list streams frozen records, narrowed by a filter, in a stable order."""

import sqlite3
from collections.abc import Iterator, Sequence
from functools import cached_property
from types import TracebackType
from typing import Self

from sqlalchemy import select

from sayso.case import document_lists, ledger, reuse, tables, timex_lists
from sayso.case.actor_reader import ActorReader
from sayso.case.blobs import Blobs
from sayso.case.checking import check_case, orphans
from sayso.case.counting import count
from sayso.case.dating_changes import list_changes
from sayso.case.dating_store import StoredPassages
from sayso.case.decision_records import DecisionRow, RecordKind, Resolved
from sayso.case.decisions import list_decisions
from sayso.case.dialect.connections import integrity, journal_mode, marks
from sayso.case.disk import free_bytes, network_kind
from sayso.case.event_views import CaseEvents
from sayso.case.facts import DoctorFacts
from sayso.case.faults import faults
from sayso.case.figure_views import ComparedFigures
from sayso.case.filters import ClaimFilter, DateFilter, DocumentFilter, FigureFilter, TimexFilter
from sayso.case.findings import VerifyReport
from sayso.case.flags import flags_of
from sayso.case.forecast_reader import ForecastReader
from sayso.case.log import LogEntry, entries
from sayso.case.naming import resolve
from sayso.case.open_points import OpenPoint, count_open
from sayso.case.opening import BLOBS, Opened
from sayso.case.paged import PagedLists
from sayso.case.records import (
    ChainRow,
    ClaimRow,
    Counts,
    DateChange,
    DateRow,
    DocumentRow,
    FigureRow,
    FingerprintMatch,
    Location,
    ProblemRow,
    SearchHit,
    TimexRow,
)
from sayso.case.review_desk import ReviewDesk
from sayso.case.run_records import Run
from sayso.case.runs import list_runs
from sayso.case.schema import DATABASE
from sayso.case.search import count_with_word, search
from sayso.documents import Document, Flag, document_id
from sayso.errors import CaseError
from sayso.evidence.reading import Evidence
from sayso.story.reuse_edge import ReuseEdge, ReuseKind


class CaseReader(ActorReader):
    """The reading half of a case.

    Every list is a generator that holds one moment of the case while it is read, even if another
    process adds to it meanwhile. ``limit`` ``None`` means all. Reading raises CaseError if the
    case cannot be read, IntegrityError if it is damaged.
    """

    def __init__(self, opened: Opened) -> None:
        super().__init__(opened)
        self.id = opened.id
        self.name = opened.name
        self._blobs = Blobs(opened.directory / BLOBS)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give back every connection; the case can then be copied as plain files."""
        self._engine.dispose()

    def known(self, sha256: str, address: str | None) -> str | None:
        """Return the id of the document with these bytes at this address, if it is there."""
        name = document_id(sha256, address)
        column = tables.documents.c.id
        with self._reads() as connection:
            return connection.execute(select(column).where(column == name)).scalar_one_or_none()

    def resolve(self, name: str) -> Resolved:
        """Find the record that an id, or the unique beginning of one, names.

        Raises CaseError if there is none, or several (the message lists them).
        """
        with self._reads() as connection:
            return resolve(connection, name)

    def document(self, document_id: str) -> Document:
        """Return a document whole, as it was added; CaseError if there is none of this id."""
        with self._reads() as connection:
            return document_lists.read_document(connection, document_id)

    def text(self, document_id: str) -> str:
        """Return the text of a document alone; CaseError if there is none of this id."""
        with self._reads() as connection:
            return document_lists.read_text(connection, document_id)

    def evidence(self, document_id: str) -> Evidence:
        """Return the evidence of a document; of its analysis, what the case keeps.

        That is sentences, paragraphs, timexes, mentions and events.
        """
        with self._reads() as connection:
            return document_lists.read_evidence(connection, document_id)

    def original(self, document_id: str) -> bytes:
        """Return the bytes of a document as received; IntegrityError if they are gone or changed."""
        sha256 = self.document(document_id).original.sha256
        with faults(self.directory):
            return self._blobs.get(sha256)

    def claim(self, claim_id: str) -> ClaimRow:
        """Return one claim; CaseError if there is none of this id."""
        with self._reads() as connection:
            return ledger.one_claim(connection, claim_id)

    def figure(self, figure_id: str) -> FigureRow:
        """Return one figure; CaseError if there is none of this id."""
        with self._reads() as connection:
            return ledger.one_figure(connection, figure_id)

    def documents(
        self, by: DocumentFilter | None = None, *, limit: int | None = None, offset: int = 0
    ) -> Iterator[DocumentRow]:
        """List documents from the earliest possible date on, those without one last."""
        wanted = by or DocumentFilter()
        return self._stream(
            lambda c: document_lists.list_documents(c, wanted, limit=limit, offset=offset)
        )

    def claims(
        self, by: ClaimFilter | None = None, *, limit: int | None = None, offset: int = 0
    ) -> Iterator[ClaimRow]:
        """List claims in the order of documents, then of the text."""
        wanted = by or ClaimFilter()
        return self._stream(lambda c: ledger.list_claims(c, wanted, limit=limit, offset=offset))

    def count_claims(self, by: ClaimFilter) -> int:
        """Count the claims that ``claims`` would list."""
        with self._reads() as connection:
            return ledger.count_claims(connection, by)

    def figures(
        self, by: FigureFilter | None = None, *, limit: int | None = None, offset: int = 0
    ) -> Iterator[FigureRow]:
        """List figures in the order of documents, then of the text."""
        wanted = by or FigureFilter()
        return self._stream(lambda c: ledger.list_figures(c, wanted, limit=limit, offset=offset))

    def dates(
        self, by: DateFilter | None = None, *, limit: int | None = None, offset: int = 0
    ) -> Iterator[DateRow]:
        """List when each document was written, with candidates, reasons and doubts."""
        wanted = by or DateFilter()
        return self._stream(
            lambda c: document_lists.list_dates(c, wanted, limit=limit, offset=offset)
        )

    def date(self, document_id: str) -> DateRow:
        """Return when a document was written, as the whole case has it; CaseError if there is none."""
        found = next(self.dates(DateFilter(document=document_id)), None)
        if found is None:
            raise CaseError(f"there is no document {document_id} in this case")
        return found

    def date_changes(
        self, *, since_run: int | None = None, limit: int | None = None, offset: int = 0
    ) -> Iterator[DateChange]:
        """List the changes of dates since a run, of documents that were there before it, in their order."""
        return self._stream(
            lambda c: list_changes(c, since_run=since_run, limit=limit, offset=offset)
        )

    @property
    def dated_passages(self) -> StoredPassages:
        """The passages that tell events with their day, and where those near to one are found."""
        return StoredPassages(self._reads)

    def timexes(
        self, by: TimexFilter | None = None, *, limit: int | None = None, offset: int = 0
    ) -> Iterator[TimexRow]:
        """List expressions of time from the earliest on, the unresolved last."""
        wanted = by or TimexFilter()
        return self._stream(
            lambda c: timex_lists.list_timexes(c, wanted, limit=limit, offset=offset)
        )

    def chain_links(
        self, document: str | None = None, *, limit: int | None = None, offset: int = 0
    ) -> Iterator[ChainRow]:
        """List the links of the chains of all documents, or of one."""
        return self._stream(
            lambda c: document_lists.list_chain_links(c, document, limit=limit, offset=offset)
        )

    def locations(self, document: str) -> tuple[Location, ...]:
        """Return every path a document was met at, the first one first."""
        with self._reads() as connection:
            return tuple(document_lists.list_locations(connection, document))

    def problems(
        self, *, cleared: bool = False, limit: int | None = None, offset: int = 0
    ) -> Iterator[ProblemRow]:
        """List the open problems, or with ``cleared`` all that ever were."""
        return self._stream(
            lambda c: document_lists.list_problems(c, cleared=cleared, limit=limit, offset=offset)
        )

    def runs(self, *, limit: int | None = None, offset: int = 0) -> Iterator[Run]:
        """List the runs, the latest first."""
        return self._stream(lambda c: list_runs(c, limit=limit, offset=offset))

    def reuse_edges(
        self,
        *,
        document: str | None = None,
        kind: ReuseKind | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> Iterator[ReuseEdge]:
        """List which document repeats which, of all documents or from and to one."""
        return self._stream(
            lambda c: reuse.list_reuse(c, document=document, kind=kind, limit=limit, offset=offset)
        )

    def fingerprints_matching(
        self, kind: str, keys: Sequence[int], *, limit: int = 100, per_key: int | None = None
    ) -> tuple[FingerprintMatch, ...]:
        """Return the documents that share most of ``keys``, the most first.

        With ``per_key`` only so many documents count for one key, those added first: the cost
        then does not grow with the case, however common a key is.
        """
        with self._reads() as connection:
            return reuse.matching(connection, kind, keys, limit=limit, per_key=per_key)

    @cached_property
    def paged(self) -> PagedLists:
        """The long lists, a page at a time."""
        return PagedLists(self._reads)

    @property
    def compared(self) -> ComparedFigures:
        """The figures that can be compared: verdicts, series, and where their neighbours are found."""
        return ComparedFigures(self._reads)

    @property
    def events(self) -> CaseEvents:
        """Events over documents: the chronology, its entries, and where their neighbours are found."""
        return CaseEvents(self._reads)

    @property
    def foretold(self) -> ForecastReader:
        """What was foretold, how it stands, and the later reports that may answer it."""
        return ForecastReader(self._reads)

    @property
    def desk(self) -> ReviewDesk:
        """The review: what to look at, and how rows stand."""
        return ReviewDesk(self._reads)

    def decisions(
        self,
        *,
        orphaned: bool = False,
        kind: RecordKind | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> Iterator[DecisionRow]:
        """List decisions, the latest first; with ``orphaned`` those whose characters are gone."""
        return self._stream(
            lambda c: list_decisions(c, orphaned=orphaned, kind=kind, limit=limit, offset=offset)
        )

    def log(self, *, limit: int | None = None, offset: int = 0) -> Iterator[LogEntry]:
        """List what was done to the case, from the first entry on."""
        return self._stream(lambda c: entries(c, limit=limit, offset=offset))

    def search(
        self, query: str, *, snippets: bool = False, limit: int = 20, offset: int = 0
    ) -> Iterator[SearchHit]:
        """Find documents by words, "phrases", AND, OR, NOT and prefix*; the best first.

        A query that cannot be read as such is searched for as one phrase.
        """
        return self._stream(
            lambda c: search(c, query, snippets=snippets, limit=limit, offset=offset)
        )

    def documents_with(self, word: str, *, most: int = 200) -> int:
        """Count the documents whose text has a word, no further than ``most``."""
        with self._reads() as connection:
            return count_with_word(connection, word, most)

    def flags(self, document_id: str) -> frozenset[Flag]:
        """Return what is to be known of a document before it is trusted, copies included."""
        with self._reads() as connection:
            return flags_of(connection, (document_id,))[document_id]

    def counts(self) -> Counts:
        """Count what the case holds."""
        with self._reads() as connection:
            return count(connection)

    def open_points(self, *, document: str | None = None) -> tuple[tuple[OpenPoint, int], ...]:
        """Count what stands open, in the whole case or in what rests on one document."""
        with self._reads() as connection:
            return count_open(connection, document)

    def verify(self, *, head: str | None = None) -> VerifyReport:
        """Check everything against the log; ``head`` is a log hash noted earlier, if there is one.

        The log proves later changes. It does not prove that a page ever said what its original
        holds, and whoever can rewrite all of it can only be caught by a ``head`` kept elsewhere.
        """
        with self._reads() as connection:
            return check_case(connection, self._blobs, head=head)

    def doctor(self) -> DoctorFacts:
        """Return facts that help to find out why something does not work."""
        with self._reads() as connection:
            return DoctorFacts(
                case_id=self.id,
                name=self.name,
                schema=marks(connection)[1],
                sqlite_version=sqlite3.sqlite_version,
                journal_mode=journal_mode(connection),
                integrity=integrity(connection),
                database_bytes=(self.directory / DATABASE).stat().st_size,
                free_bytes=free_bytes(self.directory),
                network=network_kind(self.directory),
                orphans=len(orphans(connection, self._blobs)),
            )
