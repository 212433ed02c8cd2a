"""Teach what each sign of inference is worth, from the project's own pairs of sentences.

    python -m training.inference [PAIRS]

Reads ``training/inference_pairs.tsv``, unless told otherwise, and writes the weights that the package
ships. Prints how often unseen pairs are right: in ten folds in which no story is on both sides, the
pull of the weights being chosen anew in folds of those that teach.
"""

import argparse
import hashlib
import json
from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields
from importlib.resources import files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.story.inference.infer import Weights
from sayso.story.inference.signs import Signs, read_signs
from training.pairs import ENTAILMENT, OWN_PAIRS, OwnPair, PairReader, read_own_pairs

FOLDS = 10
# Pulls towards nothing to choose from, on signs of unit spread; the strongest of equals is taken.
PENALTIES = (30.0, 10.0, 3.0, 1.0)
_STEPS = 20
_EVEN = 0.5
_NAMES = tuple(field.name for field in fields(Signs))

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """The signs of one pair, and whether its hypothesis follows; pairs of one story stay together."""

    story: str
    signs: Signs
    follows: bool

    @property
    def fold(self) -> int:
        return int(hashlib.sha256(self.story.encode()).hexdigest(), 16) % FOLDS


def example(pair: OwnPair, reader: PairReader) -> Example:
    """Measure one pair."""
    premise, hypothesis = (reader.passage(text) for text in (pair.premise, pair.hypothesis))
    signs = read_signs(premise, hypothesis, vectors=reader.vectors)
    return Example(story=pair.story, signs=signs, follows=pair.label == ENTAILMENT)


def teach(examples: Sequence[Example]) -> Weights:
    """Return the weights that fit examples best, under the pull that does best in folds of them."""
    return fit(examples, penalty=chosen_penalty(examples))


def chosen_penalty(examples: Sequence[Example]) -> float:
    """Return under which pull pairs of the other folds are least surprising."""
    return min(PENALTIES, key=lambda penalty: _surprise(examples, penalty))


def _surprise(examples: Sequence[Example], penalty: float) -> float:
    surprise = 0.0
    for fold in {example.fold for example in examples}:
        weights = fit([e for e in examples if e.fold != fold], penalty=penalty)
        for one in (e for e in examples if e.fold == fold):
            chance = weights.probability(one.signs)
            surprise -= float(np.log(chance if one.follows else 1 - chance))
    return surprise


def fit(examples: Sequence[Example], *, penalty: float) -> Weights:
    """Return the weights of a logistic regression with a ridge, by Newton's steps."""
    measured = np.array([astuple(example.signs) for example in examples], dtype=np.float64)
    mean, spread = measured.mean(axis=0), measured.std(axis=0)
    spread[spread == 0] = 1.0
    columns = np.hstack([np.ones((len(examples), 1)), (measured - mean) / spread])
    worth = _fit(columns, np.array([float(example.follows) for example in examples]), penalty)
    signs = worth[1:] / spread
    return Weights(
        start=float(worth[0] - signs @ mean),
        signs={name: float(one) for name, one in zip(_NAMES, signs, strict=True)},
    )


def _fit(columns: Floats, follows: Floats, penalty: float) -> Floats:
    ridge = np.diag([0.0, *[penalty] * (columns.shape[1] - 1)])
    worth: Floats = np.zeros(columns.shape[1])
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-(columns @ worth)))
        slope = columns.T @ (follows - chance) - ridge @ worth
        bend = (columns * (chance * (1 - chance))[:, None]).T @ columns + ridge
        worth = worth + np.linalg.solve(bend, slope)
    return worth


def in_folds(examples: Sequence[Example]) -> tuple[Weights, ...]:
    """Return for each example the weights taught without its fold."""
    folds = {example.fold for example in examples}
    without = {fold: teach([e for e in examples if e.fold != fold]) for fold in folds}
    return tuple(without[example.fold] for example in examples)


def right_in_folds(examples: Sequence[Example]) -> float:
    """Return the share of examples that weights taught without them get right."""
    right = [
        (weights.probability(one.signs) >= _EVEN) is one.follows
        for one, weights in zip(examples, in_folds(examples), strict=True)
    ]
    return sum(right) / len(right)


def digest(pairs: Path) -> str:
    """Return what tells one state of the pairs from another, however its lines end."""
    return hashlib.sha256(pairs.read_text(encoding="utf-8").encode()).hexdigest()[:16]


def as_toml(weights: Weights, *, pairs: Path) -> str:
    """Write weights as the package reads them, with the state of the pairs that taught them."""
    worth = [f"{name} = {one:.3f}" for name, one in weights.signs.items()]
    return "\n".join(
        (
            "# What each sign of inference is worth, in log-odds. Taught by training/inference.py on the",
            "# project's own pairs of sentences alone (training/inference_pairs.tsv).",
            "",
            f'taught = "{digest(pairs)}"',
            f"start = {weights.start:.3f}",
            "",
            "[signs]",
            *worth,
            "",
        )
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("pairs", type=Path, nargs="?", default=OWN_PAIRS)
    path: Path = parser.parse_args().pairs
    reader, pairs = PairReader(), read_own_pairs(path)
    examples = [example(pair, reader) for pair in pairs]
    told = {
        "pairs": len(pairs),
        "stories": len({pair.story for pair in pairs}),
        "right_in_folds": round(right_in_folds(examples), 4),
        "penalty": chosen_penalty(examples),
    }
    print(json.dumps(told))
    shipped = Path(str(files("sayso.story.inference").joinpath("weights.toml")))
    shipped.write_text(as_toml(teach(examples), pairs=path), encoding="utf-8")


if __name__ == "__main__":
    main()
