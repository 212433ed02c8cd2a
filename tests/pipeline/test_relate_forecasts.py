"""Relating forecasts: what a case shows of them does not depend on the order of its documents."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import permutations
from pathlib import Path
from shutil import copytree

import pytest

from sayso.case import (
    Case,
    ForecastFilter,
    ForecastRow,
    RecordKind,
    Verdict,
    forecast_relations,
)
from sayso.dates import DayInterval
from sayso.documents import Document, Original, content_hash
from sayso.errors import CaseError
from sayso.evidence.claims import find_claims
from sayso.evidence.dating import Dating
from sayso.evidence.forecast import ForecastKind
from sayso.evidence.reading import Evidence
from sayso.language.reading import analyse
from sayso.pipeline.relate import add_related
from sayso.pipeline.stages import Reading
from sayso.story.forecasts.outcome import OutcomeStatus
from sayso.story.forecasts.standing import Decided, Ground
from sayso.text import TextMap

NOW = datetime(2031, 5, 9, 8, tzinfo=UTC)
TEXTS = {
    "d_warning": (2, "The earth dam above Orsova will burst within 40 days, engineers fear."),
    "d_plan": (3, "The town council will close the Harlow bridge in the coming days."),
    "d_burst": (30, "The earth dam above Orsova burst in the night."),
    "d_again": (31, "Soldiers averted a burst of the earth dam above Orsova."),
    "d_other": (4, "A choir sang."),
}


def reading(name: str) -> Reading:
    day, text = TEXTS[name]
    data = f"{name}\n{text}".encode()
    document = Document(
        id=name,
        original=Original(
            sha256=content_hash(data), size=len(data), media_type="text/plain", path=name
        ),
        text=text,
        text_map=TextMap.identity(len(text)),
        extractor="test",
        encoding="utf-8",
        original_length=len(text),
    )
    analysis = analyse(text)
    dating = Dating(
        interval=DayInterval.day(date(2031, 3, day)),
        candidates=(),
        chosen=(),
        reasons=(),
        doubts=(),
    )
    claims = find_claims(name, text, analysis)
    return Reading(
        document=document,
        evidence=Evidence(analysis=analysis, claims=claims, figures=(), dating=dating),
    )


def add(case: Case, *names: str) -> None:
    run = case.begin_run((), now=NOW)
    for name in names:
        one = reading(name)
        add_related(case, one, f"{name}\n{TEXTS[name][1]}".encode(), run=run, now=NOW)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path: Path = tmp_path_factory.mktemp("forecasts") / "case"
    with Case.create(path, now=NOW) as made:
        add(made, *TEXTS)
    return path


@pytest.fixture
def case(folder: Path, tmp_path: Path) -> Iterator[Case]:
    copytree(folder, tmp_path / "case")
    with Case.open(tmp_path / "case") as copied:
        yield copied


def shown(case: Case) -> list[tuple[str, str, tuple[tuple[str, str], ...]]]:
    return [
        (row.id, row.standing.status, tuple((one.id, one.status) for one in row.outcomes))
        for row in case.foretold.list()
    ]


def the(case: Case, document: str, *, as_of: date | None = None) -> ForecastRow:
    (row,) = case.foretold.list(ForecastFilter(document=document), as_of=as_of)
    return row


def test_a_later_document_answers_an_earlier_forecast(case: Case) -> None:
    row = the(case, "d_warning")

    assert [(one.document, one.status) for one in row.outcomes] == [
        ("d_burst", OutcomeStatus.REPORTED),
        ("d_again", OutcomeStatus.CONTRADICTED),
    ]
    assert (row.standing.status, row.standing.ground) == (
        OutcomeStatus.REPORTED,
        Ground.CANDIDATE,
    )
    assert row.best is not None
    assert row.best.words == TEXTS["d_burst"][1]


@pytest.mark.parametrize("order", [*permutations(("d_warning", "d_burst", "d_again"))][1::2])
def test_the_order_of_adding_does_not_matter(
    case: Case, tmp_path: Path, order: tuple[str, ...]
) -> None:
    with Case.create(tmp_path / "other", now=NOW) as other:
        add(other, "d_plan", *order)

        assert shown(other) == shown(case)


def test_what_was_read_again_is_gone_with_its_ties_and_keys(case: Case) -> None:
    one = reading("d_burst")
    case.replace_evidence("d_burst", one.evidence, run=case.begin_run((), now=NOW), now=NOW)

    assert [one.document for one in the(case, "d_warning").outcomes] == ["d_again"]
    gone = the(case, "d_warning").forecast
    assert case.foretold.lookup.word_counts("d_none") == {}
    assert gone.id.startswith("w_")


def test_a_forecast_read_again_leaves_nothing_behind(case: Case) -> None:
    one = reading("d_warning")
    case.replace_evidence("d_warning", one.evidence, run=case.begin_run((), now=NOW), now=NOW)

    assert [row.document for row in case.foretold.list()] == ["d_plan"]


def test_the_day_decides_what_is_due_or_lapsed(case: Case) -> None:
    def status(day: date) -> OutcomeStatus:
        return the(case, "d_plan", as_of=day).standing.status

    assert case.foretold.today() == date(2031, 3, 31)
    assert status(date(2031, 3, 10)) is OutcomeStatus.OPEN
    assert status(date(2031, 3, 20)) is OutcomeStatus.DUE
    assert status(date(2031, 5, 1)) is OutcomeStatus.LAPSED


@pytest.mark.parametrize(
    ("by", "documents"),
    [
        (ForecastFilter(kind=ForecastKind.PLAN), ["d_plan"]),
        (ForecastFilter(text="harlow bridge"), ["d_plan"]),
        (ForecastFilter(status=OutcomeStatus.REPORTED), ["d_warning"]),
        (ForecastFilter(status=OutcomeStatus.DUE), ["d_plan"]),
        (ForecastFilter(status=OutcomeStatus.OPEN), []),
        (ForecastFilter(status=OutcomeStatus.LAPSED), []),
        (ForecastFilter(since=date(2031, 3, 3)), ["d_plan"]),
        (ForecastFilter(until=date(2031, 3, 2)), ["d_warning"]),
        (ForecastFilter(name="d_wa"), ["d_warning"]),
        (ForecastFilter(speaker="nobody"), []),
        (ForecastFilter(place="orsova"), []),
        (ForecastFilter(outlet="The Lantern"), []),
        (ForecastFilter(since_run=1), ["d_warning", "d_plan"]),
        (ForecastFilter(since_run=2), []),
    ],
)
def test_a_list_can_be_narrowed(case: Case, by: ForecastFilter, documents: list[str]) -> None:
    assert [row.document for row in case.foretold.list(by)] == documents


def test_a_list_can_be_cut(case: Case) -> None:
    assert [row.document for row in case.foretold.list(limit=1, offset=1)] == ["d_plan"]
    by = ForecastFilter(status=OutcomeStatus.REPORTED)
    assert [row.document for row in case.foretold.list(by, limit=1)] == ["d_warning"]


def test_forecasts_are_ranked_as_they_are_listed(case: Case) -> None:
    listed = [row.id for row in case.foretold.list()]

    assert case.foretold.ranking(ForecastFilter(), limit=100) == tuple(listed)
    assert case.foretold.ranking(ForecastFilter(), limit=1) == (listed[0],)
    these = ForecastFilter(ids=tuple(reversed(listed)))
    assert [row.id for row in case.foretold.list(these)] == listed
    assert list(case.foretold.list(ForecastFilter(ids=()))) == []
    with pytest.raises(ValueError, match="open cannot be ranked"):
        case.foretold.ranking(ForecastFilter(status=OutcomeStatus.OPEN), limit=1)


def test_a_forecast_is_found_by_the_beginning_of_its_id(case: Case) -> None:
    row = the(case, "d_plan")

    assert case.foretold.one(row.id[:8]).id == row.id
    with pytest.raises(CaseError, match="could be any of"):
        case.foretold.one("w_")
    with pytest.raises(CaseError, match="no forecast"):
        case.foretold.one("w_zzz")


def decide(case: Case, name: str, verdict: Verdict) -> int:
    return case.desk.judge(name, verdict, actor="Ada", reason="read it", now=NOW).sequence


def test_what_a_person_accepts_or_rejects_holds_until_it_is_undone(case: Case) -> None:
    first, second = the(case, "d_warning").outcomes

    decide(case, second.id, Verdict.ACCEPT)
    number = decide(case, first.id, Verdict.REJECT)
    row = the(case, "d_warning")

    assert (row.standing.status, row.standing.ground) == (
        OutcomeStatus.CONTRADICTED,
        Ground.PERSON,
    )
    assert [one.decided for one in row.outcomes] == [Decided.ACCEPTED, Decided.REJECTED]
    case.desk.undo(number, actor="Ada", now=NOW)
    assert the(case, "d_warning").outcomes[1].decided is None


def test_a_person_closes_a_forecast_with_a_why(case: Case) -> None:
    name = the(case, "d_plan").id

    with pytest.raises(CaseError, match="a why"):
        case.desk.edit(name, "status", "lapsed", actor="Ada", now=NOW)
    case.desk.edit(name, "status", "lapsed", actor="Ada", reason="asked the council", now=NOW)

    row = the(case, "d_plan", as_of=date(2031, 3, 4))
    assert (row.standing.status, row.standing.ground) == (OutcomeStatus.LAPSED, Ground.PERSON)
    lapsed = ForecastFilter(status=OutcomeStatus.LAPSED)
    assert [one.id for one in case.foretold.list(lapsed)] == [name]
    case.desk.undo(actor="Ada", now=NOW)
    assert the(case, "d_plan").standing.ground is Ground.TIME


def test_a_person_corrects_kind_speaker_and_time(case: Case) -> None:
    name = the(case, "d_plan").id

    for field, value in (("kind", "pledge"), ("speaker", "The council"), ("window", "2031-06")):
        case.desk.edit(name, field, value, actor="Ada", now=NOW)

    row = the(case, "d_plan")
    assert (row.forecast.kind, row.said_by) == (ForecastKind.PLEDGE, "The council")
    assert row.window == DayInterval.month(2031, 6)
    case.desk.edit(name, "window", "", actor="Ada", now=NOW)
    assert the(case, "d_plan").window is None


def test_decisions_survive_a_new_reading_and_the_orphaned_are_told(case: Case) -> None:
    first, _ = the(case, "d_warning").outcomes
    decide(case, first.id, Verdict.ACCEPT)
    one = reading("d_burst")
    case.replace_evidence("d_burst", one.evidence, run=case.begin_run((), now=NOW), now=NOW)

    (decision,) = case.decisions(orphaned=True)

    assert (decision.kind, decision.decision.target) == (RecordKind.OUTCOME, first.id)
    assert decision.other is not None


def test_both_rows_can_be_reviewed(case: Case) -> None:
    row = the(case, "d_warning")

    assert len(case.desk.item(row.outcomes[0].id).sides) == 2
    assert case.desk.item(row.id).sides[0].words == row.words
    with pytest.raises(CaseError, match="nothing in this case"):
        case.desk.item("o_zzz")


@pytest.mark.parametrize("order", [("d_burst", "d_again"), ("d_again", "d_burst")])
def test_of_too_many_candidates_the_best_are_kept_whatever_came_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, order: tuple[str, str]
) -> None:
    monkeypatch.setattr(forecast_relations, "KEPT", 1)

    with Case.create(tmp_path / "small", now=NOW) as small:
        add(small, "d_warning", *order)

        assert [one.document for one in the(small, "d_warning").outcomes] == ["d_burst"]


def test_a_case_without_documents_has_no_today(tmp_path: Path) -> None:
    with Case.create(tmp_path / "empty", now=NOW) as empty:
        assert empty.foretold.today() is None
        assert list(empty.foretold.list()) == []
