"""Relating: a document is stored with its copies, whichever of them came first."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import permutations
from pathlib import Path

import pytest

from sayso.case import Case, DocumentFilter, RunId
from sayso.dates import DayInterval
from sayso.documents import ChainBasis, ChainLink, Document, Flag, Original, Role, content_hash
from sayso.evidence.dating import Dating
from sayso.evidence.reading import Evidence
from sayso.language.analysis import Analysis
from sayso.pipeline.relate import add_related, find_relations
from sayso.pipeline.stages import Reading
from sayso.story.reuse_edge import Direction, ReuseEdge, ReuseKind
from sayso.text import TextMap
from tests.story.texts import AGENCY, INDEPENDENT, RESPUN, first_paragraphs

NOW = datetime(2031, 5, 9, 8, tzinfo=UTC)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.create(tmp_path / "case", now=NOW) as made:
        yield made


@pytest.fixture
def run(case: Case) -> RunId:
    return case.begin_run((("test", "1"),), now=NOW)


def reading(
    name: str,
    text: str,
    *,
    day: int | None = None,
    outlet: str | None = None,
    flags: frozenset[Flag] = frozenset(),
) -> Reading:
    data = f"{name}\n{text}".encode()
    digest = content_hash(data)
    written = None if day is None else date(2031, 5, day)
    host = ChainLink(
        name=outlet or name,
        role=Role.HOST,
        basis=ChainBasis.MASTHEAD,
        original_span=None,
        rule="test",
    )
    document = Document(
        id=name,
        original=Original(sha256=digest, size=len(data), media_type="text/plain", path=name),
        text=text,
        text_map=TextMap.identity(len(text)),
        extractor="test",
        encoding="utf-8",
        original_length=len(text),
        chain=(host,),
        flags=flags,
    )
    dating = Dating(
        interval=DayInterval(written, written), candidates=(), chosen=(), reasons=(), doubts=()
    )
    evidence = Evidence(analysis=Analysis(), claims=(), figures=(), dating=dating)
    return Reading(document=document, evidence=evidence)


def add(case: Case, run: RunId, one: Reading) -> None:
    data = f"{one.document.id}\n{one.document.text}".encode()
    add_related(case, one, data, run=run, now=NOW)


def pairs(case: Case) -> set[tuple[str, str, ReuseKind, Direction]]:
    return {(e.from_document, e.to_document, e.kind, e.direction) for e in case.reuse_edges()}


def flags(case: Case) -> dict[str, set[Flag]]:
    return {row.id: set(row.flags) for row in case.documents() if row.flags}


STORY = (
    reading("wire", AGENCY, day=2),
    reading("cut", first_paragraphs(AGENCY, 3), day=3),
    reading("spun", first_paragraphs(RESPUN, 5), day=4),
    reading("own", INDEPENDENT, day=3),
)
COPIES = {
    ("wire", "cut", ReuseKind.CONTAINED, Direction.TIME),
    ("wire", "spun", ReuseKind.RESPUN, Direction.TIME),
    ("cut", "spun", ReuseKind.RESPUN, Direction.TIME),
}


@pytest.mark.parametrize("order", list(permutations(STORY))[::5])
def test_copies_are_found_in_any_order_and_nothing_else(
    case: Case, run: RunId, order: tuple[Reading, ...]
) -> None:
    for one in order:
        add(case, run, one)

    assert pairs(case) == COPIES
    assert flags(case) == {"cut": {Flag.NEAR_DUPLICATE}, "spun": {Flag.RESPUN}}


def test_flags_of_copies_are_listed_counted_and_asked_for(case: Case, run: RunId) -> None:
    for one in STORY:
        add(case, run, one)

    assert [row.id for row in case.documents(DocumentFilter(flag=Flag.RESPUN))] == ["spun"]
    assert case.counts().flags == ((Flag.NEAR_DUPLICATE, 1), (Flag.RESPUN, 1))
    assert case.flags("cut") == {Flag.NEAR_DUPLICATE}
    assert case.flags("wire") == frozenset()
    assert case.document("cut").flags == frozenset()


def test_a_copy_is_stored_with_its_passages(case: Case, run: RunId) -> None:
    for one in STORY[:2]:
        add(case, run, one)
    (edge,) = case.reuse_edges()

    assert edge.score == 1
    assert [span.text_in(STORY[1].document.text) for span in edge.to_spans] == [
        STORY[1].document.text
    ]


def test_where_nothing_tells_the_order_both_are_flagged(case: Case, run: RunId) -> None:
    add(case, run, reading("a", AGENCY))
    add(case, run, reading("b", RESPUN))

    assert pairs(case) == {("a", "b", ReuseKind.RESPUN, Direction.UNKNOWN)}
    assert flags(case) == {"a": {Flag.NEAR_DUPLICATE}, "b": {Flag.NEAR_DUPLICATE}}


def test_the_rest_of_the_case_tells_which_text_was_respun(case: Case, run: RunId) -> None:
    usual = " ".join(sorted(set(AGENCY.replace("“", "").replace("”", "").split())))
    for number in range(3):
        add(case, run, reading(f"other{number}", f"Report {number}. {usual[number:]}"))
    add(case, run, reading("b", AGENCY))
    add(case, run, reading("a", RESPUN))

    assert ("b", "a", ReuseKind.RESPUN, Direction.WORDING) in pairs(case)
    assert flags(case)["a"] == {Flag.RESPUN}


def test_pages_that_only_ask_for_money_are_not_compared(case: Case, run: RunId) -> None:
    for name in "ab":
        add(case, run, reading(name, AGENCY, flags=frozenset({Flag.PAYWALL_STUB})))

    assert list(case.reuse_edges()) == []


def test_relations_of_a_document_that_is_there_leave_itself_out(case: Case, run: RunId) -> None:
    for one in STORY:
        add(case, run, one)

    found = find_relations(case, STORY[0]).edges

    assert {(e.from_document, e.to_document) for e in found} == {("wire", "cut"), ("wire", "spun")}


def test_the_thousandth_copy_still_finds_the_first(
    case: Case, run: RunId, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sayso.pipeline.relate._PER_KEY", 3)
    monkeypatch.setattr("sayso.pipeline.relate._COMPARED", 3)
    for number in range(6):
        add(case, run, reading(f"copy{number}", AGENCY, day=number + 1))

    last: list[ReuseEdge] = list(case.reuse_edges(document="copy5"))

    assert {edge.from_document for edge in last} == {"copy0", "copy1", "copy2"}
