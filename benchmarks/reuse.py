"""Copies across documents: pairs and directions found among articles and their republications.

Usage: reuse.py ARTICLES.jsonl [pairs | cost | all]

Each line of the file is an article with its "text". Every article gets one republication of every
kind of ``spinner.py``, in a case of its own with all the articles; the true pairs are each article
with its republication, any other is false. A third of the republications credits the outlet of the
article, a third only has a later date, a third has neither. Cost is measured on articles made from
the sentences of the file with half of their words replaced, one copy in ten; the time is that of
finding copies alone, in processor seconds.
"""

import json
import random
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from benchmarks.spinner import MAKERS, Maker, cut, paragraphs, sentences_of
from sayso.case import Case, RunId
from sayso.dates import DayInterval
from sayso.documents import ChainBasis, ChainLink, Document, Original, Role, content_hash
from sayso.evidence.dating import Dating
from sayso.evidence.reading import Evidence
from sayso.language.analysis import Analysis
from sayso.pipeline.relate import find_relations
from sayso.pipeline.stages import Reading
from sayso.story.reuse_edge import Direction
from sayso.text import TextMap

_NOW = datetime(2031, 5, 2, tzinfo=UTC)
_FIRST_DAY = date(2030, 1, 1)
_SHORTEST = 8  # sentences: less is a notice, of which a cut leaves nothing
_SIZES = (1_000, 5_000)
_TIMED = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was found of one kind of republication."""

    true: int
    right: int
    wrong: int
    directed: int
    misdirected: int
    kinds: tuple[tuple[str, int], ...]

    @property
    def scores(self) -> tuple[float, float, float]:
        precision = self.right / max(self.right + self.wrong, 1)
        recall = self.right / max(self.true, 1)
        return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def main(arguments: list[str]) -> int:
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    path, what = Path(arguments[0]), arguments[1] if len(arguments) > 1 else "all"
    if not path.is_file():
        print(f"reuse: skipped, {path} is not there")
        return 0
    articles = [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]
    articles = [text for text in articles if len(sentences_of(text)) >= _SHORTEST]
    if what in {"pairs", "all"}:
        _print_pairs(articles)
    if what in {"cost", "all"}:
        _print_cost(articles)
    return 0


def _print_pairs(articles: Sequence[str]) -> None:
    print(f"reuse: {len(articles)} articles, one republication of each")
    all_found = []
    for maker in MAKERS:
        found = _measure(articles, maker)
        all_found.append(found)
        _print_found(maker.__name__, found)
    total = Found(
        true=sum(f.true for f in all_found),
        right=sum(f.right for f in all_found),
        wrong=sum(f.wrong for f in all_found),
        directed=sum(f.directed for f in all_found),
        misdirected=sum(f.misdirected for f in all_found),
        kinds=(),
    )
    _print_found("all", total)


def _print_found(name: str, found: Found) -> None:
    precision, recall, f1 = found.scores
    right = 1 - found.misdirected / max(found.directed, 1)
    print(
        f"  {name:10} P {precision:.3f} R {recall:.3f} F1 {f1:.3f}  false {found.wrong:3}  "
        f"direction said {found.directed / max(found.right, 1):.2f} right {right:.3f}  "
        + " ".join(f"{kind} {count}" for kind, count in found.kinds)
    )


def _measure(articles: Sequence[str], maker: Maker) -> Found:
    chance = random.Random(maker.__name__)  # noqa: S311 -- repeatable, not secret
    foreign = [sentence for text in articles for sentence in sentences_of(text)]
    readings, family = [], {}
    for number, text in enumerate(articles):
        article = _article(text, number)
        copy = _republished(maker(sentences_of(text), foreign, chance), number)
        family[article.document.id] = family[copy.document.id] = number
        # Either may be added first.
        readings += [article, copy] if number % 2 else [copy, article]
    chance.shuffle(readings)
    originals = {reading.document.id for reading in readings if reading.evidence.dating.reasons}
    return _score(readings, family, originals)


def _score(readings: Sequence[Reading], family: dict[str, int], originals: set[str]) -> Found:
    kinds: Counter[str] = Counter()
    right = wrong = directed = misdirected = 0
    with tempfile.TemporaryDirectory() as folder, _case(folder) as case:
        run = case.begin_run((), now=_NOW)
        for reading in readings:
            _add(case, reading, run)
        for edge in case.reuse_edges():
            if family[edge.from_document] != family[edge.to_document]:
                wrong += 1
                continue
            right += 1
            kinds[edge.kind] += 1
            directed += edge.direction is not Direction.UNKNOWN
            misdirected += (
                edge.direction is not Direction.UNKNOWN and edge.from_document not in originals
            )
    return Found(
        true=len(readings) // 2,
        right=right,
        wrong=wrong,
        directed=directed,
        misdirected=misdirected,
        kinds=tuple(kinds.most_common()),
    )


def _print_cost(articles: Sequence[str]) -> None:
    chance = random.Random(7)  # noqa: S311 -- repeatable, not secret
    sentences = [s for text in articles for s in sentences_of(text) if re.search(r"\w{4}", s)]
    with tempfile.TemporaryDirectory() as folder, _case(folder) as case:
        run = case.begin_run((), now=_NOW)
        made = _stream(sentences, chance)
        size = 0
        for goal in _SIZES:
            for _ in range(goal - size - _TIMED):
                _add(case, next(made), run)
            spent = [_add(case, next(made), run) for _ in range(_TIMED)]
            size = goal
            middle = sorted(spent)[_TIMED // 2]
            print(
                f"reuse: at {goal:6,} documents {sum(spent) / _TIMED * 1000:6.1f} ms for each, "
                f"median {middle * 1000:.1f}, longest {max(spent) * 1000:.1f}"
            )


def _stream(sentences: Sequence[str], chance: random.Random) -> Iterator[Reading]:
    made: list[list[str]] = []
    words = [word for sentence in sentences for word in sentence.split()]
    for number in range(10**6):
        if made and number % 10 == 0:
            lines = cut(chance.choice(made), sentences, chance)
            yield _republished(lines, number)
            continue
        lines = [_jumbled(line, words, chance) for line in chance.sample(sentences, 15)]
        made.append(lines)
        yield _article(paragraphs(lines), number)


def _jumbled(sentence: str, words: Sequence[str], chance: random.Random) -> str:
    """Replace half of the words, so that no two articles share a sentence by chance."""
    return " ".join(chance.choice(words) if chance.random() < 0.5 else w for w in sentence.split())  # noqa: PLR2004


def _case(folder: str) -> Case:
    return Case.create(Path(folder) / "case", now=_NOW)


def _add(case: Case, reading: Reading, run: RunId) -> float:
    """Add a document and return the seconds that finding its copies took."""
    start = time.process_time()
    relations = find_relations(case, reading)
    spent = time.process_time() - start
    data = reading.document.text.encode()
    case.add(reading.document, reading.evidence, data, run=run, now=_NOW, relations=relations)
    return spent


def _article(text: str, number: int) -> Reading:
    day = _FIRST_DAY + timedelta(days=number % 300)
    return _reading(text, f"a/{number}", _link(f"Outlet {number}", Role.HOST), _dated(day))


def _republished(sentences: Sequence[str], number: int) -> Reading:
    kind = number % 3
    credit = _link(f"The Outlet {number}", Role.REPUBLISHER) if kind == 0 else ()
    chain = (*_link(f"Elsewhere {number}", Role.HOST), *credit)
    day = _FIRST_DAY + timedelta(days=number % 300 + 1 + number % 30)
    dating = replace(_dated(day), reasons=()) if kind == 1 else _undated()
    return _reading(paragraphs(sentences), f"b/{number}", chain, dating)


def _reading(text: str, path: str, chain: tuple[ChainLink, ...], dating: Dating) -> Reading:
    data = text.encode()
    digest = content_hash(data)
    document = Document(
        id=f"d_{content_hash(path.encode() + data)[:10]}",
        original=Original(sha256=digest, size=len(data), media_type="text/plain", path=path),
        text=text,
        text_map=TextMap.identity(len(text)),
        extractor="benchmark",
        encoding="utf-8",
        original_length=len(text),
        chain=chain,
    )
    evidence = Evidence(analysis=Analysis(), claims=(), figures=(), dating=dating)
    return Reading(document=document, evidence=evidence)


def _link(name: str, role: Role) -> tuple[ChainLink, ...]:
    return (
        ChainLink(name=name, role=role, basis=ChainBasis.FIELD, original_span=None, rule="made"),
    )


def _dated(day: date) -> Dating:
    interval = DayInterval.day(day)
    return Dating(interval=interval, candidates=(), chosen=(), reasons=("made",), doubts=())


def _undated() -> Dating:
    return replace(_dated(_FIRST_DAY), interval=DayInterval(None, None), reasons=())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
