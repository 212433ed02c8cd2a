"""Clauses that two verbs share, parted: what "said A and pledged B" lays to one cue is not laid to the other.

The core reads each cue by itself and takes the words of the second verb for part of what the first one reports.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.language.analysis import SPEECH, Attribution, AttributionKind
from sayso.language.function_words import ARTICLES, AUXILIARIES, CLAUSE_OPENERS, OWNERS, is_adverb
from sayso.language.phrases import Clause, is_finite
from sayso.language.segments import Segments
from sayso.language.word_lists import word_set
from sayso.text import Nearby, Span

_JOINING = frozenset({"and", "but"})
_OPENING_A_THING = ARTICLES | OWNERS
_CLAUSAL = CLAUSE_OPENERS | {"which", "who", "to"}
# A thing that is ordered or announced has no more words.
_LONGEST_THING = 9
_QUOTED = word_set("quoted cited")
_SAYING = word_set("saying telling writing adding")
_TRIM = " \t\n,;:–—-"
# A source that stands between a quotation and "was quoted" has no more words.
_LONGEST_SOURCE = 6


def second_verb(segments: Segments, attributions: Sequence[Attribution]) -> Iterator[Attribution]:
    """Yield the attributions with contents that stop before a second verb of the same source.

    In "the mayor said the rain was to blame and pledged help" the rain is all that was said.
    """
    sources = Nearby((one for one in attributions if one.source), span=lambda one: one.source[-1])
    for one in attributions:
        cut = min(
            (
                start
                for other in (sources.overlapping(one.source[-1]) if one.source else ())
                if other is not one
                for start in _coordinated(segments, one, other)
            ),
            default=None,
        )
        yield one if cut is None else _before(segments, one, cut)


def _coordinated(segments: Segments, one: Attribution, other: Attribution) -> Iterator[int]:
    """Yield where "and" leads to the cue of another attribution that has the same source."""
    if not one.cue or not other.cue or one.kind is AttributionKind.DIRECT:
        return
    shared = bool(other.source) and bool(one.source) and other.source[-1].overlaps(one.source[-1])
    if not shared or other.manner not in SPEECH or other.cue[0].start < one.cue[0].start:
        return
    at = segments.first_token(other.cue[0].start) - 1
    while at > 0 and is_adverb(segments.lower[at]):
        at -= 1
    inside = any(span.contains(other.cue[0]) for span in one.content)
    if inside and segments.lower[at] in _JOINING:
        yield segments.tokens.starts[at]


def _before(segments: Segments, one: Attribution, cut: int) -> Attribution:
    kept = []
    for span in one.content:
        end = min(span.end, cut)
        piece = segments.text[span.start : end].rstrip(_TRIM)
        if span.start < end and piece:
            kept.append(Span(span.start, span.start + len(piece)))
    return replace(one, content=tuple(kept)) if kept else one


def second_predicate(
    segments: Segments, attributions: Sequence[Attribution]
) -> Iterator[Attribution]:
    """Yield the attributions by which a thing is said, with contents without what its speaker does besides.

    In "the president ordered an inquiry and will visit the valley" the visit is not ordered.
    """
    for one in attributions:
        cut = _auxiliary_behind_and(segments, one)
        yield one if cut is None else _before(segments, one, cut)


def _auxiliary_behind_and(segments: Segments, one: Attribution) -> int | None:
    """Return where "and will", "and has" goes on with no clause before it."""
    if one.kind is not AttributionKind.INDIRECT or not one.cue or len(one.content) != 1:
        return None
    (content,) = one.content
    first, end = segments.first_token(content.start), segments.first_token(content.end)
    behind = first == segments.first_token(one.cue[-1].end)
    if not behind or segments.lower[first] not in _OPENING_A_THING:
        return None
    clause = Clause(segments=segments, first=first, end=end)
    for at in range(first + 1, min(end - 1, first + _LONGEST_THING)):
        if is_finite(clause, at) or segments.lower[at] in _CLAUSAL:
            return None
        if segments.lower[at] == "and" and segments.lower[at + 1] in AUXILIARIES:
            return segments.tokens.starts[at]
    return None


def quoted_as(segments: Segments, attributions: Sequence[Attribution]) -> Iterator[Attribution]:
    """Yield the attributions with "was quoted as saying" whole, and who was quoted for their source."""
    for one in attributions:
        last = segments.first_token(one.cue[-1].end) - 1 if one.cue else 0
        behind = segments.lower[last + 1 : last + 3]
        said = len(behind) > 1 and behind[0] == "as" and behind[1] in _SAYING
        yield _as_said(segments, one, last) if said and segments.lower[last] in _QUOTED else one


def _as_said(segments: Segments, one: Attribution, last: int) -> Attribution:
    cue = Span(one.cue[0].start, segments.tokens.ends[last + 2])
    content = tuple(span for span in one.content if not cue.contains(span))
    source = one.source
    lead = [span for span in content if _is_beside(segments, span, cue)]
    if not source and lead and len(content) > 1:
        source, content = (lead[-1],), tuple(span for span in content if span is not lead[-1])
    return replace(one, source=source, cue=(cue,), content=content) if content else one


def _is_beside(segments: Segments, span: Span, cue: Span) -> bool:
    """Say whether a few words stand right before a cue."""
    words = span.text_in(segments.text).split()
    between = segments.text[span.end : cue.start] if span.end <= cue.start else "-"
    return len(words) <= _LONGEST_SOURCE and not between.strip()
