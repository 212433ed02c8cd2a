"""Finding echoes: the claims of a new document that the case has from the same origin already.

Two reporters may write of one event in few words of their own; that is no echo. It takes a copied
passage, one quotation, one named speaker or report, or a credit.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.story.direction import Order, order_of
from sayso.story.echoes.edge import EchoEdge, EchoEvidence
from sayso.story.quotes.alignment import Alignment, align, upper_share
from sayso.story.quotes.rendering import Rendering, find_rendering
from sayso.story.reuse_edge import Direction, ReuseEdge
from sayso.story.statements.index import StatementIndex
from sayso.story.statements.statement import (
    DocumentFacts,
    Meaning,
    Rarity,
    SameSpeaker,
    Statement,
    same_name,
)
from sayso.text import Span

# A passage of fewer words may be written twice by chance.
_FEWEST_WORDS = 8
# Copied if so much of the shorter is there in order, and the longer is not much more than that.
_COPIED = 0.8
_COPIED_COMMON = 4.0
# In documents of which one is known to repeat the other, a counterpart is found by less: respinning
# replaces half of the words.
_COUNTERPART = 0.3
_COUNTERPART_COMMON = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class EchoSearch:
    """What a search for echoes looks into, and what it compares by.

    ``facts`` gives the facts of a document of the index; ``reuse`` are the copies that the new
    document was found to take part in.
    """

    index: StatementIndex
    facts: Callable[[str], DocumentFacts]
    reuse: tuple[ReuseEdge, ...] = ()
    meaning: Meaning | None = None
    same_speaker: SameSpeaker = same_name


def find_echoes(
    new: DocumentFacts, statements: Sequence[Statement], search: EchoSearch
) -> Iterator[EchoEdge]:
    """Yield the echoes that the ``statements`` of a new document make with those of the case."""
    found = {(edge.from_claim, edge.to_claim): edge for edge in _in_copies(new, statements, search)}
    yield from found.values()
    told = {frozenset(pair) for pair in found}
    for statement in statements:
        for candidate in search.index.candidates(statement):
            if frozenset((statement.claim, candidate.claim)) not in told:
                edge = _edge(new, statement, candidate, search)
                if edge is not None:
                    yield edge


def _in_copies(
    new: DocumentFacts, statements: Sequence[Statement], search: EchoSearch
) -> Iterator[EchoEdge]:
    """Yield the claims that stand in the copied passages of two documents, each with its own."""
    for reuse in search.reuse:
        here = reuse.to_spans if reuse.to_document == new.id else reuse.from_spans
        there = reuse.from_spans if reuse.to_document == new.id else reuse.to_spans
        other = reuse.from_document if reuse.to_document == new.id else reuse.to_document
        counterparts = _inside(search.index.of_document(other), there)
        for statement in _inside(statements, here):
            best = _counterpart(statement, counterparts, search.index.rarity)
            if best is not None:
                twin, alignment = best
                order = Order(
                    first_came_first=reuse.to_document == new.id, direction=reuse.direction
                )
                yield _made(twin, statement, alignment, EchoEvidence.COPIED, order, reuse.rule)


def _inside(statements: Iterable[Statement], passages: Sequence[Span]) -> tuple[Statement, ...]:
    return tuple(
        one
        for one in statements
        if any(passage.overlaps(span) for span in one.content for passage in passages)
    )


def _counterpart(
    statement: Statement, others: Iterable[Statement], rarity: Rarity
) -> tuple[Statement, Alignment] | None:
    """Return the statement of the copied passages that has most in common with this one."""
    near = (one for one in others if upper_share(statement, one, rarity=rarity) >= _COUNTERPART)
    aligned = [(one, align(one, statement, rarity=rarity)) for one in near]
    best = max(aligned, key=lambda pair: min(pair[1].left_share, pair[1].right_share), default=None)
    if best is None or best[1].common < _COUNTERPART_COMMON:
        return None
    return best if min(best[1].left_share, best[1].right_share) >= _COUNTERPART else None


def _edge(
    new: DocumentFacts, statement: Statement, other: Statement, search: EchoSearch
) -> EchoEdge | None:
    rendering = find_rendering(
        other, statement, rarity=search.index.rarity, meaning=search.meaning, same_speaker=search.same_speaker
    )  # fmt: skip
    if rendering is None:
        return None
    order = order_of(search.facts(other.document).provenance, new.provenance)
    evidence = _evidence(rendering, order)
    if evidence is None:
        return None
    alignment = rendering.alignment
    if rendering.left is not other:
        other, statement = statement, other
        order = Order(
            first_came_first=None if order.first_came_first is None else not order.first_came_first,
            direction=order.direction,
        )
    return _made(other, statement, alignment, evidence, order, f"echo.{evidence}")


def _evidence(rendering: Rendering, order: Order) -> EchoEvidence | None:
    """Say what shows that a content has one origin; that it is the same is not enough."""
    if _is_copied(rendering):
        return EchoEvidence.COPIED
    if rendering.left.quotation() and rendering.right.quotation():
        return EchoEvidence.QUOTED
    if rendering.same_speaker:
        return EchoEvidence.NAMED
    return EchoEvidence.CREDITED if order.direction is Direction.CREDIT else None


def _is_copied(rendering: Rendering) -> bool:
    alignment, sides = rendering.alignment, (rendering.left, rendering.right)
    long_enough = min(len(side.words) for side in sides) >= _FEWEST_WORDS
    whole = alignment.in_order >= _COPIED and alignment.common >= _COPIED_COMMON
    return long_enough and whole


def _made(
    left: Statement,
    right: Statement,
    alignment: Alignment,
    evidence: EchoEvidence,
    order: Order,
    rule: str,
) -> EchoEdge:
    """Return the edge from the one that came first, ``left`` where nothing tells."""
    spans = [_shared(alignment, side=side) for side in (0, 1)]
    if order.first_came_first is False:
        left, right = right, left
        spans.reverse()
    return EchoEdge(
        from_claim=left.claim,
        from_document=left.document,
        from_spans=spans[0],
        to_claim=right.claim,
        to_document=right.document,
        to_spans=spans[1],
        evidence=evidence,
        share=round(alignment.share, 4),
        direction=order.direction,
        rule=rule,
    )


def _shared(alignment: Alignment, *, side: int) -> tuple[Span, ...]:
    return tuple(sorted({span for run in alignment.runs for span in run[side]}))
