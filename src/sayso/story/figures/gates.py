"""Gates: why two figures cannot be compared at all. The first that applies is the answer."""

from functools import cache

from sayso.evidence.claim import Polarity
from sayso.evidence.figure import Accrual, Modality
from sayso.language.analysis import Modifier
from sayso.story.figures.intervals import same_statement
from sayso.story.figures.pair import Finding, Pair
from sayso.story.figures.record import CountedFigure, Part
from sayso.story.figures.scopes import Extent
from sayso.story.figures.sets import SetRelation
from sayso.story.figures.unclassed import is_measured, is_other_wording, is_told_each_time_anew
from sayso.story.figures.verdict import Reason, Verdict

# These say by how much, how often or which one, not how many there are.
_NO_LEVEL = frozenset((Modifier.INCREMENT, Modifier.RATE))
# The third case of a town is not the third of the country; what is unknown is told by its own gate.
_ALL_OF_ONE = frozenset((Extent.EQUAL, Extent.UNKNOWN, Extent.DISJOINT))
# A vague word for as many as these does tell something.
_DOZENS = 12


def not_a_level(pair: Pair) -> Finding | None:
    """Leave out what needs a base: "another 12"; the third of what does not add up is no third."""
    modifiers = {pair.left.number.modifier, pair.right.number.modifier}
    if modifiers == {Modifier.RATE} and same_statement(pair.left.number, pair.right.number):
        return None
    if pair.left.document != pair.right.document and any(map(_is_a_few, (pair.left, pair.right))):
        return _apart(Reason.NOT_A_LEVEL, Part.NUMBER, Part.MODIFIER)
    is_third = Modifier.ORDINAL in modifiers
    if modifiers & _NO_LEVEL or (is_third and not (pair.grows and pair.scope in _ALL_OF_ONE)):
        return _apart(Reason.NOT_A_LEVEL, Part.NUMBER, Part.MODIFIER)
    return None


def _is_a_few(figure: CountedFigure) -> bool:
    """Say whether a number is told by "several" or "a few", which any small number bears out."""
    number = figure.number
    return number.modifier is Modifier.VAGUE and number.hi is not None and number.hi < _DOZENS


def other_measure(pair: Pair) -> Finding | None:
    """Keep people from money, and euros from dollars."""
    left, right = pair.left, pair.right
    if (left.kind, left.unit) != (right.kind, right.unit):
        return _apart(Reason.OTHER_MEASURE, Part.NUMBER, Part.COUNTED)
    return None


def predicate_unknown(pair: Pair) -> Finding | None:
    """Require that it is known of both what befell the counted."""
    if not (pair.left.is_classed and pair.right.is_classed):
        return _apart(Reason.PREDICATE_UNKNOWN, Part.NUMBER, Part.PREDICATE)
    return None


def class_only_leans() -> Finding:
    """Leave open what hangs on a margin, or would be a conflict, where one side only may be of the class of the other."""
    return _apart(Reason.PREDICATE_UNKNOWN, Part.NUMBER, Part.PREDICATE)


def other_wording(pair: Pair) -> Finding | None:
    """Require of amounts that both are of one thing in so many words; of fines and loans there are many."""
    left, right = pair.left, pair.right
    if not is_measured(left) or same_statement(left.number, right.number):
        return None
    if is_told_each_time_anew(left):
        return _apart(Reason.OTHER_EVENT, Part.NUMBER, Part.PREDICATE)
    if is_other_wording(left, right):
        return _apart(Reason.SET_UNKNOWN, Part.NUMBER, Part.PREDICATE)
    return None


def other_predicate(pair: Pair) -> Finding | None:
    """Keep the killed from the injured."""
    if pair.left.predicate != pair.right.predicate:
        return _apart(Reason.OTHER_PREDICATE, Part.NUMBER, Part.PREDICATE)
    return None


def not_asserted(pair: Pair) -> Finding | None:
    """Plans, forecasts and denials have lanes of their own."""
    if not (is_asserted(pair.left) and is_asserted(pair.right)):
        return _apart(Reason.NOT_ASSERTED, Part.NUMBER, Part.PREDICATE, Part.CLAIMANT)
    return None


def other_accrual(pair: Pair) -> Finding | None:
    """Keep levels from movements, and from totals unless what befell once stays so."""
    kinds = {pair.left.accrual, pair.right.accrual}
    if kinds == {Accrual.STOCK, Accrual.FLOW} and not pair.settled:
        return _apart(Reason.OTHER_ACCRUAL, Part.NUMBER, Part.PREDICATE)
    if pair.is_level_and_total and not pair.settled:
        return _apart(Reason.OTHER_ACCRUAL, Part.NUMBER, Part.PREDICATE)
    return None


def other_event(pair: Pair) -> Finding | None:
    """Keep the tolls of two incidents apart."""
    events = {pair.left.scope.event, pair.right.scope.event} - {None}
    if len(events) > 1:
        return _apart(Reason.OTHER_EVENT, Part.NUMBER, Part.PREDICATE, Part.TIME, Part.PLACE)
    return None


def other_place(pair: Pair) -> Finding | None:
    """Keep places apart of which neither holds the other."""
    if pair.places is Extent.DISJOINT:
        return _apart(Reason.OTHER_PLACE, Part.NUMBER, Part.PLACE)
    return None


def place_unknown(pair: Pair) -> Finding | None:
    """Require that it is known of both where they hold."""
    if pair.places is Extent.UNKNOWN:
        return _apart(Reason.PLACE_UNKNOWN, Part.NUMBER, Part.PLACE)
    return None


def occasion_unknown(pair: Pair) -> Finding | None:
    """Require of two crowds that both texts say where they came together, unless one repeats the other.

    Where people march day after day in many towns, nothing else tells that two counts are of one march.
    """
    left, right = pair.left.scope, pair.right.scope
    known = left.place_stated and right.place_stated and None not in (left.place, right.place)
    one_text = pair.left.document == pair.right.document or pair.is_copy
    again = same_statement(pair.left.number, pair.right.number)
    same_event = left.event is not None and left.event == right.event
    if (
        not pair.occasion
        or one_text
        or again
        or same_event
        or (known and pair.places is Extent.EQUAL)
    ):
        return None
    return _apart(Reason.PLACE_UNKNOWN, Part.NUMBER, Part.PLACE)


def other_set(pair: Pair) -> Finding | None:
    """Keep men from women."""
    if pair.sets is SetRelation.DISJOINT:
        return _apart(Reason.OTHER_SET, Part.NUMBER, Part.COUNTED)
    return None


def sets_overlap(pair: Pair) -> Finding | None:
    """Keep sets apart that have members in common: some fighters are foreign, not all."""
    if pair.sets is SetRelation.OVERLAP:
        return _apart(Reason.SETS_OVERLAP, Part.NUMBER, Part.COUNTED)
    return None


def set_unknown(pair: Pair) -> Finding | None:
    """Require that it is known how the sets relate."""
    if pair.sets is SetRelation.UNKNOWN:
        return _apart(Reason.SET_UNKNOWN, Part.NUMBER, Part.COUNTED)
    return None


def other_period(pair: Pair) -> Finding | None:
    """Keep what was counted in March from what was counted in April."""
    if pair.periods in (Extent.DISJOINT, Extent.OVERLAP):
        return _apart(Reason.OTHER_PERIOD, Part.NUMBER, Part.TIME)
    return None


def period_unknown(pair: Pair) -> Finding | None:
    """Require that it is known over which time a movement is counted."""
    if pair.periods is Extent.UNKNOWN:
        return _apart(Reason.PERIOD_UNKNOWN, Part.NUMBER, Part.TIME)
    return None


def mixed_scope(pair: Pair) -> Finding | None:
    """Leave out a wider set in a narrower place: it is neither part nor whole."""
    if pair.scope is Extent.OVERLAP:
        return _apart(Reason.MIXED_SCOPE, Part.NUMBER, Part.COUNTED, Part.PLACE, Part.TIME)
    return None


def is_asserted(figure: CountedFigure) -> bool:
    """Take what nothing has read as anything else as told for a fact."""
    return figure.modality in (None, Modality.ASSERTED) and figure.polarity in (
        None,
        Polarity.POSITIVE,
    )


@cache
def _apart(reason: Reason, *parts: Part) -> Finding:
    return Finding(verdict=Verdict.NOT_COMPARABLE, reason=reason, parts=parts)
