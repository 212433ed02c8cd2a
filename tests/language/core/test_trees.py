"""Trees: the best of all that have one root, whatever cycles the scores draw into."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from sayso.language.core.trees import ROOT, best_tree

Floats = NDArray[np.float32]


def is_tree(heads: tuple[int, ...]) -> bool:
    """Say whether one word hangs on the root and every other reaches it."""
    if heads.count(ROOT) != 1:
        return False
    for word in range(len(heads)):
        at = word
        for _ in heads:
            at = heads[at] if at != ROOT else ROOT
        if at != ROOT:
            return False
    return True


def total(scores: Floats, heads: tuple[int, ...]) -> float:
    return float(sum(float(scores[word, head]) for word, head in enumerate(heads)))


@st.composite
def arc_scores(draw: st.DrawFn, *, most: int = 5) -> Floats:
    size = draw(st.integers(1, most))
    # Whole numbers: sums are exact, and ties and cycles are common.
    values = draw(st.lists(st.integers(-9, 9), min_size=size * (size + 1), max_size=size**2 + size))
    return np.array(values, dtype=np.float32).reshape(size, size + 1)


@given(arc_scores())
def test_no_tree_with_one_root_scores_higher(scores: Floats) -> None:
    size = len(scores)
    trees = filter(is_tree, product(range(-1, size), repeat=size))
    found = tuple(best_tree(scores))

    assert is_tree(found)
    assert total(scores, found) == max(total(scores, tree) for tree in trees)


@given(arc_scores(most=24))
def test_any_scores_give_a_tree(scores: Floats) -> None:
    assert is_tree(tuple(best_tree(scores)))


@given(arc_scores(most=12), st.integers(-50, 50))
def test_a_higher_score_of_all_heads_of_a_word_changes_nothing(scores: Floats, more: int) -> None:
    raised = scores.copy()
    raised[0] += more

    assert total(scores, tuple(best_tree(raised))) == total(scores, tuple(best_tree(scores)))


def test_a_word_alone_is_the_root_whatever_its_scores_are() -> None:
    assert best_tree(np.array([[9, -9]], dtype=np.float32)) == [ROOT]


@pytest.mark.parametrize(
    ("scores", "heads"),
    [
        # Each best head makes the tree at once.
        ([[0, 1, 5], [4, 0, 1]], [ROOT, 0]),
        # Two words want the root: the one that loses less goes to the other.
        ([[0, 1, 5], [3, 0, 4]], [ROOT, 0]),
        # Nobody wants it.
        ([[0, 9, 1], [9, 0, 2]], [1, ROOT]),
        # The word with the highest score for the root is needed below the other one.
        ([[0, 8, 5], [1, 0, 4]], [1, ROOT]),
    ],
)
def test_the_tree_of_two_words(scores: list[list[int]], heads: list[int]) -> None:
    assert best_tree(np.array(scores, dtype=np.float32)) == heads


def test_a_cycle_is_opened_where_it_costs_least() -> None:
    scores = np.array(
        [
            [0, 9, 0, 0],
            [0, 0, 9, 0],
            [9, 0, 0, 0],
        ],
        dtype=np.float32,
    )
    scores[1, 3] = 3

    assert best_tree(scores) == [1, ROOT, 0]


def test_a_cycle_of_cycles_is_opened_once_at_each_level() -> None:
    scores = np.full((5, 6), -20, dtype=np.float32)
    scores[0, 1] = scores[1, 0] = 10  # 0 and 1 want each other,
    scores[2, 3] = scores[3, 2] = 10  # so do 2 and 3,
    scores[0, 2] = scores[3, 1] = 8  # and the two pairs want each other.
    scores[4, 5] = 5
    scores[2, 4] = 1

    assert best_tree(scores) == [2, 0, 4, 2, ROOT]


@pytest.mark.parametrize("size", [101, 250])
def test_a_very_long_sentence_gets_its_best_tree(size: int) -> None:
    # A chain of words, each of which would rather hang on the one behind it: one cycle after another.
    scores = np.full((size, size + 1), -1000, dtype=np.float32)
    for word in range(size - 1):
        scores[word, word + 1], scores[word + 1, word] = 2, 1
    scores[0, size] = 0

    assert best_tree(scores) == [ROOT, *range(size - 1)]


def test_scores_are_left_as_they_were() -> None:
    scores = np.array([[0, 9, 1], [9, 0, 2]], dtype=np.float32)
    before = scores.copy()
    best_tree(scores)

    assert (scores == before).all()
