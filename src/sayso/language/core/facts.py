"""What the core says of figures and events: what is counted, and what happened."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from sayso.frozen import dataclass
from sayso.language.core.network import Network
from sayso.language.core.read import Scores
from sayso.language.core.role_features import distance_buckets

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """The word of an event with its family and status."""

    word: int
    type: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """What a number counts, and what is said of that: ``None`` where nothing fits."""

    head: int
    accrual: str | None
    modality: str


def find_happenings(network: Network, scores: Scores) -> Iterator[Happening]:
    """Yield the events of the scored words in their order."""
    best = scores.joined.event
    words = best.nonzero()[0]
    if not len(words):
        return
    types, statuses = network.labels.event, network.labels.status
    for word, status in zip(words, network.statuses(scores.joined.facts[words]), strict=True):
        yield Happening(
            word=scores.start + int(word), type=types[int(best[word])], status=statuses[int(status)]
        )


def find_counts(network: Network, scores: Scores, numbers: Sequence[int]) -> Iterator[Count]:
    """Yield for each number, given by its word and in order, what it counts: a word of its window."""
    labels, facts = network.labels, scores.joined.facts
    for window, members in groupby(numbers, key=scores.window_of):
        words = list(members)
        rows = [word - scores.start for word in words]
        low, high = window.start - scores.start, window.end - scores.start
        found = network.numbers(facts[rows], facts[low:high])
        for at, number in enumerate(words):
            bias = _bias(network, window.end - window.start, number - window.start)
            yield Count(
                head=window.start + int((found.counted[at] + bias).argmax()),
                accrual=_named(labels.accrual[int(found.accrual[at])]),
                modality=labels.modality[int(found.modality[at])],
            )


def _bias(network: Network, words: int, origin: int) -> "NDArray[np.float32]":
    bias: NDArray[np.float32] = network.tables["counted_distance"][distance_buckets(words, origin)]
    return bias


def _named(label: str) -> str | None:
    return None if label == _NONE else label
