"""Decisions: kept for good, tied to characters, and orphaned rather than dropped."""

from dataclasses import replace

import pytest

from sayso.case import Case, Decision, RecordKind, RunId, Verdict
from sayso.errors import CaseError
from sayso.evidence.reading import Evidence
from tests.case.builders import LATER, NOW, TEXT, at, bare_evidence, document, evidence


@pytest.fixture
def added(case: Case, run: RunId) -> Evidence:
    made, data = document()
    given = evidence(made.id)
    case.add(made, given, data, run=run, now=NOW)
    return given


def decision(target: str, verdict: Verdict = Verdict.ACCEPT) -> Decision:
    return Decision(
        target=target,
        verdict=verdict,
        actor="mira",
        reason="the notice says so",
        field="speaker",
        old="Ines Varga",
        new="I. Varga",
    )


def test_a_decision_is_kept_with_its_characters(case: Case, added: Evidence) -> None:
    made, _ = document()
    wanted = decision(added.claims[0].id, Verdict.EDIT)

    row = case.decide(wanted, now=LATER)

    assert row.decision == wanted
    assert (row.at, row.kind, row.document) == (LATER, RecordKind.CLAIM, made.id)
    assert row.sha256 == made.original.sha256
    assert row.spans == (at("the ferry is safe"), at("on Sunday"))
    assert (row.current, row.orphaned) == (added.claims[0].id, False)
    assert list(case.decisions()) == [row]


def test_a_figure_is_tied_to_its_phrase(case: Case, added: Evidence) -> None:
    row = case.decide(decision(added.figures[0].id), now=NOW)

    assert (row.kind, row.spans) == (RecordKind.FIGURE, (at("At least 40 passengers"),))
    assert row.current == added.figures[0].id


def test_a_document_is_tied_to_its_bytes(case: Case, added: Evidence) -> None:
    made, _ = document()
    row = case.decide(replace(decision(made.id), field=None, old=None, new=None), now=NOW)

    assert (row.kind, row.spans, row.current) == (RecordKind.DOCUMENT, (), made.id)
    assert added.claims


def test_decisions_are_logged_with_actor_and_reason(case: Case, added: Evidence) -> None:
    row = case.decide(decision(added.claims[0].id), now=LATER)
    entry = list(case.log())[-1]

    assert (entry.sequence, entry.actor, entry.action) == (row.sequence, "mira", "decision")
    assert (entry.target, entry.old) == (added.claims[0].id, "Ines Varga")
    assert entry.reason == "the notice says so"


def test_a_decision_survives_a_new_run_that_names_the_record_anew(
    case: Case, run: RunId, added: Evidence
) -> None:
    made, _ = document()
    case.decide(decision(added.claims[0].id), now=NOW)
    case.decide(decision(added.figures[0].id), now=NOW)
    renamed = replace(
        added,
        claims=(replace(added.claims[0], id="c_new0000000"),),
        figures=(replace(added.figures[0], id="f_new0000000"),),
    )
    case.replace_evidence(made.id, renamed, run=run, now=LATER)

    assert [row.current for row in case.decisions()] == ["f_new0000000", "c_new0000000"]


def test_of_two_records_on_the_same_characters_the_one_decided_on_is_current(
    case: Case, run: RunId
) -> None:
    made, data = document()
    first = evidence(made.id).claims[0]
    twin = replace(first, id="c_twin000000")
    case.add(made, replace(bare_evidence(), claims=(first, twin)), data, run=run, now=NOW)

    assert case.decide(decision("c_twin000000"), now=NOW).current == "c_twin000000"


def test_a_decision_without_its_characters_is_orphaned(
    case: Case, run: RunId, added: Evidence
) -> None:
    made, _ = document()
    gone = case.decide(decision(added.claims[0].id), now=NOW)
    case.decide(decision(made.id), now=NOW)
    case.replace_evidence(made.id, bare_evidence(), run=run, now=LATER)

    assert list(case.decisions(orphaned=True)) == [replace(gone, current=None)]
    assert case.counts().orphaned_decisions == 1
    assert case.verify().orphaned_decisions == 1


def test_a_decision_does_not_move_to_another_text(case: Case, run: RunId, added: Evidence) -> None:
    made, _ = document()
    case.decide(decision(added.claims[0].id), now=NOW)
    text = TEXT.replace("quiet", "silent")
    case.reread(replace(made, text=text), evidence(made.id, text=text), run=run, now=LATER)
    assert [row.orphaned for row in case.decisions()] == [True]

    case.reread(made, added, run=run, now=LATER)
    assert [row.orphaned for row in case.decisions()] == [False]


def test_the_latest_decision_is_listed_first(case: Case, added: Evidence) -> None:
    rows = [
        case.decide(decision(added.claims[0].id, verdict), now=NOW)
        for verdict in (Verdict.ACCEPT, Verdict.UNDO, Verdict.REJECT)
    ]

    assert list(case.decisions()) == rows[::-1]
    assert list(case.decisions(limit=1, offset=1)) == [rows[1]]


def test_orphaned_decisions_come_page_by_page(case: Case, run: RunId, added: Evidence) -> None:
    made, _ = document()
    for _ in range(3):
        case.decide(decision(added.claims[0].id), now=NOW)
    case.replace_evidence(made.id, bare_evidence(), run=run, now=LATER)
    sequences = [row.sequence for row in case.decisions(orphaned=True)]

    assert len(sequences) == 3
    assert [row.sequence for row in case.decisions(orphaned=True, limit=1, offset=1)] == [
        sequences[1]
    ]


def test_a_decision_needs_a_record(case: Case) -> None:
    with pytest.raises(CaseError, match="nothing in this case"):
        case.decide(decision("c_0000000000"), now=NOW)


def test_a_decision_needs_a_whole_id(case: Case, added: Evidence) -> None:
    name = added.claims[0].id

    with pytest.raises(CaseError, match=f"needs a whole id: {name}"):
        case.decide(decision(name[:5]), now=NOW)
    assert list(case.decisions()) == []
