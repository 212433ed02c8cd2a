"""Names by the corpora's own label policies, on their test halves.

python -m training.evaluate_names WEIGHTS.pt --vocabulary VOCAB.txt --corpora FOLDER

These output layers teach the encoder and are not shipped, so they are measured here, in PyTorch.
Constrained decoding, spans and kinds equal (as in the CoNLL 2003 shared task).
"""

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import torch

from sayso.language.core.chain import best_spans
from sayso.language.core.wordpiece import Pieces
from training.batches import collate, cut
from training.data import free_corpora, re3d_by_publisher
from training.examples import Example
from training.export import load_reader
from training.labels import bio_labels
from training.model import Reader

Counts = Counter[tuple[str, str]]


@torch.no_grad()
def count(model: Reader, pieces: Pieces, examples: Sequence[Example], policy: str) -> Counts:
    """Count right, gold and found names by kind."""
    counts = Counts()
    labels = bio_labels(policy)
    for text in cut(examples, pieces, limit=256):
        for piece in text:
            words = model.words(collate([piece]))
            scores = model.scores(words, policy)[0].log_softmax(-1).numpy()
            start, end = piece.window.start, piece.window.end
            gold = {
                (s - start, e - start, kind)
                for s, e, kind in piece.example.spans[policy]
                if start <= s and e <= end
            }
            found = set(best_spans(scores, labels))
            for name, spans in (("right", gold & found), ("gold", gold), ("found", found)):
                counts.update((name, kind) for *_, kind in spans)
    return counts


def show(title: str, counts: Counts) -> None:
    kinds = sorted({kind for _, kind in counts})
    total = Counts(
        {(name, "all"): sum(counts[name, k] for k in kinds) for name in ("right", "gold", "found")}
    )
    rows = []
    for kind in [*kinds, "all"]:
        right, gold, found = (
            (total if kind == "all" else counts)[n, kind] for n in ("right", "gold", "found")
        )
        rows.append(f"{kind} {200 * right / max(gold + found, 1):.1f} ({gold})")
    print(f"{title}: {', '.join(rows)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--vocabulary", type=Path, required=True)
    parser.add_argument("--corpora", type=Path, required=True)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    pieces = Pieces.load(arguments.vocabulary)
    model = load_reader(arguments.weights, pieces=len(pieces))
    splits = {
        split.corpus.name: split.examples for split in free_corpora(arguments.corpora, "test")
    }
    named = [example for example in splits["EWT"] if "uner" in example.spans]
    show("uner_ewt test", count(model, pieces, named, "uner"))
    show("crossner politics test", count(model, pieces, splits["CROSSNER"], "crossner"))
    for publisher, examples in re3d_by_publisher(arguments.corpora / "re3d", "test"):
        if examples:
            show(f"re3d held out, {publisher}", count(model, pieces, examples, "re3d"))


if __name__ == "__main__":
    main()
