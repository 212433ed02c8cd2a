"""Event coreference over documents: gold mentions of ECB+ in our own stories, CoNLL F1.

Usage: python -m benchmarks.event_coreference SHARED_FOLDER [--folds]

``lemma``: mentions whose words have one base form are one, within a happening of a story.
``pairs``: mentions of a story are joined by average link of a score of their words, meanings, sentences
and happenings. The weights are fitted on the training topics, and what still joins was chosen in folds of
these (--folds does it again); the development topics are not looked at for either.
"""

import argparse
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.clustering_scores import b_cubed, ceaf_e, muc
from benchmarks.entity_coreference import conll
from benchmarks.story_clustering import cluster, read_documents
from sayso.evidence.event_types import shipped_types
from sayso.evidence.event_words import lemma
from sayso.language.vectors import Vectors
from sayso.story.events.terms import read_terms, shipped_background

_PARTICLES = frozenset(
    [
        "off",
        "into",
        "up",
        "out",
        "down",
        "in",
        "on",
        "to",
        "over",
        "with",
        "for",
        "at",
        "back",
        "away",
        "from",
        "by",
        "of",
        "about",
        "through",
        "it",
    ]
)
# Characters around a mention that are its clause.
_NEAR = 60
# Chosen in folds of the training topics, as is how strongly weights are held back.
_JOINS, _STRENGTH = 0.45, 0.3
_FOLDS = 3
# Of pairs with different base forms that are of different chains, the part that is seen.
_SEEN = 0.2
# Columns of ``features`` that tell more together: happening, names, near, told, same happening, document.
_TOGETHER, _SQUARED = (7, 8, 9, 10, 12, 5), (8, 9, 10)
Floats = Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A gold mention with what a comparison sees of it."""

    document: str
    sentence: int
    chain: str
    word: str
    lemma: str
    family: str | None
    happening: object
    names: frozenset[str]
    near: frozenset[str]
    told: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The mentions of a story, and what each pair of them has in common."""

    story: str
    mentions: Sequence[Told]
    pairs: Floats | None

    def right(self) -> Floats:
        """Say for each pair whether it is of one chain."""
        left, right = np.triu_indices(len(self.mentions), 1)
        names = np.array([one.chain for one in self.mentions])
        return names[left] == names[right]


def head(words: str) -> str:
    """Return the verb before its particle, or the last noun of a compound."""
    parts = words.split()
    while len(parts) > 1 and parts[-1].lower() in _PARTICLES:
        parts.pop()
    return parts[-1]


def read_stories(shared: Path, split: str) -> dict[str, list[Told]]:
    """Return the gold mentions of events by the story that we put their document into."""
    documents = [document for document, _ in read_documents(shared, [split])]
    stories, happenings = cluster(documents)
    place = {d.id: (s, h) for d, s, h in zip(documents, stories, happenings, strict=True)}
    rows = [json.loads(x) for x in (shared / "corpora/ecbplus/docs.jsonl").open(encoding="utf-8")]
    texts = {row["doc"]: row for row in rows if row["split"] == split}
    found: defaultdict[str, list[Told]] = defaultdict(list)
    for line in (shared / "corpora/ecbplus/mentions.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        if row["split"] == split and row["kind"] == "event":
            story, happening = place[row["doc"]]
            found[story].append(_told(row, texts[row["doc"]], happening))
    return dict(found)


def _told(row: dict[str, Any], document: dict[str, Any], happening: object) -> Told:
    sentence = next(one for one in document["sentences"] if one["sent"] == row["sent"])
    start, end = row["spans"][0][0], row["spans"][-1][1]
    text = document["text"]
    word = head(row["text"]).strip("'`\".,")
    base = lemma(word) or word
    coding = shipped_types().of_word(base)
    around = text[max(sentence["start"], start - _NEAR) : min(sentence["end"], end + _NEAR)]
    terms = read_terms(text[sentence["start"] : sentence["end"]])
    return Told(
        document=row["doc"],
        sentence=row["sent"],
        chain=row["chain"],
        word=word,
        lemma=base,
        family=None if coding is None else coding.family,
        happening=happening,
        names=frozenset(terms.names),
        near=frozenset(read_terms(around).every) - {base},
        told=frozenset(terms.every) - {base},
    )


def features(mentions: Sequence[Told], vectors: Vectors) -> Floats:
    """Return what each pair of mentions has in common, as an array of pairs by features."""
    size = len(mentions)
    left, right = np.triu_indices(size, 1)

    def equal(values: Sequence[object]) -> Floats:
        known: dict[object, int] = {}
        codes = np.array([known.setdefault(value, len(known)) for value in values])
        return (codes[left] == codes[right]).astype(np.float32)

    meanings = vectors.of_texts([one.word for one in mentions])
    near_in_meaning = (meanings @ meanings.T)[left, right]
    same = equal([one.lemma for one in mentions])
    family = equal([one.family or f"-{at}" for at, one in enumerate(mentions)])
    stem = equal([one.lemma[:5] for one in mentions])
    document = equal([one.document for one in mentions])
    happening = equal([one.happening for one in mentions])
    sentence = equal([(one.document, one.sentence) for one in mentions])
    names, near, told = (
        _shared(sets)[left, right]
        for sets in zip(*((one.names, one.near, one.told) for one in mentions), strict=True)
    )
    spread = Counter(key for key, _ in {(one.lemma, one.document) for one in mentions})
    repeated = Counter((one.lemma, one.document) for one in mentions)
    documents = len({one.document for one in mentions})
    common = np.array([spread[one.lemma] / documents for one in mentions], np.float32)
    twice = np.array([repeated[one.lemma, one.document] > 1 for one in mentions], np.float32)
    other = 1 - same
    columns = (
        same, other * stem, other * near_in_meaning, other * np.maximum(near_in_meaning - 0.4, 0),
        other * family, document, sentence, happening, names, near, told, same * happening,
        same * names, same * near, same * told, same * np.minimum(common[left], common[right]),
        same * np.maximum(twice[left], twice[right]), same * document, other * names, other * near,
        other * told * near_in_meaning, same * sentence, other * sentence, other * happening * near_in_meaning,
    )  # fmt: skip
    return np.stack(columns, axis=1).astype(np.float32)


def _shared(sets: Sequence[frozenset[str]]) -> Floats:
    """Return how much of their words each two sets share, the rarer for more; 0 where both are empty."""
    words = {word: at for at, word in enumerate(sorted(frozenset().union(*sets)))}
    table = np.zeros((len(sets), max(len(words), 1)), np.float32)
    for at, some in enumerate(sets):
        for word in some:
            table[at, words[word]] = shipped_background().rarity(word)
    weight = np.sqrt(table)
    common, whole = weight @ weight.T, table.sum(axis=1)
    union = whole[:, None] + whole[None, :] - common
    return np.where(union > 0, common / np.maximum(union, 1e-6), 0)


def expanded(table: Floats) -> Floats:
    """Return features with their products, apart for pairs of one base form and for others."""
    products = [table[:, [i]] * table[:, [j]] for i, j in combinations(_TOGETHER, 2)]
    squares = [table[:, [i]] ** 2 for i in _SQUARED]
    every = np.concatenate([table, *products, *squares], axis=1)
    same = table[:, :1]
    return np.concatenate([every * same, every * (1 - same), same], axis=1)


def fit(tables: Sequence[Table]) -> Any:
    """Return a model of which pairs are of one chain; of those that are plainly not, it sees a part."""
    from sklearn.linear_model import (  # type: ignore[import-untyped] # noqa: PLC0415 - only here
        LogisticRegression,
    )

    pairs = np.concatenate([one.pairs for one in tables if one.pairs is not None])
    right = np.concatenate([one.right() for one in tables if one.pairs is not None])
    telling = right | (pairs[:, 0] > 0)
    seen = telling | (np.random.default_rng(0).random(len(right)) < _SEEN)
    weights = np.where(telling, 1, 1 / _SEEN)[seen]
    model = LogisticRegression(max_iter=400, C=_STRENGTH)
    return model.fit(expanded(pairs[seen]), right[seen], sample_weight=weights)


def join(table: Table, model: Any) -> Callable[[float], list[int]]:
    """Return how the mentions of a story fall into events, by what still joins two on average."""
    from scipy.cluster.hierarchy import (  # type: ignore[import-untyped] # noqa: PLC0415 - only here
        fcluster,
        linkage,
    )

    if table.pairs is None:
        return lambda _: [1] * len(table.mentions)
    tree = linkage(1 - model.predict_proba(expanded(table.pairs))[:, 1], "average")
    return lambda joins: [int(one) for one in fcluster(tree, 1 - joins, "distance")]


def read_tables(shared: Path, split: str, vectors: Vectors) -> list[Table]:
    return [
        Table(
            story=story,
            mentions=mentions,
            pairs=features(mentions, vectors) if len(mentions) > 1 else None,
        )
        for story, mentions in read_stories(shared, split).items()
    ]


def chains(tables: Sequence[Table]) -> list[str]:
    return [one.chain for table in tables for one in table.mentions]


def show_folds(tables: Sequence[Table]) -> None:
    """Show what comes of each way to join on stories of the training topics that are held out."""
    shuffled = list(tables)
    random.Random(1).shuffle(shuffled)  # noqa: S311 - repeatable, not secret
    trees = []
    for fold in range(_FOLDS):
        model = fit([one for at, one in enumerate(shuffled) if at % _FOLDS != fold])
        trees += [(one, join(one, model)) for one in shuffled[fold::_FOLDS]]
    gold = chains([table for table, _ in trees])
    for joins in (0.25, 0.3, 0.35, 0.4, 0.45, 0.5):
        found = [(table.story, group) for table, tree in trees for group in tree(joins)]
        report(f"held out, {joins}", gold, found)


def report(name: str, gold: Sequence[object], found: Sequence[object]) -> None:
    scores = [measure(gold, found) for measure in (muc, b_cubed, ceaf_e)]
    shown = " ".join(f"{s.precision:.3f}/{s.recall:.3f}/{s.f1:.3f}" for s in scores)
    print(f"  {name:16} CoNLL {100 * conll(scores):.1f}  MUC, B3, CEAFe {shown}", flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument(
        "--folds", action="store_true", help="Show what joins best in training topics"
    )
    arguments = parser.parse_args()
    vectors = Vectors.load()
    training = read_tables(arguments.shared, "train", vectors)
    if arguments.folds:
        show_folds(training)
    model = fit(training)
    tables = read_tables(arguments.shared, "dev", vectors)
    by_lemma = [(one.happening, one.lemma) for table in tables for one in table.mentions]
    report("lemma", chains(tables), by_lemma)
    pairs = [(one.story, group) for one in tables for group in join(one, model)(_JOINS)]
    report("pairs", chains(tables), pairs)
    return 0


if __name__ == "__main__":
    sys.exit(main())
