"""Entity coreference over the documents of a topic: gold mentions of ECB+, CoNLL F1.

Usage: python -m benchmarks.entity_coreference SHARED_FOLDER [--split dev]

``head lemma``: mentions with the same head word are one. ``registry``: beside that, names are one as
the registry of actors says, and pronouns go to the last fitting mention of their document. All
within the topic as given; singletons count.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.clustering_scores import Score, b_cubed, ceaf_e, interval, muc, total
from sayso.language.analysis import Mention
from sayso.story.actors.document_entities import read_entities
from sayso.story.actors.name_form import Sort, read_name
from sayso.story.actors.registry import Registry
from sayso.story.actors.spelling import folded
from sayso.text import Span

_HE = frozenset({"he", "him", "his", "himself"})
_SHE = frozenset({"she", "her", "hers", "herself"})
_I = frozenset({"i", "me", "my", "mine", "myself", "you", "your"})
_THEY = frozenset({"they", "them", "their", "theirs", "we", "us", "our", "ours", "themselves"})
_IT = frozenset({"it", "its", "itself", "which", "that"})
_WHO = frozenset({"who", "whom", "whose"})
_RELATIVE = _WHO | {"which", "that"}
# Between a name and the "who" behind it stands no more than a comma.
_NEAR = 3
_PRONOUNS = _HE | _SHE | _I | _THEY | _IT | _WHO
_BEHIND = frozenset({"of", "in", "at", "on", "for", "from", "with", "who", "which", "that", ","})
_HUMAN, _PLACE, _PERSON = "HUM", "LOC", "person"


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A gold mention: its words, its document and where it stands there."""

    document: str
    start: int
    end: int
    text: str
    type: str
    chain: str

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(self.text.replace("''", "").replace("``", "").split())

    @property
    def head(self) -> str:
        """Return the last word before what hangs on the head, in the singular."""
        words = [folded(word) for word in self.words]
        for at, word in enumerate(words):
            if at and word in _BEHIND:
                words = words[:at]
                break
        words = [word for word in words if word not in {"'s", "'", "s"}] or words
        return _singular(words[-1].removesuffix("'s"))

    @property
    def is_pronoun(self) -> bool:
        return len(self.words) == 1 and self.words[0].lower() in _PRONOUNS


Resolver = Callable[[Sequence[Named], dict[str, str]], list[str]]


def read_mentions(folder: Path, split: str) -> dict[str, list[Named]]:
    """Return the mentions of entities by topic, in the order of documents and texts."""
    topics: dict[str, list[Named]] = defaultdict(list)
    for line in (folder / "mentions.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        if row["split"] == split and row["kind"] != "event":
            topics[str(row["topic"])].append(
                Named(
                    document=row["doc"],
                    start=row["spans"][0][0],
                    end=row["spans"][-1][1],
                    text=" ".join(row["text"].split()),
                    type=row["type"],
                    chain=row["chain"],
                )
            )
    return {
        topic: sorted(found, key=lambda m: (m.document, m.start, m.end))
        for topic, found in topics.items()
    }


def by_head(mentions: Sequence[Named], texts: dict[str, str]) -> list[str]:
    del texts
    return [mention.head for mention in mentions]


def by_registry(mentions: Sequence[Named], texts: dict[str, str]) -> list[str]:
    """Tie names by the registry, descriptions by their heads, pronouns by their document."""
    names = _names(mentions, texts)
    above = list(range(len(mentions)))
    by_key: dict[str, int] = {}
    for number, mention in enumerate(mentions):
        if not mention.is_pronoun:
            actor = (names[number],) if number in names else ()
            for key in (mention.head, *actor):
                _join(above, by_key.setdefault(key, number), number)
    _tie_pronouns(mentions, names, above)
    return [str(_top(above, number)) for number in range(len(mentions))]


def _tie_pronouns(mentions: Sequence[Named], names: dict[int, str], above: list[int]) -> None:
    last: dict[tuple[str, str], int] = {}
    for number, mention in enumerate(mentions):
        if mention.is_pronoun:
            found = _before(mentions, number) or _antecedent(mention, last)
            if found is not None:
                _join(above, found, number)
            continue
        last[mention.document, mention.type] = number
        if mention.type == _HUMAN and number in names:
            last[mention.document, _PERSON] = number


def _before(mentions: Sequence[Named], number: int) -> int | None:
    """Return the mention right before "who" or "which"."""
    mention, before = mentions[number], mentions[number - 1]
    near = 0 <= mention.start - before.end <= _NEAR and before.document == mention.document
    return number - 1 if number and near and mention.words[0].lower() in _RELATIVE else None


def _join(above: list[int], left: int, right: int) -> None:
    one, other = sorted((_top(above, left), _top(above, right)))
    above[other] = one


def _top(above: list[int], number: int) -> int:
    while above[number] != number:
        number = above[number]
    return number


def _names(mentions: Sequence[Named], texts: dict[str, str]) -> dict[int, str]:
    """Return the actor of each mention that is a name, by its place in the list."""
    registry = Registry()
    documents: dict[str, list[tuple[int, Mention]]] = defaultdict(list)
    for number, mention in enumerate(mentions):
        if (span := _name_span(mention, texts[mention.document])) is not None:
            written = span.text_in(texts[mention.document])
            documents[mention.document].append((number, _mention(mention, span, written)))
    for document, found in documents.items():
        registry.add(read_entities(document, texts[document], [m for _, m in found]))
    actors: dict[int, str] = {}
    for document, found in documents.items():
        for number, mention in found:
            try:
                actors[number] = registry.assignment(document, mention.entity).actor
            except KeyError:
                continue
    return actors


def _mention(mention: Named, span: Span, written: str) -> Mention:
    kind = {_HUMAN: "PER", _PLACE: "LOC"}.get(mention.type, "ORG")
    if kind == "PER":
        body = read_name(written, Sort.BODY)
        common = body is not None and len(body.distinctive) < len(body.words)
        kind = "ORG" if body is not None and (body.acronym or common) else "PER"
    # Names of one spelling in one document are one entity.
    entity = int.from_bytes(folded(f"{kind} {written}").encode()[-24:], "big")
    return Mention(span=span, kind=kind, entity=entity, name=None, rule="gold")


def _name_span(mention: Named, text: str) -> Span | None:
    """Return the run of words with capitals that a mention ends in; ``None`` if it has none."""
    if mention.type not in {_HUMAN, _PLACE}:
        return None
    at, words = mention.start, []
    for word in Span(mention.start, mention.end).text_in(text).split():
        start = text.index(word, at)
        at = start + len(word)
        words.append((start, at, word))
    while words and words[-1][2] in {"'s", "'", ",", "''"}:
        words.pop()
    if not words or not words[-1][2][:1].isupper() or mention.is_pronoun:
        return None
    first = len(words) - 1
    while first and (
        words[first - 1][2][:1].isupper() or words[first - 1][2] in {"of", "al", "de"}
    ):
        first -= 1
    return Span(words[first][0], words[-1][1])


def _antecedent(mention: Named, last: dict[tuple[str, str], int]) -> int | None:
    """Return the last name before "he", the last people before "they", the last thing before "it"."""
    word = mention.words[0].lower()
    kinds = (_PERSON, _HUMAN) if word in _HE | _SHE | _I | _WHO else (mention.type,)
    return next((last[mention.document, k] for k in kinds if (mention.document, k) in last), None)


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:  # noqa: PLR2004 - "ties" is not of "ty"
        return word[:-3] + "y"
    return word.removesuffix("s") if word.endswith("s") and not word.endswith("ss") else word


def conll(scores: Sequence[Score]) -> float:
    return sum(score.f1 for score in scores) / len(scores)


def report(name: str, topics: dict[str, list[Named]], texts: dict[str, str], by: Resolver) -> None:
    cases = []
    for mentions in topics.values():
        found, gold = by(mentions, texts), [m.chain for m in mentions]
        cases.append([measure(gold, found) for measure in (muc, b_cubed, ceaf_e)])
    whole = [total(column) for column in zip(*cases, strict=True)]
    low, high = interval(cases, conll)
    number = sum(map(len, topics.values()))
    shown = " ".join(
        f"{n} {s.precision:.3f}/{s.recall:.3f}/{s.f1:.3f}"
        for n, s in zip(("MUC", "B3", "CEAFe"), whole, strict=True)
    )
    print(
        f"  {name:12} CoNLL {100 * conll(whole):.1f} [{100 * low:.1f}, {100 * high:.1f}] {shown} mentions {number}"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--split", default="dev")
    arguments = parser.parse_args()
    folder = arguments.shared / "corpora/ecbplus"
    rows = (json.loads(line) for line in (folder / "docs.jsonl").open(encoding="utf-8"))
    texts = {row["doc"]: row["text"] for row in rows}
    topics = read_mentions(folder, arguments.split)
    for name, by in (("head lemma", by_head), ("registry", by_registry)):
        report(name, topics, texts, by)
    return 0


if __name__ == "__main__":
    sys.exit(main())
