"""Edges of sources and contents, set where the grammar of the sentence puts them.

In "the ferry is thought to have sunk" the ferry thinks nothing; in "according to Bo Lund, who left, the dam is safe" his
leaving is no part of what he says. ``attribution_edges_examples`` holds for each a text in which it does something and
one that it leaves alone.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from sayso.language.analysis import Attribution, AttributionKind, Manner
from sayso.language.function_words import AUXILIARIES, PRONOUNS, is_adverb
from sayso.language.phrases import Clause, is_finite
from sayso.language.reporting import verbs_of
from sayso.language.segments import Segments
from sayso.language.sources import opening_phrase
from sayso.language.word_lists import word_set
from sayso.text import Span, merged

_BEING = word_set("is are was were be been being 's ’s")
# Participles whose passive has for its subject whom or what others speak of.
_SPOKEN_OF = word_set("thought believed said expected understood reported estimated alleged rumoured rumored considered assumed suspected feared reputed deemed accused criticised criticized blamed praised condemned hailed urged asked told ordered advised warned informed instructed reminded requested charged")  # fmt: skip
_BEHIND_PASSIVE = word_set("to of for as that with over")
_RELATIVES = word_set("who which whose where whom")
_ACCORDING = frozenset({"according"})
_NAMING = frozenset({("called",), ("dubbed",), ("named",), ("nicknamed",)})
_EXPLETIVES = frozenset({"it", "there"})
_SPEECH = frozenset({Manner.SAID, Manner.WROTE})
_MARKS = frozenset("*†‡[]")
_COMMA = ","
# A clause that explains a source is no longer than this, in tokens.
_LONGEST_CLAUSE = 30


def _raised_subject(
    segments: Segments, attributions: Sequence[Attribution]
) -> Iterator[Attribution]:
    """Yield the attributions with the subject of a passive laid to what is said, not to who says it."""
    for one in attributions:
        if len(one.source) == 1 and one.cue and _is_passive(segments, one):
            content = merged((*one.source, *one.content))
            yield replace(one, source=(), speaker=None, content=content)
        else:
            yield one


def _is_passive(segments: Segments, one: Attribution) -> bool:
    words = [word.lower() for span in one.cue for word in span.text_in(segments.text).split()]
    passive = any(b in _BEING and _participle(words, n + 1) for n, b in enumerate(words))
    first = segments.first_token(one.source[0].end)
    begins = segments.first_token(one.cue[0].start)
    beside = all(is_adverb(word) for word in segments.lower[first:begins]) and first <= begins
    behind = segments.lower[segments.first_token(one.cue[-1].end) :][:1]
    led = words[-1] in _BEHIND_PASSIVE or (behind and behind[0] in _BEHIND_PASSIVE)
    return passive and beside and bool(led)


def _participle(words: Sequence[str], at: int) -> bool:
    while at < len(words) and (is_adverb(words[at]) or words[at] in _BEING | {"not"}):
        at += 1
    return at < len(words) and words[at] in _SPOKEN_OF


def _behind_participle(
    segments: Segments, attributions: Sequence[Attribution]
) -> Iterator[Attribution]:
    """Yield the attributions with sources that begin behind a participle and its comma.

    In "Speaking of the dam, the mayor, Bo Lund, said" the mayor is who speaks.
    """
    for one in attributions:
        if len(one.source) != 1:
            yield one
            continue
        (source,) = one.source
        first, end = segments.first_token(source.start), segments.first_token(source.end)
        comma = next((n for n in range(first, end) if segments.words[n] == _COMMA), end)
        opens = any(sentence.start == source.start for sentence in _sentences(segments, source))
        participle = segments.lower[first].endswith("ing") and comma - first > 1
        if participle and opens and comma + 1 < end and _begins_phrase(segments, comma + 1):
            yield replace(
                one, source=(Span(segments.tokens.starts[comma + 1], source.end),), speaker=None
            )
        else:
            yield one


def _begins_phrase(segments: Segments, at: int) -> bool:
    return segments.words[at][:1].isupper() or segments.lower[at] in {"the", "a", "an"} | PRONOUNS


def _sentences(segments: Segments, span: Span) -> Sequence[Span]:
    at = bisect_right(segments.sentences, span.start, key=lambda one: one.start) - 1
    return segments.sentences[max(at, 0) : at + 1]


def _explained_source(
    segments: Segments, attributions: Sequence[Attribution]
) -> Iterator[Attribution]:
    """Yield the attributions whose "according to" has its relative clause with the source.

    In "according to Bo Lund, who left early, the dam is safe" only the dam is safe by him.
    """
    for one in attributions:
        cue = one.cue[0].text_in(segments.text).lower().split()[:1] if one.cue else []
        cut = _relative_end(segments, one) if cue and cue[0] in _ACCORDING and one.source else None
        if cut is None:
            yield one
            continue
        comma, rest = cut
        first, *others = one.content
        content = (Span(segments.tokens.starts[rest], first.end), *others)
        source = (*one.source[:-1], Span(one.source[-1].start, segments.tokens.ends[comma - 1]))
        yield replace(one, source=source, content=content)


def _relative_end(segments: Segments, one: Attribution) -> tuple[int, int] | None:
    """Return the comma that ends a relative clause with which a content begins, and what is behind it."""
    first = segments.first_token(one.content[0].start)
    after = segments.first_token(one.source[-1].end)
    if segments.lower[first] not in _RELATIVES or not after <= first <= after + 1:
        return None
    end = segments.first_token(one.content[0].end)
    for at in range(first + 1, min(end, first + _LONGEST_CLAUSE)):
        if segments.words[at] == _COMMA and at + 1 < end:
            clause = Clause(segments=segments, first=at + 1, end=end)
            if any(is_finite(clause, n) for n in range(at + 1, end)):
                return at, at + 1
    return None


def _no_naming(segments: Segments, attributions: Sequence[Attribution]) -> Iterator[Attribution]:
    """Yield the attributions but those by which a thing only has its name: "a unit known as Velm"."""
    for one in attributions:
        words = tuple(w.lower() for span in one.cue for w in span.text_in(segments.text).split())
        behind = bool(one.source) and one.source[0].start >= one.cue[-1].end
        if not (words in _NAMING and behind) and words[-2:] != ("known", "as"):
            yield one


def _no_expletive(segments: Segments, attributions: Sequence[Attribution]) -> Iterator[Attribution]:
    """Yield the attributions with contents without the "it" of "it is estimated that"."""
    for one in attributions:
        first, *others = one.content
        expletive = first.text_in(segments.text).lower() in _EXPLETIVES
        before = expletive and one.cue and first.end <= one.cue[0].start
        # "It was revealed to be fog": what was?
        raised = others and others[0].text_in(segments.text).lower().startswith("to ")
        yield replace(one, content=tuple(others)) if before and others and not raised else one


def _with_its_subject(
    segments: Segments, attributions: Sequence[Attribution]
) -> Iterator[Attribution]:
    """Yield the attributions with contents that a mark had parted from their subject.

    In "Velm* is flooding, the report says" all of the clause is the report's.
    """
    for one in attributions:
        first = segments.first_token(one.content[0].start) if one.content else 0
        start = _sentences(segments, one.content[0])[0].start if one.content else 0
        opens = segments.first_token(start)
        led = one.cue and one.cue[0].start >= one.content[0].end
        parted = opens < first and segments.words[first - 1] in _MARKS
        if led and parted and segments.lower[first] in AUXILIARIES and not _is_taken(one, start):
            head = Span(start, one.content[0].end)
            yield replace(one, content=(head, *one.content[1:]))
        else:
            yield one


def _is_taken(one: Attribution, start: int) -> bool:
    whole = Span(start, one.content[0].start)
    return any(span.overlaps(whole) for span in (*one.source, *one.cue))


def _subject_of_sentence(
    segments: Segments, attributions: Sequence[Attribution]
) -> Iterator[Attribution]:
    """Yield the attributions with the subject of the sentence for a participle that has none.

    "The council closed the dam on Friday, stressing that it was safe": the council stresses.
    """
    for one in attributions:
        if one.source or not one.cue or one.manner not in _SPEECH:
            yield one
            continue
        first = segments.first_token(one.cue[0].start)
        before = segments.lower[first - 1] if first else ""
        bound = before in {_COMMA, "while", "by", "and"} and segments.lower[first].endswith("ing")
        found = _subject(segments, first) if bound and verbs_of(segments.lower[first]) else None
        yield one if found is None else replace(one, source=(found,))


def _subject(segments: Segments, limit: int) -> Span | None:
    sentence = _sentences(segments, segments.tokens.span(limit))[0]
    opens = segments.first_token(sentence.start)
    found = opening_phrase(Clause(segments=segments, first=opens, end=limit), limit)
    return segments.span(*found) if found else None


def _one_paragraph(
    segments: Segments, attributions: Sequence[Attribution]
) -> Iterator[Attribution]:
    """Yield the attributions told without marks with contents that end where the paragraph of the cue does."""
    ends = [span.start for span in segments.paragraphs]
    for one in attributions:
        if one.kind is not AttributionKind.INDIRECT or not one.cue:
            yield one
            continue
        paragraph = segments.paragraphs[bisect_right(ends, one.cue[0].start) - 1]
        kept = tuple(
            Span(max(span.start, paragraph.start), min(span.end, paragraph.end))
            for span in one.content
            if span.start < paragraph.end and span.end > paragraph.start
        )
        yield replace(one, content=kept) if kept and kept != one.content else one


Edge = Callable[[Segments, Sequence[Attribution]], Iterator[Attribution]]
EDGES: dict[str, Edge] = {
    "raised_subject": _raised_subject,
    "behind_participle": _behind_participle,
    "explained_source": _explained_source,
    "no_naming": _no_naming,
    "no_expletive": _no_expletive,
    "with_its_subject": _with_its_subject,
    "subject_of_sentence": _subject_of_sentence,
    "one_paragraph": _one_paragraph,
}


def set_edges(segments: Segments, attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Return the attributions, each edge set on what the one before it left."""
    found: Sequence[Attribution] = attributions
    for edge in EDGES.values():
        found = tuple(edge(segments, found))
    return tuple(found)
