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
# Mentions are compared in blocks of so many, so that a long text needs no square of them.
_BLOCK = 256
# Names that in lower case would be pronouns.
_ACRONYMS = frozenset({"US", "IT", "WHO"})
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
class Candidate:
    """Words that may refer to an entity, with the vectors of the first and the last of them."""

    first: int
    last: int
    kind: MentionKind
    vectors: "NDArray[np.float32]"  # (2, H)
    entity_kind: str = ""


def find_candidates(
    text: CoreText,
    scores: Scores,
    names: Sequence[tuple[int, int, str]],
    relations: Sequence[Relation],
) -> Iterator[Candidate]:
    """Yield the names, personal pronouns and sources among the scored words, in text order."""
    vectors = scores.joined.names
    found = _found(text, scores, names, relations)
    for first, last, kind, entity_kind in sorted(found, key=lambda m: (m[0], -m[1])):
        yield Candidate(
            first=first,
            last=last,
            kind=kind,
            entity_kind=entity_kind,
            vectors=vectors[[first - scores.start, last - scores.start]],
        )


def find_references(
    network: Network,
    text: CoreText,
    candidates: Sequence[Candidate],
    relations: Sequence[Relation],
) -> tuple[Reference, ...]:
    """Return the references of a text in its order, each with the number of its entity."""
    words = _words(text, candidates, relations)
    entities: list[int] = []
    count = 0
    for before in _antecedents(network, candidates, words):
        if before is None:
            entities.append(count)
            count += 1
        else:
            entities.append(entities[before])
    return tuple(
        Reference(first=c.first, last=c.last, kind=c.kind, entity_kind=c.entity_kind, entity=entity)
        for c, entity in zip(candidates, entities, strict=True)
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
    text: CoreText,
    scores: Scores,
    names: Sequence[tuple[int, int, str]],
    relations: Sequence[Relation],
) -> Iterator[tuple[int, int, MentionKind, str]]:
    taken: set[tuple[int, int]] = set()
    for start, end, kind in names:
        taken.add((start, end - 1))
        yield start, end - 1, MentionKind.NAME, kind
    inside = {at for start, end, _ in names for at in range(start, end)}
    for at in range(scores.start, scores.end):
        word = text.words[at]
        if pronoun_class(word) in _PERSONAL and at not in inside and word not in _ACRONYMS:
            taken.add((at, at))
            yield at, at, MentionKind.PRONOUN, ""
    for relation in relations:
        place = source_words(text, relation.source, names)
        if place is not None and place not in taken:
            taken.add(place)
            alone = place[0] == place[1] and pronoun_class(text.words[place[0]])
            yield *place, MentionKind.PRONOUN if alone else MentionKind.NOMINAL, ""


def _words(
    text: CoreText, candidates: Sequence[Candidate], relations: Sequence[Relation]
) -> list[MentionWords]:
    speech, speaks = _attributed(relations)
    return [
        MentionWords(
            words=tuple(w.lower() for w in text.words[c.first : c.last + 1]),
            kind=c.kind,
            entity_kind=c.entity_kind,
            sentence=bisect_right(text.sentence_starts, c.first),
            quoted=bool(text.quotes[c.first]),
            speech=frozenset(speech.get(c.first, ())),
            speaks=frozenset(speaks.get(c.first, ())),
        )
        for c in candidates
    ]


def _attributed(
    relations: Sequence[Relation],
) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
    """Return for each word the numbers of the attributions whose content, or source, it is in."""
    speech: dict[int, list[int]] = {}
    speaks: dict[int, list[int]] = {}
    for number, relation in enumerate(relations):
        for word in relation.content:
            speech.setdefault(word, []).append(number)
        for word in relation.source:
            speaks.setdefault(word, []).append(number)
    return speech, speaks


def _antecedents(
    network: Network, candidates: Sequence[Candidate], words: Sequence[MentionWords]
) -> Iterator[int | None]:
    """Yield the number of the best antecedent of each mention, ``None`` where none is better."""
    import numpy as np  # noqa: PLC0415 - reading a text needs it, starting the program does not

    for start in range(0, len(candidates), _BLOCK):
        low, high = max(0, start - REACH), start + _BLOCK
        vectors = np.stack([c.vectors for c in candidates[low:high]])
        read = network.mentions(vectors[:, 0], vectors[:, 1])
        numbers = np.arange(len(vectors))
        reach = (numbers < numbers[:, None]) & (numbers >= numbers[:, None] - REACH)
        total = read.likeness + _feature_scores(network, words[low:high])
        total = np.where(reach, total, -np.inf)
        for row in range(start - low, len(vectors)):
            best = int(total[row].argmax())
            yield low + best if total[row, best] > read.nothing[row] else None


def _feature_scores(network: Network, words: Sequence[MentionWords]) -> "NDArray[np.float32]":
    """Return the weights of the features of every pair, added up: (M, M)."""
    import numpy as np  # noqa: PLC0415 - see _antecedents

    features = pair_features(words)
    total = np.zeros(features.shape[:2], dtype=np.float32)
    for number in range(len(SIZES)):
        total += network.tables[f"antecedent_{number}"][features[..., number]]
    return total
