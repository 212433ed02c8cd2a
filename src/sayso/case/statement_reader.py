"""Reading what a case knows of statements that are said again, denied or passed on."""

from collections.abc import Iterator, Sequence

from sayso.case import statement_lists
from sayso.case.statement_lists import PairFilter
from sayso.case.statement_records import DenialRow, EchoGroupRow, EchoRow, QuotePairRow
from sayso.case.statements import StoredStatements
from sayso.case.streaming import Streaming
from sayso.story.statements.statement import Statement


class StatementReader(Streaming):
    """The part of reading a case that is about statements."""

    def statements_beside(self, statements: Sequence[Statement]) -> StoredStatements:
        """Return the few statements of the case that may say the same as those of a document."""
        return StoredStatements(self._reads, statements)

    def quote_pairs(
        self, by: PairFilter | None = None, *, limit: int | None = None, offset: int = 0
    ) -> Iterator[QuotePairRow]:
        """List the statements that two documents report, in the order of the documents."""
        wanted = by or PairFilter()
        return self._stream(
            lambda c: statement_lists.list_quote_pairs(c, wanted, limit=limit, offset=offset)
        )

    def denials(
        self, by: PairFilter | None = None, *, limit: int | None = None, offset: int = 0
    ) -> Iterator[DenialRow]:
        """List what is denied beside its denials, in the order of these."""
        wanted = by or PairFilter()
        return self._stream(
            lambda c: statement_lists.list_denials(c, wanted, limit=limit, offset=offset)
        )

    def count_quote_pairs(self, by: PairFilter, *, most: int) -> int:
        """Count the statements that two documents report, no further than ``most``."""
        with self._reads() as connection:
            return statement_lists.count_quote_pairs(connection, by, most)

    def count_denials(self, by: PairFilter, *, most: int) -> int:
        """Count the denials, no further than ``most``."""
        with self._reads() as connection:
            return statement_lists.count_denials(connection, by, most)

    def echoes(
        self, by: PairFilter | None = None, *, limit: int | None = None, offset: int = 0
    ) -> Iterator[EchoRow]:
        """List the steps by which claims went from document to document."""
        wanted = by or PairFilter()
        return self._stream(
            lambda c: statement_lists.list_echoes(c, wanted, limit=limit, offset=offset)
        )

    def echoes_of(self, group: str) -> Iterator[EchoRow]:
        """List the steps between the claims of one group."""
        return self._stream(lambda c: statement_lists.list_group_echoes(c, group))

    def echo_groups(
        self, *, document: str | None = None, limit: int | None = None, offset: int = 0
    ) -> Iterator[EchoGroupRow]:
        """List the groups of claims with one origin, all or those of one document."""
        return self._stream(
            lambda c: statement_lists.list_groups(c, document=document, limit=limit, offset=offset)
        )
