"""Teach what befell the counted: a softmax over vectors of the core, and what its voice weighs beside words.

    python -m training.befell [--folds N]

Reads the project's own annotated corpus and the texts annotated for counts alone; neither the development
nor the test stories are taught. The odds of the core are taught first. What they weigh beside the words
that rules find, and beside the other figures of a text, is taught on the texts for counts alone, since
rules and encoder have seen the others; each is told there by weights that never saw its story. Prints
how often the class is right in folds by story, and writes ``befell.npz`` and ``figure_ballots.toml``.
"""

import argparse
import random
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.evidence.claims import find_claims
from sayso.evidence.figure import Figure
from sayso.evidence.figure_ballots import WEIGHTS as VOTES
from sayso.evidence.figure_ballots import Ballot, Lean, Vote, Weights, ballots
from sayso.evidence.figures import find_figures
from sayso.language.analysis import Analysis, Counting, Quantity
from sayso.language.core.befell import FILE, find_rows
from sayso.language.core.network import FOLDER, Network, shipped_network
from sayso.language.core.read import core_text, score
from sayso.language.core.syntax import parse
from sayso.language.quantities import find_quantities
from sayso.language.quotations import find_quotations
from sayso.language.reading import analyse
from sayso.language.segments import segment
from training.corpus.labels import LABELS
from training.corpus.read import COUNTS, read_texts
from training.corpus.records import GoldText
from training.splits import split_of

NONE = "none"
# The first is none of the others: "other" stands for classes that the guideline does not name.
CLASSES = (NONE, *sorted(LABELS["predicate"] - {"other"}))
# Pull of the weights towards nothing: three thousand numbers for eighty thousand weights.
_PENALTY = 3e-5
_VOTE_PENALTY = 1e-3
_START_PENALTY = 1e-2
# The encoder has seen the classes of the corpus, and its vectors tell them better there than elsewhere.
_SEEN, _UNSEEN = 0.7, 1.5
# Of the counts of which rules find nothing, 0.7 have no class on the development stories, which those who
# wrote the rules have read, and 0.4 in the texts for counts alone, which were written to have classes.
_SHARE_OF_NONE = 0.5
_STEPS = 120
_VOTE_STEPS = 400
_MEMORY = 10
_LARGEST = 127  # of an 8-bit code
_SEED = 1

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """One annotated count of a text: its class, and its row of the core's vectors."""

    gold: int
    row: NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """One text as it was read: its figures by rules alone, and its annotated counts by their spans."""

    text: GoldText
    analysis: Analysis
    figures: tuple[Figure, ...]
    numbers: Mapping[tuple[int, int], Number]


def read(network: Network, text: GoldText) -> Read:
    """Read one text with what is wanted of it."""
    found = analyse(text.text, core=network)
    ruled = replace(
        found, countings=tuple(replace(one, odds=(), words=None) for one in found.countings)
    )
    claims = find_claims(text.id, text.text, found)
    rows = dict(_rows(network, text.text, found))
    numbers = {
        (q.span.start, q.span.end): Number(gold=gold, row=rows[at])
        for at, q in enumerate(found.quantities)
        if at in rows and (gold := _gold(text, q)) is not None
    }
    figures = find_figures(text.id, text.text, ruled, claims)
    return Read(text=text, analysis=found, figures=figures, numbers=numbers)


def _gold(text: GoldText, quantity: Quantity) -> int | None:
    met = [f for f in text.figures if f.kind == "count" and f.span.overlaps(quantity.number)]
    if not met:
        return None
    name = met[0].predicate
    return CLASSES.index(name) if name in CLASSES else 0


def _rows(
    network: Network, text: str, found: Analysis
) -> Iterator[tuple[int, NDArray[np.float32]]]:
    """Yield the row of each count of a text, by the place of its quantity."""
    segments, shapes = segment(text), find_quantities(text)
    numbers = {
        segments.first_token(shapes[one.quantity].number.end) - 1: one.quantity
        for one in found.countings
    }
    heads = {at: shapes[at].counted_head for at in numbers.values()}
    cored = core_text(segments, find_quotations(text, segments=segments))
    for scores in score(network, cored):
        trees = tuple(parse(network, cored, scores, holding=sorted(numbers)))
        counts = [
            (word, segments.first_token(head.start) if (head := heads[at]) else None, shapes[at])
            for word, at in numbers.items()
            if scores.start <= word < scores.end
        ]
        for word, _, row in find_rows(
            segments.lower, scores.joined.facts, scores.start, trees, counts
        ):
            yield numbers[word], row


@dataclass(frozen=True, slots=True, kw_only=True)
class Taught:
    """A softmax: weights (F, C) and starts (C)."""

    weights: Floats
    starts: Floats

    def odds(self, row: NDArray[np.float32]) -> tuple[tuple[str, float], ...]:
        scores = row @ self.weights + self.starts
        return tuple(zip(CLASSES[1:], (scores[1:] - scores[0]).tolist(), strict=True))


def fit(rows: Floats, gold: NDArray[np.int64], shares: Floats) -> Taught:
    """Return the softmax of rows (N, F) with ``shares`` (N) of the loss."""
    features = rows.shape[1]
    marks = np.eye(len(CLASSES))[gold]
    shares = (shares / shares.sum())[:, None]

    def loss(flat: Floats) -> tuple[float, Floats]:
        weights, starts = flat[: -len(CLASSES)].reshape(features, -1), flat[-len(CLASSES) :]
        chances, surprise = _softmax(rows @ weights + starts, marks)
        off = (chances - marks) * shares
        slope = np.concatenate([(rows.T @ off + 2 * _PENALTY * weights).ravel(), off.sum(axis=0)])
        return float((surprise * shares[:, 0]).sum() + _PENALTY * (weights**2).sum()), slope

    flat = descend(loss, np.zeros((features + 1) * len(CLASSES)), _STEPS)
    return Taught(weights=flat[: -len(CLASSES)].reshape(features, -1), starts=flat[-len(CLASSES) :])


def _softmax(scores: Floats, marks: Floats) -> tuple[Floats, Floats]:
    """Return the chances (N, C) and how surprising the marked ones are (N)."""
    scores = scores - scores.max(axis=1, keepdims=True)
    total = np.exp(scores).sum(axis=1, keepdims=True)
    return np.exp(scores) / total, np.log(total[:, 0]) - (scores * marks).sum(axis=1)


def descend(loss: Callable[[Floats], tuple[float, Floats]], start: Floats, steps: int) -> Floats:
    """Return where a smooth loss is least: L-BFGS with halved steps (Nocedal and Wright, chapter 7)."""
    at, (value, slope) = start, loss(start)
    past: deque[tuple[Floats, Floats]] = deque(maxlen=_MEMORY)
    for _ in range(steps):
        way = -_curved(slope, past)
        size, fall = 1.0, float(slope @ way)
        while True:
            new, (least, steep) = at + size * way, loss(at + size * way)
            if least <= value + 1e-4 * size * fall or size < 1e-8:  # noqa: PLR2004 - Armijo's share, and a step that is none
                break
            size /= 2
        if size < 1e-8 or value - least < 1e-9:  # noqa: PLR2004 - as above
            break
        if (change := float((steep - slope) @ (new - at))) > 0 and change:
            past.append((new - at, steep - slope))
        at, value, slope = new, least, steep
    return at


def _curved(slope: Floats, past: Sequence[tuple[Floats, Floats]]) -> Floats:
    """Return the slope as the steps of the past say that it bends."""
    way, shares = slope.copy(), []
    for step, bend in reversed(past):
        share = (step @ way) / (step @ bend)
        shares.append(share)
        way -= share * bend
    if past:
        step, bend = past[-1]
        way *= (step @ bend) / (bend @ bend)
    for (step, bend), share in zip(past, reversed(shares), strict=True):
        way += (share - (bend @ way) / (step @ bend)) * step
    return way


def teach(reads: Sequence[Read]) -> Taught:
    """Teach the odds of the core on the counts of some texts."""
    numbers = [(one, number) for one in reads for number in one.numbers.values()]
    return fit(
        np.stack([number.row for _, number in numbers]).astype(np.float64),
        np.array([number.gold for _, number in numbers]),
        np.array([_UNSEEN if is_unseen(one.text) else _SEEN for one, _ in numbers]),
    )


def is_unseen(text: GoldText) -> bool:
    """Say whether neither the encoder nor whoever wrote the rules has seen a text."""
    return text.head.get("layers") == "counts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """The ballot of an annotated figure of which rules find nothing, and the class that it should have."""

    ballot: Ballot
    gold: int


def casts(reads: Sequence[Read], taught: Taught) -> Iterator[Cast]:
    """Yield the ballots of the annotated figures of some texts, with the odds that were taught."""
    for one in reads:
        spans = [(f.quantity.span.start, f.quantity.span.end) for f in one.figures]
        said = [_said(number, taught) if (number := one.numbers.get(s)) else None for s in spans]
        for ballot in ballots(one.text.text, one.figures, said):
            yield Cast(ballot=ballot, gold=one.numbers[spans[ballot.figure]].gold)


def _said(number: Number, taught: Taught) -> Counting:
    return Counting(
        quantity=0, accrual=None, modality=None, rule="taught", odds=taught.odds(number.row)
    )


def weigh(cast: Sequence[Cast], share: float) -> Weights:
    """Return the weights of votes, leans and starts; ``share`` of the figures of news have no class."""
    votes, leans = list(Vote), list(Lean)
    size = (len(cast), len(CLASSES), len(votes) + len(leans) + len(CLASSES))
    columns, barred = np.zeros(size), np.full(size[:2], -1e9)
    for row, (table, open_) in enumerate(zip(columns, barred, strict=True)):
        _enter(cast[row].ballot, table, open_)
    gold = np.array([one.gold for one in cast])
    marks, shares = np.eye(len(CLASSES))[gold], _shares(gold, share)[:, None]
    pull = np.full(size[2], _VOTE_PENALTY)
    pull[-len(CLASSES) :] = _START_PENALTY

    def loss(flat: Floats) -> tuple[float, Floats]:
        chances, surprise = _softmax(columns @ flat + barred, marks)
        off = (chances - marks) * shares
        slope = np.einsum("nc,ncv->v", off, columns) + 2 * pull * flat
        return float((surprise * shares[:, 0]).sum() + (pull * flat**2).sum()), slope

    flat = descend(loss, np.zeros(size[2]), _VOTE_STEPS).tolist()
    kinds = len(votes) + len(leans)
    return Weights(
        vote=dict(zip(votes, flat, strict=False)),
        lean=dict(zip(leans, flat[len(votes) :], strict=False)),
        start=dict(zip(CLASSES[1:], flat[kinds + 1 :], strict=True)),
    )


def _enter(ballot: Ballot, table: Floats, barred: Floats) -> None:
    """Enter a ballot into its table (C, votes and leans and starts), where ``barred`` (C) opens its classes."""
    votes, leans = list(Vote), list(Lean)
    barred[0] = 0.0
    for lean, size in ballot.leans.items():
        table[0, len(votes) + leans.index(lean)] = size
    for name, given in ballot.votes:
        at = CLASSES.index(name)
        barred[at] = 0.0
        table[at, len(votes) + len(leans) + at] = 1.0
        for vote, size in given.items():
            table[at, votes.index(vote)] = size


def _shares(gold: NDArray[np.int64], share: float) -> Floats:
    """Return the share of each figure in the loss, those without a class with ``share`` of all."""
    none = (gold == 0).mean()
    given = np.where(gold == 0, share / none, (1 - share) / (1 - none))
    return np.asarray(given / given.sum(), dtype=np.float64)


def in_folds(reads: Sequence[Read], folds: int) -> list[tuple[Cast, ...]]:
    """Return the ballots of unseen texts fold by fold, each with odds that its stories did not teach."""
    stories = sorted({one.text.story for one in reads if is_unseen(one.text)})
    random.Random(_SEED).shuffle(stories)  # noqa: S311 - no secret
    found = []
    for fold in range(folds):
        held = set(stories[fold::folds])
        taught = teach([one for one in reads if one.text.story not in held])
        found.append(tuple(casts([one for one in reads if one.text.story in held], taught)))
    return found


def filled(cast: Sequence[Cast], weights: Weights) -> tuple[int, int, int]:
    """Count the figures that are given a class, those given their own, and those that have none."""
    best = [(one.gold, one.ballot.best(weights)) for one in cast]
    named = [(gold, CLASSES.index(name)) for gold, name in best if name]
    return len(named), sum(g == n for g, n in named), sum(g == 0 for g, _ in named)


def store(taught: Taught, path: Path) -> None:
    """Write the odds as 8-bit numbers with one scale a class."""
    scales = np.abs(taught.weights).max(axis=0) / _LARGEST
    np.savez_compressed(
        path,
        codes=np.rint(taught.weights / scales).astype(np.int8),
        scales=scales.astype(np.float32),
        starts=taught.starts.astype(np.float32),
        classes=np.array(CLASSES),
    )


def as_toml(weights: Weights) -> str:
    """Write what votes and leans weigh as the package reads it."""
    lines = ["# Taught by training/befell.py on the project's own annotated texts."]
    for name, table in (("vote", weights.vote), ("lean", weights.lean), ("start", weights.start)):
        lines += ["", f"[{name}]", *(f"{key} = {value:.2f}" for key, value in table.items())]
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--share", type=float, default=1.0, help="of the texts for counts alone")
    options = parser.parse_args()
    network = shipped_network()
    counted = list(read_texts(COUNTS))
    texts = [text for text in read_texts() if split_of(text.story) == "train"]
    kept = counted[: round(len(counted) * options.share)]
    reads = [read(network, text) for text in (*texts, *kept)]
    held = in_folds(reads, options.folds)
    counts = np.sum(
        [filled(fold, weigh(_but(held, fold), _SHARE_OF_NONE)) for fold in held], axis=0
    )
    print(
        f"{sum(map(len, held))} figures of which rules find nothing, in folds by story: {counts[0]} are given "
        f"a class, {counts[1]} their own, {counts[2]} that have none"
    )
    store(teach(reads), FOLDER / FILE)
    weights = weigh([one for fold in held for one in fold], _SHARE_OF_NONE)
    VOTES.write_text(as_toml(weights), encoding="utf-8")


def _but(folds: Sequence[Sequence[Cast]], held: Sequence[Cast]) -> list[Cast]:
    return [one for fold in folds if fold is not held for one in fold]


if __name__ == "__main__":
    main()
