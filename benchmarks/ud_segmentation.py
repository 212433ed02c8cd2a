"""Tokens and sentence ends against the UD test sets: F1 of EWT and of the news part of GUM.

Usage: python benchmarks/ud_segmentation.py SHARED_FOLDER [test|dev|train]
"""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sayso.language.paragraphs import find_paragraphs
from sayso.language.sentences import split_sentences
from sayso.language.tokens import tokenize

Pair = tuple[int, int]


@dataclass
class Gold:
    """The plain text of a treebank document with its words and sentence ends."""

    name: str
    text: str = ""
    words: set[Pair] = field(default_factory=set)
    ends: set[int] = field(default_factory=set)


def read(path: Path) -> Iterator[Gold]:
    gold: Gold | None = None
    rows: list[list[str]] = []
    glue = paragraph = ""
    for line in path.read_text("utf8").split("\n"):
        if line.startswith("# newdoc"):
            if gold:
                yield gold
            gold, glue = Gold(line.split("=")[-1].strip()), ""
        elif line.startswith("# newpar"):
            paragraph = "\n\n"
        elif line and line[0].isdigit():
            rows.append(line.split("\t"))
        elif not line and rows and gold:
            gold.text += (paragraph or glue) if gold.text else ""
            _append(gold, rows)
            glue = "" if "SpaceAfter=No" in rows[-1][9] else " "
            rows, paragraph = [], ""
    if gold:
        yield gold


def _append(gold: Gold, rows: Iterable[list[str]]) -> None:
    """Add one sentence; the words of a multiword token share its characters if they spell it."""
    text, words = "", []
    fused_end, fused = 0, ""
    base = len(gold.text)
    last_end = base
    for row in rows:
        if "." in row[0]:
            continue
        space = "" if "SpaceAfter=No" in row[9] else " "
        if "-" in row[0]:
            fused_end, fused = int(row[0].split("-")[1]), row[1] + space
            cursor = base + len(text)
            last_end = cursor + len(row[1])
            text += fused
            continue
        if int(row[0]) <= fused_end:
            words.append((cursor, cursor + len(row[1])))
            cursor += len(row[1])
            continue
        start = base + len(text)
        last_end = start + len(row[1])
        words.append((start, last_end))
        text += row[1] + space
    gold.text += text.rstrip(" ")
    gold.words.update(words)
    gold.ends.add(last_end)


def f1(right: int, predicted: int, gold: int) -> str:
    return f"P {100 * right / predicted:.2f}  R {100 * right / gold:.2f}  F1 {200 * right / (predicted + gold):.2f}"


def measure(name: str, documents: Iterable[Gold]) -> None:
    counts = [0] * 6
    for gold in documents:
        tokens = tokenize(gold.text)
        words = set(zip(tokens.starts, tokens.ends, strict=True))
        sentences = split_sentences(gold.text, tokens, find_paragraphs(gold.text))
        ends = {sentence.end for sentence in sentences}
        for i, n in enumerate((len(words & gold.words), len(words), len(gold.words))):
            counts[i] += n
        for i, n in enumerate((len(ends & gold.ends), len(ends), len(gold.ends)), 3):
            counts[i] += n
    print(f"{name:14} tokens    {f1(*counts[:3])}")
    print(f"{name:14} sentences {f1(*counts[3:])}")


def main(shared: Path, split: str) -> None:
    ewt = list(read(shared / f"corpora/ud_ewt/{split}.conllu"))
    gum = list(read(shared / f"corpora/ud_gum_free/{split}.conllu"))
    measure("EWT", ewt)
    measure("GUM news", [g for g in gum if "_news_" in g.name])
    measure("GUM all free", gum)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "test")  # noqa: PLR2004
