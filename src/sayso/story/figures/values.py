"""Value rules: what the numbers of two comparable figures say. The first that applies is the answer."""

from decimal import Decimal

from sayso.language.analysis import Modifier
from sayso.story.figures import gates
from sayso.story.figures.disputes import are_rivals, disputed, is_disputed
from sayso.story.figures.intervals import (
    UP_TO,
    at_most_meant,
    gap,
    holds,
    is_below,
    meet,
    same_statement,
    usual,
)
from sayso.story.figures.pair import Finding, Pair
from sayso.story.figures.record import CountedFigure, NumberInterval, Part
from sayso.story.figures.scopes import Extent, Moment
from sayso.story.figures.sets import SOME, SetRelation, relate_with_numbers
from sayso.story.figures.sums import summed
from sayso.story.figures.unclassed import tells_again
from sayso.story.figures.verdict import Reason, Verdict

_VALUES = (Part.NUMBER, Part.MODIFIER)
_SET_AND_SCOPE = (*_VALUES, Part.COUNTED, Part.PLACE)
_ONE_PLACE = (Extent.EQUAL, Extent.WITHIN, Extent.AROUND)
# Nobody can have left the dead: what falls to less than half counts others. A camp may empty.
_FALLS, _MOVES = 2, 10


def said_to_be_part(pair: Pair) -> Finding | None:
    """Believe the text: "81 of the 120"."""
    swapped = pair.right.part_of == pair.left.id
    if swapped or pair.left.part_of == pair.right.id:
        part = pair.right if swapped else pair.left
        adds = part.number.modifier is Modifier.INCREMENT
        reason = Reason.ADDED if adds else Reason.SAID_TO_BE_PART
        return Finding(verdict=Verdict.PART_OF, reason=reason, parts=_VALUES, swapped=swapped)
    return None


def said_to_be_same(pair: Pair) -> Finding | None:
    """Believe the text: "18 million crowns ($2.1 million)"."""
    if pair.right.same_as == pair.left.id or pair.left.same_as == pair.right.id:
        return Finding(verdict=Verdict.AGREE, reason=Reason.CONVERTED, parts=_VALUES)
    return None


def told_again(pair: Pair) -> Finding | None:
    """Find one figure where the number alone tells that both are: a class is missing, or a near one."""
    left, right = pair.left, pair.right
    if left.is_classed and left.predicate == right.predicate:
        return None
    apart = pair.places is Extent.DISJOINT or not pair.one_matter
    if apart or not (gates.is_asserted(left) and gates.is_asserted(right)):
        return None
    if not tells_again(left, right, pair.sets, pair.table):
        return None
    return Finding(verdict=Verdict.AGREE, reason=Reason.TOLD_AGAIN, parts=_SET_AND_SCOPE)


def inclusion_rule(pair: Pair) -> Finding | None:
    """Explain a difference by just those whom one of two figures counts in, or the other leaves out."""
    left, right = pair.left.number, pair.right.number
    if pair.scope is not Extent.EQUAL or not (left.is_exact and right.is_exact):
        return None
    swapped = is_below(right, left)
    few, many = (pair.right, pair.left) if swapped else (pair.left, pair.right)
    apart = (many.number.lo or Decimal(0)) - (few.number.lo or Decimal(0))
    if apart and apart in _in_doubt(few, many):
        return Finding(
            verdict=Verdict.PART_OF,
            reason=Reason.INCLUSION_RULE,
            parts=_SET_AND_SCOPE,
            swapped=swapped,
        )
    return None


def part_fits(pair: Pair) -> Finding | None:
    """Find a part that fits into its whole."""
    ends = _part_and_whole(pair)
    if ends is not None and ends[0].hi == 0 and ends[1].lo != 0:
        # None of some is no part of all: it says whom the number does not count.
        return Finding(
            verdict=Verdict.NOT_COMPARABLE, reason=Reason.MIXED_SCOPE, parts=_SET_AND_SCOPE
        )
    if ends is None or _exceeds(*ends) or not _can_bound(pair):
        return None
    return _part(pair, Verdict.PART_OF, Reason.PART_FITS)


def part_at_unknown_place(pair: Pair) -> Finding | None:
    """Leave open whether a level is part of another where only one place is named.

    Those held are held somewhere: without it, the fighters of one camp fit into the people of another.
    """
    scopes = (pair.left.scope, pair.right.scope)
    names = {scope.place.name for scope in scopes if scope.place}
    known = len(names) == 1 and all(scope.place and scope.place_stated for scope in scopes)
    same_event = scopes[0].event is not None and scopes[0].event == scopes[1].event
    if _part_and_whole(pair) is None or not pair.placed or known or same_event:
        return None
    if pair.places in (Extent.WITHIN, Extent.AROUND) and all(s.place_stated for s in scopes):
        return None
    return Finding(
        verdict=Verdict.NOT_COMPARABLE, reason=Reason.PLACE_UNKNOWN, parts=_SET_AND_SCOPE
    )


def outgrown(pair: Pair) -> Finding | None:
    """Find a toll that has risen where the later count of some exceeds the earlier one of all."""
    ends = _part_and_whole(pair)
    later = Moment.AFTER if pair.scope is Extent.WITHIN else Moment.BEFORE
    if ends is None or not pair.settled or pair.moment is not later or not _exceeds(*ends):
        return None
    part = pair.left if pair.scope is Extent.WITHIN else pair.right
    if SOME in part.counted.restrictors or _are_far_apart(*ends, times=_MOVES):
        return None
    return Finding(
        verdict=Verdict.CHANGED, reason=Reason.UPDATE, parts=(*_SET_AND_SCOPE, Part.TIME)
    )


def part_at_other_time(pair: Pair) -> Finding | None:
    """Leave open a part of now against the whole of then."""
    if _part_and_whole(pair) is None or _can_bound(pair):
        return None
    reason = Reason.TIME_UNKNOWN if pair.moment is Moment.UNKNOWN else Reason.OTHER_TIME
    return Finding(
        verdict=Verdict.NOT_COMPARABLE, reason=reason, parts=(*_SET_AND_SCOPE, Part.TIME)
    )


def part_exceeds_whole(pair: Pair) -> Finding | None:
    """Find more women than people, counted at one time."""
    ends = _part_and_whole(pair)
    if ends is None:
        return None
    nearly = gap(*ends) <= pair.policy.near and (ends[0].soft or ends[1].soft)
    if nearly:
        return _part(pair, Verdict.NEAR, Reason.SOFT_BOUNDS_NEARLY_MEET)
    return disputed(pair, Reason.PART_EXCEEDS_WHOLE)


def same_figure(pair: Pair) -> Finding | None:
    """Find the same number under the same hedge."""
    if not same_statement(pair.left.number, pair.right.number):
        return None
    at_once = pair.moment in (Moment.SAME, Moment.COARSE, Moment.UNKNOWN)
    reason = Reason.SAME_STATEMENT if at_once else Reason.UNCHANGED
    return Finding(verdict=Verdict.AGREE, reason=reason, parts=_SET_AND_SCOPE)


def summed_up(pair: Pair) -> Finding | None:
    """Find the whole that siblings come to: "ten women and seven men", "17 people"."""
    sums = [summed(one) for one in (pair.left, pair.right)]
    for one, other, swapped in ((sums[0], pair.right, False), (sums[1], pair.left, True)):
        if one is not None and _is_sum_of(one, other, pair):
            return Finding(
                verdict=Verdict.PART_OF,
                reason=Reason.SUM_OF_PARTS,
                parts=_SET_AND_SCOPE,
                swapped=swapped,
            )
    return None


def _is_sum_of(sums: CountedFigure, whole: CountedFigure, pair: Pair) -> bool:
    if pair.places not in _ONE_PLACE or not same_statement(sums.number, whole.number):
        return False
    sets = relate_with_numbers(
        sums.counted, whole.counted, same=True, predicate=whole.predicate, table=pair.table
    )
    return sets is SetRelation.EQUAL


def ordinal_reached(pair: Pair) -> Finding | None:
    """Hold "the nineteenth victim" to be nineteen in all."""
    left, right = pair.left.number, pair.right.number
    one_is = (left.modifier is Modifier.ORDINAL) is not (right.modifier is Modifier.ORDINAL)
    if one_is and left.best is not None and left.best == right.best:
        return Finding(verdict=Verdict.AGREE, reason=Reason.ORDINAL_REACHED, parts=_SET_AND_SCOPE)
    return None


def copied_otherwise(pair: Pair) -> Finding | None:
    """Find another number, or another bound, where the same words were taken over."""
    left, right = pair.left.number, pair.right.number
    written = left.best is not None and right.best is not None and left.best != right.best
    one_voice = pair.left.voice.name == pair.right.voice.name
    at_once = pair.is_copy and pair.moment is Moment.SAME
    if at_once and one_voice and written and left.modifier is right.modifier:
        return Finding(
            verdict=Verdict.COPYING_VARIANCE,
            reason=Reason.ONE_ORIGIN,
            parts=(*_SET_AND_SCOPE, Part.TIME, Part.CLAIMANT),
        )
    return None


def moved(pair: Pair) -> Finding | None:
    """Find another number, as the words are meant, at another time."""
    if pair.moment not in (Moment.BEFORE, Moment.AFTER):
        return None
    early, late = (
        (pair.left, pair.right) if pair.moment is Moment.BEFORE else (pair.right, pair.left)
    )
    reach = pair.policy.reach_of_toll if pair.settled else pair.policy.reach
    then, now = (usual(f.number, reach=reach) for f in (early, late))
    if _are_upper(then, now):
        then, now = at_most_meant(then), at_most_meant(now)
    if meet(then, now):
        return None
    up = is_below(then, now)
    if pair.occasion:
        return Finding(
            verdict=Verdict.NOT_COMPARABLE, reason=Reason.OTHER_EVENT, parts=(*_VALUES, Part.TIME)
        )
    falls = pair.settled and not up
    if is_disputed(early, late) or (falls and are_rivals(early, late)):
        return disputed(pair, Reason.BOUNDS_EXCLUDE)
    if _are_far_apart(then, now, times=_FALLS if falls else _MOVES):
        return Finding(
            verdict=Verdict.NOT_COMPARABLE, reason=Reason.FAR_APART, parts=(*_VALUES, Part.TIME)
        )
    return Finding(
        verdict=Verdict.CHANGED,
        reason=_movement(pair, up=up),
        parts=(*_VALUES, Part.TIME),
    )


def _are_upper(then: NumberInterval, now: NumberInterval) -> bool:
    """Say whether both say "up to n": the n that is feared has moved, wherever the true number is."""
    return all(one.modifier in UP_TO and one.best is not None for one in (then, now))


def _are_far_apart(one: NumberInterval, other: NumberInterval, *, times: int) -> bool:
    """Say whether one is so many times the other that it is another count, whatever the words."""
    low, high = (one, other) if is_below(one, other) else (other, one)
    return low.hi is not None and high.lo is not None and low.hi * times < high.lo


def narrower(pair: Pair) -> Finding | None:
    """Find bounds that lie within the other, and so tell more."""
    left, right = pair.left.number, pair.right.number
    if holds(left, right) or holds(right, left):
        return Finding(verdict=Verdict.COMPATIBLE, reason=Reason.NARROWER, parts=_SET_AND_SCOPE)
    return None


def margins_meet(pair: Pair) -> Finding | None:
    """Find numbers that meet only at their margins: about 2,500 and about 2,000."""
    left, right = pair.left.number, pair.right.number
    written = left.best is not None and right.best is not None and left.best != right.best
    if written and left.soft and right.soft and meet(left, right):
        return Finding(verdict=Verdict.NEAR, reason=Reason.MARGINS_MEET, parts=_SET_AND_SCOPE)
    return None


def overlapping_bounds(pair: Pair) -> Finding | None:
    """Find bounds behind which one true number could lie."""
    if meet(pair.left.number, pair.right.number):
        return Finding(
            verdict=Verdict.COMPATIBLE, reason=Reason.OVERLAPPING_BOUNDS, parts=_SET_AND_SCOPE
        )
    return None


def time_unknown(pair: Pair) -> Finding | None:
    """Leave open numbers that exclude each other and may be of two times."""
    reasons = {Moment.UNKNOWN: Reason.TIME_UNKNOWN, Moment.COARSE: Reason.TIME_TOO_COARSE}
    if pair.moment not in reasons:
        return None
    return Finding(
        verdict=Verdict.NOT_COMPARABLE, reason=reasons[pair.moment], parts=(*_VALUES, Part.TIME)
    )


def nearly_meet(pair: Pair) -> Finding | None:
    """Find hedged numbers that just miss each other: about 2,600 and about 3,400."""
    left, right = pair.left.number, pair.right.number
    if (left.soft or right.soft) and gap(left, right) <= pair.policy.near:
        return Finding(
            verdict=Verdict.NEAR, reason=Reason.SOFT_BOUNDS_NEARLY_MEET, parts=_SET_AND_SCOPE
        )
    return None


def bounds_exclude(pair: Pair) -> Finding | None:
    """Find figures of which all is equal but the numbers."""
    return disputed(pair, Reason.BOUNDS_EXCLUDE)


def _movement(pair: Pair, *, up: bool) -> Reason:
    if pair.grows:
        return Reason.UPDATE if up else Reason.DOWNWARD_REVISION
    return Reason.INCREASE if up else Reason.DECREASE


def _in_doubt(few: CountedFigure, many: CountedFigure) -> frozenset[Decimal]:
    """Return how many there are of those whom only the greater figure may count in."""
    said = {
        side: {(one.flag, one.who): one for one in figure.counted.inclusions}
        for side, figure in (("few", few), ("many", many))
    }
    found = set()
    for key in {*said["few"], *said["many"]}:
        less, more = said["few"].get(key), said["many"].get(key)
        left_out = less is None or less.included is not True
        counted_in = more is None or more.included is not False
        numbers = {one.number for one in (less, more) if one is not None} - {None}
        if left_out and counted_in:
            found |= numbers
    return frozenset(number for number in found if number is not None)


def _part_and_whole(pair: Pair) -> tuple[NumberInterval, NumberInterval] | None:
    if pair.scope is Extent.WITHIN:
        return pair.left.number, pair.right.number
    if pair.scope is Extent.AROUND:
        return pair.right.number, pair.left.number
    return None


def _exceeds(part: NumberInterval, whole: NumberInterval) -> bool:
    return is_below(whole, part)


def _can_bound(pair: Pair) -> bool:
    """Say whether the whole bounds the part: at one time, or later where nothing is taken away.

    A period within another, or before the day of a running total, is part of it whenever counted.
    """
    if pair.moment is Moment.SAME or pair.periods in (Extent.WITHIN, Extent.AROUND):
        return True
    later = Moment.BEFORE if pair.scope is Extent.WITHIN else Moment.AFTER
    return pair.grows and pair.moment is later


def _part(pair: Pair, verdict: Verdict, reason: Reason) -> Finding:
    return Finding(
        verdict=verdict,
        reason=reason,
        parts=_SET_AND_SCOPE,
        swapped=pair.scope is Extent.AROUND,
    )
