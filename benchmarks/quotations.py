"""Quotations and who spoke them, against people: PolNeAR dev, the direct speech of GUM, speed.

Usage: python benchmarks/quotations.py SHARED_FOLDER

The scores are those of the shared scorer (``eval/attribution/attr_score.py``). Most attributions
of PolNeAR are indirect speech, which these rules do not read: recall by type is the figure to
watch.
"""

import importlib.util
import json
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from sayso.language.analysis import QuoteUse
from sayso.language.attributions import attribute
from sayso.language.quotations import find_quotations
from sayso.language.segments import segment
from sayso.text import Span

Document = dict[str, Any]  # a line of the evaluation files
Score = Callable[[list[Document], list[Document]], dict[str, Any]]


def load(path: Path) -> list[Document]:
    return [json.loads(line) for line in path.read_text("utf8").splitlines()]


def scorer(shared: Path) -> Score:
    path = shared / "eval/attribution/attr_score.py"
    spec = importlib.util.spec_from_file_location("attr_score", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    score: Score = module.score
    return score


def predicted(document: Document) -> Document:
    segments = segment(document["text"])
    quotations = find_quotations(document["text"], segments=segments)
    rows = [
        {
            "source": pairs(a.source),
            "cue": pairs(a.cue),
            "content": pairs(a.content),
            "type": a.kind.value,
            "speaker": a.speaker,
        }
        for a in attribute(segments, quotations)
    ]
    return {**document, "attributions": rows}


def pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def only(documents: Sequence[Document], kinds: set[str]) -> list[Document]:
    return [
        {**d, "attributions": [a for a in d["attributions"] if a["type"] in kinds]}
        for d in documents
    ]


def polnear(shared: Path) -> None:
    gold = load(shared / "eval/attribution/polnear_dev.jsonl")
    score = scorer(shared)
    found = [predicted(document) for document in gold]
    print(f"PolNeAR dev: {len(found)} of {len(gold)} documents read")
    for name, kinds in (
        ("all", {"direct", "mixed", "indirect"}),
        ("direct", {"direct"}),
        ("direct and mixed", {"direct", "mixed"}),
    ):
        scores = score(only(gold, kinds), only(found, kinds))
        print(f"  {name}, P R F1")
        for key in ("AR_overlap", "AR_strict", "who_said_word", "recall_by_type(AR_overlap)"):
            print(f"    {key:28} {scores[key]}")


def gum(shared: Path) -> None:
    gold = [
        document
        for split in ("train", "dev", "test")
        for document in load(shared / f"corpora/gum_attribution/{split}.jsonl")
    ]
    found = [predicted(document) for document in gold]
    gold = [spoken_about(document) for document in only(gold, {"direct"})]
    scores = scorer(shared)(gold, found)
    print("GUM, direct attributions, recall:", scores["recall_by_type(AR_overlap)"])
    right = wrong = silent = 0
    for document, reading in zip(gold, found, strict=True):
        for row in document["attributions"]:
            name = (row.get("source_entity") or {}).get("name")
            match = next((r for r in reading["attributions"] if overlap(r, row)), None)
            if name and match:
                said = match["speaker"]
                silent += said is None
                right += said is not None and same_name(said, name)
                wrong += said is not None and not same_name(said, name)
    print(
        f"GUM, name of the speaker where gold has one: {right} right, {wrong} wrong, {silent} none"
    )


def spoken_about(document: Document) -> Document:
    """Leave out what is attributed inside a quotation: "I think that ..." is no direct speech."""
    marks = [q.span for q in find_quotations(document["text"]) if q.use is QuoteUse.QUOTATION]
    rows = [
        row
        for row in document["attributions"]
        if not any(m.start < s < m.end for m in marks for s, _ in row["cue"] or row["source"])
    ]
    return {**document, "attributions": rows}


def overlap(left: Document, right: Document) -> bool:
    return any(a < d and c < b for a, b in left["source"] for c, d in right["source"])


def same_name(found: str, gold: str) -> bool:
    left, right = (
        [word.strip(".,()") for word in name.lower().replace("_", " ").split()]
        for name in (found, gold)
    )
    return set(left) <= set(right) or set(right) <= set(left) or left[-1] == right[-1]


def speed(shared: Path) -> None:
    texts = [d["text"] for d in load(shared / "eval/attribution/polnear_dev.jsonl")]
    begun = time.process_time()
    tokens = sum(len(predicted({"text": text}) and segment(text).tokens) for text in texts)
    took = time.process_time() - begun
    print(f"speed: {tokens / took:,.0f} tokens a second with quotations and attributions")


def main(shared: Path) -> None:
    polnear(shared)
    gum(shared)
    speed(shared)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
