"""Weights of days: how likely each tie, or all copies of a text together, are for a day of writing.

Copies whose order is not known hang together: either the text is what they all were made from, or it was
made from the earliest of them as the others were.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import log, prod
from typing import Protocol

from sayso.story.dating.laws import Law
from sayso.story.dating.tie import Tie, TieKind

# Where ties that are not what they seem lie: somewhere in the months of a story.
_ANYWHERE = 1 / 100
# A date that is wrong is some days off, or some weeks; every fourth of those days stands for all.
_NEAR = tuple(days for size in range(1, 7) for days in (size, -size))
_FAR = tuple(days for size in range(8, 64, 4) for days in (size, -size))
# One piece of evidence never weighs more: a date over there may be wrong as well.
_MOST = 3.0
# Of ties that are trusted so far, a day far from all that they allow is a wrong one.
_SURE = 0.9


class Weight(Protocol):
    """One piece of evidence on the day of writing.

    ``spread`` is how likely it is for a wrong day of which nothing is known: a copy years from its original
    is a wrong date or a text put out again, and either is worth a look.
    """

    @property
    def spread(self) -> float: ...

    def of(self, day: date, anywhere: float) -> float:
        """Return how likely it is for ``day``; what is not as it seems lies ``anywhere``."""
        ...

    def of_none(self, anywhere: float) -> float:
        """Return how likely it is if nothing ties the text to the other documents."""
        ...


@dataclass(frozen=True, slots=True)
class _Single:
    anchor: date
    law: Law

    @property
    def spread(self) -> float:
        return _spread(self.law)

    def of(self, day: date, anywhere: float) -> float:
        return _mixed(self.law, (day - self.anchor).days, anywhere)

    def of_none(self, anywhere: float) -> float:
        return (1 - self.law.trust) * anywhere


@dataclass(frozen=True, slots=True)
class _Copies:
    """Copies of unknown order, by anchor: from each the law of a copy after its original."""

    anchors: tuple[date, ...]
    laws: tuple[Law, ...]

    @property
    def spread(self) -> float:
        return _spread(self.laws[0]) * self._others(_ANYWHERE)

    def of(self, day: date, anywhere: float) -> float:
        pairs = tuple(zip(self.anchors, self.laws, strict=True))
        original = prod(_mixed(law, (anchor - day).days, anywhere) for anchor, law in pairs)
        copy = _mixed(self.laws[0], (day - self.anchors[0]).days, anywhere)
        number = len(pairs)
        return (original + number * copy * self._others(anywhere)) / (number + 1)

    def of_none(self, anywhere: float) -> float:
        return (1 - self.laws[0].trust) * anywhere * self._others(anywhere)

    def _others(self, anywhere: float) -> float:
        """Return how likely the later copies are, seen from the earliest."""
        first, *later = self.anchors
        return prod(
            _mixed(law, (anchor - first).days, anywhere)
            for anchor, law in zip(later, self.laws[1:], strict=True)
        )


def weights_of(ties: Sequence[Tie]) -> tuple[Weight, ...]:
    """Return the pieces of evidence that ties are: each alone, but copies of unknown order together."""
    open_copies = sorted(
        (tie for tie in ties if tie.kind is TieKind.TWIN and tie.later is None),
        key=lambda tie: (tie.anchor, tie.law),
    )
    singles = [_Single(tie.anchor, tie.held) for tie in ties if tie not in open_copies]
    if not open_copies:
        return tuple(singles)
    laws = tuple(tie.held.directed(later=True) for tie in open_copies)
    return (*singles, _Copies(tuple(tie.anchor for tie in open_copies), laws))


def odds(weights: Sequence[Weight], day: date) -> float:
    """Return the log-odds of all evidence for ``day`` against a date that is wrong."""
    return sum(max(-_MOST, min(_MOST, _odds(one, day))) for one in weights)


def likeness(weights: Sequence[Weight], day: date) -> float:
    """Return the log-likelihood of all evidence for ``day``, to be compared with that of another."""
    return sum(log(one.of(day, _ANYWHERE)) for one in weights)


def _odds(one: Weight, day: date) -> float:
    near, far = (_mean(one, day, offs) for offs in (_NEAR, _FAR))
    return log(one.of(day, _ANYWHERE) / ((near + far + one.spread) / 3))


def _mean(one: Weight, day: date, offs: Sequence[int]) -> float:
    return sum(one.of(day + timedelta(off), _ANYWHERE) for off in offs) / len(offs)


def _spread(law: Law) -> float:
    """Return the mean share of a day; what may be no tie at all says nothing about far days."""
    if law.trust < _SURE:
        return (1 - law.trust) * _ANYWHERE
    return law.trust / (2 * max(law.last, -law.first) + 1)


def _mixed(law: Law, days: int, anywhere: float) -> float:
    return law.trust * law.share(days) + (1 - law.trust) * anywhere
