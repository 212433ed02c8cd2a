"""Best label sequences: as good as the best of all sequences, however they are padded."""

from collections.abc import Sequence
from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from sayso.language.core.chain import best_chains, best_spans

Floats = NDArray[np.float32]

LABELS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG")
# Scores are whole numbers: sums are exact, and ties are common.
SCORES = st.integers(-6, 6)


def chain_score(
    scores: Floats, chain: Sequence[int], start: Floats, end: Floats, steps: Floats
) -> float:
    own = sum(float(scores[at, label]) for at, label in enumerate(chain))
    moves = sum(float(steps[a, b]) for a, b in pairwise(chain))
    return own + moves + float(start[chain[0]]) + float(end[chain[-1]])


@st.composite
def matrices(draw: st.DrawFn, *shape: int) -> Floats:
    size = int(np.prod(shape))
    values = draw(st.lists(SCORES, min_size=size, max_size=size))
    return np.array(values, dtype=np.float32).reshape(shape)


@given(st.data(), st.lists(st.integers(1, 4), min_size=1, max_size=3))
def test_no_chain_scores_higher(data: st.DataObject, lengths: list[int]) -> None:
    width = max(lengths)
    scores = data.draw(matrices(len(lengths), width, 3))
    start, end, steps = (data.draw(matrices(*shape)) for shape in ((3,), (3,), (3, 3)))
    found = best_chains(scores, lengths, start, end, steps)

    assert found.shape == (len(lengths), width)
    for row, length, labels in zip(scores, lengths, found, strict=True):
        every = (
            chain_score(row, chain, start, end, steps) for chain in product(range(3), repeat=length)
        )
        assert chain_score(row, labels[:length].tolist(), start, end, steps) == max(every)


@given(st.data(), st.lists(st.integers(1, 5), min_size=1, max_size=4), st.integers(0, 3))
def test_what_lies_behind_a_sequence_does_not_touch_it(
    data: st.DataObject, lengths: list[int], more: int
) -> None:
    scores = data.draw(matrices(len(lengths), max(lengths), 4))
    start, end, steps = (data.draw(matrices(*shape)) for shape in ((4,), (4,), (4, 4)))
    padded = np.pad(scores, ((0, 0), (0, more), (0, 0)), constant_values=99)
    together = best_chains(padded, lengths, start, end, steps)

    for row, length, labels in zip(scores, lengths, together, strict=True):
        (alone,) = best_chains(row[None, :length], [length], start, end, steps)
        assert labels[:length].tolist() == alone.tolist()
        assert not labels[length:].any()


def test_a_chain_of_one_word_weighs_its_start_and_its_end() -> None:
    zero = np.zeros((1, 1, 3), dtype=np.float32)
    start, end = np.array([[0, 2, 3], [0, 2, 0]], dtype=np.float32)

    assert best_chains(zero, [1], start, end, np.zeros((3, 3), dtype=np.float32)).tolist() == [[1]]


def tags_of(spans: Sequence[tuple[int, int, str]], words: int) -> list[str]:
    tags = ["O"] * words
    for start, end, kind in spans:
        tags[start:end] = [f"B-{kind}", *[f"I-{kind}"] * (end - start - 1)]
    return tags


def is_allowed(tags: Sequence[str]) -> bool:
    before = ("O", *tags)
    return all(
        not tag.startswith("I-") or last[2:] == tag[2:]
        for last, tag in zip(before, tags, strict=False)
    )


@st.composite
def tag_scores(draw: st.DrawFn) -> Floats:
    """Draw log-probabilities of some words, some of them certainly outside."""
    rows = draw(st.lists(st.lists(SCORES, min_size=5, max_size=5), max_size=4))
    raw = np.array(rows, dtype=np.float64).reshape(len(rows), len(LABELS))
    raw[[draw(st.booleans()) for _ in rows], 0] += 20
    scores: Floats = raw - np.log(np.exp(raw).sum(1, keepdims=True))
    return scores


@given(tag_scores())
def test_no_allowed_tags_score_higher_where_none_is_certain(scores: Floats) -> None:
    certain = scores[:, 0] >= -0.01

    def score(tags: Sequence[str]) -> float:
        return float(sum(scores[at, LABELS.index(tag)] for at, tag in enumerate(tags)))

    every = [
        tags
        for tags in product(LABELS, repeat=len(scores))
        if is_allowed(tags)
        and all(tag == "O" for tag, out in zip(tags, certain, strict=True) if out)
    ]
    found = tags_of(list(best_spans(scores, LABELS)), len(scores))

    assert is_allowed(found)
    assert score(found) == pytest.approx(max(map(score, every)))


def spans_of(*tags: str) -> list[tuple[int, int, str]]:
    """Return the spans where each word is all but sure of its tag."""
    scores = np.full((len(tags), len(LABELS)), np.log(0.05), dtype=np.float32)
    for at, tag in enumerate(tags):
        scores[at, LABELS.index(tag)] = np.log(0.8)
    return list(best_spans(scores, LABELS))


@pytest.mark.parametrize(
    ("tags", "spans"),
    [
        ((), []),
        (("O", "O"), []),
        (("B-PER", "I-PER", "O"), [(0, 2, "PER")]),
        (("O", "B-PER"), [(1, 2, "PER")]),
        (("B-PER", "B-PER"), [(0, 1, "PER"), (1, 2, "PER")]),
        (("B-PER", "B-ORG", "I-ORG"), [(0, 1, "PER"), (1, 3, "ORG")]),
    ],
)
def test_tags_become_spans(tags: tuple[str, ...], spans: list[tuple[int, int, str]]) -> None:
    assert spans_of(*tags) == spans


def test_the_inside_of_a_name_does_not_follow_another_kind() -> None:
    spans = spans_of("B-PER", "I-PER", "I-ORG", "I-PER")

    assert {kind for _, _, kind in spans} == {"PER"}


def test_a_word_that_is_certainly_outside_ends_a_name() -> None:
    scores = np.log(np.full((3, len(LABELS)), 0.0025, dtype=np.float32))
    scores[0, 1] = scores[2, 2] = np.log(0.99)  # B-PER … I-PER
    scores[1, 0] = np.log(0.995)

    assert [span[:2] for span in best_spans(scores, LABELS)] == [(0, 1)]
