"""Finding renderings: a new document's statements against the few of the case that may be the same."""

from collections.abc import Iterable, Iterator

from sayso.story.quotes.rendering import Notes, Rendering, find_rendering
from sayso.story.statements.index import StatementIndex
from sayso.story.statements.statement import Meaning, SameSpeaker, Statement, same_name

# A title or "yes" is said by everybody.
_FEWEST_WORDS = 3


def find_renderings(
    statements: Iterable[Statement],
    index: StatementIndex,
    *,
    meaning: Meaning | None = None,
    same_speaker: SameSpeaker = same_name,
    notes: Notes | None = None,
) -> Iterator[Rendering]:
    """Yield the renderings of ``statements`` among those of other documents in ``index``."""
    for statement in statements:
        if len(statement.forms) < _FEWEST_WORDS:
            continue
        for candidate in index.candidates(statement):
            if len(candidate.forms) < _FEWEST_WORDS:
                continue
            found = find_rendering(
                statement,
                candidate,
                rarity=index.rarity,
                meaning=meaning,
                same_speaker=same_speaker,
                notes=notes,
            )
            if found is not None:
                yield found
