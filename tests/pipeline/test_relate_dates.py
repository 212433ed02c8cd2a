"""Relating dates: what a case says of when its documents were written, whatever their order."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import permutations
from pathlib import Path

import pytest
from sqlalchemy import event

from sayso.case import Case, RunId, Verdict
from sayso.case.dating_upgrade import enter_own_dates
from sayso.case.review_fields import days_text
from sayso.dates import DayInterval
from sayso.documents import ChainBasis, ChainLink, Document, Original, Role, content_hash
from sayso.evidence.dating import Dating, Doubt, DoubtNote
from sayso.evidence.reading import Evidence
from sayso.language.analysis import Analysis
from sayso.language.quotations import find_quotations
from sayso.language.timexes import find_phrases
from sayso.pipeline.relate import add_related, find_relations
from sayso.pipeline.stages import Reading
from sayso.story.dating.settled import DateSource
from sayso.story.dating.tie import TieKind
from sayso.text import TextMap
from tests.pipeline.test_relate_statements import reading as statement_reading

NOW = datetime(2031, 5, 9, 8, tzinfo=UTC)
LATER = datetime(2031, 5, 10, 8, tzinfo=UTC)
MAY_9 = date(2021, 5, 9)  # a Sunday
EVENT = "Gunmen attacked the Orlen depot near Tesmar on Sunday and wounded 14 guards, police said."
TOLD = "Police in Tesmar said 14 guards were wounded when gunmen attacked the Orlen depot on 9 May."
AGAIN = (
    "The 14 guards wounded when gunmen attacked the Orlen depot near Tesmar on 9 May got medals."
)
LONG = (
    "The old ferry of Orlen stopped for good after ninety years on the slow brown river. "
    "Its last captain locked the wheelhouse and gave the brass key to the town museum. "
    "A new bridge two miles upstream has taken nearly all of the traffic since the spring. "
    "Children threw paper boats from the quay while the band of the fire brigade played. "
    "Nobody could say what will become of the landing stage and its tin roof."
)


def dated(day: date | None, *doubts: Doubt) -> Dating:
    return Dating(
        interval=DayInterval.day(day) if day else DayInterval(None, None),
        candidates=(),
        chosen=(),
        reasons=("test",),
        doubts=tuple(DoubtNote(doubt=one, reason=one.value, candidates=()) for one in doubts),
    )


def reading(
    name: str, text: str, day: date | None, *doubts: Doubt, credit: str | None = None
) -> Reading:
    data = f"{name}\n{text}".encode()
    credits_ = [(credit, Role.REPUBLISHER)] if credit else []
    links = [(name.removeprefix("d_").title(), Role.HOST), *credits_]
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
        chain=tuple(
            ChainLink(name=host, role=role, basis=ChainBasis.FIELD, original_span=None, rule="t")
            for host, role in links
        ),
    )
    analysis = Analysis(quotations=find_quotations(text), phrases=find_phrases(text))
    evidence = Evidence(analysis=analysis, claims=(), figures=(), dating=dated(day, *doubts))
    return Reading(document=document, evidence=evidence)


@contextmanager
def made(folder: Path) -> Iterator[Case]:
    with Case.create(folder, now=NOW) as case:
        yield case


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with made(tmp_path / "case") as opened:
        yield opened


def add(case: Case, *readings: Reading) -> RunId:
    run = case.begin_run((), now=NOW)
    for one in readings:
        data = f"{one.document.id}\n{one.document.text}".encode()
        add_related(case, one, data, run=run, now=NOW)
    return run


def shown(case: Case) -> list[object]:
    return [
        (row.document, row.settled.interval, row.settled.doubts, row.settled.grounds)
        for row in case.dates()
    ]


UNDATED = reading("d_post", LONG, None, Doubt.NO_DATE, credit="Gazette")
ORIGINAL = reading("d_gazette", LONG, MAY_9)


def test_a_copy_without_a_date_has_the_bounds_of_its_original(case: Case) -> None:
    add(case, ORIGINAL, UNDATED)

    row = case.date("d_post")
    assert row.settled.interval.lo == MAY_9
    assert (row.settled.source, row.dating.doubts) == (DateSource.CASE, ())
    (ground,) = row.settled.grounds
    assert (ground.kind, ground.other) == (TieKind.TWIN, "d_gazette")
    assert ground.spans
    assert case.evidence("d_post").dating == UNDATED.evidence.dating
    assert [one.doubts for one in case.documents()] == [(), ()]


def test_a_later_original_moves_the_date_and_the_change_is_told(case: Case) -> None:
    add(case, UNDATED)
    second = add(case, ORIGINAL)

    (change,) = case.date_changes(since_run=second)
    assert (change.document, change.old) == ("d_post", DayInterval(None, None))
    assert change.new == case.date("d_post").settled.interval
    assert "it repeats the text of d_gazette" in change.reason
    assert list(case.date_changes(since_run=second + 1)) == []


def test_two_documents_that_date_an_event_date_a_third(case: Case) -> None:
    add(
        case,
        reading("d_first", TOLD, MAY_9 + timedelta(days=1)),
        reading("d_third", EVENT, None, Doubt.NO_DATE),
        reading("d_second", AGAIN, MAY_9 + timedelta(days=9)),
    )

    row = case.date("d_third")
    assert {ground.kind for ground in row.settled.grounds} == {TieKind.EVENT}
    assert EVENT[row.settled.grounds[0].spans[0].start :].startswith("Sunday")


def test_a_shared_statement_is_a_ground(case: Case) -> None:
    said = "Ana Orlow [said] {“the harbour board hid the survey of the old lock”}"
    first = statement_reading("d_lantern", said)
    second = statement_reading("d_post", said.replace("hid the", "buried the"))
    undated = replace(second, evidence=replace(second.evidence, dating=dated(None)))
    add(case, first, undated)

    (ground,) = case.date("d_post").settled.grounds
    assert (ground.kind, ground.other) == (TieKind.QUOTATION, "d_lantern")
    assert ground.other_spans


def test_a_doubted_date_dates_nobody_else(case: Case) -> None:
    add(case, reading("d_gazette", LONG, MAY_9, Doubt.PAGE_DATES_DIFFER), UNDATED)

    assert case.date("d_post").settled.grounds == ()


def test_the_order_in_which_documents_come_does_not_matter(tmp_path: Path) -> None:
    readings = (
        ORIGINAL,
        UNDATED,
        reading("d_third", EVENT, None, Doubt.NO_DATE),
        reading("d_first", TOLD, MAY_9 + timedelta(days=1)),
    )
    found = []
    for number, order in enumerate(permutations(readings)):
        with made(tmp_path / str(number)) as one:
            add(one, *order)
            found.append(shown(one))

    assert all(one == found[0] for one in found)


def set_date(case: Case, name: str, day: date) -> int:
    return case.desk.edit(
        name, "date", str(day), actor="Rada", reason="seen in the paper", now=LATER
    ).sequence


def test_a_persons_date_holds_and_bears_on_the_copies_until_it_is_undone(case: Case) -> None:
    add(case, reading("d_gazette", LONG, None, Doubt.NO_DATE), UNDATED)
    before = shown(case)

    sequence = set_date(case, "d_gazette", MAY_9)
    row = case.date("d_gazette")
    assert (row.settled.interval, row.settled.source) == (DayInterval.day(MAY_9), DateSource.PERSON)
    assert (row.settled.found, row.settled.doubts) == (DayInterval(None, None), ())
    assert row.dating.reasons[0] == "set by Rada: seen in the paper"
    assert case.date("d_post").settled.interval.lo == MAY_9
    first, second = case.date_changes(since_run=1)
    assert (first.document, first.reason) == ("d_gazette", "set by Rada: seen in the paper")
    assert (second.document, second.new.lo) == ("d_post", MAY_9)

    case.desk.undo(sequence, actor="Rada", now=LATER)
    assert shown(case) == before


def test_a_persons_date_outlives_another_reading(case: Case) -> None:
    run = add(case, ORIGINAL, UNDATED)
    set_date(case, "d_gazette", date(2019, 1, 1))

    evidence = replace(ORIGINAL.evidence, dating=dated(date(2021, 5, 8)))
    case.replace_evidence("d_gazette", evidence, run=run, now=LATER)
    settled = case.date("d_gazette").settled
    assert settled.interval == DayInterval.day(date(2019, 1, 1))
    assert settled.found == DayInterval.day(date(2021, 5, 8))

    case.reread(ORIGINAL.document, evidence, run=run, now=LATER)
    assert case.date("d_gazette").settled.interval == DayInterval.day(date(2019, 1, 1))


def test_a_date_that_a_person_accepts_is_no_longer_doubted(case: Case) -> None:
    add(case, reading("d_gazette", LONG, MAY_9, Doubt.TEXT_CONTRADICTS_PAGE))

    case.desk.judge("d_gazette", Verdict.ACCEPT, actor="Rada", reason="the archive", now=LATER)

    settled = case.date("d_gazette").settled
    assert (settled.interval, settled.doubts) == (DayInterval.day(MAY_9), ())
    assert days_text(settled.interval) == "2021-05-09"


def test_another_reading_of_a_document_takes_its_grounds_back(case: Case) -> None:
    run = add(case, reading("d_first", TOLD, MAY_9), reading("d_third", EVENT, None))
    assert case.date("d_third").settled.grounds

    first = reading("d_first", TOLD, MAY_9)
    case.replace_evidence("d_first", first.evidence, run=run, now=LATER)

    assert case.date("d_third").settled.grounds == ()


def test_the_habit_of_an_outlet_is_learnt_and_settles_what_waits(case: Case) -> None:
    text = "The mayor of Tesmar opened fair number {} by the river on Sunday."
    outlet = [
        replace(
            one := reading(f"d_{number}", text.format(number), MAY_9 + timedelta(days=7 * number)),
            document=replace(one.document, chain=ORIGINAL.document.chain),
        )
        for number in range(9)
    ]
    add(case, *outlet)

    with case._reads() as connection:
        due = connection.exec_driver_sql("SELECT count(*) FROM settled_dates WHERE due").scalar()
        lags = connection.exec_driver_sql("SELECT count(*) FROM dating_facts WHERE lag = 0")
    assert due == 0
    assert lags.scalar() == 9

    case.replace_evidence("d_0", outlet[0].evidence, run=RunId(1), now=LATER)
    case.replace_evidence("d_1", outlet[1].evidence, run=RunId(1), now=LATER)
    assert case.date("d_2").settled.interval == DayInterval.day(MAY_9 + timedelta(days=14))


def test_a_later_document_costs_no_more_statements_in_a_larger_case(tmp_path: Path) -> None:
    assert statements(tmp_path / "small", 3) == statements(tmp_path / "large", 30)


def statements(folder: Path, size: int) -> int:
    """Count what adding one document asks of a case with ``size`` documents of one event."""
    text = (
        "Gunmen attacked the Orlen depot near Tesmar on Sunday and wounded {} guards, police said."
    )
    with made(folder) as case:
        add(case, *(reading(f"d_{n}", text.format(n + 20), None) for n in range(size)))
        run = case.begin_run((), now=NOW)
        new = reading("d_new", EVENT, None)
        relations = find_relations(case, new)
        counted: list[str] = []
        data = f"{new.document.id}\n{new.document.text}".encode()
        event.listen(
            case._engine,
            "before_cursor_execute",
            lambda *given: counted.append(given[2]) if "dat" in given[2] else None,
        )
        case.add(new.document, new.evidence, data, run=run, now=NOW, relations=relations)
        return len(counted)


def test_documents_of_an_older_case_keep_their_own_date(case: Case) -> None:
    add(case, reading("d_gazette", LONG, MAY_9, Doubt.PAGE_DATES_DIFFER))
    before: Sequence[object] = shown(case)
    with case._engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM settled_dates")
        enter_own_dates(connection)
        enter_own_dates(connection)

    assert shown(case) == before
