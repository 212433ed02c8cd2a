"""Labelled sets for actors: named mentions of many documents with the actor that each means."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.language.analysis import Mention
from sayso.story.actors.spelling import folded
from sayso.text import Span
from training.corpus.read import read_texts
from training.splits import split_of

_ALIASES = Path(__file__).parent / "actor_names.tsv"
# A word that the set writes small more often than this, for one time with a capital, is no name.
_SMALL = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledDocument:
    """A document with its named mentions; ``gold`` holds the actor of each."""

    id: str
    case: str
    split: str
    text: str
    mentions: tuple[Mention, ...]
    gold: tuple[str, ...]


def own_documents() -> Iterator[LabelledDocument]:
    """Yield the project's own texts; one story is one case."""
    same = _aliases()
    for text in read_texts():
        mentions: list[Mention] = []
        gold: list[str] = []
        for number, entity in enumerate(text.entities):
            name = folded(entity.name)
            actor = f"{text.story}/{same.get((text.story, name), name)}"
            for span in entity.names:
                mentions.append(_mention(span, entity.kind, number))
                gold.append(actor)
        yield LabelledDocument(
            id=text.id,
            case=text.story,
            split=split_of(text.story),
            text=text.text,
            mentions=tuple(mentions),
            gold=tuple(gold),
        )


def ecb_documents(folder: Path) -> Iterator[LabelledDocument]:
    """Yield ECB+ documents with the human mentions that hold a name; one topic is one case."""
    rows = [json.loads(line) for line in (folder / "docs.jsonl").open(encoding="utf-8")]
    texts = {row["doc"]: row for row in rows}
    small = _small_words(row["text"] for row in rows)
    orgs = _organisations(folder)
    found: dict[str, list[tuple[Span, str, str]]] = defaultdict(list)
    for line in (folder / "mentions.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        if row["type"] != "HUM":
            continue
        text = texts[row["doc"]]["text"]
        span = Span(row["spans"][0][0], row["spans"][-1][1])
        name = _name_in(text, span, small)
        if name is not None:
            kind = "ORG" if (row["doc"], row["spans"][0][0]) in orgs else "PER"
            found[row["doc"]].append((name, kind, row["chain"]))
    for name, mentions in sorted(found.items()):
        chains = {chain: n for n, chain in enumerate(dict.fromkeys(c for _, _, c in mentions))}
        ordered = sorted(mentions, key=lambda m: m[0].start)
        yield LabelledDocument(
            id=name,
            case=str(texts[name]["topic"]),
            split=texts[name]["split"],
            text=texts[name]["text"],
            mentions=tuple(_mention(s, kind, chains[chain]) for s, kind, chain in ordered),
            gold=tuple(chain for _, _, chain in ordered),
        )


def _mention(span: Span, kind: str, entity: int) -> Mention:
    return Mention(span=span, kind=kind, entity=entity, name=None, rule="gold")


def _aliases() -> dict[tuple[str, str], str]:
    same = {}
    for line in _ALIASES.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            story, _, names = line.partition("\t")
            first, *others = (folded(name) for name in names.split(" = "))
            same |= {(story, other): first for other in others}
    return same


def _small_words(texts: Iterator[str]) -> frozenset[str]:
    """Return the words that the set writes small too: "coach" of "Coach" is one, "Cheeks" none."""
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for text in texts:
        for word in text.split():
            (small if word[:1].islower() else capital)[word.lower()] += 1
    return frozenset(word for word in small if small[word] > _SMALL * capital[word])


def _organisations(folder: Path) -> set[tuple[str, int]]:
    rows = (json.loads(line) for line in (folder / "raw_markables.jsonl").open(encoding="utf-8"))
    others = {"HUMAN_PART_ORG", "HUMAN_PART_GPE", "HUMAN_PART_MET", "HUMAN_PART_VEH"}
    return {(row["doc"], row["start"]) for row in rows if row["tag"] in others}


def _name_in(text: str, span: Span, small: frozenset[str]) -> Span | None:
    """Return the run from the first to the last name word, of a mention that ends in a name."""
    at, words = span.start, []
    for word in span.text_in(text).split():
        start = text.index(word, at)
        at = start + len(word)
        words.append((start, at, word))
    named = [
        w[:1].isupper() and w.lower().rstrip(".,'s") not in small and w.lower() not in small
        for _, _, w in words
    ]
    if not any(named):
        return None
    first = named.index(True)
    last = len(named) - 1 - named[::-1].index(True)
    if last != len(named) - 1 and words[last + 1][2] not in {"'s", "'", ","}:
        return None
    return Span(words[first][0], words[last][1])
