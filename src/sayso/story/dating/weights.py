"""Weights of days: how likely each tie, or all copies of a text together, are for a day of writing.

Copies whose order is not known hang together: either the text is what they all were made from, or it was
made from the earliest of them as the others were.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from math import log, prod
from typing import Protocol

from sayso.frozen import dataclass
from sayso.story.dating.laws import Law
from sayso.story.dating.tie import Tie, TieKind

# Where ties that are not what they seem lie: somewhere in the months of a story.
_ANYWHERE = 1 / 100
# A date that is wrong is some days off. One that is off by more is not told from a text put out again,
# unless it comes before its original.
_OFF = tuple(days for size in range(1, 7) for days in (size, -size))
# One piece of evidence never weighs more: a date over there may be wrong as well.
_MOST = 3.0


class Weight(Protocol):
    """One piece of evidence on the day of writing."""

    def mean(self, day: date) -> float:
        """Return how likely it is for a wrong day, where ``day`` is what is given."""
        ...

    def of(self, day: date, anywhere: float) -> float:
        """Return how likely it is for ``day``; what is not as it seems lies ``anywhere``."""
        ...

    def of_none(self, anywhere: float) -> float:
        """Return how likely it is if nothing ties the text to the other documents."""
        ...


@dataclass(frozen=True, slots=True)
class _Single:
    """A tie by itself; ``ordered`` says that it is known which of two copies came first."""

    anchor: date
    law: Law
    ordered: bool

    def mean(self, day: date) -> float:
        days, last = (day - self.anchor).days, max(self.law.last, -self.law.first)
        early, late = self.law.first == 0 and days < 0, self.law.last == 0 and days > 0
        return max(
            _near(self, day), self.law.trust / last if self.ordered and (early or late) else 0
        )

    def of(self, day: date, anywhere: float) -> float:
        return _mixed(self.law, (day - self.anchor).days, anywhere)

    def of_none(self, anywhere: float) -> float:
        return (1 - self.law.trust) * anywhere


@dataclass(frozen=True, slots=True)
class _Copies:
    """Copies of unknown order, by anchor: from each the law of a copy after its original."""

    anchors: tuple[date, ...]
    laws: tuple[Law, ...]

    def mean(self, day: date) -> float:
        return _near(self, day)

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
    singles = [
        _Single(tie.anchor, tie.held, tie.later is not None)
        for tie in ties
        if tie not in open_copies
    ]
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
    return log(one.of(day, _ANYWHERE) / one.mean(day))


def _near(one: Weight, day: date) -> float:
    return sum(one.of(day + timedelta(off), _ANYWHERE) for off in _OFF) / len(_OFF)


def _mixed(law: Law, days: int, anywhere: float) -> float:
    return law.trust * law.share(days) + (1 - law.trust) * anywhere
