"""The registry: which actor each entity of each document means, kept as documents arrive.

Nothing is merged for good: an actor is what the names, the links between them and the decisions
say when it is asked for. So an undone decision is as if it had never been made, and the order in
which documents came does not matter. This one lies in memory; a case keeps the same in its tables.
"""

from collections.abc import Iterable, Iterator

from sayso.story.actors.actor import (
    Actor,
    ActorDecision,
    Alias,
    Assignment,
    Proposal,
    Standing,
    actor_id,
)
from sayso.story.actors.document_entities import DocumentActors
from sayso.story.actors.entering import enter
from sayso.story.actors.family import best_name, family, proposals_for, reasons_for, shown_name
from sayso.story.actors.graph import NameGraph
from sayso.story.actors.names import NamesInMemory
from sayso.story.actors.resolution import resolve
from sayso.story.actors.rulings import Rulings, namesake, read_rulings


class Registry:
    """Actors of one case, in memory."""

    def __init__(self, decisions: Iterable[ActorDecision] = ()) -> None:
        self._nodes = NamesInMemory()
        self._graph = NameGraph(self._nodes)
        self._keys: dict[tuple[str, int], str] = {}
        self._documents: dict[str, set[str]] = {}
        self._added: set[str] = set()
        self._decisions: dict[str, ActorDecision] = {}
        self._rulings = Rulings()
        for decision in decisions:
            self.decide(decision)

    def add(self, document: DocumentActors) -> tuple[Assignment, ...]:
        """Take in what one document names, and say whom it means."""
        name = document.document
        if name in self._added:
            raise ValueError(f"document {name} is in the registry already")
        self._added.add(name)
        for entered in enter(self._graph, document):
            self._keys[name, entered.entity] = entered.key
            self._documents.setdefault(entered.key, set()).add(name)
        self._part_namesakes()
        return tuple(self.assignment(name, e.entity) for e in document.entities)

    def assignment(self, document: str, entity: int) -> Assignment:
        """Return the actor of an entity as things stand."""
        key = self._key(document, entity)
        names = self._names(key)
        others = self._elsewhere(names, document)
        standing = Standing.KNOWN if others else Standing.NEW
        if self._rulings.concern({key, *names}):
            standing = Standing.DECIDED
        return Assignment(
            document=document,
            entity=entity,
            actor=actor_id(min(names)),
            standing=standing,
            reasons=tuple(reasons_for(self._nodes, self._rulings, key, names)),
        )

    def actor(self, name: str) -> Actor:
        """Return the actor that a key or an id of one of its names belongs to."""
        return self._actor(self._names(self._found(name)))

    def actors(self) -> Iterator[Actor]:
        """Yield all actors, by the least of their names."""
        for key in sorted(self._nodes):
            names = self._names(key)
            if min(names) == key:
                yield self._actor(names)

    def proposals(self, name: str) -> tuple[Proposal, ...]:
        """Return the actors that may be one with the actor of a name, the likeliest first."""
        names = self._names(self._found(name))
        return proposals_for(self._nodes, self._rulings, names, self._family(names))

    def decide(self, decision: ActorDecision) -> None:
        """Take a decision; it holds for later documents too."""
        if decision.id in self._decisions:
            raise ValueError(f"decision {decision.id} has been taken already")
        self._decisions[decision.id] = decision
        self._apply_decisions()

    def undo(self, decision_id: str) -> None:
        """Take a decision back: as if it had never been made."""
        del self._decisions[decision_id]
        self._apply_decisions()

    def _apply_decisions(self) -> None:
        self._rulings = read_rulings(self._decisions.values())
        self._part_namesakes()

    def _part_namesakes(self) -> None:
        for (_, key), apart in self._rulings.moved.items():
            if key in self._nodes and apart not in self._nodes:
                self._nodes.put(namesake(self._nodes, apart), ())

    def _found(self, name: str) -> str:
        if name in self._nodes:
            return name
        found = next((key for key in self._nodes if actor_id(key) == name), None)
        if found is None:
            raise KeyError(name)
        return found

    def _key(self, document: str, entity: int) -> str:
        key = self._keys[document, entity]
        return self._rulings.moved.get((document, key), key)

    def _names(self, key: str) -> frozenset[str]:
        return resolve(self._nodes, self._rulings.decided, key)

    def _family(self, names: frozenset[str]) -> set[str]:
        return family(self._nodes, self._rulings, names)

    def _elsewhere(self, names: frozenset[str], document: str) -> bool:
        return any(
            where != document and self._rulings.moved.get((where, key), key) == key
            for key in self._family(names)
            for where in self._documents.get(key, ())
        )

    def _actor(self, names: frozenset[str]) -> Actor:
        keys = sorted(self._family(names))
        nodes = [self._nodes[key] for key in keys]
        best = best_name(nodes, names)
        return Actor(
            id=actor_id(min(names)),
            name=shown_name(keys, best, self._rulings.shown),
            sort=best.form.sort,
            aliases=tuple(
                Alias(text=n.form.text, key=n.key, mentions=n.mentions, documents=n.documents)
                for n in sorted(nodes, key=lambda n: (-n.mentions, n.key))
            ),
            ids=tuple(actor_id(key) for key in keys),
        )
