"""Which candidate a name means: a log-linear choice, made anew as the other names get clear."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from sayso.frozen import dataclass
from sayso.places.features import COLUMNS, SHARED, Table, shared_features

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

WEIGHTS = Path(__file__).parent / "data" / "weights.json"
ROUNDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What each column is worth, and what "none of these" is worth."""

    columns: "Floats"
    no_match: float

    @classmethod
    def load(cls, path: Path = WEIGHTS) -> "Weights":
        stored = json.loads(path.read_text(encoding="utf-8"))
        columns = np.array([stored["columns"][name] for name in COLUMNS])
        return cls(columns=columns, no_match=stored["no_match"])


def rank(table: Table, weights: Weights) -> "Floats":
    """Return the probability of each candidate; what a name lacks to one is that of no match."""
    belief = _softmax(table, _score(table, np.zeros((len(table), len(SHARED))), weights), weights)
    for _ in range(ROUNDS):
        belief = _softmax(table, _score(table, shared_features(table, belief), weights), weights)
    return belief


def features(table: Table, belief: "Floats") -> "Floats":
    return np.hstack([table.fixed, shared_features(table, belief)])


def _score(table: Table, shared: "Floats", weights: Weights) -> "Floats":
    scores: Floats = np.hstack([table.fixed, shared]) @ weights.columns
    return scores


def _softmax(table: Table, scores: "Floats", weights: Weights) -> "Floats":
    """Turn scores into probabilities within each name; an outlet's place has no "no match"."""
    groups = len(table.names)
    top = np.full(groups, weights.no_match)
    np.maximum.at(top, table.group, scores)
    parts = np.exp(scores - top[table.group])
    sums = np.exp(weights.no_match - top)
    np.add.at(sums, table.group, parts)
    belief: Floats = parts / sums[table.group]
    return belief
