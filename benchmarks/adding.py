"""What it costs to add one more document, by the size of the case: the whole of ``sayso add``, stage by stage.

Usage: python -m benchmarks.adding [SIZE ...] [--keep DIR] [--case DIR]

The base are three texts of each of twenty stories of the project's own corpus, added by the real
pipeline; ``benchmarks/multiplied_case.py`` makes cases of 1,000, 10,000 and 100,000 documents of
them and says how full their look-up tables are. Then the fourth text of each story is added to each
case, one by one, in a process of its own: what is given is time of the processor and of the clock
for each document by stage, the statements of SQL, and the peak memory of the process, network and
all. The last five texts are for counting, which takes time of its own. ``sayso add`` of one more
text, started anew, is timed as a whole. ``--keep`` leaves the cases in a folder; ``--case`` measures
one that is there; a text that it holds already costs nothing, so that a case is measured once. Copies
have the same words, so that words kept from one statement to the next (``_read_fragment``) serve oftener
than in a real case.

Measured on two cores that ten other processes shared, which makes times of the processor longer, on
five further texts of the corpus, whose stories the cases do not hold; ms of the processor for each:

    documents      claims   relate   write and settle   peak memory without the network
          980      29,000      318                171                           125 MiB
        9,990     295,000      372                240                           133 MiB
      100,000   2,957,000      443                262                           133 MiB

Reading and annotating took 190 to 260 beside that. With the fresh texts of the stories themselves and
before figures and crowded names were read a few at a time, all stages took 792, 1,048 and 1,485 ms,
4,000 to 4,200 statements and at most 290 MiB, the network included.

Once searched rows were stored by one statement each and the first of its kind was looked for among
the earlier ones, sixteen other texts of further stories took, on two cores under a load of six, in the
case of a thousand 686 ms of the processor (relate 289, write and settle 160) and in that of 100,000
904 ms (396 and 297), most 1.6 s, at most 249 MiB; related and stored again and again, with the pages of
the case at hand, 395 and 435 ms.

Since rules look only beside a passage, and what figures of one document share is kept, nineteen more texts of
some 500 words took on the two cores alone, the file in the cache of the system: 638 ms of the processor at
1,080 documents (annotate 212, relate 291, write and settle 143) and 614 at 100,080 (198, 263, 207); 702 and
690 ms by the clock, at most 1.03 and 1.05 s; 257 MiB. Where Python keeps no compiled modules (``PYTHONDONTWRITEBYTECODE``),
the start of a command takes a third of a second more.
"""

import argparse
import json
import os
import resource
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.multiplied_case import multiply

SIZES = (1_000, 10_000, 100_000)
NOW = datetime(2031, 5, 4, tzinfo=UTC)
_TEXTS = Path(__file__).parents[1] / "training" / "corpus" / "texts"
_STORIES, _OF_BASE = 20, 3
_TIMED = 15
_SAYSO = "from sayso.cli import main; main()"
STAGES = ("read", "annotate", "relate", "write", "settle")


@dataclass(slots=True)
class Watch:
    """Time of the processor by stage; a stage within another counts for itself alone."""

    spent: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    _open: list[str] = field(default_factory=list)
    _since: float = 0.0

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        self._note()
        self._open.append(name)
        try:
            yield
        finally:
            self._note()
            self._open.pop()

    def _note(self) -> None:
        now = time.process_time()
        if self._open:
            self.spent[self._open[-1]] += now - self._since
        self._since = now

    def timed(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def run(*arguments: Any, **options: Any) -> Any:
            with self.stage(name):
                return function(*arguments, **options)

        return run


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)  # fmt: skip
    parser.add_argument("sizes", type=int, nargs="*", default=SIZES)
    parser.add_argument("--keep", type=Path, help="where the cases are left")
    parser.add_argument("--case", type=Path, help="measure this case, which texts are added to")
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.measure:
        print(json.dumps(measure(options.measure)))
        return
    if options.case:
        report(options.case, None)
        return
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder) / "base"
        fill(base)
        first: float | None = None
        for size in sorted(options.sizes):
            case = (options.keep or Path(folder)) / f"adding_{size}"
            multiply(base, case, size)
            first = report(case, first)
            if not options.keep:
                shutil.rmtree(case)


def texts() -> tuple[list[Path], list[Path]]:
    """Return the texts of the base, and those that are added."""
    stories = [sorted(one.glob("*.txt")) for one in sorted(_TEXTS.iterdir()) if one.is_dir()]
    chosen = [some for some in stories if len(some) > _OF_BASE][:_STORIES]
    return [one for some in chosen for one in some[:_OF_BASE]], [some[_OF_BASE] for some in chosen]


def fill(folder: Path) -> None:
    from sayso.case import Case  # noqa: PLC0415 -- only where a case is made

    with Case.create(folder, now=NOW) as case:
        run = case.begin_run((), now=NOW)
        for path in texts()[0]:
            add_one(case, path, run, Watch())


def add_one(case: Any, path: Path, run: Any, watch: Watch) -> None:
    """Add a text as ``sayso add`` does, without the child process that it is read in."""
    from sayso.documents import Source  # noqa: PLC0415 -- see fill
    from sayso.documents.readers import read_document  # noqa: PLC0415
    from sayso.pipeline.core import read_with_shipped_core  # noqa: PLC0415
    from sayso.pipeline.relate import find_relations  # noqa: PLC0415
    from sayso.pipeline.stages import Reading, collect_all  # noqa: PLC0415
    from sayso.settings import Settings  # noqa: PLC0415

    with watch.stage("read"):
        (source,) = (one for one in collect_all([path], Settings()) if isinstance(one, Source))
        document = read_document(source)
    with watch.stage("annotate"):
        reading = Reading(document=document, evidence=read_with_shipped_core(document))
    with watch.stage("relate"), case.one_moment():
        relations = find_relations(case, reading)
    with watch.stage("write"):
        case.add(document, reading.evidence, source.data, run=run, now=NOW, relations=relations)


def measure(folder: Path) -> dict[str, Any]:
    """Add the fresh texts to a case, and return what it cost."""
    from sqlalchemy import event  # noqa: PLC0415 -- see fill
    from sqlalchemy.engine import Engine  # noqa: PLC0415

    from sayso.case import Case, store  # noqa: PLC0415

    counted: Counter[str] = Counter()
    watch, wall, cpu = Watch(), [], []
    for name in ("enter_dating", "keep_in_step", "drop_conflicts_of_copies"):
        setattr(store, name, watch.timed("settle", getattr(store, name)))
    fresh = texts()[1]
    with Case.open(folder) as case:
        run = case.begin_run((), now=NOW)
        add_one(case, fresh[0], run, Watch())
        for path in fresh[1:_TIMED]:
            start, before = time.perf_counter(), time.process_time()
            add_one(case, path, run, watch)
            wall.append(time.perf_counter() - start)
            cpu.append(time.process_time() - before)

    def trace(statement: str) -> None:
        if not statement.startswith("--"):  # what a trigger does
            counted[statement.split(None, 1)[0]] += 1

    def connected(connection: sqlite3.Connection, _: object) -> None:
        connection.set_trace_callback(trace)

    event.listen(Engine, "connect", connected)
    with Case.open(folder) as case:
        counted.clear()
        for path in fresh[_TIMED:]:
            add_one(case, path, run, Watch())
    return {
        "cpu": cpu,
        "wall": wall,
        "stages": {name: watch.spent[name] / len(cpu) for name in STAGES},
        "statements": sum(counted.values()) / len(fresh[_TIMED:]),
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def report(case: Path, first: float | None) -> float:
    """Print what adding to a case costs, against the ``first`` case; return the seconds of the processor."""
    with sqlite3.connect(case / "case.db") as database:
        documents, claims = (
            database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608 -- our names
            for table in ("documents", "claims")
        )
    size = (case / "case.db").stat().st_size / 2**30
    command = [sys.executable, "-m", "benchmarks.adding", "--measure", str(case)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 -- ourselves
    found = json.loads(done.stdout.splitlines()[-1])
    cpu: float = statistics.mean(found["cpu"])
    stages = ", ".join(f"{name} {1000 * found['stages'][name]:.0f}" for name in STAGES)
    against = f", {cpu / first:.2f} of the smallest" if first else ""
    print(
        f"{documents:,} documents, {claims:,} claims, {size:.1f} GiB: one more takes "
        f"{1000 * cpu:.0f} ms of the processor{against} (median {1000 * statistics.median(found['cpu']):.0f}, "
        f"most {1000 * max(found['cpu']):.0f}), {1000 * statistics.median(found['wall']):.0f} ms by the clock "
        f"(most {1000 * max(found['wall']):.0f}); ms by stage: {stages}; "
        f"{found['statements']:.0f} statements; peak memory {found['memory']:.0f} MiB",
        flush=True,
    )
    print(f"  sayso add of one file, from its start: {_whole(case)}", flush=True)
    return cpu


def _whole(case: Path) -> str:
    """Run ``sayso add`` on a text that no case has; return what it took, child processes and all."""
    words = texts()[1][0].read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "one.txt"
        path.write_text(f"{words}\n\nPublished once more.\n", encoding="utf-8")
        before, start = os.times(), time.perf_counter()
        command = [sys.executable, "-c", _SAYSO, "-C", str(case), "add", str(path)]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603 -- ourselves
        after, wall = os.times(), time.perf_counter() - start
    spent = sum(after[2:4]) - sum(before[2:4])
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return (
        f"{spent:.2f} s of the processor, {wall:.2f} s by the clock, largest process {peak:.0f} MiB"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
