"""The sets that the matcher for meaning is measured on: texts, and which of them say the same.

NewsNLI and RTE: two sentences, of which the first entails the second or not. ECB+ (test topics):
sentences that tell the same event in different reports, and names of the same people. Retellings:
contents of attributions in the project's own corpus that are the same statement of the same
speaker in another report, found by reading and listed in ``retellings.tsv``.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from training.corpus.read import read_texts
from training.corpus.records import GoldAttribution, GoldText

RETELLINGS = Path(__file__).with_name("retellings.tsv")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """Pairs of texts, of which some say the same."""

    name: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    same: tuple[bool, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A text to find and to be found: ``document`` holds it, ``cluster`` is resampled as one.

    What belongs to the same ``groups`` says the same.
    """

    text: str
    document: str
    cluster: str
    groups: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Retrieval:
    """Items; each that has a partner in another document must find it among all of the others."""

    name: str
    items: tuple[Item, ...]

    def queries(self) -> list[int]:
        """Return the places of the items that have a partner, written otherwise, elsewhere."""
        members: defaultdict[str, list[Item]] = defaultdict(list)
        for item in self.items:
            for group in item.groups:
                members[group].append(item)
        return [
            number
            for number, item in enumerate(self.items)
            if any(_elsewhere(item, other) for group in item.groups for other in members[group])
        ]


def _elsewhere(item: Item, other: Item) -> bool:
    return item.document != other.document and item.text.lower() != other.text.lower()


def read_pairs(path: Path) -> Pairs:
    """Read a file of premises and hypotheses."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return Pairs(
        name=path.stem.removesuffix("_dev"),
        left=tuple(row["premise"] for row in rows),
        right=tuple(row["hypothesis"] for row in rows),
        same=tuple(row["label"] == "entailment" for row in rows),
    )


def read_events(folder: Path, splits: Sequence[str]) -> Retrieval:
    """Read the sentences of ECB+ that tell an event, grouped by the events they tell."""
    chains: defaultdict[tuple[str, int], set[str]] = defaultdict(set)
    for mention in _lines(folder / "mentions.jsonl"):
        if mention["kind"] == "event" and mention["split"] in splits:
            chains[mention["doc"], mention["sent"]].add(mention["chain"])
    items = []
    for document in _lines(folder / "docs.jsonl"):
        for sentence in document["sentences"]:
            found = chains.get((document["doc"], sentence["sent"]))
            if found:
                text = document["text"][sentence["start"] : sentence["end"]]
                items.append(_item(text, document["doc"], str(document["topic"]), found))
    return Retrieval(name="ECB+ events", items=tuple(items))


def read_names(folder: Path, splits: Sequence[str]) -> Retrieval:
    """Read the names of people in ECB+, each written form once a document."""
    chains: defaultdict[tuple[str, str, str], set[str]] = defaultdict(set)
    for mention in _lines(folder / "mentions.jsonl"):
        known = mention["type"].startswith("HUM") and not mention["singleton"]
        if known and mention["split"] in splits and mention["text"][:1].isupper():
            place = mention["doc"], str(mention["topic"]), mention["text"]
            chains[place].add(mention["chain"])
    items = [_item(text, doc, topic, found) for (doc, topic, text), found in chains.items()]
    return Retrieval(name="ECB+ names", items=tuple(items))


def read_retellings(least: int = 4) -> Retrieval:
    """Read the contents of the own corpus with at least so many words, grouped by statement."""
    groups = _statements()
    items = []
    for text in read_texts():
        told = {a.label: groups.get((text.id, a.label), set()) for a in text.attributions}
        for attribution in text.attributions:
            content = _content(text, attribution)
            found = _within(text, attribution, told)
            if len(content.split()) >= least or told[attribution.label]:
                items.append(_item(content, text.id, text.story, found))
    return Retrieval(name="retellings", items=tuple(items))


def _within(text: GoldText, outer: GoldAttribution, told: dict[str, set[str]]) -> set[str]:
    """Return the statements of an attribution and of those whose content lies within its own."""
    return {
        group
        for inner in text.attributions
        for group in told[inner.label]
        if all(
            any(o.start <= i.start and i.end <= o.end for o in outer.content) for i in inner.content
        )
    }


def _statements() -> dict[tuple[str, str], set[str]]:
    groups: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    lines = RETELLINGS.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        story, places = line.split("\t")
        for place in places.split():
            groups[f"{story}-{place[:2]}", place[2:]].add(str(number))
    return dict(groups)


def _content(text: GoldText, attribution: GoldAttribution) -> str:
    return " ".join(span.text_in(text.text) for span in attribution.content)


def _item(text: str, document: str, cluster: str, groups: set[str]) -> Item:
    return Item(text=text, document=document, cluster=cluster, groups=frozenset(groups))


def _lines(path: Path) -> Iterator[dict]:  # type: ignore[type-arg]  # foreign JSON
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)
