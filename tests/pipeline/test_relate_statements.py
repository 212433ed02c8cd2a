"""Relating statements: what a case shows of them does not depend on the order of its documents."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import permutations
from pathlib import Path

import pytest

from sayso.case import (
    Case,
    ClaimFilter,
    ClaimRow,
    DenialRow,
    EchoGroupRow,
    PairFilter,
    QuotePairRow,
    RunId,
)
from sayso.dates import DayInterval
from sayso.documents import Document, Original, content_hash
from sayso.evidence.dating import Dating
from sayso.evidence.reading import Evidence
from sayso.language.analysis import Analysis
from sayso.pipeline.relate import add_related
from sayso.pipeline.stages import Reading
from sayso.story.denials.denial import DenialReason
from sayso.story.echoes.edge import EchoEdge
from sayso.story.quotes.alignment import Concern
from sayso.story.quotes.rendering import RenderingKind
from sayso.text import TextMap
from tests.story.statements.marked_statements import claims, facts

NOW = datetime(2031, 5, 9, 8, tzinfo=UTC)
SURVEY = "Ana Orlow [said] {“the harbour board hid the survey of the old lock”}"
TEXTS = {
    "d_lantern": f"{SURVEY}. Ines Varga [denied] {{this}}.",
    "d_post": SURVEY.replace("hid the", "buried the"),
    "d_gazette": SURVEY.replace("board hid", "board never hid"),
    "d_other": "Piet Solm [said] {that bread will be dearer in the winter}",
}


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.create(tmp_path / "case", now=NOW) as made:
        yield made


def reading(name: str, text: str, *, day: int = 3, credit: str | None = None) -> Reading:
    data = f"{name}\n{text}".encode()
    digest = content_hash(data)
    document = Document(
        id=name,
        original=Original(sha256=digest, size=len(data), media_type="text/plain", path=name),
        text=text,
        text_map=TextMap.identity(len(text)),
        extractor="test",
        encoding="utf-8",
        original_length=len(text),
        chain=facts(name, text, outlet=name.removeprefix("d_").title(), credit=credit).chain,
    )
    dating = Dating(
        interval=DayInterval.day(date(2031, 5, day)),
        candidates=(),
        chosen=(),
        reasons=("test",),
        doubts=(),
    )
    evidence = Evidence(analysis=Analysis(), claims=claims(name, text), figures=(), dating=dating)
    return Reading(document=document, evidence=evidence)


def add(case: Case, *readings: Reading) -> RunId:
    run = case.begin_run((("test", "1"),), now=NOW)
    for one in readings:
        add_related(case, one, data_of(one), run=run, now=NOW)
    return run


def data_of(one: Reading) -> bytes:
    return f"{one.document.id}\n{one.document.text}".encode()


def unrun(row: ClaimRow) -> ClaimRow:
    return replace(row, run=RunId(0))


def shown(
    case: Case,
) -> tuple[
    list[QuotePairRow], list[DenialRow], list[tuple[str, str, EchoEdge]], list[EchoGroupRow]
]:
    """Return all that the case tells of statements, without the runs."""
    return (
        [replace(row, run=RunId(0), left=unrun(row.left), right=unrun(row.right)) for row in case.quote_pairs()],
        [replace(row, run=RunId(0), asserted=unrun(row.asserted), denied=unrun(row.denied)) for row in case.denials()],
        sorted(((row.id, row.group, row.edge) for row in case.echoes()), key=lambda one: one[0]),
        list(case.echo_groups()),
    )  # fmt: skip


def test_what_is_shown_does_not_depend_on_the_order_of_the_documents(tmp_path: Path) -> None:
    readings = [reading(name, text) for name, text in TEXTS.items()]
    results = []
    for number, order in enumerate(permutations(readings[:3])):
        with Case.create(tmp_path / str(number), now=NOW) as case:
            add(case, readings[3], *order)
            results.append(shown(case))

    quote_pairs, denials, echoes, groups = results[0]
    assert len(quote_pairs) == 3
    assert {row.reason for row in denials} == {
        DenialReason.REFERENCE,
        DenialReason.REPORTED_DENIAL,
    }
    assert len(echoes) == 3
    assert len(groups) == 1
    assert all(result == results[0] for result in results)


def test_pairs_are_listed_by_what_they_differ_in_by_speaker_by_id_and_by_run(case: Case) -> None:
    first = add(case, *(reading(name, text) for name, text in TEXTS.items()))
    second = case.begin_run((("test", "1"),), now=NOW)

    negated = list(case.quote_pairs(PairFilter(concern=Concern.NEGATION)))
    assert len(negated) == 2
    assert list(case.quote_pairs(PairFilter(kind=RenderingKind.SAME))) == []
    assert len(list(case.quote_pairs(PairFilter(name=negated[0].id)))) == 1
    assert len(list(case.quote_pairs(PairFilter(name="d_post")))) == 2
    assert len(list(case.quote_pairs(PairFilter(claim=ClaimFilter(speaker="orlow"))))) == 3
    assert list(case.quote_pairs(PairFilter(claim=ClaimFilter(speaker="solm")))) == []
    assert len(list(case.quote_pairs(PairFilter(since_run=first)))) == 3
    assert list(case.quote_pairs(PairFilter(since_run=second))) == []
    assert len(list(case.denials(PairFilter(name="d_lantern"), limit=1))) == 1


def test_a_claim_is_found_by_the_origin_of_what_it_echoes(case: Case) -> None:
    add(case, *(reading(name, text) for name, text in TEXTS.items()))

    found = {row.document for row in case.claims(ClaimFilter(origin="Orlow"))}

    assert found == {"d_lantern", "d_post", "d_gazette"}


def test_replacing_the_evidence_of_a_document_takes_its_ties_out(case: Case) -> None:
    readings = [reading(name, text) for name, text in TEXTS.items()]
    add(case, *readings)
    run = case.begin_run((("test", "2"),), now=NOW)
    lantern = readings[0]

    case.replace_evidence("d_lantern", replace(lantern.evidence, claims=()), run=run, now=NOW)

    assert list(case.denials()) == []
    assert [(row.left.document, row.right.document) for row in case.quote_pairs()] == [
        ("d_gazette", "d_post")
    ]
    (group,) = case.echo_groups()
    assert group.group.documents == ("d_gazette", "d_post")
    assert group.id == "g" + min(report.claim for report in group.group.reports)[1:]


def test_what_was_taken_out_is_no_candidate_any_more(case: Case) -> None:
    lantern = reading("d_lantern", TEXTS["d_lantern"])
    add(case, lantern)
    run = case.begin_run((("test", "2"),), now=NOW)
    case.replace_evidence("d_lantern", replace(lantern.evidence, claims=()), run=run, now=NOW)

    add(case, reading("d_post", TEXTS["d_post"]))

    assert list(case.quote_pairs()) == []


def test_the_direction_of_an_echo_follows_the_days(case: Case) -> None:
    add(case, reading("d_post", SURVEY, day=8), reading("d_lantern", SURVEY, day=2))

    (row,) = case.echoes()

    assert (row.edge.from_document, row.edge.direction) == ("d_lantern", "time")
