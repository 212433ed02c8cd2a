"""Features of a word seen from a cue: how far, how many sentences away, which quotation.

The shape follows the cue-conditioned reading of attributions: each cue asks every word of its
paragraph whether it is source, content, part of the cue, or none.
"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

DISTANCES = 24
SENTENCE_OFFSETS = 5
RELATIONS = 4
FEATURES = 4
_FINE = 5
_WIDEST = 11
_FARTHEST = 2
_OUTSIDE, _SAME, _NEXT, _OTHER = range(RELATIONS)


def role_features(cue: int, quotes: Sequence[int], sentences: Sequence[int]) -> "NDArray[np.int64]":
    """Return distance, sentence offset, quotation relation and quotation state of each word: (W, 4).

    ``cue`` is the cue's first word, ``quotes`` the quotation state of each word (0 outside),
    ``sentences`` the words at which sentences begin after the first.
    """
    import numpy as np  # noqa: PLC0415 - reading a text needs it, starting the program does not

    places = np.arange(len(quotes))
    offsets = np.searchsorted(sentences, places, "right") - bisect_right(sentences, cue)
    rows = np.empty((len(quotes), FEATURES), dtype=np.int64)
    rows[:, 0] = distance_buckets(len(quotes), cue)
    rows[:, 1] = offsets.clip(-_FARTHEST, _FARTHEST) + _FARTHEST
    rows[:, 2] = _relations(_segments(quotes), cue)
    rows[:, 3] = quotes
    return rows


def distance_buckets(words: int, origin: int) -> "NDArray[np.int64]":
    """Bucket the signed distance of each word to ``origin``, finer near it: 0 to 23."""
    import numpy as np  # noqa: PLC0415 - see role_features

    distances = np.arange(words) - origin
    sizes = np.abs(distances)
    bits = np.frexp(np.maximum(sizes - _FINE, 0).astype(np.float64))[1]
    buckets = np.where(sizes < _FINE, sizes, np.minimum(_FINE + bits, _WIDEST))
    return np.where(distances >= 0, buckets, DISTANCES // 2 + buckets)


def _segments(quotes: Sequence[int]) -> "NDArray[np.int64]":
    """Return the number of the quotation of each word, 0 outside."""
    import numpy as np  # noqa: PLC0415 - see role_features

    quoted = np.asarray(quotes, dtype=np.int64) > 0
    begins = quoted & ~np.concatenate(([False], quoted[:-1]))
    return np.where(quoted, np.cumsum(begins), 0)


def _relations(segments: "NDArray[np.int64]", cue: int) -> "NDArray[np.int64]":
    import numpy as np  # noqa: PLC0415 - see role_features

    quoted = np.flatnonzero(segments)
    nearest = segments[quoted[np.argmin(np.abs(quoted - cue))]] if len(quoted) else 0
    relations = np.where(segments == nearest, _NEXT, _OTHER)
    if segments[cue]:
        relations = np.where(segments == segments[cue], _SAME, relations)
    return np.where(segments == 0, _OUTSIDE, relations)
