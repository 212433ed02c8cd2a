"""The choice among the days that a bare weekday, day or month can mean."""

from datetime import date

from sayso.frozen import dataclass
from sayso.language.timex_calendar import Place
from sayso.language.timex_expressions import Signs
from sayso.language.timex_lean import Kind, Lean, lies_ahead


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The day to count from, and the signs of the clause that tell the direction."""

    day: date
    signs: Signs
    lean: Lean = lies_ahead

    def nearest(self, places: list[Place], kind: Kind) -> Place | None:
        """Return the place that holds the day, else the nearest one before or after it."""
        before: tuple[int, Place] | None = None
        after: tuple[int, Place] | None = None
        for place in places:
            lo, hi = place.interval.lo, place.interval.hi
            if lo is None or hi is None:
                continue
            if lo <= self.day <= hi:
                return place
            if hi < self.day and (before is None or (self.day - hi).days < before[0]):
                before = (self.day - hi).days, place
            if lo > self.day and (after is None or (lo - self.day).days < after[0]):
                after = (lo - self.day).days, place
        if before is None or after is None:
            found = before or after
            return found[1] if found else None
        ahead = self.lean(kind, self.signs, past=before[0], future=after[0])
        return after[1] if ahead else before[1]
