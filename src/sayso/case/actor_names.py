"""Names of a case as the story layer reads them: loaded one by one, changes written at the end.

Adding a document loads the names it writes, those under the same blocking keys, and what these
may be one with: as many in a large case as in a small one.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from hashlib import blake2b
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, select, update
from sqlalchemy import Row as Found

from sayso.case import actor_tables as tables
from sayso.case.dialect.expressions import insert_or_replace, insert_unless_there
from sayso.case.prepared import Prepared, insert_rows
from sayso.case.values import (
    Row,
    name_words,
    read_known_span,
    read_strings,
    span_text,
    strings_text,
)
from sayso.frozen import dataclass
from sayso.story.actors.actor import Basis, Evidence, Link, actor_id
from sayso.story.actors.comparison import Relation
from sayso.story.actors.graph import are_two, mirrored
from sayso.story.actors.name_form import NameForm, Sort
from sayso.story.actors.names import LARGEST_BLOCK, Node

# A name with more links than this is common: it is short for nobody, and spelled like nobody.
_MOST_LINKS = 64
_MOST_TOLD = 400
_names, _links, _evidence = tables.actor_names, tables.actor_links, tables.actor_evidence
_BY_NAME = Prepared(select(_names).where(_names.c.name == bindparam("name")))
_KEY_OF = Prepared(select(_names.c.key).where(_names.c.name == bindparam("name")))
_HOLDERS = Prepared(
    select(tables.actor_blocks.c.name_key)
    .where(tables.actor_blocks.c.block == bindparam("block"))
    .limit(LARGEST_BLOCK + 1)
)
_UNDER_BLOCK = Prepared(
    select(_names)
    .join(tables.actor_blocks, tables.actor_blocks.c.name_key == _names.c.key)
    .where(tables.actor_blocks.c.block == bindparam("block"))
    .limit(LARGEST_BLOCK + 1)
)


def _links_from(own: str, other: str) -> Prepared:
    return Prepared(
        select(_links, _names.c.name.label("other"))
        .join(_names, _names.c.key == _links.c[other])
        .where(_links.c[own] == bindparam("key"))
        .order_by(_links.c.score.desc(), _links.c[other])
        .limit(_MOST_LINKS)
    )


def _told_of(own: str, other: str) -> Prepared:
    return Prepared(
        select(_evidence, _names.c.name.label("other"))
        .join(_names, _names.c.key == _evidence.c[other])
        .where(_evidence.c[own] == bindparam("key"))
        .order_by(_evidence.c[other], _evidence.c.basis, _evidence.c.document_id)
        .limit(_MOST_TOLD)
    )


_SIDES = (("left_key", "right_key", False), ("right_key", "left_key", True))
_LINKS = tuple((_links_from(own, other), turned) for own, other, turned in _SIDES)
_TOLD = tuple(_told_of(own, other) for own, other, _ in _SIDES)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Before:
    """A name as the tables have it."""

    text: str = ""
    mentions: int = 0
    documents: int = 0
    links: Mapping[str, Link] = field(default_factory=dict)
    apart: Mapping[str, str] = field(default_factory=dict)


class CaseNames:
    """The names of a case, a shelf for the graph of names, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._nodes: dict[str, Node] = {}
        self._before: dict[str, _Before] = {}
        self._keys: dict[str, int] = {}
        self._absent: set[str] = set()
        self._new: dict[str, tuple[str, ...]] = {}
        self._blocks: dict[str, list[str]] = {}

    def __contains__(self, key: object, /) -> bool:
        return isinstance(key, str) and (key in self._nodes or self._load(key))

    def __getitem__(self, key: str) -> Node:
        if key not in self:
            raise KeyError(key)
        return self._nodes[key]

    def key_of(self, name: str) -> int:
        """Return the number under which the tables have a name; KeyError before it is written."""
        if name not in self._keys and name not in self:
            raise KeyError(name)
        return self._keys[name]

    def put(self, node: Node, blocks: Iterable[str]) -> None:
        self._nodes[node.key] = node
        self._before[node.key] = _Before()
        self._absent.discard(node.key)
        self._new[node.key] = tuple(blocks)
        for block in self._new[node.key]:
            self._blocks.setdefault(block, []).append(node.key)

    def near(self, blocks: Iterable[str]) -> Iterator[tuple[str, NameForm]]:
        seen: set[str] = set()
        for block in blocks:
            for key, form in self._under(block):
                if key not in seen:
                    seen.add(key)
                    yield key, form

    def changed(self) -> frozenset[str]:
        """Return the names that are new, or that may be one with others than before."""
        return frozenset(
            key
            for key, node in self._nodes.items()
            if key in self._new
            or node.links != self._before[key].links
            or node.apart != self._before[key].apart
        )

    def write(self) -> None:
        """Write what has changed."""
        self._insert([self._nodes[key] for key in self._new])
        self._count()
        self._tie()
        for key, node in self._nodes.items():
            self._before[key] = _state(node)
        self._new.clear()
        self._blocks.clear()

    def _under(self, block: str) -> list[tuple[str, NameForm]]:
        """Return the names under a block; none if there are so many that it tells nothing."""
        number, new = block_number(block), self._blocks.get(block, ())
        if len(_HOLDERS.numbers(self._connection, block=number)) + len(new) > LARGEST_BLOCK:
            return []
        rows = _UNDER_BLOCK.on(self._connection)(block=number)
        found = [(row.name, _form(row)) for row in rows]
        return found + [(key, self._nodes[key].form) for key in new]

    def _load(self, key: str) -> bool:
        if key in self._absent:
            return False
        found = _BY_NAME.on(self._connection)(name=key)
        if not found:
            self._absent.add(key)
            return False
        (row,) = found
        node = Node(key=key, form=_form(row), mentions=row.mentions, documents=row.documents)
        self._keys[key] = row.key
        self._nodes[key] = node
        self._read_links(node, row.key)
        self._before[key] = _state(node)
        return True

    def _read_links(self, node: Node, key: int) -> None:
        told: dict[str, list[Evidence]] = {}
        for (links, turned), evidence in zip(_LINKS, _TOLD, strict=True):
            rows = links.on(self._connection)(key=key)
            if any(row.told for row in rows):
                for row in evidence.on(self._connection)(key=key):
                    told.setdefault(row.other, []).append(read_evidence(row))
            for row in rows:
                node.links[row.other] = _read_link(node.key, row, told.get(row.other, ()), turned)
                if row.apart is not None:
                    node.apart[row.other] = row.apart

    def _insert(self, nodes: Sequence[Node]) -> None:
        self._insert_all(_names, [_name_row(node) for node in nodes])
        ask = _KEY_OF.on(self._connection)
        blocks: list[Row] = []
        words: list[Row] = []
        for node in nodes:
            ((key,),) = ask(name=node.key)
            self._keys[node.key] = key
            numbers = sorted({block_number(block) for block in self._new[node.key]})
            blocks += [{"block": number, "name_key": key} for number in numbers]
            known = sorted(name_words(node.form.text) | set(node.form.words))
            words += [{"word": word, "name_key": key} for word in known]
        self._insert_all(tables.actor_blocks, blocks)
        self._insert_all(tables.actor_words, words)

    def _count(self) -> None:
        changed: list[Row] = [
            {
                "the_key": self._keys[key],
                "text": node.form.text,
                "mentions": node.mentions,
                "documents": node.documents,
            }
            for key, node in self._nodes.items()
            if key not in self._new and _counts(_state(node)) != _counts(self._before[key])
        ]
        if changed:
            by_key = update(_names).where(_names.c.key == bindparam("the_key"))
            columns = ("text", "mentions", "documents")
            self._connection.execute(
                by_key.values({name: bindparam(name) for name in columns}), changed
            )

    def _tie(self) -> None:
        links: list[Row] = []
        told: list[Row] = []
        for key, node in self._nodes.items():
            before = self._before[key]
            self._untie(key, before.links.keys() - node.links.keys())
            for other, link in node.links.items():
                if key > other:
                    continue
                same = before.links.get(other) == link
                if same and before.apart.get(other) == node.apart.get(other):
                    continue
                ends: Row = {"left_key": self._keys[key], "right_key": self.key_of(other)}
                links.append({**ends, **_link_columns(node, self[other], link)})
                told += [{**ends, **one} for one in _told_columns(link)]
        if links:
            insert_rows(self._connection, insert_or_replace(_links), links)
        if told:
            insert_rows(self._connection, insert_unless_there(_evidence), told)

    def _untie(self, key: str, others: Iterable[str]) -> None:
        for other in sorted(others):
            left, right = (self.key_of(name) for name in sorted((key, other)))
            ends = (_links.c.left_key == left, _links.c.right_key == right)
            self._connection.execute(delete(_links).where(*ends))

    def _insert_all(self, table: Table, rows: Sequence[Row]) -> None:
        if rows:
            insert_rows(self._connection, table, rows)


def _name_row(node: Node) -> Row:
    form = node.form
    return {
        "name": node.key,
        "id": actor_id(node.key),
        "sort": form.sort.value,
        "text": form.text,
        "words": strings_text(form.words),
        "head": form.head,
        "acronym": int(form.acronym),
        "facility": int(form.facility),
        "mentions": node.mentions,
        "documents": node.documents,
        "full": 0,
        "claims": 0,
    }


def block_number(block: str) -> int:
    """Return a blocking key as the signed number under which names are found."""
    return int.from_bytes(blake2b(block.encode(), digest_size=8).digest(), "big", signed=True)


def _state(node: Node) -> _Before:
    return _Before(
        text=node.form.text,
        mentions=node.mentions,
        documents=node.documents,
        links=dict(node.links),
        apart=dict(node.apart),
    )


def _counts(state: _Before) -> tuple[str, int, int]:
    return state.text, state.mentions, state.documents


def _form(row: Found[Any]) -> NameForm:
    return NameForm(
        sort=Sort(row.sort),
        text=row.text,
        words=read_strings(row.words),
        head=row.head,
        acronym=bool(row.acronym),
        facility=bool(row.facility),
    )


def read_evidence(row: Found[Any]) -> Evidence:
    return Evidence(
        basis=Basis(row.basis),
        reason=row.reason,
        document=row.document_id,
        span=read_known_span(row.span),
    )


def _read_link(key: str, row: Found[Any], told: Iterable[Evidence], turned: bool) -> Link:  # noqa: FBT001 -- of two ends
    by_names = tuple(Evidence(basis=Basis.NAMES, reason=r) for r in read_strings(row.reasons))
    relation = Relation(row.relation)
    return Link(
        left=key,
        right=row.other,
        relation=mirrored(relation) if turned else relation,
        score=row.score,
        parts=(),
        evidence=(*by_names, *told),
    )


def _link_columns(left: Node, right: Node, link: Link) -> Row:
    by_names = [e.reason for e in link.evidence if e.basis is Basis.NAMES]
    return {
        "relation": link.relation.value,
        "score": link.score,
        "reasons": strings_text(by_names),
        "told": len(link.evidence) - len(by_names),
        "apart": left.apart.get(right.key),
        "parted": int(are_two(left, right)),
    }


def _told_columns(link: Link) -> Iterator[Row]:
    for evidence in link.evidence:
        if evidence.basis is not Basis.NAMES:
            yield {
                "document_id": evidence.document,
                "basis": evidence.basis.value,
                "span": span_text(evidence.span),
                "reason": evidence.reason,
            }
