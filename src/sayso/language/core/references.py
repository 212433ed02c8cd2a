"""Who is meant: names, pronouns and speakers of a text tied to one entity by their antecedents."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.language.core.mention_features import (
    SIZES,
    MentionKind,
    MentionWords,
    PronounClass,
    pair_features,
    pronoun_class,
)
from sayso.language.core.network import Network
from sayso.language.core.read import CoreText, Scores
from sayso.language.core.relations import Relation

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# So many mentions back an antecedent is looked for; the same in training.
REACH = 40
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
# Pronouns that may stand for a speaker; "that" and "which" only where they are a source.
_PERSONAL = frozenset(PronounClass) - {PronounClass.NONE, PronounClass.WHO}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Words that refer to an entity; references with the same ``entity`` mean the same."""

    first: int
    last: int
    kind: MentionKind
    entity_kind: str
    entity: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    first: int
    last: int
    kind: MentionKind
    entity_kind: str = ""


def find_references(
    network: Network,
    text: CoreText,
    scores: Scores,
    names: Sequence[tuple[int, int, str]],
    relations: Sequence[Relation],
) -> tuple[Reference, ...]:
    """Return the references of a text in its order, each with the number of its entity."""
    found = sorted(_found(text, names, relations), key=lambda m: (m.first, -m.last))
    words = [_words(text, mention, relations) for mention in found]
    entities: list[int] = []
    count = 0
    for before in _antecedents(network, scores, found, words):
        if before is None:
            entities.append(count)
            count += 1
        else:
            entities.append(entities[before])
    return tuple(
        Reference(first=m.first, last=m.last, kind=m.kind, entity_kind=m.entity_kind, entity=entity)
        for m, entity in zip(found, entities, strict=True)
    )


def source_words(
    text: CoreText, source: Sequence[int], names: Sequence[tuple[int, int, str]]
) -> tuple[int, int] | None:
    """Return the words of a source that refer to the speaker: its name if it ends in one.

    "Police chief Ada Brun, who led the search" gives "Ada Brun", "a spokesman for Brun Ltd" itself.
    """
    if not source:
        return None
    first, last = source[0], source[0]
    while last + 1 in source and text.words[last + 1] != ",":
        last += 1
    while last > first and text.words[last] in _POSSESSIVE:
        last -= 1
    inside = [n for n in names if first <= n[0] and n[1] == last + 1]
    person = [n for n in inside if n[2] == "PER"]
    behind = last + 2
    if not inside and behind in source:
        # "the governor, Paul Idris,": the apposition gives the name.
        person = [n for n in names if n[0] == behind and n[2] == "PER"]
    for start, end, _ in (*person, *(n for n in inside if _leads(text, first, n[0]))):
        return start, end - 1
    return first, last


def _leads(text: CoreText, first: int, name: int) -> bool:
    """Say whether only determiners and adjectives stand before a name: no "of", no "for"."""
    return all(text.words[at].lower() in {"the", "a", "an"} for at in range(first, name))


def _found(
    text: CoreText, names: Sequence[tuple[int, int, str]], relations: Sequence[Relation]
) -> Iterator[_Found]:
    taken: set[tuple[int, int]] = set()
    for start, end, kind in names:
        taken.add((start, end - 1))
        yield _Found(first=start, last=end - 1, kind=MentionKind.NAME, entity_kind=kind)
    inside = {at for start, end, _ in names for at in range(start, end)}
    for at, word in enumerate(text.words):
        if pronoun_class(word) in _PERSONAL and at not in inside and word not in {"US", "IT"}:
            taken.add((at, at))
            yield _Found(first=at, last=at, kind=MentionKind.PRONOUN)
    for relation in relations:
        place = source_words(text, relation.source, names)
        if place is not None and place not in taken:
            taken.add(place)
            alone = place[0] == place[1] and pronoun_class(text.words[place[0]])
            yield _Found(
                first=place[0],
                last=place[1],
                kind=MentionKind.PRONOUN if alone else MentionKind.NOMINAL,
            )


def _words(text: CoreText, mention: _Found, relations: Sequence[Relation]) -> MentionWords:
    at = mention.first
    return MentionWords(
        words=tuple(w.lower() for w in text.words[at : mention.last + 1]),
        kind=mention.kind,
        entity_kind=mention.entity_kind,
        sentence=bisect_right(text.sentence_starts, at),
        quoted=bool(text.quotes[at]),
        speech=frozenset(n for n, r in enumerate(relations) if at in r.content),
        speaks=frozenset(n for n, r in enumerate(relations) if at in r.source),
    )


def _antecedents(
    network: Network, scores: Scores, found: Sequence[_Found], words: Sequence[MentionWords]
) -> Iterator[int | None]:
    """Yield the number of the best antecedent of each mention, ``None`` where none is better."""
    import numpy as np  # noqa: PLC0415 - reading a text needs it, starting the program does not

    if not found:
        return
    vectors = scores.joined.names
    read = network.mentions(vectors[[m.first for m in found]], vectors[[m.last for m in found]])
    total = read.likeness + _feature_scores(network, words)
    numbers = np.arange(len(found))
    reach = (numbers < numbers[:, None]) & (numbers >= numbers[:, None] - REACH)
    total = np.where(reach, total, -np.inf)
    for at, best in enumerate(total.argmax(1)):
        yield int(best) if total[at, best] > read.nothing[at] else None


def _feature_scores(network: Network, words: Sequence[MentionWords]) -> "NDArray[np.float32]":
    """Return the weights of the features of every pair, added up: (M, M)."""
    import numpy as np  # noqa: PLC0415 - see _antecedents

    features = pair_features(words)
    total = np.zeros(features.shape[:2], dtype=np.float32)
    for number in range(len(SIZES)):
        total += network.tables[f"antecedent_{number}"][features[..., number]]
    return total
