"""The index of statements in memory: what a case keeps in tables, for tests and measurements."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sayso.story.statements.keys import PER_KEY, keys_of, nearest
from sayso.story.statements.lookup import WordCounts, count_words
from sayso.story.statements.statement import Statement


class StatementIndex:
    """Statements added one by one; what was added is only ever looked up by key."""

    __slots__ = ("_documents", "_first", "_statements")

    def __init__(self) -> None:
        self._statements: list[Statement] = []
        self._first: defaultdict[int, list[int]] = defaultdict(list)
        self._documents: defaultdict[str, list[int]] = defaultdict(list)

    def __len__(self) -> int:
        return len(self._statements)

    def add(self, statement: Statement) -> None:
        number = len(self._statements)
        self._statements.append(statement)
        self._documents[statement.document].append(number)
        for key in keys_of(statement):
            if len(self._first[key.number]) < PER_KEY:
                self._first[key.number].append(number)

    def of_document(self, document: str) -> Sequence[Statement]:
        return tuple(self._statements[number] for number in self._documents.get(document, ()))

    def candidates(self, statement: Statement) -> Sequence[Statement]:
        keys = keys_of(statement)
        own = frozenset(self._documents.get(statement.document, ()))
        holders = {
            key.number: [at for at in self._first.get(key.number, ()) if at not in own]
            for key in keys
        }
        return tuple(self._statements[number] for number in nearest(keys, holders))

    def word_counts(self, document: str) -> WordCounts:
        return count_words(self.of_document(document))


def index_of(statements: Iterable[Statement]) -> StatementIndex:
    """Return an index of ``statements``, added in order."""
    index = StatementIndex()
    for statement in statements:
        index.add(statement)
    return index
