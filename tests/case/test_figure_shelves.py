"""The shelves of a case give the neighbours that an index in memory gives, however full a cell is."""

import random
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from datetime import date, timedelta

import pytest

from sayso.case import Case
from sayso.case.counted_rows import counted_columns
from sayso.story.figures.index import FigureIndex
from sayso.story.figures.kinds import shipped_kinds
from sayso.story.figures.record import CountedFigure
from sayso.story.figures.shelf import neighbours, placement
from sayso.story.figures.verdict import Policy
from tests.story.figures.examples import figure

_TABLE, _POLICY = shipped_kinds(), Policy()
_FIRST = date(2031, 3, 1)
_MOST = 40


def shelve(case: Case, figures: Sequence[CountedFigure]) -> None:
    """Put figures into the tables that a look-up reads, without their documents."""
    with closing(sqlite3.connect(case.directory / "case.db")) as database:
        for key, one in enumerate(figures, 1):
            row = {"key": key, **counted_columns(one), "run_id": 1}
            marks = ", ".join(f":{name}" for name in row)
            database.execute(
                f"INSERT INTO counted_figures ({', '.join(row)}) VALUES ({marks})",  # noqa: S608 -- names of columns
                row,
            )
            place = placement(one, table=_TABLE)
            database.executemany(
                "INSERT INTO figure_shelves (cell, day, figure_key) VALUES (?, ?, ?)",
                [(cell, place.day, key) for cell in place.shelves],
            )
        database.commit()


def told(number: int, day: int, town: str, who: str) -> CountedFigure:
    return figure(
        f"{number % 90 + 3} people",
        number,
        day=(_FIRST + timedelta(days=day)).isoformat(),
        place=f"{town} < Orlen",
        who=who,
    )


def many(days: Iterable[int]) -> list[CountedFigure]:
    chance = random.Random(4)  # noqa: S311 -- repeatable, not secret
    return [
        told(number, day, chance.choice(("Marrow", "Dorran")), f"the speaker {number}")
        for number, day in enumerate(days)
    ]


@pytest.mark.parametrize(
    "days",
    [range(0, 300, 3), [at // 4 for at in range(400)], [20] * 300, [0] * 170 + [1] * 170 + [90]],
    ids=["few a day", "many days full", "one day", "more than one look takes"],
)
def test_a_case_gives_the_neighbours_of_an_index_in_memory(case: Case, days: Iterable[int]) -> None:
    figures = many(days)
    index = FigureIndex(policy=_POLICY, table=_TABLE, most=_MOST)
    for one in figures:
        index.add(one)
    shelve(case, figures)

    for day in (0, 20, 55, 200):
        new = told(9_000, day, "Marrow", "the mayor")
        found = neighbours(new, case.compared.shelves, policy=_POLICY, table=_TABLE, most=_MOST)
        assert [one.id for one in found] == [one.id for one in index.neighbours(new)]
        assert found


@pytest.mark.parametrize("most", [1, 3, 50])
def test_of_each_day_of_a_quantity_only_the_first_are_given_and_none_is_left_out(
    case: Case, most: int
) -> None:
    figures = [told(at, at // 7, "Marrow", f"the speaker {at}") for at in range(280)]
    index = FigureIndex(policy=_POLICY, table=_TABLE)
    for one in figures:
        index.add(one)
    shelve(case, figures)
    place = placement(figures[140], table=_TABLE)

    found = case.compared.shelves.of_quantity(place.series, place.day, most=most)
    expected = index.of_quantity(place.series, place.day, most=most)
    assert [one.id for one in found] == [one.id for one in expected]
    assert len(expected) == 40 * min(most, 7)


def test_of_a_full_cell_the_first_are_given_in_the_order_of_their_days(case: Case) -> None:
    figures = [told(at, at // 9, "Marrow", f"the speaker {at}") for at in range(600)]
    shelve(case, figures)
    place = placement(figures[0], table=_TABLE)

    found = case.compared.shelves.in_cells(place.looked, place.day, place.day + 90, most=5)
    assert [one.id for one in found] == ["f0", "f1", "f2", "f3", "f4"]
