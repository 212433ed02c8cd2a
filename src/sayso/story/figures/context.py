"""Context: what the figures of one text say of each other before they meet those of other texts."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.story.figures.compare import compare_in_order
from sayso.story.figures.kinds import KindTable
from sayso.story.figures.record import CountedFigure, CountedSet, NumberInterval
from sayso.story.figures.verdict import Policy, Verdict

_POLICY = Policy()
# Characters over which "on four" still means farms.
_REACH = 600


def with_context(
    figures: Sequence[CountedFigure], *, table: KindTable
) -> tuple[CountedFigure, ...]:
    """Complete the figures of one text by each other: what is counted, and what rivals say."""
    named = tuple(_named(figures, table))
    return tuple(replace(one, rivals=_rivals(one, named, table)) for one in named)


def _named(figures: Sequence[CountedFigure], table: KindTable) -> Iterator[CountedFigure]:
    """Let a number without a noun count what the last one of its class did: "on three farms … on four"."""
    last: dict[str | None, tuple[int, CountedSet]] = {}
    for one in figures:
        at = min((ground.span.start for ground in one.grounds), default=0)
        known = last.get(one.predicate)
        if one.counted.head is not None:
            last[one.predicate] = (at, one.counted)
        elif known and at - known[0] <= _REACH and _is_thing(known[1], one.predicate, table):
            last[one.predicate] = (at, known[1])
            head = known[1].head
            yield replace(one, counted=replace(one.counted, head=head, type=known[1].type))
            continue
        yield one


def _is_thing(counted: CountedSet, predicate: str | None, table: KindTable) -> bool:
    """Say whether something else is counted than what the class is said of by itself."""
    subject = table.subject.get(predicate or "")
    return subject is None or counted.type != subject


def _rivals(
    one: CountedFigure, figures: Sequence[CountedFigure], table: KindTable
) -> tuple[NumberInterval, ...]:
    """Return the numbers that other claimants give for the same, by the same text."""
    return tuple(
        other.number
        for other in figures
        if other.predicate == one.predicate
        and other.voice.claimant != one.voice.claimant
        and compare_in_order(one, other, policy=_POLICY, table=table).verdict is Verdict.CONFLICT
    )
