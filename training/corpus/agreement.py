"""How far two annotators of the same bare text agree, layer by layer.

python -m training.corpus.agreement FIRST_FOLDER SECOND_FOLDER [SCORER]

FIRST_FOLDER holds the texts with the first rows, SECOND_FOLDER the second rows of some of them.
SCORER is the attribution scorer of the evaluation sets (``attr_score.py``), so that the figures can
be read beside those of other corpora. Every figure is an F1: neither annotator is the truth.
"""

import importlib.util
import sys
from collections.abc import Callable, Hashable, Iterable, Sequence
from pathlib import Path
from typing import Any

from sayso.text import Span
from training.corpus.read import read_text
from training.corpus.records import GoldText

Pairs = Sequence[tuple[GoldText, GoldText]]


def read_pairs(first: Path, second: Path) -> Pairs:
    """Return both annotations of every text that has two."""
    pairs = []
    for rows in sorted(second.rglob("*.ann")):
        text = first / rows.parent.name / f"{rows.stem}.txt"
        pairs.append((read_text(text), read_text(text, rows)))
    return pairs


def layers(pairs: Pairs) -> dict[str, float]:
    """Return the F1 of each layer but the attributions; spans must be equal unless told."""
    keys: dict[str, Callable[[GoldText], Iterable[Hashable]]] = {
        "names, span and kind": lambda t: ((s, e.kind) for e in t.entities for s in e.names),
        "references, span": lambda t: (s for e in t.entities for s in e.references),
        "timexes, span": lambda t: (x.span for x in t.timexes),
        "timexes, span and value": lambda t: ((x.span, x.value) for x in t.timexes),
        "figures, start and number": lambda t: ((x.span.start, x.number) for x in t.figures),
        "figures, number and head": lambda t: (
            (x.number, x.head) for x in t.figures if x.kind == "count"
        ),
        "figures, number and predicate": lambda t: (
            (x.span.start, x.number, x.predicate) for x in t.figures if x.kind == "count"
        ),
        "events, word": lambda t: (x.span for x in t.events),
        "events, word and type": lambda t: ((x.span, x.type) for x in t.events),
        "cues, first word": lambda t: (a.cue[0].start for a in t.attributions),
        "document date": lambda t: [t.date],
    }
    return {name: _f1(pairs, key) for name, key in keys.items()}


def _f1(pairs: Pairs, key: Callable[[GoldText], Iterable[Hashable]]) -> float:
    shared = total = 0
    for first, second in pairs:
        one, other = set(key(first)), set(key(second))
        shared += len(one & other)
        total += len(one) + len(other)
    return 200 * shared / total if total else 100.0


def labels_of_cues(pairs: Pairs) -> dict[str, float]:
    """Return how often manner, force and negation agree where both begin a cue at the same word."""
    same = {"manner": 0, "force": 0, "negated": 0}
    count = 0
    for first, second in pairs:
        by_start = {a.cue[0].start: a for a in first.attributions}
        for other in second.attributions:
            one = by_start.get(other.cue[0].start)
            if one is not None:
                count += 1
                for name in same:
                    same[name] += getattr(one, name) == getattr(other, name)
    return {name: 100 * number / max(count, 1) for name, number in same.items()}


def attributions(pairs: Pairs, scorer: Path) -> dict[str, Any]:
    """Return the attribution scores of the second annotations against the first."""
    spec = importlib.util.spec_from_file_location("attr_score", scorer)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(scorer)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    first, second = ([_record(pair[side]) for pair in pairs] for side in (0, 1))
    scores: dict[str, Any] = module.score(first, second)
    return scores


def _record(text: GoldText) -> dict[str, Any]:
    def offsets(spans: Iterable[Span]) -> list[list[int]]:
        return [[span.start, span.end] for span in spans]

    rows = [
        {"source": offsets(a.source), "cue": offsets(a.cue), "content": offsets(a.content)}
        for a in text.attributions
    ]
    return {"doc_id": text.id, "text": text.text, "attributions": rows}


def main(arguments: list[str]) -> int:
    if len(arguments) not in {2, 3}:
        print("usage: python -m training.corpus.agreement FIRST SECOND [SCORER]")
        return 2
    pairs = read_pairs(Path(arguments[0]), Path(arguments[1]))
    print(f"{len(pairs)} texts, {sum(len(t.text.split()) for t, _ in pairs)} words")
    for name, value in {**layers(pairs), **labels_of_cues(pairs)}.items():
        print(f"{value:6.1f} {name}")
    if len(arguments) == 3:  # noqa: PLR2004 - the scorer is the third
        for name, scores in attributions(pairs, Path(arguments[2])).items():
            print(f"       {name}: {scores}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
