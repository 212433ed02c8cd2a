"""Names as they lie in a case: nodes with their links, found by blocking keys.

The graph and the resolution of names work on any shelf: one in memory, or the tables of a case.
"""

from collections.abc import Iterable, Iterator
from dataclasses import field
from typing import Protocol

from sayso.frozen import dataclass
from sayso.story.actors.actor import Link
from sayso.story.actors.name_form import NameForm

# A key that more names share than this says nothing of any of them.
LARGEST_BLOCK = 100


@dataclass(slots=True, kw_only=True)
class Node:
    """A name of the case, with how often it is written and what it may be one with.

    ``apart`` holds the names that a document names beside this one, each with such a document.
    """

    key: str
    form: NameForm
    mentions: int = 0
    documents: int = 0
    links: dict[str, Link] = field(default_factory=dict)
    apart: dict[str, str] = field(default_factory=dict)


class Nodes(Protocol):
    """Names by their keys."""

    def __getitem__(self, key: str) -> Node: ...

    def __contains__(self, key: object, /) -> bool: ...


class NameShelf(Nodes, Protocol):
    """Names that can be added to, and looked up by what they may match."""

    def put(self, node: Node, blocks: Iterable[str]) -> None:
        """Keep a new name, to be found under each of ``blocks``."""
        ...

    def near(self, blocks: Iterable[str]) -> Iterator[tuple[str, NameForm]]:
        """Yield the names found under any of ``blocks``, those under too common ones left out."""
        ...


class NamesInMemory:
    """The names of a small case, or of a test."""

    def __init__(self) -> None:
        self._nodes: dict[str, Node] = {}
        self._blocks: dict[str, list[str]] = {}

    def __getitem__(self, key: str) -> Node:
        return self._nodes[key]

    def __contains__(self, key: object, /) -> bool:
        return key in self._nodes

    def __iter__(self) -> Iterator[str]:
        return iter(self._nodes)

    def put(self, node: Node, blocks: Iterable[str]) -> None:
        self._nodes[node.key] = node
        for block in blocks:
            self._blocks.setdefault(block, []).append(node.key)

    def near(self, blocks: Iterable[str]) -> Iterator[tuple[str, NameForm]]:
        seen: set[str] = set()
        for block in blocks:
            members = self._blocks.get(block, [])
            if len(members) > LARGEST_BLOCK:
                continue
            for key in members:
                if key not in seen:
                    seen.add(key)
                    yield key, self._nodes[key].form
