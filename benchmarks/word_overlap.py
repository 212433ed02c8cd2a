"""Word overlap of two texts: what a matcher for meaning has to beat."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.language.tokens import tokenize

Scores = NDArray[np.float64]
# As in Robertson and Zaragoza 2009.
_SATURATION, _LENGTH = 1.2, 0.75


def jaccard(left: Sequence[str], right: Sequence[str]) -> Scores:
    """Return the share of the distinct words of both texts that both have."""
    return _shares([frozenset(_words(t)) for t in left], [frozenset(_words(t)) for t in right])


def letters(left: Sequence[str], right: Sequence[str]) -> Scores:
    """Return the share of the distinct runs of three letters that both texts have."""
    return _shares([_triples(t) for t in left], [_triples(t) for t in right])


def bm25(left: Sequence[str], right: Sequence[str]) -> Scores:
    """Return the BM25 score of each right text, as a share of what the query gives itself."""
    queries, texts = ([Counter(_words(t)) for t in side] for side in (left, right))
    number = {word: n for n, word in enumerate(sorted({w for c in (*queries, *texts) for w in c}))}
    counts = _matrix(texts, number)
    rarity = np.log1p((len(texts) - (counts > 0).sum(0) + 0.5) / ((counts > 0).sum(0) + 0.5))
    usual = max(counts.sum(1).mean(), 1.0)
    asked = _matrix(queries, number)
    own = (asked * rarity * _saturated(asked, usual)).sum(1)
    shares: Scores = (asked * rarity) @ _saturated(counts, usual).T
    return shares / np.maximum(own, 1e-9)[:, None]


def _saturated(counts: Scores, usual: float) -> Scores:
    length = 1 - _LENGTH + _LENGTH * counts.sum(1, keepdims=True) / usual
    saturated: Scores = counts * (_SATURATION + 1) / (counts + _SATURATION * length)
    return saturated


def _matrix(bags: Sequence[Counter[str]], number: dict[str, int]) -> Scores:
    matrix = np.zeros((len(bags), len(number)))
    for row, bag in zip(matrix, bags, strict=True):
        row[[number[word] for word in bag]] = list(bag.values())
    return matrix


def _shares(left: Sequence[frozenset[str]], right: Sequence[frozenset[str]]) -> Scores:
    return np.array([[len(a & b) / max(len(a | b), 1) for b in right] for a in left])


def _words(text: str) -> list[str]:
    tokens = tokenize(text)
    words = (text[s:e].lower() for s, e in zip(tokens.starts, tokens.ends, strict=True))
    return [word for word in words if any(c.isalnum() for c in word)]


def _triples(text: str) -> frozenset[str]:
    padded = f" {' '.join(_words(text))} "
    return frozenset(padded[i : i + 3] for i in range(len(padded) - 2))
