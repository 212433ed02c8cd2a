"""Actors as records: what the registry says of them, what it proposes, what a person decides."""

from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from sayso.frozen import dataclass
from sayso.story.actors.comparison import Part, Relation
from sayso.story.actors.name_form import Sort
from sayso.text import Span

_ID_DIGITS = 10


def actor_id(key: str) -> str:
    """Return the id that a name gives its actor; an actor of many names answers to all of them."""
    return f"a_{sha256(key.encode()).hexdigest()[:_ID_DIGITS]}"


class Basis(StrEnum):
    """On what a link of two names rests."""

    NAMES = "names"  # the names themselves
    STATED = "stated"  # a text says so
    COREFERENCE = "coreference"  # one entity of a document is written in both ways
    DECISION = "decision"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Why two names may mean one actor; ``document`` and ``span`` where a text says it."""

    basis: Basis
    reason: str
    document: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """That two names may mean one actor, seen from the left one."""

    left: str
    right: str
    relation: Relation
    score: float
    parts: tuple[Part, ...]
    evidence: tuple[Evidence, ...]


class Standing(StrEnum):
    """What the registry made of an entity of a document."""

    NEW = "new"  # nobody of the case
    KNOWN = "known"  # the actor of other documents
    DECIDED = "decided"  # as a person decided


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Two actors that may be one: they stay apart until a person decides."""

    left: str
    right: str
    score: float
    reasons: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """To which actor an entity of a document belongs, and why in words."""

    document: str
    entity: int
    actor: str
    standing: Standing
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """A name of an actor with how often it is written, and in how many documents."""

    text: str
    key: str
    mentions: int
    documents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who several names mean. ``ids`` holds the ids of all its names: each finds the actor."""

    id: str
    name: str
    sort: Sort
    aliases: tuple[Alias, ...]
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Two names mean one actor, whatever the names say."""

    left: str
    right: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """The names ``names`` mean another actor than the names ``others``."""

    names: tuple[str, ...]
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitDocuments:
    """Where ``documents`` write one of ``names`` they mean somebody else, called ``called`` apart."""

    names: tuple[str, ...]
    documents: tuple[str, ...]
    called: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rename:
    """The actor that bears the name ``key`` is shown as ``name``."""

    key: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorDecision:
    """What a person decided about actors. It is keyed to names, so that later documents obey it."""

    id: str
    what: Merge | Split | SplitDocuments | Rename
    who: str
    when: datetime
    why: str | None = None
