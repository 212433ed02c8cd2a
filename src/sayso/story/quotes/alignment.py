"""The alignment of two statements: which words they share in order, and what differs between them."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from sayso.frozen import dataclass
from sayso.story.statements.statement import Rarity, Statement
from sayso.story.statements.words import Word, WordKind
from sayso.text import Span


class Concern(StrEnum):
    """What a difference is about: all but ``WORDS`` and ``ORDER`` change what is claimed."""

    WORDS = "words"
    ORDER = "order"
    NUMBER = "number"
    NEGATION = "negation"
    MODALITY = "modality"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Words of one side that stand in the place of words of the other; one side may be empty."""

    left: tuple[Span, ...]
    right: tuple[Span, ...]
    concerns: frozenset[Concern]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """How far two statements are in the same words.

    ``left_share`` and ``right_share`` are the parts, 0 to 1, of either side that the other has, by
    weight of the words; ``common`` is that weight. ``in_order`` is the part of the shorter side
    that is there in the same order. ``runs`` are the common words as spans on both sides.
    """

    common: float
    left_share: float
    right_share: float
    in_order: float
    runs: tuple[tuple[tuple[Span, ...], tuple[Span, ...]], ...]
    differences: tuple[Difference, ...]

    @property
    def share(self) -> float:
        """Return the part that the side of which more is shared has in common."""
        return max(self.left_share, self.right_share)

    def differs_in(self, concern: Concern) -> bool:
        return any(concern in difference.concerns for difference in self.differences)


# A word in another place counts less than one in its place.
_MOVED = 0.7
_MARKED = {
    WordKind.NUMBER: Concern.NUMBER,
    WordKind.NEGATION: Concern.NEGATION,
    WordKind.MODALITY: Concern.MODALITY,
}


def align(left: Statement, right: Statement, *, rarity: Rarity) -> Alignment:
    """Align two statements word by word; rare words bind more than common ones."""
    weights = _weights(left, right, rarity)
    steps = _common(left.words, right.words, weights)
    moved = _moved(left.words, right.words, steps)
    in_order = sum(weights[left.words[i].form] for i, _ in steps)
    common = in_order + _MOVED * sum(weights[left.words[i].form] for i, _ in moved)
    wholes = [sum(weights[word.form] for word in side) or 1.0 for side in (left.words, right.words)]
    return Alignment(
        common=common,
        left_share=min(1.0, common / wholes[0]),
        right_share=min(1.0, common / wholes[1]),
        in_order=min(1.0, in_order / min(wholes)),
        runs=tuple(_runs(left, right, steps)),
        differences=tuple(_differences(left, right, steps, moved)),
    )


def upper_share(left: Statement, right: Statement, *, rarity: Rarity) -> float:
    """Return a bound of the part that both share, without aligning them: most pairs share little."""
    counts, weights = (left.counts, right.counts), _weights(left, right, rarity)
    there = right.counts
    common = sum([weights[form] * min(n, there[form]) for form, n in left.counts.items() if form in there])  # fmt: skip
    wholes = [sum([weights[form] * times for form, times in side.items()]) for side in counts]
    return common / max(min(wholes), 1e-9)


def _weights(left: Statement, right: Statement, rarity: Rarity) -> dict[str, float]:
    both = {**left.by_form, **right.by_form}
    return {
        form: word.weight * rarity(form) if word.tells else word.weight
        for form, word in both.items()
    }


Steps = Sequence[tuple[int, int]]


def _common(left: Sequence[Word], right: Sequence[Word], weights: dict[str, float]) -> Steps:
    """Return the heaviest sequence of words that stands on both sides in the same order.

    ``tops`` holds the weight of the heaviest sequence within each beginning of ``right``; only
    places with the same word are looked at (after Hunt and Szymanski 1977).
    """
    places: defaultdict[str, list[int]] = defaultdict(list)
    for j in range(len(right) - 1, -1, -1):
        places[right[j].form].append(j)
    tops = [0.0] * (len(right) + 1)
    ends: list[_Step | None] = [None] * (len(right) + 1)
    for i, word in enumerate(left):
        # From the last place to the first, so that no word is used twice.
        for j in places.get(word.form, ()):
            reached, step = tops[j] + weights[word.form], _Step(i, j, ends[j])
            for k in range(j + 1, len(tops)):
                if tops[k] >= reached:
                    break
                tops[k], ends[k] = reached, step
    return _Step.back_from(ends[-1])


class _Step(NamedTuple):
    """A common word, by index in either side, and the one before it."""

    left: int
    right: int
    before: "_Step | None"

    @staticmethod
    def back_from(last: "_Step | None") -> Steps:
        found: list[tuple[int, int]] = []
        while last is not None:
            found.append((last.left, last.right))
            last = last.before
        return found[::-1]


def _moved(left: Sequence[Word], right: Sequence[Word], steps: Steps) -> Steps:
    """Return the telling words that stand on both sides, each in another place."""
    placed_left, placed_right = {i for i, _ in steps}, {j for _, j in steps}
    free = [j for j, word in enumerate(right) if word.tells and j not in placed_right]
    found = []
    for i, word in enumerate(left):
        if not word.tells or i in placed_left:
            continue
        at = next((j for j in free if right[j].form == word.form), None)
        if at is not None:
            free.remove(at)
            found.append((i, at))
    return found


def _runs(
    left: Statement, right: Statement, steps: Steps
) -> Iterator[tuple[tuple[Span, ...], tuple[Span, ...]]]:
    """Yield the common words, neighbours as one."""
    start = 0
    for at in range(1, len(steps) + 1):
        goes_on = at < len(steps) and steps[at] == (steps[at - 1][0] + 1, steps[at - 1][1] + 1)
        if not goes_on:
            (i, j), (last_i, last_j) = steps[start], steps[at - 1]
            yield left.spans(i, last_i + 1), right.spans(j, last_j + 1)
            start = at


def _differences(
    left: Statement, right: Statement, steps: Steps, moved: Steps
) -> Iterator[Difference]:
    """Yield what differs between the common words, in order."""
    moved_left, moved_right = {i for i, _ in moved}, {j for _, j in moved}
    ends = [(-1, -1), *steps, (len(left.words), len(right.words))]
    for (i, j), (next_i, next_j) in pairwise(ends):
        lefts, rights = range(i + 1, next_i), range(j + 1, next_j)
        if lefts or rights:
            one = [left.words[at] for at in lefts if at not in moved_left]
            other = [right.words[at] for at in rights if at not in moved_right]
            yield Difference(
                left=left.spans(lefts.start, lefts.stop),
                right=right.spans(rights.start, rights.stop),
                concerns=_concerns(one, other),
            )


def _concerns(left: Sequence[Word], right: Sequence[Word]) -> frozenset[Concern]:
    """Say what differs, words in another place left out."""
    if not left and not right:
        return frozenset({Concern.ORDER})
    marked = {
        concern for kind, concern in _MARKED.items() if _forms(left, kind) != _forms(right, kind)
    }
    return frozenset(marked or {Concern.WORDS})


def _forms(words: Sequence[Word], kind: WordKind) -> Counter[str]:
    """Return the words of a kind; one negation is as good as another."""
    same = kind is WordKind.NEGATION
    return Counter("not" if same else word.form for word in words if word.kind is kind)
