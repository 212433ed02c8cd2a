"""Relating statements: what a new document says again, denies or passes on of what the case holds."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache, partial
from typing import TYPE_CHECKING

from sayso.pipeline.stages import Reading
from sayso.story.denials.denial import Denial, DenialReason
from sayso.story.denials.find import find_denials
from sayso.story.echoes.find import EchoSearch, find_echoes
from sayso.story.quotes.find import find_renderings
from sayso.story.quotes.rendering import Rendering
from sayso.story.quotes.wording_notes import WordingNote, find_notes
from sayso.story.reuse_edge import ReuseEdge
from sayso.story.statement_relations import ClaimKeys, StatementRelations
from sayso.story.statements.keys import keys_of
from sayso.story.statements.lookup import comparison, count_words
from sayso.story.statements.statement import (
    DocumentFacts,
    Meaning,
    SameSpeaker,
    Statement,
    is_statement,
    read_statement,
    same_name,
)
from sayso.text import Span

if TYPE_CHECKING:
    from sayso.case import CaseReader
    from sayso.case.statements import StoredStatements

# Texts whose vectors are kept: a statement is compared with several.
_TEXTS = 1024
# What is less is found by nothing: "it", "the report".
_FEWEST_FOUND = 2
_REASONS = tuple(DenialReason)
# A pair of so many times the shared part leaves nothing of its words to a weaker one.
_FAR_MORE = 2


def relate_statements(
    case: "CaseReader",
    reading: Reading,
    reuse: Sequence[ReuseEdge],
    *,
    same_speaker: SameSpeaker = same_name,
) -> StatementRelations:
    """Return what ties the statements of a document to those of the case, and their keys.

    The case must not hold the document yet. ``reuse`` are the copies of its text that were found.
    """
    facts = facts_of(reading)
    statements = [
        read_statement(claim, facts) for claim in reading.evidence.claims if is_statement(claim)
    ]
    statements.sort(key=lambda one: (one.content[0], one.claim))
    stored = case.statements_beside(statements)
    by = comparison(statements, stored, meaning=shipped_meaning(), same_speaker=same_speaker)
    notes = partial(_notes, facts, stored)
    renderings = _each_once(find_renderings(statements, stored, by, notes=notes))
    told = stored.told_denials(
        end for one in renderings for end in (one.left.claim, one.right.claim)
    )
    denials = find_denials(
        statements,
        stored,
        by,
        renderings=renderings,
        denials_of=lambda claim: told.get(claim, ()),
    )
    search = EchoSearch(
        lookup=stored, by=by, facts=stored.facts, reuse=reuse, renderings=renderings
    )
    return StatementRelations(
        keys=tuple(statement_keys(statements)),
        words=tuple((form, n) for form, n in count_words(statements).items() if n > 1),
        renderings=renderings,
        denials=_strongest(denials),
        echoes=tuple(find_echoes(facts, statements, search)),
    )


def facts_of(reading: Reading) -> DocumentFacts:
    """Return what a comparison has to know of a document."""
    document, dating = reading.document, reading.evidence.dating
    return DocumentFacts(
        id=document.id,
        text=document.text,
        outlet=document.outlet,
        chain=document.chain,
        dated=dating.interval,
        doubts=dating.doubts,
    )


@cache
def shipped_meaning() -> Meaning:
    """Return how near two texts are in meaning by the vectors that ship; loaded by the first call."""
    from sayso.language.vectors import Vectors, cosine  # noqa: PLC0415 -- loads numpy

    of = lru_cache(maxsize=_TEXTS)(Vectors.load().of)

    def meaning(left: str, right: str) -> float:
        return cosine(of(left), of(right))

    return meaning


def _notes(
    new: DocumentFacts, stored: "StoredStatements", statement: Statement
) -> tuple[WordingNote, ...]:
    facts = new if statement.document == new.id else stored.facts(statement.document)
    return find_notes(statement, facts)


def statement_keys(statements: Iterable[Statement]) -> Iterator[ClaimKeys]:
    """Yield the keys by which statements are found later."""
    for one in statements:
        if len(one.forms) >= _FEWEST_FOUND:
            numbers = tuple(key.number for key in keys_of(one))
            yield ClaimKeys(claim=one.claim, numbers=numbers)


def _each_once(renderings: Iterable[Rendering]) -> tuple[Rendering, ...]:
    """Keep each pair once, and of claims that stand in one another the pair that fits best.

    "The paper wrote that she said …" holds two claims, which both render what she said.
    """
    found = {(one.left.claim, one.right.claim): one for one in renderings}
    kept: defaultdict[tuple[str, str], list[Rendering]] = defaultdict(list)
    for one in sorted(found.values(), key=_fit):
        beside = kept[one.left.document, one.right.document]
        within = any(_overlap(one.left, b.left) and _overlap(one.right, b.right) for b in beside)
        if not within and not any(_is_outdone(one, b) for b in beside):
            beside.append(one)
    every = (one for some in kept.values() for one in some)
    return tuple(sorted(every, key=lambda one: (one.left.claim, one.right.claim)))


def _is_outdone(one: Rendering, better: Rendering) -> bool:
    """Say whether another pair makes far more of the same words of one of the two statements."""
    if _lesser(better) < _FAR_MORE * _lesser(one):
        return False
    return any(
        mine.overlaps(other)
        for side in (0, 1)
        for mine in _shared(one, side)
        for other in _shared(better, side)
    )


def _shared(one: Rendering, side: int) -> Iterator[Span]:
    return (span for run in one.alignment.runs for span in run[side])


def _lesser(one: Rendering) -> float:
    return min(one.alignment.left_share, one.alignment.right_share)


def _fit(one: Rendering) -> tuple[bool, float, str, str]:
    return one.same_speaker is not True, -_lesser(one), one.left.claim, one.right.claim


def _overlap(one: Statement, other: Statement) -> bool:
    return any(a.overlaps(b) for a in one.content for b in other.content)


def _strongest(denials: Iterable[Denial]) -> tuple[Denial, ...]:
    """Keep one denial of each pair of claims: that whose reason says most."""
    found: dict[tuple[str, str], Denial] = {}
    for one in sorted(denials, key=_rank):
        found.setdefault((one.asserted.claim, one.denied.claim), one)
    return tuple(found.values())


def _rank(one: Denial) -> tuple[str, str, int, str]:
    through = one.through.claim if one.through else ""
    return one.asserted.claim, one.denied.claim, _REASONS.index(one.reason), through
