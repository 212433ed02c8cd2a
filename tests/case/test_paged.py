"""Long lists in pages by key: forwards, backwards, of few rows and of many, always the same rows."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

import pytest

from sayso.case import (
    Case,
    ClaimFilter,
    DateFilter,
    DocumentFilter,
    FigureFilter,
    RunId,
    TimexFilter,
    TimexRow,
    paged,
    timex_lists,
)
from sayso.case.paged import Turn
from sayso.dates import DayInterval
from sayso.errors import CaseError
from tests.case.builders import NOW, TEXT, bare_evidence, document, evidence

NUMBER = 11


@pytest.fixture
def filled(case: Case, run: RunId) -> Case:
    """Return a case with eleven documents, of which two are undated and several of one day."""
    for at in range(NUMBER):
        day = None if at in {3, 7} else DayInterval.day(date(2024, 5, 1) + timedelta(days=at // 3))
        made, data = document(f"{TEXT} Part {at}.")
        case.add(made, bare_evidence(day), data, run=run, now=NOW)
    return case


@pytest.fixture(params=["few", "many"])
def either_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let lists take the way of few rows, and the way of many."""
    monkeypatch.setattr(paged, "_FEW", 1_000 if request.param == "few" else 1)


def pages_of(case: Case, by: DocumentFilter, size: int) -> Iterator[list[str]]:
    turn = Turn(size=size)
    while True:
        found = case.paged.documents(by, turn)
        yield [row.id for row in found.rows]
        if not found.later:
            return
        turn = Turn(size=size, after=found.last)


@pytest.mark.usefixtures("either_way")
@pytest.mark.parametrize("size", [1, 3, 4, 50])
def test_pages_together_are_the_list(filled: Case, size: int) -> None:
    by = DocumentFilter(text="Part")

    found = [name for page in pages_of(filled, by, size) for name in page]

    assert found == [row.id for row in filled.documents(by)]


@pytest.mark.usefixtures("either_way")
def test_the_way_back_shows_the_same_pages(filled: Case) -> None:
    by = DocumentFilter(text="Part")
    forth = list(pages_of(filled, by, 4))

    for before, after in pairwise(forth):
        back = filled.paged.documents(by, Turn(size=4, before=after[0]))

        assert [row.id for row in back.rows] == before
        assert back.later
        assert back.earlier == (before != forth[0])


def test_a_list_of_everything_is_paged_too(filled: Case) -> None:
    found = [name for page in pages_of(filled, DocumentFilter(), 5) for name in page]

    assert found == [row.id for row in filled.documents()]


def test_dates_are_paged_in_the_order_of_documents(filled: Case) -> None:
    first = filled.paged.dates(DateFilter(), Turn(size=4))
    second = filled.paged.dates(DateFilter(), Turn(size=50, after=first.last))

    found = [row.document for row in (*first.rows, *second.rows)]
    assert found == [row.document for row in filled.dates()]
    assert not second.later


def test_a_row_that_is_gone_is_said_to_be_gone(filled: Case) -> None:
    with pytest.raises(CaseError, match="d_none in this list any more"):
        filled.paged.documents(DocumentFilter(), Turn(after="d_none"))


@pytest.mark.usefixtures("either_way")
def test_claims_and_figures_are_paged_in_the_order_of_the_text(case: Case, run: RunId) -> None:
    made, data = document(TEXT)
    case.add(made, evidence(made.id), data, run=run, now=NOW)

    claims = case.paged.claims(ClaimFilter(text="pier"), Turn(size=50))
    figures = case.paged.figures(FigureFilter(document=made.id), Turn(size=50))

    assert [row.id for row in claims.rows] == [r.id for r in case.claims(ClaimFilter(text="pier"))]
    assert [row.id for row in figures.rows] == [row.id for row in case.figures()]


def test_facets_count_what_would_be_left(case: Case, run: RunId) -> None:
    made, data = document(TEXT)
    case.add(made, evidence(made.id), data, run=run, now=NOW)
    kind = next(case.claims()).claim.kind

    facets = {one.field: one for one in case.paged.claim_facets(ClaimFilter(kind=kind))}

    number = sum(row.claim.kind is kind for row in case.claims())
    assert dict(facets["kind"].values)[kind.value] == number
    assert facets["kind"].whole


def test_words_that_name_days_are_paged(case: Case, run: RunId) -> None:
    made, data = document(TEXT)
    case.add(made, evidence(made.id), data, run=run, now=NOW)

    found = case.paged.dated_words(TimexFilter(), Turn(size=50))

    placed = [row.timex for row in case.timexes() if row.timex.interval]
    assert [row.timex for row in found.rows] == placed
    assert not found.later


@pytest.mark.parametrize("bound", [0, 1_000])
def test_dated_words_are_narrowed_by_outlet_document_and_days(
    case: Case, run: RunId, monkeypatch: pytest.MonkeyPatch, bound: int
) -> None:
    monkeypatch.setattr(timex_lists, "_FEW_DOCUMENTS", bound)
    names = []
    for outlet in ("Coast Wire", "Daily Flame"):
        made, data = document(f"{TEXT} By {outlet}.", outlet=outlet)
        case.add(made, evidence(made.id), data, run=run, now=NOW)
        names.append(made.id)
    every = case.paged.dated_words(TimexFilter(), Turn(size=50)).rows
    (day, *_) = [row.timex.interval for row in every if row.timex.interval]
    assert day.lo is not None

    def found(by: TimexFilter) -> list[TimexRow]:
        return list(case.paged.dated_words(by, Turn(size=50)).rows)

    assert found(TimexFilter(outlet="coast wire")) == [r for r in every if r.outlet == "Coast Wire"]
    assert found(TimexFilter(document=names[1])) == [r for r in every if r.document == names[1]]
    assert found(TimexFilter(outlet="nobody")) == []
    assert found(TimexFilter(since=day.lo, until=day.lo)) == [
        r for r in every if r.timex.interval and r.timex.interval.intersection(day)
    ]
    assert found(TimexFilter(until=day.lo - timedelta(days=4_000))) == []


def test_everything_that_is_done_raises_the_version(case: Case, run: RunId) -> None:
    before = case.paged.version()
    made, data = document(TEXT)
    case.add(made, evidence(made.id), data, run=run, now=NOW)

    assert case.paged.version() > before
    assert case.paged.last_run() == run
