"""Disputes: whether two who speak for themselves hold one number against the other."""

from decimal import Decimal

from sayso.story.figures.intervals import is_below, same_statement
from sayso.story.figures.pair import Finding, Pair
from sayso.story.figures.record import CountedFigure, NumberInterval, Part
from sayso.story.figures.scopes import Extent
from sayso.story.figures.verdict import Reason, Verdict

_PARTS = (Part.NUMBER, Part.MODIFIER, Part.COUNTED, Part.PLACE, Part.TIME, Part.CLAIMANT)
# Two who count one thing do not differ more than so many times.
_ALIKE = 5


def is_disputed(early: CountedFigure, late: CountedFigure) -> bool:
    """Say whether the later text holds the earlier number against its own: both stand, and differ."""
    return any(same_statement(rival, early.number) for rival in late.rivals)


def are_rivals(early: CountedFigure, late: CountedFigure) -> bool:
    """Say whether another claimant gives fewer than were counted before, of what cannot grow less.

    A body that corrects itself, or the press that reports it, revises; one that never counted so
    many disputes.
    """
    names = (early.voice.name, late.voice.name)
    if None in names or names[0] == names[1] or early.document == late.document:
        return False
    if early.voice.official and late.voice.official:
        return False
    return is_below(late.number, early.number) and not early.number.soft and not late.number.soft


def disputed(pair: Pair, reason: Reason) -> Finding:
    """Tell conflict from variance: a conflict needs two who speak for themselves."""
    left, right = pair.left, pair.right
    one_claimant = left.voice.name is not None and left.voice.name == right.voice.name
    one_origin = left.voice.origin is not None and left.voice.origin == right.voice.origin
    # A text that gives two numbers in its own voice, or takes one over, does not dispute with itself.
    if left.document == right.document and (one_claimant or _are_one_voice(left, right)):
        return Finding(verdict=Verdict.NOT_COMPARABLE, reason=Reason.ONE_VOICE, parts=_PARTS)
    if one_claimant:
        return Finding(verdict=Verdict.COPYING_VARIANCE, reason=Reason.ONE_CLAIMANT, parts=_PARTS)
    # A copy of what two dispute copies the dispute.
    two = None not in (left.voice.claimant, right.voice.claimant)
    if one_origin and left.document != right.document and not two:
        return Finding(verdict=Verdict.COPYING_VARIANCE, reason=Reason.ONE_ORIGIN, parts=_PARTS)
    # Between the counts of two newsrooms on one day lie hours.
    if left.voice.claimant is None and right.voice.claimant is None:
        return Finding(verdict=Verdict.NOT_COMPARABLE, reason=Reason.TIME_TOO_COARSE, parts=_PARTS)
    return Finding(
        verdict=Verdict.CONFLICT,
        reason=reason,
        parts=_PARTS,
        swapped=reason is Reason.PART_EXCEEDS_WHOLE and pair.scope is Extent.AROUND,
    )


def _are_one_voice(left: CountedFigure, right: CountedFigure) -> bool:
    """Say whether a text does not hold one number against the other.

    It may hold its own against that of somebody named, if both can be counts of one thing.
    """
    unnamed = [one.voice.claimant for one in (left, right)].count(None)
    ends = sorted(end for one in (left, right) for end in _ends(one.number))
    alike = len(ends) > 1 and ends[-1] <= ends[0] * _ALIKE
    return unnamed > 1 or (unnamed == 1 and not alike)


def _ends(number: NumberInterval) -> tuple[Decimal, ...]:
    return tuple(end for end in (number.lo, number.hi) if end is not None)
