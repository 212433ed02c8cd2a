"""Inference proper: entailed, open or contradicted, with the odds and the signs that led to it."""

import math
import tomllib
from collections.abc import Mapping
from dataclasses import asdict
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from sayso.frozen import dataclass
from sayso.language.vectors import Vectors
from sayso.story.inference.frames import Outcome, infer_in_frame
from sayso.story.inference.numbers import Fit, fit_figure
from sayso.story.inference.passage import Passage
from sayso.story.inference.signs import Signs, read_signs

_EVEN = 0.5
# Another number of the same thing, or a negation, contradicts only where all else is said again.
_SAID_AGAIN = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What each sign is worth, in log-odds."""

    start: float
    signs: Mapping[str, float]

    def probability(self, signs: Signs) -> float:
        """Return how probable it is that readers let the hypothesis follow."""
        measured = asdict(signs)
        odds = self.start + sum(worth * measured[name] for name, worth in self.signs.items())
        return 1 / (1 + math.exp(-odds))


@dataclass(frozen=True, slots=True, kw_only=True)
class Inference:
    """What follows for a hypothesis, by which rule; ``probability`` is 0 or 1 where no signs are weighed."""

    outcome: Outcome
    probability: float
    rule: str
    signs: Signs | None = None


def infer(
    premise: Passage, hypothesis: Passage, *, vectors: Vectors, weights: Weights | None = None
) -> Inference:
    """Say whether a hypothesis follows from a premise that tells of the same matter.

    Where both are the same but for numbers, arithmetic decides; else the signs, weighed.
    """
    in_frame = infer_in_frame(premise.text, hypothesis.text)
    if in_frame is not None:
        certain = float(in_frame is Outcome.ENTAILED)
        return Inference(outcome=in_frame, probability=certain, rule="inference.same_frame")
    signs = read_signs(premise, hypothesis, vectors=vectors)
    probability = (weights or shipped_weights()).probability(signs)
    rule = _turned(premise, hypothesis) if signs.overlap >= _SAID_AGAIN else None
    if rule is not None:
        outcome = Outcome.CONTRADICTED
    else:
        outcome = Outcome.ENTAILED if probability >= _EVEN else Outcome.OPEN
    return Inference(
        outcome=outcome,
        probability=0.0 if rule else probability,
        rule=rule or "inference.weighed_signs",
        signs=signs,
    )


def _turned(premise: Passage, hypothesis: Passage) -> str | None:
    """Return by which rule a hypothesis that says all else again is contradicted, if it is."""
    if any(fit_figure(one, premise.figures) is Fit.EXCLUDED for one in hypothesis.figures):
        return "inference.other_number"
    return "inference.negation" if premise.negated is not hypothesis.negated else None


def shipped_weights() -> Weights:
    """Return the weights that come with the package; ``weights.toml`` says how they were taught."""
    table = _shipped()
    return Weights(start=table["start"], signs=MappingProxyType(dict(table["signs"])))


@cache
def _shipped() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("weights.toml").read_text(encoding="utf-8"))
