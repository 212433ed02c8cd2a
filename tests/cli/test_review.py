"""``sayso review``: decisions by single commands and by keys."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sayso.case import Case, Decision, ReviewState, Totals, Verdict
from sayso.cli import main
from tests.case.builders import LATER, NOW, TEXT, document, evidence

Run = Callable[..., Result]


@pytest.fixture
def orlo(tmp_path: Path) -> Path:
    directory = tmp_path / "orlo"
    with Case.create(directory, now=NOW) as case:
        run = case.begin_run([("sayso", "test")], now=NOW)
        made, data = document()
        case.add(made, evidence(made.id), data, run=run, now=NOW)
        text = TEXT.replace("quiet", "loud")
        other, more = document(text, path="b.txt")
        case.add(other, evidence(other.id, text=text), more, run=run, now=NOW)
        case.finish_run(run, Totals(added=2, already_there=0, failed=0), now=NOW)
    return directory


@pytest.fixture
def sayso(orlo: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("SAYSO_ACTOR", "mira")

    def run(*arguments: str, keys: str | None = None) -> Result:
        if keys is not None:
            monkeypatch.setattr("sayso.cli.review._is_terminal", lambda: True)
        return CliRunner().invoke(main, ["-C", str(orlo), *arguments], input=keys)

    return run


def ids(orlo: Path) -> tuple[str, str]:
    with Case.open(orlo, read_only=True) as case:
        return next(case.claims()).id, next(case.figures()).id


def state(orlo: Path, name: str) -> ReviewState:
    with Case.open(orlo, read_only=True) as case:
        return case.desk.item(name).state


def test_a_single_decision_is_kept_with_its_reason(sayso: Run, orlo: Path) -> None:
    claim, _ = ids(orlo)
    result = sayso("review", claim[:6], "--accept", "--why", "heard it")

    assert result.exit_code == 0, result.output
    assert f"on {claim}: mira accepted: heard it" in result.output
    assert state(orlo, claim) is ReviewState.ACCEPTED


def test_fields_are_changed_and_the_change_is_shown(sayso: Run, orlo: Path) -> None:
    _, figure = ids(orlo)
    result = sayso("review", figure, "--edit", "hi=50", "--edit", "place=", "--why", "read on")
    shown = sayso("review", figure).output

    assert result.exit_code == 0, result.output
    assert "hi           50 (machine: nothing)" in shown
    assert "place        nothing (machine: Orlo pier)" in shown
    assert "^^^" in shown


def test_undo_takes_back_the_latest(sayso: Run, orlo: Path) -> None:
    claim, _ = ids(orlo)
    sayso("review", claim, "--reject")

    assert "is taken back" in sayso("review", "--undo").output
    assert state(orlo, claim) is ReviewState.OPEN
    assert sayso("review", "--undo").exit_code == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--accept",), "name the row"),
        (("--sample", "3"), "--sample needs one --kind"),
        (("--of", "a=b"), "--of goes with --sample"),
        (("c_1", "--edit", "speaker"), "--edit is written FIELD=VALUE"),
    ],
)
def test_wrong_usage_is_said(sayso: Run, arguments: tuple[str, ...], message: str) -> None:
    result = sayso("review", *arguments)

    assert result.exit_code == 2
    assert message in result.output


def test_what_waits_is_listed_with_why(sayso: Run) -> None:
    lines = sayso("review", "--jsonl").output.splitlines()
    rows = [json.loads(line) for line in lines if line.startswith("{")]

    assert [row["why"] for row in rows][:2] == ["doubtful_date", "doubtful_date"]
    assert all(row["schema"] == "sayso.review.1" for row in rows)
    assert "claim" in sayso("review", "--list", "--kind", "claim").output


def test_a_sample_is_listed_and_estimated(sayso: Run, orlo: Path) -> None:
    claim, _ = ids(orlo)
    sayso("review", claim, "--accept")
    result = sayso("review", "--sample", "2", "--kind", "claim", "--seed", "4")

    assert result.exit_code == 0, result.output
    assert "2 of 2 rows of kind claim, drawn with seed 4: 1 accepted" in result.output
    assert "Right as they stand: 1 of 1, 100% (between 21% and 100%)" in result.output


def test_decisions_and_orphans_are_listed(sayso: Run, orlo: Path) -> None:
    claim, _ = ids(orlo)
    sayso("review", claim, "--unsure", "--why", "two voices")

    assert "two voices" in sayso("review", "--decisions").output
    assert "nothing to list" in sayso("review", "--orphans").output


def test_keys_decide_and_go_on(sayso: Run, orlo: Path) -> None:
    result = sayso("review", keys="yjkz?q")
    with Case.open(orlo, read_only=True) as case:
        verdicts = [row.decision.verdict for row in case.decisions()]

    assert result.exit_code == 0, result.output
    assert "4 to look at" in result.output
    assert "3 to look at" in result.output
    assert verdicts == [Verdict.UNDO, Verdict.ACCEPT]


def test_a_capital_letter_asks_why_and_c_keeps_a_comment(sayso: Run, orlo: Path) -> None:
    result = sayso("review", "--kind", "claim", keys="Nnot said\ncask Ana\nq")
    with Case.open(orlo, read_only=True) as case:
        found = [(row.decision.verdict, row.decision.reason) for row in case.decisions()]

    assert result.exit_code == 0, result.output
    assert (Verdict.REJECT, "not said") in found


def test_e_changes_a_field_of_the_row(sayso: Run, orlo: Path) -> None:
    result = sayso("review", "--kind", "claim", keys="espeaker\nI. Varga\nbyline\nq")
    with Case.open(orlo, read_only=True) as case:
        (row,) = case.decisions()

    assert result.exit_code == 0, result.output
    assert (row.decision.field, row.decision.old) == ("speaker", "Ines Varga")
    assert (row.decision.new, row.decision.reason) == ("I. Varga", "byline")


def test_what_cannot_be_done_is_said_and_nothing_is_lost(sayso: Run) -> None:
    result = sayso("review", keys="zq")

    assert "Not done: there is nothing to undo" in result.output


def test_the_end_of_the_queue_is_said(sayso: Run) -> None:
    assert "Nothing more to look at." in sayso("review", "--kind", "echo", keys="q").output


def test_lists_show_how_rows_stand_and_keep_what_was_accepted(sayso: Run, orlo: Path) -> None:
    claim, figure = ids(orlo)
    sayso("review", claim, "--accept")
    sayso("review", figure, "--edit", "place=Orlo")

    assert "accepted" in sayso("claims", "--only", "accepted").output
    assert claim not in sayso("claims", "--only", "open").output
    assert "edited: place" in sayso("figures", "--only", "accepted").output
    rows = json.loads(sayso("claims", "--only", "accepted", "--json").stdout)["rows"]
    assert [(row["id"], row["review"]) for row in rows] == [(claim, "accepted")]


def test_a_report_of_what_was_accepted_redacts_and_says_so(
    sayso: Run, orlo: Path, tmp_path: Path
) -> None:
    claim, _ = ids(orlo)
    sayso("review", claim, "--accept")
    page, text = tmp_path / "r.html", tmp_path / "r.md"
    common = ("--only", "accepted", "--redact", "Ines Varga", "--since", "2031-05")
    assert sayso("report", "-o", str(page), *common).exit_code == 0
    assert sayso("report", "-o", str(text), "--redact-people").exit_code == 0
    html, markdown = page.read_text(encoding="utf-8"), text.read_text(encoding="utf-8")

    assert "Ines Varga" not in html
    assert "places were redacted" in html
    assert "0 of 2 figures and 1 of 2 claims are shown." in html
    assert "Head of the log: `" in markdown
    assert f"[^{claim}]: Document " in markdown


def test_a_pack_is_unpacked_into_a_new_case(sayso: Run, tmp_path: Path) -> None:
    packed = sayso("pack", str(tmp_path / "case.zip"))
    unpacked = sayso("unpack", str(tmp_path / "case.zip"), str(tmp_path / "new"))

    assert "2 originals" in packed.output
    assert unpacked.exit_code == 0, unpacked.output
    assert "2 items: 2 added" in unpacked.output
    assert "decisions: 0 taken over" in unpacked.output
    shutil.rmtree(tmp_path / "new")


def test_a_decision_of_the_library_is_seen_by_the_command(sayso: Run, orlo: Path) -> None:
    claim, _ = ids(orlo)
    with Case.open(orlo) as case:
        decision = Decision(target=claim, verdict=Verdict.REJECT, actor="bela", reason="no")
        case.decide(decision, now=LATER)

    assert "[rejected]" in sayso("review", claim).output
