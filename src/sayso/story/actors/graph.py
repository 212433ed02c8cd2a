"""The graph of names: links between names that may mean one actor, and what stands against it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from sayso.story.actors.actor import Basis, Evidence, Link
from sayso.story.actors.blocking import block_keys
from sayso.story.actors.comparison import Match, Relation
from sayso.story.actors.matching import match
from sayso.story.actors.name_form import NameForm

# A key that more names share than this says nothing of any of them.
_LARGEST_BLOCK = 100
# One document's word that two unlike names are one is a reason to ask; two documents' is an answer.
_ONE_DOCUMENT, _TWO_DOCUMENTS = 0.7, 0.9
_STATED = 0.97
# Names that match less are not kept as a link.
LEAST = 0.5
_IN_DOCUMENT = "d:"


@dataclass(slots=True, kw_only=True)
class Node:
    """A name of the case, with how often it is written and what it may be one with."""

    key: str
    form: NameForm
    mentions: int = 0
    documents: int = 0
    links: dict[str, Link] = field(default_factory=dict)
    apart: dict[str, str] = field(default_factory=dict)  # the name, and a document with both


class NameGraph:
    """Names with the links between them. Adding a name reads the names that share a key with it."""

    def __init__(self) -> None:
        self.nodes: dict[str, Node] = {}
        self._blocks: dict[str, list[str]] = {}

    def add(self, key: str, form: NameForm) -> Node:
        """Return the node of a name; a new one is linked with the names that it matches."""
        node = self.nodes.get(key)
        if node is not None:
            return node
        node = self.nodes[key] = Node(key=key, form=form)
        for near in self._near(form):
            if near.key != key:
                self._link_by_names(node, near)
        for block in block_keys(form).found_by:
            self._blocks.setdefault(block, []).append(key)
        return node

    def state(self, left: Node, right: Node, evidence: Evidence, relation: Relation) -> None:
        """Add what a document says of two names: that they are one."""
        self._join(left, right, evidence, relation)

    def keep_apart(self, left: Node, right: Node, document: str) -> None:
        """Note that a document names both as two."""
        left.apart.setdefault(right.key, document)
        right.apart.setdefault(left.key, document)

    def _near(self, form: NameForm) -> Iterator[Node]:
        seen: set[str] = set()
        for block in block_keys(form).looks_for:
            members = self._blocks.get(block, [])
            if len(members) > _LARGEST_BLOCK:
                continue
            for key in members:
                if key not in seen:
                    seen.add(key)
                    yield self.nodes[key]

    def _link_by_names(self, left: Node, right: Node) -> None:
        left, right = sorted((left, right), key=lambda node: node.key)
        found = _qualified(left, right, match(left.form, right.form))
        if found.score < LEAST:
            return
        evidence = tuple(Evidence(basis=Basis.NAMES, reason=reason) for reason in found.reasons)
        self._set(left, right, found.relation, found.score, evidence, found)

    def _join(self, left: Node, right: Node, evidence: Evidence, relation: Relation) -> None:
        before = left.links.get(right.key)
        told = before.evidence if before else ()
        if evidence in told:
            return
        told = (*told, evidence)
        score = max(_told_score(told), before.score if before else 0.0)
        if before is not None and before.score >= LEAST:
            relation = before.relation
        self._set(left, right, relation, score, told, None)

    def _set(
        self,
        left: Node,
        right: Node,
        relation: Relation,
        score: float,
        evidence: tuple[Evidence, ...],
        found: Match | None,
    ) -> None:
        before = left.links.get(right.key)
        parts = found.parts if found else (before.parts if before else ())
        mirrored = {Relation.SHORT: Relation.LONG, Relation.LONG: Relation.SHORT}
        for node, other, seen in (
            (left, right, relation),
            (right, left, mirrored.get(relation, relation)),
        ):
            node.links[other.key] = Link(
                left=node.key,
                right=other.key,
                relation=seen,
                score=score,
                parts=parts,
                evidence=evidence,
            )


def _told_score(evidence: tuple[Evidence, ...]) -> float:
    if any(e.basis is Basis.STATED for e in evidence):
        return _STATED
    documents = {e.document for e in evidence if e.basis is Basis.COREFERENCE}
    if not documents:
        return 0.0
    return _TWO_DOCUMENTS if len(documents) > 1 else _ONE_DOCUMENT


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
