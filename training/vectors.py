"""Distil static word-piece vectors from all-MiniLM-L6-v2 into what the package ships.

python -m training.vectors --base MODEL_FOLDER --corpora SHARED/corpora --out FOLDER [--width 192]

Sentences come from free corpora only, without any label, never from a development or test half.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from sayso.language.segments import segment
from training.teacher import Teacher
from training.vector_fit import Plan, fit, unfitted

_TREEBANKS = ("ud_ewt/train.conllu", "ud_gum_free/train.conllu")
_TEXTS = ("wikiwars/wikiwars.jsonl", "meantime/meantime.jsonl")
_SHORTEST = 4  # words
_UNSEEN = ("[PAD]", "[UNK]", "[CLS]", "[SEP]")


def main() -> None:
    parser = argparse.ArgumentParser(description="Distil static vectors of pieces.")
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--width", type=int, default=Plan().width)
    parser.add_argument("--no-sentences", action="store_true", help="stop at the start of the fit")
    options = parser.parse_args()
    torch.set_num_threads(1)
    teacher = Teacher.load(options.base)
    alone = teacher.of_numbers([[number] for number in range(len(teacher.names))])
    if options.no_sentences:
        rows = unfitted(alone, options.width)
    else:
        sentences = list(dict.fromkeys(read_sentences(options.corpora)))
        texts = [teacher.numbers(sentence) for sentence in sentences]
        print(f"{len(texts)} sentences, {sum(map(len, texts))} pieces", flush=True)
        rows = fit(alone, texts, teacher.of_numbers(texts), Plan(width=options.width))
    write(options.out, teacher.names, rows)


def read_sentences(corpora: Path) -> Iterator[str]:
    """Yield the sentences of the free corpora that may be trained on."""
    yield from (s for s in _all_sentences(corpora) if len(s.split()) >= _SHORTEST)


def _all_sentences(corpora: Path) -> Iterator[str]:
    for name in _TREEBANKS:
        for line in (corpora / name).read_text(encoding="utf-8").splitlines():
            if line.startswith("# text = "):
                yield line.removeprefix("# text = ").strip()
    for name in _TEXTS:
        for line in (corpora / name).read_text(encoding="utf-8").splitlines():
            text = json.loads(line)["text"]
            yield from (text[s.start : s.end] for s in segment(text).sentences)
    for path in sorted((corpora / "crossner").glob("*/*.txt")):
        if path.stem != "test":
            for block in path.read_text(encoding="utf-8").split("\n\n"):
                yield " ".join(row.partition("\t")[0] for row in block.splitlines() if row.strip())


def write(folder: Path, names: tuple[str, ...], rows: Tensor) -> None:
    """Write ``vocab.txt`` and ``vectors.npz``: 8-bit codes, a scale each; marks have no meaning."""
    folder.mkdir(parents=True, exist_ok=True)
    meaning = rows.numpy().copy()
    meaning[[names.index(mark) for mark in _UNSEEN]] = 0
    scales = np.abs(meaning).max(axis=1) / 127
    codes = np.rint(meaning / np.where(scales > 0, scales, 1)[:, None]).astype(np.int8)
    np.savez_compressed(folder / "vectors.npz", codes=codes, scales=scales.astype(np.float32))
    (folder / "vocab.txt").write_text("".join(f"{name}\n" for name in names), encoding="utf-8")


if __name__ == "__main__":
    main()
