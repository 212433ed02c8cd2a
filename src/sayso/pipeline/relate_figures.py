"""Relating figures: those of a new document meet their neighbours in the case, and each other."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from sayso.case.records import FigureRelations
from sayso.language.analysis import Mention
from sayso.pipeline.stages import Reading
from sayso.story.actors.name_form import Sort, read_name
from sayso.story.figures.compare import compare_in_order
from sayso.story.figures.from_evidence import FigureSource, counted_figure
from sayso.story.figures.keys import bucket_keys
from sayso.story.figures.kinds import KindTable, shipped_kinds
from sayso.story.figures.record import CountedFigure, Place
from sayso.story.figures.shelf import UNDATED, Shelves, day_number, neighbours, quantity_key
from sayso.story.figures.verdict import Policy, Relation
from sayso.story.reuse_edge import ReuseEdge
from sayso.text import Span

if TYPE_CHECKING:
    from sayso.case import Case

# Verdicts kept for one figure with those of other documents.
_MOST = 32
_POLICY = Policy()
_PLACES = frozenset(("LOC", "FAC"))


def relate_figures(
    case: "Case", reading: Reading, edges: Iterable[ReuseEdge] = ()
) -> FigureRelations:
    """Return the comparable figures of a document and the verdicts on them; ``edges`` are its copies."""
    figures = comparable_figures(reading)
    table = shipped_kinds()
    copies = {end for edge in edges for end in (edge.from_document, edge.to_document)}
    shelves = case.figure_shelves()
    found = [*_within(figures, table), *_across(figures, shelves, copies, table)]
    return FigureRelations(figures=figures, relations=tuple(found))


def comparable_figures(reading: Reading) -> tuple[CountedFigure, ...]:
    """Return the figures of which it is known what befell the counted, in the form compared."""
    document, evidence = reading.document, reading.evidence
    places = places_of(evidence.analysis.mentions, document.text)
    source = FigureSource(
        document=document.id,
        text=document.text,
        written=evidence.dating.interval,
        origin=document.id,
        place=_main_place(evidence.analysis.mentions, places),
        places=places,
    )
    claims = {claim.id: claim for claim in evidence.claims}
    made = (
        counted_figure(figure, source, claim=claims.get(figure.claim or ""))
        for figure in evidence.figures
    )
    return tuple(one for one in made if one.predicate not in (None, "other"))


def places_of(mentions: Sequence[Mention], text: str) -> Mapping[Span, Place]:
    """Return the place for which each name of a place stands, under one name however spelled."""
    found = {}
    for mention in mentions:
        if mention.kind in _PLACES:
            form = read_name(mention.name or mention.span.text_in(text), Sort.PLACE)
            if form is not None:
                found[mention.span] = Place(name=" ".join(form.words))
    return found


def _main_place(mentions: Sequence[Mention], places: Mapping[Span, Place]) -> Place | None:
    """Return the place that a text names most, the first of several."""
    named = Counter(places[m.span].name for m in mentions if m.span in places)
    return Place(name=named.most_common(1)[0][0]) if named else None


def _within(figures: Sequence[CountedFigure], table: KindTable) -> Iterator[Relation]:
    """Compare the figures of one document with each other where they share a bucket."""
    buckets = {one.id: _bucket(one, table) for one in figures}
    for one, other in combinations(figures, 2):
        linked = one.id == other.part_of or other.id == one.part_of
        if linked or buckets[one.id] == buckets[other.id]:
            yield compare_in_order(one, other, policy=_POLICY, table=table)


def _bucket(figure: CountedFigure, table: KindTable) -> object:
    placeless = replace(figure, scope=replace(figure.scope, place=Place(name=""), event=None))
    return bucket_keys(placeless, table=table)


def _across(
    figures: Sequence[CountedFigure], shelves: Shelves, copies: set[str], table: KindTable
) -> Iterator[Relation]:
    days: dict[int, set[int]] = {}
    for one in figures:
        days.setdefault(quantity_key(one, table=table), set()).add(day_number(one.scope.as_of))
    for one in figures:
        for other in neighbours(one, shelves, policy=_POLICY, table=table, most=_MOST):
            if not _between(one, other, days, table):
                known = _as_copy(other, one.document) if other.document in copies else other
                yield compare_in_order(one, known, policy=_POLICY, table=table)


def _as_copy(other: CountedFigure, origin: str) -> CountedFigure:
    """Give the figure of a copy the same origin as the new one."""
    return replace(other, voice=replace(other.voice, origin=origin))


def _between(
    one: CountedFigure, other: CountedFigure, days: Mapping[int, set[int]], table: KindTable
) -> bool:
    """Say whether the new document has a figure of the same quantity between two days."""
    quantity = quantity_key(one, table=table)
    if quantity != quantity_key(other, table=table):
        return False
    low, high = sorted((day_number(one.scope.as_of), day_number(other.scope.as_of)))
    return any(low < day < high for day in days[quantity] - {UNDATED})
