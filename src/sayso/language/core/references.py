"""Who is meant: names, pronouns and speakers of a text tied to one entity by their antecedents."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.frozen import dataclass
from sayso.language.core.entities import Entities
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
from sayso.language.core.ties import tie_names, tie_pronouns
from sayso.language.function_words import ARTICLES, POSSESSIVES, PREPOSITIONS
from sayso.language.names import ROLES
from sayso.language.segments import ACRONYMS
from sayso.language.word_lists import word_set

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# So many mentions back an antecedent is looked for; the same in training.
REACH = 40
# Mentions are compared in blocks of so many, so that a long text needs no square of them.
_BLOCK = 256
# What ends the first name of a source: "the governor, Ada Brun", "Velm Harbour Board (VHB)".
_CLOSES = frozenset({",", "(", "–", "—"})
_AND = frozenset({"and", "or", "&"})
# What a minister is of: behind "of" such words belong to the office, not to somebody else.
_DEPARTMENTS = word_set("foreign defence defense interior finance health justice state national")
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
    places = [(c.first, c.last) for c in candidates]
    names = [(c.first, c.last + 1, c.entity_kind) for c in candidates if c.entity_kind]
    sources = {
        number: place
        for number, relation in enumerate(relations)
        if (place := source_words(text, relation.source, names)) is not None
    }
    tied = tie_names(words) | tie_pronouns(text.words, words, places, relations, sources)
    entities = Entities(words)
    for mention, other in tied.items():
        entities.join(mention, other)
    for mention, scores in _antecedents(network, candidates, words):
        best = None if mention in tied else entities.best(mention, scores)
        if best is not None:
            entities.join(mention, best)
    return tuple(
        Reference(first=c.first, last=c.last, kind=c.kind, entity_kind=c.entity_kind, entity=entity)
        for c, entity in zip(candidates, entities.numbers(), strict=True)
    )


def source_words(
    text: CoreText, source: Sequence[int], names: Sequence[tuple[int, int, str]]
) -> tuple[int, int] | None:
    """Return the words of a source that refer to the speaker: the name, where it is the head.

    "Police chief Ada Brun, who led the search" gives "Ada Brun", so do "the governor, Ada Brun" and
    "Ada Brun of Velm"; "a spokesman for Ada Brun" and "the mayor and Ada Brun" give themselves.
    ``names`` stand in text order.
    """
    if not source:
        return None
    names = names[bisect_left(names, (source[0],)) : bisect_left(names, (source[-1] + 1,))]
    first, comma = source[0], source[0] + 1
    while comma in source and text.words[comma] not in _CLOSES:
        comma += 1
    last = comma - 1
    while last > first and text.words[last] in POSSESSIVES:
        last -= 1
    for start, end, kind in names:
        ends = end == last + 1 or (
            end <= last and kind == "PER" and text.words[end].lower() in PREPOSITIONS
        )
        if ends and _is_speaker(text, first, start, kind):
            return start, end - 1
    behind = comma + 1
    if behind in source and text.words[behind].lower() in ARTICLES:
        behind += 1
    for start, end, kind in names:
        closed = end not in source or text.words[end] in _CLOSES | {")"}
        named = kind == "PER" or (kind == "ORG" and text.words[comma : comma + 1] == (",",))
        if named and start == behind and start in source and closed:
            return start, end - 1
    return first, last


def _is_speaker(text: CoreText, first: int, name: int, kind: str) -> bool:
    """Say whether a name in a source is that of the speaker, not of somebody it is tied to.

    A body may have articles before it only; a person whatever is neither a preposition nor an
    "and", be it before an office: "a lawyer for Mayor Brun", but "Minister of Health Ada Brun".
    """
    before = [word.lower().rstrip(".") for word in text.words[first:name]]
    if kind != "PER":
        return all(word in ARTICLES for word in before)
    office: list[str] = []
    while before and (before[-1] in ROLES or before[-1] in ARTICLES or before[-1] == "late"):
        office.append(before.pop())
    link = bool(before) and (before[-1] in PREPOSITIONS or before[-1] in _AND)
    return not link or (bool(office) and all(word in _DEPARTMENTS for word in office))


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
        if pronoun_class(word) in _PERSONAL and at not in inside and word not in ACRONYMS:
            taken.add((at, at))
            yield at, at, MentionKind.PRONOUN, ""
    for relation in relations:
        place = source_words(text, relation.source, names)
        if place is not None and place not in taken:
            taken.add(place)
            how = _source_kind(text, place)
            several = how is MentionKind.NAME and _names_several(text, place, names)
            yield *place, MentionKind.NOMINAL if several else how, ""


def _source_kind(text: CoreText, place: tuple[int, int]) -> MentionKind:
    word = text.words[place[0]]
    if place[0] == place[1] and word not in ACRONYMS and pronoun_class(word):
        return MentionKind.PRONOUN
    return MentionKind.NAME if _reads_as_name(text, *place) else MentionKind.NOMINAL


def _names_several(
    text: CoreText, place: tuple[int, int], names: Sequence[tuple[int, int, str]]
) -> bool:
    """Say whether a source is two names with "and" between: "Ana Petrov and Bo Lund"."""
    first, last = place
    inside = [(start, end) for start, end, _ in names if first <= start and end <= last + 1]
    return len(inside) > 1 and any(
        text.words[at].lower() in _AND for at in range(inside[0][1], inside[-1][0])
    )


def _reads_as_name(text: CoreText, first: int, last: int) -> bool:
    """Say whether a source is written like a name: capitals that no sentence begins with.

    "the Velm Movement", "Women for Velm" and "the VHB", but neither "Villagers" nor "Velm officials".
    """
    while first < last and text.words[first].lower() in ARTICLES:
        first += 1
    words = text.words[first : last + 1]
    small = PREPOSITIONS | _AND | ARTICLES
    if not words[-1][:1].isupper() or not all(w[:1].isupper() or w in small for w in words):
        return False
    inner = first not in text.sentence_starts
    return inner or len(words) > 1 or sum(map(str.isupper, words[0])) > 1


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
) -> Iterator[tuple[int, dict[int, float]]]:
    """Yield each mention with its possible antecedents: how much better they are than none."""
    import numpy as np  # noqa: PLC0415 - reading a text needs it, starting the program does not

    for start in range(0, len(candidates), _BLOCK):
        low, high = max(0, start - REACH), start + _BLOCK
        vectors = np.stack([c.vectors for c in candidates[low:high]])
        read = network.mentions(vectors[:, 0], vectors[:, 1])
        total = read.likeness + _feature_scores(network, words[low:high]) - read.nothing[:, None]
        for row in range(start - low, len(vectors)):
            first = max(0, row - REACH)
            better = (total[row, first:row] > 0).nonzero()[0] + first
            yield low + row, {low + int(n): float(total[row, n]) for n in better}


def _feature_scores(network: Network, words: Sequence[MentionWords]) -> "NDArray[np.float32]":
    """Return the weights of the features of every pair, added up: (M, M)."""
    import numpy as np  # noqa: PLC0415 - see _antecedents

    features = pair_features(words)
    total = np.zeros(features.shape[:2], dtype=np.float32)
    for number in range(len(SIZES)):
        total += network.tables[f"antecedent_{number}"][features[..., number]]
    return total
