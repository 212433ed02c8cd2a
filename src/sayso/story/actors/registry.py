"""The registry: which actor each entity of each document means, kept as documents arrive.

Nothing is merged for good: an actor is what the names, the links between them and the decisions
say when it is asked for. So an undone decision is as if it had never been made, and the order in
which documents came does not matter.
"""

from collections.abc import Iterable, Iterator

from sayso.story.actors.actor import (
    Actor,
    ActorDecision,
    Alias,
    Assignment,
    Basis,
    Evidence,
    Merge,
    Proposal,
    Rename,
    Split,
    SplitEntities,
    Standing,
    actor_id,
)
from sayso.story.actors.comparison import Relation
from sayso.story.actors.document_entities import DocumentActors, DocumentEntity
from sayso.story.actors.graph import NameGraph, Node
from sayso.story.actors.name_form import NameForm, Sort
from sayso.story.actors.nearby import join_nearby
from sayso.story.actors.resolution import Decided, bearers, resolve, spellings

# Likeness below this is not worth a person's time.
PROPOSED = 0.6
_FEW = 10
# A document that spells one name in two ways is no reason to see two actors.
SURELY_ONE = 0.95


class Registry:
    """Actors of one case, in memory."""

    def __init__(self, decisions: Iterable[ActorDecision] = ()) -> None:
        self._graph = NameGraph()
        self._keys: dict[tuple[str, int], str] = {}
        self._entities: dict[str, list[tuple[str, int]]] = {}
        self._documents: dict[str, tuple[tuple[int, str], ...]] = {}
        self._ids: dict[str, str] = {}
        self._decisions: dict[str, ActorDecision] = {}
        self._decided = Decided()
        self._moved: dict[tuple[str, int], str] = {}
        self._shown: dict[str, str] = {}
        for decision in decisions:
            self.decide(decision)

    def add(self, document: DocumentActors) -> tuple[Assignment, ...]:
        """Take in what one document names, and say whom it means."""
        if document.document in self._documents:
            raise ValueError(f"document {document.document} is in the registry already")
        joined = join_nearby(document.entities)
        for entity in document.entities:
            self._enter(entity, joined.get(entity.entity, entity))
        self._state(document)
        self._part(document)
        self._documents[document.document] = tuple(
            (entity.entity, self._keys[document.document, entity.entity])
            for entity in document.entities
        )
        return tuple(self.assignment(document.document, e.entity) for e in document.entities)

    def assignment(self, document: str, entity: int) -> Assignment:
        """Return the actor of an entity as things stand."""
        key = self._key(document, entity)
        names = self._names(key)
        others = self._elsewhere(names, document)
        standing = Standing.KNOWN if others else Standing.NEW
        if (document, entity) in self._moved or self._is_decided(names):
            standing = Standing.DECIDED
        return Assignment(
            document=document,
            entity=entity,
            actor=actor_id(min(names)),
            standing=standing,
            reasons=tuple(self._reasons(key, names)),
        )

    def actor(self, name: str) -> Actor:
        """Return the actor that a key or an id of one of its names belongs to."""
        key = self._ids.get(name, name)
        if key not in self._graph.nodes:
            raise KeyError(name)
        return self._actor(self._names(key))

    def actors(self) -> Iterator[Actor]:
        """Yield all actors, by the least of their names."""
        for key in sorted(self._graph.nodes):
            names = self._names(key)
            if min(names) == key:
                yield self._actor(names)

    def proposals(self, name: str) -> tuple[Proposal, ...]:
        """Return the actors that may be one with the actor of a name, the likeliest first."""
        names = self._names(self._ids.get(name, name))
        found: dict[str, Proposal] = {}
        for key in sorted(self._family(names)):
            for link in self._graph.nodes[key].links.values():
                other = self._names(link.right)
                if other == names or link.score < PROPOSED or self._is_parted(names, other):
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

    def _key(self, document: str, entity: int) -> str:
        return self._moved.get((document, entity), self._keys[document, entity])

    def _names(self, key: str) -> frozenset[str]:
        return resolve(self._graph.nodes, self._decided, key)

    def _enter(self, entity: DocumentEntity, meant: DocumentEntity) -> None:
        key = node_key(meant, meant.main)
        node = self._node(key, meant.main)
        if meant is entity:
            for written in entity.names:
                self._write(entity, node, written.form, written.count)
        self._keys[entity.document, entity.entity] = key
        self._entities.setdefault(key, []).append((entity.document, entity.entity))

    def _write(self, entity: DocumentEntity, main: Node, form: NameForm, count: int) -> None:
        """Note a name of an entity; a second name is tied to its main one by this document."""
        if form.key != entity.main.key and not form.distinctive:
            return
        node = main if form.key == entity.main.key else self._node(node_key(entity, form), form)
        node.mentions += count
        node.documents += 1
        if node is not main:
            reason = f"one document writes “{form.text}” and “{entity.main.text}” for one"
            evidence = Evidence(
                basis=Basis.COREFERENCE,
                reason=reason,
                document=entity.document,
                span=entity.names[0].first,
            )
            self._graph.state(node, main, evidence, Relation.SHORT)

    def _node(self, key: str, form: NameForm) -> Node:
        node = self._graph.add(key, form)
        self._ids[actor_id(key)] = key
        return node

    def _state(self, document: DocumentActors) -> None:
        known = {
            written.form.key: node_key(entity, written.form)
            for entity in document.entities
            for written in entity.names
        }
        for pair in document.stated:
            left = self._node(known.get(pair.left.key, pair.left.key), pair.left)
            right = self._node(known.get(pair.right.key, pair.right.key), pair.right)
            if left is right:
                continue
            evidence = Evidence(
                basis=Basis.STATED,
                reason=f"the text says that “{pair.left.text}” and “{pair.right.text}” are one",
                document=document.document,
                span=pair.wording,
            )
            if left.form.acronym and not right.form.acronym:
                self._graph.state(left, right, evidence, Relation.SHORT)
            elif right.form.acronym and not left.form.acronym:
                self._graph.state(right, left, evidence, Relation.SHORT)
            else:
                self._graph.state(left, right, evidence, Relation.SAME)

    def _part(self, document: DocumentActors) -> None:
        """Note names that could be one and are two here: "Lina Orlow and Lena Orlow"."""
        keys = {self._keys[document.document, e.entity] for e in document.entities}
        for key in keys:
            node = self._graph.nodes[key]
            for other in keys & node.links.keys():
                if _are_two(node, self._graph.nodes[other]):
                    self._graph.keep_apart(node, self._graph.nodes[other], document.document)

    def _family(self, names: frozenset[str]) -> set[str]:
        """Return the names of an actor: its full ones, and the short ones that go to them."""
        family, waiting = set(names), list(names)
        while waiting:
            for link in self._graph.nodes[waiting.pop()].links.values():
                other = link.right
                if other not in family and self._names(other) == names:
                    family.add(other)
                    waiting.append(other)
        return family

    def _elsewhere(self, names: frozenset[str], document: str) -> bool:
        return any(
            where != document
            for key in self._family(names)
            for where, _ in self._entities.get(key, ())
        )

    def _is_decided(self, names: frozenset[str]) -> bool:
        return any(key in self._decided.one or key in self._decided.two for key in names)

    def _is_parted(self, names: frozenset[str], others: frozenset[str]) -> bool:
        two = self._decided.two
        return any(
            not two.get(key, frozenset()).isdisjoint(others)
            or not self._graph.nodes[key].apart.keys().isdisjoint(others)
            for key in names
        )

    def _reasons(self, key: str, names: frozenset[str]) -> Iterator[str]:
        nodes = self._graph.nodes
        own = spellings(nodes, self._decided, key)
        for other in sorted(own - {key}):
            if link := nodes[key].links.get(other):
                yield from (e.reason for e in link.evidence)
        if own != names:
            link = bearers(nodes, self._decided, own).get(names)
            yield from (e.reason for e in link.evidence) if link else ()
        if any(moved.startswith(f"{key}~") for moved in self._moved.values()):
            yield "by decision, somebody else bears this name too"

    def _actor(self, names: frozenset[str]) -> Actor:
        family = sorted(self._family(names))
        nodes = [self._graph.nodes[key] for key in family]
        best = max(nodes, key=lambda n: (n.key in names, n.mentions, len(n.form.words), n.key))
        shown = next((self._shown[key] for key in family if key in self._shown), best.form.text)
        return Actor(
            id=actor_id(min(names)),
            name=shown,
            sort=best.form.sort,
            aliases=tuple(
                Alias(text=n.form.text, key=n.key, mentions=n.mentions, documents=n.documents)
                for n in sorted(nodes, key=lambda n: (-n.mentions, n.key))
            ),
            ids=tuple(actor_id(key) for key in family),
        )

    def _apply_decisions(self) -> None:
        """Read all decisions anew, in the order they were taken."""
        one: dict[str, set[str]] = {}
        two: dict[str, set[str]] = {}
        self._shown, self._moved = {}, {}
        for decision in self._decisions.values():
            match decision.what:
                case Merge(left=left, right=right):
                    _tie(one, left, right)
                case Split(names=names, others=others):
                    for left in names:
                        for right in others:
                            _tie(two, left, right)
                case SplitEntities(entities=entities):
                    self._move(entities, decision.id)
                case Rename(key=key, name=name):
                    self._shown[key] = name
        self._decided = Decided(
            one={key: frozenset(others) for key, others in one.items()},
            two={key: frozenset(others) for key, others in two.items()},
        )

    def _move(self, entities: Iterable[tuple[str, int]], decision: str) -> None:
        for where in entities:
            key = self._keys[where]
            apart = f"{key}~{decision}"
            self._graph.nodes.setdefault(apart, Node(key=apart, form=self._graph.nodes[key].form))
            self._ids[actor_id(apart)] = apart
            self._moved[where] = apart


def node_key(entity: DocumentEntity, form: NameForm) -> str:
    """Return the key of a name, of a body with a common name together with its country.

    "The Defence Ministry" of a text that says of no country is a name in that text alone.
    """
    if form.sort is not Sort.BODY or form.distinctive:
        return form.key
    return f"{form.key}@{entity.country or 'd:' + entity.document}"


def _tie(pairs: dict[str, set[str]], left: str, right: str) -> None:
    pairs.setdefault(left, set()).add(right)
    pairs.setdefault(right, set()).add(left)


def _are_two(left: Node, right: Node) -> bool:
    link = left.links[right.key]
    if any(e.basis is not Basis.NAMES for e in link.evidence):
        return False
    if link.relation is Relation.SAME:
        return link.score < SURELY_ONE
    return left.form.sort is not Sort.PERSON or (left.form.is_full and right.form.is_full)
