"""Lists: narrowed by filters, in a stable order, page by page, as of one moment."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from sayso.case import (
    Case,
    ClaimFilter,
    DateFilter,
    DocumentFilter,
    FigureFilter,
    RunId,
    TimexFilter,
)
from sayso.dates import DayInterval
from sayso.documents import ChainLink, Flag
from sayso.errors import CaseError
from sayso.evidence.claim import Force
from sayso.evidence.dating import Doubt
from sayso.evidence.reading import Evidence
from sayso.language.analysis import Analysis, AttributionKind, Modifier, QuantityKind
from tests.case.builders import (
    MAY_3,
    NOW,
    bare_evidence,
    claim,
    dating,
    document,
    evidence,
    figure,
    timex,
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


@pytest.fixture
def ledger(case: Case, run: RunId) -> tuple[Case, str, str]:
    """Give a case with one full document and one that differs in all that can be filtered."""
    made, data = document()
    case.add(made, evidence(made.id), data, run=run, now=NOW)
    other, more = document(outlet="Bay Gazette", address="https://gazette.example/")
    full = figure(other.id)
    case.add(
        other,
        Evidence(
            analysis=Analysis(
                timexes=(
                    replace(timex(), interval=None),
                    replace(timex(), interval=day("2030-01-01")),
                )
            ),
            claims=(
                replace(
                    claim(other.id, speaker="Unión Portuaria"),
                    kind=AttributionKind.INDIRECT,
                    force=Force.DENY,
                    said=None,
                    content=(full.quantity.span,),
                ),
            ),
            figures=(
                replace(
                    full,
                    predicate="injured",
                    place=None,
                    as_of=None,
                    quantity=replace(
                        full.quantity,
                        modifier=Modifier.UP_TO,
                        kind=QuantityKind.MONEY,
                        counted=None,
                    ),
                ),
            ),
            dating=dating(day("2031-06-10"), doubtful=False),
        ),
        more,
        run=run,
        now=NOW,
    )
    return case, made.id, other.id


def test_a_listed_claim_has_its_words_document_and_date(ledger: tuple[Case, str, str]) -> None:
    case, first, _ = ledger
    row = next(iter(case.claims()))

    assert (row.document, row.outlet) == (first, "The Orlo Lantern")
    assert row.words == "the ferry is safe … on Sunday"
    assert row.date == DayInterval.day(MAY_3)
    assert row.claim == evidence(first).claims[0]
    assert row.id == row.claim.id
    assert case.claim(row.id) == row


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        (ClaimFilter(), ["first", "second"]),
        (ClaimFilter(speaker="varga"), ["first"]),
        (ClaimFilter(speaker="ines VARGA"), ["first"]),
        (ClaimFilter(speaker="varg"), []),
        (ClaimFilter(speaker="union portuaria"), ["second"]),
        (ClaimFilter(speaker="ferry"), []),
        (ClaimFilter(text="varga"), []),
        (ClaimFilter(text="sunday safe"), ["first"]),
        (ClaimFilter(text="safe", speaker="varga"), ["first"]),
        (ClaimFilter(text="safe", speaker="union"), []),
        (ClaimFilter(outlet="bay gazette"), ["second"]),
        (ClaimFilter(force=Force.DENY), ["second"]),
        (ClaimFilter(force=Force.THREAT), []),
        (ClaimFilter(kind=AttributionKind.DIRECT), ["first"]),
        (ClaimFilter(document="first"), ["first"]),
        (ClaimFilter(since=date(2031, 5, 3)), ["second"]),
        (ClaimFilter(until=date(2031, 5, 2)), ["first"]),
        (ClaimFilter(since=date(2031, 6, 10), until=date(2031, 6, 10)), ["second"]),
        (ClaimFilter(since=date(2031, 6, 11)), []),
    ],
)
def test_claims_are_narrowed(
    ledger: tuple[Case, str, str], by: ClaimFilter, expected: list[str]
) -> None:
    case, first, second = ledger
    names = {first: "first", second: "second"}
    if by.document:
        by = replace(by, document=first)

    assert [names[row.document] for row in case.claims(by)] == expected


def test_a_listed_figure_has_its_words_and_place(ledger: tuple[Case, str, str]) -> None:
    case, first, _ = ledger
    row = next(iter(case.figures()))

    assert (row.document, row.outlet) == (first, "The Orlo Lantern")
    assert (row.words, row.counted, row.place) == (
        "At least 40 passengers",
        "passengers",
        "Orlo pier",
    )
    assert row.figure.quantity.best == Decimal(40)
    assert row.date == DayInterval.day(MAY_3)
    assert case.figure(row.id) == row


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        (FigureFilter(), ["first", "second"]),
        (FigureFilter(about="passengers"), ["first", "second"]),
        (FigureFilter(about="held"), ["first"]),
        (FigureFilter(about="pier"), []),
        (FigureFilter(place="ORLO"), ["first"]),
        (FigureFilter(place="passengers"), []),
        (FigureFilter(about="held", place="pier"), ["first"]),
        (FigureFilter(predicate="injured"), ["second"]),
        (FigureFilter(modifier=Modifier.UP_TO), ["second"]),
        (FigureFilter(kind=QuantityKind.COUNT), ["first"]),
        (FigureFilter(outlet="Bay Gazette"), ["second"]),
        (FigureFilter(document="second"), ["second"]),
        (FigureFilter(since=date(2031, 5, 5)), ["second"]),
        (FigureFilter(until=date(2031, 5, 1)), ["first"]),
    ],
)
def test_figures_are_narrowed(
    ledger: tuple[Case, str, str], by: FigureFilter, expected: list[str]
) -> None:
    case, first, second = ledger
    names = {first: "first", second: "second"}
    if by.document:
        by = replace(by, document=second)

    assert [names[row.document] for row in case.figures(by)] == expected


def test_a_listed_date_has_candidates_reasons_and_doubts(ledger: tuple[Case, str, str]) -> None:
    case, first, second = ledger

    row, other = case.dates()

    assert (row.document, row.title, row.outlet) == (
        first,
        "Ferry stopped at Orlo",
        "The Orlo Lantern",
    )
    assert row.dating == dating()
    assert (other.document, other.dating.doubts) == (second, ())


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        (DateFilter(doubtful=True), ["first"]),
        (DateFilter(outlet="bay gazette"), ["second"]),
        (DateFilter(document="second"), ["second"]),
        (DateFilter(document="second", doubtful=True), []),
    ],
)
def test_dates_are_narrowed(
    ledger: tuple[Case, str, str], by: DateFilter, expected: list[str]
) -> None:
    case, first, second = ledger
    names = {first: "first", second: "second"}
    if by.document:
        by = replace(by, document=second)

    assert [names[row.document] for row in case.dates(by)] == expected


def test_timexes_come_in_the_order_of_time_and_unresolved_ones_last(
    ledger: tuple[Case, str, str],
) -> None:
    case, first, second = ledger

    rows = list(case.timexes())

    assert [(row.document, row.timex.interval) for row in rows] == [
        (second, day("2030-01-01")),
        (first, day("2031-05-04")),
        (second, None),
    ]
    assert rows[1].timex == timex()
    assert (rows[1].words, rows[1].outlet) == ("Sunday", "The Orlo Lantern")


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        (TimexFilter(resolved=True), ["second", "first"]),
        (TimexFilter(document="second"), ["second", "second"]),
        (TimexFilter(outlet="Bay Gazette", resolved=True), ["second"]),
        (TimexFilter(since=date(2031, 1, 1)), ["first"]),
        (TimexFilter(until=date(2030, 1, 1)), ["second"]),
        (TimexFilter(since=date(2032, 1, 1)), []),
    ],
)
def test_timexes_are_narrowed(
    ledger: tuple[Case, str, str], by: TimexFilter, expected: list[str]
) -> None:
    case, first, second = ledger
    names = {first: "first", second: "second"}
    if by.document:
        by = replace(by, document=second)

    assert [names[row.document] for row in case.timexes(by)] == expected


def test_chain_links_are_listed_from_the_host(ledger: tuple[Case, str, str]) -> None:
    case, first, _ = ledger
    made, _ = document()

    rows = list(case.chain_links(first))

    assert [(row.document, row.position) for row in rows] == [(first, 0), (first, 1)]
    assert tuple(row.link for row in rows) == made.chain
    assert len(list(case.chain_links())) == 4
    assert isinstance(next(iter(case.chain_links(limit=1))).link, ChainLink)


@pytest.mark.parametrize(
    ("read", "message"),
    [
        (lambda case: case.document("d_0000000000"), "no document d_0000000000"),
        (lambda case: case.evidence("d_0000000000"), "no document d_0000000000"),
        (lambda case: case.original("d_0000000000"), "no document d_0000000000"),
        (lambda case: case.claim("c_0000000000"), "no claim c_0000000000"),
        (lambda case: case.figure("f_0000000000"), "no figure f_0000000000"),
    ],
)
def test_what_is_not_there_is_an_error(case: Case, read: object, message: str) -> None:
    assert callable(read)
    with pytest.raises(CaseError, match=message):
        read(case)


def test_a_list_holds_one_moment_of_the_case(case: Case, run: RunId) -> None:
    add(case, run, "one", bare_evidence())
    rows = case.documents()
    first = next(rows)
    add(case, run, "two", bare_evidence())

    assert [first, *rows] == [first]
    assert len(list(case.documents())) == 2


def test_the_counts_are_those_of_the_lists(ledger: tuple[Case, str, str]) -> None:
    case, _, _ = ledger

    counts = case.counts()

    assert (counts.documents, counts.outlets) == (2, 2)
    assert (counts.claims, counts.figures, counts.timexes) == (2, 2, 3)
    assert (counts.doubtful_dates, counts.problems, counts.runs) == (1, 0, 1)
    assert (counts.reuse_edges, counts.decisions, counts.orphaned_decisions) == (0, 0, 0)
    assert counts.log_entries == len(list(case.log())) == 4
    assert counts.flags == ((Flag.CUT, 2), (Flag.MISDATED, 2))
