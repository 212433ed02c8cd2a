"""Dependency trees from arc scores: the best head of each word where that is a tree, else the best tree."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Doubles = NDArray[np.float64]
    Whole = NDArray[np.int64]

ROOT = -1


def best_tree(scores: "Floats") -> list[int]:
    """Return the head of each of N words, ``ROOT`` for exactly one of them.

    ``scores`` is (N, N + 1): how well each word hangs on each other word, last on the root.
    """
    import numpy as np  # noqa: PLC0415 - reading a text needs it, starting the program does not

    size = len(scores)
    exact = scores.astype(np.float64)
    # With so large a fine on each root, the best tree has one only (Gabow and Tarjan 1984).
    fine = 1 + size * (exact.max() - exact.min())
    np.fill_diagonal(exact, -np.inf)
    heads: list[int] = exact.argmax(1).tolist()
    if heads.count(size) != 1 or not _is_tree(heads):
        exact[:, size] -= fine
        heads = _Contracting(exact).heads()
    return [ROOT if head == size else head for head in heads]


def _is_tree(heads: Sequence[int]) -> bool:
    """Say whether every word reaches the root; ``heads`` names it by their number."""
    reaches = [False] * len(heads) + [True]
    for word in range(len(heads)):
        path, at = set[int](), word
        while not reaches[at]:
            if at in path:
                return False
            path.add(at)
            at = heads[at]
        for passed in path:
            reaches[passed] = True
    return True


class _Contracting:
    """The search of Chu and Liu (1965) and Edmonds (1967): a cycle of best heads becomes one node.

    Nodes are the N words, then the cycles, the root last; ``value`` has a row for each dependent and
    a column for each head, ``word`` and ``head`` the words at the ends of the arc behind each value.
    Each contraction costs as much as its cycle is long (Tarjan 1977).
    """

    def __init__(self, scores: "Doubles") -> None:
        import numpy as np  # noqa: PLC0415 - see best_tree

        size = len(scores)
        self._size, self._root = size, 2 * size - 1
        self._value = np.full((2 * size, 2 * size), -np.inf)
        self._value[:size, :size] = scores[:, :size]
        self._value[:size, self._root] = scores[:, size]
        numbers = np.arange(2 * size)
        self._word: Whole = np.repeat(numbers[:, None], 2 * size, axis=1)
        self._head: Whole = self._word.T.copy()
        self._head[:, self._root] = size
        self._chosen: dict[int, int] = {}
        self._cycles: list[list[int]] = []
        self._inside: dict[int, int] = {}  # node: the cycle it became part of

    def heads(self) -> list[int]:
        """Return the head of each word, N for the root."""
        done = {self._root}
        for word in range(self._size):
            if word not in done and word not in self._inside:
                done.update(self._path(word, done))
        heads = [self._size] * self._size
        for word, head in self._arcs(done - {self._root}):
            heads[word] = head
        return heads

    def _path(self, start: int, done: set[int]) -> list[int]:
        """Return the nodes from a word to one whose head is known, without cycles."""
        path = [start]
        while True:
            best = int(self._value[path[-1]].argmax())
            self._chosen[path[-1]] = best
            if best in done:
                return path
            if best in path:
                at = path.index(best)
                path[at:] = [self._contract(path[at:])]
                if at:
                    self._chosen[path[at - 1]] = path[at]
            else:
                path.append(best)

    def _contract(self, cycle: list[int]) -> int:
        import numpy as np  # noqa: PLC0415 - see best_tree

        node = self._size + len(self._cycles)
        self._cycles.append(cycle)
        self._inside.update(dict.fromkeys(cycle, node))
        numbers = np.arange(len(self._value))
        members = np.array(cycle)
        within = self._value[members, [self._chosen[member] for member in cycle]]
        entering = self._value[members] - within[:, None]
        entered = members[entering.argmax(0)]
        self._value[node] = entering.max(0)
        self._word[node] = self._word[entered, numbers]
        self._head[node] = self._head[entered, numbers]
        leaving = members[self._value[:, members].argmax(1)]
        self._value[:, node] = self._value[numbers, leaving]
        self._word[:, node] = self._word[numbers, leaving]
        self._head[:, node] = self._head[numbers, leaving]
        self._value[:, members] = -np.inf
        self._value[node, node] = -np.inf
        return node

    def _arcs(self, nodes: set[int]) -> Iterator[tuple[int, int]]:
        """Yield the arcs of the tree; a cycle is opened at the word by which it is entered."""
        waiting = [(node, self._arc(node)) for node in nodes]
        while waiting:
            node, arc = waiting.pop()
            if node < self._size:
                yield arc
                continue
            opened = arc[0]
            while self._inside[opened] != node:
                opened = self._inside[opened]
            waiting += [
                (member, arc if member == opened else self._arc(member))
                for member in self._cycles[node - self._size]
            ]

    def _arc(self, node: int) -> tuple[int, int]:
        head = self._chosen[node]
        return int(self._word[node, head]), int(self._head[node, head])
