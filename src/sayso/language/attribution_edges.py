"""Edges of sources and contents, each set on what the one before it left.

``attribution_edges_examples`` holds for each a text in which it does something and one that it leaves alone.
"""

from collections.abc import Callable, Iterator, Sequence

from sayso.language import content_edges, shared_clauses, source_edges
from sayso.language.analysis import Attribution
from sayso.language.segments import Segments

Edge = Callable[[Segments, Sequence[Attribution]], Iterator[Attribution]]
EDGES: dict[str, Edge] = {
    edge.__name__: edge
    for edge in (
        source_edges.raised_subject,
        source_edges.behind_participle,
        source_edges.explained_source,
        source_edges.joined_source,
        source_edges.pronoun_alone,
        source_edges.noun_alone,
        source_edges.subject_of_sentence,
        shared_clauses.quoted_as,
        shared_clauses.second_verb,
        shared_clauses.second_predicate,
        content_edges.no_naming,
        content_edges.no_expletive,
        content_edges.with_its_subject,
        content_edges.behind_time,
        content_edges.said_once,
        content_edges.no_afterthought,
        content_edges.one_breath,
        content_edges.one_paragraph,
    )
}


def set_edges(segments: Segments, attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Return the attributions, each edge set on what the one before it left."""
    found: Sequence[Attribution] = attributions
    for edge in EDGES.values():
        found = tuple(edge(segments, found))
    return tuple(found)
