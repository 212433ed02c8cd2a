"""Direction: which of two documents with the same text came first, and what tells."""

from sayso.dates import DayInterval
from sayso.documents import ChainLink, Role
from sayso.evidence.dating import Dating, Doubt
from sayso.frozen import dataclass
from sayso.story.reuse_edge import Direction

_CREDITED = frozenset({Role.REPUBLISHER, Role.AGENCY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """What one document says of where and when it was published."""

    chain: tuple[ChainLink, ...]
    dating: Dating

    @property
    def hosts(self) -> frozenset[str]:
        return frozenset(_name(link.name) for link in self.chain if link.role is Role.HOST) - {""}

    @property
    def credits(self) -> frozenset[str]:
        """Name the outlets it has its text from; naming itself is no credit."""
        named = frozenset(_name(link.name) for link in self.chain if link.role in _CREDITED)
        return named - self.hosts - {""}


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Whether the first of two documents came first; ``None`` if nothing tells."""

    first_came_first: bool | None
    direction: Direction


def order_of(first: Provenance, second: Provenance) -> Order:
    """Say which came first by credit, else by date."""
    by_credit = _only(bool(second.credits & first.hosts), bool(first.credits & second.hosts))
    if by_credit is not None:
        return Order(first_came_first=by_credit, direction=Direction.CREDIT)
    by_time = _only(_ends_before(first.dating, second.dating), _ends_before(second.dating, first.dating))  # fmt: skip
    if by_time is not None:
        return Order(first_came_first=by_time, direction=Direction.TIME)
    return Order(first_came_first=None, direction=Direction.UNKNOWN)


def _only(first: bool, second: bool) -> bool | None:  # noqa: FBT001 -- two signs of one kind
    """Return which of two signs is there; ``None`` for neither or, as a contradiction, both."""
    return None if first == second else first


def _ends_before(first: Dating, second: Dating) -> bool:
    if not (_is_firm(first) and _is_firm(second)):
        return False
    earlier, later = first.interval, second.interval
    return bool(earlier.hi and later.lo and earlier.hi < later.lo)


def _is_firm(dating: Dating) -> bool:
    """Say whether an interval may order documents: a day that may be a month later may not."""
    known = dating.interval != DayInterval(None, None)
    return known and all(note.doubt is not Doubt.DAY_MONTH_ORDER for note in dating.doubts)


def _name(name: str) -> str:
    """Return an outlet's name in one form: The Tesmar Courier, TESMAR COURIER."""
    folded = "".join(c if c.isalnum() else " " for c in name.casefold()).split()
    return " ".join(folded[1:] if folded[:1] == ["the"] else folded)
