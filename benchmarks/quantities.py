"""Measure the number layer: value and change F1, counted heads, written bounds, sentences per second.

    python benchmarks/quantities.py DIRECTORY [--errors]

DIRECTORY holds ``newsquant_dev.jsonl``, ``probes_dev.jsonl`` and ``score_quantity.py`` (development
sets are not part of the project). Scores are printed as one JSON object.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from sayso.language.analysis import Change, Modifier, Quantity, QuantityKind
from sayso.language.core.network import shipped_network
from sayso.language.quantities import find_quantities
from sayso.language.reading import analyse

# NewsQuant's classes of change; it has no class for increments, parts, rates and vague words.
_CLASSES = {
    Modifier.ABOUT: "~",
    Modifier.AT_LEAST: ">",
    Modifier.MORE_THAN: ">",
    Modifier.AT_MOST: "<",
    Modifier.FEWER_THAN: "<",
    Modifier.UP_TO: "<",
}
_REPEATS = 5


def newsquant_change(quantity: Quantity) -> str:
    """Return the class of change that NewsQuant's guidelines would give."""
    if quantity.change:
        return quantity.change.value
    if quantity.modifier is Modifier.BETWEEN and quantity.modifier_span:
        return "~"
    return _CLASSES.get(quantity.modifier, "=")


def newsquant_value(quantity: Quantity) -> float | list[float]:
    """Return one number, or both ends as NewsQuant writes them: a fall begins with the upper."""
    if quantity.best is not None:
        return float(quantity.best)
    ends = [float(end if end is not None else Decimal("inf")) for end in (quantity.lo, quantity.hi)]
    falls = quantity.rule == "movement" and quantity.change is Change.DOWN
    return ends[::-1] if falls else ends


def prediction(identifier: str, text: str) -> dict[str, Any]:
    """Return the predicted quantities of one sentence in the scorer's form."""
    return {
        "id": identifier,
        "quantities": [
            {
                "value": newsquant_value(quantity),
                "change": newsquant_change(quantity),
                "unit": _noun(text, quantity),
            }
            for quantity in find_quantities(text)
        ],
    }


def _noun(text: str, quantity: Quantity) -> str:
    if quantity.counted is None:
        return quantity.unit or "-"
    return " ".join(_singular(word) for word in quantity.counted.text_in(text).split())


def _singular(word: str) -> str:
    low = word.lower()
    endings = (
        ("children", "child"), ("men", "man"), ("ies", "y"), ("ches", "ch"), ("shes", "sh"),
        ("sses", "ss"), ("xes", "x"), ("uses", "us"), ("ss", "ss"), ("s", ""),
    )  # fmt: skip
    for plural, singular in endings:
        if low.endswith(plural):
            return low.removesuffix(plural) + singular
    return low


def noun_heads(gold: Iterable[Mapping[str, Any]]) -> dict[str, float]:
    """Return the share of gold counts whose value and counted head are both found.

    ``recall`` is that of the rules with the core, as a text is read; ``rules`` of the rules alone.
    A head is right if it is a word of the gold unit, in whatever number, or of its words in the text
    ("0.5 WAR" has the unit "win above replacement"); ``as_written`` asks for the word of the unit
    itself in its lower-case form, which "Americans" and "WAR" are not.
    """
    rows = list(gold)
    core = shipped_network()
    read = [(row, analyse(row["text"], core=core).quantities) for row in rows if _has_noun(row)]
    ruled = [(row, find_quantities(row["text"])) for row in rows if _has_noun(row)]
    total = sum(_is_noun_unit(q) for row in rows for q in row["quantities"])
    shares = {
        "recall": _heads_found(read, _words_of_unit),
        "as_written": _heads_found(read, _unit_as_written),
        "rules": _heads_found(ruled, _words_of_unit),
        "rules_as_written": _heads_found(ruled, _unit_as_written),
    }
    return {"gold": total} | {
        name: round(100 * found / max(1, total), 1) for name, found in shares.items()
    }


def _has_noun(row: Mapping[str, Any]) -> bool:
    return any(_is_noun_unit(quantity) for quantity in row["quantities"])


def _heads_found(
    read: Iterable[tuple[Mapping[str, Any], Sequence[Quantity]]],
    words_of: Callable[[Mapping[str, Any]], set[str]],
) -> int:
    found = 0
    for row, quantities in read:
        predicted = [
            (newsquant_value(q), _singular(q.counted_head.text_in(row["text"])))
            for q in quantities
            if q.counted_head
        ]
        for quantity in filter(_is_noun_unit, row["quantities"]):
            value = _gold_value(str(quantity["value"]))
            found += any(v == value and head in words_of(quantity) for v, head in predicted)
    return found


def _unit_as_written(quantity: Mapping[str, Any]) -> set[str]:
    return {word.lower() for word in quantity["unit"].split()}


def _words_of_unit(quantity: Mapping[str, Any]) -> set[str]:
    words = f"{quantity['unit']} {quantity['unit_surface']}".split()
    return {word.lower() for word in words} | {_singular(word) for word in words}


def _gold_value(written: str) -> float | list[float]:
    low, dash, high = written.replace(" ", "").replace("E-", "E~").partition("-")
    low = low.replace("E~", "E-")
    return [float(low), float(high)] if dash and low else float(written)


def _is_noun_unit(quantity: Mapping[str, Any]) -> bool:
    """Say whether a gold unit is a counted noun: one that our own table of units does not hold."""
    unit, surface = str(quantity["unit"]), str(quantity["unit_surface"])
    if unit == "-":
        return False
    phrases = (f"5 {surface}", f"{surface}5", f"5 {unit}s", f"5 {unit}")
    kinds = {q.kind for phrase in phrases for q in find_quantities(phrase)}
    return kinds <= {QuantityKind.COUNT}


def probes(rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return how many phrases give the bounds that are written in them."""
    wrong = [row["text"] for row in rows if not _has_bounds(row)]
    return {"all": len(rows), "right": len(rows) - len(wrong), "wrong": wrong}


def _has_bounds(row: Mapping[str, Any]) -> bool:
    for quantity in find_quantities(row["text"]):
        one = row["lo"] == row["hi"]
        if one and row["lo"] in (quantity.best, quantity.lo):
            return True
        upper = row["hi"] is None or quantity.hi == row["hi"]
        if not one and quantity.lo == row["lo"] and upper:
            return True
    return False


def speed(texts: Sequence[str]) -> int:
    """Return sentences per second of processor time on one core, the best of some rounds."""
    best = float("inf")
    for _ in range(_REPEATS):
        begun = time.process_time()
        for text in texts:
            find_quantities(text)
        best = min(best, time.process_time() - begun)
    return round(len(texts) / best)


def score(directory: Path) -> dict[str, Any]:
    """Return every figure of this benchmark."""
    gold_path = directory / "newsquant_dev.jsonl"
    gold = _rows(gold_path)
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder) / "predicted.jsonl"
        lines = (json.dumps(prediction(row["id"], row["text"])) for row in gold)
        predicted.write_text("\n".join(lines), encoding="utf-8")
        scorer = str(directory / "score_quantity.py")
        command = [sys.executable, scorer, "extract", str(gold_path), str(predicted)]
        printed = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - the scorer named by the caller
    return {
        "newsquant": json.loads(printed.stdout),
        "noun_heads": noun_heads(gold),
        "probes": probes(_rows(directory / "probes_dev.jsonl")),
        "sentences_per_second": speed([row["text"] for row in gold]),
    }


def errors(directory: Path) -> Iterable[str]:
    """Yield the sentences whose values or changes differ from the gold, for reading."""
    for row in _rows(directory / "newsquant_dev.jsonl"):
        gold = sorted(
            (str(_gold_value(str(q["value"]))), str(q["change"])) for q in row["quantities"]
        )
        found = prediction(row["id"], row["text"])["quantities"]
        ours = sorted((str(q["value"]), str(q["change"])) for q in found)
        if gold != ours:
            missed = [pair for pair in gold if pair not in ours]
            extra = [pair for pair in ours if pair not in gold]
            yield f"{row['id']} {row['text']}\n    missed {missed}\n    extra  {extra}"


def _rows(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("directory", type=Path)
    parser.add_argument("--errors", action="store_true", help="print differing sentences instead")
    arguments = parser.parse_args()
    if arguments.errors:
        for line in errors(arguments.directory):
            print(line)
    else:
        print(json.dumps(score(arguments.directory), indent=1))


if __name__ == "__main__":
    main()
