"""Ties: what another document of the case says of the day on which a text was written."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from math import log

from sayso.story.dating.laws import Law, LawName, shipped_laws
from sayso.text import Span

# Where ties that are not what they seem lie: somewhere in the months of a story.
_ANYWHERE = 1 / 100
# A date that is wrong is some days off, or some months.
_OFF = tuple(days for size in range(1, 7) for days in (size, -size))
_FAR = 1 / 120


class TieKind(StrEnum):
    """What ties a document to another."""

    TWIN = "twin"  # one repeats the text of the other
    QUOTATION = "quotation"
    EVENT = "event"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """One tie of a text to a dated document.

    ``anchor`` is the day that the law counts from: that of the other document, or the day that it gives
    for what both tell. ``later`` says that this text is known to be the later or the earlier of both.
    ``written`` are the own words that name the day, ``spans`` and ``other_spans`` the characters on both
    sides.
    """

    kind: TieKind
    law: LawName
    anchor: date
    other: str
    spans: tuple[Span, ...]
    other_spans: tuple[Span, ...]
    later: bool | None = None
    written: str = ""

    @property
    def held(self) -> Law:
        law = shipped_laws()[self.law]
        return law if self.later is None else law.directed(later=self.later)

    @property
    def reach(self) -> tuple[date, date]:
        """Return the first and the last day that the tie allows."""
        law = self.held
        return self.anchor + timedelta(law.first), self.anchor + timedelta(law.last)

    def weight(self, law: Law, day: date, anywhere: float = _ANYWHERE) -> float:
        """Return how likely the tie is for a text written on ``day``.

        ``law`` is the held one; a tie that is not what it seems lies ``anywhere``, by its share of a day.
        """
        return law.trust * law.share((day - self.anchor).days) + (1 - law.trust) * anywhere

    def odds(self, day: date) -> float:
        """Return the log-odds of the tie for ``day`` against a day that is wrong."""
        law, days = self.held, (day - self.anchor).days
        near = sum(law.share(days + off) for off in _OFF) / len(_OFF)
        wrong = law.trust * (near + _FAR) / 2 + (1 - law.trust) * _ANYWHERE
        return log(self.weight(law, day) / wrong)
