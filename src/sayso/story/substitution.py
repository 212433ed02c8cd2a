"""Substitution: words put in the place of others, one by one, as respinning a text does."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from sayso.frozen import dataclass

# Longer stretches without a common word are another text, not a substitution.
_LONGEST = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """What stands between two common words on either side, as ranges of word indices."""

    left: range
    right: range

    @property
    def is_substitution(self) -> bool:
        return 0 < len(self.left) <= _LONGEST and 0 < len(self.right) <= _LONGEST


def common_words(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int]]:
    """Return the index pairs of a longest sequence of words that stands in both."""
    lengths = [[0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for i in range(len(left) - 1, -1, -1):
        row, below = lengths[i], lengths[i + 1]
        for j in range(len(right) - 1, -1, -1):
            if left[i] == right[j]:
                row[j] = below[j + 1] + 1
            else:
                row[j] = max(below[j], row[j + 1])
    found, i, j = [], 0, 0
    while i < len(left) and j < len(right):
        if left[i] == right[j]:
            found.append((i, j))
            i, j = i + 1, j + 1
        elif lengths[i + 1][j] >= lengths[i][j + 1]:
            i += 1
        else:
            j += 1
    return found


def gaps(left: Sequence[str], right: Sequence[str]) -> Iterator[Gap]:
    """Yield what differs between the common words of two sentences, in order."""
    common = [(-1, -1), *common_words(left, right), (len(left), len(right))]
    for (i, j), (next_i, next_j) in pairwise(common):
        gap = Gap(left=range(i + 1, next_i), right=range(j + 1, next_j))
        if gap.left or gap.right:
            yield gap


def in_place(left: Sequence[str], right: Sequence[str]) -> float:
    """Return the share, 0 to 1, of words that stand in the place of their counterpart.

    A word is in place if it is common to both sides or was put there for another. Reporting that
    is independent adds and leaves out instead, so that its words are out of place.
    """
    out = 0
    for gap in gaps(left, right):
        uneven = abs(len(gap.left) - len(gap.right))
        # One word more or less is what a phrase for a word makes of it.
        out += max(uneven - 1, 0) if gap.is_substitution else len(gap.left) + len(gap.right)
    return 1 - out / (len(left) + len(right))
