"""What checking a case finds."""

from enum import StrEnum

from sayso.frozen import dataclass


class State(StrEnum):
    """How an item compares with what the log says of it. Only ``OK`` is good."""

    OK = "ok"
    CHANGED = "changed"
    MISSING = "missing"
    UNVERIFIABLE = "unverifiable"


class Checked(StrEnum):
    """What was checked."""

    DATABASE = "database"
    LOG = "log"
    BLOB = "blob"
    TEXT = "text"
    ROWS = "rows"
    DECISION = "decision"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One item that is not as the log says; ``target`` is an id, a hash or a log number."""

    checked: Checked
    target: str
    state: State
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyReport:
    """The outcome of checking a whole case.

    ``tally`` counts items by what was checked and their state; ``findings`` lists all that are not
    ``OK``. ``orphans`` are files in ``blobs/`` that no document rests on: harmless remains of a
    run that was cut off. ``head`` is the hash of the last log entry: whoever noted it earlier can
    prove that nothing before it was altered.
    """

    tally: tuple[tuple[Checked, State, int], ...]
    findings: tuple[Finding, ...]
    orphans: tuple[str, ...]
    orphaned_decisions: int
    head: str

    @property
    def ok(self) -> bool:
        return not self.findings
