"""Edges of contents, set where the grammar of the sentence puts them.

In "the mayor said Friday it was safe" nothing is said of Friday; "a unit known as the Otters" says nothing at all.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.language.analysis import Attribution, AttributionKind
from sayso.language.function_words import AUXILIARIES, DETERMINERS, PRONOUNS, WEEKDAYS
from sayso.language.segments import Segments
from sayso.language.word_lists import word_set
from sayso.text import Nearby, Span

_NAMING = frozenset({("called",), ("dubbed",), ("named",), ("nicknamed",)})
_EXPLETIVES = frozenset({"it", "there"})
_MARKS = frozenset("*†‡[]")
_GOING_ON = word_set("while but although though whereas")
_DAYS = WEEKDAYS | {"yesterday", "today"}


def no_naming(segments: Segments, attributions: Sequence[Attribution]) -> Iterator[Attribution]:
    """Yield the attributions but those by which a thing only has its name: "a unit known as Velm"."""
    for one in attributions:
        words = tuple(segments.lower_words(one.cue))
        behind = bool(one.source) and one.source[0].start >= one.cue[-1].end
        if not (words in _NAMING and behind) and words[-2:] != ("known", "as"):
            yield one


def no_expletive(segments: Segments, attributions: Sequence[Attribution]) -> Iterator[Attribution]:
    """Yield the attributions with contents without the "it" of "it is estimated that"."""
    for one in attributions:
        first, *others = one.content
        expletive = first.text_in(segments.text).lower() in _EXPLETIVES
        before = expletive and one.cue and first.end <= one.cue[0].start
        # "It was revealed to be fog": what was?
        raised = others and others[0].text_in(segments.text).lower().startswith("to ")
        yield replace(one, content=tuple(others)) if before and others and not raised else one


def with_its_subject(
    segments: Segments, attributions: Sequence[Attribution]
) -> Iterator[Attribution]:
    """Yield the attributions with contents that a mark had parted from their subject.

    In "Velm* is flooding, the report says" all of the clause is the report's.
    """
    for one in attributions:
        first = segments.first_token(one.content[0].start)
        start = segments.sentence_of(one.content[0].start).start
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


def behind_time(segments: Segments, attributions: Sequence[Attribution]) -> Iterator[Attribution]:
    """Yield the attributions with contents that begin behind the day on which they were said.

    In "the mayor said Friday it was safe" nothing is said of Friday.
    """
    for one in attributions:
        first = segments.first_token(one.content[0].start)
        beside = one.cue and segments.first_token(one.cue[-1].end) == first
        dated = segments.lower[first] in _DAYS
        more = first + 1 < len(segments.words) and one.content[0].end > segments.tokens.starts[first + 1]  # fmt: skip
        if beside and dated and more and _begins_clause(segments, first + 1):
            start = segments.tokens.starts[first + 1]
            yield replace(one, content=(Span(start, one.content[0].end), *one.content[1:]))
        else:
            yield one


def _begins_clause(segments: Segments, at: int) -> bool:
    word = segments.lower[at]
    return word in PRONOUNS | DETERMINERS | {"that"} or segments.words[at][:1].isupper()


def said_once(segments: Segments, attributions: Sequence[Attribution]) -> Iterator[Attribution]:
    """Yield the attributions without a part that has a cue of its own: "“A,” he said. “B,” he added"."""
    single = Nearby(
        (one for one in attributions if len(one.content) == 1), span=lambda one: one.content[0]
    )
    for one in attributions:
        if len(one.content) == 1 or not one.cue:
            yield one
            continue
        kept = tuple(
            span
            for span in one.content
            if not any(_is_others(segments, span, one, other) for other in single.overlapping(span))
        )
        yield replace(one, content=kept) if kept and len(kept) < len(one.content) else one


def _is_others(segments: Segments, span: Span, one: Attribution, other: Attribution) -> bool:
    """Say whether another cue alone has a part of what one is said to have said."""
    if other.cue in {(), one.cue}:
        return False
    (own,) = other.content
    if one.kind is not AttributionKind.INDIRECT:
        return _is_same_words(segments, span, own)
    behind = other.cue[0].start > one.cue[0].start and own.contains(span)
    return behind and bool(one.source) and one.source == other.source


def _is_same_words(segments: Segments, span: Span, other: Span) -> bool:
    """Say whether two spans are one but for the marks at their edges."""
    return span.overlaps(other) and _bare(segments, span) == _bare(segments, other)


def _bare(segments: Segments, span: Span) -> str:
    return span.text_in(segments.text).strip(" \"“”'‘’,.\n")


def no_afterthought(
    segments: Segments, attributions: Sequence[Attribution]
) -> Iterator[Attribution]:
    """Yield the attributions told without marks without a clause behind the cue that another story goes on with.

    In "nine boats sank, police said, while the mayor blamed the fog" police say nothing of the mayor.
    """
    for one in attributions:
        last = one.content[-1]
        told = one.kind is AttributionKind.INDIRECT and len(one.content) > 1 and one.cue
        behind = told and last.start >= one.cue[-1].end and one.content[0].end <= one.cue[0].start
        first = segments.lower[segments.first_token(last.start)] if behind else ""
        yield replace(one, content=one.content[:-1]) if first in _GOING_ON else one


def one_breath(segments: Segments, attributions: Sequence[Attribution]) -> Iterator[Attribution]:
    """Yield the attributions without quotations that whole sentences part from the rest and its cue.

    In "Banners read “Shame”. It was late. “It is over,” she said" she does not say "Shame".
    """
    for one in attributions:
        if len(one.content) == 1 or one.kind is AttributionKind.INDIRECT or not one.cue:
            yield one
            continue
        first, *others = one.content
        gap = Span(first.end, others[0].start)
        tagged = any(span.overlaps(gap) for span in (*one.cue, *one.source))
        between = [span for span in segments.sentences if gap.contains(span)]
        yield replace(one, content=tuple(others)) if between and not tagged else one


def one_paragraph(segments: Segments, attributions: Sequence[Attribution]) -> Iterator[Attribution]:
    """Yield the attributions told without marks with contents that end where the paragraph of the cue does."""
    for one in attributions:
        if one.kind is not AttributionKind.INDIRECT or not one.cue:
            yield one
            continue
        paragraph = segments.paragraphs[segments.paragraph_at(one.cue[0].start)]
        kept = tuple(
            Span(max(span.start, paragraph.start), min(span.end, paragraph.end))
            for span in one.content
            if span.start < paragraph.end and span.end > paragraph.start
        )
        yield replace(one, content=kept) if kept and kept != one.content else one
