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
    """Yield the renderings of ``statements`` among those of other documents in ``lookup``."""
    for statement in statements:
        if len(statement.forms) < _FEWEST_WORDS:
            continue
        for candidate in lookup.candidates(statement):
            if len(candidate.forms) < _FEWEST_WORDS:
                continue
            found = find_rendering(statement, candidate, by, notes=notes)
            if found is not None:
                yield found
