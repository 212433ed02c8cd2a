"""Teach whether a bare weekday, day or month lies before or after the day of writing.

    python -m training.timex_lean [--folds N]

Reads the project's own annotated corpus alone, prints how often the direction is right in folds by
story, and writes the weights that the package ships.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from sayso.dates import DayInterval
from sayso.language.analysis import Timex
from sayso.language.timex_expressions import Phrase, Sign, Signs
from sayso.language.timex_lean import WEIGHTS, Kind, nearness
from sayso.language.timexes import find_phrases, value_phrases
from training.corpus.read import read_texts
from training.corpus.records import GoldText

_DAY = len("2026-01-31")
# Pull towards the beliefs below: with a thousand examples a rare sign or kind must not decide alone,
# and most news looks back more than the corpus does.
_PENALTY = 3.0
_START = -1.0
# Of the bare weekdays of the corpus a quarter lie ahead, of those of wire news hardly a tenth: the
# odds are set back by about the ratio of both.
_RARER_AHEAD = {Kind.WEEKDAY: 1.0}
_START_OF_QUARTERS = -3.0  # reports tell of a quarter that is over
_NEARNESS = 1.0
_TOWARD = {Sign.TOWARD_PAST: -2.0, Sign.TOWARD_FUTURE: 2.0, Sign.POSSESSIVE: -1.0}
_STEPS = 30

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One expression that two days fit; ``ahead`` says which of them the annotators chose."""

    story: str
    kind: Kind
    signs: Signs
    past: int
    future: int
    ahead: bool


@dataclass(slots=True)
class Always:
    """A choice that always goes one way and keeps what it was asked."""

    ahead: bool
    kind: Kind | None = None
    past: int = 0
    future: int = 0

    def __call__(self, kind: Kind, signs: Signs, *, past: int, future: int) -> bool:
        del signs
        self.kind, self.past, self.future = kind, past, future
        return self.ahead


def examples_of(text: GoldText) -> Iterator[Example]:
    """Yield the undirected expressions of a text whose annotated value is one of the two days."""
    published = DayInterval.day(date.fromisoformat((text.date or text.head["published"])[:_DAY]))
    phrases = find_phrases(text.text)
    gold = {timex.span: timex.value for timex in text.timexes}
    valued = value_phrases(phrases, published=published)
    for phrase, before in zip(phrases, (None, *valued), strict=False):
        value = gold.get(phrase.span)
        if value is not None:
            signs = phrase.signs | _of_previous(before, published)
            yield from _example(text.story, phrase, signs, value, published)


def _of_previous(before: Timex | None, published: DayInterval) -> Signs:
    lo = before.interval.lo if before and before.interval else None
    return (
        frozenset({Sign.PREVIOUS_AHEAD})
        if lo and published.lo and lo > published.lo
        else frozenset()
    )


def _example(
    story: str, phrase: Phrase, signs: Signs, value: str, published: DayInterval
) -> Iterator[Example]:
    back, on = Always(ahead=False), Always(ahead=True)
    ((past,), (future,)) = (
        value_phrases((phrase,), published=published, lean=lean) for lean in (back, on)
    )
    if back.kind is None or not past.value or not future.value:
        return
    days = [one[:_DAY].split("T")[0] for one in (past.value, future.value)]
    chosen = value[:_DAY].split("T", maxsplit=1)[0]
    if days[0] != days[1] and chosen in days:
        yield Example(
            story=story, kind=back.kind, signs=signs, past=back.past, future=back.future,
            ahead=chosen == days[1],
        )  # fmt: skip


def columns(examples: Sequence[Example]) -> Floats:
    """Return a row for each example: a start and a nearness for each kind, and the signs."""
    kinds, signs = list(Kind), list(Sign)
    rows = np.zeros((len(examples), 2 * len(kinds) + len(signs)))
    for row, example in zip(rows, examples, strict=True):
        at = kinds.index(example.kind)
        row[at] = 1
        row[len(kinds) + at] = nearness(example.past, example.future)
        for sign in example.signs:
            row[2 * len(kinds) + signs.index(sign)] = 1
    return rows


def beliefs() -> Floats:
    """Return what is held before any example: most times lie back, near days are likelier."""
    starts = [_START_OF_QUARTERS if kind is Kind.QUARTER else _START for kind in Kind]
    signs = [_TOWARD.get(sign, 0.0) for sign in Sign]
    return np.array([*starts, *(_NEARNESS for _ in Kind), *signs])


def fit(examples: Sequence[Example]) -> Floats:
    """Return the weights of a logistic regression, by Newton's steps."""
    rows = columns(examples)
    ahead = np.array([float(example.ahead) for example in examples])
    believed = beliefs()
    weights = believed.copy()
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (ahead - chance) - _PENALTY * (weights - believed)
        curve = (rows.T * (chance * (1 - chance))) @ rows + _PENALTY * np.eye(len(weights))
        weights += np.linalg.solve(curve, slope)
    return weights


def rebased(weights: Floats) -> Floats:
    """Return the weights for news that looks ahead less often than the corpus."""
    shift = [_RARER_AHEAD.get(kind, 0.0) for kind in Kind]
    rest = [0.0] * (len(weights) - len(shift))
    return np.subtract(weights, [*shift, *rest])


def right(weights: Floats, examples: Sequence[Example]) -> int:
    """Count the examples whose direction the weights tell rightly."""
    chosen = columns(examples) @ weights > 0
    return sum(a == bool(b) for a, b in zip(chosen, (e.ahead for e in examples), strict=True))


def in_folds(examples: Sequence[Example], folds: int) -> float:
    """Return the share of right directions, each story told by weights that never saw it."""
    stories = sorted({example.story for example in examples})
    edges = [round(len(stories) * i / folds) for i in range(folds + 1)]
    found = 0
    for first, last in pairwise(edges):
        held = set(stories[first:last])
        weights = fit([e for e in examples if e.story not in held])
        found += right(weights, [e for e in examples if e.story in held])
    return found / len(examples)


def as_toml(weights: Floats) -> str:
    """Write the weights as the package reads them."""
    kinds, signs = list(Kind), list(Sign)
    parts = {
        "start": dict(zip(kinds, weights[: len(kinds)], strict=True)),
        "nearness": dict(zip(kinds, weights[len(kinds) : 2 * len(kinds)], strict=True)),
        "sign": dict(zip(signs, weights[2 * len(kinds) :], strict=True)),
    }
    lines = ["# Taught by training/timex_lean.py on the project's own annotated corpus."]
    for name, table in parts.items():
        lines += ["", f"[{name}]", *(f"{key} = {value:.2f}" for key, value in table.items())]
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folds", type=int, default=10)
    options = parser.parse_args()
    examples = [example for text in read_texts() for example in examples_of(text)]
    for kind in Kind:
        of_kind = [example for example in examples if example.kind is kind]
        print(f"{kind:8} {len(of_kind):5} examples, {sum(e.ahead for e in of_kind)} ahead")
    print(f"direction right in folds by story: {in_folds(examples, options.folds):.1%}")
    weights = fit(examples)
    print(f"right on what it was taught: {right(weights, examples) / len(examples):.1%}")
    WEIGHTS.write_text(as_toml(rebased(weights)), encoding="utf-8")


if __name__ == "__main__":
    main()
