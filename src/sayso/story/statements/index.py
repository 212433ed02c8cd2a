"""The index of statements: a new statement finds the few that may say the same, by shared words.

Each statement leaves its telling words, the pairs of neighbours among them, and each of them with
the speaker. A key remembers the
first statements only, so that looking one up costs the same in a case of any size; of a text that
everybody copies these are the ones that it came from.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from sayso.story.statements.statement import Statement
from sayso.story.statements.words import WordKind

# Statements that a key remembers.
_PER_KEY = 64
# Statements that one is compared with, word by word.
_COMPARED = 24
# A word is paired with so many that follow it: a rendering leaves words out.
_REACH = 2
_PAIR_WEIGHT = 2.0
# Below so many statements nothing can be told of how rare a word is.
_FEWEST = 200
_COMMONEST = 0.1

Key = str | tuple[str, str]


class StatementIndex:
    """Statements added one by one; what was added is only ever looked up by key."""

    __slots__ = ("_documents", "_first", "_seen", "_statements")

    def __init__(self) -> None:
        self._statements: list[Statement] = []
        self._first: defaultdict[Key, list[int]] = defaultdict(list)
        self._seen: Counter[Key] = Counter()
        self._documents: defaultdict[str, list[int]] = defaultdict(list)

    def __len__(self) -> int:
        return len(self._statements)

    def add(self, statement: Statement) -> None:
        number = len(self._statements)
        self._statements.append(statement)
        self._documents[statement.document].append(number)
        for key in keys_of(statement):
            self._seen[key] += 1
            if len(self._first[key]) < _PER_KEY:
                self._first[key].append(number)

    def of_document(self, document: str) -> tuple[Statement, ...]:
        return tuple(self._statements[number] for number in self._documents.get(document, ()))

    def candidates(self, statement: Statement, limit: int = _COMPARED) -> Iterator[Statement]:
        """Yield the statements of other documents that share the most and the rarest keys.

        The nearest comes first.
        """
        weights: defaultdict[int, float] = defaultdict(float)
        for key in keys_of(statement):
            seen = self._seen.get(key, 0)
            weight = (_PAIR_WEIGHT if isinstance(key, tuple) else 1.0) / math.log2(2 + seen)
            for number in self._first.get(key, ()):
                weights[number] += weight
        for number in self._documents.get(statement.document, ()):
            weights.pop(number, None)
        best = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:limit]
        return (self._statements[number] for number, _ in best)

    def rarity(self, form: str) -> float:
        """Return how rare a word is, from 0.1 to 1, in what was added so far."""
        total = max(len(self._statements), _FEWEST)
        return max(_COMMONEST, 1 - math.log1p(self._seen.get(form, 0)) / math.log1p(total))


def keys_of(statement: Statement) -> tuple[Key, ...]:
    """Return the keys of a statement, each once, in order."""
    told = [word for word in statement.words if word.tells]
    forms = [word.form for word in told]
    singles = [word.form for word in told if word.kind is not WordKind.NUMBER or len(word.form) > 1]
    return tuple(dict.fromkeys([*singles, *_pairs(forms), *_by_speaker(statement, forms)]))


def _by_speaker(statement: Statement, forms: list[str]) -> Iterator[Key]:
    """Yield each word with the last name of the one who said it."""
    name = "".join(c if c.isalnum() else " " for c in statement.speaker or "").split()
    if name:
        yield from ((f"@{name[-1].casefold()}", form) for form in forms)


def _pairs(forms: list[str]) -> Iterator[Key]:
    for at, form in enumerate(forms):
        for other in forms[at + 1 : at + 1 + _REACH]:
            if form != other:
                yield (form, other) if form < other else (other, form)


def index_of(statements: Iterable[Statement]) -> StatementIndex:
    """Return an index of ``statements``, added in order."""
    index = StatementIndex()
    for statement in statements:
        index.add(statement)
    return index
