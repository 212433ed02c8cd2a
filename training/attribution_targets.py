"""Attributions as targets: for each cue of a window, the words it may reach and their roles."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.language.core.role_features import role_features
from training.batches import Piece
from training.examples import WordAttribution
from training.heads import CONTENT, CUE, SOURCE


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One cue: its row in the batch, its first word there, the reach, and the role of each word.

    Word numbers count from the beginning of the window. ``roles`` is all zero for a cue that is none.
    """

    row: int
    cue: int
    start: int
    end: int
    roles: tuple[int, ...]
    features: NDArray[np.int64]  # (words, 4)
    attribution: WordAttribution | None


def targets(items: Sequence[Piece]) -> list[Target]:
    """Return the gold cues of a batch."""
    return [
        target(item, row, attribution.cue[0] - item.window.start, attribution)
        for row, item in enumerate(items)
        for attribution in item.example.attributions or ()
        if attribution.cue and item.window.start <= attribution.cue[0] < item.window.end
    ]


def false_target(items: Sequence[Piece], row: int, cue: int) -> Target:
    """Return the target of a cue that stands in no annotation, or of the annotation it stands in."""
    item = items[row]
    word = cue + item.window.start
    inside = next((a for a in item.example.attributions or () if word in a.cue), None)
    return target(item, row, cue, inside)


def target(item: Piece, row: int, cue: int, attribution: WordAttribution | None) -> Target:
    example, window = item.example, item.window
    word = cue + window.start
    starts = [start for start, _ in example.paragraphs]
    start, end = example.paragraphs[max(bisect_right(starts, word) - 1, 0)]
    start, end = max(start, window.start), min(end, window.end)
    roles = [0] * (end - start)
    if attribution is not None:
        for number, words in (
            (CONTENT, attribution.content),
            (SOURCE, attribution.source),
            (CUE, attribution.cue),
        ):
            for at in words:
                if start <= at < end:
                    roles[at - start] = number
    quotes = example.quotes[start:end] if example.quotes is not None else (0,) * (end - start)
    sentences = [s - start for s in example.sentence_starts or () if start < s < end]
    return Target(
        row=row,
        cue=cue,
        start=start - window.start,
        end=end - window.start,
        roles=tuple(roles),
        features=role_features(word - start, quotes, sentences),
        attribution=attribution,
    )
