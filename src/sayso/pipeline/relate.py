"""Relating: a new document finds the copies of its text in the case, and is stored with them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

from sayso.case.new_relations import Fingerprint, Relations
from sayso.case.run_records import Added, AlreadyThere, RunId
from sayso.documents import Flag
from sayso.pipeline.relate_actors import relate_actors
from sayso.pipeline.relate_dates import relate_dates
from sayso.pipeline.relate_events import relate_events
from sayso.pipeline.relate_figures import relate_figures
from sayso.pipeline.relate_forecasts import relate_forecasts
from sayso.pipeline.relate_statements import relate_statements
from sayso.pipeline.stages import Reading
from sayso.story.direction import Provenance
from sayso.story.fingerprints import ANCHOR_KIND, SEQUENCE_KIND, take_fingerprints
from sayso.story.odd_wording import Frequency
from sayso.story.reuse import Comparand, compare, find_reuse
from sayso.story.reuse_edge import ReuseEdge
from sayso.story.wording import Wording, read_wording

if TYPE_CHECKING:
    from sayso.case import Case

# Keys that a copy shares at the least: measured on respun texts with benchmarks/reuse.py.
_LEAST_SHARED = 3
# Documents that are compared word by word, whatever the size of the case.
_COMPARED = 8
# Documents that count for one key: a name that all the reporting shares says little.
_PER_KEY = 200
# Pages that say nothing but "subscribe" are alike without being copies of each other.
_NO_ARTICLE = frozenset({Flag.PAYWALL_STUB, Flag.CONSENT_WALL, Flag.NO_TEXT_LAYER})


def add_related(
    case: "Case", reading: Reading, data: bytes, *, run: RunId, now: datetime
) -> Added | AlreadyThere:
    """Add a document together with its fingerprints and its copies, in one transaction."""
    with case.one_moment():
        relations = find_relations(case, reading)
    return case.add(reading.document, reading.evidence, data, run=run, now=now, relations=relations)


def find_relations(case: "Case", reading: Reading) -> Relations:
    """Return what ties a document to those of the case; the case may hold it or not yet.

    Only documents that share fingerprints are read, the few that share most.
    """
    document = reading.document
    actors = relate_actors(reading)
    if document.flags & _NO_ARTICLE:
        return Relations(actors=actors)
    wording = read_wording(document.text)
    fingerprints = _fingerprints(wording)
    provenance = Provenance(chain=document.chain, dating=reading.evidence.dating)
    new = Comparand(id=document.id, wording=wording, provenance=provenance)
    candidates = _candidates(case, document.id, fingerprints)
    edges = _edges(case, new, candidates)
    statements = relate_statements(case, reading, edges)
    return Relations(
        fingerprints=fingerprints,
        edges=edges,
        figures=relate_figures(case, reading, edges),
        actors=actors,
        statements=statements,
        dating=relate_dates(case, reading, wording, edges),
        forecasts=relate_forecasts(case, reading, actors, counts=dict(statements.words)),
        events=relate_events(case, reading),
    )


def _edges(case: "Case", new: Comparand, candidates: Iterable[str]) -> tuple[ReuseEdge, ...]:
    copies = list(_copies(case, new, candidates))
    frequency = _frequency_beside(case, [copy.wording for copy in copies])
    found = (find_reuse(new, copy, frequency=frequency) for copy in copies)
    return tuple(edge for edge in found if edge is not None)


def _copies(case: "Case", new: Comparand, candidates: Iterable[str]) -> Iterator[Comparand]:
    """Yield the candidates that do share text; only of these more than the text is read."""
    for name in candidates:
        wording = read_wording(case.text(name))
        if compare(new.wording, wording) is not None:
            dating = case.evidence(name).dating
            provenance = Provenance(chain=case.document(name).chain, dating=dating)
            yield Comparand(id=name, wording=wording, provenance=provenance)


def _frequency_beside(case: "Case", copies: Iterable[Wording]) -> Frequency:
    """Return how many documents have a word, the copies of one text left out."""
    own = Counter(word for wording in copies for word in set(wording.words))

    @cache
    def frequency(word: str) -> int:
        return max(case.documents_with(word) - own[word], 0)

    return frequency


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
