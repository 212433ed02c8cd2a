"""A small case of two articles, made by hand, so that every verb has something to show."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from shutil import copytree

import pytest
from click.testing import CliRunner, Result

from sayso.case import Case
from sayso.cli import main
from sayso.dates import DayInterval
from sayso.documents import (
    ChainBasis,
    ChainLink,
    DateBasis,
    DateCandidate,
    Document,
    Flag,
    Original,
    Role,
    content_hash,
    document_id,
    record_id,
)
from sayso.errors import DocumentError
from sayso.evidence.claim import Claim, Force, Polarity
from sayso.evidence.dating import Dating, Doubt, DoubtNote
from sayso.evidence.figure import Figure, Modality
from sayso.evidence.reading import Evidence
from sayso.language.analysis import (
    Analysis,
    AttributionKind,
    EventMention,
    Manner,
    Modifier,
    Quantity,
    QuantityKind,
    Timex,
    TimexType,
)
from sayso.story.reuse_edge import Direction, ReuseEdge, ReuseKind
from sayso.text import Edit, Span, apply_edits

NOW = datetime(2031, 5, 9, 8, tzinfo=UTC)

HARBOUR = (
    "HARBOUR TIMES\n"
    "Boats lost in the storm\n\n"
    "The storm came at night. “We saw 東京 and heard it,” Ilse Varga said. "
    "More than 12 boats sank on 2 May.\n"
)
COURIER = (
    "Boats lost in the storm\n\n"
    "The storm came at night. Nobody was told. It had been foreseen one day in winter.\n"
)


def spans_of(text: str, *words: str) -> tuple[Span, ...]:
    starts = [text.index(one) for one in words]
    return tuple(Span(start, start + len(one)) for start, one in zip(starts, words, strict=True))


def sentences_of(text: str) -> tuple[Span, ...]:
    found, start = [], 0
    for index, character in enumerate(text):
        if character in ".\n" and text[start : index + 1].strip():
            found.append(Span(start, index + 1))
            start = index + 2
    return tuple(found)


def harbour() -> tuple[Document, Evidence]:
    """An article with a masthead that was taken out, a quotation, a thought, a figure and a doubt."""
    text, text_map = apply_edits(HARBOUR, [Edit(0, 14, "")])
    digest = content_hash(HARBOUR.encode())
    name = document_id(digest, None)
    (title,) = spans_of(text, "Boats lost in the storm")
    document = Document(
        id=name,
        original=Original(
            sha256=digest, size=len(HARBOUR.encode()), media_type="text/plain", path="clips/h.txt"
        ),
        text=text,
        text_map=text_map,
        extractor="test 1",
        encoding="utf-8",
        original_length=len(HARBOUR),
        title=title.text_in(text),
        title_span=title,
        chain=(
            ChainLink(
                name="Harbour Times",
                role=Role.HOST,
                basis=ChainBasis.MASTHEAD,
                original_span=Span(0, 13),
                rule="masthead",
            ),
            ChainLink(
                name="Ilse Varga",
                role=Role.REPORT,
                basis=ChainBasis.TOLD,
                original_span=spans_of(HARBOUR, "Ilse Varga")[0],
                rule="told",
            ),
        ),
        language="en",
        flags=frozenset({Flag.MISDATED}),
    )
    return document, harbour_evidence(name, text)


def harbour_evidence(name: str, text: str) -> Evidence:
    day = DayInterval.day(date(2031, 5, 2))
    whole, number, counted, timex = spans_of(text, "More than 12", "12", "boats", "2 May")
    quantity = Quantity(
        span=whole,
        number=number,
        best=Decimal(12),
        lo=Decimal(12),
        hi=None,
        lo_open=True,
        hi_open=False,
        soft=False,
        modifier=Modifier.MORE_THAN,
        kind=QuantityKind.COUNT,
        rule="more_than",
        counted=counted,
        counted_head=counted,
    )
    candidate = DateCandidate(
        interval=day,
        basis=DateBasis.MENTION,
        weight=1.0,
        original_spans=(timex.shifted(14),),
        written="2 May",
        rule="day_month",
    )
    return Evidence(
        analysis=Analysis(
            sentences=sentences_of(text),
            timexes=(
                Timex(
                    span=timex,
                    type=TimexType.DATE,
                    value="2031-05-02",
                    rule="day_month",
                    interval=day,
                    anchor="published",
                ),
            ),
            events=(
                EventMention(
                    span=spans_of(text, "sank")[0], type="accident", status="asserted", rule="core"
                ),
            ),
        ),
        claims=(
            Claim(
                id=record_id("c", name, 1),
                source=spans_of(text, "Ilse Varga"),
                cue=spans_of(text, "said"),
                content=spans_of(text, "We saw 東京 and heard it"),
                kind=AttributionKind.DIRECT,
                rule="quote_marks",
                speaker="Ilse Varga",
                manner=Manner.SAID,
                force=Force.ASSERT,
                polarity=Polarity.POSITIVE,
            ),
            Claim(
                id=record_id("c", name, 2),
                source=(),
                cue=(),
                content=spans_of(text, "The storm came at night"),
                kind=AttributionKind.INDIRECT,
                rule="core",
                manner=Manner.THOUGHT,
                polarity=Polarity.NEGATIVE,
            ),
        ),
        figures=(
            Figure(
                id=record_id("f", name, 1),
                quantity=quantity,
                predicate="destroyed",
                modality=Modality.ASSERTED,
            ),
        ),
        dating=Dating(
            interval=DayInterval.month(2031, 5),
            candidates=(candidate,),
            chosen=(0,),
            reasons=("it names 2 May",),
            doubts=(DoubtNote(doubt=Doubt.NO_DATE, reason="no date line", candidates=()),),
        ),
    )


def courier() -> tuple[Document, Evidence]:
    """An undated copy without an outlet."""
    digest = content_hash(COURIER.encode())
    text, text_map = apply_edits(COURIER, [])
    document = Document(
        id=document_id(digest, None),
        original=Original(
            sha256=digest, size=len(COURIER.encode()), media_type="text/plain", path="clips/c.txt"
        ),
        text=text,
        text_map=text_map,
        extractor="test 1",
        encoding="utf-8",
        original_length=len(COURIER),
        language="en",
    )
    (timex,) = spans_of(text, "one day in winter")
    evidence = Evidence(
        analysis=Analysis(
            sentences=sentences_of(text),
            timexes=(Timex(span=timex, type=TimexType.DATE, value=None, rule="vague_season"),),
        ),
        claims=(),
        figures=(),
        dating=Dating(
            interval=DayInterval(None, None), candidates=(), chosen=(), reasons=(), doubts=()
        ),
    )
    return document, evidence


@pytest.fixture
def case_folder(finished_case: Path, tmp_path: Path) -> Path:
    """Return the folder of a case with two articles, one of them a copy, and one problem."""
    copytree(finished_case, tmp_path / "storm")
    return tmp_path / "storm"


@pytest.fixture(scope="session")
def finished_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cases") / "storm"
    first, second = harbour(), courier()
    with Case.create(folder, now=NOW) as case:
        run = case.begin_run((("test", "1"),), now=NOW)
        case.add(*first, HARBOUR.encode(), run=run, now=NOW)
        case.add(*second, COURIER.encode(), run=run, now=NOW)
        case.add_problem(DocumentError("clips/x.pdf", "the PDF is encrypted"), run=run, now=NOW)
        case.add_reuse(
            [
                ReuseEdge(
                    from_document=first[0].id,
                    to_document=second[0].id,
                    kind=ReuseKind.CONTAINED,
                    score=0.5,
                    from_spans=spans_of(first[0].text, "The storm came at night."),
                    to_spans=spans_of(second[0].text, "The storm came at night."),
                    direction=Direction.CREDIT,
                    rule="test",
                )
            ],
            run=run,
        )
    return folder


@pytest.fixture
def sayso(case_folder: Path) -> Callable[..., Result]:
    """Return a function that runs the command line on the small case."""

    def run(*arguments: str, code: int = 0) -> Result:
        result = CliRunner().invoke(main, ["-C", str(case_folder), *arguments])
        assert result.exit_code == code, result.output
        return result

    return run
