"""Finding echoes: the claims of a new document that the case has from the same origin already.

Two reporters may write of one event in few words of their own; that is no echo. It takes a copied
passage, one quotation, one named speaker or report, or a credit.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from sayso.frozen import dataclass
from sayso.story.direction import Order, order_of
from sayso.story.echoes.edge import EchoEdge, EchoEvidence
from sayso.story.quotes.alignment import Alignment, align, upper_share
from sayso.story.quotes.rendering import Rendering
from sayso.story.reuse_edge import Direction, ReuseEdge
from sayso.story.statements.lookup import Comparison, StatementLookup
from sayso.story.statements.statement import DocumentFacts, Statement
from sayso.text import Span

# A passage of fewer words may be written twice by chance.
_FEWEST_WORDS = 8
# Copied if so much of the shorter is there in order, and the longer is not much more than that.
_COPIED = 0.8
_COPIED_COMMON = 4.0
# In documents of which one is known to repeat the other, a counterpart is found by less: respinning
# replaces half of the words.
_COUNTERPART = 0.2
_COUNTERPART_COMMON = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class EchoSearch:
    """What a search for echoes looks into, and what it compares by.

    ``facts`` gives the facts of a document of ``lookup``; ``reuse`` are the copies that the new
    document was found to take part in, ``renderings`` its statements that others report too.
    """

    lookup: StatementLookup
    by: Comparison
    facts: Callable[[str], DocumentFacts]
    reuse: Sequence[ReuseEdge] = ()
    renderings: Sequence[Rendering] = ()


def find_echoes(
    new: DocumentFacts, statements: Sequence[Statement], search: EchoSearch
) -> Iterator[EchoEdge]:
    """Yield the echoes that the ``statements`` of a new document make with those of the case."""
    found = {(edge.from_claim, edge.to_claim): edge for edge in _in_copies(new, statements, search)}
    yield from found.values()
    told = {frozenset(pair) for pair in found}
    for rendering in search.renderings:
        if frozenset((rendering.left.claim, rendering.right.claim)) not in told:
            edge = _edge(new, rendering, search)
            if edge is not None:
                yield edge


def _in_copies(
    new: DocumentFacts, statements: Sequence[Statement], search: EchoSearch
) -> Iterator[EchoEdge]:
    """Yield the claims that stand in the copied passages of two documents, each with its own."""
    for reuse in search.reuse:
        is_copy = reuse.to_document == new.id
        other = reuse.from_document if is_copy else reuse.to_document
        there = search.lookup.of_document(other)
        first, second = (there, statements) if is_copy else (statements, there)
        order = Order(
            first_came_first=None if reuse.direction is Direction.UNKNOWN else True,
            direction=reuse.direction,
        )
        first = _inside(first, reuse.from_spans)
        second = _inside(second, reuse.to_spans)
        for left, right, alignment in _counterparts(first, second, search.by):
            yield _made(left, right, alignment, EchoEvidence.COPIED, order, reuse.rule)


def _inside(statements: Iterable[Statement], passages: Sequence[Span]) -> tuple[Statement, ...]:
    return tuple(
        one
        for one in statements
        if any(passage.overlaps(span) for span in one.content for passage in passages)
    )


def _counterparts(
    first: Sequence[Statement], second: Sequence[Statement], by: Comparison
) -> Iterator[tuple[Statement, Statement, Alignment]]:
    """Yield the statements of two copied passages that are each other's nearest.

    One without a partner of its own (the copy may be read as two claims where the text has one)
    goes with the nearest. The pairs are the same whichever of the two came to the case first.
    """
    aligned = {}
    for one in first:
        for other in second:
            rarity = by.rarity(one, other)
            if upper_share(one, other, rarity=rarity) >= _COUNTERPART:
                aligned[one.claim, other.claim] = one, other, align(one, other, rarity=rarity)
    near = [pair for pair in aligned.values() if _is_counterpart(pair[2])]
    near.sort(key=lambda pair: (-_lesser(pair[2]), pair[0].claim, pair[1].claim))
    taken: set[str] = set()
    rest = []
    for pair in near:
        ends = {pair[0].claim, pair[1].claim}
        if taken.isdisjoint(ends):
            taken |= ends
            yield pair
        else:
            rest.append(pair)
    for pair in rest:
        ends = {pair[0].claim, pair[1].claim}
        if not ends <= taken:
            taken |= ends
            yield pair


def _is_counterpart(alignment: Alignment) -> bool:
    return alignment.common >= _COUNTERPART_COMMON and _lesser(alignment) >= _COUNTERPART


def _lesser(alignment: Alignment) -> float:
    return min(alignment.left_share, alignment.right_share)


def _edge(new: DocumentFacts, rendering: Rendering, search: EchoSearch) -> EchoEdge | None:
    left, right = (
        new if side.document == new.id else search.facts(side.document)
        for side in (rendering.left, rendering.right)
    )
    order = order_of(left.provenance, right.provenance)
    evidence = _evidence(rendering, order)
    if evidence is None:
        return None
    return _made(
        rendering.left, rendering.right, rendering.alignment, evidence, order, f"echo.{evidence}"
    )


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
    """Say whether a passage returns word for word: shared names and figures alone are no copy."""
    alignment, sides = rendering.alignment, (rendering.left, rendering.right)
    whole = alignment.in_order >= _COPIED and alignment.common >= _COPIED_COMMON
    return whole and any(
        sum(span.contains(word.span) for word in sides[0].words for span in run) >= _FEWEST_WORDS
        for run, _ in alignment.runs
    )


def _made(
    left: Statement,
    right: Statement,
    alignment: Alignment,
    evidence: EchoEvidence,
    order: Order,
    rule: str,
) -> EchoEdge:
    """Return the edge from the one that came first; where nothing tells, in a fixed order."""
    spans = [_shared(alignment, side=side) for side in (0, 1)]
    in_order = order.first_came_first
    if in_order is None:
        in_order = (left.document, left.claim) <= (right.document, right.claim)
    if not in_order:
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
