"""What the core reads in a text, as the records of an analysis."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace

from sayso.frozen import dataclass
from sayso.language.analysis import (
    Attribution,
    AttributionKind,
    Counting,
    EventMention,
    Manner,
    Mention,
    Quantity,
    QuantityKind,
    Quotation,
    SentenceTree,
    Tokens,
)
from sayso.language.core.befell import Odds, find_odds
from sayso.language.core.chain import best_spans
from sayso.language.core.counted import with_counted
from sayso.language.core.facts import Count, Happening, find_counts, find_happenings
from sayso.language.core.mention_features import MentionKind
from sayso.language.core.name_kinds import NamesOfText
from sayso.language.core.network import Network
from sayso.language.core.read import CoreText, Scores, core_text, runs, score
from sayso.language.core.references import (
    Candidate,
    Reference,
    find_candidates,
    find_references,
    source_words,
)
from sayso.language.core.relations import Relation, find_relations
from sayso.language.core.syntax import in_text, parse
from sayso.language.function_words import ARTICLES
from sayso.language.introduced_people import KUNYA
from sayso.language.segments import Segments
from sayso.text import Span

RULE = "core"
_MARKS = frozenset("\"“”„«»‘’'")


@dataclass(frozen=True, slots=True, kw_only=True)
class CoreReading:
    """The layers that the core adds.

    ``tokens`` and ``quantities`` are those given, with their trees, if wanted, and with what they
    count where shape alone did not tell. ``trees`` are of all sentences if wanted, else of those that
    count something or name a time.
    """

    tokens: Tokens
    attributions: tuple[Attribution, ...]
    mentions: tuple[Mention, ...]
    events: tuple[EventMention, ...]
    quantities: tuple[Quantity, ...]
    countings: tuple[Counting, ...]
    trees: tuple[SentenceTree, ...]


def read_core(
    network: Network,
    segments: Segments,
    quotations: Sequence[Quotation],
    quantities: Sequence[Quantity],
    *,
    times: Sequence[Span] = (),
    trees: bool = False,
) -> CoreReading:
    """Read a segmented text with the network, with the classes and trees of its words if wanted.

    Else the sentences that count something, or name one of the ``times``, have their trees.
    """
    text = core_text(segments, quotations)
    found = _Found()
    numbers = _numbers(segments, quantities)
    parsed = sorted({*numbers.values(), *(segments.first_token(span.start) for span in times)})
    for scores in score(network, text):
        found.add(network, text, scores, numbers)
        parts = tuple(parse(network, text, scores, holding=None if trees else parsed))
        found.trees += parts
        found.odds.update(_odds(network, segments, quantities, numbers, scores, parts))
    references = find_references(network, text, found.candidates, found.relations)
    called = _names_of_entities(segments, references)
    upos, heads, deprels = in_text(found.trees if trees else ())
    speakers = _speakers(text, found.names, references, called)
    return CoreReading(
        tokens=replace(segments.tokens, upos=upos, heads=heads, deprels=deprels),
        attributions=tuple(_attributions(segments, text, found.relations, speakers)),
        mentions=tuple(_mention(segments, r, called) for r in references),
        events=tuple(
            EventMention(span=segments.tokens.span(h.word), type=h.type, status=h.status, rule=RULE)
            for h in found.happenings
        ),
        quantities=tuple(with_counted(segments, quantities, numbers, found.counts, found.trees)),
        countings=tuple(_countings(segments, numbers, found)),
        trees=tuple(found.trees),
    )


@dataclass(slots=True)
class _Found:
    """What was read so far, in words."""

    names: list[tuple[int, int, str]] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    candidates: list[Candidate] = field(default_factory=list)
    happenings: list[Happening] = field(default_factory=list)
    counts: dict[int, Count] = field(default_factory=dict)
    odds: dict[int, Odds] = field(default_factory=dict)
    trees: list[SentenceTree] = field(default_factory=list)
    names_of_text: NamesOfText = field(default_factory=NamesOfText)

    def add(
        self, network: Network, text: CoreText, scores: Scores, numbers: Mapping[int, int]
    ) -> None:
        names = self.names_of_text.take(
            text,
            scores.start,
            scores.end,
            [
                (scores.start + start, scores.start + end, kind)
                for start, end, kind in best_spans(scores.joined.news, network.labels.news)
            ],
        )
        relations = find_relations(network, text, scores)
        self.names += names
        self.relations += relations
        self.candidates += find_candidates(text, scores, names, relations)
        self.happenings += find_happenings(network, scores)
        words = sorted(w for w in numbers.values() if scores.start <= w < scores.end)
        self.counts.update(zip(words, find_counts(network, scores, words), strict=True))


def _names_of_entities(segments: Segments, references: Sequence[Reference]) -> dict[int, str]:
    """Return the longest name of each entity that has one, the first of the longest."""
    called: dict[int, str] = {}
    for reference in references:
        if reference.kind is MentionKind.NAME:
            words = range(reference.first, reference.last + 1)
            first = next((w for w in words if segments.lower[w] not in ARTICLES), words[0])
            first = _with_kunya(segments, first)
            written = segments.span(first, words.stop).text_in(segments.text)
            name = " ".join(written.split())
            if len(name) > len(called.get(reference.entity, "")):
                called[reference.entity] = name
    return called


def _with_kunya(segments: Segments, first: int) -> int:
    """Take in a kunya that was read apart from its name: Abu Karim Orlow."""
    before = segments.words[first - 1] if first else ""
    return first - 1 if before.lower() in KUNYA and before[:1].isupper() else first


@dataclass(frozen=True, slots=True)
class _Speakers:
    """Who a source means: the name of its entity, ``None`` where the text gives no name."""

    text: CoreText
    names: Sequence[tuple[int, int, str]]
    entities: dict[tuple[int, int], int]
    called: dict[int, str]

    def of(self, source: Sequence[int]) -> str | None:
        place = source_words(self.text, source, self.names)
        return self.called.get(self.entities.get(place, -1)) if place else None


def _speakers(
    text: CoreText,
    names: Sequence[tuple[int, int, str]],
    references: Sequence[Reference],
    called: dict[int, str],
) -> _Speakers:
    return _Speakers(text, names, {(r.first, r.last): r.entity for r in references}, called)


def _attributions(
    segments: Segments, text: CoreText, relations: Sequence[Relation], speakers: _Speakers
) -> Iterator[Attribution]:
    for relation in relations:
        kind = _kind(text, relation)
        yield Attribution(
            source=_spans(segments, relation.source),
            cue=_spans(segments, relation.cue),
            content=_unmarked(segments, relation.content)
            if kind is AttributionKind.DIRECT
            else _spans(segments, relation.content),
            kind=kind,
            rule=RULE,
            speaker=speakers.of(relation.source),
            manner=Manner(relation.manner),
            force=relation.force,
            negated=relation.negated,
            sureness=relation.probability,
        )


def _spans(segments: Segments, words: Sequence[int]) -> tuple[Span, ...]:
    return tuple(segments.span(start, end) for start, end in runs(words))


def _unmarked(segments: Segments, words: Sequence[int]) -> tuple[Span, ...]:
    """Return the spans without the quotation marks at their edges."""
    kept = [w for w in words if segments.words[w] not in _MARKS]
    inner = [w for w in words if kept and kept[0] <= w <= kept[-1]]
    return _spans(segments, inner or words)


def _kind(text: CoreText, relation: Relation) -> AttributionKind:
    """Tell direct, mixed and indirect by how many words of the content stand in quotation marks."""
    quoted = [bool(text.quotes[w]) for w in relation.content if _is_word(text.words[w])]
    if not any(quoted):
        return AttributionKind.INDIRECT
    return AttributionKind.DIRECT if all(quoted) else AttributionKind.MIXED


def _is_word(word: str) -> bool:
    return any(character.isalnum() for character in word)


def _mention(segments: Segments, reference: Reference, called: dict[int, str]) -> Mention:
    return Mention(
        span=segments.span(reference.first, reference.last + 1),
        kind=reference.entity_kind or reference.kind.name.lower(),
        entity=reference.entity,
        name=called.get(reference.entity),
        rule=RULE,
    )


def _numbers(segments: Segments, quantities: Sequence[Quantity]) -> dict[int, int]:
    """Return the last word of the number of each count, by the place of its quantity."""
    words = {}
    for at, quantity in enumerate(quantities):
        word = segments.first_token(quantity.number.end) - 1
        if word >= 0 and quantity.kind is QuantityKind.COUNT:
            words[at] = word
    return words


def _odds(
    network: Network,
    segments: Segments,
    quantities: Sequence[Quantity],
    numbers: Mapping[int, int],
    scores: Scores,
    trees: Sequence[SentenceTree],
) -> Iterator[tuple[int, Odds]]:
    counts = [
        (word, _counted_word(segments, quantities[at]), quantities[at])
        for at, word in numbers.items()
        if scores.start <= word < scores.end
    ]
    if counts:
        facts = scores.joined.facts
        yield from find_odds(network.befell, segments.lower, facts, scores.start, trees, counts)


def _counted_word(segments: Segments, quantity: Quantity) -> int | None:
    head = quantity.counted_head
    return None if head is None else segments.first_token(head.start)


def _countings(segments: Segments, numbers: Mapping[int, int], found: _Found) -> Iterator[Counting]:
    for at, word in numbers.items():
        count, odds = found.counts[word], found.odds[word]
        yield Counting(
            quantity=at,
            odds=odds.odds,
            words=None if odds.words is None else segments.tokens.span(odds.words),
            accrual=count.accrual,
            modality=count.modality,
            rule=RULE,
        )
