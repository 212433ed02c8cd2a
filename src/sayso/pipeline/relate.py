"""Relating: a new document finds the copies of its text in the case, and is stored with them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from sayso.case.records import Added, AlreadyThere, Fingerprint, Relations, RunId
from sayso.documents import Document, Flag
from sayso.evidence.dating import Dating
from sayso.pipeline.stages import Reading
from sayso.story.direction import Provenance
from sayso.story.fingerprints import ANCHOR_KIND, SEQUENCE_KIND, take_fingerprints
from sayso.story.reuse import Comparand, find_reuse
from sayso.story.wording import Wording, read_wording

if TYPE_CHECKING:
    from sayso.case import Case

# Keys that a copy shares at the least: measured on respun texts with benchmarks/reuse.py.
_LEAST_SHARED = 2
# Documents that are compared word by word, whatever the size of the case.
_COMPARED = 12
# Documents that count for one key: a name that all the reporting shares says little.
_PER_KEY = 200
# Pages that say nothing but "subscribe" are alike without being copies of each other.
_NO_ARTICLE = frozenset({Flag.PAYWALL_STUB, Flag.CONSENT_WALL, Flag.NO_TEXT_LAYER})


def add_related(
    case: "Case", reading: Reading, data: bytes, *, run: RunId, now: datetime
) -> Added | AlreadyThere:
    """Add a document together with its fingerprints and its copies, in one transaction."""
    return case.add(
        reading.document,
        reading.evidence,
        data,
        run=run,
        now=now,
        relations=find_relations(case, reading),
    )


def find_relations(case: "Case", reading: Reading) -> Relations:
    """Return what ties a document to those of the case; the case may hold it or not yet.

    Only documents that share fingerprints are read, the few that share most.
    """
    document = reading.document
    if document.flags & _NO_ARTICLE:
        return Relations()
    wording = read_wording(document.text)
    fingerprints = _fingerprints(wording)
    new = _comparand(document, reading.evidence.dating, wording)
    candidates = _candidates(case, document.id, fingerprints)
    found = (find_reuse(new, _stored(case, other)) for other in candidates)
    edges = tuple(edge for edge in found if edge is not None)
    return Relations(fingerprints=fingerprints, edges=edges)


def _fingerprints(wording: Wording) -> tuple[Fingerprint, ...]:
    taken = take_fingerprints(wording)
    return (
        Fingerprint(kind=SEQUENCE_KIND, keys=taken.sequences),
        Fingerprint(kind=ANCHOR_KIND, keys=taken.anchors),
    )


def _candidates(
    case: "Case", document_id: str, fingerprints: Iterable[Fingerprint]
) -> Iterator[str]:
    """Yield the documents that share the most keys."""
    shared: Counter[str] = Counter()
    for one in fingerprints:
        for match in case.fingerprints_matching(one.kind, one.keys, per_key=_PER_KEY):
            shared[match.document] += match.shared
    del shared[document_id]
    best = sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:_COMPARED]
    return (name for name, count in best if count >= _LEAST_SHARED)


def _stored(case: "Case", document_id: str) -> Comparand:
    document = case.document(document_id)
    dating = case.evidence(document_id).dating
    return _comparand(document, dating, read_wording(document.text))


def _comparand(document: Document, dating: Dating, wording: Wording) -> Comparand:
    provenance = Provenance(chain=document.chain, dating=dating)
    return Comparand(id=document.id, wording=wording, provenance=provenance)
