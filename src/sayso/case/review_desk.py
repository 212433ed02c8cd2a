"""The review of a case: what to look at, what is proposed, what was decided, and deciding itself."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from itertools import islice
from typing import Protocol

from sqlalchemy import Connection

from sayso.case.decision_records import DecisionRow, RecordKind, Verdict
from sayso.case.decisions import find_decision
from sayso.case.log import Action, Deed, append
from sayso.case.review_deciding import By, edit, judge, reviewed, undo, undone_numbers
from sayso.case.review_items import read_item
from sayso.case.review_queue import (
    count_left,
    count_reasons,
    list_before,
    list_entries,
    place_in_queue,
)
from sayso.case.review_queueing import enqueue, unqueued
from sayso.case.review_records import (
    QueueCount,
    QueueEntry,
    QueuePlace,
    Review,
    ReviewItem,
    Why,
)
from sayso.case.review_restoring import Restored, restore
from sayso.case.review_sampling import Estimate, SampleOf, draw, estimate
from sayso.case.review_states import read_reviews

Reads = Callable[[], AbstractContextManager[Connection]]


class Writes(Protocol):
    """Gives a transaction; a ``durable`` one survives a loss of power."""

    def __call__(self, *, durable: bool = False) -> AbstractContextManager[Connection]: ...


class ReviewDesk:
    """What a person looks at; ``Case.desk`` decides, too."""

    def __init__(self, reads: Reads) -> None:
        self._reads = reads

    def next(
        self, after: QueuePlace | None = None, *, kinds: Sequence[RecordKind] = ()
    ) -> QueueEntry | None:
        """Return what waits first, or first behind ``after``; ``None`` at the end."""
        return next(iter(self.entries(after, kinds=kinds, limit=1)), None)

    def previous(
        self, before: QueuePlace, *, kinds: Sequence[RecordKind] = ()
    ) -> QueueEntry | None:
        """Return what waits just before a place."""
        with self._reads() as connection:
            return next(list_before(connection, before, kinds=kinds), None)

    def entries(
        self,
        after: QueuePlace | None = None,
        *,
        kinds: Sequence[RecordKind] = (),
        limit: int | None = None,
    ) -> tuple[QueueEntry, ...]:
        """List what waits, the most pressing first."""
        with self._reads() as connection:
            return tuple(islice(list_entries(connection, kinds=kinds, after=after), limit))

    def place(self, name: str) -> QueueEntry | None:
        """Return where a row waits, by its whole id; ``None`` if it does not."""
        with self._reads() as connection:
            return place_in_queue(connection, name)

    def left(self, *, kinds: Sequence[RecordKind] = ()) -> QueueCount:
        """Count what waits."""
        with self._reads() as connection:
            return count_left(connection, kinds=kinds)

    def reasons(self) -> tuple[tuple[Why, QueueCount], ...]:
        """Count what waits by why it does."""
        with self._reads() as connection:
            return count_reasons(connection)

    def item(self, name: str) -> ReviewItem:
        """Return what an id, or the beginning of one, names; CaseError if nothing, or several."""
        with self._reads() as connection:
            return read_item(connection, reviewed(connection, name))

    def states(self, kind: RecordKind, ids: Iterable[str]) -> dict[str, Review]:
        """Return how rows stand; those without a decision are left out."""
        with self._reads() as connection:
            return read_reviews(connection, kind, ids)

    def decision(self, number: int) -> DecisionRow | None:
        """Return one decision by its number; ``None`` if there is none."""
        with self._reads() as connection:
            return find_decision(connection, number)

    def undone(self) -> frozenset[int]:
        """Return the numbers of the decisions that were taken back."""
        with self._reads() as connection:
            return undone_numbers(connection)

    def draw(self, sample: SampleOf) -> tuple[str, ...]:
        """Return the ids of rows drawn at random."""
        with self._reads() as connection:
            return draw(connection, sample)[0]

    def estimate(self, sample: SampleOf) -> Estimate:
        """Return what the decisions on a sample say of all rows of its kind."""
        with self._reads() as connection:
            return estimate(connection, sample)

    def unqueued(self) -> tuple[str, ...]:
        """Return the documents whose rows were never looked through for the queue."""
        with self._reads() as connection:
            return unqueued(connection)


class DecidingDesk(ReviewDesk):
    """The desk of a case that is open for writing; each decision is one durable transaction."""

    def __init__(self, reads: Reads, writes: Writes) -> None:
        super().__init__(reads)
        self._writes = writes

    def judge(
        self, name: str, verdict: Verdict, *, actor: str, reason: str = "", now: datetime
    ) -> DecisionRow:
        """Accept, reject, leave open as unsure, or comment on a row.

        Two actors that may be one are merged or parted by it.
        """
        by = By(actor=actor, reason=reason, now=now)
        with self._writes(durable=True) as connection:
            return judge(connection, reviewed(connection, name), verdict, by)

    def edit(
        self, name: str, field: str, value: str, *, actor: str, reason: str = "", now: datetime
    ) -> DecisionRow:
        """Change a field of a row; an empty value says that the text does not say."""
        by = By(actor=actor, reason=reason, now=now)
        with self._writes(durable=True) as connection:
            return edit(connection, reviewed(connection, name), field, value, by)

    def undo(
        self, sequence: int | None = None, *, actor: str, reason: str = "", now: datetime
    ) -> DecisionRow:
        """Take back a decision, the latest of this actor that holds if no number is given."""
        by = By(actor=actor, reason=reason, now=now)
        with self._writes(durable=True) as connection:
            return undo(connection, sequence, by)

    def restore(
        self, rows: Iterable[DecisionRow], *, origin: str, head: str, actor: str, now: datetime
    ) -> Restored:
        """Take over the decisions of another case, in one transaction and in their order.

        ``origin`` names what they come from and ``head`` the head of its log; both go into the log.
        """
        numbers: dict[int, int] = {}
        orphaned = left_out = 0
        with self._writes(durable=True) as connection:
            deed = Deed(action=Action.UNPACK, target=origin, at=now, actor=actor, new=head)
            append(connection, deed)
            for row in rows:
                kept = restore(connection, row, numbers)
                if kept is None:
                    left_out += 1
                    continue
                numbers[row.sequence] = kept.sequence
                orphaned += kept.orphaned
        return Restored(taken=len(numbers), orphaned=orphaned, left_out=left_out)

    def fill(self) -> int:
        """Look through the documents of an older case for the queue; return how many there were."""
        documents = self.unqueued()
        for document in documents:
            with self._writes() as connection:
                enqueue(connection, document)
        return len(documents)
