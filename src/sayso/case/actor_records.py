"""Actors as a case gives them out: who, under which names, where named, what may be one."""

from sayso.dates import DayInterval
from sayso.frozen import dataclass
from sayso.story.actors.actor import Evidence
from sayso.story.actors.name_form import Sort
from sayso.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorFilter:
    """``text`` holds words of a name, ``sort`` what bears it; ``id`` keeps one actor, ``ids`` several.

    ``everything`` keeps places and groups that say nothing, too.
    """

    text: str | None = None
    sort: Sort | None = None
    everything: bool = False
    id: str | None = None
    ids: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRow:
    """An actor in a list; ``aliases`` are its other names, the one written most first.

    ``claims`` counts what the actor is reported to have said or written; ``proposals`` how many
    others may be the same.
    """

    id: str
    name: str
    sort: Sort
    aliases: tuple[str, ...]
    mentions: int
    documents: int
    claims: int
    proposals: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AliasRow:
    """A name of an actor, with how often it is written; ``reasons`` say why it means this actor.

    ``id`` is that of the name: it finds the actor as well. A name is ``full`` unless it is short for
    another one of the actor.
    """

    id: str
    key: str
    text: str
    full: bool
    mentions: int
    documents: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMention:
    """A place where an actor is named, or referred to by a pronoun or a description."""

    document: str
    outlet: str | None
    date: DayInterval
    span: Span
    words: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalRow:
    """Two actors that may be one, by one name of each, with the evidence for it.

    ``names`` are the two names as written.
    """

    left: str
    right: str
    left_name: str
    right_name: str
    names: tuple[str, str]
    keys: tuple[str, str]
    score: float
    evidence: tuple[Evidence, ...]
