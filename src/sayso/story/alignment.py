"""Alignment: which sentences of one document stand, changed or not, in another."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from sayso.frozen import dataclass
from sayso.story.wording import Sentence, Wording

# Of the sentences that share words with one, so many are compared with it word by word.
_COMPARED = 4
# A short sentence inside a longer one counts if nearly all of it is there, in order.
_INSIDE = 0.85
# A word that so many sentences have leads to none of them.
_COMMON = 60
_SHORTEST_INSIDE = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class SentencePair:
    """A sentence and its counterpart, by index in either wording.

    ``likeness`` is the share, 0 to 1, of their words that stand in both in the same order, and
    ``own`` how many words of the first are the outlet's own wording in both: none where only a
    quotation is shared, or where the numbers differ, as in reports made by one template.
    """

    left: int
    right: int
    likeness: float
    own: int


def align(left: Wording, right: Wording, *, least: float) -> tuple[SentencePair, ...]:
    """Return for each sentence of ``left`` its closest in ``right``, if alike by ``least``."""
    index = _index(right)
    pairs = []
    for position, sentence in enumerate(left.sentences):
        candidates = _candidates(sentence, index)
        found = [_pair(position, sentence, at, right.sentences[at]) for at in candidates]
        best = max(found, key=lambda pair: (pair.likeness, -pair.right), default=None)
        if best is not None and best.likeness >= least:
            pairs.append(best)
    return tuple(pairs)


def common_length(left: Sequence[str], right: Sequence[str]) -> int:
    """Return how many words stand in both in the same order (the longest common subsequence).

    Bit-parallel after Hyyrö (2004): one addition of long integers for each word of ``right``.
    """
    places: defaultdict[str, int] = defaultdict(int)
    for position, word in enumerate(left):
        places[word] |= 1 << position
    full = (1 << len(left)) - 1
    row = full
    for word in right:
        matched = row & places.get(word, 0)
        row = ((row + matched) | (row - matched)) & full
    return len(left) - row.bit_count()


def likeness(left: Sequence[str], right: Sequence[str]) -> float:
    """Return the share of words that stand in both in the same order, 0 to 1."""
    if not left or not right:
        return 0.0
    common = common_length(left, right)
    shorter = min(len(left), len(right))
    inside = common / shorter if shorter >= _SHORTEST_INSIDE else 0.0
    dice = 2 * common / (len(left) + len(right))
    return max(dice, inside) if inside >= _INSIDE else dice


def _index(wording: Wording) -> dict[str, list[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for position, sentence in enumerate(wording.sentences):
        for word in dict.fromkeys(sentence.words):
            found[word].append(position)
    return found


def _candidates(sentence: Sentence, index: dict[str, list[int]]) -> Iterator[int]:
    """Yield the sentences that share the most words with this one, rare words counting more."""
    weights: Counter[int] = Counter()
    for word in dict.fromkeys(sentence.words):
        places = index.get(word, ())
        for at in places if len(places) <= _COMMON else ():
            weights[at] += 1_000 // len(places)
    for at, _ in sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:_COMPARED]:
        yield at


def _pair(left: int, first: Sentence, right: int, second: Sentence) -> SentencePair:
    by_quotation = first.is_quotation or second.is_quotation
    words = (first.words, second.words) if by_quotation else (first.own, second.own)
    return SentencePair(
        left=left,
        right=right,
        likeness=likeness(*words),
        own=0 if by_quotation or not _agree(first.numbers, second.numbers) else len(first.own),
    )


def _agree(left: Sequence[str], right: Sequence[str]) -> bool:
    """Say whether at least half of the numbers of the one with fewer are those of the other."""
    fewer = min(len(left), len(right))
    return 2 * common_length(left, right) >= fewer
