"""Entering: what one document says of names becomes names and links of the graph."""

from collections.abc import Iterator

from sayso.frozen import dataclass
from sayso.story.actors.actor import Basis, Evidence
from sayso.story.actors.comparison import Relation
from sayso.story.actors.document_entities import (
    DocumentActors,
    DocumentEntity,
    StatedPair,
    WrittenName,
)
from sayso.story.actors.graph import NameGraph
from sayso.story.actors.name_form import NameForm, Sort
from sayso.story.actors.names import Node
from sayso.story.actors.nearby import join_nearby
from sayso.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """That a document writes a name: the key of the name, how often, and where first."""

    key: str
    text: str
    count: int
    first: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """The name under which an entity of a document is known, and the names written for it."""

    entity: int
    key: str
    written: tuple[Writing, ...]


def enter(graph: NameGraph, document: DocumentActors) -> tuple[Entered, ...]:
    """Add the names of a document to the graph, with what it says of them."""
    joined = join_nearby(document.entities)
    entered = tuple(
        _enter(graph, entity, joined.get(entity.entity, entity)) for entity in document.entities
    )
    for key in {writing.key for one in entered for writing in one.written}:
        graph.nodes[key].documents += 1
    _state(graph, document)
    _part(graph, document.document, {one.key for one in entered})
    return entered


def node_key(entity: DocumentEntity, form: NameForm) -> str:
    """Return the key of a name, of a body with a common name together with its country.

    "The Defence Ministry" of a text that says of no country is a name in that text alone.
    """
    if form.sort is not Sort.BODY or form.distinctive:
        return form.key
    around = f"d:{entity.around or entity.document}"
    return f"{form.key}@{entity.country or around}"


def _enter(graph: NameGraph, entity: DocumentEntity, meant: DocumentEntity) -> Entered:
    key = node_key(meant, meant.main)
    main = graph.add(key, meant.main)
    written = tuple(_write(graph, entity, main, name) for name in _telling(entity, meant))
    return Entered(entity=entity.entity, key=key, written=written)


def _telling(entity: DocumentEntity, meant: DocumentEntity) -> Iterator[WrittenName]:
    """Yield the names that tell who is meant: of a second one, words that hundreds share do not."""
    if meant is not entity:
        return
    for name in entity.names:
        if name.form.key == entity.main.key or name.form.distinctive:
            yield name


def _write(graph: NameGraph, entity: DocumentEntity, main: Node, name: WrittenName) -> Writing:
    """Note a name of an entity; a second name is tied to its main one by this document."""
    form = name.form
    node = main if form.key == entity.main.key else graph.add(node_key(entity, form), form)
    node.mentions += name.count
    if node is not main:
        reason = f"one document writes “{form.text}” and “{entity.main.text}” for one"
        evidence = Evidence(
            basis=Basis.COREFERENCE, reason=reason, document=entity.document, span=name.first
        )
        graph.state(node, main, evidence, Relation.SHORT)
    return Writing(key=node.key, text=form.text, count=name.count, first=name.first)


def _state(graph: NameGraph, document: DocumentActors) -> None:
    known = {
        written.form.key: node_key(entity, written.form)
        for entity in document.entities
        for written in entity.names
    }
    for pair in document.stated:
        left = graph.add(known.get(pair.left.key, pair.left.key), pair.left)
        right = graph.add(known.get(pair.right.key, pair.right.key), pair.right)
        if left is not right:
            _state_pair(graph, pair, left, right)


def _state_pair(graph: NameGraph, pair: StatedPair, left: Node, right: Node) -> None:
    evidence = Evidence(
        basis=Basis.STATED,
        reason=f"the text says that “{pair.left.text}” and “{pair.right.text}” are one",
        document=pair.document,
        span=pair.wording,
    )
    if left.form.acronym and not right.form.acronym:
        graph.state(left, right, evidence, Relation.SHORT)
    elif right.form.acronym and not left.form.acronym:
        graph.state(right, left, evidence, Relation.SHORT)
    else:
        graph.state(left, right, evidence, Relation.SAME)


def _part(graph: NameGraph, document: str, keys: set[str]) -> None:
    """Note names that could be one and are two here: "Lina Orlow and Lena Orlow"."""
    for key in keys:
        node = graph.nodes[key]
        for other in keys & node.links.keys():
            graph.keep_apart(node, graph.nodes[other], document)
