"""What it costs to relate the statements of one more document, by the size of the case.

Usage: python -m benchmarks.statement_cost [SIZE …]

Documents are made of statements whose words are as unequally frequent as those of a language; one
in ten repeats a statement of an earlier document with some words changed. A case is filled with
their rows and keys without comparing them; then 50 documents are related and stored as ``sayso
add`` does, and the processor time of finding (keys, candidates, comparison) and the peak memory are
given. Sizes are 1,000 and 10,000 unless said otherwise; 100,000 takes about half an hour to fill.
"""

import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from itertools import accumulate, islice
from pathlib import Path

from sayso.case import Case, RunId
from sayso.case.adding import DocumentRows
from sayso.case.new_relations import Relations
from sayso.case.statements import store_keys
from sayso.case.tables import originals
from sayso.dates import DayInterval
from sayso.documents import Document, Original, content_hash, record_id
from sayso.evidence.claim import Claim, Force
from sayso.evidence.dating import Dating
from sayso.evidence.reading import Evidence
from sayso.language.analysis import Analysis, AttributionKind
from sayso.pipeline.relate_statements import facts_of, relate_statements, statement_keys
from sayso.pipeline.stages import Reading
from sayso.story.statement_relations import StatementRelations
from sayso.story.statements.statement import read_statement
from sayso.text import Span, TextMap

_NOW = datetime(2031, 5, 2, tzinfo=UTC)
_SIZES = (1_000, 10_000)
_TIMED = 50
_STATEMENTS = 20
_WORDS = 14
_VOCABULARY = 60_000
_IN_ONE = 200  # documents filled in by one transaction


def main(arguments: Sequence[str]) -> int:
    sizes = sorted(map(int, arguments)) or _SIZES
    made = _readings(random.Random(5))  # noqa: S311 -- repeatable, not secret
    with tempfile.TemporaryDirectory() as folder, Case.create(Path(folder) / "case", now=_NOW) as case:  # fmt: skip
        run = case.begin_run((), now=_NOW)
        size = 0
        for goal in sizes:
            while size < goal:
                some = list(islice(made, min(_IN_ONE, goal - size)))
                _fill(case, some, run)
                size += len(some)
            _print(size, [_timed(case, one, run) for one in islice(made, _TIMED)])
            size += _TIMED
    return 0


def _print(size: int, spent: list[float]) -> None:
    ordered = sorted(spent)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"statements: at {size:7,} documents {1000 * sum(spent) / len(spent):6.1f} ms for each, "
        f"median {1000 * ordered[len(spent) // 2]:.1f}, longest {1000 * ordered[-1]:.1f}; "
        f"memory {memory:.0f} MiB",
        flush=True,
    )


def _fill(case: Case, readings: Sequence[Reading], run: RunId) -> None:
    """Store documents with their keys, as if nothing had been found about them."""
    with case._writes() as connection:  # noqa: SLF001 -- one transaction for many documents
        for one in readings:
            document, facts = one.document, facts_of(one)
            rows = DocumentRows(document, one.evidence, run=run, now=_NOW)
            original = {"sha256": document.original.sha256, "size": document.original.size}
            connection.execute(originals.insert(), original)
            rows.insert(connection)
            told = [read_statement(claim, facts) for claim in one.evidence.claims]
            keys = StatementRelations(keys=tuple(statement_keys(told)))
            store_keys(connection, document.id, keys, run)


def _timed(case: Case, one: Reading, run: RunId) -> float:
    start = time.process_time()
    found = relate_statements(case, one, ())
    spent = time.process_time() - start
    data = one.document.text.encode()
    relations = Relations(statements=found)
    case.add(one.document, one.evidence, data, run=run, now=_NOW, relations=relations)
    return spent


def _readings(chance: random.Random) -> Iterator[Reading]:
    words = [f"{_syllables(rank)}" for rank in range(1, _VOCABULARY + 1)]
    weights = list(accumulate(1 / rank for rank in range(1, _VOCABULARY + 1)))
    kept: list[list[str]] = []
    for number in range(10**9):
        told = []
        for _ in range(_STATEMENTS):
            if kept and chance.random() < 0.1:  # noqa: PLR2004 -- one in ten
                again = list(chance.choice(kept))
                again[chance.randrange(len(again))] = chance.choice(words)
                told.append(again)
            else:
                told.append(chance.choices(words, cum_weights=weights, k=_WORDS))
        kept.append(chance.choice(told))
        yield _reading(number, [" ".join(one) for one in told], chance)


def _syllables(rank: int) -> str:
    """Return a made-up word: a number in syllables, so that no ending is taken off."""
    letters = ""
    while rank:
        rank, rest = divmod(rank, 85)
        letters += "bcdfghjklmnprtvwz"[rest % 17] + "aiouo"[rest // 17]
    return f"{letters}k"


def _reading(number: int, told: Sequence[str], chance: random.Random) -> Reading:
    text, claims, name = "", [], record_id("d", number)
    for at, words in enumerate(told):
        start = len(text)
        text += f"{words}. "
        claims.append(
            Claim(
                id=record_id("c", name, at),
                source=(),
                cue=(),
                content=(Span(start, start + len(words)),),
                kind=AttributionKind.INDIRECT,
                rule="made",
                speaker=f"Speaker{chance.randrange(500)}",
                force=Force.ASSERT,
            )
        )
    data = text.encode()
    document = Document(
        id=name,
        original=Original(
            sha256=content_hash(data), size=len(data), media_type="text/plain", path=f"{number}.txt"
        ),
        text=text,
        text_map=TextMap.identity(len(text)),
        extractor="benchmark",
        encoding="utf-8",
        original_length=len(text),
    )
    day = DayInterval.day(date(2031, 5, 1 + number % 28))
    dating = Dating(interval=day, candidates=(), chosen=(), reasons=(), doubts=())
    evidence = Evidence(analysis=Analysis(), claims=tuple(claims), figures=(), dating=dating)
    return Reading(document=document, evidence=evidence)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
