"""Trees of a text: one for each sentence, over the words of the text."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.language.analysis import SentenceTree
from sayso.language.core.network import Network, TreeScores
from sayso.language.core.read import CoreText, Scores
from sayso.language.core.syntax import in_text, parse
from sayso.language.core.windows import Window
from tests.language.core.builders import labels, numbered, window_scores


class Chained(Network):
    """A network that hangs each word on the one before it, also over the end of a sentence."""

    def __init__(self) -> None:
        self.labels = labels(upos=("NOUN", "VERB"), deprels=("dep", "obj"))

    def trees(self, syntax: NDArray[np.float32]) -> TreeScores:
        words = len(syntax)
        arcs = np.zeros((words, words + 1), dtype=np.float32)
        arcs[:, -1] = -1
        for word in range(1, words):
            arcs[word, word - 1] = 5
        numbers = numbered(0, words + 1)
        return TreeScores(
            arcs=arcs,
            label_dependent=numbers[:-1],
            label_head=numbers,
            upos=syntax[:, 0].astype(np.int64) % 2,
        )

    def deprels(
        self, dependent: NDArray[np.float32], head: NDArray[np.float32]
    ) -> NDArray[np.int64]:
        behind: NDArray[np.int64] = (dependent[:, 0] - head[:, 0] == 1).astype(np.int64)
        return behind


def parsed(
    *sentences: int, windows: tuple[int, ...]
) -> tuple[tuple[str, ...], tuple[int, ...], tuple[str, ...]]:
    """Parse sentences that begin at some words, in windows of some sizes."""
    return in_text(trees(*sentences, windows=windows))


def trees(
    *sentences: int, windows: tuple[int, ...], holding: Sequence[int] | None = None
) -> tuple[SentenceTree, ...]:
    edges = [0, *np.cumsum(windows).tolist()]
    text = CoreText(
        words=("w",) * edges[-1],
        paragraphs=((0, edges[-1]),),
        quotes=(0,) * edges[-1],
        sentence_starts=sentences,
    )
    scores = Scores(
        windows=tuple(
            Window(start=edges[n], end=edges[n + 1], pieces=(), firsts=(), casings=())
            for n in range(len(windows))
        ),
        by_window=tuple(window_scores(n, syntax=numbered(0, n)) for n in windows),
        joined=window_scores(edges[-1]),
    )
    return tuple(parse(Chained(), text, scores, holding=holding))


def test_each_sentence_has_its_own_root() -> None:
    upos, heads, deprels = parsed(0, 3, windows=(5,))

    assert upos == ("NOUN", "VERB", "NOUN", "VERB", "NOUN")
    assert heads == (-1, 0, 1, -1, 3)
    assert deprels == ("root", "obj", "obj", "root", "obj")


def test_heads_in_a_later_window_are_words_of_the_text() -> None:
    _, heads, _ = parsed(0, 3, 5, windows=(3, 4))

    assert heads == (-1, 0, 1, -1, 3, -1, 5)


def test_a_sentence_that_two_windows_share_has_a_root_in_each() -> None:
    _, heads, _ = parsed(0, windows=(2, 2))

    assert heads == (-1, 0, -1, 2)


def test_a_sentence_of_one_word_is_its_root() -> None:
    _, heads, deprels = parsed(0, 1, windows=(2,))

    assert (heads, deprels) == ((-1, -1), ("root", "root"))


def test_only_sentences_that_hold_words_asked_for_are_parsed_if_any_are() -> None:
    second, fourth = trees(0, 3, 5, 8, windows=(6, 4), holding=(4, 9))

    assert (second.first, second.heads, second.deprels) == (3, (-1, 0), ("root", "obj"))
    assert (fourth.first, fourth.heads, fourth.upos) == (8, (-1, 0), ("NOUN", "VERB"))
