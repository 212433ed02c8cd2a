"""Relating dates: what a new document tells of its day, and the events it shares with others."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from sayso.pipeline.stages import Reading
from sayso.story.dating.facts import DatingFacts, read_facts
from sayso.story.dating.passage import tell_one_event
from sayso.story.dating.relations import DatingRelations, SharedEvent
from sayso.story.reuse_edge import ReuseEdge
from sayso.story.wording import Wording

if TYPE_CHECKING:
    from sayso.case import CaseReader


def relate_dates(
    case: "CaseReader", reading: Reading, wording: Wording, edges: Iterable[ReuseEdge] = ()
) -> DatingRelations:
    """Return what dates a document; ``edges`` are its copies, which tell nothing of their own."""
    document, evidence = reading.document, reading.evidence
    facts = read_facts(document, evidence.analysis, evidence.dating, wording)
    copies = {end for edge in edges for end in (edge.from_document, edge.to_document)}
    return DatingRelations(facts=facts, shared=tuple(_shared(case, facts, copies)))


def _shared(case: "CaseReader", facts: DatingFacts, copies: set[str]) -> Iterator[SharedEvent]:
    passages = case.dated_passages
    for position, passage in enumerate(facts.passages):
        for one in passages.near(passage):
            foreign = one.document != facts.document and one.document not in copies
            if foreign and tell_one_event(passage, one.passage):
                yield SharedEvent(position=position, other=one.key)
