"""A case: one directory that holds a story's originals, records, decisions and log."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Self

from sqlalchemy import Connection, Engine

from sayso.case import adding, reuse
from sayso.case.actor_deciding import decide_on_actors, undo_on_actors
from sayso.case.actor_decisions import Ruling
from sayso.case.actor_removal import remove_actors
from sayso.case.actors import take_in
from sayso.case.adding import DocumentRows
from sayso.case.backup import copy_case
from sayso.case.dating_settling import enter_dating, leave_dating, settle_all
from sayso.case.decision_records import Decision, DecisionRow
from sayso.case.decisions import decide
from sayso.case.dialect.connections import Access, open_engine, writing
from sayso.case.event_deciding import merge_events, split_event, undo_on_events
from sayso.case.event_relations import store_events
from sayso.case.faults import faults
from sayso.case.figure_echoes import drop_conflicts_of_copies
from sayso.case.figure_relations import store_figures
from sayso.case.forecast_relations import store_forecasts
from sayso.case.log import Action, Deed, append
from sayso.case.new_relations import Relations
from sayso.case.opening import Opened, create_case, is_protected, open_case
from sayso.case.reader import CaseReader
from sayso.case.review_desk import DecidingDesk
from sayso.case.review_keeping import keep_in_step, settle_decision
from sayso.case.run_records import Added, AlreadyThere, RunId, Totals
from sayso.case.runs import begin_run, finish_run
from sayso.case.schema import DATABASE
from sayso.case.statement_relations import store_statements
from sayso.documents import Document, content_hash
from sayso.errors import CaseError, DocumentError
from sayso.evidence.reading import Evidence
from sayso.story.actors.document_entities import DocumentActors
from sayso.story.reuse_edge import ReuseEdge


class Case(CaseReader):
    """Reading and writing; one process writes at a time, others wait up to 30 seconds.

    Every writing method is one transaction: after it returns its work survives the end of the
    process, before that nothing of it is there. All raise CaseError if the case cannot be
    written (locked, read-only, disk full), with nothing half stored.
    """

    def __init__(self, opened: Opened, *, read_only: bool) -> None:
        super().__init__(opened)
        self.read_only = read_only
        # Adding outlives the end of the process; decisions outlive a loss of power, too.
        self._durable = open_engine(opened.directory / DATABASE, Access.DURABLE)

    @classmethod
    def create(cls, directory: Path, *, name: str | None = None, now: datetime) -> Self:
        """Make a new case in a folder, which may hold other files; ``name`` is the folder's, if absent."""
        create_case(directory, name, now)
        return cls.open(directory)

    @classmethod
    def open(cls, directory: Path, *, read_only: bool = False) -> Self:
        """Open the case in ``directory``; an older schema is backed up and upgraded first.

        CaseError if it is none, is of a newer schema, or cannot be written (unless ``read_only``).
        """
        return cls(open_case(directory, read_only=read_only), read_only=read_only)

    @staticmethod
    def is_protected(directory: Path) -> bool:
        """Say whether the case in ``directory`` can only be opened for reading."""
        return is_protected(directory)

    def close(self) -> None:
        """Give back every connection; the case can then be copied as plain files."""
        self._durable.dispose()
        super().close()

    def begin_run(self, versions: Iterable[tuple[str, str]], *, now: datetime) -> RunId:
        """Start a run; ``versions`` names each part that will make records, with its version."""
        with self._writes() as connection:
            return begin_run(connection, versions, now)

    def finish_run(self, run: RunId, totals: Totals, *, now: datetime) -> None:
        """Close a run with what became of every item it saw."""
        with self._writes() as connection:
            finish_run(connection, run, totals, now)

    def add(
        self,
        document: Document,
        evidence: Evidence,
        data: bytes,
        *,
        run: RunId,
        now: datetime,
        relations: Relations | None = None,
    ) -> Added | AlreadyThere:
        """Store a document with its original bytes, its evidence and what ties it to others.

        A document that is there already only gains a location. Either way an open problem of its
        path is cleared. DocumentError if it holds characters that no file can hold.
        """
        original = document.original
        if content_hash(data) != original.sha256:
            raise ValueError(f"the bytes of {original.path} are not those of its hash")
        rows = DocumentRows(document, evidence, run=run, now=now)
        with self._writes(document) as connection:
            if adding.is_there(connection, document.id):
                adding.note_location(connection, document.id, original.path, run=run, now=now)
                return AlreadyThere(id=document.id)
            # The original first: rows without one would be worse than one without rows.
            is_new = self._blobs.put(original.sha256, data)
            try:
                adding.add_document(connection, rows, len(data), run=run, now=now)
                if relations is not None:
                    reuse.relate(connection, document.id, relations, run)
                    store_figures(connection, relations.figures, run)
                    drop_conflicts_of_copies(connection, document.id, relations.edges)
                    if relations.actors is not None:
                        take_in(connection, relations.actors)
                    store_statements(connection, document.id, relations.statements, run)
                    store_forecasts(
                        connection, document.id, document.text, relations.forecasts, run
                    )
                dating = None if relations is None else relations.dating
                enter_dating(connection, document.id, dating, run=run, now=now)
                if relations is not None:
                    store_events(connection, document.id, relations.events)
                keep_in_step(connection, document.id)
            except BaseException:
                if is_new:
                    self._blobs.remove(original.sha256)
                raise
        return Added(id=document.id)

    def add_location(self, document_id: str, path: str, *, run: RunId, now: datetime) -> None:
        """Note that a known document was met at ``path`` (after ``known`` spared reading it)."""
        with self._writes() as connection:
            adding.note_location(connection, document_id, path, run=run, now=now)

    def add_problem(
        self, error: DocumentError, *, sha256: str | None = None, run: RunId, now: datetime
    ) -> None:
        """Note that an item could not be used; it replaces an open problem of the same path."""
        with self._writes() as connection:
            adding.add_problem(connection, error, sha256=sha256, run=run, now=now)

    def replace_evidence(
        self, document_id: str, evidence: Evidence, *, run: RunId, now: datetime
    ) -> None:
        """Replace the machine rows of a document by those of a new run."""
        with self._writes() as connection:
            touched = leave_dating(connection, document_id)
            adding.replace_evidence(connection, document_id, evidence, run=run, now=now)
            settle_all(connection, {document_id, *touched}, run=run, now=now)
            keep_in_step(connection, document_id)

    def reread(self, document: Document, evidence: Evidence, *, run: RunId, now: datetime) -> None:
        """Store a new reading of a known document: text, metadata and evidence.

        A changed text becomes a new version of it; the old one stays, for decisions made on it.
        """
        rows = DocumentRows(document, evidence, run=run, now=now)
        with self._writes(document) as connection:
            touched = leave_dating(connection, document.id)
            adding.reread(connection, document, rows, now)
            settle_all(connection, {document.id, *touched}, run=run, now=now)
            keep_in_step(connection, document.id)

    def add_reuse(self, edges: Iterable[ReuseEdge], *, run: RunId) -> None:
        """Store edges; one between the same documents and of the same kind is replaced."""
        with self._writes() as connection:
            reuse.add_reuse(connection, edges, run)

    def add_fingerprints(self, document_id: str, kind: str, keys: Iterable[int]) -> None:
        """Replace the keys of one kind of a document; keys fit signed 64-bit integers."""
        with self._writes() as connection:
            reuse.set_fingerprints(connection, document_id, kind, keys)

    @property
    def desk(self) -> DecidingDesk:
        """The review: what to look at next, and deciding on it."""
        return DecidingDesk(self._reads, self._writes)

    def decide(self, decision: Decision, *, now: datetime) -> DecisionRow:
        """Keep a decision for good; CaseError if its target does not exist."""
        with self._writes(durable=True) as connection:
            row = decide(connection, decision, now)
            settle_decision(connection, row)
            return row

    def decide_on_actors(
        self, ruling: Ruling, *, actor: str, reason: str, now: datetime
    ) -> DecisionRow:
        """Keep a decision on actors for good and let it hold; CaseError for an unknown name."""
        with self._writes(durable=True) as connection:
            return decide_on_actors(connection, ruling, actor=actor, reason=reason, now=now)

    def undo_on_actors(
        self, sequence: int | None = None, *, actor: str, reason: str, now: datetime
    ) -> DecisionRow:
        """Take back a decision on actors, the latest that holds if no number is given."""
        with self._writes(durable=True) as connection:
            return undo_on_actors(connection, sequence, actor=actor, reason=reason, now=now)

    def take_in_actors(self, actors: DocumentActors) -> None:
        """Enter the names of a document into the registry, in place of what it had there."""
        with self._writes() as connection:
            remove_actors(connection, actors.document)
            take_in(connection, actors)
            keep_in_step(connection, actors.document)

    def split_event(
        self, event: str, reports: Sequence[str], *, actor: str, reason: str, now: datetime
    ) -> DecisionRow:
        """Decide for good that some reports of an event tell of another one."""
        with self._writes(durable=True) as connection:
            return split_event(connection, event, reports, actor=actor, reason=reason, now=now)

    def merge_events(
        self, event: str, other: str, *, actor: str, reason: str, now: datetime
    ) -> DecisionRow:
        """Decide for good that two events are one."""
        with self._writes(durable=True) as connection:
            return merge_events(connection, event, other, actor=actor, reason=reason, now=now)

    def undo_on_events(
        self, sequence: int | None = None, *, actor: str, reason: str, now: datetime
    ) -> DecisionRow:
        """Take back a decision on events, the latest that holds if no number is given."""
        with self._writes(durable=True) as connection:
            return undo_on_events(connection, sequence, actor=actor, reason=reason, now=now)

    def log_export(self, target: str, *, actor: str, now: datetime) -> None:
        """Note that something was exported, so that it is known what left the case."""
        with self._writes() as connection:
            append(connection, Deed(action=Action.EXPORT, target=target, at=now, actor=actor))

    def backup(self, path: Path, *, now: datetime) -> None:
        """Copy the case into a new directory, or into a zip if ``path`` ends in ``.zip``.

        A consistent copy even while another process writes; restoring is opening it. The log of
        the case tells of the copy, that of the copy does not.
        """
        with self._reads() as connection:
            copy_case(connection, self.directory, path)
        if not self.read_only:
            with self._writes() as connection:
                append(connection, Deed(action=Action.BACKUP, target=str(path), at=now))

    @contextmanager
    def _writes(
        self, document: Document | None = None, *, durable: bool = False
    ) -> Iterator[Connection]:
        """Give a transaction; what ``document`` holds may make it impossible to store."""
        if self.read_only:
            raise CaseError(f"the case {self.directory} is open for reading only")
        engine: Engine = self._durable if durable else self._engine
        try:
            with faults(self.directory), writing(engine).begin() as connection:
                yield connection
        except UnicodeEncodeError as error:
            if document is None:
                raise
            problem = "it holds half a character (a lone surrogate), which cannot be stored"
            raise DocumentError(document.original.path, problem) from error
