"""Figures of which no class is known: what they measure, whether that is so, and when two tell one thing again."""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.evidence.figure import Figure, Modality
from sayso.language.analysis import Modifier, QuantityKind
from sayso.story.figures.intervals import same_statement
from sayso.story.figures.kinds import KindTable
from sayso.story.figures.measures import UNTOLD, Measured, measured_by, shipped_measures
from sayso.story.figures.record import TOLD, CountedFigure, NumberInterval
from sayso.story.figures.sets import SetRelation

_REACH = 90  # characters
# Before a number these tell of what is not yet, or not so: "would cost", "offered", "could rise to".
_AHEAD = re.compile(
    r"""\b (?: will | would | could | may | might | shall | should | [’']ll
      | (?:is|are|was|were)\s(?:to|expected|due|set|planned|likely) | plan(?:s|ned|ning)? | propos(?:es?|ed|al) | offer(?:s|ed)?
      | promis(?:es?|ed) | pledg(?:es?|ed) | want(?:s|ed)? | demand(?:s|ed)? | seek(?:s|ing)? | sought | appeal(?:s|ed)?\sfor
      | need(?:s|ed)? | ask(?:s|ed)?\sfor | forecast(?:s)? | expects? | foreseen | projected | target | goal | threaten(?:s|ed)?
    ) \b [^.;:!?]* $""",
    re.VERBOSE | re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:denie[sd]|never|not|n[’']t|no)\b[^.;:!?,]{0,60}$", re.IGNORECASE)
# A count so small is the same as another's by chance, and so is one of full tens.
_SMALL = 12
_SURE, _LIKELY = 3, 2  # digits that are written, but for noughts behind
_TOLD = 12  # numbers by which a document is known
_CLOSE = frozenset((SetRelation.EQUAL, SetRelation.SUBSET, SetRelation.SUPERSET))
_TIMES = frozenset((QuantityKind.AGE, QuantityKind.DURATION))
_NO_NUMBER = frozenset((Modifier.ORDINAL, Modifier.RATE, Modifier.INCREMENT))


def measure_of(figure: Figure, text: str) -> Measured | None:
    """Return what a figure without a class measures, if the words beside it say so."""
    if figure.predicate_span is not None or figure.quantity.kind in _TIMES:
        return None
    return measured_by(figure.quantity, text, table=shipped_measures())


def modality_before(figure: Figure, text: str) -> Modality | None:
    """Return whether an amount is told as a fact, by the words before it."""
    if figure.modality is not None:
        return figure.modality
    start = figure.quantity.span.start
    before = text[max(start - _REACH, 0) : start].rpartition("\n")[2]
    if _AHEAD.search(before):
        return Modality.PLANNED
    return Modality.DENIED if _DENIED.search(before) else None


def as_one_class(
    left: CountedFigure, right: CountedFigure
) -> tuple[CountedFigure, CountedFigure, bool]:
    """Let a figure whose class is not sure be of that of the other, where it leans to it; say whether one does."""
    ours, theirs = left.predicate_met, right.predicate_met
    if ours is None or ours != theirs or (left.is_classed and right.is_classed):
        return left, right, False
    return replace(left, predicate=ours), replace(right, predicate=ours), True


def with_told_numbers(figures: Sequence[CountedFigure]) -> tuple[CountedFigure, ...]:
    """Add to what a document is about the telling numbers of a class: "31 arrested" is told of few matters."""
    told = dict.fromkeys(
        f"{TOLD}{one.predicate} {one.number.best}"
        for one in figures
        if one.is_classed and telling_digits(one.number)
    )
    if not told:
        return tuple(figures)
    matter = (*figures[0].scope.matter, *tuple(told)[:_TOLD])
    return tuple(replace(one, scope=replace(one.scope, matter=matter)) for one in figures)


def is_kept(figure: CountedFigure, *, linked: bool) -> bool:
    """Say whether a figure can meet another: it has a class or a measure, is a part or whole, or tells by its number."""
    if figure.is_classed or linked or figure.leaning is not None:
        return True
    return figure.kind not in _TIMES and telling_digits(figure.number) > 0


def telling_digits(number: NumberInterval) -> int:
    """Return how many digits of a number make it unlike others: 3 of 1,270, none of 12, 90 and "about 1,000"."""
    best = number.best
    if best is None or best <= _SMALL or number.modifier in _NO_NUMBER:
        return 0
    digits = len(best.normalize().as_tuple().digits)
    return digits if digits >= _LIKELY else 0


def is_other_wording(left: CountedFigure, right: CountedFigure) -> bool:
    """Say whether two amounts of one measure may be of two things: "the cost of the trial", "the repair cost"."""
    atoms = left.counted.atoms, right.counted.atoms
    return atoms[0] != atoms[1] or UNTOLD in atoms[0]


def is_measured(figure: CountedFigure) -> bool:
    return figure.predicate in shipped_measures().names


def is_told_each_time_anew(figure: CountedFigure) -> bool:
    """Say whether there may be many of one measure in one story: fines, loans."""
    measure = shipped_measures().names.get(figure.predicate or "")
    return measure is not None and measure.once


def tells_again(
    left: CountedFigure, right: CountedFigure, sets: SetRelation, table: KindTable
) -> bool:
    """Say whether a number alone tells that two figures are one, though a class is missing or is a near one.

    "132 detainees", "the lawyers count 132": no other number of the matter is 132.
    """
    if not same_statement(left.number, right.number) or not _may_be_one_class(left, right, table):
        return False
    digits = min(telling_digits(left.number), telling_digits(right.number))
    if not digits or sets in (SetRelation.DISJOINT, SetRelation.OVERLAP):
        return False
    if left.kind is QuantityKind.COUNT:
        heads = (left.counted.head, right.counted.head)
        return digits >= _SURE or None in heads or sets in _CLOSE
    return digits >= _SURE


def _may_be_one_class(left: CountedFigure, right: CountedFigure, table: KindTable) -> bool:
    ours, theirs = left.predicate, right.predicate
    if not (left.is_classed and right.is_classed):
        return True
    return any({ours, theirs} <= group for group in table.kin)
