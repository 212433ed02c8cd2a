"""Checking the log against itself, and gathering what it says of everything else."""

from collections import Counter
from dataclasses import field
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy import Row as Found

from sayso.case.digest import DocumentSeal
from sayso.case.findings import Checked, State
from sayso.case.log import BEGINNING, Action, seal
from sayso.case.log_tables import log
from sayso.case.tally import Tally
from sayso.frozen import dataclass

_OF_DOCUMENTS = frozenset({Action.ADD, Action.REREAD, Action.REPLACE})


@dataclass(slots=True)
class Account:
    """What the log says there must be; filled while the log is read.

    A seal of ``None`` stands for an entry that cannot be read.
    """

    head: str = BEGINNING
    seals: dict[str, DocumentSeal | None] = field(default_factory=dict)
    decisions: dict[int, str | None] = field(default_factory=dict)
    actions: Counter[str] = field(default_factory=Counter)
    head_seen: bool = False


def check_log(connection: Connection, tally: Tally, head: str | None) -> Account:
    """Follow the chain from its beginning; ``head`` must be one of its hashes, if given."""
    account = Account()
    expected = 1
    for row in connection.execute(select(log).order_by(log.c.sequence)):
        if row.sequence > expected:
            missing = f"{expected}-{row.sequence - 1}"
            tally.bad(Checked.LOG, missing, State.MISSING, "these entries are not there")
        tally.judge(Checked.LOG, str(row.sequence), _problem(row, account.head))
        expected = row.sequence + 1
        _take(account, row)
        account.head_seen = account.head_seen or row.hash == head
    if expected == 1:
        tally.bad(Checked.LOG, "1", State.MISSING, "the log is empty")
    if head is not None and not account.head_seen:
        note = "no entry has this hash: the log was cut or written anew since it was noted"
        tally.bad(Checked.LOG, head, State.MISSING, note)
    return account


def _problem(row: Found[Any], previous: str) -> str | None:
    if row.previous != previous:
        return "it does not follow the entry before it"
    # A hash is taken of what the columns say, so it is wrong for whatever was altered.
    fields = {name: getattr(row, name) for name in log.columns.keys()}  # noqa: SIM118
    return None if seal(fields) == row.hash else "its content and its hash differ"


def _take(account: Account, row: Found[Any]) -> None:
    account.head = row.hash
    account.actions[row.action] += 1
    if row.action in _OF_DOCUMENTS:
        account.seals[row.target] = _document_seal(row.new)
    elif row.action == Action.DECISION:
        account.decisions[row.sequence] = row.new


def _document_seal(text: str | None) -> DocumentSeal | None:
    try:
        return None if text is None else DocumentSeal.from_text(text)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
