"""Attributions of rules and core together: PolNeAR dev, GUM test, who speaks, how fast.

Usage: python -m benchmarks.attributions SHARED_FOLDER [WEIGHTS_FOLDER]

The scores are those of the shared scorer (``eval/attribution/attr_score.py``). PolNeAR annotates no
attribution inside another's content, so rows with a parent are left out there, and the figures with
them are printed too. Intervals are 95 % over resampled articles.
"""

import importlib.util
import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.quotations import Document, load, overlap, pairs, same_name, scorer
from sayso.language.analysis import Analysis
from sayso.language.core.network import Network, shipped_network
from sayso.language.reading import analyse

_SAMPLES = 1000
_SHOWN = ("AR_overlap", "AR_strict", "who_said_word", "recall_by_type(AR_overlap)")


def rows_of(analysis: Analysis, *, nested: bool = True) -> list[Document]:
    return [
        {
            "source": pairs(a.source),
            "cue": pairs(a.cue),
            "content": pairs(a.content),
            "type": a.kind.value,
            "speaker": a.speaker,
            "nested": a.parent is not None,
        }
        for a in analysis.attributions
        if nested or a.parent is None
    ]


def polnear(shared: Path, core: Network) -> None:
    gold = load(shared / "eval/attribution/polnear_dev.jsonl")
    score, subset = scorer(shared), speech_subset(shared)
    began = time.process_time()
    found = [analyse(document["text"], core=core) for document in gold]
    seconds = time.process_time() - began
    words = sum(len(document["text"].split()) for document in gold)
    print(
        f"PolNeAR dev: {len(found)} of {len(gold)} documents read, {words / seconds:,.0f} words/CPU-s"
    )
    texts = {document["doc_id"]: document["text"] for document in gold}
    for name, nested in (("without nested rows", False), ("all rows", True)):
        predicted = [
            {**document, "attributions": rows_of(analysis, nested=nested)}
            for document, analysis in zip(gold, found, strict=True)
        ]
        print(f"  {name}, P R F1")
        scores = score(gold, predicted)
        for key in _SHOWN:
            print(f"    {key:28} {scores[key]}")
        print(f"    {'AR_overlap F1, 95 %':28} {interval(score, gold, predicted)}")
        speech = (subset.speech_only(gold, texts), subset.speech_only(predicted, texts))
        print(
            f"    {'speech subset AR_overlap':28} {score(*speech)['AR_overlap']}",
            interval(score, *speech),
        )


def speech_subset(shared: Path) -> ModuleType:
    """Load the shared filter of speech cues; it imports its neighbour by name."""
    folder = shared / "eval/attribution"
    sys.path.insert(0, str(folder))
    spec = importlib.util.spec_from_file_location("speech_subset", folder / "speech_subset.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(folder)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def interval(score: Any, gold: Sequence[Document], found: Sequence[Document]) -> str:
    """Resample articles; the counts of one come back from its rounded shares exactly."""
    counts = []
    for one, other in zip(gold, found, strict=True):
        scores = score([one], [other])
        total, guessed = len(one["attributions"]), len(other["attributions"])
        counts.append((round(scores["AR_overlap"][1] * total / 100), total, guessed))
    chance = random.Random(7)  # noqa: S311 - resampling
    values = sorted(
        2 * sum(c[0] for c in sample) / max(1, sum(c[1] + c[2] for c in sample))
        for sample in (chance.choices(counts, k=len(counts)) for _ in range(_SAMPLES))
    )
    return f"{100 * values[_SAMPLES // 40]:.1f}-{100 * values[-_SAMPLES // 40]:.1f}"


def gum(shared: Path, core: Network) -> None:
    gold = load(shared / "corpora/gum_attribution/test.jsonl")
    found = [
        {**document, "attributions": rows_of(analyse(document["text"], core=core))}
        for document in gold
    ]
    scores = scorer(shared)(gold, found)
    print("GUM test (another guideline):", *(f"{key} {scores[key]}" for key in _SHOWN))
    right = named = matched = 0
    for document, reading in zip(gold, found, strict=True):
        for row in document["attributions"]:
            name = (row.get("source_entity") or {}).get("name")
            if not name:
                continue
            named += 1
            match = next((r for r in reading["attributions"] if overlap(r, row)), None)
            if match:
                matched += 1
                right += match["speaker"] is not None and same_name(match["speaker"], name)
    print(f"  speakers with a name: {right} right of {matched} found of {named}")


def main(arguments: list[str]) -> None:
    shared = Path(arguments[0])
    core = Network(Path(arguments[1])) if len(arguments) > 1 else shipped_network()
    polnear(shared, core)
    gum(shared, core)


if __name__ == "__main__":
    main(sys.argv[1:])
