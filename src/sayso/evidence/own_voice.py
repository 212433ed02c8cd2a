"""Claims in the outlet's own voice: what a document states without laying it to anybody.

A sentence counts where it gives a figure or tells of something that happened. Only what stands outside of every
attribution is the outlet's: "The bridge fell, police said" is the police's, "The bridge fell before police said why"
is told by both.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from sayso.documents import Document, Role, record_id
from sayso.documents.dateline import story_start
from sayso.evidence.claim import Claim, Force, Polarity
from sayso.evidence.event import Event, EventRole, EventStatus
from sayso.evidence.figure import Figure, Modality
from sayso.evidence.own_clauses import standing_clause, tells_what_happened
from sayso.frozen import dataclass
from sayso.language.analysis import Analysis, AttributionKind, Manner, QuantityKind, QuoteUse
from sayso.text import Span, merged

RULE = "own_voice"
# "Two days" alone claims nothing of a story.
_MEASURES = frozenset({QuantityKind.COUNT, QuantityKind.PERCENT, QuantityKind.MONEY})
_TOLD = frozenset({EventStatus.ASSERTED, EventStatus.HISTORICAL})
_HAPPENS = frozenset({EventRole.HAPPENING, EventRole.STATE})
_UNREAL = frozenset({Modality.PLANNED, Modality.HYPOTHETICAL, Modality.FORECAST, Modality.DENIED})
# A dateline stands in one of so many paragraphs: the first, or one below a headline.
_OPENING = 3
_FINAL = " \t\n.!?"
# Fewer words than this say nothing by themselves.
_FEWEST_WORDS = 3
# Roles of the chain that supply a text as it stands, where no host is known.
_SUPPLIERS = (Role.HOST, Role.REPUBLISHER, Role.AGENCY)


def find_own_voice(
    document: Document,
    analysis: Analysis,
    claims: Iterable[Claim],
    figures: Sequence[Figure],
    events: Sequence[Event],
) -> tuple[Claim, ...]:
    """Return what the outlet itself states, in the order of the text; ``claims`` are those of others."""
    text, others = document.text, _others(document, analysis, tuple(claims))
    told = sorted((*_figures(figures), *_events(events)))
    stated = (
        tuple(_own_parts(text, sentence, others, _told_in(text, sentence, told, others)))
        for sentence in _stated(text, analysis)
    )
    speaker = outlet_of(document)
    return tuple(_claim(document.id, parts, speaker) for parts in stated if parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Others:
    """What of a text is not the outlet's; ``ends`` are those of sources, and of contents put into words."""

    covered: tuple[Span, ...]
    ends: frozenset[int]


def _others(document: Document, analysis: Analysis, claims: Sequence[Claim]) -> _Others:
    ended = [span.end for one in claims if one.is_speech for span in one.content]
    ended += [span.end for one in claims for span in one.source]
    return _Others(covered=_covered(document, analysis, claims), ends=frozenset(ended))


def _told_in(text: str, sentence: Span, told: Sequence[Span], others: _Others) -> Sequence[Span]:
    """Return what a sentence tells: figures and events, else that it tells at all of something done."""
    first, end = (bisect_left(told, at, key=_start) for at in (sentence.start, sentence.end))
    inside = told[first:end]
    if not inside and _is_free(sentence, others.covered) and tells_what_happened(text, sentence):
        return (Span(sentence.start, sentence.start + 1),)
    return inside


def _stated(text: str, analysis: Analysis) -> Iterator[Span]:
    """Yield the sentences that ask nothing, without the dateline that one may open with or be."""
    heads = tuple(_datelines(text, analysis))
    for sentence in analysis.sentences:
        starts = (head.end for head in heads if head.start <= sentence.start < head.end)
        start = next(starts, sentence.start)
        if start < sentence.end and not _asks(text, sentence):
            yield Span(start, sentence.end)


def _datelines(text: str, analysis: Analysis) -> Iterator[Span]:
    for paragraph in analysis.paragraphs[:_OPENING]:
        length = story_start(paragraph.text_in(text))
        if length:
            yield Span(paragraph.start, paragraph.start + length)


def _asks(text: str, sentence: Span) -> bool:
    return sentence.text_in(text).rstrip('"”’ ').endswith("?")


def _is_free(sentence: Span, others: Sequence[Span]) -> bool:
    """Say whether nobody else has a part in a sentence."""
    at = bisect_right(others, sentence.start, key=_start)
    return not any(other.overlaps(sentence) for other in others[max(at - 1, 0) : at + 1])


def outlet_of(document: Document) -> str | None:
    """Return whose voice a text is: the host's, else that of whoever is credited with the text."""
    for role in _SUPPLIERS:
        for link in document.chain:
            if link.role is role:
                return link.name
    return None


def _start(span: Span) -> int:
    return span.start


def _covered(document: Document, analysis: Analysis, claims: Sequence[Claim]) -> tuple[Span, ...]:
    """Return what somebody else said, and the title, which tells nothing that the text does not.

    What people saw, thought, planned or did about it is told by the outlet.
    """
    said = [one for one in claims if one.is_speech]
    spans = [span for one in said for part in (one.source, one.cue, one.content) for span in part]
    spans += [one.span for one in analysis.quotations if one.use is QuoteUse.QUOTATION]
    if document.title_span is not None:
        spans.append(document.title_span)
    return merged(spans)


def _figures(figures: Sequence[Figure]) -> Iterator[Span]:
    for one in figures:
        if one.quantity.kind in _MEASURES and one.modality not in _UNREAL:
            yield one.quantity.number


def _events(events: Sequence[Event]) -> Iterator[Span]:
    for one in events:
        if one.role in _HAPPENS and one.status in _TOLD:
            yield one.trigger


def _own_parts(text: str, sentence: Span, others: _Others, told: Sequence[Span]) -> Iterator[Span]:
    """Yield the parts of a sentence that are nobody else's and tell something.

    What follows a source without a mark is said of the source: it has lost its subject. What follows a
    content without a mark may still belong to it; what has no verb of its own tells when or where it was said.
    """
    for free in _outside(sentence, others.covered) if told else ():
        if free.start in others.ends and text[free.start : free.end].lstrip()[:1].isalnum():
            continue
        part = (
            _without_stop(text, sentence)
            if free == sentence
            else standing_clause(text, free, opens=free.start == sentence.start)
        )
        if part and any(part.contains(one) for one in told):
            yield part


def _outside(sentence: Span, others: Sequence[Span]) -> Iterator[Span]:
    start = sentence.start
    first = max(bisect_right(others, sentence.start, key=_start) - 1, 0)
    for other in others[first:]:
        if other.start >= sentence.end:
            break
        if other.start > start:
            yield Span(start, other.start)
        start = max(start, other.end)
    if start < sentence.end:
        yield Span(start, sentence.end)


def _without_stop(text: str, sentence: Span) -> Span | None:
    """Return a whole sentence without its full stop; ``None`` if it has too few words to say anything."""
    end = sentence.end
    while end > sentence.start and text[end - 1] in _FINAL:
        end -= 1
    enough = len(text[sentence.start : end].split()) >= _FEWEST_WORDS
    return Span(sentence.start, end) if enough else None


def _claim(document: str, parts: tuple[Span, ...], speaker: str | None) -> Claim:
    spans = ",".join(f"{part.start}-{part.end}" for part in parts)
    return Claim(
        id=record_id("c", document, AttributionKind.OWN_VOICE, spans),
        source=(),
        cue=(),
        content=parts,
        kind=AttributionKind.OWN_VOICE,
        rule=RULE,
        speaker=speaker,
        manner=Manner.WROTE,
        force=Force.ASSERT,
        polarity=Polarity.POSITIVE,
    )
