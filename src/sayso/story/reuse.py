"""Reuse: whether the text of one document returns in another, and how.

What counts is the outlet's own wording. A statement that two outlets quote, or a fact that two
reporters tell, makes no copy.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from sayso.frozen import dataclass
from sayso.story.alignment import SentencePair, align
from sayso.story.direction import Order, Provenance, order_of
from sayso.story.odd_wording import Frequency, order_by_wording
from sayso.story.reuse_edge import Direction, ReuseEdge, ReuseKind
from sayso.story.substitution import in_place
from sayso.story.wording import Wording
from sayso.text import Span

# Thresholds set on articles of ECB+ about the same events, where syndicated copies share sentences
# to the letter and independent reports share 0.3 to 0.6 of the words of some sentences.
_LEAST_ALIKE = 0.4
_COPIED = 0.75
_SHORTEST_COPIED = 8  # words: "No one was hurt." is nobody's wording
_LEAST_SENTENCES = 2
_LEAST_WORDS = 30
_LEAST_SHARE = 0.25
# Word-for-word substitution: measured 0.67 and more on respun texts, 0.56 at most on independent
# reports of three sentences and more.
_IN_PLACE = 0.8
_RESPUN_SENTENCES = 3
_RESPUN_WORDS = 45
_RESPUN_SHARE = 0.6
# Where so many sentences have so many words replaced, no editor was at work: the edited agency
# copies in ECB+ stay below.
_ALTERED = 0.96
_ALTERED_SHARE = 0.7
_ALTERED_WORDS = 0.15
_NEAR = 0.6
_WHOLE = 0.8
# Only the headline of the longer text may be missing where the cut text begins.
_HEAD = 1
_SEQUENCE = 3
_SHORTEST_TEXT = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparand:
    """One of two documents that are compared."""

    id: str
    wording: Wording
    provenance: Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Two wordings that share text: how, and the aligned sentences by index in either."""

    kind: ReuseKind
    rule: str
    pairs: tuple[tuple[int, int], ...]


def find_reuse(
    first: Comparand, second: Comparand, *, frequency: Frequency | None = None
) -> ReuseEdge | None:
    """Return how the text of one document returns in the other, or ``None`` if it does not.

    The result does not depend on which of the two is given first. ``frequency`` says how many
    documents beside the copies have a word: it tells which of two texts was respun.
    """
    first, second = sorted((first, second), key=lambda one: one.id)
    match = compare(first.wording, second.wording)
    if match is None:
        return None
    order = order_of(first.provenance, second.provenance)
    if order.direction is Direction.UNKNOWN:
        order = _order_by_text(first.wording, second.wording, match, frequency)
    if order.first_came_first is False:
        first, second = second, first
        match = _turned(match)
    return _edge(first, second, match, order)


def compare(first: Wording, second: Wording) -> Match | None:
    """Say how two texts share wording; ``None`` if they do not, or hardly."""
    words = first.words
    if len(words) >= _SHORTEST_TEXT and words == second.words:
        every = tuple((at, at) for at in range(len(first.sentences)))
        same = len(first.sentences) == len(second.sentences)
        pairs = every if same else _index_pairs(align(first, second, least=_LEAST_ALIKE))
        return Match(kind=ReuseKind.EXACT, rule="same_words", pairs=pairs)
    if first.own_words > second.own_words:
        found = _compare_shorter(second, first)
        return None if found is None else _turned(found)
    return _compare_shorter(first, second)


def _compare_shorter(short: Wording, long: Wording) -> Match | None:
    aligned = align(short, long, least=_LEAST_ALIKE)
    own = max(short.own_words, 1)
    placed = [pair for pair in aligned if _placed(pair, short, long) >= _IN_PLACE]
    copied = [p for p in aligned if p.likeness >= _COPIED and p.own >= _SHORTEST_COPIED]
    respun = (
        len(_own(placed)) >= _RESPUN_SENTENCES
        and _words(placed) >= max(_RESPUN_WORDS, _RESPUN_SHARE * own)
        and _is_altered(placed)
    )
    if respun:
        pairs = _index_pairs(placed)
        return Match(kind=ReuseKind.RESPUN, rule="words_in_place", pairs=pairs)
    if len(copied) < _LEAST_SENTENCES or _words(copied) < max(_LEAST_WORDS, _LEAST_SHARE * own):
        return None
    near = _jaccard(short.words, long.words) >= _NEAR
    kind, rule = (
        (ReuseKind.NEAR, "same_sequences") if near else (ReuseKind.CONTAINED, "same_sentences")
    )
    passages = (p for p in aligned if p.likeness >= _COPIED or p in placed)
    return Match(kind=kind, rule=rule, pairs=_index_pairs(passages))


def _placed(pair: SentencePair, short: Wording, long: Wording) -> float:
    left, right = short.sentences[pair.left], long.sentences[pair.right]
    if pair.own:
        return in_place(left.own, right.own)
    return in_place(left.words, right.words)


def _is_altered(pairs: Sequence[SentencePair]) -> bool:
    """Say whether words were replaced all over the text."""
    own = _own(pairs)
    altered = [pair for pair in own if pair.likeness < _ALTERED]
    replaced = sum((1 - pair.likeness) * pair.own for pair in own) / max(_words(own), 1)
    return len(altered) >= _ALTERED_SHARE * len(own) and replaced >= _ALTERED_WORDS


def _own(pairs: Iterable[SentencePair]) -> list[SentencePair]:
    return [pair for pair in pairs if pair.own]


def _words(pairs: Iterable[SentencePair]) -> int:
    return sum(pair.own for pair in pairs)


def _jaccard(left: Sequence[str], right: Sequence[str]) -> float:
    first, second = _sequences(left), _sequences(right)
    return len(first & second) / max(len(first | second), 1)


def _sequences(words: Sequence[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(words[at : at + _SEQUENCE]) for at in range(len(words) - _SEQUENCE + 1))


def _index_pairs(pairs: Iterable[SentencePair]) -> tuple[tuple[int, int], ...]:
    return tuple((pair.left, pair.right) for pair in pairs)


def _turned(match: Match) -> Match:
    pairs = tuple(sorted((right, left) for left, right in match.pairs))
    return Match(kind=match.kind, rule=match.rule, pairs=pairs)


def _order_by_text(
    first: Wording, second: Wording, match: Match, frequency: Frequency | None
) -> Order:
    """Say what the texts themselves tell of their order."""
    if match.kind is ReuseKind.CONTAINED:
        return _order_by_cut(first, second, match)
    if match.kind is ReuseKind.RESPUN and frequency is not None:
        return order_by_wording(first, second, match.pairs, frequency)
    return Order(first_came_first=None, direction=Direction.UNKNOWN)


def _order_by_cut(first: Wording, second: Wording, match: Match) -> Order:
    """Take a text for the cut one if nearly all of it begins the other, in the same order.

    Weak, since a first short report may have been written on; hence its own name.
    """
    sides = [_covered(wording, at, match) for at, wording in enumerate((first, second))]
    whole = [side >= _WHOLE for side in sides]
    ordered = all(a[1] < b[1] for a, b in pairwise(sorted(match.pairs)))
    begins = min(match.pairs)[whole.index(False)] <= _HEAD if whole[0] != whole[1] else False
    if not (ordered and begins):
        return Order(first_came_first=None, direction=Direction.UNKNOWN)
    return Order(first_came_first=whole[1], direction=Direction.CONTAINMENT)


def _covered(wording: Wording, side: int, match: Match) -> float:
    """Return the share of the words of one side that the passages cover."""
    inside = {pair[side] for pair in match.pairs}
    covered = sum(len(wording.sentences[at].words) for at in inside)
    return covered / max(len(wording.words), 1)


def _edge(first: Comparand, second: Comparand, match: Match, order: Order) -> ReuseEdge:
    return ReuseEdge(
        from_document=first.id,
        to_document=second.id,
        kind=match.kind,
        score=round(_covered(second.wording, 1, match), 4),
        from_spans=_passages(first.wording, {left for left, _ in match.pairs}),
        to_spans=_passages(second.wording, {right for _, right in match.pairs}),
        direction=order.direction,
        rule=match.rule,
    )


def _passages(wording: Wording, inside: set[int]) -> tuple[Span, ...]:
    """Return the given sentences as spans, neighbours as one."""
    spans: list[Span] = []
    for at in sorted(inside):
        span = wording.sentences[at].span
        if spans and at - 1 in inside:
            spans[-1] = Span(spans[-1].start, span.end)
        else:
            spans.append(span)
    return tuple(spans)
