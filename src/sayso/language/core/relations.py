"""Attributions by the core: every likely cue asks the words of its paragraph for their roles."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import fields
from typing import TYPE_CHECKING

from sayso.frozen import dataclass
from sayso.language.core.chain import best_chains
from sayso.language.core.network import CueScores, Network
from sayso.language.core.read import CoreText, Scores, beginnings
from sayso.language.core.role_features import role_features

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_SOURCE, _CONTENT, _CUE = _ROLES = 1, 2, 3
# A word begins a cue from this probability on; chosen on the held-out stories of the corpus.
THRESHOLD = 0.35
# The same for a cue inside what another one reports: there a wrong one is likelier.
NESTED_THRESHOLD = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """One attribution over word numbers, with the labels of its cue and the cue's probability."""

    anchor: int
    source: tuple[int, ...]
    cue: tuple[int, ...]
    content: tuple[int, ...]
    manner: str
    force: str
    negated: bool
    probability: float


def find_relations(
    network: Network, text: CoreText, scores: Scores, *, threshold: float = THRESHOLD
) -> tuple[Relation, ...]:
    """Return the attributions of the scored words in the order of their cues.

    A cue without content is none; of two cues that overlap the likelier one stays.
    """
    rows = (scores.joined.cue > threshold).nonzero()[0]
    anchors = [scores.start + int(row) for row in rows]
    if not anchors:
        return ()
    cues = network.cues(scores.joined.said[rows])
    found = [
        _relation(network, scores, cues, (at, anchors[at]), _by_role(start, roles))
        for at, start, roles in _roles(network, text, scores, anchors, cues)
    ]
    kept: list[Relation] = []
    taken: set[int] = set()
    for relation in sorted(
        (r for r in found if r.content), key=lambda r: (-r.probability, r.anchor)
    ):
        if not taken & set(relation.cue):
            kept.append(relation)
            taken.update(relation.cue)
    return tuple(sorted(_sure(kept), key=lambda r: r.anchor))


def _sure(relations: Sequence[Relation]) -> Iterator[Relation]:
    """Yield what is likely enough for where its cue stands."""
    contents = Counter(word for relation in relations for word in relation.content)
    for relation in relations:
        nested = contents[relation.anchor] > (relation.anchor in relation.content)
        if not nested or relation.probability > NESTED_THRESHOLD:
            yield relation


def _roles(
    network: Network, text: CoreText, scores: Scores, anchors: Sequence[int], cues: CueScores
) -> Iterator[tuple[int, int, list[int]]]:
    """Yield the place of each anchor, the first word it may reach and the roles from there on."""
    import numpy as np  # noqa: PLC0415 - reading a text needs it, starting the program does not

    groups: dict[tuple[int, int], list[int]] = {}
    for at, anchor in enumerate(anchors):
        groups.setdefault(_reach(text, scores, anchor), []).append(at)
    rows = [(at, start) for (start, _), members in groups.items() for at in members]
    parts = [
        network.roles(
            scores.joined.role_word[start - scores.start : end - scores.start],
            CueScores(**{f.name: getattr(cues, f.name)[members] for f in fields(CueScores)}),
            _features(text, (start, end), [anchors[at] for at in members]),
        )
        for (start, end), members in groups.items()
    ]
    width = max(part.shape[1] for part in parts)
    lengths = [p.shape[1] for p in parts for _ in range(p.shape[0])]
    tables = network.tables
    labels = best_chains(
        np.concatenate([np.pad(p, ((0, 0), (0, width - p.shape[1]), (0, 0))) for p in parts]),
        lengths,
        tables["chain_start"],
        tables["chain_end"],
        tables["chain_steps"],
    )
    for (at, start), length, row in zip(rows, lengths, labels, strict=True):
        yield at, start, row[:length].tolist()


def _reach(text: CoreText, scores: Scores, anchor: int) -> tuple[int, int]:
    """Return the words of the anchor's paragraph that stand in its window."""
    window = scores.window_of(anchor)
    at = max(bisect_right(text.paragraphs, anchor, key=lambda p: p[0]) - 1, 0)
    start, end = text.paragraphs[at]
    return max(start, window.start), min(end, window.end)


def _features(
    text: CoreText, reach: tuple[int, int], anchors: Sequence[int]
) -> "NDArray[np.int64]":
    import numpy as np  # noqa: PLC0415 - see _roles

    start, end = reach
    quotes = text.quotes[start:end]
    sentences = beginnings(text, start, end).tolist()
    return np.stack([role_features(anchor - start, quotes, sentences) for anchor in anchors])


def _by_role(start: int, roles: Sequence[int]) -> dict[int, tuple[int, ...]]:
    marked = [(start + offset, role) for offset, role in enumerate(roles) if role in _ROLES]
    return {role: tuple(at for at, found in marked if found == role) for role in _ROLES}


def _relation(
    network: Network,
    scores: Scores,
    cues: CueScores,
    anchored: tuple[int, int],
    by_role: dict[int, tuple[int, ...]],
) -> Relation:
    at, anchor = anchored
    labels = network.labels
    return Relation(
        anchor=anchor,
        source=by_role[_SOURCE],
        cue=by_role[_CUE] or (anchor,),
        content=by_role[_CONTENT],
        manner=labels.manner[int(cues.manner[at])],
        force=labels.force[int(cues.force[at])],
        negated=labels.polarity[int(cues.polarity[at])] == "negative",
        probability=float(scores.joined.cue[anchor - scores.start]),
    )
