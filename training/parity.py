"""Record what the trained model gives in PyTorch, for the test that the shipped graphs agree.

python -m training.parity WEIGHTS.pt --vocabulary VOCAB.txt --out tests/language/core/parity.json
"""

import argparse
import json
from pathlib import Path
from typing import Any

import torch

from sayso.language.core.windows import windows
from sayso.language.core.wordpiece import Pieces
from training.batches import Piece, collate
from training.corpus.read import TEXTS, read_text
from training.examples import Corpus
from training.export import load_reader
from training.model import Reader
from training.read_own import read_own

# Texts of the held-out stories, one a kind.
_TEXTS = ("quake/quake-02.txt", "pushback/pushback-02.txt", "takeover/takeover-04.txt")


@torch.no_grad()
def record(model: Reader, pieces: Pieces, path: Path) -> list[dict[str, Any]]:
    """Return for each window of a text the best labels of its words and the odds of cues."""
    example = read_own(read_text(path))
    rows = []
    for window in windows(example.words, example.paragraphs, pieces):
        batch = collate([Piece(example=example, window=window)], corpus=Corpus.NEWS)
        words = model.words(batch)
        arcs, _, _ = model.parser(words["syntax"])
        rows.append(
            {
                "start": window.start,
                "upos": model.scores(words, "upos")[0].argmax(-1).tolist(),
                "arcs": arcs[0].argmax(-1).tolist(),
                "news": model.scores(words, "news")[0].argmax(-1).tolist(),
                "event": model.best_events(words)[0].tolist(),
                "cue": [
                    round(p, 4) for p in model.scores(words, "cue")[0].softmax(-1)[:, 1].tolist()
                ],
            }
        )
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--vocabulary", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    pieces = Pieces.load(arguments.vocabulary)
    model = load_reader(arguments.weights, pieces=len(pieces))
    recorded = {name: record(model, pieces, TEXTS / name) for name in _TEXTS}
    arguments.out.write_text(json.dumps(recorded) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
