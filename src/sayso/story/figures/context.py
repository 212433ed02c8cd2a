"""Context: what the figures of one text say of each other before they meet those of other texts."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.story.figures.by_place import told_by_place
from sayso.story.figures.compare import compare_in_order
from sayso.story.figures.kinds import KindTable
from sayso.story.figures.record import CountedFigure, CountedSet, NumberInterval
from sayso.story.figures.sets import SOME
from sayso.story.figures.verdict import Policy, Verdict

_POLICY = Policy()
# Characters over which "on four" still means farms.
_REACH = 600


def with_context(
    figures: Sequence[CountedFigure], *, table: KindTable
) -> tuple[CountedFigure, ...]:
    """Complete the figures of one text by each other: what is counted, and what rivals say."""
    named = told_by_place(tuple(_named(figures, table)), table=table)
    return tuple(replace(one, rivals=(*one.rivals, *_rivals(one, named, table))) for one in named)


def _named(figures: Sequence[CountedFigure], table: KindTable) -> Iterator[CountedFigure]:
    """Let a number without a noun count what the last one of its class did: "on three farms … on four".

    Of people it does so where another voice gives its own number: "police spoke of 300 marchers,
    the union of 900".
    """
    last: dict[str | None, tuple[int, CountedFigure]] = {}
    for one in figures:
        at = min((ground.span.start for ground in one.grounds), default=0)
        before = last.get(one.predicate)
        goes_on = (
            before is not None and at - before[0] <= _REACH and _goes_on(one, before[1], table)
        )
        named = _as(one, before[1], table) if before and goes_on else one
        if named.counted.head is not None and (goes_on or not _is_open(one)):
            last[one.predicate] = (at, named)
        yield named


def _as(one: CountedFigure, last: CountedFigure, table: KindTable) -> CountedFigure:
    """Let a figure count what the last one did; of things, any such."""
    known = last.counted
    counted = replace(one.counted, head=known.head, type=known.type)
    if not _is_thing(known, one.predicate, table):
        counted = replace(counted, restrictors=known.restrictors)
    return replace(one, counted=counted)


def _goes_on(one: CountedFigure, last: CountedFigure, table: KindTable) -> bool:
    if one.counted.head is not None:
        return False
    if _is_thing(last.counted, one.predicate, table):
        return True
    names = (one.voice.name, last.voice.name)  # None: the text's own count
    return (
        one.part_of is None
        and not one.counted.restrictors
        and names[0] is not None
        and len(set(names)) > 1
    )


def _is_open(one: CountedFigure) -> bool:
    return one.part_of is not None or bool(one.counted.restrictors & {SOME})


def _is_thing(counted: CountedSet, predicate: str | None, table: KindTable) -> bool:
    """Say whether something else is counted than what the class is said of by itself."""
    subject = table.subject.get(predicate or "")
    return subject is None or counted.type not in (subject, "place")


def _rivals(
    one: CountedFigure, figures: Sequence[CountedFigure], table: KindTable
) -> tuple[NumberInterval, ...]:
    """Return the numbers that other claimants give for the same, by the same text."""
    return tuple(
        other.number
        for other in figures
        if other.predicate == one.predicate
        and other.voice.name != one.voice.name
        and compare_in_order(one, other, policy=_POLICY, table=table).verdict is Verdict.CONFLICT
    )
