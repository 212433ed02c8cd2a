"""Dependency trees from arc scores: the best head of each word where that is a tree, else the best tree."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

_IMPOSSIBLE = -1e9
ROOT = -1
# A sentence of more words is a list or no language: the exact search would take too long.
_LONGEST = 100


def best_tree(scores: "Floats") -> list[int]:
    """Return the head of each of N words, ``ROOT`` for exactly one of them.

    ``scores`` is (N, N + 1): how well each word hangs on each other word, last on the root.
    """
    import numpy as np  # noqa: PLC0415 - reading a text needs it, starting the program does not

    size = len(scores)
    exact = scores.astype(np.float64)
    np.fill_diagonal(exact[:, :size], _IMPOSSIBLE)
    root = int(exact[:, size].argmax())
    heads = _with_root(exact, root)
    if not _is_tree(heads):
        heads = _broken(exact, heads, root) if size > _LONGEST else _best_arborescence(exact, root)
    return [ROOT if head == size else head for head in heads]


def _with_root(scores: "NDArray[np.float64]", root: int) -> list[int]:
    size = len(scores)
    heads: list[int] = scores[:, :size].argmax(1).tolist()
    heads[root] = size
    return heads


def _is_tree(heads: Sequence[int]) -> bool:
    """Say whether every word reaches the root; ``heads`` names it by their number."""
    size = len(heads)
    reaches = [False] * size + [True]
    for word in range(size):
        path, at = [], word
        while not reaches[at]:
            if at in path:
                return False
            path.append(at)
            at = heads[at]
        for passed in path:
            reaches[passed] = True
    return True


def _broken(scores: "NDArray[np.float64]", heads: list[int], root: int) -> list[int]:
    """Open every cycle at the word that loses least by hanging on the root's word."""
    while cycle := _cycle(heads):
        loss = [scores[word, heads[word]] - scores[word, root] for word in cycle]
        heads[cycle[loss.index(min(loss))]] = root
    return heads


def _best_arborescence(scores: "NDArray[np.float64]", root: int) -> list[int]:
    """Return the best tree under a root (Chu and Liu 1965, Edmonds 1967)."""
    single = scores.copy()
    single[:, -1] = _IMPOSSIBLE
    single[root] = _IMPOSSIBLE
    single[root, -1] = 0.0
    return _edmonds(single)


def _edmonds(scores: "NDArray[np.float64]") -> list[int]:
    """Return the best heads (N) for scores (N, N + 1), contracting one cycle at a time."""
    import numpy as np  # noqa: PLC0415 - see best_tree

    size = len(scores)
    heads: list[int] = scores.argmax(1).tolist()
    cycle = _cycle(heads)
    if not cycle:
        return heads
    rest = [word for word in range(size) if word not in cycle]
    inner = np.array([scores[word, heads[word]] for word in cycle])
    # The contracted word stands last among the words, before the root.
    smaller = np.full((len(rest) + 1, len(rest) + 2), _IMPOSSIBLE)
    outside = [*rest, size]
    columns = [*range(len(rest)), len(rest) + 1]
    if rest:
        smaller[np.ix_(range(len(rest)), columns)] = scores[np.ix_(rest, outside)]
        smaller[: len(rest), len(rest)] = scores[np.ix_(rest, cycle)].max(1)
    entering = scores[np.ix_(cycle, outside)] - inner[:, None]
    smaller[len(rest), columns] = entering.max(0)
    np.fill_diagonal(smaller[:, :-1], _IMPOSSIBLE)
    found = _edmonds(smaller)
    for number, word in enumerate(rest):
        head = found[number]
        if head == len(rest):
            heads[word] = cycle[int(scores[word, cycle].argmax())]
        else:
            heads[word] = outside[columns.index(head)]
    column = columns.index(found[len(rest)])
    broken = int(entering[:, column].argmax())
    heads[cycle[broken]] = outside[column]
    return heads


def _cycle(heads: Sequence[int]) -> list[int]:
    """Return the words of one cycle, or nothing."""
    done: set[int] = {len(heads)}
    for word in range(len(heads)):
        path: list[int] = []
        at = word
        while at not in done and at not in path:
            path.append(at)
            at = heads[at]
        if at in path:
            return path[path.index(at) :]
        done.update(path)
    return []
