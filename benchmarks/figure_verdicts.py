"""Figures against each other: quantity inference on public pairs, and the cost of one more figure.

    python -m benchmarks.figure_verdicts DIRECTORY [pairs | cost | all] [--figures N]

DIRECTORY holds ``NewsNLI_dev.jsonl``, ``RTE_dev.jsonl``, ``stressTest_dev.jsonl`` and
``score_quantity.py`` (development sets are not part of the project); none of them taught the weights
of the signs (``training.inference``). Errors were read on half A only.
``words`` is the score of one threshold alone, the share of the hypothesis's words that the premise
must have too. Cost is processor time.
"""

import argparse
import hashlib
import json
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from sayso.dates import DayInterval
from sayso.evidence.figure import Accrual
from sayso.story.figures.describe import describe
from sayso.story.figures.index import FigureIndex
from sayso.story.figures.kinds import shipped_kinds
from sayso.story.figures.record import CountedFigure, NumberInterval, Place, Scope, Voice
from sayso.story.inference.frames import Outcome
from sayso.story.inference.infer import infer
from training.pairs import PairReader, Row, read_rows

_SETS = ("NewsNLI", "RTE", "stressTest")
_ENOUGH = 0.5  # share of the hypothesis's words; a premise may say more, and in other words
_FUNCTION_WORDS = frozenset(
    ["a", "an", "the", "of", "in", "on", "at", "to", "for", "from", "by", "with", "and", "or", "but", "is", "are", "was", "were", "be", "been", "has", "have", "had", "that", "this", "it", "its", "as", "than", "more", "less", "at", "least", "most", "about", "over", "under", "up", "not", "no", "s"]
)  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("directory", type=Path)
    parser.add_argument("what", nargs="?", default="all", choices=("pairs", "cost", "all"))
    parser.add_argument("--figures", type=int, default=200_000)
    arguments = parser.parse_args()
    if arguments.what in {"pairs", "all"}:
        print_pairs(arguments.directory)
    if arguments.what in {"cost", "all"}:
        print_cost(arguments.figures)


def print_pairs(directory: Path) -> None:
    """Score each set by its own scorer: the engine, and the words alone."""
    reader = PairReader()
    for name in _SETS:
        gold = directory / f"{name}_dev.jsonl"
        rows = read_rows(gold)
        labels = {row.label for row in rows}
        engine = [label(row.premise, row.hypothesis, reader, labels=labels) for row in rows]
        words = ["entailment" if covered(r.premise, r.hypothesis) else "neutral" for r in rows]
        most = Counter(row.label for row in rows).most_common(1)[0][1] / len(rows)
        print(
            f"{name}: {len(rows)} pairs, engine {_scored(directory, gold, rows, engine)}, "
            f"words {_scored(directory, gold, rows, words)}, most frequent label {100 * most:.1f}"
        )
        print_halves(rows, engine)


def print_halves(rows: Sequence[Row], labels: Sequence[str]) -> None:
    """Print the accuracy on the half that was read while building (A), and on the other (B)."""
    right: dict[str, list[bool]] = {"A": [], "B": []}
    for row, one in zip(rows, labels, strict=True):
        right[half(row.id)].append(row.label == one)
    print("  " + ", ".join(f"half {k}: {sum(v)} of {len(v)}" for k, v in right.items()))


def half(pair: str) -> str:
    return "AB"[hashlib.sha256(pair.encode()).digest()[-1] % 2]


def _scored(directory: Path, gold: Path, rows: Sequence[Row], labels: Sequence[str]) -> str:
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder) / "predicted.jsonl"
        lines = [json.dumps({"id": row.id, "label": one}) for row, one in zip(rows, labels, strict=True)]  # fmt: skip
        predicted.write_text("\n".join(lines), encoding="utf-8")
        command = [sys.executable, str(directory / "score_quantity.py"), "pairs", str(gold), str(predicted)]  # fmt: skip
        printed = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - the scorer named by the caller
    scores: Mapping[str, float] = json.loads(printed.stdout)
    return f"accuracy {scores['accuracy']} macro-F1 {scores['macro_F1']}"


_LABELS = {
    Outcome.ENTAILED: "entailment",
    Outcome.OPEN: "neutral",
    Outcome.CONTRADICTED: "contradiction",
}


def label(premise: str, hypothesis: str, reader: PairReader, *, labels: Container[str]) -> str:
    """Return the engine's label; a set without contradictions calls them neutral."""
    given, claimed = reader.passage(premise), reader.passage(hypothesis)
    named = _LABELS[infer(given, claimed, vectors=reader.vectors).outcome]
    return named if named in labels else "neutral"


def covered(premise: str, hypothesis: str) -> bool:
    """Say whether the premise has enough of the hypothesis's words."""
    ours, theirs = _stems(hypothesis), _stems(premise)
    return len(ours & theirs) >= _ENOUGH * len(ours)


def _stems(text: str) -> set[str]:
    words = ("".join(filter(str.isalpha, word)).lower() for word in text.split())
    return {word[:5] for word in words if word and word not in _FUNCTION_WORDS}


def print_cost(number: int) -> None:
    """Fill an index, then time documents of twenty figures more."""
    chance = random.Random(7)  # noqa: S311 - repeatable, not secret
    index = FigureIndex()
    begun = time.process_time()
    for at in range(number):
        index.add(_made(at, chance))
    filled = time.process_time() - begun
    times, compared = [], 0
    for document in range(50):
        added = [_made(number + 20 * document + n, chance) for n in range(20)]
        begun = time.process_time()
        compared += sum(len(index.add(figure)) for figure in added)
        times.append(time.process_time() - begun)
    times.sort()
    print(
        f"cost: {number} figures in {filled:.0f} s; a document of 20 figures more: "
        f"median {1000 * times[25]:.1f} ms, slowest {1000 * times[-1]:.1f} ms, {compared / 1000:.1f} verdicts a figure"
    )


_TABLE = shipped_kinds()
_COUNTED = tuple(
    describe(phrase, phrase.split()[-1], table=_TABLE)
    for phrase in ("people", "women", "children", "soldiers", "foreign fighters", "medics", "men")
)
_PREDICATES = ("killed", "injured", "held", "displaced", "arrested", "missing")
_PLACES = tuple(
    Place(name=f"town {town}", parents=(f"district {town % 40}", f"country {town % 4}"))
    for town in range(400)
) + tuple(Place(name=f"country {country}") for country in range(4))


def _made(at: int, chance: random.Random) -> CountedFigure:
    """Make a figure of five years' reporting on four countries."""
    best = Decimal(chance.randrange(1, 400))
    day = date(2031, 1, 1) + timedelta(days=chance.randrange(1_800))
    return CountedFigure(
        id=f"f{at}",
        document=f"d{at // 20}",
        number=NumberInterval(lo=best, hi=best, best=best),
        grounds=(),
        counted=chance.choice(_COUNTED),
        predicate=chance.choice(_PREDICATES),
        accrual=Accrual.CUMULATIVE,
        scope=Scope(place=chance.choice(_PLACES), as_of=DayInterval.day(day), as_of_stated=True),
        voice=Voice(claimant=f"body {at % 50}", origin=f"d{at // 20}"),
    )


if __name__ == "__main__":
    main()
