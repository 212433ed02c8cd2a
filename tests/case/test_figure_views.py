"""Verdicts and series as a case gives them out: narrowed in the database, streamed in a fixed order."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from sayso.case import Case
from sayso.case.counted_rows import counted_columns, read_counted
from sayso.case.figure_records import SeriesFilter, VerdictFilter
from sayso.dates import DayInterval
from sayso.errors import CaseError
from sayso.evidence.claim import Polarity
from sayso.evidence.figure import Accrual, Modality
from sayso.story.figures.record import (
    Basis,
    Ground,
    Inclusion,
    InclusionFlag,
    Part,
    Place,
    Scope,
    Voice,
)
from sayso.story.figures.verdict import Verdict
from sayso.text import Span
from tests.pipeline.test_relate_figures import NOW, STORY, add
from tests.story.figures.examples import figure


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.create(tmp_path / "case", now=NOW) as made:
        for item in STORY:
            add(made, *item)
        add(made, "In Marrow 90 people were killed, a shepherd said.", "2031-03-04", "Hill Echo")
        yield made


class Row:
    """Columns as attributes, as the database gives them."""

    def __init__(self, columns: dict[str, object]) -> None:
        self.__dict__.update(columns)


def test_every_field_of_a_compared_figure_is_kept() -> None:
    bare = figure("at least 12 foreign women", 1)
    day = DayInterval(date(2031, 1, 1), None)
    full = replace(
        bare,
        unit="person",
        polarity=Polarity.NEGATIVE,
        modality=Modality.PLANNED,
        accrual=Accrual.STOCK,
        written=day,
        part_of="f9",
        grounds=(Ground(part=Part.NUMBER, span=Span(3, 5)),),
        counted=replace(
            bare.counted,
            inclusions=(
                Inclusion(flag=InclusionFlag.UNBORN, included=False, number=Decimal(1), span=Span(1, 2)),
                Inclusion(flag=InclusionFlag.PERPETRATOR),
            ),
        ),
        scope=Scope(
            place=Place(name="marrow", parents=("orlen",)),
            place_stated=False,
            central=True,
            by_place=True,
            matter=("marrow", "ines"),
            event="e1",
            as_of=day,
            as_of_stated=True,
            period=day,
        ),
        voice=Voice(claimant="the mayor", official=True, basis=Basis.COUNT, origin="d1"),
    )  # fmt: skip

    for one in (bare, full):
        assert read_counted(Row(dict(counted_columns(one)))) == one  # type: ignore[arg-type]


def test_verdicts_are_narrowed_by_what_they_are(case: Case) -> None:
    conflicts = list(case.compared.verdicts(VerdictFilter(verdict=Verdict.CONFLICT)))

    assert {row.verdict for row in conflicts} == {Verdict.CONFLICT}
    assert {"90"} <= {row.left.member.words for row in conflicts} | {
        row.right.member.words for row in conflicts
    }
    counts = dict(case.compared.count_verdicts())
    assert counts[Verdict.CONFLICT] == len(conflicts)


def test_verdicts_are_narrowed_by_figure_document_series_and_class(case: Case) -> None:
    row = next(case.compared.verdicts(VerdictFilter(verdict=Verdict.CONFLICT)))
    member = row.left.member
    for by in (
        VerdictFilter(figure=member.figure.id),
        VerdictFilter(document=member.document),
        VerdictFilter(series=member.series),
        VerdictFilter(predicate="killed"),
        VerdictFilter(comparable=True),
    ):
        assert row.id in {one.id for one in case.compared.verdicts(by)}
    assert list(case.compared.verdicts(VerdictFilter(predicate="held"))) == []


def test_a_series_is_called_by_the_beginning_of_its_name(case: Case) -> None:
    (row,) = case.compared.series()
    members = case.compared.members(row.id[:6])

    days = [one.figure.scope.as_of.hi for one in members if one.figure.scope.as_of]
    assert days == sorted(days, key=str)
    assert (row.figures, row.documents) == (len(members), len({m.document for m in members}))
    assert case.compared.figure(members[0].figure.id) == members[0]
    assert case.compared.figure("f_none") is None


def test_a_series_that_is_not_there_is_an_error(case: Case) -> None:
    with pytest.raises(CaseError, match="no series of this case is called 's_nothing'"):
        case.compared.members("s_nothing")
    with pytest.raises(CaseError, match="could be any of several series"):
        case.compared.members("s_")


def test_a_series_with_a_name_that_begins_another_is_found_by_it(
    case: Case, tmp_path: Path
) -> None:
    (row,) = case.compared.series()
    with closing(sqlite3.connect(tmp_path / "case" / "case.db")) as other, other:
        longer = "UPDATE counted_figures SET series = ? WHERE series <> ?"
        other.execute(longer, (f"{row.id}0", row.id))

    assert {one.series for one in case.compared.members(row.id)} == {row.id}
    with pytest.raises(CaseError, match="could be any of several series"):
        case.compared.members(row.id[:-1])


def test_series_are_narrowed_to_those_in_dispute(case: Case) -> None:
    assert len(list(case.compared.series(SeriesFilter(disputed=True)))) == 1
    assert list(case.compared.series(SeriesFilter(predicate="held"))) == []
    assert len(list(case.compared.series(SeriesFilter(least=1)))) > 1


def test_the_parts_of_a_series_are_what_one_document_gives_of_its_figures(case: Case) -> None:
    text = "In Marrow 120 people were killed. Of them, 40 were women and 80 were men, police said."
    add(case, text, "2031-03-05", "Hill Echo")
    parts = list(case.compared.verdicts(VerdictFilter(verdict=Verdict.PART_OF)))
    series = {row.right.member.series for row in parts}

    assert any(row.left.member.document == row.right.member.document for row in parts)
    for name in series:
        own = [
            row
            for row in parts
            if row.right.member.series == name
            and row.left.member.document == row.right.member.document
        ]
        assert list(case.compared.verdicts(VerdictFilter(parts_of=name))) == own
        assert case.compared.whole(name, conflicts=9).parts == tuple(own)


def test_verdicts_without_a_name_of_their_own_are_named_when_the_case_is_opened(case: Case) -> None:
    before = {row.id: row for row in case.compared.verdicts()}
    case.close()
    with closing(sqlite3.connect(case.directory / "case.db")) as connection:
        connection.execute("DROP INDEX ix_figure_relations_id")
        connection.execute("ALTER TABLE figure_relations DROP COLUMN id")
        connection.commit()

    with Case.open(case.directory) as opened:
        assert {row.id: row for row in opened.compared.verdicts()} == before
        agreeing = next(row for row in before.values() if row.verdict is not Verdict.CONFLICT)
        assert opened.desk.item(agreeing.id).id == agreeing.id
