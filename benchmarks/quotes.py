"""Quote pairs: two reports of one statement, on the stories of the project's own corpus.

Usage: python -m benchmarks.quotes [--wrong]

``retellings.tsv`` names the statements of a story that another text of it reports again, found by
reading; the attributions are the annotated ones. A pair is right if both sides stand in (or hold) a
listed statement. The list was made for other ends and leaves out headlines and repeated denials, so
precision is a lower bound. The stories share one index, so a pair across two of them is wrong.
Intervals are 95 % by bootstrap over stories. ``--wrong`` prints the pairs that are not listed.
"""

import random
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations

from benchmarks.meaning_sets import RETELLINGS
from benchmarks.own_statements import Told, read_stories
from sayso.language.vectors import Vectors, similarity
from sayso.story.quotes.find import find_renderings
from sayso.story.quotes.rendering import Rendering
from sayso.story.statements.index import StatementIndex
from sayso.story.statements.lookup import comparison
from sayso.story.statements.statement import Meaning, Statement

_DRAWS = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What was found in one story; ``across`` are pairs with another story."""

    found: int
    right: int
    pairs: int
    pairs_found: int
    across: int


def main(arguments: Sequence[str]) -> int:
    gold = read_gold()
    meaning = partial(similarity, vectors=Vectors.load())
    for name, using in (("words", None), ("words and vectors", meaning)):
        counts, index = [], StatementIndex()
        for story, told in read_stories():
            renderings = _find(told, index, using)
            inside = [one for one in renderings if _story(one.left) == _story(one.right)]
            pairs = [pair for pair in gold.get(story, []) if _is_spoken(pair, told)]
            counts.append(_count(inside, told, pairs, len(renderings) - len(inside)))
            if "--wrong" in arguments and using is not None:
                _show(renderings, told, pairs)
        _print(name, counts)
    return 0


def read_gold() -> dict[str, list[tuple[str, str]]]:
    """Return the pairs of claims of each story that report one statement in two texts."""
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for line in RETELLINGS.read_text(encoding="utf-8").splitlines():
        story, told = line.split("\t")
        claims = [f"{story}-{place[:2]}:{place[2:]}" for place in told.split()]
        found[story] += [
            (one, other)
            for one, other in combinations(claims, 2)
            if one.partition(":")[0] != other.partition(":")[0]
        ]
    return found


def _find(told: Sequence[Told], index: StatementIndex, meaning: Meaning | None) -> list[Rendering]:
    found: list[Rendering] = []
    for text in told:
        by = comparison(text.statements, index, meaning=meaning)
        found += find_renderings(text.statements, index, by)
        for statement in text.statements:
            index.add(statement)
    return found


def _story(statement: Statement) -> str:
    return statement.document.rpartition("-")[0]


def _is_spoken(pair: tuple[str, str], told: Sequence[Told]) -> bool:
    spoken = {one.claim for text in told for one in text.statements}
    return spoken.issuperset(pair)


def _count(
    renderings: Sequence[Rendering],
    told: Sequence[Told],
    pairs: Sequence[tuple[str, str]],
    across: int,
) -> Counts:
    return Counts(
        found=len(renderings),
        right=sum(any(_is_pair(one, pair, told) for pair in pairs) for one in renderings),
        pairs=len(pairs),
        pairs_found=sum(any(_is_pair(one, pair, told) for one in renderings) for pair in pairs),
        across=across,
    )


def _is_pair(one: Rendering, pair: tuple[str, str], told: Sequence[Told]) -> bool:
    every = {statement.claim: statement for text in told for statement in text.every}
    first, second = (every[claim] for claim in pair)
    sides = ((one.left, one.right), (one.right, one.left))
    return any(_overlap(left, first) and _overlap(right, second) for left, right in sides)


def _overlap(one: Statement, other: Statement) -> bool:
    same = one.document == other.document
    return same and any(a.overlaps(b) for a in one.content for b in other.content)


def _show(
    renderings: Sequence[Rendering], told: Sequence[Told], pairs: Sequence[tuple[str, str]]
) -> None:
    for one in renderings:
        across = _story(one.left) != _story(one.right)
        if across or not any(_is_pair(one, pair, told) for pair in pairs):
            print(f"{one.kind} {one.rule} same {one.same_speaker} share {one.alignment.share:.2f}"
                  f" common {one.alignment.common:.1f} nearness {one.nearness or 0:.2f}")  # fmt: skip
            for side in (one.left, one.right):
                print(f"    {side.claim} {side.speaker}: {side.text}")


def _print(name: str, counts: Sequence[Counts]) -> None:
    chance = random.Random(1)  # noqa: S311 -- repeatable, not secret
    drawn = [_shares(chance.choices(counts, k=len(counts))) for _ in range(_DRAWS)]
    print(
        f"{name}: {sum(c.pairs for c in counts)} pairs, {sum(c.found for c in counts)} found, "
        f"{sum(c.across for c in counts)} across stories"
    )
    for at, (label, value) in enumerate(zip(("precision", "recall"), _shares(counts), strict=True)):
        ordered = sorted(shares[at] for shares in drawn)
        low, high = ordered[int(0.025 * _DRAWS)], ordered[int(0.975 * _DRAWS)]
        print(f"  {label:10} {value:.3f} [{low:.3f}, {high:.3f}]")


def _shares(counts: Sequence[Counts]) -> tuple[float, float]:
    return (
        sum(c.right for c in counts) / max(sum(c.found + c.across for c in counts), 1),
        sum(c.pairs_found for c in counts) / max(sum(c.pairs for c in counts), 1),
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
