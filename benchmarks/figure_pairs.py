"""Verdicts on pairs of figures of the project's own stories, against what a reader said of each.

    python -m benchmarks.figure_pairs [--half dev|held] [--given] [--errors]

``figure_pairs.tsv`` names two figures by text and characters, with the verdict, which side is the part,
and why. It was labelled by reading, before the engine was run on it; whole stories lie in one half.
``--given`` takes predicate, accrual, modality and time from the annotators, so that the engine is
measured apart from the reading. A false conflict is one called where the reader says anything else,
as a share of the pairs that differ in number.
"""

import argparse
import csv
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sayso.dates import DayInterval
from sayso.documents import Document, Original
from sayso.evidence.claims import find_claims
from sayso.evidence.dating import Dating
from sayso.evidence.figure import Accrual, Figure, Modality
from sayso.evidence.figures import find_figures
from sayso.evidence.reading import Evidence
from sayso.language.core.network import shipped_network
from sayso.language.reading import analyse
from sayso.language.timexes import value_phrases
from sayso.pipeline.relate_figures import comparable_figures
from sayso.pipeline.stages import Reading
from sayso.story.figures.compare import compare_in_order
from sayso.story.figures.kinds import shipped_kinds
from sayso.story.figures.record import CountedFigure
from sayso.story.figures.verdict import Policy, Relation, Verdict
from sayso.text import Span, TextMap
from training.corpus.read import read_texts
from training.corpus.records import GoldFigure, GoldText

PAIRS = Path(__file__).parent / "figure_pairs.tsv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two figures and what a reader says of them."""

    half: str
    left: tuple[str, Span]
    right: tuple[str, Span]
    verdict: Verdict
    part: str
    reason: str


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--half", choices=("dev", "held"), default=None)
    parser.add_argument("--given", action="store_true")
    parser.add_argument("--errors", action="store_true")
    arguments = parser.parse_args()
    pairs = [pair for pair in read_pairs() if arguments.half in (None, pair.half)]
    texts = {text.id: text for text in read_texts()}
    figures = {name: _figures(texts[name], given=arguments.given) for name in _names(pairs)}
    judged = [(pair, judge(pair, figures)) for pair in pairs]
    _report(judged, figures)
    if arguments.errors:
        _print_errors(judged, texts)


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
            )


def judge(pair: Pair, figures: Mapping[str, Mapping[Span, CountedFigure]]) -> Relation | None:
    """Return the verdict on a pair; ``None`` where a figure was not found or says too little."""
    left, right = (figures[name].get(span) for name, span in (pair.left, pair.right))
    if left is None or right is None:
        return None
    return compare_in_order(left, right, policy=Policy(), table=shipped_kinds())


def _names(pairs: Sequence[Pair]) -> list[str]:
    return sorted({name for pair in pairs for name, _ in (pair.left, pair.right)})


def _span(written: str) -> Span:
    start, end = written.split("-")
    return Span(int(start), int(end))


def _figures(text: GoldText, *, given: bool) -> dict[Span, CountedFigure]:
    """Return the figures of a text as a case would hold them, by the annotators' spans."""
    reading = _reading(text)
    told = {one.id: _told(text, one) for one in reading.evidence.figures}
    if given:
        figures = tuple(_with(one, told[one.id]) for one in reading.evidence.figures)
        reading = replace(reading, evidence=replace(reading.evidence, figures=figures))
    found = ((told[one.id], one) for one in comparable_figures(reading))
    return {gold.span: one for gold, one in found if gold is not None}


def _told(text: GoldText, figure: Figure) -> GoldFigure | None:
    """Return what the annotators say of a figure."""
    at = figure.quantity.number.start
    return next((one for one in text.figures if one.span.start <= at < one.span.end), None)


def _with(figure: Figure, gold: GoldFigure | None) -> Figure:
    if gold is None:
        return replace(figure, predicate=None)
    return replace(
        figure,
        predicate=gold.predicate,
        predicate_span=figure.quantity.number,
        accrual=Accrual(gold.accrual) if gold.accrual else None,
        modality=Modality(gold.modality) if gold.modality else None,
        as_of=_interval(gold.as_of) or figure.as_of,
    )


def _interval(value: str | None) -> DayInterval | None:
    try:
        return DayInterval.day(date.fromisoformat(value[:10])) if value else None
    except ValueError:
        return None  # a month or a season: what the text says is read as ever


def _reading(text: GoldText) -> Reading:
    """Read a text as the case does, its day taken from the head of the file."""
    data = text.text.encode()
    document = Document(
        id=text.id,
        original=Original(sha256="0" * 64, size=len(data), media_type="text/plain", path=text.id),
        text=text.text,
        text_map=TextMap.identity(len(text.text)),
        extractor="benchmark",
        encoding="utf-8",
        original_length=len(text.text),
    )
    written = DayInterval.day(date.fromisoformat(text.head["published"][:10]))
    analysis = analyse(text.text, core=shipped_network())
    analysis = replace(analysis, timexes=value_phrases(analysis.phrases, published=written))
    claims = find_claims(text.id, text.text, analysis)
    dating = Dating(interval=written, candidates=(), chosen=(), reasons=(), doubts=())
    evidence = Evidence(
        analysis=analysis,
        claims=claims,
        figures=find_figures(text.id, text.text, analysis, claims),
        dating=dating,
    )
    return Reading(document=document, evidence=evidence)


def _report(
    judged: Sequence[tuple[Pair, Relation | None]],
    figures: Mapping[str, Mapping[Span, CountedFigure]],
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
        print(f"  confusions: {Counter(one for one in labels if one[0] != one[1]).most_common(12)}")


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
