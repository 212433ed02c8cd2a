"""Denials: assertion and denial side by side, on the stories of the project's own corpus.

Usage: python -m benchmarks.denials

``denials.tsv`` names for each story the rows of which one denies the other, read in two passes: all
rows with a verb of denial, then what was found beside them. The attributions are the annotated
ones. A pair is right if it has a listed denial and a statement that overlaps one listed for it.
Two speakers who give another number side by side are no denial in that list:
they are counted apart. Precision counts pairs, recall counts denials of which some assertion was found, and pairs.
Intervals are 95 % by bootstrap over stories.
"""

import random
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.own_statements import Told, read_stories
from sayso.language.vectors import Vectors, similarity
from sayso.story.denials.denial import Denial, DenialReason
from sayso.story.denials.find import find_denials
from sayso.story.quotes.find import find_renderings
from sayso.story.statements.index import StatementIndex
from sayso.story.statements.lookup import comparison
from sayso.story.statements.statement import Meaning, Statement

GOLD = Path(__file__).with_name("denials.tsv")
_DRAWS = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What was found in one story."""

    found: int
    right: int
    pairs: int
    pairs_found: int
    denials: int
    denials_found: int


def main() -> int:
    gold = read_gold()
    meaning = partial(similarity, vectors=Vectors.load())
    for name, using in (("words", None), ("words and vectors", meaning)):
        counts, by_reason = [], defaultdict(list)
        for story, told in read_stories():
            denials = find_in_story(told, using)
            listed = [one for one in denials if one.reason is not DenialReason.ANOTHER_NUMBER]
            counts.append(_count(listed, told, gold.get(story, set())))
            for denial in denials:
                right = _is_right(denial, told, gold.get(story, set()))
                by_reason[denial.reason].append(right)
        _print(name, counts)
        for reason in DenialReason:
            rights = by_reason[reason]
            print(f"    {reason:16} {len(rights):4} found, {sum(rights):4} right")
    return 0


def read_gold() -> dict[str, set[tuple[str, str]]]:
    """Return the pairs of claims of each story, the asserted first."""
    found: dict[str, set[tuple[str, str]]] = {}
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        story, pairs = line.split("\t")
        found[story] = {
            (_claim(story, one), _claim(story, other))
            for one, other in (pair.split(">") for pair in pairs.split())
        }
    return found


def _claim(story: str, place: str) -> str:
    return f"{story}-{place[:2]}:{place[2:]}"


def find_in_story(told: Sequence[Told], meaning: Meaning | None) -> list[Denial]:
    """Return the denials of a story, its texts added one by one."""
    index = StatementIndex()
    found: dict[tuple[str, str], Denial] = {}
    for text in told:
        by = comparison(text.statements, index, meaning=meaning)
        renderings = list(find_renderings(text.statements, index, by))
        known = partial(_known_of, tuple(found.values()))
        for denial in find_denials(
            text.statements, index, by, renderings=renderings, denials_of=known
        ):
            found.setdefault((denial.asserted.claim, denial.denied.claim), denial)
        for statement in text.statements:
            index.add(statement)
    return list(found.values())


def _known_of(denials: Sequence[Denial], claim: str) -> list[Denial]:
    return [denial for denial in denials if denial.asserted.claim == claim]


def _count(denials: Sequence[Denial], told: Sequence[Told], gold: set[tuple[str, str]]) -> Counts:
    right = [denial for denial in denials if _is_right(denial, told, gold)]
    answered = {denied for _, denied in gold}
    reached = {pair for pair in gold if any(_is_pair(d, pair, told) for d in denials)}
    return Counts(
        found=len(denials),
        right=len(right),
        pairs=len(gold),
        pairs_found=len(reached),
        denials=len(answered),
        denials_found=len({denied for _, denied in reached}),
    )


def _is_right(denial: Denial, told: Sequence[Told], gold: set[tuple[str, str]]) -> bool:
    return any(_is_pair(denial, pair, told) for pair in gold)


def _is_pair(denial: Denial, pair: tuple[str, str], told: Sequence[Told]) -> bool:
    if denial.denied.claim != pair[1]:
        return False
    return _overlap(denial.asserted, _statement(pair[0], told))


def _statement(claim: str, told: Sequence[Told]) -> Statement:
    return next(one for text in told for one in text.every if one.claim == claim)


def _overlap(one: Statement, other: Statement) -> bool:
    same = one.document == other.document
    return same and any(a.overlaps(b) for a in one.content for b in other.content)


def _print(name: str, counts: Sequence[Counts]) -> None:
    chance = random.Random(1)  # noqa: S311 -- repeatable, not secret
    drawn = [_shares(chance.choices(counts, k=len(counts))) for _ in range(_DRAWS)]
    print(f"{name}: {sum(c.denials for c in counts)} denials, {sum(c.pairs for c in counts)} pairs")
    for at, (label, value) in enumerate(
        zip(("precision", "recall of denials", "recall of pairs"), _shares(counts), strict=True)
    ):
        ordered = sorted(shares[at] for shares in drawn)
        low, high = ordered[int(0.025 * _DRAWS)], ordered[int(0.975 * _DRAWS)]
        print(f"  {label:18} {value:.3f} [{low:.3f}, {high:.3f}]")


def _shares(counts: Sequence[Counts]) -> tuple[float, float, float]:
    return (
        sum(c.right for c in counts) / max(sum(c.found for c in counts), 1),
        sum(c.denials_found for c in counts) / max(sum(c.denials for c in counts), 1),
        sum(c.pairs_found for c in counts) / max(sum(c.pairs for c in counts), 1),
    )


if __name__ == "__main__":
    sys.exit(main())
