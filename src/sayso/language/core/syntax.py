"""Word classes and dependency trees of a text, sentence by sentence."""

from itertools import pairwise

from sayso.language.core.network import Network, TreeScores
from sayso.language.core.read import CoreText, Scores, beginnings
from sayso.language.core.trees import ROOT, best_tree


def parse(
    network: Network, text: CoreText, scores: Scores
) -> tuple[tuple[str, ...], tuple[int, ...], tuple[str, ...]]:
    """Return the class, the head (-1 for a root) and the relation of every scored word."""
    upos: list[str] = []
    heads: list[int] = []
    relations: list[str] = []
    for window, scored in zip(scores.windows, scores.by_window, strict=True):
        read = network.trees(scored.syntax)
        upos += [network.labels.upos[int(n)] for n in read.upos]
        size = window.end - window.start
        cuts = [0, *beginnings(text, window.start, window.end).tolist(), size]
        found: list[int] = []
        for start, end in pairwise(cuts):
            if end > start:
                found += _sentence(read, start, end)
        heads += [head if head == ROOT else head + window.start for head in found]
        relations += _relations(network, read, found)
    return tuple(upos), tuple(heads), tuple(relations)


def _sentence(read: TreeScores, start: int, end: int) -> list[int]:
    import numpy as np  # noqa: PLC0415 - reading a text needs it, starting the program does not

    arcs = read.arcs[start:end]
    scores = np.concatenate([arcs[:, start:end], arcs[:, -1:]], axis=1)
    return [head if head == ROOT else head + start for head in best_tree(scores)]


def _relations(network: Network, read: TreeScores, heads: list[int]) -> list[str]:
    # The row behind the last word stands for the root, so that -1 finds it.
    best = network.deprels(read.label_dependent, read.label_head[heads])
    names = network.labels.deprels
    return ["root" if head == ROOT else names[int(n)] for head, n in zip(heads, best, strict=True)]
