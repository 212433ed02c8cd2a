"""The terms of a document, by which it is told which documents are of one story.

A term weighs by how rare it is in English at large, and not in the case, so that what is of one
story does not depend on what else a case holds, nor on the order in which it came.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from sayso.frozen import dataclass
from sayso.language.tokens import tokenize
from sayso.story.statements.words import WordKind, read_word
from sayso.text import Span

# A book is told by how it begins.
_LONGEST = 20_000
# Marks behind which a capital says nothing.
_ENDS = frozenset('.!?:“"\n')

Counts = Mapping[str, int]
Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """How often a document has each word, in base form; names and numbers also apart."""

    every: Counts
    names: Counts
    numbers: Counts


def read_terms(text: str) -> Terms:
    """Return the terms of a text."""
    written = text[:_LONGEST]
    tokens = tokenize(written)
    every: Counter[str] = Counter()
    names: Counter[str] = Counter()
    numbers: Counter[str] = Counter()
    opens = True
    for start, end in zip(tokens.starts, tokens.ends, strict=True):
        token = written[start:end]
        if any(character.isalnum() for character in token):
            word = read_word(Span(start, end), token, opens=opens)
            if word.tells:
                every[word.form] += 1
                if word.kind is WordKind.NAME:
                    names[word.form] += 1
                elif word.kind is WordKind.NUMBER and len(word.form) > 1:
                    numbers[word.form] += 1
        opens = token in _ENDS
    return Terms(every=every, names=names, numbers=numbers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """In how many of so many documents of English each word stands."""

    documents: int
    counts: Counts

    def rarity(self, word: str) -> float:
        """Return how much a word tells; one that was never seen tells most."""
        return math.log((self.documents + 1) / (self.counts.get(word, 0) + 1))


@cache
def shipped_background() -> Background:
    """Return the counts that come with the package."""
    text = files(__package__).joinpath("word_counts.txt").read_text(encoding="utf-8")
    first, *lines = text.splitlines()
    counts = {word: int(n) for word, n in (line.split() for line in lines)}
    return Background(documents=int(first), counts=MappingProxyType(counts))


def vector_of(counts: Counts, background: Background) -> Vector:
    """Return the weights of terms, at length one."""
    return scaled({word: (1 + math.log(n)) * background.rarity(word) for word, n in counts.items()})


def scaled(weights: Vector) -> Vector:
    """Return a vector at length one; one without weights stays as it is."""
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {word: weight / length for word, weight in weights.items()} if length else dict(weights)


def cosine(left: Vector, right: Vector) -> float:
    """Return how near two vectors of length one are."""
    if len(left) > len(right):
        left, right = right, left
    return sum(weight * right.get(word, 0.0) for word, weight in left.items())


def summed(vectors: Iterable[Vector]) -> dict[str, float]:
    """Return the sum of vectors."""
    total: dict[str, float] = {}
    for vector in vectors:
        for word, weight in vector.items():
            total[word] = total.get(word, 0.0) + weight
    return total
