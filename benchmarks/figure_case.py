"""Cost of one more document's figures in a case that holds many.

    python -m benchmarks.figure_case [--figures N] [--case DIR]

Fills the tables of compared figures with made ones, several to a matter, then times documents of
twenty figures: finding their neighbours, comparing, and storing figures, shelves and verdicts in one
transaction that is rolled back. Cost is processor time on one core. ``--case`` keeps the case in a
folder, and times the one that is there: a million figures take eight minutes of the processor to make.

Measured on two cores under a load of four to five, which makes times of the processor longer, a case of a
million figures, 512 verdicts for each document: 105 ms, where it took 132 in the same minutes before a pair
was compared only as far as what decides it, and a document's rows were asked for once. That numbers which
tell by themselves are found, too, takes 5 ms more. Python's collector took 6 ms of each where it ran as
often as it does by itself; it runs here as seldom as under the command line.
"""

import argparse
import gc
import random
import sqlite3
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from sqlalchemy import create_engine

from sayso.case import Case, RunId
from sayso.case.counted_rows import counted_columns
from sayso.case.figure_relations import store_figures
from sayso.case.new_relations import FigureRelations
from sayso.cli.border import BETWEEN_COLLECTIONS
from sayso.dates import DayInterval
from sayso.evidence.figure import Accrual
from sayso.pipeline.relate_figures import relate_counted
from sayso.story.figures.describe import describe
from sayso.story.figures.kinds import shipped_kinds
from sayso.story.figures.record import CountedFigure, NumberInterval, Place, Scope, Voice
from sayso.story.figures.shelf import placement

_TABLE = shipped_kinds()
_COUNTED = tuple(
    describe(phrase, phrase.split()[-1], table=_TABLE)
    for phrase in ("people", "women", "children", "soldiers", "foreign fighters", "medics", "men")
)
_PREDICATES = ("killed", "injured", "held", "displaced", "arrested", "missing")
_TOWNS = 4_000
_DAYS = 1_800
_PER_DOCUMENT = 20
_TIMED = 50
_AT_ONCE = 20_000


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--figures", type=int, default=100_000)
    parser.add_argument("--case", type=Path, help="where the case is kept, or is already")
    options = parser.parse_args()
    gc.set_threshold(BETWEEN_COLLECTIONS, *gc.get_threshold()[1:])  # as the command line does
    with tempfile.TemporaryDirectory() as folder:
        path = options.case or Path(folder) / "case"
        if not path.exists():
            _make(path, options.figures)
        _time(path, options.figures, random.Random(11))  # noqa: S311 - repeatable, not secret


def _make(path: Path, number: int) -> None:
    Case.create(path, now=datetime(2031, 1, 1, tzinfo=UTC)).close()
    begun = time.process_time()
    _fill(path / "case.db", number, random.Random(7))  # noqa: S311 - repeatable, not secret
    print(f"{number} figures in {time.process_time() - begun:.0f} s")


def _fill(database: Path, number: int, chance: random.Random) -> None:
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA synchronous=OFF")
        for first in range(0, number, _AT_ONCE):
            figures = list(_documents(first, min(first + _AT_ONCE, number), chance))
            rows = [{"key": first + at + 1, **counted_columns(one), "run_id": 1} for at, one in enumerate(figures)]  # fmt: skip
            columns = ", ".join(rows[0])
            marks = ", ".join(f":{name}" for name in rows[0])
            connection.executemany(
                f"INSERT INTO counted_figures ({columns}) VALUES ({marks})",  # noqa: S608 - names of columns
                rows,
            )
            places = ((first + at + 1, placement(one, table=_TABLE)) for at, one in enumerate(figures))  # fmt: skip
            connection.executemany(
                "INSERT INTO figure_shelves (cell, day, figure_key) VALUES (?, ?, ?)",
                ((cell, place.day, key) for key, place in places for cell in place.shelves),
            )
            connection.commit()


def _time(path: Path, number: int, chance: random.Random) -> None:
    engine = create_engine(f"sqlite:///{path / 'case.db'}")
    times, verdicts = [], 0
    with Case.open(path) as case, engine.connect() as connection:
        for at in range(_TIMED):
            first = number + at * _PER_DOCUMENT
            figures = tuple(_documents(first, first + _PER_DOCUMENT, chance))
            begun = time.process_time()
            with case.one_moment():
                relations = relate_counted(figures, case.compared.shelves)
            found = FigureRelations(figures=figures, relations=relations)
            store_figures(connection, found, RunId(1))
            times.append(time.process_time() - begun)
            verdicts += len(relations)
            connection.rollback()
    times.sort()
    print(
        f"a document of {_PER_DOCUMENT} figures more: median {1000 * times[_TIMED // 2]:.0f} ms, "
        f"slowest {1000 * times[-1]:.0f} ms, {verdicts / _TIMED / _PER_DOCUMENT:.1f} verdicts a figure"
    )


def _documents(first: int, after: int, chance: random.Random) -> Iterator[CountedFigure]:
    """Make documents of five years' reporting on many towns, each on one matter."""
    for start in range(first, after, _PER_DOCUMENT):
        town = chance.randrange(_TOWNS)
        day = date(2031, 1, 1) + timedelta(days=chance.randrange(_DAYS))
        for at in range(start, min(start + _PER_DOCUMENT, after)):
            yield _made(at, town, day, chance)


def _made(at: int, town: int, day: date, chance: random.Random) -> CountedFigure:
    best = Decimal(chance.randrange(1, 400))
    place = Place(name=f"town {town}", parents=(f"district {town % 40}", f"country {town % 4}"))
    document = f"d{at // _PER_DOCUMENT}"
    made = CountedFigure(
        id=f"f{at}",
        document=document,
        number=NumberInterval(lo=best, hi=best, best=best),
        grounds=(),
        counted=chance.choice(_COUNTED),
        predicate=chance.choice(_PREDICATES),
        accrual=Accrual.CUMULATIVE,
        scope=Scope(
            place=place,
            place_stated=chance.random() < _STATED,
            matter=(f"town {town}", f"body {town % 90}", f"person {chance.randrange(2_000)}"),
            as_of=DayInterval.day(day),
        ),
        voice=Voice(claimant=chance.choice(_VOICES), origin=document),
        written=DayInterval.day(day),
    )
    return made if made.scope.place_stated else replace(made, scope=replace(made.scope, place=None))


_STATED = 0.5
_VOICES: Sequence[str | None] = (None, "the police", "the mayor", "the army", "the hospital")


if __name__ == "__main__":
    main()
