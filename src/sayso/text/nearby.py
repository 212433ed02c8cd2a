"""What lies near a span: things of a text by their places, so that a long text takes no longer for each."""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from itertools import accumulate
from typing import Generic, TypeVar

from sayso.text.span import Span

_T = TypeVar("_T")


class Nearby(Generic[_T]):
    """Things with a span each, to be asked for those that share characters with another span.

    What is asked for comes in the order of its places, of one place in the order in which it was given.
    """

    def __init__(self, things: Iterable[_T], *, span: Callable[[_T], Span]) -> None:
        placed = sorted(((span(thing), thing) for thing in things), key=lambda one: one[0])
        self._things = [thing for _, thing in placed]
        self._spans = [place for place, _ in placed]
        self._starts = [place.start for place in self._spans]
        # Up to where the things so far reach: none before a place that they do not reach is near it.
        self._reached = list(accumulate((place.end for place in self._spans), max))

    def overlapping(self, place: Span) -> list[_T]:
        """Return the things that share a character with a span."""
        return [self._things[at] for at in self._near(place) if self._spans[at].overlaps(place)]

    def inside(self, place: Span) -> list[_T]:
        """Return the things that lie in a span whole."""
        return [self._things[at] for at in self._near(place) if place.contains(self._spans[at])]

    def _near(self, place: Span) -> range:
        end = bisect_left(self._starts, place.end)
        first = end
        while first > 0 and self._reached[first - 1] > place.start:
            first -= 1
        return range(first, end)
