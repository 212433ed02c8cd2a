"""Story clustering: the documents of ECB+ by the event they report on, B-cubed F1.

Usage: python -m benchmarks.story_clustering SHARED_FOLDER

The documents of a split, or of one of four folds of its topics, are one pool; nothing of them is
known to the program but its shipped word counts, which come from other corpora. ``single pass`` is
what a case does, in five orders; ``story`` is the coarse level, ``happening`` the fine one, which is
scored against ECB+'s events. ``pool`` joins by average link from all documents at once.
"""

import argparse
import json
import random
import sys
from collections import defaultdict
from collections.abc import Hashable, Sequence
from pathlib import Path
from statistics import mean
from time import perf_counter

from benchmarks.clustering_scores import b_cubed
from sayso.story.events.shelf import StoryShelf
from sayso.story.events.stories import StoryDocument, happenings, read_story_document
from sayso.story.events.terms import shipped_background

_ORDERS = 5
_FOLDS = 4
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


def cluster(documents: Sequence[StoryDocument]) -> tuple[list[str], list[Hashable]]:
    """Return the story and the happening of each document, the documents taken in order."""
    shelf = StoryShelf()
    stories = [shelf.add(document) for document in documents]
    members: defaultdict[str, list[int]] = defaultdict(list)
    for number, story in enumerate(stories):
        members[story].append(number)
    parts: list[Hashable] = [None] * len(documents)
    for story, numbers in members.items():
        found = happenings([documents[number] for number in numbers], shipped_background())
        for number, part in zip(numbers, found, strict=True):
            parts[number] = story, part
    return stories, parts


def orders(pool: Sequence[Labelled]) -> list[tuple[float, float]]:
    """Return both B-cubed F1 for each of five orders."""
    found = []
    for seed in range(_ORDERS):
        shuffled = list(pool)
        random.Random(seed).shuffle(shuffled)  # noqa: S311 - repeatable, not secret
        gold = [label for _, label in shuffled]
        stories, parts = cluster([document for document, _ in shuffled])
        found.append((b_cubed(gold, stories).f1, b_cubed(gold, parts).f1))
    return found


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
    folds = []
    for number in range(_FOLDS):
        wanted = set(topics[number::_FOLDS])
        folds += show(f"fold {number + 1}", [one for one in pool if one[1][0] in wanted])
    print(f"  mean of folds and orders: {mean(folds):.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
