"""Sums: siblings that a clause counts side by side, "ten women and seven men", as one number."""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.story.figures.intervals import plus
from sayso.story.figures.kinds import KindTable
from sayso.story.figures.record import CountedFigure, CountedSet, Part, Together
from sayso.story.figures.sets import SetRelation, relate_sets
from sayso.text import Span

# Between two siblings: "ten women and seven men", "two guards, three cooks and a driver".
_JOINT = re.compile(r"\s*(?:,|,?\s+and|,?\s+as\s+well\s+as)\s+", re.IGNORECASE)


def with_sums(
    figures: Sequence[CountedFigure], text: str, *, table: KindTable
) -> tuple[CountedFigure, ...]:
    """Give the first of each row of siblings what they come to; ``figures`` in the order of the text."""
    found = list(figures)
    at = 0
    while at < len(found):
        row = _row(found, at, text, table)
        if len(row) > 1:
            found[at] = replace(found[at], together=_together(row, table))
        at += max(len(row), 1)
    return tuple(found)


def summed(figure: CountedFigure) -> CountedFigure | None:
    """Return the figure of what it and its siblings come to, ``None`` if it has no siblings."""
    if figure.together is None:
        return None
    return replace(
        figure, number=figure.together.number, counted=figure.together.counted, together=None
    )


def _row(
    figures: Sequence[CountedFigure], at: int, text: str, table: KindTable
) -> list[CountedFigure]:
    """Return the siblings from one figure on: one class, one voice, sets with no member in common."""
    row = [figures[at]]
    for one in figures[at + 1 :]:
        if not _are_siblings(row[-1], one, text) or not _are_disjoint(one, row, table):
            break
        row.append(one)
    return row


def _are_siblings(left: CountedFigure, right: CountedFigure, text: str) -> bool:
    alike = (left.predicate, left.modality, left.part_of, left.voice.claimant) == (
        right.predicate, right.modality, right.part_of, right.voice.claimant,
    )  # fmt: skip
    # Parts of a whole that the text gives have their sum already.
    if not alike or left.part_of is not None or left.predicate is None:
        return False
    end, start = _end(left), _start(right)
    return end <= start and _JOINT.fullmatch(text[end:start]) is not None


def _are_disjoint(one: CountedFigure, row: Sequence[CountedFigure], table: KindTable) -> bool:
    return all(
        one.counted.head is not None
        and other.counted.head is not None
        and table.top(one.counted.head) == table.top(other.counted.head)
        and relate_sets(one.counted, other.counted, predicate=one.predicate, table=table)
        in (SetRelation.DISJOINT, SetRelation.OVERLAP)
        for other in row
    )


def _together(row: Sequence[CountedFigure], table: KindTable) -> Together:
    number = row[0].number
    for one in row[1:]:
        number = plus(number, one.number)
    head = table.top(row[0].counted.head or "")
    common = frozenset.intersection(*(one.counted.restrictors for one in row))
    return Together(
        number=number,
        counted=CountedSet(head=head, restrictors=common, type=head),
        numbers=tuple(span for one in row[1:] for span in one.spans(Part.NUMBER)),
    )


def _span(figure: CountedFigure) -> tuple[Span, ...]:
    return figure.spans(Part.NUMBER, Part.MODIFIER, Part.COUNTED)


def _start(figure: CountedFigure) -> int:
    return min((span.start for span in _span(figure)), default=0)


def _end(figure: CountedFigure) -> int:
    return max((span.end for span in _span(figure)), default=0)
