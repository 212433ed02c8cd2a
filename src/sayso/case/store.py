"""A case: one directory that holds a story's originals, records, decisions and log."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Self

from sayso.case.reader import CaseReader
from sayso.case.records import Added, AlreadyThere, Decision, DecisionRow, RunId, Totals
from sayso.documents import Document
from sayso.errors import DocumentError
from sayso.evidence.reading import Evidence
from sayso.story.reuse_edge import ReuseEdge


class Case(CaseReader):
    """Reading and writing; one process writes at a time, others wait up to 30 seconds.

    Every writing method is one transaction: after it returns its work survives the end of the
    process, before that nothing of it is there. All raise CaseError if the case cannot be
    written (locked, read-only, disk full), with nothing half stored.
    """

    @classmethod
    def create(cls, directory: Path, *, name: str | None = None, now: datetime) -> Self:
        """Make a new case in an empty or absent directory; ``name`` is the folder's, unless told."""
        raise NotImplementedError

    @classmethod
    def open(cls, directory: Path, *, read_only: bool = False) -> Self:
        """Open the case in ``directory``; an older schema is backed up and upgraded first."""
        raise NotImplementedError

    def begin_run(self, versions: Iterable[tuple[str, str]], *, now: datetime) -> RunId:
        """Start a run; ``versions`` names each part that will make records, with its version."""
        raise NotImplementedError

    def finish_run(self, run: RunId, totals: Totals, *, now: datetime) -> None:
        """Close a run with what became of every item it saw."""
        raise NotImplementedError

    def add(
        self, document: Document, evidence: Evidence, data: bytes, *, run: RunId, now: datetime
    ) -> Added | AlreadyThere:
        """Store a document with its original bytes and its evidence.

        A document that is there already only gains a location. Either way an open problem of its
        path is cleared.
        """
        raise NotImplementedError

    def add_location(self, document_id: str, path: str, *, run: RunId, now: datetime) -> None:
        """Note that a known document was met at ``path`` (after ``known`` spared reading it)."""
        raise NotImplementedError

    def add_problem(
        self, error: DocumentError, *, sha256: str | None = None, run: RunId, now: datetime
    ) -> None:
        """Note that an item could not be used; it replaces an open problem of the same path."""
        raise NotImplementedError

    def replace_evidence(
        self, document_id: str, evidence: Evidence, *, run: RunId, now: datetime
    ) -> None:
        """Replace the machine rows of a document by those of a new run."""
        raise NotImplementedError

    def reread(self, document: Document, evidence: Evidence, *, run: RunId, now: datetime) -> None:
        """Store a new reading of a known document: text, metadata and evidence.

        A changed text becomes a new version of it; the old one stays, for decisions made on it.
        """
        raise NotImplementedError

    def add_reuse(self, edges: Iterable[ReuseEdge], *, run: RunId) -> None:
        """Store edges; one between the same documents and of the same kind is replaced."""
        raise NotImplementedError

    def add_fingerprints(self, document_id: str, kind: str, keys: Iterable[int]) -> None:
        """Replace the keys of one kind of a document; keys fit signed 64-bit integers."""
        raise NotImplementedError

    def decide(self, decision: Decision, *, now: datetime) -> DecisionRow:
        """Keep a decision for good; CaseError if its target does not exist."""
        raise NotImplementedError

    def log_export(self, target: str, *, actor: str, now: datetime) -> None:
        """Note that something was exported, so that it is known what left the case."""
        raise NotImplementedError

    def backup(self, path: Path, *, now: datetime) -> None:
        """Copy the case into a new directory, or into a zip if ``path`` ends in ``.zip``.

        A consistent copy even while another process writes; restoring is opening it.
        """
        raise NotImplementedError
