"""What the core reads in a text, as the records of an analysis."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.language.analysis import (
    Attribution,
    AttributionKind,
    EventMention,
    Mention,
    Quantity,
    QuantityKind,
    Quotation,
    Tokens,
)
from sayso.language.core.chain import best_spans
from sayso.language.core.facts import find_countings, find_happenings
from sayso.language.core.mention_features import MentionKind
from sayso.language.core.network import Network
from sayso.language.core.read import CoreText, Scores, core_text, runs, score
from sayso.language.core.references import Reference, find_references, source_words
from sayso.language.core.relations import Relation, find_relations
from sayso.language.core.syntax import parse
from sayso.language.segments import Segments
from sayso.text import Span

RULE = "core"
_NAMED = frozenset({"PER", "ORG"})
_MARKS = frozenset("\"“”„«»‘’'")


@dataclass(frozen=True, slots=True, kw_only=True)
class CoreReading:
    """The layers that the core adds; ``quantities`` are those given, with what they count."""

    tokens: Tokens
    attributions: tuple[Attribution, ...]
    mentions: tuple[Mention, ...]
    events: tuple[EventMention, ...]
    quantities: tuple[Quantity, ...]


def read_core(
    network: Network,
    segments: Segments,
    quotations: Sequence[Quotation],
    quantities: Sequence[Quantity],
) -> CoreReading:
    """Read a segmented text with the network."""
    text = core_text(segments, quotations)
    scores = score(network, text)
    if scores is None:
        return CoreReading(
            tokens=segments.tokens,
            attributions=(),
            mentions=(),
            events=(),
            quantities=tuple(quantities),
        )
    names = tuple(best_spans(scores.joined.news, network.labels.news))
    relations = find_relations(network, text, scores)
    references = find_references(network, text, scores, names, relations)
    upos, heads, deprels = parse(network, text, scores)
    called = _names_of_entities(segments, references)
    return CoreReading(
        tokens=replace(segments.tokens, upos=upos, heads=heads, deprels=deprels),
        attributions=tuple(
            _attributions(segments, text, relations, _speakers(text, names, references, called))
        ),
        mentions=tuple(_mention(segments, r, called) for r in references),
        events=tuple(
            EventMention(span=segments.tokens.span(h.word), type=h.type, status=h.status, rule=RULE)
            for h in find_happenings(network, scores)
        ),
        quantities=tuple(_counted(network, segments, scores, quantities)),
    )


def _names_of_entities(segments: Segments, references: Sequence[Reference]) -> dict[int, str]:
    """Return the longest name of each entity that has one, the first of the longest."""
    called: dict[int, str] = {}
    for reference in references:
        if reference.kind is MentionKind.NAME:
            name = " ".join(segments.words[reference.first : reference.last + 1])
            written = segments.span(reference.first, reference.last + 1).text_in(segments.text)
            best = called.get(reference.entity)
            if best is None or len(name) > len(best):
                called[reference.entity] = " ".join(written.split())
    return called


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
            manner=relation.manner,
            force=relation.force,
            negated=relation.negated,
        )


def _spans(segments: Segments, words: Sequence[int]) -> tuple[Span, ...]:
    return tuple(segments.span(start, end) for start, end in runs(words))


def _unmarked(segments: Segments, words: Sequence[int]) -> tuple[Span, ...]:
    """Return the spans without the quotation marks at their edges."""
    kept = [w for w in words if segments.words[w] not in _MARKS]
    inner = [w for w in words if kept and (w in kept or kept[0] < w < kept[-1])]
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


def _counted(
    network: Network, segments: Segments, scores: Scores, quantities: Sequence[Quantity]
) -> Iterator[Quantity]:
    """Add to each count what befell the counted, and the counted word where shape found none."""
    words = [segments.first_token(q.number.end) - 1 for q in quantities]
    counts = [
        word >= 0 and quantity.kind is QuantityKind.COUNT
        for word, quantity in zip(words, quantities, strict=True)
    ]
    found = find_countings(
        network, scores, [w for w, count in zip(words, counts, strict=True) if count]
    )
    for quantity, count in zip(quantities, counts, strict=True):
        if not count:
            yield quantity
            continue
        counting = next(found)
        yield replace(
            quantity,
            counted_head=quantity.counted_head or segments.tokens.span(counting.head),
            predicate=counting.predicate,
            accrual=counting.accrual,
            modality=counting.modality,
        )
