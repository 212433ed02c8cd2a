"""Reading a case: every list streams frozen records, narrowed by a filter, in a stable order."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from sayso.case.facts import DoctorFacts
from sayso.case.filters import ClaimFilter, DateFilter, DocumentFilter, FigureFilter, TimexFilter
from sayso.case.findings import VerifyReport
from sayso.case.log import LogEntry
from sayso.case.records import (
    ChainRow,
    ClaimRow,
    Counts,
    DateRow,
    DecisionRow,
    DocumentRow,
    FigureRow,
    FingerprintMatch,
    Location,
    ProblemRow,
    Resolved,
    Run,
    SearchHit,
    TimexRow,
)
from sayso.documents import Document
from sayso.evidence.reading import Evidence
from sayso.story.reuse_edge import ReuseEdge, ReuseKind


class CaseReader:
    """The reading half of a case; ``limit`` ``None`` means all."""

    id: str
    name: str
    directory: Path

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
        raise NotImplementedError

    def known(self, sha256: str, address: str | None) -> str | None:
        """Return the id of the document with these bytes at this address, if it is there."""
        raise NotImplementedError

    def resolve(self, name: str) -> Resolved:
        """Find the record that an id, or the unique beginning of one, names.

        Raises CaseError if there is none, or several (the message lists them).
        """
        raise NotImplementedError

    def document(self, document_id: str) -> Document:
        """Return a document whole, as it was added; CaseError if there is none of this id."""
        raise NotImplementedError

    def evidence(self, document_id: str) -> Evidence:
        """Return the evidence of a document; of its analysis, sentences, paragraphs and timexes."""
        raise NotImplementedError

    def original(self, document_id: str) -> bytes:
        """Return the bytes of a document as received; IntegrityError if they are gone or changed."""
        raise NotImplementedError

    def claim(self, claim_id: str) -> ClaimRow:
        """Return one claim; CaseError if there is none of this id."""
        raise NotImplementedError

    def figure(self, figure_id: str) -> FigureRow:
        """Return one figure; CaseError if there is none of this id."""
        raise NotImplementedError

    def documents(
        self, by: DocumentFilter | None = None, *, limit: int | None = None, offset: int = 0
    ) -> Iterator[DocumentRow]:
        """List documents from the earliest possible date on, those without one last."""
        raise NotImplementedError

    def claims(
        self, by: ClaimFilter | None = None, *, limit: int | None = None, offset: int = 0
    ) -> Iterator[ClaimRow]:
        """List claims in the order of documents, then of the text."""
        raise NotImplementedError

    def figures(
        self, by: FigureFilter | None = None, *, limit: int | None = None, offset: int = 0
    ) -> Iterator[FigureRow]:
        """List figures in the order of documents, then of the text."""
        raise NotImplementedError

    def dates(
        self, by: DateFilter | None = None, *, limit: int | None = None, offset: int = 0
    ) -> Iterator[DateRow]:
        """List when each document was written, with candidates, reasons and doubts."""
        raise NotImplementedError

    def timexes(
        self, by: TimexFilter | None = None, *, limit: int | None = None, offset: int = 0
    ) -> Iterator[TimexRow]:
        """List expressions of time from the earliest on, the unresolved last."""
        raise NotImplementedError

    def chain_links(
        self, document: str | None = None, *, limit: int | None = None, offset: int = 0
    ) -> Iterator[ChainRow]:
        """List the links of the chains of all documents, or of one."""
        raise NotImplementedError

    def locations(self, document: str) -> tuple[Location, ...]:
        """Return every path a document was met at, the first one first."""
        raise NotImplementedError

    def problems(
        self, *, cleared: bool = False, limit: int | None = None, offset: int = 0
    ) -> Iterator[ProblemRow]:
        """List the open problems, or with ``cleared`` all that ever were."""
        raise NotImplementedError

    def runs(self, *, limit: int | None = None, offset: int = 0) -> Iterator[Run]:
        """List the runs, the latest first."""
        raise NotImplementedError

    def reuse_edges(
        self,
        *,
        document: str | None = None,
        kind: ReuseKind | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> Iterator[ReuseEdge]:
        """List which document repeats which, of all documents or from and to one."""
        raise NotImplementedError

    def fingerprints_matching(
        self, kind: str, keys: Sequence[int], *, limit: int = 100
    ) -> tuple[FingerprintMatch, ...]:
        """Return the documents that share most of ``keys``, the most first."""
        raise NotImplementedError

    def decisions(
        self, *, orphaned: bool = False, limit: int | None = None, offset: int = 0
    ) -> Iterator[DecisionRow]:
        """List decisions, the latest first; with ``orphaned`` those whose characters are gone."""
        raise NotImplementedError

    def log(self, *, limit: int | None = None, offset: int = 0) -> Iterator[LogEntry]:
        """List what was done to the case, from the first entry on."""
        raise NotImplementedError

    def search(
        self, query: str, *, snippets: bool = False, limit: int = 20, offset: int = 0
    ) -> Iterator[SearchHit]:
        """Find documents by words, "phrases", AND, OR, NOT and prefix*; the best first.

        A query that cannot be read as such is searched for as one phrase.
        """
        raise NotImplementedError

    def counts(self) -> Counts:
        """Count what the case holds."""
        raise NotImplementedError

    def verify(self, *, head: str | None = None) -> VerifyReport:
        """Check everything against the log; ``head`` is a log hash noted earlier, if there is one."""
        raise NotImplementedError

    def doctor(self) -> DoctorFacts:
        """Return facts that help to find out why something does not work."""
        raise NotImplementedError
