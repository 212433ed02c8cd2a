"""Ties: what another document of the case says of the day on which a text was written."""

from datetime import date, timedelta
from enum import StrEnum

from sayso.frozen import dataclass
from sayso.story.dating.laws import Law, LawName, shipped_laws
from sayso.text import Span


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
