"""Verdicts on pairs of figures of the project's own stories, against what a reader said of each.

    python -m benchmarks.figure_pairs [--half dev|held|fresh|blind] [--given] [--errors] [--agreement]

``figure_pairs.tsv`` names two figures by text and characters, with the verdict, which side is the part,
and why, as ``figure_pairs.md`` says. It was labelled by reading, before the engine was run on it; whole
stories lie in one half. ``--agreement`` compares the two readings of the pairs that were read twice.
``--given`` takes predicate, accrual, modality and time from the annotators, so that the engine is
measured apart from the reading. A false conflict is one called where the reader says anything else,
as a share of the pairs that differ in number. ``--errors`` is silent on the blind half.
"""

import argparse
import csv
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.figure_pair_reading import Figures, find_edges, read_figures
from benchmarks.figure_stories import read_stories
from sayso.pipeline.relate_figures import as_copied
from sayso.story.figures.compare import compare_in_order
from sayso.story.figures.kinds import shipped_kinds
from sayso.story.figures.verdict import Policy, Relation, Verdict
from sayso.story.reuse_edge import ReuseEdge
from sayso.text import Span
from training.corpus.read import read_texts
from training.corpus.records import GoldText

PAIRS = Path(__file__).parent / "figure_pairs.tsv"
BLIND = "blind"
HALVES = ("dev", "held", "fresh", BLIND)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two figures and what a reader says of them."""

    half: str
    left: tuple[str, Span]
    right: tuple[str, Span]
    verdict: Verdict
    part: str
    reason: str
    second: tuple[Verdict, str] | None = None


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--half", choices=HALVES, default=None)
    parser.add_argument("--given", action="store_true")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--agreement", action="store_true")
    arguments = parser.parse_args()
    pairs = [pair for pair in read_pairs() if arguments.half in (None, pair.half)]
    if arguments.agreement:
        _report_agreement(pairs)
        return
    texts = {text.id: text for text in (*read_texts(), *read_stories())}
    used = [texts[name] for name in _names(pairs)]
    figures, edges = read_figures(used, given=arguments.given), find_edges(used)
    judged = [(pair, judge(pair, figures, edges)) for pair in pairs]
    _report(judged, figures)
    if arguments.errors:
        # Nobody reads the errors of the blind half: who has read them builds for them.
        _print_errors([one for one in judged if one[0].half != BLIND], texts)


def read_pairs() -> Iterator[Pair]:
    with PAIRS.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t"):
            yield Pair(
                half=row["half"],
                left=(row["left"], _span(row["left_span"])),
                right=(row["right"], _span(row["right_span"])),
                verdict=Verdict(row["verdict"]),
                part=row["part"],
                reason=row["reason"],
                second=(Verdict(row["second"]), row["second_part"]) if row["second"] else None,
            )


def judge(pair: Pair, figures: Figures, edges: Sequence[ReuseEdge]) -> Relation | None:
    """Return the verdict on a pair; ``None`` where a figure was not found or says too little."""
    left, right = (figures[name].get(span) for name, span in (pair.left, pair.right))
    if left is None or right is None:
        return None
    right = as_copied(right, left, edges)
    return compare_in_order(left, right, policy=Policy(), table=shipped_kinds())


def _names(pairs: Sequence[Pair]) -> list[str]:
    return sorted({name for pair in pairs for name, _ in (pair.left, pair.right)})


def _span(written: str) -> Span:
    start, end = written.split("-")
    return Span(int(start), int(end))


def _report(
    judged: Sequence[tuple[Pair, Relation | None]],
    figures: Figures,
) -> None:
    labels = [(pair.verdict, _verdict(relation)) for pair, relation in judged]
    right = sum(gold == found for gold, found in labels)
    unread = sum(relation is None for _, relation in judged)
    used = sorted({gold for gold, _ in labels})
    scores = {one: _f1(labels, one) for one in used}
    differing = [(pair, relation) for pair, relation in judged if pair.verdict is not Verdict.AGREE]
    false = sum(
        _verdict(relation) is Verdict.CONFLICT and pair.verdict is not Verdict.CONFLICT
        for pair, relation in judged
    )
    conflicts = [one for one in labels if one[0] is Verdict.CONFLICT]
    found = sum(one[1] is Verdict.CONFLICT for one in conflicts)
    print(
        f"{len(labels)} pairs, {unread} with a figure not read; right {100 * right / len(labels):.1f} %, "
        f"macro-F1 {100 * sum(scores.values()) / len(scores):.1f}"
    )
    print(
        f"false conflicts {false} of {len(differing)} differing pairs "
        f"({100 * false / max(len(differing), 1):.1f} %), conflicts found {found} of {len(conflicts)}"
    )
    print(
        "  "
        + ", ".join(
            f"{one} {100 * f1:.0f} ({sum(g == one for g, _ in labels)})"
            for one, f1 in scores.items()
        )
    )
    if figures:
        confused = Counter(f"{gold} as {told}" for gold, told in labels if gold != told)
        print("  confused: " + ", ".join(f"{words} {n}" for words, n in confused.most_common(12)))


def _report_agreement(pairs: Sequence[Pair]) -> None:
    """Print how far two readings of the same pairs go together, and where they part."""
    read = [(pair, pair.second) for pair in pairs if pair.second is not None]
    labels = [(pair.verdict, second[0]) for pair, second in read]
    ends = [(pair.part, second[1]) for pair, second in read if pair.verdict is second[0]]
    raw = sum(one is other for one, other in labels) / max(len(labels), 1)
    print(
        f"{len(labels)} pairs read twice; the verdict agrees on {100 * raw:.1f} %, "
        f"Cohen's kappa {kappa(labels):.2f}; the part agrees on "
        f"{sum(one == other for one, other in ends)} of {len(ends)}"
    )
    for one in sorted({label for both in labels for label in both}):
        print(f"  {one}: F1 {100 * _f1(labels, one):.0f}")
    apart = Counter(both for both in labels if both[0] is not both[1])
    for (first, second_), number in apart.most_common():
        print(f"  {number} x {first} / {second_}")


def kappa(labels: Sequence[tuple[Verdict, Verdict]]) -> float:
    """Return Cohen's kappa: agreement beyond what two such readers would have by chance."""
    total = len(labels)
    if not total:
        return 0.0
    raw = sum(one is other for one, other in labels) / total
    first, second = (Counter(both[side] for both in labels) for side in (0, 1))
    chance = sum(first[one] * second[one] for one in first) / total**2
    return 1.0 if chance == 1 else (raw - chance) / (1 - chance)


def _verdict(relation: Relation | None) -> Verdict:
    return relation.verdict if relation else Verdict.NOT_COMPARABLE


def _f1(labels: Sequence[tuple[Verdict, Verdict]], one: Verdict) -> float:
    shared = sum(gold == found == one for gold, found in labels)
    either = sum(gold == one for gold, _ in labels) + sum(found == one for _, found in labels)
    return 2 * shared / either if either else 0.0


def _print_errors(
    judged: Sequence[tuple[Pair, Relation | None]], texts: Mapping[str, GoldText]
) -> None:
    for pair, relation in judged:
        if _verdict(relation) is not pair.verdict:
            said = f"{relation.verdict} {relation.reason}" if relation else "unread"
            print(f"{pair.verdict} ({pair.reason}) <> {said}")
            for name, span in (pair.left, pair.right):
                around = texts[name].text[max(span.start - 70, 0) : span.end + 50]
                print(f"    {name}: {' '.join(around.split())}")


if __name__ == "__main__":
    main()
