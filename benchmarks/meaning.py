"""How near in meaning: the shipped vectors against word overlap, on pairs and as a search.

Usage: python -m benchmarks.meaning SHARED [--encoder FOLDER] [--vectors FOLDER] [--choose]

For pairs: the chance that a pair that says the same is nearer than one that does not (AUC). For a
search: how often a partner comes first (R@1) or among the first five (R@5), and the mean of
1 / rank (MRR); texts of the same document, and those
written alike, are left out. Intervals are 95 % by bootstrap over
pairs, or over whole stories and topics. "vectors + words" is the mean of the cosine and the BM25
score as a share of the query's own. With ``--encoder`` (a folder with all-MiniLM-L6-v2; needs
torch) the model that the vectors were distilled from is measured too. ``--choose`` takes the
training topics of ECB+ in place of the development topics: what a figure was chosen by, it is not
reported on.
"""

import argparse
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.meaning_sets import Pairs, Retrieval, read_events, read_names, read_pairs
from benchmarks.meaning_sets import read_retellings as read_told
from benchmarks.word_overlap import bm25, jaccard, letters
from sayso.language.vectors import Vectors

Scores = NDArray[np.float64]
Method = Callable[[Sequence[str], Sequence[str]], Scores]
_DRAWS = 1000
_FIRST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A mean over units (queries or pairs) with its interval."""

    value: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.value:5.3f} [{self.low:5.3f}, {self.high:5.3f}]"


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description="Measure the matcher for meaning.")
    parser.add_argument("shared", type=Path)
    parser.add_argument("--encoder", type=Path)
    parser.add_argument("--vectors", type=Path)
    parser.add_argument("--choose", action="store_true")
    options = parser.parse_args(arguments)
    vectors = Vectors.load(options.vectors) if options.vectors else Vectors.load()
    methods: dict[str, Method] = {
        "letter triples": letters,
        "shared words": jaccard,
        "BM25": bm25,
        "vectors": cosines_of(vectors.of_texts),
    }
    methods["vectors + words"] = mean_of(methods["vectors"], bm25)
    if options.encoder:
        methods["MiniLM"] = cosines_of(_encoder(options.encoder))
    for name in ("NewsNLI", "RTE"):
        _print_pairs(read_pairs(options.shared / f"eval/quantity/{name}_dev.jsonl"), methods)
    ecb, split = options.shared / "corpora/ecbplus", ["train"] if options.choose else ["dev"]
    searches = [read_events(ecb, split), read_names(ecb, split)]
    for search in searches if options.choose else [*searches, read_told()]:
        _print_search(search, methods)
    _print_cost([item.text for item in searches[0].items], methods)
    return 0


def cosines_of(vectors_of: Callable[[Sequence[str]], NDArray[np.float32]]) -> Method:
    """Return the method that compares texts by vectors of length one."""
    return lambda left, right: vectors_of(left).astype(float) @ vectors_of(right).astype(float).T


def mean_of(first: Method, second: Method) -> Method:
    """Return the method that takes the mean of two scores."""
    return lambda left, right: (first(left, right) + second(left, right)) / 2


def _encoder(folder: Path) -> Callable[[Sequence[str]], NDArray[np.float32]]:
    from training.vectors import Teacher  # noqa: PLC0415 - torch is there only where one trains

    teacher = Teacher.load(folder)
    return lambda texts: np.asarray(teacher.of_texts(texts).numpy(), np.float32)


def _print_pairs(pairs: Pairs, methods: Mapping[str, Method]) -> None:
    same = np.array(pairs.same)
    print(f"{pairs.name}: {len(same)} pairs, {same.sum()} say the same")
    texts = sorted({*pairs.left, *pairs.right})
    place = {text: number for number, text in enumerate(texts)}
    left, right = ([place[t] for t in side] for side in (pairs.left, pairs.right))
    for name, method in methods.items():
        scores = method(texts, texts)[left, right]
        print(f"  {name:16} AUC {_auc_figure(scores, same)}")


def _auc_figure(scores: Scores, same: NDArray[np.bool_]) -> Figure:
    chance = np.random.default_rng(1)
    drawn = []
    for _ in range(_DRAWS):
        chosen = chance.integers(0, len(same), len(same))
        drawn.append(_auc(scores[chosen], same[chosen]))
    return _figure(_auc(scores, same), drawn)


def _auc(scores: Scores, same: NDArray[np.bool_]) -> float:
    positive, negative = scores[same][:, None], np.sort(scores[~same])
    below = np.searchsorted(negative, positive, "left") + np.searchsorted(
        negative, positive, "right"
    )
    return float(below.mean() / 2 / max(len(negative), 1))


def _print_search(search: Retrieval, methods: Mapping[str, Method]) -> None:
    queries = search.queries()
    clusters = [search.items[q].cluster for q in queries]
    print(
        f"{search.name}: {len(queries)} queries of {len(set(clusters))} stories "
        f"among {len(search.items)} texts"
    )
    ranks = {name: _ranks(search, queries, method) for name, method in methods.items()}
    for name, found in ranks.items():
        first, five = _mean(found == 1, clusters), _mean(found <= _FIRST, clusters)
        print(f"  {name:16} R@1 {first}  R@5 {five}  MRR {_mean(1 / found, clusters)}")
    for name in ("vectors", "vectors + words"):
        gain = _mean(1 / ranks[name] - 1 / ranks["BM25"], clusters)
        print(f"  {name} over BM25: MRR {gain}")


def _ranks(search: Retrieval, queries: Sequence[int], method: Method) -> Scores:
    """Return the rank of each query's best partner; equal scores count as halves."""
    texts = [item.text for item in search.items]
    scores = method([texts[q] for q in queries], texts)
    documents = np.array([item.document for item in search.items])
    written = np.array([text.lower() for text in texts])
    ranks = []
    for row, query in zip(scores, queries, strict=True):
        item = search.items[query]
        others = (documents != item.document) & (written != item.text.lower())
        partner = np.array([not item.groups.isdisjoint(other.groups) for other in search.items])
        best = row[others & partner].max()
        rest = row[others & ~partner]
        ranks.append(1 + (rest > best).sum() + (rest == best).sum() / 2)
    return np.array(ranks)


def _mean(values: NDArray[np.generic], clusters: Sequence[str]) -> Figure:
    """Return the mean over queries; whole stories are drawn."""
    numbers = values.astype(float)
    _, cluster = np.unique(np.array(clusters), return_inverse=True)
    sums, sizes = np.bincount(cluster, numbers), np.bincount(cluster)
    chance = np.random.default_rng(1)
    chosen = chance.integers(0, len(sums), (_DRAWS, len(sums)))
    drawn = sums[chosen].sum(axis=1) / sizes[chosen].sum(axis=1)
    return _figure(float(numbers.mean()), drawn)


def _figure(value: float, drawn: Sequence[float] | Scores) -> Figure:
    low, high = np.quantile(np.array(drawn), [0.025, 0.975])
    return Figure(value=value, low=float(low), high=float(high))


def _print_cost(texts: Sequence[str], methods: Mapping[str, Method]) -> None:
    words = sum(len(text.split()) for text in texts)
    print(f"cost: {len(texts)} sentences, {words} words, vectors of them")
    for name in ("vectors", "MiniLM"):
        if name in methods:
            start = time.process_time()
            methods[name](texts, texts[:1])
            spent = time.process_time() - start
            rate = f"{len(texts) / spent:8,.0f} sentences, {words / spent:10,.0f} words"
            print(f"  {name:16} {rate} a processor second")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
