"""Expressions of time: what the closed grammar reaches on a gold set, and how fast.

    python -m benchmarks.timexes GOLD.jsonl --scorer SCORER.py [--split NAME] [--predictions OUT]

Gold and predictions are JSON lines as the scorer defines them; the gold set and its scorer are not
part of the project. A gold line with ``accept`` (a probe) also counts as reached if any overlapping
expression has one of the accepted values. A gold line with ``annotated_end`` is read up to there.

Besides the whole set, its two halves are scored (by the parity of a hash of the name of each
document: errors were read in half A alone), and values by what they were counted from.
"""

import argparse
import hashlib
import importlib.util
import json
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.gold_days import gold_day
from sayso.dates import DayInterval
from sayso.language.analysis import Timex
from sayso.language.timexes import find_timexes


@dataclass(frozen=True, slots=True, kw_only=True)
class Speed:
    """How much was read in how much CPU time."""

    documents: int
    words: int
    sentences: int
    seconds: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--split", action="append")
    parser.add_argument("--predictions", type=Path)
    parser.add_argument("--errors", type=Path)
    options = parser.parse_args()
    scorer = _module(options.scorer)
    gold = scorer.load_gold(options.gold, options.split)
    found, speed = _predict(gold)
    predicted = {name: [_line(timex) for timex in timexes] for name, timexes in found.items()}
    errors: list[tuple[Any, ...]] = []
    _print_scores(scorer.score(gold, predicted, errors), speed)
    _print_halves(scorer, gold, predicted)
    _print_anchors(scorer, gold, predicted)
    _print_probes(gold, predicted)
    if options.predictions:
        _write_lines(options.predictions, predicted)
    if options.errors:
        rows = ("\t".join(str(cell).replace("\n", " ") for cell in row) for row in errors)
        options.errors.write_text("\n".join(rows) + "\n", encoding="utf-8")


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("timex_scorer", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path} is no Python file")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _predict(gold: list[dict[str, Any]]) -> tuple[dict[str, tuple[Timex, ...]], Speed]:
    find_timexes("", published=None)  # compiles the grammar
    begin = time.process_time()
    found = {
        document["doc_id"]: find_timexes(_read(document), published=_published(document["dct"]))
        for document in gold
    }
    seconds = time.process_time() - begin
    texts = [_read(document) for document in gold]
    words = sum(len(text.split()) for text in texts)
    # A sentence ends where a full stop meets a blank: near enough for a rate.
    sentences = sum(max(text.count(". ") + text.count(".\n"), 1) for text in texts)
    speed = Speed(documents=len(gold), words=words, sentences=sentences, seconds=seconds)
    return found, speed


def _read(document: dict[str, Any]) -> str:
    text: str = document["text"]
    return text[: document.get("annotated_end", len(text))]


def _published(day: str | None) -> DayInterval | None:
    return DayInterval.day(gold_day(day)) if day else None


def _line(timex: Timex) -> dict[str, Any]:
    return {
        "start": timex.span.start,
        "end": timex.span.end,
        "type": timex.type.value,
        "value": timex.value,
        "mod": timex.mod,
        "anchor": timex.anchor,
    }


def _print_scores(scores: dict[str, Any], speed: Speed) -> None:
    print(f"documents {scores['docs']}, gold {scores['gold']}, predicted {scores['pred']}")
    for name in ("strict", "relaxed", "type", "value", "canon", "interval", "day", "mod"):
        part = scores[name]
        print(f"{name:9} P {part['P']:6.2f}  R {part['R']:6.2f}  F1 {part['F1']:6.2f}")
    rate = speed.sentences / speed.seconds
    print(f"{rate:,.0f} sentences and {speed.words / speed.seconds:,.0f} words per CPU second")


def _print_halves(
    scorer: ModuleType, gold: list[dict[str, Any]], predicted: dict[str, list[dict[str, Any]]]
) -> None:
    for name, parity in (("A", 0), ("B", 1)):
        half = [document for document in gold if _parity(document["doc_id"]) == parity]
        if half:
            scores = scorer.score(half, predicted)
            shown = ("strict", "relaxed", "value", "interval")
            parts = "  ".join(f"{part} {scores[part]['F1']:.2f}" for part in shown)
            print(f"half {name}, {len(half)} documents: {parts}")


def _parity(name: str) -> int:
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 2


def _print_anchors(
    scorer: ModuleType, gold: list[dict[str, Any]], predicted: dict[str, list[dict[str, Any]]]
) -> None:
    """Print how many values are right among found dates and times, by what they count from."""
    found: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for document in gold:
        lines = predicted[document["doc_id"]]
        for at, index, _ in scorer.align(document["timexes"], lines):
            line, target = lines[index], document["timexes"][at]
            if line["type"] in {"DATE", "TIME"}:
                anchor = line["anchor"] or ("nothing" if line["value"] else "unresolved")
                found[anchor] += 1
                right[anchor] += scorer.canon(line["value"]) == scorer.canon(target["value"])
    for anchor, number in found.most_common():
        print(f"counted from {anchor}: {right[anchor]} of {number} right")


def _print_probes(gold: list[dict[str, Any]], predicted: dict[str, list[dict[str, Any]]]) -> None:
    probes = [document for document in gold if document.get("accept")]
    missed = [probe for probe in probes if not _reached(probe, predicted[probe["doc_id"]])]
    if probes:
        print(f"probes reached {len(probes) - len(missed)} of {len(probes)}")
    for probe in missed:
        print(f"  {probe['group']}: {predicted[probe['doc_id']]}, accepted {probe['accept']}")


def _reached(probe: dict[str, Any], timexes: list[dict[str, Any]]) -> bool:
    return any(
        timex["value"] in probe["accept"]
        for timex in timexes
        for target in probe["timexes"]
        if timex["start"] < target["end"] and target["start"] < timex["end"]
    )


def _write_lines(path: Path, predicted: dict[str, list[dict[str, Any]]]) -> None:
    lines = (json.dumps({"doc_id": name, "timexes": rows}) for name, rows in predicted.items())
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
