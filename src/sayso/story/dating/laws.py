"""Laws of lag: how many days lie between two documents that are tied (``tie_odds.toml``)."""

import tomllib
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from sayso.frozen import dataclass

# Laws that hold from the day of an event on; the others hold either way.
_ONWARD = frozenset({"weekday", "named_day"})


class LawName(StrEnum):
    """What a law is about; the table says more."""

    WHOLE_COPY = "whole_copy"
    PART_COPY = "part_copy"
    QUOTATION = "quotation"
    WEEKDAY = "weekday"
    NAMED_DAY = "named_day"
    DISTANCE = "distance"


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """The share of each number of days between two documents, and how far a tie is trusted."""

    trust: float
    shares: Mapping[int, float]

    def share(self, days: int) -> float:
        return self.shares.get(days, 0.0)

    @property
    def first(self) -> int:
        return min(self.shares)

    @property
    def last(self) -> int:
        return max(self.shares)

    def directed(self, *, later: bool) -> "Law":
        """Return the law where it is known that the text is the ``later`` or the earlier of both."""
        kept = {
            days: share for days, share in self.shares.items() if days * (1 if later else -1) >= 0
        }
        whole = sum(kept.values())
        shares = {days: share / whole for days, share in kept.items()}
        return Law(trust=self.trust, shares=MappingProxyType(shares))


@cache
def shipped_laws() -> Mapping[LawName, Law]:
    """Return the laws that come with the package."""
    text = files("sayso.story.dating").joinpath("tie_odds.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    return MappingProxyType({LawName(name): _law(name, row) for name, row in table.items()})


def _law(name: str, row: dict[str, object]) -> Law:
    shares: dict[int, float] = {}
    steps: list[tuple[int, int, float]] = row["days"]  # type: ignore[assignment]  # the table's form
    for first, last, share in steps:
        for days in range(first, last + 1):
            each = share / (last - first + 1)
            if name in _ONWARD or days == 0:
                shares[days] = each
            else:
                shares[days] = shares[-days] = each / 2
    return Law(trust=float(str(row["trust"])), shares=MappingProxyType(shares))
