"""Quotations that a paragraph leaves open: how far they go on behind it.

Each paragraph of a quotation begins with a mark of its own. Where a text was cut into a line a sentence, the lines
between have none: '"The dam is safe.', 'It was checked.', '"It will hold."' are one quotation.
"""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from sayso.language.cues import Cue, Form
from sayso.language.quote_marks import Family, Mark, Pairing
from sayso.language.reporting import Grip
from sayso.language.segments import Segments
from sayso.text import Span

# A mark that no other follows within so many paragraphs was a slip.
_REACH = 6
# From this share of paragraphs that are one sentence on, lines of a text say nothing of its paragraphs.
_SINGLE = 0.9
_FEWEST_PARAGRAPHS = 3
_SENTENCE_ENDS = frozenset(".!?…")
_SPEAKS_BEHIND = frozenset({"", ":", ","})


def left_open(pairing: Pairing) -> Mark | None:
    """Return the mark that stays open up to the end: no pair of its family follows it."""
    if not pairing.unclosed:
        return None
    mark = pairing.unclosed[0]
    behind = (left for left, _ in pairing.pairs if left.start > mark.start)
    return None if any(left.family is mark.family for left in behind) else mark


def open_behind(
    segments: Segments, pairings: Sequence[Pairing], cues: Sequence[Cue]
) -> tuple[bool, ...]:
    """Say for each paragraph whether a quotation is still open at its end."""
    paragraphs = segments.paragraphs
    told = _told(segments, cues) if _is_cut_by_sentence(segments) else None
    is_open = [False] * len(paragraphs)
    for index in range(len(paragraphs) - 1):
        mark = left_open(pairings[index])
        if mark is None:
            continue
        end = index + 1
        if not _goes_on(mark, paragraphs[end], pairings[end]):
            end = _resumed(segments, pairings, index, mark, told)
        is_open[index:end] = [True] * (end - index)
    return tuple(is_open)


def _goes_on(left: Mark, following: Span, behind: Pairing) -> bool:
    """Say whether what stays open goes on in the ``following`` paragraph.

    It does if that one begins with a mark of the same family, or closes one that it never opened.
    """
    return _begins_with_mark(left, following, behind) or _closes(left, following, behind)


def _openings(left: Mark, behind: Pairing) -> list[Mark]:
    pairs = [pair[0] for pair in behind.pairs if pair[0].family is left.family]
    return pairs + [mark for mark in behind.unclosed if mark.family is left.family]


def _begins_with_mark(left: Mark, following: Span, behind: Pairing) -> bool:
    return any(mark.start == following.start for mark in _openings(left, behind))


def _closes(left: Mark, following: Span, behind: Pairing) -> bool:
    closing = [mark.start for mark in behind.unopened if mark.family is left.family]
    first = min((mark.start for mark in _openings(left, behind)), default=following.end)
    return bool(closing) and closing[0] < first


def _resumed(
    segments: Segments,
    pairings: Sequence[Pairing],
    index: int,
    left: Mark,
    told: frozenset[int] | None,
) -> int:
    """Return the paragraph that takes an open quotation up behind some without marks; ``index`` if none."""
    if left.family is Family.SINGLE or not _begins_speech(segments, index, left):
        return index
    for at in range(index + 1, min(index + 1 + _REACH, len(pairings))):
        paragraph, pairing = segments.paragraphs[at], pairings[at]
        if _closes(left, paragraph, pairing):
            return at
        if _openings(left, pairing):
            between = frozenset(range(index + 1, at))
            repeated = _begins_with_mark(left, paragraph, pairing)
            return at if repeated and told is not None and not told & between else index
    return index


def _begins_speech(segments: Segments, index: int, left: Mark) -> bool:
    """Say whether a mark opens whole sentences, and the paragraph ends with one."""
    text, paragraph = segments.text, segments.paragraphs[index]
    before = text[max(paragraph.start, left.start - 2) : left.start].rstrip()[-1:]
    return before in _SPEAKS_BEHIND and text[paragraph.end - 1] in _SENTENCE_ENDS


def _is_cut_by_sentence(segments: Segments) -> bool:
    """Say whether a text was broken behind each sentence."""
    starts = [span.start for span in segments.paragraphs]
    if len(starts) < _FEWEST_PARAGRAPHS:
        return False
    begun = [span.start for span in segments.sentences]
    bounds = pairwise(bisect_left(begun, start) for start in (*starts, len(segments.text) + 1))
    held = [behind - first for first, behind in bounds]
    return sum(count == 1 for count in held) >= _SINGLE * len(held)


def _told(segments: Segments, cues: Sequence[Cue]) -> frozenset[int]:
    """Return the paragraphs in which somebody is reported to speak."""
    firm = [
        segments.tokens.starts[cue.first]
        for cue in cues
        if cue.form is Form.ACCORDING
        or (cue.verb and cue.verb.grip is Grip.FIRM and cue.form is Form.FINITE)
    ]
    return frozenset(
        number
        for number, paragraph in enumerate(segments.paragraphs)
        if any(paragraph.start <= start < paragraph.end for start in firm)
    )
