"""Word classes and dependency trees of the language core against two treebanks' test halves.

Usage: python -m benchmarks.syntax SHARED_FOLDER [WEIGHTS_FOLDER]

Words and sentences are the treebank's, relations without subtypes, punctuation counts (as in the
CoNLL 2018 shared task). English Web Treebank, and GUM's free genres.
"""

import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.language.core.network import Network, shipped_network
from sayso.language.core.read import CoreText, score
from sayso.language.core.syntax import in_text, parse
from training.examples import Corpus, Example
from training.read_treebanks import read_conllu


@dataclass(slots=True)
class Counts:
    words: int = 0
    classes: int = 0
    heads: int = 0
    labelled: int = 0


def parse_documents(network: Network, examples: Iterator[Example]) -> Counts:
    counts = Counts()
    for example in examples:
        text = CoreText(
            words=example.words,
            paragraphs=example.paragraphs,
            quotes=example.quotes or (0,) * len(example.words),
            sentence_starts=example.sentence_starts or (0,),
        )
        upos: list[str] = []
        heads: list[int] = []
        deprels: list[str] = []
        for scores in score(network, text):
            more_upos, more_heads, more_deprels = in_text(tuple(parse(network, text, scores)))
            upos += more_upos
            heads += more_heads
            deprels += more_deprels
        _count(counts, example, (upos, heads, deprels))
    return counts


def _count(
    counts: Counts,
    gold: Example,
    found: tuple[list[str], list[int], list[str]],
) -> None:
    upos, heads, deprels = found
    columns = zip(gold.upos or (), gold.heads or (), gold.deprels or (), strict=True)
    for at, (true_upos, true_head, true_deprel) in enumerate(columns):
        counts.words += 1
        counts.classes += upos[at] == true_upos
        counts.heads += heads[at] == true_head
        counts.labelled += heads[at] == true_head and deprels[at] == true_deprel


def main(shared: Path, network: Network | None = None) -> None:
    network = network or shipped_network()
    for name, folder, corpus in (
        ("EWT", "ud_ewt", Corpus.EWT),
        ("GUM, free genres", "ud_gum_free", Corpus.GUM),
    ):
        began = time.process_time()
        counts = parse_documents(
            network, read_conllu(shared / "corpora" / folder / "test.conllu", corpus)
        )
        seconds = time.process_time() - began
        shares = (counts.classes, counts.heads, counts.labelled)
        upos, uas, las = (100 * share / counts.words for share in shares)
        print(
            f"{name}: UPOS {upos:.1f}, UAS {uas:.1f}, LAS {las:.1f};"
            f" {counts.words / seconds:,.0f} words/CPU-s with reading the file"
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Network(Path(sys.argv[2])) if sys.argv[2:] else None)
