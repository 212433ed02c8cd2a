"""The records of an export: every one with its place in the cleaned text and in the original."""

import csv
import io
import json
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from sayso.dates import DayInterval
from sayso.documents import (
    ChainBasis,
    ChainLink,
    DateBasis,
    DateCandidate,
    Document,
    Flag,
    Furniture,
    FurnitureKind,
    Original,
    Role,
)
from sayso.evidence.claim import Claim, Force, Polarity
from sayso.evidence.dating import Dating, Doubt, DoubtNote
from sayso.evidence.figure import Figure, Modality
from sayso.evidence.reading import Evidence
from sayso.export.csv import write_csv
from sayso.export.jsonl import write_jsonl
from sayso.export.original_text import OriginalText
from sayso.export.record import RecordType
from sayso.export.records import document_records, ordered_chain
from sayso.language.analysis import (
    Analysis,
    AttributionKind,
    EventMention,
    Manner,
    Modifier,
    Quantity,
    QuantityKind,
)
from sayso.text import Edit, Span, apply_edits

ORIGINAL = "HARBOUR TIMES\n“We saw &amp; heard it,” Ilse Varga said. More than 12 boats sank.\n"
# The masthead goes, and the entity becomes one character.
TEXT, TEXT_MAP = apply_edits(ORIGINAL, [Edit(0, 14, ""), Edit(22, 27, "&")])


def span_of(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


DOCUMENT = Document(
    id="d_1",
    original=Original(
        sha256="ab" * 32,
        size=len(ORIGINAL.encode()),
        media_type="text/html",
        path="clips/a.html",
        address="https://harbour.example/a",
        retrieved=datetime(2031, 5, 4, tzinfo=UTC),
    ),
    text=TEXT,
    text_map=TEXT_MAP,
    extractor="test 1",
    encoding="utf-8",
    original_length=len(ORIGINAL),
    title="Boats sank",
    byline=("Ines Roth",),
    chain=(
        ChainLink(
            name="Meridian Wire",
            role=Role.AGENCY,
            basis=ChainBasis.AGENCY_CREDIT,
            original_span=None,
            rule="credit",
        ),
        ChainLink(
            name="Harbour Times",
            role=Role.HOST,
            basis=ChainBasis.MASTHEAD,
            original_span=Span(0, 13),
            rule="masthead",
        ),
    ),
    language="en",
    flags=frozenset({Flag.UNDATED, Flag.MISDATED}),
    furniture=(Furniture(original_span=Span(0, 14), kind=FurnitureKind.MASTHEAD, rule="masthead"),),
)
QUANTITY = Quantity(
    span=span_of("More than 12"),
    number=span_of("12"),
    best=Decimal(12),
    lo=Decimal(12),
    hi=None,
    lo_open=True,
    hi_open=False,
    soft=False,
    modifier=Modifier.MORE_THAN,
    kind=QuantityKind.COUNT,
    rule="more_than",
    counted=span_of("boats"),
    counted_head=span_of("boats"),
)
MAY = DayInterval.month(2031, 5)
EVIDENCE = Evidence(
    analysis=Analysis(
        events=(EventMention(span=span_of("sank"), type="disaster", status="asserted", rule="e"),)
    ),
    claims=(
        Claim(
            id="c_1",
            source=(span_of("Ilse Varga"),),
            cue=(span_of("said"),),
            content=(span_of("We saw"), span_of("heard it")),
            kind=AttributionKind.DIRECT,
            rule="quote_marks",
            speaker="Ilse Varga",
            manner=Manner.SAID,
            force=Force.ASSERT,
            polarity=Polarity.POSITIVE,
        ),
    ),
    figures=(
        Figure(id="f_1", quantity=QUANTITY, predicate="destroyed", modality=Modality.ASSERTED),
    ),
    dating=Dating(
        interval=MAY,
        candidates=(
            DateCandidate(
                interval=MAY,
                basis=DateBasis.METADATA,
                weight=2.0,
                original_spans=(Span(0, 7),),
                written="May 2031",
                rule="meta",
            ),
        ),
        chosen=(0,),
        reasons=("the page says May 2031",),
        doubts=(DoubtNote(doubt=Doubt.NO_DATE, reason="no day", candidates=(0,)),),
    ),
)


def lines() -> list[dict[str, object]]:
    stream = io.StringIO()
    written = write_jsonl(document_records(DOCUMENT, EVIDENCE), stream)
    found = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert written == len(found)
    return found


def test_a_document_comes_first_then_its_claims_figures_and_events() -> None:
    assert [line["record"] for line in lines()] == ["document", "claim", "figure", "event"]


@pytest.mark.parametrize("index", range(4))
def test_every_record_names_its_document_and_its_place(index: int) -> None:
    line = lines()[index]

    assert list(line)[:7] == [
        "record",
        "id",
        "document",
        "path",
        "sha256",
        "spans",
        "original_spans",
    ]
    assert line["document"] == "d_1"
    assert line["path"] == "clips/a.html"
    assert line["sha256"] == "ab" * 32


def test_a_document_says_what_it_is_and_what_was_taken_out() -> None:
    line = lines()[0]

    assert line["id"] == "d_1"
    assert line["title"] == "Boats sank"
    assert line["date"] == ["2031-05-01", "2031-05-31"]
    assert line["date_doubts"] == [{"doubt": "no_date", "reason": "no day"}]
    assert line["flags"] == ["misdated", "undated"]
    assert line["furniture"] == [[0, 14]]
    assert line["spans"] == [[0, len(TEXT)]]
    assert line["original_spans"] == [[14, len(ORIGINAL)]]
    assert line["retrieved"] == "2031-05-04T00:00:00+00:00"
    assert line["date_candidates"] == [
        {
            "interval": ["2031-05-01", "2031-05-31"],
            "basis": "metadata",
            "written": "May 2031",
            "weight": 2.0,
            "chosen": True,
            "original_spans": [[0, 7]],
            "rule": "meta",
        }
    ]


def test_a_chain_runs_from_the_host_back() -> None:
    assert [link.name for link in ordered_chain(DOCUMENT)] == ["Harbour Times", "Meridian Wire"]
    assert lines()[0]["chain"] == [
        {
            "name": "Harbour Times",
            "role": "host",
            "basis": "masthead",
            "original_span": [0, 13],
            "rule": "masthead",
        },
        {
            "name": "Meridian Wire",
            "role": "agency",
            "basis": "agency_credit",
            "original_span": None,
            "rule": "credit",
        },
    ]


def test_a_claim_quotes_its_fragments_and_maps_them_to_the_original() -> None:
    line = lines()[1]

    assert line["quote"] == "We saw … heard it"
    assert line["spans"] == line["content"] == [[1, 7], [10, 18]]
    assert line["original_spans"] == [[15, 21], [28, 36]]
    assert ORIGINAL[28:36] == "heard it"
    assert (line["speaker"], line["kind"], line["force"]) == ("Ilse Varga", "direct", "assert")
    assert (line["manner"], line["polarity"]) == ("said", "positive")


def test_a_figure_has_its_bounds_and_what_is_counted() -> None:
    line = lines()[2]

    assert line["quote"] == "More than 12"
    assert (line["best"], line["lo"], line["hi"]) == (12, 12, None)
    assert (line["lo_open"], line["modifier"]) == (True, "more_than")
    assert (line["counted_text"], line["predicate"]) == ("boats", "destroyed")
    assert line["original_spans"] == [[56, 68]]
    assert ORIGINAL[56:68] == "More than 12"


def test_an_event_is_named_by_its_place_in_the_text() -> None:
    first, second = lines()[3], lines()[3]

    assert first["id"] == second["id"]
    assert str(first["id"]).startswith("e_")
    assert (first["quote"], first["type"], first["interval"]) == ("sank", "disaster", None)


def test_csv_has_the_same_columns_and_holds_lists_as_json() -> None:
    stream = io.StringIO()

    written = write_csv(document_records(DOCUMENT, EVIDENCE), stream, record_type=RecordType.CLAIM)

    (row,) = csv.DictReader(io.StringIO(stream.getvalue()))
    assert written == 1
    assert list(row) == list(lines()[1])
    assert row["quote"] == "We saw … heard it"
    assert row["spans"] == "[[1, 7], [10, 18]]"
    assert row["said"] == '["2031-05-01", "2031-05-31"]'  # the document's date, by said_basis


def test_csv_can_begin_with_a_byte_order_mark() -> None:
    stream = io.StringIO()

    write_csv([], stream, record_type=RecordType.FIGURE, bom=True)

    assert stream.getvalue().startswith("\ufeffrecord,id,document,path,sha256,spans,")


def test_original_characters_are_quoted_even_where_they_were_taken_out() -> None:
    assert OriginalText(DOCUMENT, ORIGINAL.encode()).quote(Span(0, 13)) == "HARBOUR TIMES"


def test_where_the_original_is_no_text_the_kept_characters_are_quoted() -> None:
    original = OriginalText(DOCUMENT, b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")

    assert original.quote(Span(15, 21)) == "We saw"
    assert original.quote(Span(0, 13)) is None
