"""Echoes: the claims of republished articles find those that they come from, and which came first.

Usage: python -m benchmarks.echoes MEANTIME_PARALLEL.jsonl [NUMBER_OF_ARTICLES]

Every article (English side) gets one republication of each kind: cut to its beginning, re-headed,
spun word by word from a list of synonyms (``spinner.py``), spun and cut, and re-dated (the same text
under a later day). All articles stand in one case with the republications of one kind. A third of
these credits the outlet of the article, a third has a later day only, a third has neither. Claims
are read by the shipped core, in articles and copies alike. A claim of a copy is expected to find one
of the same sentence of its article; an edge between claims of other sentences is wrong, but a headline
(the first line) says what a sentence below says again, so its edges to these are left out. Direction
is judged where one is said.
"""

import json
import random
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from benchmarks import spinner
from sayso.case import Case
from sayso.dates import DayInterval
from sayso.documents import ChainBasis, ChainLink, Document, Original, Role, content_hash
from sayso.evidence.dating import Dating
from sayso.evidence.reading import read_evidence
from sayso.pipeline.core import shipped_core
from sayso.pipeline.relate import add_related
from sayso.pipeline.stages import Reading
from sayso.story.reuse_edge import Direction
from sayso.story.statements.statement import is_statement
from sayso.text import Span, TextMap

_NOW = datetime(2031, 5, 2, tzinfo=UTC)
_FIRST_DAY = date(2030, 1, 1)
_SHORTEST = 8  # sentences: of less a cut leaves nothing
_ARTICLES = 40

Made = tuple[list[str], list[int | None]]
Maker = Callable[[list[str], random.Random], Made]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A document with the number of the article that each of its sentences comes from."""

    reading: Reading
    article: int
    sentences: tuple[tuple[Span, int | None], ...]
    is_copy: bool

    def places(self, claim: str) -> frozenset[int]:
        """Return the sentences of the article that a claim stands in."""
        found = next(one for one in self.reading.evidence.claims if one.id == claim)
        return frozenset(
            at
            for span, at in self.sentences
            if at is not None and any(span.overlaps(part) for part in found.content)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    expected: int
    reached: int
    edges: int
    right: int
    directed: int
    rightly: int

    @property
    def scores(self) -> tuple[float, float, float]:
        precision = self.right / max(self.edges, 1)
        recall = self.reached / max(self.expected, 1)
        return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def main(arguments: Sequence[str]) -> int:
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    path, number = Path(arguments[0]), int(arguments[1]) if len(arguments) > 1 else _ARTICLES
    if not path.is_file():
        print(f"echoes: skipped, {path} is not there")
        return 0
    lines = path.read_text(encoding="utf-8").splitlines()
    articles = [json.loads(line)["sentences"]["en"] for line in lines]
    articles = [_joined(article) for article in articles if len(article) >= _SHORTEST][:number]
    print(f"echoes: {len(articles)} articles, one republication of each kind")
    originals = [_item(text, list(range(len(text))), at) for at, text in enumerate(articles)]
    every = [_measure(originals, articles, name, maker) for name, maker in MAKERS.items()]
    _print("all", _sum(every))
    return 0


def _joined(sentences: Sequence[str]) -> list[str]:
    """Undo the tokens of the corpus: blanks before marks, and quotation marks of two signs."""
    text = "\n".join(sentences).replace("`` ", "“").replace(" ''", "”").replace(" n't", "n't")
    for mark in (",", ".", ";", ":", "?", "!", "'s", ")", "%"):
        text = text.replace(f" {mark}", mark)
    return text.replace("( ", "(").split("\n")


def _cut(text: list[str], chance: random.Random) -> Made:
    kept = spinner.cut(text, (), chance)
    return kept, list(range(len(kept)))


def _reheaded(text: list[str], chance: random.Random) -> Made:
    made = spinner.reheaded(text, (), chance)
    return made, [text.index(line) if line in text else None for line in made]


def _spun(text: list[str], chance: random.Random) -> Made:
    return spinner.spun(text, text, chance), list(range(len(text)))


def _spun_cut(text: list[str], chance: random.Random) -> Made:
    made = spinner.spun_cut(text, text, chance)
    return made, list(range(len(made)))


def _redated(text: list[str], _: random.Random) -> Made:
    return list(text), list(range(len(text)))


MAKERS: dict[str, Maker] = {
    "cut": _cut,
    "reheaded": _reheaded,
    "spun": _spun,
    "spun_cut": _spun_cut,
    "redated": _redated,
}


def _measure(
    originals: Sequence[Item], articles: Sequence[list[str]], name: str, maker: Maker
) -> Found:
    chance = random.Random(name)  # noqa: S311 -- repeatable, not secret
    copies = []
    for at, text in enumerate(articles):
        made, places = maker(text, chance)
        kind = 1 if name == "redated" else at % 3
        copies.append(_item(made, places, at, copy=name, kind=kind))
    items = [*originals, *copies]
    chance.shuffle(items)
    with tempfile.TemporaryDirectory() as folder:
        found = _score(items, Path(folder))
    _print(name, found)
    return found


def _score(items: Sequence[Item], folder: Path) -> Found:
    by_document = {item.reading.document.id: item for item in items}
    edges = right = directed = rightly = 0
    reached = set()
    with Case.create(folder / "case", now=_NOW) as case:
        run = case.begin_run((), now=_NOW)
        for item in items:
            data = item.reading.document.text.encode()
            add_related(case, item.reading, data, run=run, now=_NOW)
        for row in case.echoes():
            first = by_document[row.edge.from_document]
            second = by_document[row.edge.to_document]
            here, there = first.places(row.edge.from_claim), second.places(row.edge.to_claim)
            family = first.article == second.article
            if family and (0 in here) != (0 in there):
                continue
            edges += 1
            if not family or not here & there:
                continue
            right += 1
            reached.add(row.edge.to_claim if second.is_copy else row.edge.from_claim)
            if row.edge.direction is not Direction.UNKNOWN:
                directed += 1
                rightly += second.is_copy
    return Found(
        expected=_expected(items),
        reached=len(reached),
        edges=edges,
        right=right,
        directed=directed,
        rightly=rightly,
    )


def _expected(items: Sequence[Item]) -> int:
    """Count the claims of copies of which the article has a claim in the same sentence."""
    told = {(item.article, at) for item in items if not item.is_copy for at in _told(item)}
    return sum(
        any((item.article, at) in told for at in item.places(claim.id))
        for item in items
        if item.is_copy
        for claim in item.reading.evidence.claims
        if is_statement(claim)
    )


def _told(item: Item) -> frozenset[int]:
    """Return the sentences in which an article has a claim."""
    claims = (claim for claim in item.reading.evidence.claims if is_statement(claim))
    return frozenset(at for claim in claims for at in item.places(claim.id))


def _item(
    sentences: Sequence[str],
    places: Sequence[int | None],
    article: int,
    *,
    copy: str = "",
    kind: int = -1,
) -> Item:
    text, spans = "", []
    for sentence, place in zip(sentences, places, strict=True):
        spans.append((Span(len(text), len(text) + len(sentence)), place))
        text += f"{sentence}\n\n"
    reading = _reading(text.rstrip("\n"), f"{copy}/{article}", article, kind)
    return Item(reading=reading, article=article, sentences=tuple(spans), is_copy=bool(copy))


def _reading(text: str, path: str, article: int, kind: int) -> Reading:
    """Read a text; of ``kind`` -1 is the article, 0 credits it, 1 is of a later day, 2 of none."""
    data = text.encode()
    digest = content_hash(data)
    host = f"Outlet {article}" if kind < 0 else f"Elsewhere {article}"
    chain = [_link(host, Role.HOST)]
    if kind == 0:
        chain.append(_link(f"The Outlet {article}", Role.REPUBLISHER))
    document = Document(
        id=f"d_{content_hash(path.encode() + data)[:10]}",
        original=Original(sha256=digest, size=len(data), media_type="text/plain", path=path),
        text=text,
        text_map=TextMap.identity(len(text)),
        extractor="benchmark",
        encoding="utf-8",
        original_length=len(text),
        chain=tuple(chain),
    )
    day = _FIRST_DAY + timedelta(days=article + (5 if kind == 1 else 0))
    interval = DayInterval.day(day) if kind in {-1, 1} else DayInterval(None, None)
    dating = Dating(interval=interval, candidates=(), chosen=(), reasons=("made",), doubts=())
    evidence = replace(read_evidence(document, core=shipped_core()), dating=dating)
    return Reading(document=document, evidence=evidence)


def _link(name: str, role: Role) -> ChainLink:
    return ChainLink(name=name, role=role, basis=ChainBasis.FIELD, original_span=None, rule="made")


def _sum(every: Sequence[Found]) -> Found:
    names = ("expected", "reached", "edges", "right", "directed", "rightly")
    return Found(**{name: sum(getattr(one, name) for one in every) for name in names})


def _print(name: str, found: Found) -> None:
    precision, recall, f1 = found.scores
    said = found.directed / max(found.right, 1)
    right = found.rightly / max(found.directed, 1)
    print(
        f"  {name:9} claims {found.expected:4}  P {precision:.3f} R {recall:.3f} F1 {f1:.3f}  "
        f"direction said {said:.2f} right {right:.3f}",
        flush=True,
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
