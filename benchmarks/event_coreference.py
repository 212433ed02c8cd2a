"""Event coreference over documents: gold mentions of ECB+ in our own stories, CoNLL F1.

Usage: python -m benchmarks.event_coreference SHARED_FOLDER [--fit]

``lemma``: mentions whose words have one base form are one, within a happening of a story.
``pairs``: mentions of a story are joined by average link of a score of their words, meanings, sentences
and happenings. The weights were fitted on the training topics (--fit does it again); the development
topics were not looked at for that.
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
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
_JOINS = 0.35
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

    def shared(sets: Sequence[frozenset[str]]) -> Floats:
        words = {word: at for at, word in enumerate(sorted(frozenset().union(*sets)))}
        table = np.zeros((size, max(len(words), 1)), np.float32)
        for at, some in enumerate(sets):
            for word in some:
                table[at, words[word]] = shipped_background().rarity(word)
        weight = np.sqrt(table)
        common, whole = weight @ weight.T, table.sum(axis=1)
        union = whole[left] + whole[right] - common[left, right]
        return np.where(union > 0, common[left, right] / np.maximum(union, 1e-6), 0)

    meanings = vectors.of_texts([one.word for one in mentions])
    near_in_meaning = (meanings @ meanings.T)[left, right]
    same = equal([one.lemma for one in mentions])
    family = equal([one.family or f"-{at}" for at, one in enumerate(mentions)])
    stem = equal([one.lemma[:5] for one in mentions])
    document, happening = (
        equal([one.document for one in mentions]),
        equal([one.happening for one in mentions]),
    )
    sentence = equal([(one.document, one.sentence) for one in mentions])
    names, near, told = (
        shared([one.names for one in mentions]),
        shared([one.near for one in mentions]),
        shared([one.told for one in mentions]),
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


def fit(stories: dict[str, list[Told]], vectors: Vectors) -> list[float]:
    """Return the weights, the constant last."""
    from sklearn.linear_model import (  # type: ignore[import-untyped] # noqa: PLC0415 - only to fit
        LogisticRegression,
    )

    tables, labels = [], []
    for mentions in stories.values():
        if len(mentions) > 1:
            left, right = np.triu_indices(len(mentions), 1)
            chains = np.array([one.chain for one in mentions])
            tables.append(features(mentions, vectors))
            labels.append(chains[left] == chains[right])
    model = LogisticRegression(max_iter=500).fit(np.concatenate(tables), np.concatenate(labels))
    return [*map(float, model.coef_[0]), float(model.intercept_[0])]


def join(mentions: Sequence[Told], weights: Sequence[float], vectors: Vectors) -> list[int]:
    """Join mentions by average link of their pairs' probabilities."""
    from scipy.cluster.hierarchy import (  # type: ignore[import-untyped] # noqa: PLC0415 - only here
        fcluster,
        linkage,
    )

    if len(mentions) == 1:
        return [1]
    values = features(mentions, vectors) @ np.array(weights[:-1], np.float32) + weights[-1]
    distances = 1 - 1 / (1 + np.exp(-values))
    found = fcluster(linkage(distances, "average"), 1 - _JOINS, "distance")
    return [int(one) for one in found]


def report(name: str, gold: Sequence[object], found: Sequence[object]) -> None:
    scores = [measure(gold, found) for measure in (muc, b_cubed, ceaf_e)]
    shown = " ".join(f"{s.precision:.3f}/{s.recall:.3f}/{s.f1:.3f}" for s in scores)
    print(f"  {name:16} CoNLL {100 * conll(scores):.1f}  MUC, B3, CEAFe {shown}", flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--fit", action="store_true", help="Fit the weights on the training topics")
    arguments = parser.parse_args()
    vectors = Vectors.load()
    if arguments.fit:
        weights = fit(read_stories(arguments.shared, "train"), vectors)
        print("  weights", [round(one, 2) for one in weights])
    else:
        weights = list(_WEIGHTS)
    stories = read_stories(arguments.shared, "dev")
    gold = [one.chain for some in stories.values() for one in some]
    by_lemma = [(one.happening, one.lemma) for some in stories.values() for one in some]
    report("lemma", gold, by_lemma)
    pairs = [
        (story, group) for story, some in stories.items() for group in join(some, weights, vectors)
    ]
    report("pairs", gold, pairs)
    return 0


# Of the columns of ``features``, in their order, and the constant.
_WEIGHTS = (
    3.87, 0.29, 2.37, -0.18, 1.19, 0.26, -1.71, 2.49, 0.43, 1.26, -0.04, 0.62,
    0.79, -0.27, 0.39, 1.38, -0.42, 0.79, -0.36, 1.53, 0.18, -0.42, -1.29, 2.88, -6.89,
)  # fmt: skip

if __name__ == "__main__":
    sys.exit(main())
