"""Figures against each other: quantity inference on public pairs, and the cost of one more figure.

    python -m benchmarks.figure_verdicts DIRECTORY [pairs | cost | all] [--figures N]

DIRECTORY holds ``NewsNLI_dev.jsonl``, ``RTE_dev.jsonl``, ``stressTest_dev.jsonl`` and
``score_quantity.py`` (development sets are not part of the project). In these sets a premise and a
hypothesis tell of one matter, so that predicate, event and day are taken as equal; the number layer,
the set algebra and the rules do the rest. Beside the numbers stands one threshold, the share of the
hypothesis's words that the premise must have too, fixed for all sets. ``words`` is the score of that
threshold alone. Cost is processor time.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from sayso.dates import DayInterval
from sayso.evidence.figure import Accrual, Figure
from sayso.language.analysis import Modifier
from sayso.language.quantities import find_quantities
from sayso.story.figures.compare import compare
from sayso.story.figures.describe import describe
from sayso.story.figures.from_evidence import FigureSource, counted_figure
from sayso.story.figures.index import FigureIndex
from sayso.story.figures.intervals import holds, meet
from sayso.story.figures.kinds import shipped_kinds
from sayso.story.figures.record import (
    CountedFigure,
    CountedSet,
    NumberInterval,
    Place,
    Scope,
    Voice,
)
from sayso.story.figures.verdict import Reason, Relation, Verdict

_SETS = ("NewsNLI", "RTE", "stressTest")
_DAY = DayInterval.day(date(2031, 1, 1))
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
        for name in _SETS:
            print_pairs(arguments.directory, name)
    if arguments.what in {"cost", "all"}:
        print_cost(arguments.figures)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One pair of a set, with its label."""

    id: str
    premise: str
    hypothesis: str
    label: str


def print_pairs(directory: Path, name: str) -> None:
    """Score one set by its own scorer: the engine, and the words alone."""
    gold = directory / f"{name}_dev.jsonl"
    lines = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    rows = [Row(**{key: line[key] for key in ("id", "premise", "hypothesis", "label")}) for line in lines]  # fmt: skip
    three = {row.label for row in rows} > {"entailment", "neutral"}
    engine = [label(row.premise, row.hypothesis, contradicts=three) for row in rows]
    words = ["entailment" if covered(r.premise, r.hypothesis) else "neutral" for r in rows]
    most = Counter(row.label for row in rows).most_common(1)[0][1] / len(rows)
    print(
        f"{name}: {len(rows)} pairs, engine {_scored(directory, gold, rows, engine)}, "
        f"words {_scored(directory, gold, rows, words)}, most frequent label {100 * most:.1f}"
    )


def _scored(directory: Path, gold: Path, rows: Sequence[Row], labels: Sequence[str]) -> str:
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder) / "predicted.jsonl"
        lines = [json.dumps({"id": row.id, "label": one}) for row, one in zip(rows, labels, strict=True)]  # fmt: skip
        predicted.write_text("\n".join(lines), encoding="utf-8")
        command = [sys.executable, str(directory / "score_quantity.py"), "pairs", str(gold), str(predicted)]  # fmt: skip
        printed = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - the scorer named by the caller
    scores: Mapping[str, float] = json.loads(printed.stdout)
    return f"accuracy {scores['accuracy']} macro-F1 {scores['macro_F1']}"


def label(premise: str, hypothesis: str, *, contradicts: bool) -> str:
    """Say whether the figures of a hypothesis follow from those of its premise."""
    given, claimed = figures_of(premise, "premise"), figures_of(hypothesis, "hypothesis")
    supported = [support(one, _matches(at, claimed, given)) for at, one in enumerate(claimed)]
    if contradicts and False in supported:
        return "contradiction"
    follows = all(one is True for one in supported) and covered(premise, hypothesis)
    return "entailment" if follows else "neutral"


def figures_of(text: str, document: str) -> tuple[CountedFigure, ...]:
    """Return the figures of a sentence that is known to tell of one matter on one day."""
    source = FigureSource(document=document, text=text, written=_DAY, origin=document, event="pair")
    told = (
        Figure(
            id=f"{document}-{at}",
            quantity=quantity,
            predicate="told",
            predicate_span=quantity.number,
        )
        for at, quantity in enumerate(find_quantities(text))
    )
    return tuple(_exact(counted_figure(figure, source)) for figure in told)


def _exact(figure: CountedFigure) -> CountedFigure:
    """Take an unhedged number as written: these sets ask for arithmetic, not for reporting."""
    number = figure.number
    if number.modifier in {Modifier.EXACT, Modifier.PART_OF} and number.best is not None:
        number = replace(number, lo=number.best, hi=number.best, soft=False)
    bare = figure.counted.head is None
    counted = CountedSet(head=figure.kind.value) if bare else figure.counted
    return replace(figure, number=number, counted=counted, part_of=None)


def _matches(
    at: int, claimed: Sequence[CountedFigure], given: Sequence[CountedFigure]
) -> Sequence[CountedFigure]:
    """Return what a figure may be held against: its counterpart where the texts go side by side."""
    alike = [figure.kind for figure in claimed] == [figure.kind for figure in given]
    return given[at : at + 1] if alike else given


def support(claimed: CountedFigure, given: Iterable[CountedFigure]) -> bool | None:
    """Say whether a figure follows (true), is excluded (false) or is left open."""
    excluded = False
    for other in given:
        relation = compare(other, claimed)
        if _comparable(relation) and holds(claimed.number, other.number):
            return True
        excluded = excluded or (
            relation.verdict in {Verdict.CONFLICT, Verdict.NEAR}
            and not meet(other.number, claimed.number)
        )
    return False if excluded else None


def _comparable(relation: Relation) -> bool:
    """Accept what the nouns do not forbid: two names of one thing are beyond the table of kinds."""
    return relation.verdict is not Verdict.NOT_COMPARABLE or relation.reason is Reason.SET_UNKNOWN


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
