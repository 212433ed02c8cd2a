"""Scopes: how places and times of two figures relate."""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from sayso.dates import DayInterval
from sayso.evidence.figure import Accrual
from sayso.places.spelling import without_article, words_of
from sayso.story.actors.countries import country_of, is_country
from sayso.story.figures.record import TOLD, TOPIC, CountedFigure, Place, Scope

# Reports of one matter are written within this time of each other, unless they share much more.
ONE_MATTER = timedelta(days=60)
_LATE_REPORT = timedelta(days=400)
# How much two documents on one matter share at the least: near each other in time, and far.
_SHARED, _SHARED_LATER = 2, 3
# A name counts twice that both name among their first; a country counts once then, else not.
_FOREMOST = 4
# Pairs of documents of which it is kept what they share: many figures of one meet many of the other.
_REMEMBERED = 1 << 12
_SORTS = frozenset(("camp", "prison"))
_ROMANCE_ARTICLES = frozenset(("la", "le", "los"))


class Extent(StrEnum):
    """How the places, or the periods, of the left relate to those of the right."""

    EQUAL = "equal"
    WITHIN = "within"
    AROUND = "around"
    DISJOINT = "disjoint"
    OVERLAP = "overlap"
    UNKNOWN = "unknown"


class Moment(StrEnum):
    """How the times of two counts relate."""

    SAME = "same"
    BEFORE = "before"
    AFTER = "after"
    COARSE = "coarse"  # one is known too roughly to say
    UNKNOWN = "unknown"


def relate_places(
    left: Scope, right: Scope, *, one_matter: bool = False, placed: bool = False
) -> Extent:
    """Relate where two figures hold: by event if both have one and it is the same, else by place.

    Of ``one_matter``, a figure whose place is none of its own holds for all of it. What is
    ``placed``, such as those held, is at the site when the town is named that the site is called by.
    """
    if left.event is not None and right.event is not None and left.event != right.event:
        return Extent.DISJOINT
    if _are_one_place(left.place, right.place, placed=placed):
        return Extent.EQUAL
    if left.by_place or right.by_place:
        return contained(left.place, right.place)
    ours, theirs = _is_of_all(left), _is_of_all(right)
    one = one_matter or (left.event is not None and left.event == right.event)
    if _are_elsewhere(left, right):
        return Extent.DISJOINT
    if one and (ours or theirs):
        return Extent.EQUAL if ours and theirs else Extent.AROUND if ours else Extent.WITHIN
    return contained(left.place, right.place)


def _are_one_place(left: Place | None, right: Place | None, *, placed: bool) -> bool:
    """Say whether both are one place, or one a site that bears the name of the other around it."""
    if left is None or right is None:
        return False
    namesakes = (
        town.name in site.parents[:1] and _stem(town.name) & _stem(site.name)
        for site, town in ((left, right), (right, left))
    )
    return left.key == right.key or (placed and any(namesakes))


def _stem(label: str) -> frozenset[str]:
    """Return the words of a label before what it lies in, without articles and what sort of site it is."""
    words = without_article(words_of(label.partition(",")[0]))
    return frozenset(words) - _SORTS - _ROMANCE_ARTICLES


def _are_elsewhere(left: Scope, right: Scope) -> bool:
    """Say whether both name a place, and neither holds the other; what both texts are about is one."""
    if left.place is None or right.place is None or (left.central and right.central):
        return False
    if not (left.place_stated and right.place_stated):
        return False
    return contained(left.place, right.place) is Extent.DISJOINT


def contained(left: Place | None, right: Place | None) -> Extent:
    """Relate two places by those that hold them; they are told apart only if those are known."""
    if left is None or right is None:
        return Extent.UNKNOWN
    if left.key == right.key:
        return Extent.EQUAL
    if right.key in _around(left):
        return Extent.WITHIN
    if left.key in _around(right):
        return Extent.AROUND
    return Extent.DISJOINT if _is_known(left) and _is_known(right) else Extent.UNKNOWN


def _around(place: Place) -> frozenset[str]:
    return frozenset(parent.casefold() for parent in place.parents)


def _is_known(place: Place) -> bool:
    return bool(place.parents) or is_country(place.name)


def _is_of_all(scope: Scope) -> bool:
    return scope.place is None or scope.central or not scope.place_stated


def is_one_matter(left: CountedFigure, right: CountedFigure) -> bool:
    """Say whether two documents are about one matter: the later one is written, the more they share."""
    if left.document == right.document:
        return True
    apart = _least_apart(left.written, right.written)
    if apart > _LATE_REPORT:
        return False
    least = _SHARED if apart <= ONE_MATTER else _SHARED_LATER
    return _shared(left.scope.matter, right.scope.matter) >= least


@lru_cache(maxsize=_REMEMBERED)
def _shared(ours: tuple[str, ...], theirs: tuple[str, ...]) -> int:
    """Count what two documents are about alike, the foremost names twice; one less if no topic is."""
    common = [name for name in dict.fromkeys(ours) if name in theirs]
    first = {name for name in ours[:_FOREMOST] if name in theirs[:_FOREMOST]}
    shared = sum(
        (country_of(name) is None) + (name in first and not name.startswith((TOPIC, TOLD)))
        for name in common
    )
    return shared - _are_of_other_topics(ours, theirs)


def _are_of_other_topics(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Say whether both have topics, and none in common: names alone must then say more."""
    left = {one for one in ours if one.startswith(TOPIC)}
    return bool(left) and left.isdisjoint(theirs) and any(one.startswith(TOPIC) for one in theirs)


def _least_apart(left: DayInterval | None, right: DayInterval | None) -> timedelta:
    """Return how far two days are apart at the least; nothing where one of them is not known."""
    if left is None or right is None:
        return timedelta()
    is_first = (left.hi or date.max) <= (right.hi or date.max)
    early, late = (left, right) if is_first else (right, left)
    if early.hi is None or late.lo is None:
        return timedelta()
    return max(late.lo - early.hi, timedelta())


def relate_periods(left: CountedFigure, right: CountedFigure) -> Extent:
    """Relate the times over which two figures are counted.

    What happened long before a text was written is of another matter. Of one event a period is the
    event's own; a flow is within a running total that is counted later.
    """
    if _are_of_other_days(left, right):
        return Extent.DISJOINT
    kinds = (left.accrual, right.accrual)
    if Accrual.FLOW not in kinds or _one_event(left, right):
        return Extent.EQUAL
    if kinds == (Accrual.FLOW, Accrual.FLOW):
        return _intervals(left.scope.period, right.scope.period)
    if kinds == (Accrual.FLOW, Accrual.CUMULATIVE):
        return _within_total(left.scope.period, right.scope.as_of, Extent.WITHIN)
    if kinds == (Accrual.CUMULATIVE, Accrual.FLOW):
        return _within_total(right.scope.period, left.scope.as_of, Extent.AROUND)
    return Extent.UNKNOWN


def _are_of_other_days(left: CountedFigure, right: CountedFigure) -> bool:
    """Say whether what two figures count befell them at times that have no day in common."""
    ours, theirs = left.scope.period, right.scope.period
    if ours is not None and theirs is not None:
        return ours.intersection(theirs) is None
    return (ours is not None and _is_past(left)) or (theirs is not None and _is_past(right))


def _is_past(figure: CountedFigure) -> bool:
    period, written = figure.scope.period, figure.written
    if period is None or written is None or period.hi is None or written.lo is None:
        return False
    return written.lo - period.hi > ONE_MATTER


def _one_event(left: CountedFigure, right: CountedFigure) -> bool:
    return (
        left.scope.event is not None
        and left.scope.event == right.scope.event
        and left.scope.period == right.scope.period
    )


def _intervals(left: DayInterval | None, right: DayInterval | None) -> Extent:
    if left is None or right is None or left.days is None or right.days is None:
        return Extent.UNKNOWN
    if left == right:
        return Extent.EQUAL
    common = left.intersection(right)
    if common is None:
        return Extent.DISJOINT
    if common == left:
        return Extent.WITHIN
    return Extent.AROUND if common == right else Extent.OVERLAP


def _within_total(period: DayInterval | None, as_of: DayInterval | None, found: Extent) -> Extent:
    if period is None or as_of is None or period.hi is None or as_of.lo is None:
        return Extent.UNKNOWN
    return found if period.hi <= as_of.lo else Extent.UNKNOWN


def relate_moments(left: CountedFigure, right: CountedFigure, *, window_days: int) -> Moment:
    """Relate the times of two counts; those fewer than ``window_days`` days apart are the same."""
    ours, theirs = left.scope.as_of, right.scope.as_of
    if left.document == right.document and (ours == theirs or not _are_of_two_counts(left, right)):
        return Moment.SAME
    if left.document != right.document:
        ours, theirs = _as_told(left), _as_told(right)
    if ours is None or theirs is None:
        return Moment.UNKNOWN
    return _moments(ours, theirs, window_days)


def _as_told(figure: CountedFigure) -> DayInterval | None:
    """Return the time of a count; one of which a text only tells that it was before, by that text."""
    return figure.written if _is_former(figure) else figure.scope.as_of


def _is_former(figure: CountedFigure) -> bool:
    as_of = figure.scope.as_of
    return figure.scope.as_of_stated and as_of is not None and as_of.lo is None


def _are_of_two_counts(left: CountedFigure, right: CountedFigure) -> bool:
    """Say whether one text tells of two times: one that it names, and of a total also the other.

    What stands now stands beside what stood then; a total is told as of the day of the text, also
    where the day is named on which it befell them.
    """
    if _is_former(left) or _is_former(right):
        return True
    stated = (left.scope.as_of_stated, right.scope.as_of_stated)
    levels = Accrual.STOCK in (left.accrual, right.accrual)
    return any(stated) if levels else all(stated)


def _moments(left: DayInterval, right: DayInterval, window_days: int) -> Moment:
    if left == right and left.days is not None:
        return Moment.SAME
    if left.hi and right.lo and (right.lo - left.hi).days >= window_days:
        return Moment.BEFORE
    if right.hi and left.lo and (left.lo - right.hi).days >= window_days:
        return Moment.AFTER
    if left.days is not None and right.days is not None and _span(left, right) <= window_days:
        return Moment.SAME
    return Moment.COARSE


def _span(left: DayInterval, right: DayInterval) -> int:
    """Return the number of days from the first to the last of two closed intervals."""
    ends = [end for end in (left.lo, left.hi, right.lo, right.hi) if end]
    return (max(ends) - min(ends)).days + 1


def joined(*extents: Extent) -> Extent:
    """Return how a whole relates of which place, set and period relate so.

    All must point one way: men of the town and all people of the country are part and whole, all
    people of the town and the men of the country overlap.
    """
    found = frozenset(extents)
    for worst in (Extent.DISJOINT, Extent.UNKNOWN, Extent.OVERLAP):
        if worst in found:
            return worst
    if {Extent.WITHIN, Extent.AROUND} <= found:
        return Extent.OVERLAP
    return next((e for e in (Extent.WITHIN, Extent.AROUND) if e in found), Extent.EQUAL)
