"""Conversions: one amount told in two units, "18 million crowns ($2.1 million)"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.language.analysis import QuantityKind
from sayso.story.figures.record import CountedFigure
from sayso.text import Span

# Fires between "18 million crowns" and "$2.1 million"; not on " and ", not on ", ".
_JOINT = re.compile(
    r"""\s* (?: [(\[] \s* (?: or | i\.e\. | equal\sto | (?:the\s)?equivalent\s(?:of|to) )?
      | ,? \s or | / | = | [–—]
      | ,? \s (?: that\sis | i\.e\. | equal\sto | (?:the\s)?equivalent\s(?:of|to) )
    ) ,? \s* (?: US )? \s*""",
    re.VERBOSE | re.IGNORECASE,
)
_MEASURED = frozenset(
    (
        QuantityKind.MONEY, QuantityKind.MASS, QuantityKind.DISTANCE, QuantityKind.AREA, QuantityKind.VOLUME,
        QuantityKind.SPEED, QuantityKind.TEMPERATURE,
    )
)  # fmt: skip


def with_conversions(
    figures: Sequence[CountedFigure], phrases: Mapping[str, Span], text: str
) -> tuple[CountedFigure, ...]:
    """Tie each amount to the one before it of which it is the other unit; ``phrases`` are theirs by id."""
    return tuple(_tied(figures, phrases, text))


def _tied(
    figures: Sequence[CountedFigure], phrases: Mapping[str, Span], text: str
) -> Iterator[CountedFigure]:
    before: CountedFigure | None = None
    for one in figures:
        if before is not None and _are_of_one_kind(before, one):
            between = text[phrases[before.id].end : phrases[one.id].start]
            tied = _JOINT.fullmatch(between) is not None
            yield replace(one, same_as=before.id) if tied else one
        else:
            yield one
        before = one


def _are_of_one_kind(one: CountedFigure, other: CountedFigure) -> bool:
    units = {one.unit, other.unit}
    return one.kind is other.kind and one.kind in _MEASURED and None not in units and len(units) > 1
