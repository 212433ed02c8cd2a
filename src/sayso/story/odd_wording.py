"""Odd wording: of two texts with the same sentences, which has the words that nobody else uses.

A respun text replaces the usual word by an unusual one. What is usual is asked of the rest of the
case, so that nothing has to be known of the language.
"""

from collections.abc import Callable, Iterable, Iterator

from sayso.story.direction import Order
from sayso.story.reuse_edge import Direction
from sayso.story.substitution import gaps
from sayso.story.wording import Wording

Frequency = Callable[[str], int]

# One word is commoner than another if more than so many times as many documents have it.
_TIMES = 2
# By chance eight votes of ten go to one side in one of nine cases. Measured on 300 respun texts
# against the articles of a whole corpus, a third is decided so, all of them rightly; a case that is
# itself half respun misleads.
_FEWEST_VOTES = 10
_MAJORITY = 0.8
_MOST_WORDS = 40


def replacements(
    first: Wording, second: Wording, pairs: Iterable[tuple[int, int]]
) -> Iterator[tuple[str, str]]:
    """Yield the words of ``first`` that stand in the place of one other word in ``second``."""
    for left, right in pairs:
        one, other = first.sentences[left].words, second.sentences[right].words
        for gap in gaps(one, other):
            if len(gap.left) == len(gap.right) == 1:
                yield one[gap.left[0]], other[gap.right[0]]


def order_by_wording(
    first: Wording, second: Wording, pairs: Iterable[tuple[int, int]], frequency: Frequency
) -> Order:
    """Take the text with the commoner words for the earlier one, if the votes are clear.

    ``frequency`` says how many other documents have a word.
    """
    votes = []
    found = dict.fromkeys(replacements(first, second, pairs))
    for one, other in list(found)[:_MOST_WORDS]:
        usual, unusual = frequency(one), frequency(other)
        if max(usual, unusual) > _TIMES * min(usual, unusual):
            votes.append(usual > unusual)
    share = sum(votes) / max(len(votes), 1)
    if len(votes) < _FEWEST_VOTES or 1 - _MAJORITY < share < _MAJORITY:
        return Order(first_came_first=None, direction=Direction.UNKNOWN)
    return Order(first_came_first=share >= _MAJORITY, direction=Direction.WORDING)
