"""``sayso check``: a case stops a script until somebody has decided."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sayso.case import Case, OpenPoint, Verdict
from sayso.case.figure_records import VerdictFilter
from sayso.cli import main
from sayso.cli.invocation import ExitCode
from sayso.errors import DocumentError
from sayso.story.figures.verdict import Verdict as Relation
from tests.case.builders import LATER, document, evidence
from tests.pipeline.test_relate_figures import NOW, STORY, add

DISPUTED = ("In Marrow 90 people were killed, a shepherd said.", "2031-03-04", "Hill Echo")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "case"
    with Case.create(path, now=NOW) as case:
        for item in (*STORY, DISPUTED):
            add(case, *item)
    return path


def run(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["-C", str(folder), "check", *arguments])


def opened(folder: Path, *arguments: str) -> dict[str, int]:
    rows = map(json.loads, run(folder, *arguments, "--jsonl").stdout.splitlines())
    return {row["check"]: row["open"] for row in rows}


def conflicts(folder: Path) -> list[str]:
    with Case.open(folder, read_only=True) as case:
        wanted = VerdictFilter(verdict=Relation.CONFLICT)
        return [row.id for row in case.compared.verdicts(wanted)]


def test_a_conflict_that_nobody_decided_on_stops(folder: Path) -> None:
    result = run(folder)

    assert result.exit_code == ExitCode.GATE == 5
    assert opened(folder)["conflict"] == len(conflicts(folder)) > 0
    assert result.stderr == f"Stopped by {len(conflicts(folder))} conflict\n"


def test_what_was_decided_on_stops_no_longer(folder: Path) -> None:
    with Case.open(folder) as case:
        for name in conflicts(folder):
            case.desk.judge(name, Verdict.ACCEPT, actor="mira", now=LATER)

    assert opened(folder)["conflict"] == 0
    assert run(folder).exit_code == ExitCode.OK


def test_only_what_was_named_stops(folder: Path) -> None:
    assert run(folder, "--fail-on", "orphaned, unread").exit_code == ExitCode.OK

    with Case.open(folder) as case:
        run_id = case.begin_run([("sayso", "test")], now=LATER)
        case.add_problem(DocumentError("clips/x.pdf", "encrypted"), run=run_id, now=LATER)

    result = run(folder, "--fail-on", "orphaned,unread")
    assert (result.exit_code, result.stderr) == (ExitCode.GATE, "Stopped by 1 unread\n")


def test_a_document_has_its_own_open_points(folder: Path) -> None:
    with Case.open(folder, read_only=True) as case:
        found = {row.outlet: row.id for row in case.documents()}
        (pair,) = {
            frozenset((row.left.member.document, row.right.member.document))
            for row in case.compared.verdicts(VerdictFilter(verdict=Relation.CONFLICT))
        }
    inside = found["Hill Echo"]
    outside = next(name for name in found.values() if name not in pair)

    assert inside in pair
    assert opened(folder, "--document", inside)["conflict"] == 1
    assert opened(folder, "--document", outside)["conflict"] == 0


def test_words_of_nobody_are_counted_until_they_are_rejected(tmp_path: Path) -> None:
    made, data = document()
    said = evidence(made.id)
    nobody = replace(said, claims=(replace(said.claims[0], speaker=None, source=()),))
    with Case.create(tmp_path / "case", now=NOW) as case:
        run_id = case.begin_run([("sayso", "test")], now=NOW)
        case.add(made, nobody, data, run=run_id, now=NOW)
        before = dict(case.open_points())
        case.desk.judge(nobody.claims[0].id, Verdict.REJECT, actor="mira", now=LATER)
        after = dict(case.open_points())

    assert (before[OpenPoint.UNSOURCED], after[OpenPoint.UNSOURCED]) == (1, 0)


def test_an_unknown_kind_is_named_with_those_that_there_are(folder: Path) -> None:
    result = run(folder, "--fail-on", "conflict,gossip")

    assert result.exit_code == ExitCode.USAGE
    assert "'gossip' is none of outdated, conflict, " in result.stderr
