"""Lists of review: what waits and was drawn, and what was decided."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.case import Edit, QueueEntry, QueuePlace, RecordKind, ReviewState, SampleOf, Verdict, Why
from sayso.cli.invocation import Invocation
from sayso.cli.listing import Column, ListOptions, print_list
from sayso.frozen import dataclass
from sayso.text import Span

if TYPE_CHECKING:
    from sayso.case import Case, DecisionRow, ReviewItem

# A list that nobody narrowed shows so many: each row is read with its words.
_LISTED = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueItem:
    """A row that waits; ``document``, ``start`` and ``end`` are those of its first place."""

    id: str
    kind: RecordKind
    why: Why
    state: ReviewState
    document: str
    start: int
    end: int
    title: str
    edits: tuple[Edit, ...]
    comments: int
    spans: tuple[Span, ...]
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptItem:
    """A decision; ``current`` is the row that has its characters now, none if it is orphaned."""

    number: int
    at: str
    by: str
    verdict: Verdict
    kind: RecordKind
    target: str
    current: str | None
    field: str | None
    old: str | None
    new: str | None
    reason: str
    document: str
    spans: tuple[Span, ...]
    holds: bool


def _standing(row: KeptItem) -> str:
    if not row.holds:
        return "taken back"
    return "holds" if row.current else "orphaned"


_COLUMNS: tuple[Column[QueueItem], ...] = (
    Column("ID", lambda row: row.id),
    Column("KIND", lambda row: row.kind.replace("_", " ")),
    Column("WHY", lambda row: row.why.replace("_", " ")),
    Column("STATE", lambda row: "" if row.state is ReviewState.OPEN else row.state),
    Column("WHAT", lambda row: row.title, share=3),
    Column("DOCUMENT", lambda row: row.document),
)
_DECISIONS: tuple[Column[KeptItem], ...] = (
    Column("NUMBER", lambda row: str(row.number), right=True),
    Column("AT", lambda row: row.at),
    Column("BY", lambda row: row.by),
    Column("VERDICT", lambda row: row.verdict),
    Column("ROW", lambda row: row.target),
    Column("STATE", _standing),
    Column("FIELD", lambda row: row.field or ""),
    Column("NEW", lambda row: row.new or "", share=2),
    Column("REASON", lambda row: row.reason, share=3),
)


def drawn_rows(case: "Case", drawing: SampleOf) -> Iterator[QueueEntry]:
    for at, name in enumerate(case.desk.draw(drawing)):
        place = QueuePlace(rank=0, place=f"{at:06}", record=name)
        yield QueueEntry(at=place, kind=drawing.kind, id=name, why=Why.SAMPLE)


def print_queue(
    case: "Case",
    options: ListOptions,
    invocation: Invocation,
    kinds: tuple[RecordKind, ...],
    drawing: SampleOf | None,
) -> None:
    most = options.limit or _LISTED
    entries = (
        tuple(drawn_rows(case, drawing))
        if drawing is not None
        else case.desk.entries(kinds=kinds, limit=most)
    )
    print_list(
        (_item(case.desk.item(one.id), one.why) for one in entries),
        _COLUMNS,
        kind=QueueItem,
        name="review",
        options=options,
        invocation=invocation,
    )
    if drawing is None:
        left = case.desk.left(kinds=kinds)
        if left.number > len(entries):
            more = " or more" if left.more else ""
            invocation.say(f"{left.number:,}{more} wait, {len(entries)} listed: --limit")


def _item(item: "ReviewItem", why: Why) -> QueueItem:
    first = item.sides[0]
    return QueueItem(
        id=item.id,
        kind=item.kind,
        why=why,
        state=item.state,
        document=first.document,
        start=first.spans[0].start if first.spans else 0,
        end=first.spans[-1].end if first.spans else 0,
        title=item.title,
        edits=item.review.edits if item.review else (),
        comments=item.review.comments if item.review else 0,
        spans=first.spans,
        rule=item.rule,
    )


def print_decisions(
    case: "Case", options: ListOptions, invocation: Invocation, *, orphaned: bool
) -> None:
    undone = case.desk.undone()
    print_list(
        (_kept(row, undone) for row in case.decisions(orphaned=orphaned)),
        _DECISIONS,
        kind=KeptItem,
        name="decisions",
        options=options,
        invocation=invocation,
    )


def _kept(row: "DecisionRow", undone: frozenset[int]) -> KeptItem:
    decision = row.decision
    return KeptItem(
        number=row.sequence,
        at=row.at.isoformat(timespec="minutes"),
        by=decision.actor,
        verdict=decision.verdict,
        kind=row.kind,
        target=decision.target,
        current=row.current,
        field=decision.field,
        old=decision.old,
        new=decision.new,
        reason=decision.reason,
        document=row.document,
        spans=row.spans,
        holds=row.sequence not in undone,
    )
