"""The family of a name: all names that mean the same actor, and the actors that may be one with it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.story.actors.actor import Link, Proposal, actor_id
from sayso.story.actors.comparison import Relation
from sayso.story.actors.names import Node, Nodes
from sayso.story.actors.resolution import bearers, resolve, spellings, stands_between
from sayso.story.actors.rulings import Rulings

# Likeness below this is not worth a person's time.
PROPOSED = 0.6
_FEW = 10
# What hangs on a name that ends here is no spelling or short form of anything.
_FARTHEST = 2_000


def hanging_on(nodes: Nodes, keys: Iterable[str]) -> frozenset[str]:
    """Return the names whose actor can depend on ``keys``: themselves, their spellings and short forms."""
    found = {key for key in keys if key in nodes}
    waiting = sorted(found)
    while waiting and len(found) < _FARTHEST:
        for link in nodes[waiting.pop()].links.values():
            if link.relation is not Relation.SHORT and link.right not in found:
                found.add(link.right)
                waiting.append(link.right)
    return frozenset(found)


def family(nodes: Nodes, rulings: Rulings, names: frozenset[str]) -> set[str]:
    """Return the names of an actor: its full ones, and the short ones that go to them."""
    found, waiting = set(names), list(names)
    while waiting:
        for link in nodes[waiting.pop()].links.values():
            other = link.right
            if other not in found and resolve(nodes, rulings.decided, other) == names:
                found.add(other)
                waiting.append(other)
    return found


def best_name(nodes: Sequence[Node], names: frozenset[str]) -> Node:
    """Return the name that an actor is shown by: of the full ones the one that is written most."""
    return max(nodes, key=lambda n: (n.key in names, n.mentions, len(n.form.words), n.key))


def shown_name(family_keys: Iterable[str], best: Node, shown: Mapping[str, str]) -> str:
    """Return the name that a person gave to an actor, else the best of its own."""
    return next((shown[key] for key in sorted(family_keys) if key in shown), best.form.text)


def proposals_for(
    nodes: Nodes, rulings: Rulings, names: frozenset[str], family_keys: Iterable[str]
) -> tuple[Proposal, ...]:
    """Return the actors that may be one with an actor of ``names``, the likeliest first."""
    found: dict[str, Proposal] = {}
    for link in _links(nodes, family_keys):
        other = resolve(nodes, rulings.decided, link.right)
        if other == names or stands_between(nodes, rulings.decided, names, other):
            continue
        proposal = Proposal(
            left=actor_id(min(names)),
            right=actor_id(min(other)),
            score=link.score,
            reasons=tuple(e.reason for e in link.evidence),
            evidence=link.evidence,
        )
        before = found.get(proposal.right)
        if before is None or before.score < proposal.score:
            found[proposal.right] = proposal
    return tuple(sorted(found.values(), key=lambda p: (-p.score, p.right))[:_FEW])


def reasons_for(nodes: Nodes, rulings: Rulings, key: str, names: frozenset[str]) -> Iterator[str]:
    """Yield why a name means the actor of ``names``."""
    own = spellings(nodes, rulings.decided, key)
    for other in sorted(own - {key}):
        if link := nodes[key].links.get(other):
            yield from (e.reason for e in link.evidence)
    if own != names:
        found = bearers(nodes, rulings.decided, own).get(names)
        yield from (e.reason for e in found.evidence) if found else ()
    if any(moved.startswith(f"{key}~") for moved in rulings.moved.values()):
        yield "by decision, somebody else bears this name too"


def _links(nodes: Nodes, keys: Iterable[str]) -> Iterator[Link]:
    for key in sorted(keys):
        yield from (link for link in nodes[key].links.values() if link.score >= PROPOSED)
