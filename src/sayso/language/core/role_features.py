"""Features of a word seen from a cue: how far, how many sentences away, which quotation.

The shape follows the cue-conditioned reading of attributions: each cue asks every word of its
paragraph whether it is source, content, part of the cue, or none.
"""

from bisect import bisect_right
from collections.abc import Sequence

DISTANCES = 24
SENTENCE_OFFSETS = 5
RELATIONS = 4
_FINE = 5
_WIDEST = 11
_FARTHEST = 2
_OUTSIDE, _SAME, _NEXT, _OTHER = range(RELATIONS)


def role_features(
    cue: int, quotes: Sequence[int], sentences: Sequence[int]
) -> tuple[tuple[int, int, int, int], ...]:
    """Return distance, sentence offset, quotation relation and quotation state of each word.

    ``cue`` is the cue's first word, ``quotes`` the quotation state of each word (0 outside),
    ``sentences`` the words at which sentences begin after the first.
    """
    home = bisect_right(sentences, cue)
    segments = _segments(quotes)
    nearest = _nearest(segments, cue)
    rows = []
    for at, state in enumerate(quotes):
        offset = max(-_FARTHEST, min(_FARTHEST, bisect_right(sentences, at) - home)) + _FARTHEST
        relation = _relation(segments[at], segments[cue], nearest)
        rows.append((distance_bucket(at - cue), offset, relation, state))
    return tuple(rows)


def distance_bucket(distance: int) -> int:
    """Bucket a signed distance in words, finer near the cue: 0 to 23."""
    size = abs(distance)
    bucket = size if size < _FINE else min(_FINE + (size - _FINE).bit_length(), _WIDEST)
    return bucket if distance >= 0 else DISTANCES // 2 + bucket


def _segments(quotes: Sequence[int]) -> list[int]:
    """Return the number of the quotation of each word, 0 outside."""
    numbers, count, before = [], 0, 0
    for state in quotes:
        if state and not before:
            count += 1
        numbers.append(count if state else 0)
        before = state
    return numbers


def _nearest(segments: Sequence[int], cue: int) -> int:
    """Return the quotation nearest to the cue, 0 where there is none."""
    quoted = [(abs(at - cue), number) for at, number in enumerate(segments) if number]
    return min(quoted)[1] if quoted else 0


def _relation(segment: int, home: int, nearest: int) -> int:
    if not segment:
        return _OUTSIDE
    if segment == home:
        return _SAME
    return _NEXT if segment == nearest else _OTHER
