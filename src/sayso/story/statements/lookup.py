"""Looking statements up: what a comparison asks of those who keep statements, and how words weigh."""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field
from functools import cache
from typing import Protocol

from sayso.frozen import dataclass
from sayso.story.statements.statement import (
    Meaning,
    Rarity,
    SameSpeaker,
    Statement,
    same_name,
)

WordCounts = Mapping[str, int]

# Below so many statements nothing can be told of how rare a word is.
_FEWEST = 200
_COMMONEST = 0.1


class StatementLookup(Protocol):
    """Those who keep the statements of the documents so far: an index in memory, or a case."""

    def candidates(self, statement: Statement) -> Iterable[Statement]:
        """Return the few statements of other documents that may say the same, the nearest first."""
        ...

    def of_document(self, document: str) -> Sequence[Statement]:
        """Return the statements of one document in the order of its text."""
        ...

    def word_counts(self, document: str) -> WordCounts:
        """Return in how many statements of a document each word stands."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What two statements are compared by.

    ``counts`` gives the word counts of a document, so that what two documents are about weighs
    less than what these two statements share. Only the two count, so the weights are the same
    whatever else a case holds, and in whichever order it came.
    """

    counts: Callable[[str], WordCounts]
    meaning: Meaning | None = None
    same_speaker: SameSpeaker = same_name
    _known: dict[frozenset[str], Rarity] = field(default_factory=dict, repr=False, compare=False)

    def rarity(self, left: Statement, right: Statement) -> Rarity:
        """Return how rare a word is, from 0.1 to 1, in what the two documents report."""
        documents = frozenset({left.document, right.document})
        if documents not in self._known:
            self._known[documents] = self._rarity(documents)
        return self._known[documents]

    def _rarity(self, documents: frozenset[str]) -> Rarity:
        counted = [self.counts(name) for name in documents]
        total = math.log1p(_FEWEST)

        @cache
        def rarity(form: str) -> float:
            # The two statements themselves do not make a word common.
            beside = max(sum(one.get(form, 1) for one in counted) - 1, 0)
            return max(_COMMONEST, 1 - math.log1p(beside) / total)

        return rarity

    def nearness(self, left: Statement, right: Statement) -> float | None:
        return None if self.meaning is None else self.meaning(left.text, right.text)


def comparison(
    new: Sequence[Statement],
    lookup: StatementLookup,
    *,
    meaning: Meaning | None = None,
    same_speaker: SameSpeaker = same_name,
) -> Comparison:
    """Return what the statements of a ``new`` document are compared by with those in ``lookup``."""
    own = count_words(new)
    names = {statement.document for statement in new}

    def counts(document: str) -> WordCounts:
        return own if document in names else lookup.word_counts(document)

    return Comparison(counts=counts, meaning=meaning, same_speaker=same_speaker)


def count_words(statements: Iterable[Statement]) -> Counter[str]:
    """Return in how many of ``statements`` each telling word stands."""
    return Counter(form for one in statements for form in set(one.forms))
