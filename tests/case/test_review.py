"""Review: how rows stand, what waits, and that no decision is ever lost."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sayso.case import (
    Case,
    Decision,
    RecordKind,
    ReviewState,
    RunId,
    Verdict,
    Why,
)
from sayso.case.review_fields import read_days
from sayso.case.review_keeping import keep_in_step
from sayso.case.statement_tables import denials
from sayso.errors import CaseError
from sayso.evidence.claim import Force
from sayso.evidence.reading import Evidence
from sayso.story.denials.denial import DenialKind, DenialReason
from tests.case.builders import LATER, NOW, TEXT, bare_evidence, document, evidence
from tests.case.judged import judge, state

if TYPE_CHECKING:
    from sayso.case.values import Row

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def added(case: Case, run: RunId) -> Evidence:
    made, data = document()
    given = evidence(made.id)
    case.add(made, given, data, run=run, now=NOW)
    return given


def test_a_row_stands_as_the_latest_decision_says(case: Case, added: Evidence) -> None:
    name = added.claims[0].id
    assert state(case, name) is ReviewState.OPEN
    judge(case, name, Verdict.ACCEPT)
    judge(case, name, Verdict.REJECT)

    assert state(case, name) is ReviewState.REJECTED
    assert [row.decision.verdict for row in case.desk.item(name).history] == [
        Verdict.ACCEPT,
        Verdict.REJECT,
    ]


def test_an_undo_lets_the_decision_before_hold_again(case: Case, added: Evidence) -> None:
    name = added.claims[0].id
    judge(case, name, Verdict.ACCEPT)
    second = judge(case, name, Verdict.REJECT)
    row = case.desk.undo(actor="mira", now=LATER)

    assert row.decision.new == str(second)
    assert state(case, name) is ReviewState.ACCEPTED
    assert case.desk.undone() == {second}


def test_an_undo_takes_back_ones_own_decision_only(case: Case, added: Evidence) -> None:
    claim, figure = added.claims[0].id, added.figures[0].id
    judge(case, claim, Verdict.ACCEPT, "mira")
    judge(case, figure, Verdict.ACCEPT, "bela")
    case.desk.undo(actor="mira", now=LATER)

    assert (state(case, claim), state(case, figure)) == (ReviewState.OPEN, ReviewState.ACCEPTED)
    with pytest.raises(CaseError, match="nothing to undo: mira"):
        case.desk.undo(actor="mira", now=LATER)
    with pytest.raises(CaseError, match="99 is no decision that holds"):
        case.desk.undo(99, actor="mira", now=LATER)


def test_a_changed_field_keeps_what_the_machine_said(case: Case, added: Evidence) -> None:
    name = added.claims[0].id
    case.desk.edit(name, "speaker", "I. Varga", actor="mira", now=LATER)
    case.desk.edit(name, "speaker", "Ines Varga (Orlo)", actor="bela", now=LATER)
    item = case.desk.item(name)
    (field,) = [field for field in item.fields if field.changed]

    assert item.state is ReviewState.EDITED
    assert (field.name, field.machine, field.value) == (
        "speaker",
        "Ines Varga",
        "Ines Varga (Orlo)",
    )
    assert [row.decision.old for row in item.history] == ["Ines Varga", "I. Varga"]


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("force", "shout", "force is one of assert"),
        ("said", "22.1.2031", "is no date"),
        ("colour", "red", "a claim has no field 'colour'"),
        ("speaker", "Ines Varga", "speaker is Ines Varga already"),
    ],
)
def test_a_field_refuses_what_it_cannot_hold(
    case: Case, added: Evidence, field: str, value: str, message: str
) -> None:
    with pytest.raises(CaseError, match=message):
        case.desk.edit(added.claims[0].id, field, value, actor="mira", now=LATER)
    assert list(case.decisions()) == []


def test_an_empty_value_says_that_the_text_does_not_say(case: Case, added: Evidence) -> None:
    name = added.claims[0].id
    row = case.desk.edit(name, "speaker", " ", actor="mira", now=LATER)

    assert (row.decision.old, row.decision.new) == ("Ines Varga", None)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("2031", "2031-01-01/2031-12-31"),
        ("2031-02", "2031-02-01/2031-02-28"),
        ("2031-02-03", "2031-02-03/2031-02-03"),
        ("../2031-02-03", "None/2031-02-03"),
        ("2031-02/..", "2031-02-01/None"),
    ],
)
def test_days_are_read_as_exactly_as_they_are_written(written: str, kept: str) -> None:
    interval = read_days(written)
    assert f"{interval.lo}/{interval.hi}" == kept


def test_a_comment_decides_nothing_and_needs_words(case: Case, added: Evidence) -> None:
    name = added.claims[0].id
    judge(case, name, Verdict.COMMENT)
    review = case.desk.item(name).review

    assert review is not None
    assert (review.state, review.comments) == (ReviewState.OPEN, 1)
    with pytest.raises(CaseError, match="a comment needs words"):
        case.desk.judge(name, Verdict.COMMENT, actor="mira", reason=" ", now=LATER)


def test_a_decision_moves_to_the_row_that_has_its_characters_now(
    case: Case, run: RunId, added: Evidence
) -> None:
    made, _ = document()
    judge(case, added.claims[0].id, Verdict.ACCEPT)
    renamed = replace(added, claims=(replace(added.claims[0], id="c_new0000000"),))
    case.replace_evidence(made.id, renamed, run=run, now=LATER)

    assert state(case, "c_new0000000") is ReviewState.ACCEPTED


def test_a_row_that_a_new_reading_changed_comes_first_again(
    case: Case, run: RunId, added: Evidence
) -> None:
    made, _ = document()
    judge(case, added.claims[0].id, Verdict.ACCEPT)
    changed = replace(added, claims=(replace(added.claims[0], force=Force.THREAT),))
    case.replace_evidence(made.id, changed, run=run, now=LATER)
    review = case.desk.item(added.claims[0].id).review
    first = case.desk.next()

    assert review is not None
    assert (review.state, review.outdated) == (ReviewState.ACCEPTED, True)
    assert first is not None
    assert (first.id, first.why) == (added.claims[0].id, Why.OUTDATED)


def test_an_edit_that_a_new_reading_agrees_with_is_no_change_any_more(
    case: Case, run: RunId, added: Evidence
) -> None:
    made, _ = document()
    case.desk.edit(added.claims[0].id, "force", "threat", actor="mira", now=LATER)
    changed = replace(added, claims=(replace(added.claims[0], force=Force.THREAT),))
    case.replace_evidence(made.id, changed, run=run, now=LATER)
    review = case.desk.item(added.claims[0].id).review

    assert review is not None
    assert (review.state, review.edits, review.outdated) == (ReviewState.ACCEPTED, (), False)


def test_a_decision_is_orphaned_rather_than_dropped(
    case: Case, run: RunId, added: Evidence
) -> None:
    made, _ = document()
    judge(case, added.claims[0].id, Verdict.REJECT)
    case.replace_evidence(made.id, bare_evidence(), run=run, now=LATER)

    assert [row.decision.verdict for row in case.decisions(orphaned=True)] == [Verdict.REJECT]
    assert case.desk.states(RecordKind.CLAIM, [added.claims[0].id]) == {}


def test_the_date_of_a_document_is_decided_on_by_its_id(case: Case, added: Evidence) -> None:
    made, _ = document()
    row = case.desk.edit(made.id, "date", "2031-03", actor="mira", now=LATER)

    assert added.claims
    assert row.kind is RecordKind.DATE
    assert row.decision.new == "2031-03-01/2031-03-31"
    # A person's day leaves no doubt; what the machine read stays beside it.
    assert case.desk.item(made.id).notes == ("the weekday fits 3 May only",)


def test_what_is_decided_on_leaves_the_queue_and_comes_back_when_undone(
    case: Case, added: Evidence
) -> None:
    made, _ = document()
    first = case.desk.next(kinds=[RecordKind.DATE])
    assert first is not None
    assert (first.id, first.why) == (made.id, Why.DOUBTFUL_DATE)
    before = case.desk.left().number
    judge(case, made.id, Verdict.ACCEPT)

    assert added.figures
    assert case.desk.next(kinds=[RecordKind.DATE]) is None
    assert case.desk.left().number == before - 1
    case.desk.undo(actor="mira", now=LATER)
    assert case.desk.left().number == before


def test_the_queue_goes_on_and_back_from_any_place(case: Case, added: Evidence) -> None:
    entries = case.desk.entries()
    assert added.claims
    assert [entry.why for entry in entries] == [
        Why.DOUBTFUL_DATE,
        Why.FIRST_OF_KIND,
        Why.FIRST_OF_KIND,
    ]
    assert case.desk.next(entries[0].at) == entries[1]
    assert case.desk.previous(entries[1].at) == entries[0]
    assert case.desk.previous(entries[0].at) is None
    assert case.desk.next(entries[-1].at) is None
    assert case.desk.place(entries[1].id) == entries[1]


def test_documents_of_an_older_case_are_looked_through_once(case: Case, added: Evidence) -> None:
    with case._writes() as connection:
        connection.exec_driver_sql("DELETE FROM queued_documents")
        connection.exec_driver_sql("DELETE FROM review_queue")
    assert added.claims
    assert case.desk.next() is None
    assert case.desk.fill() == 1
    assert case.desk.fill() == 0
    assert case.desk.left().number == 3


def deny(case: Case, run: RunId) -> tuple[str, str, str]:
    """Add two documents of which the second denies the first; return the denial and both."""
    first, data = document()
    case.add(first, evidence(first.id), data, run=run, now=NOW)
    text = TEXT.replace("quiet", "loud")
    made, other = document(text, path="clips/loud.txt")
    given = evidence(made.id, text=text)
    case.add(made, given, other, run=run, now=NOW)
    row: Row = {
        "id": "n_0123456789",
        "asserted_document": first.id,
        "asserted_claim": evidence(first.id).claims[0].id,
        "denied_document": made.id,
        "denied_claim": given.claims[0].id,
        "kind": DenialKind.CONTRADICTION.value,
        "reason": DenialReason.NEGATION.value,
        "same_speaker": None,
        "asserted_first": None,
        "share": 0.5,
        "asserted_spans": "[]",
        "denied_spans": "[]",
        "through": None,
        "rule": "negation",
        "run_id": run,
    }
    with case._writes() as connection:
        connection.execute(denials.insert(), row)
        keep_in_step(connection, made.id)
    return str(row["id"]), first.id, made.id


def test_what_ties_two_is_kept_by_the_characters_of_both(case: Case, run: RunId) -> None:
    name, first, second = deny(case, run)
    judge(case, name, Verdict.REJECT)
    (row,) = case.decisions()

    assert row.kind is RecordKind.DENIAL
    assert row.document == first
    assert row.other is not None
    assert row.other.document == second
    assert (row.current, state(case, name)) == (name, ReviewState.REJECTED)
    assert case.verify().findings == ()


def test_what_ties_two_is_orphaned_when_one_place_is_gone(case: Case, run: RunId) -> None:
    name, _, second = deny(case, run)
    judge(case, name, Verdict.REJECT)
    case.replace_evidence(second, bare_evidence(), run=run, now=LATER)

    assert [row.decision.target for row in case.decisions(orphaned=True)] == [name]


def test_both_sides_of_a_denial_are_shown_in_context(case: Case, run: RunId) -> None:
    name, _, _ = deny(case, run)
    item = case.desk.item(name[:6])

    assert [side.words for side in item.sides] == ["the ferry is safe … on Sunday"] * 2
    for side in item.sides:
        span = side.spans[0].shifted(-side.context_start)
        assert span.text_in(side.context) == "the ferry is safe"
    assert (item.reason, item.rule) == ("negation", "negation")


def test_an_unknown_id_is_told_and_an_ambiguous_one_too(case: Case, run: RunId) -> None:
    name, _, _ = deny(case, run)
    with pytest.raises(CaseError, match="nothing in this case is called 'n_zzz'"):
        case.desk.item("n_zzz")
    with pytest.raises(CaseError, match="nothing in this case"):
        case.desk.item("v_zzz")
    assert case.desk.item("n_").id == name


def test_decisions_given_as_such_hold_too(case: Case, added: Evidence) -> None:
    target = added.figures[0].id
    decision = Decision(target=target, verdict=Verdict.REJECT, actor="mira", reason="no")
    case.decide(decision, now=NOW)

    assert state(case, target) is ReviewState.REJECTED


@pytest.mark.slow
def test_two_people_at_once_lose_nothing(case: Case, added: Evidence) -> None:
    number = 15
    people = [
        subprocess.Popen(
            [
                sys.executable,
                "-m",
                "tests.case.reviewer",
                str(case.directory),
                added.claims[0].id,
                name,
                str(number),
            ],
            cwd=ROOT,
        )
        for name in ("mira", "bela")
    ]
    assert [one.wait() for one in people] == [0, 0]
    taken = [row.decision.actor for row in case.decisions()]

    assert (taken.count("mira"), taken.count("bela")) == (number, number)
    assert case.verify().findings == ()
    assert len(case.desk.item(added.claims[0].id).history) == 2 * number
