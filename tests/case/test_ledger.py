"""Lists of claims, figures, dates and times: narrowed by filters, in a stable order."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from sayso.case import (
    Case,
    ClaimFilter,
    DateFilter,
    FigureFilter,
    RunId,
    TimexFilter,
)
from sayso.dates import DayInterval
from sayso.documents import ChainLink, Flag
from sayso.errors import CaseError
from sayso.evidence.claim import Force
from sayso.evidence.reading import Evidence
from sayso.language.analysis import Analysis, AttributionKind, Manner, Modifier, QuantityKind
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


def day(text: str) -> DayInterval:
    return DayInterval.day(date.fromisoformat(text))


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
                    manner=Manner.THOUGHT,
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


def test_a_claim_of_nobody_named_is_found_by_the_words_for_its_source(
    ledger: tuple[Case, str, str],
) -> None:
    case, first, _ = ledger
    row = next(iter(case.claims()))

    assert row.said_by == row.claim.speaker
    assert replace(row, claim=replace(row.claim, speaker=None)).said_by == row.source_words
    assert row.source_words == " … ".join(
        span.text_in(case.document(first).text) for span in row.claim.source
    )


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
        (ClaimFilter(manner=Manner.THOUGHT), ["second"]),
        (ClaimFilter(manner=Manner.WROTE), []),
        (ClaimFilter(speech=True), ["first"]),
        (ClaimFilter(speech=False), ["second"]),
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


def test_claims_are_counted_without_being_listed(ledger: tuple[Case, str, str]) -> None:
    case, _, _ = ledger
    counts = case.counts()

    assert case.count_claims(ClaimFilter()) == counts.claims == 2
    assert case.count_claims(ClaimFilter(outlet="bay gazette")) == 1
    assert case.count_claims(ClaimFilter(speech=False)) == counts.claims - counts.speech == 1


def test_a_claim_of_which_only_rules_have_read_the_manner_counts_as_speech(
    case: Case, run: RunId
) -> None:
    made, data = document()
    unread = replace(claim(made.id), manner=None)
    case.add(made, replace(bare_evidence(), claims=(unread,)), data, run=run, now=NOW)

    assert case.counts().speech == 1
    assert unread.is_speech


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


def test_the_counts_are_those_of_the_lists(ledger: tuple[Case, str, str]) -> None:
    case, _, _ = ledger

    counts = case.counts()

    assert (counts.documents, counts.outlets) == (2, 2)
    assert (counts.claims, counts.figures, counts.timexes) == (2, 2, 3)
    assert (counts.doubtful_dates, counts.problems, counts.runs) == (1, 0, 1)
    assert (counts.reuse_edges, counts.decisions, counts.orphaned_decisions) == (0, 0, 0)
    assert counts.log_entries == len(list(case.log())) == 4
    assert counts.flags == ((Flag.CUT, 2), (Flag.MISDATED, 2))
