"""Rulings: what people decided about actors, as the resolution of names reads it.

Decisions are read anew each time, in the order they were taken; so an undone one never was.
"""

from collections.abc import Iterable, Mapping
from dataclasses import field

from sayso.frozen import dataclass
from sayso.story.actors.actor import ActorDecision, Merge, Rename, Split, SplitDocuments
from sayso.story.actors.names import Node, Nodes
from sayso.story.actors.resolution import Decided

_APART = "~"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulings:
    """Which names are one and which are two, who is meant by whom, and how actors are shown.

    ``moved`` holds, for a document and a name of it, the name that stands for somebody else so called.
    """

    decided: Decided = field(default_factory=Decided)
    moved: Mapping[tuple[str, str], str] = field(default_factory=dict)
    shown: Mapping[str, str] = field(default_factory=dict)

    def names(self) -> frozenset[str]:
        """Return all names that anything was decided on."""
        apart = self.moved.values()
        return frozenset({*self.decided.one, *self.decided.two, *self.shown, *apart})

    def concern(self, names: Iterable[str]) -> bool:
        """Say whether a person decided anything on one of these names."""
        return not self.names().isdisjoint(names)


def read_rulings(decisions: Iterable[ActorDecision]) -> Rulings:
    """Return what all decisions together say."""
    one: dict[str, set[str]] = {}
    two: dict[str, set[str]] = {}
    moved: dict[tuple[str, str], str] = {}
    shown: dict[str, str] = {}
    for decision in decisions:
        match decision.what:
            case Merge(left=left, right=right):
                _tie(one, left, right)
            case Split(names=names, others=others):
                for left in names:
                    for right in others:
                        _tie(two, left, right)
            case SplitDocuments(names=names, documents=documents, called=called):
                for key in names:
                    apart = f"{key}{_APART}{decision.id}"
                    moved |= {(document, key): apart for document in documents}
                    shown[apart] = called
            case Rename(key=key, name=name):
                shown[key] = name
    return Rulings(decided=Decided(one=_frozen(one), two=_frozen(two)), moved=moved, shown=shown)


def namesake(nodes: Nodes, apart: str) -> Node:
    """Return a new node for somebody else of a name: linked with nobody until a person says so."""
    form = nodes[apart.rpartition(_APART)[0]].form
    return Node(key=apart, form=form)


def _tie(pairs: dict[str, set[str]], left: str, right: str) -> None:
    pairs.setdefault(left, set()).add(right)
    pairs.setdefault(right, set()).add(left)


def _frozen(pairs: dict[str, set[str]]) -> dict[str, frozenset[str]]:
    return {key: frozenset(others) for key, others in pairs.items()}
