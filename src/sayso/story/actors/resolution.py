"""Resolution: which names of the graph mean one actor, whatever the order they came in.

Names that are spellings of each other are joined, the surest first, unless something stands between
them. A short name then goes to the one longer name it can be short for; if there are two, it stays
alone. Both depend on the names and links alone, never on which came first.
"""

from collections.abc import Iterator, Mapping
from dataclasses import field

from sayso.frozen import dataclass
from sayso.story.actors.actor import Basis, Link
from sayso.story.actors.comparison import Relation
from sayso.story.actors.graph import are_two
from sayso.story.actors.name_form import Sort
from sayso.story.actors.names import Nodes

# Spellings that are less alike stay two actors, and are proposed.
JOINED = 0.88
# A short name is less sure to mean its longer one; the second best must be this much behind.
HUNG, MARGIN = 0.78, 0.12
# A name that is short for more than this is short for nobody.
_MOST_BEARERS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What people decided, by name: which are one, and which are not."""

    one: Mapping[str, frozenset[str]] = field(default_factory=dict)
    two: Mapping[str, frozenset[str]] = field(default_factory=dict)


def resolve(nodes: Nodes, decided: Decided, key: str) -> frozenset[str]:
    """Return the names of the longest form that the name ``key`` belongs to."""
    return _final(nodes, decided, spellings(nodes, decided, key), frozenset())


def spellings(nodes: Nodes, decided: Decided, key: str) -> frozenset[str]:
    """Return the names that are spellings of ``key``, itself among them."""
    reached = _reached(nodes, decided, key)
    if len(reached) == 1:
        return frozenset(reached)
    groups = {name: frozenset({name}) for name in reached}
    for left, right in _surest_first(nodes, decided, reached):
        one, other = groups[left], groups[right]
        if one is not other and not stands_between(nodes, decided, one, other):
            joined = one | other
            for name in joined:
                groups[name] = joined
    return groups[key]


def bearers(nodes: Nodes, decided: Decided, names: frozenset[str]) -> dict[frozenset[str], Link]:
    """Return the longer names that ``names`` may be short for, each with the best link to it."""
    return _bearers(nodes, decided, names, frozenset())


def _final(
    nodes: Nodes, decided: Decided, names: frozenset[str], seen: frozenset[str]
) -> frozenset[str]:
    found = _bearers(nodes, decided, names, seen)
    ranked = sorted(found.items(), key=lambda item: (-item[1].score, min(item[0])))
    if not ranked or ranked[0][1].score < HUNG:
        return names
    if len(ranked) > 1 and ranked[0][1].score - ranked[1][1].score < MARGIN:
        return names
    return ranked[0][0]


def _bearers(
    nodes: Nodes, decided: Decided, names: frozenset[str], seen: frozenset[str]
) -> dict[frozenset[str], Link]:
    links = [
        link
        for name in names
        for link in nodes[name].links.values()
        if link.relation is Relation.SHORT
        and link.right not in names | seen
        and not _is_place(nodes, link)
    ]
    if len(links) > _MOST_BEARERS:
        return {}
    best: dict[frozenset[str], Link] = {}
    for link in sorted(links, key=lambda link: (-link.score, link.right)):
        group = spellings(nodes, decided, link.right)
        if not stands_between(nodes, decided, names, group):
            final = _final(nodes, decided, group, seen | names)
            if not final & names:
                best.setdefault(final, link)
    return best


def _is_place(nodes: Nodes, link: Link) -> bool:
    """Say whether a body's short name is that of a place: "Velm" is not the Velm Water Board.

    Only the name speaks here; where a text ties the two there is other evidence.
    """
    short = nodes[link.left].form
    alone = short.sort is Sort.BODY and len(short.words) == 1
    named = all(e.basis is Basis.NAMES for e in link.evidence)
    return alone and named and f"{Sort.PLACE.value}:{short.words[0]}" in nodes


def _reached(nodes: Nodes, decided: Decided, key: str) -> set[str]:
    reached, waiting = {key}, [key]
    while waiting:
        name = waiting.pop()
        for other in _joined(nodes, decided, name):
            if other not in reached:
                reached.add(other)
                waiting.append(other)
    return reached


def _joined(nodes: Nodes, decided: Decided, name: str) -> Iterator[str]:
    yield from (other for other in decided.one.get(name, ()) if other in nodes)
    for link in nodes[name].links.values():
        if link.relation is Relation.SAME and link.score >= JOINED:
            yield link.right


def _surest_first(nodes: Nodes, decided: Decided, names: set[str]) -> list[tuple[str, str]]:
    weighed = []
    for left in names:
        for right in _joined(nodes, decided, left):
            if left < right:
                told = right in decided.one.get(left, ())
                score = 2.0 if told else nodes[left].links[right].score
                weighed.append((-score, left, right))
    return [(left, right) for _, left, right in sorted(weighed)]


def stands_between(
    nodes: Nodes, decided: Decided, left: frozenset[str], right: frozenset[str]
) -> bool:
    """Say whether a decision parts two groups, or a document names both as two.

    A decision that two are one is stronger than the document.
    """
    if any(not decided.two.get(name, frozenset()).isdisjoint(right) for name in left):
        return True
    if any(not decided.one.get(name, frozenset()).isdisjoint(right) for name in left):
        return False
    return any(
        other in right and are_two(nodes[name], nodes[other])
        for name in left
        for other in nodes[name].apart
    )
