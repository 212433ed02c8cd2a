"""By place: texts that count the same in several countries, so that a number without one is of no known place."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations

from sayso.story.figures.kinds import KindTable
from sayso.story.figures.record import CountedFigure, Place
from sayso.story.figures.scopes import Extent, contained


def told_by_place(
    figures: Sequence[CountedFigure], *, table: KindTable
) -> tuple[CountedFigure, ...]:
    """Mark the figures of each class that the text counts in more than one country.

    Of one flood all numbers of a text are of the flood; of a disease each country has its own. Those
    who are held are held at a site, of which the rules of levels know.
    """
    named: defaultdict[str | None, dict[str, Place]] = defaultdict(dict)
    for one in figures:
        is_level = one.predicate in table.placed
        if one.scope.place is not None and one.scope.place_stated and not is_level:
            named[one.predicate][one.scope.place.key] = one.scope.place
    several = {predicate for predicate, places in named.items() if _are_abroad(places.values())}
    return tuple(
        replace(one, scope=replace(one.scope, by_place=True)) if one.predicate in several else one
        for one in figures
    )


def _are_abroad(places: Iterable[Place]) -> bool:
    return any(
        one.outermost != other.outermost and contained(one, other) is Extent.DISJOINT
        for one, other in combinations(places, 2)
    )
