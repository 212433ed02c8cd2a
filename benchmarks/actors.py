"""Actors across documents: B-cubed of the registry, with its wrong merges.

Usage: python -m benchmarks.actors SHARED_FOLDER [registry | alone | all] [--wrong]

``registry``: the names of a document are tied to its entities as annotated, the registry ties
entities across documents; ``alone``: every mention is an entity of its own. ``actor_costs`` measures
what a document costs, ``entity_coreference`` all mentions of ECB+.
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.actor_sets import LabelledDocument, ecb_documents, own_documents
from benchmarks.clustering_scores import Score, b_cubed, interval, total
from sayso.story.actors.document_entities import read_entities
from sayso.story.actors.registry import Registry

_SHOWN = 400


def cases_of(documents: Iterable[LabelledDocument]) -> dict[str, list[LabelledDocument]]:
    cases: dict[str, list[LabelledDocument]] = defaultdict(list)
    for document in documents:
        cases[document.case].append(document)
    return cases


def run(documents: Sequence[LabelledDocument]) -> list[str]:
    """Return the actor of each mention of a case, in the order of the documents."""
    registry = Registry()
    for document in documents:
        registry.add(read_entities(document.id, document.text, document.mentions))
    found = []
    for document in documents:
        for number, mention in enumerate(document.mentions):
            try:
                found.append(registry.assignment(document.id, mention.entity).actor)
            except KeyError:
                found.append(f"{document.id} {number}")
    return found


def gold_of(documents: Sequence[LabelledDocument]) -> list[str]:
    return [actor for document in documents for actor in document.gold]


def alone(document: LabelledDocument) -> LabelledDocument:
    mentions = tuple(replace(m, entity=n) for n, m in enumerate(document.mentions))
    return replace(document, mentions=mentions)


def report(name: str, cases: dict[str, list[LabelledDocument]], *, wrong: bool) -> None:
    scores: list[Score] = []
    merged: list[str] = []
    for case, documents in cases.items():
        found = run(documents)
        scores.append(b_cubed(gold_of(documents), found))
        merged += [f"{case}: {line}" for line in wrong_merges(documents, found)]
    whole = total(scores)
    low, high = interval([[s] for s in scores], lambda s: s[0].f1)
    print(
        f"  {name:34} P {whole.precision:.3f} R {whole.recall:.3f} F1 {whole.f1:.3f}"
        f" [{low:.3f}, {high:.3f}] mentions {int(whole.gold)}, wrong merges {len(merged)}"
    )
    if wrong:
        print(*(f"    {line}" for line in merged[:_SHOWN]), sep="\n")
        for case, documents in cases.items():
            for line in parted(documents, run(documents)):
                print(f"    apart {case}: {line}")


def wrong_merges(documents: Sequence[LabelledDocument], found: Sequence[str]) -> list[str]:
    """Return the actors that hold mentions of two, with their names."""
    return _mixed(documents, found, gold_of(documents))


def parted(documents: Sequence[LabelledDocument], found: Sequence[str]) -> list[str]:
    return _mixed(documents, gold_of(documents), found)


def _mixed(
    documents: Sequence[LabelledDocument], outer: Sequence[str], inner: Sequence[str]
) -> list[str]:
    written = [m.span.text_in(d.text).replace("\n", " ") for d in documents for m in d.mentions]
    groups: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for one, other, name in zip(outer, inner, written, strict=True):
        groups[one][other][name] += 1
    return [
        " ≠ ".join("/".join(names) for names in parts.values())
        for parts in groups.values()
        if len(parts) > 1
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("what", nargs="?", default="all")
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--split", default="train dev test")
    arguments = parser.parse_args()
    splits = arguments.split.split()
    own = list(own_documents())
    ecb = list(ecb_documents(arguments.shared / "corpora/ecbplus"))
    for name, documents in (("own corpus", own), ("ECB+", ecb)):
        for split in splits:
            chosen = [d for d in documents if d.split == split]
            if arguments.what in {"registry", "all"} and chosen:
                report(f"{name}, {split}", cases_of(chosen), wrong=arguments.wrong)
            if arguments.what in {"alone", "all"} and chosen:
                single = [alone(d) for d in chosen]
                report(f"{name}, {split}, mentions alone", cases_of(single), wrong=arguments.wrong)
    return 0


if __name__ == "__main__":
    sys.exit(main())
