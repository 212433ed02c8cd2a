"""Which row the review shows, and which come before and after it: of the queue, or of a sample."""

from collections.abc import Sequence

from sayso.case import QueueEntry, QueuePlace, RecordKind, ReviewState, SampleOf, Why
from sayso.frozen import dataclass
from sayso.web.visit import AddressError, Visit

MOST_DRAWN = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The row that is shown with its neighbours; ``entry`` is ``None`` where nothing waits."""

    entry: QueueEntry | None
    preceding: QueueEntry | None
    following: QueueEntry | None
    kinds: tuple[RecordKind, ...]


def sample_of(visit: Visit) -> SampleOf | None:
    """Return the sample that the address asks for, if it does."""
    size = visit.number("sample", most=MOST_DRAWN)
    if size is None:
        return None
    kinds = kinds_of(visit)
    if not size or len(kinds) != 1 or kinds[0] is RecordKind.PROPOSAL:
        raise AddressError("a sample is of at least one row and of one kind, but not of proposals")
    field, _, value = (visit.query("of") or "").partition("=")
    return SampleOf(
        kind=kinds[0],
        size=size,
        seed=visit.number("seed") or 0,
        field=field or None,
        value=value if field else None,
    )


def kinds_of(visit: Visit) -> tuple[RecordKind, ...]:
    kind = visit.choice("kind", RecordKind)
    return () if kind is None else (kind,)


def find_row(visit: Visit, sample: SampleOf | None) -> Row:
    """Return the row of the address, or the first that waits, with the ones around it."""
    name = visit.request.path_params.get("record")
    if sample is not None:
        return _of_sample(visit, sample, name)
    desk, kinds = visit.case.desk, kinds_of(visit)
    entry = desk.next(kinds=kinds) if name is None else desk.place(name)
    if entry is None and name is not None:
        return _asked_for(visit, name, kinds)
    return Row(
        entry=entry,
        preceding=desk.previous(entry.at, kinds=kinds) if entry else None,
        following=desk.next(entry.at, kinds=kinds) if entry else None,
        kinds=kinds,
    )


def _asked_for(visit: Visit, name: str, kinds: tuple[RecordKind, ...]) -> Row:
    """Return a row that does not wait; behind it comes the first that does."""
    item = visit.case.desk.item(name)
    place = QueuePlace(rank=0, place="", record=item.id)
    return Row(
        entry=QueueEntry(at=place, kind=item.kind, id=item.id, why=Why.ASKED_FOR),
        preceding=None,
        following=visit.case.desk.next(kinds=kinds),
        kinds=kinds,
    )


def _of_sample(visit: Visit, sample: SampleOf, name: str | None) -> Row:
    drawn = visit.case.desk.draw(sample)
    at = drawn.index(name) if name in drawn else _first_open(visit, sample, drawn)
    around = (at - 1, at, at + 1) if at is not None else (-1, -1, -1)
    preceding, entry, following = (_drawn(sample, drawn, one) for one in around)
    return Row(entry=entry, preceding=preceding, following=following, kinds=(sample.kind,))


def _first_open(visit: Visit, sample: SampleOf, drawn: Sequence[str]) -> int | None:
    states = visit.case.desk.states(sample.kind, drawn)
    opened = (
        at
        for at, name in enumerate(drawn)
        if name not in states or states[name].state is ReviewState.OPEN
    )
    return next(opened, None)


def _drawn(sample: SampleOf, drawn: Sequence[str], at: int) -> QueueEntry | None:
    if not 0 <= at < len(drawn):
        return None
    place = QueuePlace(rank=0, place=f"{at:06}", record=drawn[at])
    return QueueEntry(at=place, kind=sample.kind, id=drawn[at], why=Why.SAMPLE)
