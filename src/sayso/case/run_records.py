"""Runs of the pipeline over a case, and what became of each item."""

from datetime import datetime
from typing import NewType

from sayso.frozen import dataclass

RunId = NewType("RunId", int)


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """The document is stored; ``id`` names it."""

    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlreadyThere:
    """The case held the document before; its path is noted as one more location of it."""

    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """What became of every item of a run: ``seen`` is the sum of the other three."""

    added: int
    already_there: int
    failed: int

    @property
    def seen(self) -> int:
        return self.added + self.already_there + self.failed


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run of the pipeline; ``totals`` is ``None`` while it goes on, or if it was cut off."""

    id: RunId
    started: datetime
    finished: datetime | None
    versions: tuple[tuple[str, str], ...]
    totals: Totals | None
