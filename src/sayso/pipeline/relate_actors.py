"""Relating actors: what a document says of names, and which of its claims who says."""

from typing import TYPE_CHECKING

from sayso.pipeline.stages import Reading
from sayso.story.actors.document_entities import DocumentActors
from sayso.story.actors.speaking import read_actors

if TYPE_CHECKING:
    from sayso.case import Case


def relate_actors(reading: Reading) -> DocumentActors:
    """Return what a document brings to the registry; the case ties it to what is there."""
    document, evidence = reading.document, reading.evidence
    return read_actors(document.id, document.text, evidence.analysis.mentions, evidence.claims)


def relate_earlier_actors(case: "Case") -> int:
    """Take in the documents that a case had before it kept actors; return how many these were."""
    names = tuple(case.documents_without_actors())
    for name in names:
        evidence = case.evidence(name)
        found = read_actors(name, case.text(name), evidence.analysis.mentions, evidence.claims)
        case.take_in_actors(found)
    return len(names)
