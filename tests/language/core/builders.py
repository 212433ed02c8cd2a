"""Scores and labels as a network would give them, empty but for what a test is about."""

from dataclasses import fields, replace

import numpy as np
from numpy.typing import NDArray

from sayso.language.core.network import Labels, WindowScores


def window_scores(words: int, **scored: NDArray[np.float32] | NDArray[np.int64]) -> WindowScores:
    """Return the scores of some words, zero but for those given."""
    empty = np.zeros((words, 1), dtype=np.float32)
    none = np.zeros(words, dtype=np.int64)
    scores = WindowScores(
        cue=empty[:, 0],
        news=empty,
        event=none,
        role_word=empty,
        said=empty,
        facts=empty,
        names=empty,
        syntax=empty,
    )
    return replace(scores, **scored)  # type: ignore[arg-type] # the kinds differ from field to field


def numbered(start: int, end: int) -> NDArray[np.float32]:
    """Return vectors of words that hold their numbers."""
    return np.arange(start, end, dtype=np.float32)[:, None]


def labels(**named: tuple[str, ...]) -> Labels:
    """Return labels, "none" alone for each head but those given."""
    return Labels(**{f.name: named.get(f.name, ("none",)) for f in fields(Labels)})
