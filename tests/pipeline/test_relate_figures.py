"""Figures of a new document meet those of the case; the order in which documents come is no matter."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import permutations
from pathlib import Path

import pytest

from sayso.case import Case
from sayso.case.figure_records import VerdictFilter
from sayso.pipeline.relate import add_related
from sayso.pipeline.relate_figures import as_copied, comparable_figures
from sayso.pipeline.stages import Reading
from sayso.story.figures.verdict import Reason, Verdict
from sayso.story.reuse_edge import Direction, ReuseEdge, ReuseKind
from sayso.text import Span
from tests.story.figures.readings import data_of, reading

NOW = datetime(2031, 5, 9, 8, tzinfo=UTC)
STORY = (
    ("“The dam burst in Marrow killed 12 people,” the police said.", "2031-03-04", "The Lantern"),
    ("“In Marrow 15 people were killed,” the mayor said.", "2031-03-06", "Orlen Post"),
    (
        "“The flood in Marrow killed at least 12 people,” a rescuer said.",
        "2031-03-04",
        "Coast Wire",
    ),
    ("“At least 40 people were killed in Marrow,” the army said.", "2031-03-09", "State News"),
    ("“Three women were killed in Marrow,” a doctor said.", "2031-03-04", "Upriver Notes"),
)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.create(tmp_path / "case", now=NOW) as made:
        yield made


def add(case: Case, text: str, day: str, outlet: str) -> Reading:
    one = reading(text, day=day, outlet=outlet)
    run = case.begin_run((("test", "1"),), now=NOW)
    add_related(case, one, data_of(one, day=day, outlet=outlet), run=run, now=NOW)
    return one


def shown(case: Case) -> set[tuple[str, str, str, str]]:
    return {
        (row.left.member.words, row.right.member.words, row.verdict, row.reason)
        for row in case.compared.verdicts()
    }


def series(case: Case) -> list[tuple[str, int, int]]:
    return [(row.id, row.figures, row.documents) for row in case.compared.series()]


def test_a_new_document_is_compared_with_what_is_there(case: Case) -> None:
    for item in STORY[:2]:
        add(case, *item)

    (row,) = case.compared.verdicts()
    assert (row.verdict, row.reason) == (Verdict.CHANGED, Reason.UPDATE)
    assert (row.left.member.words, row.right.member.words) == ("12", "15")
    text = case.text(row.right.member.document)
    assert "15" in {span.text_in(text) for span in row.right.spans}


def test_the_order_in_which_documents_come_is_no_matter(tmp_path: Path) -> None:
    found = []
    for at, order in enumerate(permutations(STORY)):
        if at % 13:
            continue  # every thirteenth of 120 orders: the rest say no more
        with Case.create(tmp_path / str(at), now=NOW) as case:
            for item in order:
                add(case, *item)
            found.append((shown(case), series(case)))

    assert all(one == found[0] for one in found)
    assert len(found[0][0]) > len(STORY)


BODY = (
    "“In Marrow 23 people were killed by the mud,” Doctor Ines Tellick said. She counted them in"
    " the yard of the clinic before noon, she told the Orlen Post. Trucks came down from the"
    " quarry all morning, and nobody from the ministry was there to write down the names. Families"
    " waited at the gate with blankets and photographs until the guards sent them home.\n\n"
    "The road to the upper villages is closed, and the bridge at Tammer hangs in the river."
)
PUT_OUT_AGAIN = (
    (BODY, "2031-03-04", "Orlen Post"),
    ("“In Marrow 31 people were killed,” the police said.", "2031-03-09", "Coast Wire"),
    (BODY, "2031-04-21", "Upriver Notes"),
)


@pytest.mark.parametrize("order", list(permutations(PUT_OUT_AGAIN)))
def test_a_copy_put_out_later_disputes_nothing_on_its_day(
    case: Case, order: tuple[tuple[str, str, str], ...]
) -> None:
    for item in order:
        add(case, *item)

    assert list(case.compared.verdicts(VerdictFilter(verdict=Verdict.CHANGED)))
    assert not list(case.compared.verdicts(VerdictFilter(verdict=Verdict.CONFLICT)))


def test_a_part_is_on_the_left_and_no_member_of_the_series(case: Case) -> None:
    for item in (STORY[0], STORY[4]):
        add(case, *item)

    (row,) = case.compared.verdicts(VerdictFilter(verdict=Verdict.PART_OF))
    assert row.left.member.words == "Three"
    assert series(case) == []


def test_a_figure_whose_class_no_words_say_is_not_compared() -> None:
    assert comparable_figures(reading("In Marrow 12 bakers met.")) == ()


def test_another_number_is_a_level_where_none_of_its_kind_stands_before() -> None:
    (first,) = comparable_figures(reading("In Marrow another 12 people were killed."))
    _, second = comparable_figures(
        reading("In Marrow 9 people were killed. Another 12 people were killed later.")
    )

    assert (first.number.modifier, second.number.modifier) == ("exact", "increment")


def test_a_new_reading_of_a_document_takes_its_verdicts_out(case: Case) -> None:
    for item in STORY[:2]:
        add(case, *item)
    one = reading(STORY[0][0], day=STORY[0][1], outlet=STORY[0][2])
    run = case.begin_run((("test", "2"),), now=NOW)
    case.replace_evidence(one.document.id, one.evidence, run=run, now=NOW)

    assert list(case.compared.verdicts()) == []
    assert case.verify().ok


def test_a_figure_between_two_days_parts_them(case: Case) -> None:
    add(case, *STORY[0])
    add(case, "In Marrow 30 people were killed, police said.", "2031-09-20", "The Lantern")
    assert ("12", "30", "changed", "update") in shown(case)
    add(case, "In Marrow 20 people were killed, police said.", "2031-06-20", "The Lantern")

    assert {pair[:2] for pair in shown(case)} == {("12", "20"), ("20", "30")}


def test_only_what_stands_in_a_repeated_passage_is_copied() -> None:
    (one,) = comparable_figures(reading("In Marrow 12 people were killed."))
    (other,) = comparable_figures(reading("In Marrow 14 people were killed.", outlet="The Echo"))
    edge = ReuseEdge(
        from_document=one.document,
        to_document=other.document,
        kind=ReuseKind.NEAR,
        score=1.0,
        from_spans=(Span(0, 30),),
        to_spans=(Span(0, 30),),
        direction=Direction.UNKNOWN,
        rule="test",
    )
    elsewhere = replace(edge, to_spans=(Span(0, 5),))

    assert as_copied(other, one, [edge]).voice.origin == one.voice.origin
    assert as_copied(other, one, [elsewhere]) == other
