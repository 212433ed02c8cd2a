"""What is counted and what happened, as words of the text."""

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from sayso.language.core.facts import Count, Happening, find_counts, find_happenings
from sayso.language.core.network import Network, NumberScores
from sayso.language.core.read import Scores
from sayso.language.core.role_features import DISTANCES
from sayso.language.core.windows import Window
from tests.language.core.builders import labels, numbered, window_scores

Floats = NDArray[np.float32]
Whole = NDArray[np.int64]


class Counter(Network):
    """A network for which each number counts the word behind it, odd numbers as a flow."""

    def __init__(self) -> None:
        self.labels = labels(
            event=("none", "attack", "protest"),
            status=("asserted", "denied"),
            accrual=("none", "flow"),
            modality=("asserted", "planned"),
        )
        self.tables = {"counted_distance": np.zeros(DISTANCES, dtype=np.float32)}
        self.windows: list[list[float]] = []

    def statuses(self, facts: Floats) -> Whole:
        return facts[:, 0].astype(np.int64) % 2

    def numbers(self, numbers: Floats, words: Floats) -> NumberScores:
        self.windows.append(words[:, 0].tolist())
        odd = numbers[:, 0].astype(np.int64) % 2
        counted = (numbers + 1 == words[:, 0]).astype(np.float32)
        return NumberScores(counted=counted, predicate=odd, accrual=odd, modality=odd)


def scores_of(start: int, end: int, *cuts: int, events: dict[int, int] | None = None) -> Scores:
    edges = [start, *cuts, end]
    event = np.zeros(end - start, dtype=np.int64)
    for word, kind in (events or {}).items():
        event[word - start] = kind
    return Scores(
        windows=tuple(
            Window(start=s, end=e, pieces=(), firsts=(), casings=()) for s, e in pairwise(edges)
        ),
        by_window=(),
        joined=window_scores(end - start, facts=numbered(start, end), event=event),
    )


def test_events_are_words_with_their_type_and_status() -> None:
    found = list(find_happenings(Counter(), scores_of(10, 20, events={12: 1, 17: 2})))

    assert found == [
        Happening(word=12, type="attack", status="asserted"),
        Happening(word=17, type="protest", status="denied"),
    ]


def test_a_text_in_which_nothing_happens_has_no_events() -> None:
    assert list(find_happenings(Counter(), scores_of(0, 5))) == []


def test_a_number_counts_a_word_and_says_what_befell_it() -> None:
    even, odd = find_counts(Counter(), scores_of(0, 8), [2, 5])

    assert even == Count(head=3, accrual=None, modality="asserted")
    assert odd == Count(head=6, accrual="flow", modality="planned")


def test_numbers_are_read_in_their_window() -> None:
    network = Counter()
    found = list(find_counts(network, scores_of(10, 20, 15), [11, 12, 17]))

    assert [c.head for c in found] == [12, 13, 18]
    assert network.windows == [[10, 11, 12, 13, 14], [15, 16, 17, 18, 19]]


def test_the_distance_of_a_word_counts() -> None:
    network = Counter()
    network.tables["counted_distance"][DISTANCES // 2 + 1] = 3  # the word before
    (found,) = find_counts(network, scores_of(0, 8), [4])

    assert found.head == 3
