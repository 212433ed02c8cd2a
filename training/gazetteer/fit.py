"""Fit the ranker on names that free texts settle: ``python -m training.gazetteer.fit SHARED``.

A log-linear choice with "none of these", pulled towards the weights set by hand. What a name's
neighbours mean is taken from the choice of the round before. Documents are kept whole in five
folds, which say how sure the ranker may be: their best temperature divides the weights.
"""

import argparse
import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from sayso.language.core.network import shipped_network
from sayso.places.atlas import Atlas
from sayso.places.features import COLUMNS, Table, make_table
from sayso.places.ranking import WEIGHTS, Weights, features, rank
from training.gazetteer.labelled import Example, example, texts, with_strangers

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

FOLDS = 5
_ROUNDS = 2
# Towards the weights set by hand, a unit squared: what a text says of a name at all, it says of small
# towns and of those in far countries, so that the settled names are no fair sample of all.
_PULL = 0.02
_SEED = 7
_TEMPERATURES = (0.6, 0.7, 0.8, 0.9, 1.0, 1.15, 1.3, 1.5, 1.8, 2.2)
# Set by hand before anything was fitted; the pull is towards these.
BY_HAND = {
    "population": 1.0, "country": 3.0, "area": 0.5, "district": -1.0, "region": 2.0,
    "alternate": -1.0, "short": -0.7, "people": -0.3, "loose": -1.5, "largest": 0.5, "rank": -1.0,
    "capital": 1.0, "inside": 5.0, "not_inside": -3.0, "holds": 2.0, "country_said": 1.5,
    "area_said": 1.5, "same_country": 2.0, "near": 2.0, "near_dateline": 1.5, "near_home": 3.0,
    "home_country": 2.0,
}  # fmt: skip
_NO_MATCH_BY_HAND = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One settled name: rows of features, which of them are right; none is a right answer too."""

    rows: "Floats"
    right: tuple[int, ...]


def questions(example_: Example, table: Table, weights: Weights) -> list[Question]:
    """Return the settled names of a document, as its other names are understood by ``weights``."""
    rows = features(table, rank(table, weights))
    found = []
    for number, right in example_.right.items():
        (places,) = np.nonzero(table.group == number)
        found.append(Question(rows=rows[places], right=tuple(sorted(right))))
    return found


def loss(vector: "Floats", asked: Sequence[Question]) -> tuple[float, "Floats"]:
    """Return the mean negative log probability of the right answers, and its slope."""
    total, slope = 0.0, np.zeros_like(vector)
    for question in asked:
        scores = np.append(question.rows @ vector[:-1], vector[-1])
        shares = np.exp(scores - scores.max())
        shares /= shares.sum()
        right = list(question.right) or [len(scores) - 1]
        mass = max(float(shares[right].sum()), 1e-12)
        total -= np.log(mass)
        wanted = np.zeros_like(shares)
        wanted[right] = shares[right] / mass
        difference = shares - wanted
        slope[:-1] += difference[:-1] @ question.rows
        slope[-1] += difference[-1]
    return total / len(asked), slope / len(asked)


def fit(examples: Sequence[Example], tables: Sequence[Table]) -> "Floats":
    from scipy.optimize import minimize  # type: ignore[import-untyped]  # noqa: PLC0415

    start = np.array([*(BY_HAND[name] for name in COLUMNS), _NO_MATCH_BY_HAND])
    vector = start
    for _ in range(_ROUNDS):
        weights = _weights(vector)
        asked = [q for e, t in zip(examples, tables, strict=True) for q in questions(e, t, weights)]

        def objective(at: "Floats", asked: list[Question] = asked) -> tuple[float, "Floats"]:
            value, slope = loss(at, asked)
            return value + _PULL * float(((at - start) ** 2).sum()), slope + 2 * _PULL * (
                at - start
            )

        vector = minimize(objective, vector, jac=True, method="L-BFGS-B").x
    return vector


def _weights(vector: "Floats") -> Weights:
    return Weights(columns=vector[:-1], no_match=float(vector[-1]))


def accuracy(asked: Sequence[Question], vector: "Floats") -> float:
    good = 0
    for question in asked:
        scores = np.append(question.rows @ vector[:-1], vector[-1])
        best = int(scores.argmax())
        good += best in question.right if question.right else best == len(scores) - 1
    return good / len(asked)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--target", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    rng = random.Random(_SEED)  # noqa: S311 - draws examples, guards nothing
    atlas = Atlas.load()
    examples = [
        with_strangers(one, atlas, rng) for one in read_examples(options.shared, atlas, rng)
    ]
    tables = [make_table(e.names, e.insides) for e in examples]
    held: list[tuple[Question, Floats]] = []
    for fold in range(FOLDS):
        inside = [n for n in range(len(examples)) if n % FOLDS != fold]
        vector = fit([examples[n] for n in inside], [tables[n] for n in inside])
        asked = [
            q
            for n in range(fold, len(examples), FOLDS)
            for q in questions(examples[n], tables[n], _weights(vector))
        ]
        print(f"fold {fold}: {len(asked)} names, right .{accuracy(asked, vector) * 1000:03.0f}")
        held += [(q, vector) for q in asked]
    temperature = min(_TEMPERATURES, key=lambda t: sum(loss(v / t, [q])[0] for q, v in held))
    vector = fit(examples, tables) / temperature
    print(f"temperature {temperature}")
    stored = {
        "columns": {name: round(float(v), 3) for name, v in zip(COLUMNS, vector[:-1], strict=True)},
        "no_match": round(float(vector[-1]), 3),
    }
    options.target.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(stored, indent=1))


def read_examples(shared: Path, atlas: Atlas, rng: random.Random) -> list[Example]:
    core = shipped_network()
    found = [example(name, text, core, atlas, rng) for name, text in texts(shared)]
    examples = [one for one in found if one is not None]
    settled = sum(len(one.right) for one in examples)
    print(f"{len(examples)} texts, {settled} settled names")
    return examples


if __name__ == "__main__":
    main()
