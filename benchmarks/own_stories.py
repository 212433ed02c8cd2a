"""Every layer of the core on the held-out stories of the project's own corpus.

Usage: python -m benchmarks.own_stories SHARED_FOLDER [WEIGHTS_FOLDER] [--split dev|test] [--errors HEAD]

``--errors`` prints where one head and the annotators differ, with the words around, for reading.
"""

import argparse
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.attributions import interval, rows_of
from benchmarks.quotations import scorer
from sayso.language.analysis import Analysis, AttributionKind, Counting
from sayso.language.core.network import Network, shipped_network
from sayso.language.reading import analyse
from sayso.text import Span
from training.corpus.profile import kind_of
from training.corpus.read import read_texts
from training.corpus.records import GoldText
from training.splits import split_of

Pairs = Sequence[tuple[GoldText, Analysis]]
# Confusions shown for a head, the commonest first.
_SHOWN = 12
_AROUND = 60  # characters


def spans_f1(gold: Iterable[Hashable], found: Iterable[Hashable]) -> tuple[int, int, int]:
    one, other = set(gold), set(found)
    return len(one & other), len(one), len(other)


def report(name: str, counts: Iterable[tuple[int, int, int]]) -> None:
    shared, gold, found = (sum(column) for column in zip(*counts, strict=True))
    precision, recall = 100 * shared / max(found, 1), 100 * shared / max(gold, 1)
    f1 = 200 * shared / max(gold + found, 1)
    print(f"  {name:32} P {precision:.1f} R {recall:.1f} F1 {f1:.1f} ({gold})")


def names(pairs: Pairs) -> None:
    for kind in ("PER", "ORG", "LOC", "FAC", "NORP"):
        report(
            f"names {kind}",
            (
                spans_f1(
                    (s for e in text.entities if e.kind == kind for s in e.names),
                    (m.span for m in analysis.mentions if m.kind == kind),
                )
                for text, analysis in pairs
            ),
        )


def events(pairs: Pairs) -> None:
    for name, typed in (("events, word", False), ("events, word and type", True)):
        report(
            name,
            (
                spans_f1(
                    ((e.span, e.type if typed else "") for e in text.events),
                    ((e.span, e.type if typed else "") for e in analysis.events),
                )
                for text, analysis in pairs
            ),
        )
    same = [
        (gold.status, found.status)
        for text, analysis in pairs
        for gold in text.events
        for found in analysis.events
        if gold.span == found.span
    ]
    _accuracy("status of found events", same)


def _accuracy(name: str, labels: Sequence[tuple[Any, Any]]) -> None:
    right = sum(gold == found for gold, found in labels)
    print(f"  {name:32} {100 * right / max(len(labels), 1):.1f} of {len(labels)}")
    wrong = Counter((str(gold), str(found)) for gold, found in labels if gold != found)
    shown = ", ".join(f"{g}→{f} {n}" for (g, f), n in wrong.most_common(_SHOWN))
    print(f"    gold→found: {shown}")


def figures(pairs: Pairs) -> None:
    heads: list[tuple[str, str]] = []
    predicates: list[tuple[Any, Any]] = []
    modalities: list[tuple[Any, Any]] = []
    accruals: list[tuple[Any, Any]] = []
    for text, analysis in pairs:
        countings = {c.quantity: c for c in analysis.countings}
        for gold in text.figures:
            at = next(
                (
                    n
                    for n, q in enumerate(analysis.quantities)
                    if gold.span.overlaps(q.number) and n in countings
                ),
                None,
            )
            if gold.kind != "count" or at is None:
                continue
            if gold.head is not None:
                head = analysis.quantities[at].counted_head
                heads.append(
                    (
                        gold.head.text_in(text.text).split()[-1],
                        head.text_in(text.text) if head else "",
                    )
                )
            predicates.append((gold.predicate, _likeliest(countings[at])))
            if gold.modality:
                modalities.append((gold.modality, countings[at].modality))
            if gold.accrual:
                accruals.append((gold.accrual, countings[at].accrual))
    for name, labels in (
        ("counted head", heads),
        ("predicate", predicates),
        ("modality", modalities),
        ("accrual", accruals),
    ):
        _accuracy(name, labels)


def _likeliest(counting: Counting) -> str:
    """Return the likeliest class of what befell the counted; "other" where none is likelier."""
    name, odds = max(counting.odds, key=lambda one: one[1], default=("other", 0.0))
    return name if odds > 0 else "other"


def attributions(pairs: Pairs, shared: Path) -> None:
    score = scorer(shared)
    for name, inner in (("all", None), ("nested only", True), ("not nested", False)):
        gold = [_gold(text, inner) for text, _ in pairs]
        found = [_record(text, _rows(analysis, inner)) for text, analysis in pairs]
        scores = score(gold, found)
        print(
            f"  attributions, {name}: AR_overlap {scores['AR_overlap']}, {interval(score, gold, found)}"
        )
        if inner is None:
            for key in ("AR_strict", "who_said_word", "recall_by_type(AR_overlap)"):
                print(f"    {key} {scores[key]}")
    aligned = [
        (gold, found)
        for text, analysis in pairs
        for gold in text.attributions
        for found in analysis.attributions
        if found.cue and found.manner and gold.cue[0].start == found.cue[0].start
    ]
    _accuracy("manner", [(str(g.manner), str(f.manner)) for g, f in aligned])
    _accuracy("force", [(g.force, f.force) for g, f in aligned])
    _accuracy("negated", [(g.negated, f.negated) for g, f in aligned])
    speakers = [(g.who, f.speaker) for g, f in aligned if g.who and g.who[0].isupper()]
    right = sum(_same(gold, found) for gold, found in speakers)
    print(f"  speaker by name: {100 * right / max(len(speakers), 1):.1f} of {len(speakers)}")


def _same(gold: str | None, found: str | None) -> bool:
    if not gold or not found:
        return False
    left, right = set(gold.lower().split()), set(found.lower().split())
    return left <= right or right <= left


def _offsets(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _record(text: GoldText, rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"doc_id": text.id, "text": text.text, "attributions": rows}


def _rows(analysis: Analysis, inner: bool | None) -> list[dict[str, Any]]:  # noqa: FBT001 - three values
    return [row for row in rows_of(analysis) if inner is None or row["nested"] is inner]


def _gold(text: GoldText, inner: bool | None) -> dict[str, Any]:  # noqa: FBT001 - three values
    return _record(
        text,
        [
            {
                "source": _offsets(a.source),
                "cue": _offsets(a.cue),
                "content": _offsets(a.content),
                "type": AttributionKind(kind_of(a, text.text)).value,
            }
            for a in text.attributions
            if inner is None or (a.parent is not None) is inner
        ],
    )


def differences(pairs: Pairs, head: str) -> Iterator[str]:
    """Yield what only the annotators or only the core have of names, events or cues."""
    for text, analysis in pairs:
        if head == "names":
            gold = {(s, e.kind) for e in text.entities for s in e.names}
            found = {(m.span, m.kind) for m in analysis.mentions if m.kind.isupper()}
        elif head == "events":
            gold = {(e.span, e.type) for e in text.events}
            found = {(e.span, e.type) for e in analysis.events}
        else:
            gold = {(a.cue[0], str(a.manner)) for a in text.attributions}
            found = {(a.cue[0], str(a.manner)) for a in analysis.attributions if a.cue}
        marked = [("missed", *row) for row in gold - found] + [
            ("false", *row) for row in found - gold
        ]
        for what, span, label in sorted(marked, key=lambda row: row[1]):
            before = text.text[max(0, span.start - _AROUND) : span.start].replace("\n", " ")
            behind = text.text[span.end : span.end + _AROUND].replace("\n", " ")
            yield f"{text.id} {what} {label}: …{before}[{span.text_in(text.text)}]{behind}…"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("weights", type=Path, nargs="?")
    parser.add_argument("--split", choices=("dev", "test"), default="test")
    parser.add_argument("--errors", choices=("names", "events", "cues"))
    arguments = parser.parse_args()
    core = Network(arguments.weights) if arguments.weights else shipped_network()
    pairs = [
        (text, analyse(text.text, core=core))
        for text in read_texts()
        if split_of(text.story) == arguments.split
    ]
    if arguments.errors:
        print(*differences(pairs, arguments.errors), sep="\n")
        return
    print(f"{len(pairs)} texts of {len({t.story for t, _ in pairs})} stories ({arguments.split})")
    attributions(pairs, arguments.shared)
    names(pairs)
    events(pairs)
    figures(pairs)


if __name__ == "__main__":
    main()
