"""Story clustering: the documents of ECB+ by the event they report on, B-cubed F1.

Usage: python -m benchmarks.story_clustering SHARED_FOLDER

The documents of a split, or of one of four folds of its topics, are one pool; nothing of them is
known to the program but its shipped word counts, which come from other corpora. ``single pass`` is
what a case does, in five orders; ``story`` is the coarse level, ``happening`` the fine one, which is
scored against ECB+'s events. The last lines take both thresholds from the other three folds alone.
"""

import argparse
import json
import random
import sys
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from time import perf_counter

from benchmarks.clustering_scores import b_cubed
from sayso.story.events.happenings import PARTS, Likeness, likeness_of, parted
from sayso.story.events.shelf import StoryShelf
from sayso.story.events.stories import JOINS, StoryDocument, read_story_document
from sayso.story.events.terms import shipped_background

_ORDERS = 5
_FOLDS = 4
# Thresholds that are tried where other folds choose them.
_JOINS = (0.14, 0.16, 0.18)
_PARTS = (0.03, 0.04, 0.05, 0.06, 0.08)
Thresholds = tuple[float, float]
Labelled = tuple[StoryDocument, tuple[int, str]]


def read_documents(shared: Path, splits: Sequence[str]) -> list[Labelled]:
    background = shipped_background()
    found = []
    for line in (shared / "corpora/ecbplus/docs.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        if row["split"] in splits:
            document = read_story_document(row["doc"], row["text"], background)
            found.append((document, (row["topic"], row["event"])))
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Stories:
    """The documents of a pool by story, in the order they came, and how alike those of each are."""

    names: Sequence[str]
    members: Mapping[str, Sequence[int]]
    likeness: Mapping[str, Likeness]

    def parted(self, parts: float) -> list[Hashable]:
        """Return the happening of each document."""
        found: list[Hashable] = [None] * len(self.names)
        for story, numbers in self.members.items():
            for number, part in zip(numbers, parted(self.likeness[story], parts), strict=True):
                found[number] = story, part
        return found


def tell(documents: Sequence[StoryDocument], joins: float = JOINS) -> Stories:
    """Put documents into stories, in order."""
    shelf = StoryShelf(joins=joins)
    names = [shelf.add(document) for document in documents]
    members: defaultdict[str, list[int]] = defaultdict(list)
    for number, story in enumerate(names):
        members[story].append(number)
    likeness = {
        story: likeness_of([documents[number] for number in numbers], shipped_background())
        for story, numbers in members.items()
    }
    return Stories(names=names, members=members, likeness=likeness)


def cluster(documents: Sequence[StoryDocument]) -> tuple[Sequence[str], list[Hashable]]:
    """Return the story and the happening of each document, the documents taken in order."""
    stories = tell(documents)
    return stories.names, stories.parted(PARTS)


def shuffles(pool: Sequence[Labelled], count: int) -> Iterator[list[Labelled]]:
    for seed in range(count):
        shuffled = list(pool)
        random.Random(seed).shuffle(shuffled)  # noqa: S311 - repeatable, not secret
        yield shuffled


def orders(pool: Sequence[Labelled]) -> list[tuple[float, float]]:
    """Return both B-cubed F1 for each of five orders."""
    found = []
    for shuffled in shuffles(pool, _ORDERS):
        gold = [label for _, label in shuffled]
        stories, parts = cluster([document for document, _ in shuffled])
        found.append((b_cubed(gold, stories).f1, b_cubed(gold, parts).f1))
    return found


def by_thresholds(pool: Sequence[Labelled]) -> dict[Thresholds, float]:
    """Return the mean B-cubed F1 of happenings for each pair of thresholds."""
    found: defaultdict[Thresholds, list[float]] = defaultdict(list)
    for shuffled in shuffles(pool, _ORDERS):
        gold = [label for _, label in shuffled]
        for joins in _JOINS:
            stories = tell([document for document, _ in shuffled], joins)
            for parts in _PARTS:
                found[joins, parts].append(b_cubed(gold, stories.parted(parts)).f1)
    return {thresholds: mean(scores) for thresholds, scores in found.items()}


def held_out(folds: Sequence[Sequence[Labelled]]) -> None:
    """Show each fold with the thresholds that are best for the others."""
    tables = [by_thresholds(fold) for fold in folds]
    scores = []
    for number, own in enumerate(tables):
        others = [table for at, table in enumerate(tables) if at != number]
        best = max(own, key=lambda one: mean(table[one] for table in others))
        scores.append(own[best])
        print(f"  fold {number + 1}, thresholds {best} of the others: happening {own[best]:.3f}")
    print(f"  mean of folds with thresholds of the others: {mean(scores):.3f}")


def show(name: str, pool: Sequence[Labelled]) -> list[float]:
    start = perf_counter()
    found = orders(pool)
    seconds = (perf_counter() - start) / _ORDERS
    fine = [one for _, one in found]
    print(
        f"  {name:14} {len(pool):4} documents: story {mean(s for s, _ in found):.3f}, happening"
        f" {mean(fine):.3f} (worst {min(fine):.3f}), {len(pool) / seconds:.0f} documents/s",
        flush=True,
    )
    return fine


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    shared = parser.parse_args().shared
    for split in ("dev", "train"):
        show(split, read_documents(shared, [split]))
    pool = read_documents(shared, ["train", "dev"])
    topics = sorted({topic for _, (topic, _) in pool})
    random.Random(3).shuffle(topics)  # noqa: S311 - repeatable, not secret
    parts = [set(topics[number::_FOLDS]) for number in range(_FOLDS)]
    folds = [[one for one in pool if one[1][0] in wanted] for wanted in parts]
    scores = [one for at, fold in enumerate(folds, start=1) for one in show(f"fold {at}", fold)]
    print(f"  mean of folds and orders: {mean(scores):.3f}")
    held_out(folds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
