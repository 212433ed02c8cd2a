"""Pairs: two figures with everything that the rules ask about the two."""

from decimal import Decimal
from functools import cached_property

from sayso.evidence.figure import Accrual
from sayso.frozen import dataclass
from sayso.story.figures.intervals import meet, same_statement, usual
from sayso.story.figures.kinds import KindTable
from sayso.story.figures.record import CountedFigure, Part
from sayso.story.figures.scopes import (
    Extent,
    Moment,
    contained,
    is_one_matter,
    joined,
    relate_moments,
    relate_periods,
    relate_places,
)
from sayso.story.figures.sets import (
    SOME,
    SetRelation,
    differ_in_unknown_words,
    relate_with_numbers,
)
from sayso.story.figures.verdict import Policy, Reason, Verdict

_OF_SETS = {
    SetRelation.EQUAL: Extent.EQUAL,
    SetRelation.SUBSET: Extent.WITHIN,
    SetRelation.SUPERSET: Extent.AROUND,
    SetRelation.DISJOINT: Extent.DISJOINT,
    SetRelation.OVERLAP: Extent.OVERLAP,
    SetRelation.UNKNOWN: Extent.UNKNOWN,
}
# Up to here many numbers of a matter are the same by chance, and so are those of full tens.
_SMALL, _ROUND = 12, 10
# Two numbers that differ by less are as good as one.
_AS_GOOD = Decimal("1.1")
_HELD = (Extent.WITHIN, Extent.AROUND)
# Smaller numbers are the same by chance even where all else is.
_A_FEW = 4
_APART = (Moment.BEFORE, Moment.AFTER)
# Reports of one march come out in so many days.
_OCCASION = 3


@dataclass(frozen=True, kw_only=True)
class Pair:
    """Two figures and how their sets, places, periods and times relate.

    Each is found when a rule first asks: of most pairs it is soon plain that they are of two places.
    """

    left: CountedFigure
    right: CountedFigure
    policy: Policy
    table: KindTable

    @cached_property
    def moment(self) -> Moment:
        return _moment(self.left, self.right, self.policy, occasion=self.occasion)

    @cached_property
    def one_matter(self) -> bool:
        return is_one_matter(self.left, self.right)

    @cached_property
    def sets(self) -> SetRelation:
        left, right = self.left, self.right
        sets = relate_with_numbers(
            left.counted,
            right.counted,
            same=same_statement(left.number, right.number),
            loose=self.moment in _APART,
            predicate=left.predicate,
            table=self.table,
        )
        sets = _by_inclusion(sets, left, right)
        open_ = sets is SetRelation.UNKNOWN or differ_in_unknown_words(
            sets, left.counted, right.counted, self.table
        )
        if open_ and _is_reworded(left, right) and self.one_matter:
            return SetRelation.EQUAL
        if self.moment in _APART and _is_the_one(sets, left, right):
            return SetRelation.EQUAL
        return sets

    @cached_property
    def places(self) -> Extent:
        left, right = self.left, self.right
        found = relate_places(
            left.scope, right.scope, one_matter=self.one_matter, placed=self.placed
        )
        if found in _HELD and self.sets is SetRelation.EQUAL and _is_of_the_matter(left, right):
            return Extent.EQUAL
        if found is Extent.UNKNOWN and self.one_matter and _is_said_again(left, right):
            return Extent.EQUAL
        return found

    @cached_property
    def periods(self) -> Extent:
        return relate_periods(self.left, self.right)

    @cached_property
    def scope(self) -> Extent:
        """Join sets, places and periods: whether the left is the same, a part, or the whole."""
        return joined(_OF_SETS[self.sets], self.places, self.periods)

    @property
    def settled(self) -> bool:
        return self.left.predicate in self.table.settled

    @property
    def placed(self) -> bool:
        return self.left.predicate in self.table.placed

    @property
    def occasion(self) -> bool:
        return self.left.predicate in self.table.occasions

    @property
    def grows(self) -> bool:
        """Say whether later counts hold all that earlier ones do."""
        return self.settled or Accrual.CUMULATIVE in (self.left.accrual, self.right.accrual)

    @property
    def is_copy(self) -> bool:
        """Say whether one document takes its words from the other, or both from a third."""
        origins = {self.left.voice.origin, self.right.voice.origin}
        return (
            self.left.document != self.right.document and len(origins) == 1 and None not in origins
        )

    @property
    def is_level_and_total(self) -> bool:
        """Say whether one counts what stands and the other what has come together so far."""
        return {self.left.accrual, self.right.accrual} == {Accrual.STOCK, Accrual.CUMULATIVE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a rule says: the verdict, why, the parts of the text that it looked at.

    ``swapped``: of part and whole, the right figure is the part.
    """

    verdict: Verdict
    reason: Reason
    parts: tuple[Part, ...]
    swapped: bool = False


def _is_said_again(left: CountedFigure, right: CountedFigure) -> bool:
    """Say whether the number alone tells that both are one: a copied one, or one that is not round."""
    origin = left.voice.origin
    if origin is not None and origin == right.voice.origin and left.document != right.document:
        return True
    best = left.number.best
    odd = best is not None and best > _SMALL and best % _ROUND != 0
    return odd and same_statement(left.number, right.number)


def _is_reworded(left: CountedFigure, right: CountedFigure) -> bool:
    """Say whether two texts give one number of one class in words that nobody knows how to relate.

    "Four soldiers", "four of our defenders": of one matter they are the same. Within one text they
    are not: it would not count them twice.
    """
    best = left.number.best
    if best is None or best < _A_FEW or left.document == right.document:
        return False
    return same_statement(left.number, right.number)


def _is_of_the_matter(left: CountedFigure, right: CountedFigure) -> bool:
    """Say whether a place that only one names is that of both: their numbers are as good as one."""
    known = contained(left.scope.place, right.scope.place) is not Extent.UNKNOWN
    numbers = (usual(one.number, reach=_AS_GOOD) for one in (left, right))
    return not known and meet(*numbers)


def _is_the_one(sets: SetRelation, left: CountedFigure, right: CountedFigure) -> bool:
    """Say whether one counts a single one, told as a man or a child: with one dead he is all the dead."""
    ends = {SetRelation.SUBSET: left, SetRelation.SUPERSET: right}
    one = ends.get(sets)
    return one is not None and one.number.best == 1 and SOME not in one.counted.restrictors


def _by_inclusion(sets: SetRelation, left: CountedFigure, right: CountedFigure) -> SetRelation:
    """Take for a part what leaves out whom the other counts in: "not counting the driver"."""
    if sets is not SetRelation.EQUAL or not (left.counted.inclusions and right.counted.inclusions):
        return sets
    ours, theirs = (
        {(one.flag, one.who): one.included for one in figure.counted.inclusions}
        for figure in (left, right)
    )
    opposed = {ours[key] for key in ours.keys() & theirs.keys() if ours[key] is not theirs[key]}
    if len(opposed) != 1 or None in opposed:
        return sets
    return SetRelation.SUPERSET if True in opposed else SetRelation.SUBSET


def _moment(left: CountedFigure, right: CountedFigure, policy: Policy, *, occasion: bool) -> Moment:
    """Relate the times of two counts; a copy counts nothing anew on the day it is put out."""
    days = max(policy.window_days, _OCCASION) if occasion else policy.window_days
    found = relate_moments(left, right, window_days=days)
    stated = left.scope.as_of_stated or right.scope.as_of_stated
    origin = left.voice.origin
    if origin is None or origin != right.voice.origin or left.document == right.document or stated:
        return found
    return Moment.SAME
