"""Relating figures: those of a new document meet their neighbours in the case, and each other."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from sayso.case.new_relations import FigureRelations
from sayso.evidence.partitions import adds_to
from sayso.language.analysis import Modifier
from sayso.pipeline.stages import Reading
from sayso.pipeline.subject import read_subject
from sayso.story.figures.compare import compare_in_order
from sayso.story.figures.context import with_context
from sayso.story.figures.conversions import with_conversions
from sayso.story.figures.from_evidence import FigureSource, counted_figure
from sayso.story.figures.keys import bucket_keys
from sayso.story.figures.kinds import KindTable, shipped_kinds
from sayso.story.figures.record import CountedFigure, Part, Place
from sayso.story.figures.shelf import (
    UNDATED,
    Shelves,
    day_number,
    is_near,
    neighbours,
    quantity_key,
)
from sayso.story.figures.sums import with_sums
from sayso.story.figures.unclassed import is_kept, with_told_numbers
from sayso.story.figures.verdict import Policy, Relation, Verdict
from sayso.story.reuse_edge import ReuseEdge

if TYPE_CHECKING:
    from sayso.case import Case

# Verdicts kept for one figure with those of other documents.
_MOST = 32
_POLICY = Policy()
# Characters within which "another 12" adds to the number before.
_NEAR = 300


def relate_figures(
    case: "Case", reading: Reading, edges: Iterable[ReuseEdge] = ()
) -> FigureRelations:
    """Return the comparable figures of a document and the verdicts on them; ``edges`` are its copies."""
    figures = comparable_figures(reading)
    relations = relate_counted(figures, case.compared.shelves, tuple(edges))
    return FigureRelations(figures=figures, relations=relations)


def relate_counted(
    figures: Sequence[CountedFigure], shelves: Shelves, edges: Sequence[ReuseEdge] = ()
) -> tuple[Relation, ...]:
    """Return the verdicts on the figures of one document, among themselves and with those on the shelves."""
    table = shipped_kinds()
    return (*_within(figures, table), *_across(figures, shelves, edges, table))


def comparable_figures(reading: Reading) -> tuple[CountedFigure, ...]:
    """Return the figures that can meet others, in the form compared: ``is_kept`` says which those are."""
    document, evidence = reading.document, reading.evidence
    subject = read_subject(document, evidence.analysis, evidence.places)
    source = FigureSource(
        document=document.id,
        text=document.text,
        written=evidence.dating.interval,
        origin=document.id,
        matter=subject.matter,
        central=subject.central,
        places=subject.places,
        befallen={one.id: one.predicate for one in evidence.figures},
    )
    # What the outlet itself states has no speaker whose office, own side or stance could matter.
    claims = {claim.id: claim for claim in evidence.claims if not claim.is_own_voice}
    made = (
        counted_figure(figure, source, claim=claims.get(figure.claim or ""))
        for figure in evidence.figures
    )
    phrases = {one.id: one.quantity.span for one in evidence.figures}
    kept = tuple(_kept(with_conversions(tuple(made), phrases, document.text)))
    told = (one for one in kept if one.is_classed)
    table = shipped_kinds()
    named = with_context(tuple(_without_bases(told, document.text)), table=table)
    classed = {one.id: one for one in with_sums(named, document.text, table=table)}
    return with_told_numbers(tuple(classed.get(one.id, one) for one in kept))


def _kept(figures: Sequence[CountedFigure]) -> Iterator[CountedFigure]:
    """Yield the figures that can meet others."""
    ties = [(one.id, one.part_of or one.same_as) for one in figures if one.part_of or one.same_as]
    linked = {end for tie in ties for end in tie}
    return (one for one in figures if is_kept(one, linked=one.id in linked))


def _without_bases(figures: Iterable[CountedFigure], text: str) -> Iterator[CountedFigure]:
    """Take "34 others were missing" for a level where nobody was missing before it.

    "Three more" are more of the same, wherever the number is that they add to.
    """
    last: dict[str | None, int] = {}
    for one in figures:
        start = min((ground.span.start for ground in one.grounds), default=0)
        known = last.get(one.predicate)
        last[one.predicate] = start
        is_first = known is None or start - known > _NEAR
        more = any(adds_to(text, number) for number in one.spans(Part.NUMBER))
        if is_first and not more and one.number.modifier is Modifier.INCREMENT:
            yield replace(one, number=replace(one.number, modifier=Modifier.EXACT))
        else:
            yield one


def _within(figures: Sequence[CountedFigure], table: KindTable) -> Iterator[Relation]:
    """Compare the figures of one document with each other where they share a bucket."""
    buckets = {one.id: _bucket(one, table) for one in figures}
    for one, other in combinations(figures, 2):
        linked = one.id in (other.part_of, other.same_as) or other.id in (one.part_of, one.same_as)
        if linked or (buckets[one.id] and buckets[one.id] == buckets[other.id]):
            relation = compare_in_order(one, other, policy=_POLICY, table=table)
            if _tells(relation, one, other):
                yield relation


def _tells(relation: Relation, one: CountedFigure, other: CountedFigure) -> bool:
    """Say whether a verdict is worth keeping: that two cannot be compared tells something of two of one class only."""
    of_one_class = one.is_classed and one.predicate == other.predicate
    return of_one_class or relation.verdict is not Verdict.NOT_COMPARABLE


def _bucket(figure: CountedFigure, table: KindTable) -> object:
    placeless = replace(figure, scope=replace(figure.scope, place=Place(name=""), event=None))
    return bucket_keys(placeless, table=table)


def _across(
    figures: Sequence[CountedFigure],
    shelves: Shelves,
    edges: Sequence[ReuseEdge],
    table: KindTable,
) -> Iterator[Relation]:
    days: dict[int, set[int]] = {}
    for one in figures:
        days.setdefault(quantity_key(one, table=table), set()).add(day_number(one.scope.as_of))
    for one in figures:
        own = quantity_key(one, table=table)
        for other in neighbours(one, shelves, policy=_POLICY, table=table, most=_MOST):
            if not _between(one, other, days[own]) or own != quantity_key(other, table=table):
                known = as_copied(other, one, edges)
                relation = compare_in_order(one, known, policy=_POLICY, table=table)
                if _tells(relation, one, other):
                    yield relation


def as_copied(
    other: CountedFigure, one: CountedFigure, edges: Iterable[ReuseEdge]
) -> CountedFigure:
    """Give a figure the origin of another if both stand where one text repeats the other.

    What a copy adds of its own, or a later report beside what it takes over, is not copied.
    """
    copied = any(_is_in(edge, one) and _is_in(edge, other) for edge in edges)
    return replace(other, voice=replace(other.voice, origin=one.voice.origin)) if copied else other


def _is_in(edge: ReuseEdge, figure: CountedFigure) -> bool:
    """Say whether a figure stands in a passage that the edge ties."""
    ends = ((edge.from_document, edge.from_spans), (edge.to_document, edge.to_spans))
    numbers = figure.spans(Part.NUMBER)
    return any(
        document == figure.document and any(span.contains(at) for span in spans for at in numbers)
        for document, spans in ends
    )


def _between(one: CountedFigure, other: CountedFigure, days: Iterable[int]) -> bool:
    """Say whether the new document has a figure of the same quantity between two days of it."""
    low, high = sorted((day_number(one.scope.as_of), day_number(other.scope.as_of)))
    if low != UNDATED and is_near(low, high):
        return False
    return any(low < day < high for day in days if day != UNDATED)
