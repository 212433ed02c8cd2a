"""Finding renderings: a new document's statements against the few of the case that may be the same."""

from collections.abc import Iterable, Iterator

from sayso.story.quotes.rendering import Notes, Rendering, find_rendering
from sayso.story.statements.lookup import Comparison, StatementLookup
from sayso.story.statements.statement import Statement

# A title or "yes" is said by everybody.
_FEWEST_WORDS = 3


def find_renderings(
    statements: Iterable[Statement],
    lookup: StatementLookup,
    by: Comparison,
    *,
    notes: Notes | None = None,
) -> Iterator[Rendering]:
    """Yield the renderings of ``statements`` among those of other documents in ``lookup``.

    What two outlets state themselves is no statement that both report.
    """
    for statement in statements:
        if not _may_be_rendered(statement):
            continue
        for candidate in lookup.candidates(statement):
            if not _may_be_rendered(candidate):
                continue
            found = find_rendering(statement, candidate, by, notes=notes)
            if found is not None:
                yield found


def _may_be_rendered(statement: Statement) -> bool:
    return not statement.own_voice and len(statement.forms) >= _FEWEST_WORDS
