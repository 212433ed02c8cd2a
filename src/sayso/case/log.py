"""The log of a case: what was done, by whom and why, each entry sealed by the one before."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Action(StrEnum):
    """What can be done to a case."""

    CREATE = "create"
    RUN = "run"
    FINISH = "finish"
    ADD = "add"
    REREAD = "reread"
    REPLACE = "replace"
    PROBLEM = "problem"
    DECISION = "decision"
    EXPORT = "export"
    BACKUP = "backup"
    UPGRADE = "upgrade"


@dataclass(frozen=True, slots=True, kw_only=True)
class LogEntry:
    """One entry; ``hash`` seals all other fields, ``previous`` among them."""

    sequence: int
    at: datetime
    actor: str
    tool_version: str
    action: Action
    target: str
    old: str | None
    new: str | None
    reason: str | None
    previous: str
    hash: str
