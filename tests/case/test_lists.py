"""Lists: narrowed by filters, in a stable order, page by page, as of one moment."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from sayso.case import (
    Case,
    DateFilter,
    DocumentFilter,
    RunId,
)
from sayso.dates import DayInterval
from sayso.documents import Flag
from sayso.evidence.dating import Doubt
from sayso.evidence.reading import Evidence
from tests.case.builders import (
    MAY_3,
    NOW,
    bare_evidence,
    dating,
    document,
    evidence,
)


def add(case: Case, run: RunId, text: str, given: Evidence, *, outlet: str | None = None) -> str:
    """Add a text with evidence and return the id of the document."""
    made, data = document(text, outlet=outlet)
    bare = replace(made, flags=frozenset({Flag.CUT}) if outlet else frozenset())
    case.add(bare, given, data, run=run, now=NOW)
    return made.id


def day(text: str) -> DayInterval:
    return DayInterval.day(date.fromisoformat(text))


def test_documents_are_listed_by_date_and_undated_ones_last(case: Case, run: RunId) -> None:
    undated = add(case, run, "one", bare_evidence(DayInterval(None, None)))
    not_after = add(case, run, "two", bare_evidence(DayInterval(None, date(2031, 2, 1))))
    in_march = add(case, run, "three", bare_evidence(day("2031-03-01")))
    january = add(case, run, "four", bare_evidence(DayInterval(date(2031, 1, 1), None)))

    listed = [row.id for row in case.documents()]

    assert listed == [january, not_after, in_march, undated]


def test_a_listed_document_tells_its_date_flags_doubts_and_counts(case: Case, run: RunId) -> None:
    made, data = document(path="a.txt", address="https://lantern.example/1")
    case.add(made, evidence(made.id), data, run=run, now=NOW)

    (row,) = case.documents()

    assert (row.id, row.sha256, row.path) == (made.id, made.original.sha256, "a.txt")
    assert (row.title, row.outlet, row.language) == (made.title, "The Orlo Lantern", "en")
    assert row.address == "https://lantern.example/1"
    assert row.date == DayInterval.day(MAY_3)
    assert row.doubts == (Doubt.DAY_MONTH_ORDER, Doubt.NO_DATE)
    assert row.flags == {Flag.MISDATED, Flag.CUT}
    assert (row.characters, row.claims, row.figures) == (len(made.text), 1, 1)
    assert (row.added, row.run) == (NOW, run)


def test_flags_and_doubts_stay_with_their_document_over_many_batches(
    case: Case, run: RunId
) -> None:
    for number in range(205):
        made, data = document(f"Text {number}.")
        flags = frozenset({Flag.CUT}) if number % 2 else frozenset()
        dated = dating(DayInterval.day(MAY_3 + timedelta(number)), doubtful=number % 3 == 0)
        given = replace(bare_evidence(), dating=dated)
        case.add(replace(made, flags=flags), given, data, run=run, now=NOW)

    rows = list(case.documents())

    assert [bool(row.flags) for row in rows] == [number % 2 == 1 for number in range(205)]
    assert [bool(row.doubts) for row in rows] == [number % 3 == 0 for number in range(205)]
    assert len(list(case.dates(DateFilter(doubtful=True)))) == 69


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        (DocumentFilter(), {"lantern", "gazette", "undated"}),
        (DocumentFilter(outlet="ORLO LÁNTERN"), {"lantern"}),
        (DocumentFilter(outlet="Orlo"), set()),
        (DocumentFilter(flag=Flag.CUT), {"lantern", "gazette"}),
        (DocumentFilter(flag=Flag.RESPUN), set()),
        (DocumentFilter(language="en"), {"lantern", "gazette", "undated"}),
        (DocumentFilter(language="fr"), set()),
        (DocumentFilter(since=date(2031, 2, 1)), {"gazette", "undated"}),
        (DocumentFilter(until=date(2031, 2, 1)), {"lantern", "undated"}),
        (DocumentFilter(since=date(2031, 1, 31), until=date(2031, 1, 31)), {"lantern", "undated"}),
        (DocumentFilter(text="bridge closed"), {"lantern"}),
        (DocumentFilter(text="bridge"), {"lantern", "gazette"}),
        (DocumentFilter(text="clos*"), {"lantern"}),
        (DocumentFilter(text="clos"), set()),
        (DocumentFilter(text='"'), set()),
        (DocumentFilter(text="NEAR("), set()),
        (DocumentFilter(text="bridge", outlet="Bay Gazette"), {"gazette"}),
    ],
)
def test_documents_are_narrowed(
    case: Case, run: RunId, by: DocumentFilter, expected: set[str]
) -> None:
    january = DayInterval(date(2031, 1, 1), date(2031, 1, 31))
    names = {
        add(case, run, "The bridge closed.", bare_evidence(january), outlet="Orlo Lantern"): (
            "lantern"
        ),
        add(case, run, "A new bridge.", bare_evidence(day("2031-03-01")), outlet="Bay Gazette"): (
            "gazette"
        ),
        add(case, run, "No day.", bare_evidence(DayInterval(None, None))): "undated",
    }

    assert {names[row.id] for row in case.documents(by)} == expected


def test_documents_come_page_by_page(case: Case, run: RunId) -> None:
    ids = [add(case, run, f"t{n}", bare_evidence(day(f"2031-01-0{n}"))) for n in range(1, 6)]

    assert [row.id for row in case.documents(limit=2)] == ids[:2]
    assert [row.id for row in case.documents(limit=2, offset=2)] == ids[2:4]
    assert [row.id for row in case.documents(offset=4)] == ids[4:]
    assert list(case.documents(limit=0)) == []


@pytest.mark.parametrize(("limit", "offset"), [(-1, 0), (None, -1)])
def test_a_page_cannot_be_negative(case: Case, limit: int | None, offset: int) -> None:
    with pytest.raises(ValueError, match="cannot be negative"):
        list(case.claims(limit=limit, offset=offset))


def test_a_list_holds_one_moment_of_the_case(case: Case, run: RunId) -> None:
    add(case, run, "one", bare_evidence())
    rows = case.documents()
    first = next(rows)
    add(case, run, "two", bare_evidence())

    assert [first, *rows] == [first]
    assert len(list(case.documents())) == 2
