"""How long the next row of the review takes in a long queue: ``python -m benchmarks.review N``.

The case is synthetic: N documents with a conflict each and every third date in doubt, written without
being read. Behind their rows the queue is filled up to the length that 100,000 documents give.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from sayso.case import Case, QueueEntry, Verdict, Why
from sayso.case.figure_tables import counted_figures, figure_relations
from sayso.case.review_keeping import keep_in_step
from sayso.case.review_queueing import RANK
from sayso.case.review_tables import review_queue
from tests.case.builders import TEXT, document, evidence

_DOCUMENTS = 400
# Rows in the queue of a case of 100,000 documents: about three for each.
_QUEUED = 300_000
_STEPS = 60
_NOW = datetime(2031, 5, 4, tzinfo=UTC)


def main(documents: int) -> None:
    with tempfile.TemporaryDirectory() as folder, Case.create(Path(folder) / "c", now=_NOW) as case:
        started = time.perf_counter()
        _fill(case, documents)
        print(f"{documents:,} documents written in {time.perf_counter() - started:.0f} s")
        _fill_up(case)
        print(f"queue: {case.desk.left().number:,} or more")
        _report("next", _timed(case.desk.next))
        entries = list(_walk(case))
        items = iter(entries)
        _report("item", _timed(lambda: case.desk.item(next(items).id)))
        rows = iter(entries)
        _report("key to next", _timed(lambda: _press(case, next(rows))))
        _report("undo", _timed(lambda: case.desk.undo(actor="mira", now=_NOW)))


def _press(case: Case, entry: QueueEntry) -> None:
    """Do what one key does: decide, find the next row, and read it."""
    following = case.desk.next(entry.at)
    case.desk.judge(entry.id, Verdict.ACCEPT, actor="mira", now=_NOW)
    if following is not None:
        case.desk.item(following.id)


def _walk(case: Case) -> Iterator[QueueEntry]:
    yield from case.desk.entries(limit=_STEPS + 1)


def _timed(work: Callable[[], object]) -> list[float]:
    taken = []
    for _ in range(_STEPS):
        started = time.perf_counter()
        work()
        taken.append(time.perf_counter() - started)
    return sorted(taken)


def _report(name: str, taken: list[float]) -> None:
    middle, late = taken[len(taken) // 2], taken[int(len(taken) * 0.95)]
    print(f"{name:12} median {middle * 1000:6.1f} ms   95 % {late * 1000:6.1f} ms")


def _fill(case: Case, documents: int) -> None:
    run = case.begin_run([("benchmark", "1")], now=_NOW)
    earlier: int | None = None
    for index in range(documents):
        # Letters, since a number would be one more figure.
        name = str(index).translate(str.maketrans("0123456789", "abcdefghij"))
        text = f"{TEXT} Notice {name} was read at noon."
        made, data = document(text, path=f"{index}.txt")
        found = evidence(made.id, text=text)
        if index % 3:
            found = replace(found, dating=replace(found.dating, doubts=()))
        case.add(made, found, data, run=run, now=_NOW)
        earlier = _relate(case, made.id, found.figures[0].id, index, earlier, run)


def _fill_up(case: Case) -> None:
    name = next(case.documents()).id
    rows = [
        {
            "rank": RANK[Why.CLOSE_CALL],
            "place": f"{at:08}",
            "record_id": f"f_filler{at:06}",
            "kind": "figure",
            "why": Why.CLOSE_CALL.value,
            "document_id": name,
        }
        for at in range(_QUEUED)
    ]
    with case._writes() as connection:  # noqa: SLF001 -- rows that no reading gives
        connection.execute(review_queue.insert(), rows)


def _relate(
    case: Case, document_id: str, figure: str, index: int, earlier: int | None, run: int
) -> int:
    row = {
        column.name: 0 if str(column.type) in {"INTEGER", "BIGINT"} else "[]"
        for column in counted_figures.columns
        if not column.nullable and column.name != "key"
    }
    row |= {"document_id": document_id, "figure_id": figure, "run_id": run, "predicate": "held"}
    row |= {"series": f"s_{index // 10}", "lo": str(index), "hi": str(index)}
    with case._writes() as connection:  # noqa: SLF001 -- rows that no reading gives
        key = connection.execute(counted_figures.insert(), row).inserted_primary_key
        own = int(key[0]) if key else 0
        if earlier is not None:
            relation = {"left_key": earlier, "right_key": own, "verdict": "conflict", "run_id": run}
            relation |= {"reason": "bounds_exclude", "rule": "conflict"}
            relation |= {"left_spans": "[]", "right_spans": "[]", "id": f"v_benchmark{own}"}
            connection.execute(figure_relations.insert(), relation)
        keep_in_step(connection, document_id)
    return own


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else _DOCUMENTS)
