"""Checking a whole case against what its log says."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Table, func, select

from sayso.case import log_tables, tables
from sayso.case.blobs import Blobs
from sayso.case.decisions import list_decisions, sealed_content
from sayso.case.dialect.connections import integrity
from sayso.case.digest import SEALED, DocumentSeal, seal_document
from sayso.case.document_rows import text_hash
from sayso.case.findings import Checked, State, VerifyReport
from sayso.case.log import Action
from sayso.case.log_check import Account, check_log
from sayso.case.tally import Tally
from sayso.documents import content_hash

_CHANGED_ROWS = "its rows are not those the log tells of"
# Rows that have a log entry each.
_COUNTED = (
    (log_tables.runs, Action.RUN),
    (log_tables.problems, Action.PROBLEM),
)


def check_case(connection: Connection, blobs: Blobs, *, head: str | None) -> VerifyReport:
    tally = Tally()
    state = integrity(connection)
    tally.judge(Checked.DATABASE, "case.db", None if state == "ok" else state)
    account = check_log(connection, tally, head)
    _check_blobs(connection, blobs, tally)
    _check_documents(connection, account, tally)
    _check_earlier_texts(connection, tally)
    _check_decisions(connection, account, tally)
    _check_counts(connection, account, tally)
    orphaned = list_decisions(connection, orphaned=True, limit=None, offset=0)
    return tally.report(
        orphans=orphans(connection, blobs),
        orphaned_decisions=sum(1 for _ in orphaned),
        head=account.head,
    )


def orphans(connection: Connection, blobs: Blobs) -> tuple[str, ...]:
    """Return the files below ``blobs/`` that no document rests on."""
    wanted = set(connection.execute(select(tables.originals.c.sha256)).scalars())
    return tuple(
        str(path.relative_to(blobs.folder))
        for path in blobs.files()
        if path.name not in wanted or path != blobs.path(path.name)
    )


def _check_blobs(connection: Connection, blobs: Blobs, tally: Tally) -> None:
    names = select(tables.originals.c.sha256).order_by(tables.originals.c.sha256)
    for sha256 in connection.execute(names).scalars():
        try:
            data = blobs.path(sha256).read_bytes()
        except FileNotFoundError:
            tally.bad(Checked.BLOB, sha256, State.MISSING, "the original is not there")
        except OSError as error:
            note = f"the original cannot be read: {error.strerror}"
            tally.bad(Checked.BLOB, sha256, State.UNVERIFIABLE, note)
        else:
            same = content_hash(data) == sha256
            tally.judge(Checked.BLOB, sha256, None if same else "the original was changed")


def _check_documents(connection: Connection, account: Account, tally: Tally) -> None:
    streams = [(table, _Stream(connection, table, order)) for table, order in SEALED]
    names = select(tables.documents.c.id).order_by(tables.documents.c.id)
    seen = set()
    for name in connection.execute(names).scalars():
        seen.add(name)
        rows = [(table, stream.take(name)) for table, stream in streams]
        (text,) = [found for table, found in rows if table is tables.texts]
        _check_text(name, text, tally)
        _check_rows(name, seal_document(rows), account, tally)
    for name in sorted(account.seals.keys() - seen):
        tally.bad(Checked.ROWS, name, State.MISSING, "the log tells of it, but it is not there")


def _check_text(name: str, rows: Sequence[Mapping[str, Any]], tally: Tally) -> None:
    if not rows:
        tally.bad(Checked.TEXT, name, State.MISSING, "its text is not there")
        return
    same = text_hash(rows[0]["text"]) == rows[0]["sha256"]
    tally.judge(Checked.TEXT, name, None if same else "its text and the hash of it differ")


def _check_rows(name: str, found: DocumentSeal, account: Account, tally: Tally) -> None:
    logged = account.seals.get(name)
    if logged is None:
        note = "no log entry that can be read tells of it"
        tally.bad(Checked.ROWS, name, State.UNVERIFIABLE, note)
    elif logged.counts != found.counts:
        now = dict(found.counts)
        differing = (
            f"{table}: {now.get(table, 0)} rows, {number} in the log"
            for table, number in logged.counts
            if now.get(table, 0) != number
        )
        tally.judge(Checked.ROWS, name, "; ".join(differing) or _CHANGED_ROWS)
    else:
        tally.judge(Checked.ROWS, name, None if logged == found else _CHANGED_ROWS)


def _check_earlier_texts(connection: Connection, tally: Tally) -> None:
    earlier = tables.earlier_texts
    statement = select(earlier.c.document_id, earlier.c.sha256, earlier.c.text)
    for row in connection.execute(statement.order_by(earlier.c.key)):
        same = text_hash(row.text) == row.sha256
        problem = None if same else "an earlier text of it and the hash of that differ"
        tally.judge(Checked.TEXT, row.document_id, problem)


def _check_decisions(connection: Connection, account: Account, tally: Tally) -> None:
    decisions = log_tables.decisions
    logged = dict(account.decisions)
    for row in connection.execute(select(decisions).order_by(decisions.c.sequence)):
        same = logged.pop(row.sequence, None) == sealed_content(connection, row)
        problem = None if same else "it is not what the log entry of this number says"
        tally.judge(Checked.DECISION, str(row.sequence), problem)
    for sequence in logged:
        note = "the log tells of it, but it is not there"
        tally.bad(Checked.DECISION, str(sequence), State.MISSING, note)


def _check_counts(connection: Connection, account: Account, tally: Tally) -> None:
    for table, action in _COUNTED:
        number = connection.execute(select(func.count()).select_from(table)).scalar_one()
        told = account.actions[action]
        problem = None if number == told else f"{number} rows, {told} in the log"
        tally.judge(Checked.ROWS, table.name, problem)


class _Stream:
    """The rows of a table by document, read once, in the order of the documents' ids."""

    def __init__(self, connection: Connection, table: Table, order: tuple[str, ...]) -> None:
        document = table.c.id if table is tables.documents else table.c.document_id
        statement = select(table, document.label("of")).order_by(
            document, *(table.c[name] for name in order)
        )
        rows: Iterator[Any] = iter(connection.execute(statement).mappings())
        self._groups: Iterator[tuple[str, Iterator[Mapping[str, Any]]]] = groupby(
            rows, key=lambda row: str(row["of"])
        )
        self._held: tuple[str, list[Mapping[str, Any]]] | None = None

    def take(self, document_id: str) -> list[Mapping[str, Any]]:
        """Return the rows of a document; ids must be asked for in their order."""
        while self._held is None or self._held[0] < document_id:
            group = next(self._groups, None)
            if group is None:
                return []
            self._held = (group[0], list(group[1]))
        return self._held[1] if self._held[0] == document_id else []
