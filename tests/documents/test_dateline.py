"""Datelines, and where the story of a paragraph begins behind one or behind a stamp."""

from datetime import date

import pytest

from sayso.dates import DayInterval, Precision, find_dates
from sayso.documents.dateline import heading_end, story_start
from sayso.documents.page_dates import read_date_line


@pytest.mark.parametrize(
    "head",
    [
        "LAKOR, March 3 (Coast Wire) — ",
        "Lakor, 3 March 2021 - ",
        "PORT LAKOR (Reuters) -- ",
        "(AP) — ",
        "LAKOR, Velm – ",
        "-LRB- AP -RRB- -- ",
        "LAKOR, Velm -LRB- Coast Wire -RRB- -- ",
        "By our staff Boats sail again -LRB- CNN -RRB- -- ",
        "Boats sail again LAKOR (Reuters) -- ",
        "Photograph: Lena Okafor/Reuters ",
        "Photograph : Lena Okafor\\/AFP\\/Getty Images ",
        "LAKOR | Wed Mar 3, 2021 12:51 am BST LAKOR (Coast Wire) - ",
        "Boats leave Wednesday 3 March 2021 13.32 GMT ",
    ],
)
@pytest.mark.parametrize("story", ["The bridge fell.", "“Nobody” was hurt.", "12 boats sank."])
def test_the_story_begins_behind_what_opens_the_paragraph(head: str, story: str) -> None:
    assert (head + story)[story_start(head + story) :] == story


@pytest.mark.parametrize(
    "line",
    [
        "Ana Orlow (left) - no friend of boats - said so.",
        "The harbour (Port Ellery) - reopened.",
        "WHO: Ten cases are known.",
        "Boats sail again (left) - Nobody was hurt.",
        "Photograph: Lena Okafor of the harbour board.",
        "The network (CNN) -- the largest -- said so.",
        "A second bridge - The Old One - fell.",
        "Lakor: Troops moved in.",
        "",
    ],
)
def test_a_paragraph_without_a_dateline_begins_with_its_story(line: str) -> None:
    assert story_start(line) == 0


@pytest.mark.parametrize(
    ("head", "end"),
    [
        ("Boats sail again (Reuters) -- ", 30),
        ("Boats leave Wednesday 3 March 2021 13.32 GMT ", 45),
        ("Photo: Lena Okafor/AP ", 22),
        ("LAKOR (Reuters) -- ", 0),
        ("LAKOR, March 3 (Coast Wire) — ", 0),
    ],
)
def test_a_heading_ends_where_another_line_was(head: str, end: int) -> None:
    assert heading_end(f"{head}The bridge fell.") == end


def test_a_dateline_without_a_year_is_open_and_can_be_read_again() -> None:
    line = "PORT LAKOR, March 3 (Coast Wire) — Troops moved in."
    found = read_date_line(line)

    assert found is not None
    assert (found.dateline, found.whole_line) == (True, False)
    assert found.interval.precision is Precision.UNKNOWN
    (again,) = find_dates(found.written)
    assert (again.date.month, again.date.day) == (3, 3)


def test_a_dateline_may_do_without_an_agency() -> None:
    found = read_date_line("Lakor, 3 March 2021 - Troops moved in.")

    assert found is not None
    assert (found.dateline, found.interval) == (True, DayInterval.day(date(2021, 3, 3)))


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("Lakor, Wednesday March 3. Boat Watch calls on the council.", "Wednesday March 3"),
        ("LAKOR, 3 March 2021. “It is late,” the mayor said.", "3 March 2021"),
        ("Port Lakor, Wed., 3 Mar. Troops moved in.", "Wed., 3 Mar."),
        ("St. Osk, March 3: Troops moved in.", "March 3"),
        ("Lakor, March 3 / Troops moved in.", "March 3"),
    ],
)
def test_a_dateline_may_do_without_a_dash(line: str, written: str) -> None:
    found = read_date_line(line)

    assert found is not None
    assert (found.dateline, found.written) == (True, written)


@pytest.mark.parametrize(
    "line",
    [
        "Lakor, March 3. was cold.",
        "Lakor March 3. Troops moved in.",
        "In Lakor, March 3. Troops moved in.",
        "Lakor, March. Troops moved in.",
        "Lakor, March 3.5 metres of snow fell.",
        "Lakor, March 3, Troops moved in.",
        "The troops of Lakor, March 3. They moved in.",
    ],
)
def test_place_and_date_within_a_sentence_are_no_dateline(line: str) -> None:
    assert read_date_line(line) is None
