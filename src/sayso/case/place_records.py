"""Places as a case gives them out: what each is, where it is named, and which may be one."""

from sayso.dates import DayInterval
from sayso.frozen import dataclass
from sayso.places import PlacedMention, PlaceKind, Point
from sayso.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceFilter:
    """``text`` is part of a name of the place or of what it lies in, or the beginning of its id."""

    text: str | None = None
    kind: PlaceKind | None = None
    document: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRow:
    """A place in a list; ``within`` are the names of what it lies in, the smallest first.

    ``kind`` says how precise ``point`` is; a site has that of what it lies in, ``point_of``. ``sort``
    is what sort of site it is. ``aliases`` are its other names, the one written most first, ``merged`` the ids of
    what is shown as this place, ``score`` how surely the gazetteer is read, at the worst mention.
    """

    id: str
    name: str
    kind: PlaceKind
    sort: str | None
    aliases: tuple[str, ...]
    within: tuple[str, ...]
    country: str | None
    point: Point | None
    point_of: str | None
    geonames: int | None
    mentions: int
    documents: int
    score: float
    merged: tuple[str, ...]
    proposals: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMentionRow:
    """Where a place is named; ``placed.place`` is what is meant there, as that text has it."""

    document: str
    outlet: str | None
    date: DayInterval
    words: str
    placed: PlacedMention


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteSide:
    """One of two sites that may be one, with a mention of it."""

    id: str
    name: str
    document: str
    span: Span
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceProposal:
    """Two sites that may be one, and what speaks for it; a person decides."""

    left: SiteSide
    right: SiteSide
    reasons: tuple[str, ...]
