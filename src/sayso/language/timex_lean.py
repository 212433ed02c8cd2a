"""Whether a bare weekday, day or month lies before or after the day of writing: a learned weighing.

A logistic regression over the signs of its clause and over how far off both days are. Its weights
are taught by ``training/timex_lean.py`` and lie in ``timex_lean.toml``.
"""

import math
import tomllib
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Protocol

from sayso.frozen import dataclass
from sayso.language.timex_expressions import Sign, Signs

_DECIDES = frozenset({Sign.TOWARD_FUTURE, Sign.WILL})
WEIGHTS = Path(__file__).with_name("timex_lean.toml")


class Kind(StrEnum):
    """What sort of time lacks its direction: each leans its own way."""

    WEEKDAY = "weekday"
    DAY = "day"  # a day of a month, with or without the month
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HOLIDAY = "holiday"


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """The logit of "ahead": a start for each kind, a weight for each sign and for nearness.

    ``nearness`` weighs the logarithm of how many times farther back the past day lies than the
    day ahead.
    """

    start: Mapping[Kind, float]
    nearness: Mapping[Kind, float]
    sign: Mapping[Sign, float]


class Lean(Protocol):
    """Tells whether the day ahead is meant."""

    def __call__(self, kind: Kind, signs: Signs, *, past: int, future: int) -> bool: ...


def lies_ahead(kind: Kind, signs: Signs, *, past: int, future: int) -> bool:
    """Say whether the day ``future`` days ahead is meant rather than the one ``past`` days back.

    What "will" governs lies ahead, however near the past day is.
    """
    if signs >= _DECIDES:
        return True
    return logit(read_weights(), kind, signs, past=past, future=future) > 0


def onward(kind: Kind, signs: Signs, *, past: int, future: int) -> bool:
    """Say that the day ahead is meant: a story goes on from the date that it mentioned last."""
    del kind, signs, past, future
    return True


def logit(weights: Weights, kind: Kind, signs: Signs, *, past: int, future: int) -> float:
    shown = sum(weights.sign.get(sign, 0.0) for sign in signs)
    return weights.start[kind] + shown + weights.nearness[kind] * nearness(past, future)


def nearness(past: int, future: int) -> float:
    return math.log(max(past, 1) / max(future, 1))


@cache
def read_weights(path: Path = WEIGHTS) -> Weights:
    """Return the weights of a file, read at the first use."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return Weights(
        start={Kind(name): value for name, value in table["start"].items()},
        nearness={Kind(name): value for name, value in table["nearness"].items()},
        sign={Sign(name): value for name, value in table["sign"].items()},
    )
