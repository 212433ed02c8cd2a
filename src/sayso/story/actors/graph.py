"""The graph of names: links between names that may mean one actor, and what stands against it."""

from collections.abc import Iterable
from dataclasses import replace

from sayso.story.actors.actor import Basis, Evidence, Link
from sayso.story.actors.blocking import block_keys
from sayso.story.actors.comparison import Match, Part, Relation
from sayso.story.actors.matching import match
from sayso.story.actors.name_form import NameForm, Sort
from sayso.story.actors.names import NameShelf, Node

# One document's word that two unlike names are one is a reason to ask; two documents' is an answer.
_ONE_DOCUMENT, _TWO_DOCUMENTS = 0.7, 0.9
_STATED = 0.97
# What so many documents say needs no further one.
_MOST_TOLD = 8
# Names that match less are not kept as a link.
LEAST = 0.5
# A document that spells one name in two ways is no reason to see two actors.
SURELY_ONE = 0.95
_IN_DOCUMENT = "d:"
_MIRRORED = {Relation.SHORT: Relation.LONG, Relation.LONG: Relation.SHORT}


class NameGraph:
    """Names with the links between them. Adding a name reads the names that share a key with it."""

    def __init__(self, nodes: NameShelf) -> None:
        self.nodes = nodes

    def add(self, key: str, form: NameForm) -> Node:
        """Return the node of a name; a new one is linked with the names that it matches."""
        if key in self.nodes:
            known = self.nodes[key]
            known.form = clearer(known.form, form)
            return known
        node, blocks = Node(key=key, form=form), block_keys(form)
        for other, near in tuple(self.nodes.near(blocks.looks_for)):
            if other != key:
                self._link_by_names(node, other, near)
        self.nodes.put(node, blocks.found_by)
        return node

    def state(self, left: Node, right: Node, evidence: Evidence, relation: Relation) -> None:
        """Add what a document says of two names: that they are one."""
        before = left.links.get(right.key)
        told = before.evidence if before else ()
        alike = sum(e.basis is evidence.basis for e in told)
        if evidence in told or alike >= _MOST_TOLD:
            return
        told = (*told, evidence)
        score = max(told_score(told), before.score if before else 0.0)
        if before is not None and before.score >= LEAST:
            relation = before.relation
        _set(left, right, relation, score, told, before.parts if before else ())

    def weigh(self, left: Node, right: Node, told: Iterable[tuple[Evidence, Relation]]) -> None:
        """Link two names anew, by their names and by what documents still say of them."""
        for node, other in ((left, right.key), (right, left.key)):
            node.links.pop(other, None)
        self._link_by_names(left, right.key, right.form)
        for evidence, relation in told:
            self.state(left, right, evidence, relation)

    def keep_apart(self, left: Node, right: Node, document: str) -> None:
        """Note that a document names both as two: the least document that does."""
        for node, other in ((left, right.key), (right, left.key)):
            node.apart[other] = min(document, node.apart.get(other, document))

    def _link_by_names(self, node: Node, other: str, near: NameForm) -> None:
        """Compare a new name with one that is near it; only names that match are loaded whole."""
        left, right = _in_order(node, Node(key=other, form=near))
        found = _qualified(left, right, match(left.form, right.form))
        if found.score < LEAST:
            return
        left, right = _in_order(node, self.nodes[other])
        evidence = tuple(Evidence(basis=Basis.NAMES, reason=reason) for reason in found.reasons)
        _set(left, right, found.relation, found.score, evidence, found.parts)


def told_score(evidence: Iterable[Evidence]) -> float:
    """Return how sure documents make it that two names are one, whatever the names are."""
    told = tuple(evidence)
    if any(e.basis is Basis.STATED for e in told):
        return _STATED
    documents = {e.document for e in told if e.basis is Basis.COREFERENCE}
    if not documents:
        return 0.0
    return _TWO_DOCUMENTS if len(documents) > 1 else _ONE_DOCUMENT


def are_two(left: Node, right: Node) -> bool:
    """Say whether names that one document has side by side are no spellings of each other."""
    if right.key not in left.apart or right.key not in left.links:
        return False
    link = left.links[right.key]
    if any(e.basis is not Basis.NAMES for e in link.evidence):
        return False
    if link.relation is Relation.SAME:
        return link.score < SURELY_ONE
    return left.form.sort is not Sort.PERSON or (left.form.is_full and right.form.is_full)


def mirrored(relation: Relation) -> Relation:
    """Return how the right name relates to the left one."""
    return _MIRRORED.get(relation, relation)


def clearer(known: NameForm, form: NameForm) -> NameForm:
    """Return the first form with the clearer spelling of both, whichever was met first."""
    if known.text == form.text:
        return known
    text = min(known.text, form.text, key=lambda t: (t.isupper() and not form.acronym, len(t), t))
    return replace(known, text=text)


def _in_order(left: Node, right: Node) -> tuple[Node, Node]:
    return (left, right) if left.key < right.key else (right, left)


def _set(
    left: Node,
    right: Node,
    relation: Relation,
    score: float,
    evidence: tuple[Evidence, ...],
    parts: tuple[Part, ...],
) -> None:
    for node, other, seen in ((left, right, relation), (right, left, mirrored(relation))):
        node.links[other.key] = Link(
            left=node.key,
            right=other.key,
            relation=seen,
            score=score,
            parts=parts,
            evidence=evidence,
        )


def _qualified(left: Node, right: Node, found: Match) -> Match:
    """Let a common name count for its country only: what stands behind the "@" of its key."""
    here, there = left.key.partition("@")[2], right.key.partition("@")[2]
    if found.relation is Relation.SAME and here != there:
        known = here and there and _IN_DOCUMENT not in (here[:2], there[:2])
        score = 0.0 if known else 0.65
        return Match(relation=found.relation, score=min(found.score, score), parts=found.parts)
    if found.relation in {Relation.SHORT, Relation.LONG} and bool(here) != bool(there):
        long = right if here else left
        if set((here or there).split()) <= set(long.form.words) and found.score >= LEAST:
            return Match(relation=found.relation, score=0.85, parts=found.parts)
    return found
