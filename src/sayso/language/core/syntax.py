"""Word classes and dependency trees of a text, sentence by sentence."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sayso.language.analysis import SentenceTree
from sayso.language.core.network import Network, TreeScores
from sayso.language.core.read import CoreText, Scores, beginnings
from sayso.language.core.trees import ROOT, best_tree
from sayso.language.core.windows import Window


def parse(
    network: Network, text: CoreText, scores: Scores, *, holding: Sequence[int] | None = None
) -> Iterator[SentenceTree]:
    """Yield the tree of every sentence of the scored words, or of those ``holding`` given words.

    The words are in order. A sentence that a window cuts has a tree for each of its parts.
    """
    for window, scored in zip(scores.windows, scores.by_window, strict=True):
        parts = [
            part for part in _sentences(text, window) if holding is None or _holds(part, holding)
        ]
        if parts:
            yield from _trees(network, network.trees(scored.syntax), window, parts)


def in_text(
    trees: Sequence[SentenceTree],
) -> tuple[tuple[str, ...], tuple[int, ...], tuple[str, ...]]:
    """Return the class, the head (-1 for a root) and the relation of every word of all sentences."""
    return (
        tuple(name for tree in trees for name in tree.upos),
        tuple(head if head < 0 else head + tree.first for tree in trees for head in tree.heads),
        tuple(name for tree in trees for name in tree.deprels),
    )


def _sentences(text: CoreText, window: Window) -> Iterator[tuple[int, int]]:
    """Yield first word and end of each sentence of a window."""
    inner = beginnings(text, window.start, window.end).tolist()
    cuts = [window.start, *(window.start + cut for cut in inner), window.end]
    yield from ((start, end) for start, end in pairwise(cuts) if end > start)


def _holds(part: tuple[int, int], words: Sequence[int]) -> bool:
    at = bisect_left(words, part[0])
    return at < len(words) and words[at] < part[1]


def _trees(
    network: Network, read: TreeScores, window: Window, parts: Sequence[tuple[int, int]]
) -> Iterator[SentenceTree]:
    found = [_heads(read, start - window.start, end - window.start) for start, end in parts]
    rows = [row for start, end in parts for row in range(start - window.start, end - window.start)]
    # The row behind the last word stands for the root, so that -1 finds it.
    tops = [
        ROOT if head == ROOT else head + start - window.start
        for (start, _), heads in zip(parts, found, strict=True)
        for head in heads
    ]
    best = network.deprels(read.label_dependent[rows], read.label_head[tops])
    names = network.labels.deprels
    relations = iter(
        "root" if top == ROOT else names[int(n)] for top, n in zip(tops, best, strict=True)
    )
    for (start, end), heads in zip(parts, found, strict=True):
        classes = read.upos[start - window.start : end - window.start]
        yield SentenceTree(
            first=start,
            upos=tuple(network.labels.upos[int(n)] for n in classes),
            heads=tuple(heads),
            deprels=tuple(next(relations) for _ in heads),
        )


def _heads(read: TreeScores, start: int, end: int) -> list[int]:
    import numpy as np  # noqa: PLC0415 - reading a text needs it, starting the program does not

    arcs = read.arcs[start:end]
    return best_tree(np.concatenate([arcs[:, start:end], arcs[:, -1:]], axis=1))
