"""Teach what each sign of inference is worth, from pairs of sentences with a label.

    python -m training.inference DIRECTORY

DIRECTORY holds ``NewsNLI_dev.jsonl`` and ``RTE_dev.jsonl``, which are no part of the project: six
numbers are drawn from them and none of their words. Prints how often unseen pairs are right, in ten
folds in which no premise is on both sides, and the weights of all pairs, as the package ships them.
"""

import argparse
import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.story.inference.infer import Weights
from sayso.story.inference.signs import Signs, read_signs
from training.pairs import ENTAILMENT, PairReader, Row, read_rows

SETS = ("NewsNLI", "RTE")
FOLDS = 10
# Pull towards nothing, on signs of unit spread: some hundred pairs must not trust a rare sign.
_PENALTY = 10.0
_STEPS = 20
_NAMES = tuple(field.name for field in fields(Signs))

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """The signs of one pair, and whether its hypothesis follows; pairs of one premise stay together."""

    premise: str
    signs: Signs
    follows: bool

    @property
    def fold(self) -> int:
        return int(hashlib.sha256(self.premise.encode()).hexdigest(), 16) % FOLDS


def example(row: Row, reader: PairReader) -> Example:
    """Measure one pair."""
    premise, hypothesis = reader.passage(row.premise), reader.passage(row.hypothesis)
    signs = read_signs(premise, hypothesis, vectors=reader.vectors)
    return Example(premise=row.premise, signs=signs, follows=row.label == ENTAILMENT)


def teach(examples: Sequence[Example]) -> Weights:
    """Return the weights that fit examples best: logistic regression with a ridge, by Newton's steps."""
    measured = np.array([astuple(example.signs) for example in examples], dtype=np.float64)
    mean, spread = measured.mean(axis=0), measured.std(axis=0)
    spread[spread == 0] = 1.0
    columns = np.hstack([np.ones((len(examples), 1)), (measured - mean) / spread])
    worth = _fit(columns, np.array([float(example.follows) for example in examples]))
    signs = worth[1:] / spread
    return Weights(
        start=float(worth[0] - signs @ mean),
        signs={name: float(one) for name, one in zip(_NAMES, signs, strict=True)},
    )


def _fit(columns: Floats, follows: Floats) -> Floats:
    penalty = np.diag([0.0, *[_PENALTY] * (columns.shape[1] - 1)])
    worth: Floats = np.zeros(columns.shape[1])
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-(columns @ worth)))
        slope = columns.T @ (follows - chance) - penalty @ worth
        bend = (columns * (chance * (1 - chance))[:, None]).T @ columns + penalty
        worth = worth + np.linalg.solve(bend, slope)
    return worth


def in_folds(examples: Sequence[Example]) -> tuple[Weights, ...]:
    """Return for each example the weights taught without its fold."""
    folds = {example.fold for example in examples}
    without = {fold: teach([e for e in examples if e.fold != fold]) for fold in folds}
    return tuple(without[example.fold] for example in examples)


def digest(ids: Iterable[str]) -> str:
    """Return what tells one set of pairs from another."""
    return hashlib.sha256("\n".join(sorted(ids)).encode()).hexdigest()[:16]


def _print_weights(weights: Weights, taught: dict[str, str]) -> None:
    print(f"start = {weights.start:.3f}\n\n[signs]")
    for name, worth in weights.signs.items():
        print(f"{name} = {worth:.3f}")
    print("\n[taught]")
    for name, ids in taught.items():
        print(f'{name} = "{ids}"')


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("directory", type=Path)
    directory = parser.parse_args().directory
    reader, examples, taught = PairReader(), list[Example](), dict[str, str]()
    for name in SETS:
        rows = read_rows(directory / f"{name}_dev.jsonl")
        taught[name] = digest(row.id for row in rows)
        examples += [example(row, reader) for row in rows]
    right = [
        (weights.probability(one.signs) >= 0.5) is one.follows  # noqa: PLR2004 - even odds
        for one, weights in zip(examples, in_folds(examples), strict=True)
    ]
    print(json.dumps({"pairs": len(right), "right_in_folds": round(sum(right) / len(right), 4)}))
    _print_weights(teach(examples), taught)


if __name__ == "__main__":
    main()
