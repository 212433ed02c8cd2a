"""The verbs that make, hand on and look after a case."""

import csv
import json
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sayso.case import Action, Case, Decision, Verdict
from sayso.cli import main
from sayso.cli.invocation import Invocation
from sayso.errors import CaseError

Sayso = Callable[..., Result]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def test_init_makes_a_case_and_says_what_comes_next(tmp_path: Path) -> None:
    result = run("init", str(tmp_path / "flood"), "--name", "Flood of 2031")

    assert result.exit_code == 0
    assert result.stdout.startswith("Created case Flood of 2031 (")
    assert result.stderr == f"Next: sayso -C {tmp_path / 'flood'} add FOLDER\n"


def test_init_does_not_touch_a_case_that_is_there(case_folder: Path) -> None:
    result = run("init", str(case_folder))

    assert result.exit_code == 1
    assert str(case_folder) in result.stderr


def test_the_case_is_found_upwards(case_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    below = case_folder / "notes" / "deep"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)

    assert Invocation().find_case() == case_folder


def test_the_case_is_found_by_variable(
    case_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAYSO_CASE", str(case_folder))

    assert Invocation().find_case() == case_folder


def test_the_option_goes_before_the_folder_one_is_in(
    case_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("init", str(tmp_path / "other"))
    monkeypatch.chdir(tmp_path / "other")

    assert Invocation(case_directory=case_folder).find_case() == case_folder


def test_without_a_case_it_says_where_it_looked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SAYSO_CASE", raising=False)

    result = run("status")

    assert result.exit_code == 1
    assert f"no case: {tmp_path}" in result.stderr
    assert "sayso init DIR" in result.stderr


@pytest.mark.parametrize(
    ("folder", "found"), [(".", "holds no case.db"), ("absent", "no such folder")]
)
def test_a_folder_that_is_no_case_is_named(tmp_path: Path, folder: str, found: str) -> None:
    with pytest.raises(CaseError, match=found):
        Invocation(case_directory=tmp_path / folder).find_case()


def test_export_writes_every_record_in_a_stable_order(sayso: Sayso, case_folder: Path) -> None:
    lines = [json.loads(line) for line in sayso("export").stdout.splitlines()]

    assert [line["record"] for line in lines] == (
        ["document", "claim", "claim", "figure", "event", "document"]
    )
    assert [line["manner"] for line in lines if line["record"] == "claim"] == ["said", "thought"]
    assert [line["quote"] for line in lines if line["record"] == "event"] == ["sank"]
    assert run("export", str(case_folder)).stdout == sayso("export").stdout


def test_export_can_be_narrowed_to_some_types(sayso: Sayso) -> None:
    out = sayso("export", "--record", "claim", "--record", "figure").stdout

    assert [json.loads(line)["record"] for line in out.splitlines()] == (
        ["claim", "claim", "figure"]
    )


def test_a_decision_is_exported_with_its_characters(sayso: Sayso, case_folder: Path) -> None:
    (claim,) = json.loads(sayso("claims", "--json").stdout)["rows"]
    with Case.open(case_folder) as case:
        row = case.document(claim["document"])
        decision = Decision(
            target=claim["id"], verdict=Verdict.REJECT, actor="ana", reason="a joke"
        )
        case.decide(decision, now=next(case.documents()).added)

    (line,) = map(json.loads, sayso("export", "--record", "decision").stdout.splitlines())

    assert (line["verdict"], line["actor"], line["reason"]) == ("reject", "ana", "a joke")
    assert (line["target"], line["current"]) == (claim["id"], claim["id"])
    assert line["path"] == row.original.path
    assert line["spans"] == [[51, 73]]
    assert line["original_spans"] == [[65, 87]]


def test_decisions_are_exported_in_the_order_in_which_they_were_made(
    sayso: Sayso, case_folder: Path
) -> None:
    (figure,) = json.loads(sayso("figures", "--json").stdout)["rows"]
    with Case.open(case_folder) as case:
        for verdict in (Verdict.UNSURE, Verdict.ACCEPT):
            decision = Decision(target=figure["id"], verdict=verdict, actor="ana", reason="read")
            case.decide(decision, now=next(case.documents()).added)

    lines = [
        json.loads(line) for line in sayso("export", "--record", "decision").stdout.splitlines()
    ]

    assert [line["verdict"] for line in lines] == ["unsure", "accept"]


def test_csv_of_all_types_is_a_folder_of_files(sayso: Sayso, tmp_path: Path) -> None:
    result = sayso("export", "--format", "csv", "--bom", "-o", str(tmp_path / "out"))

    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "actor.csv",
        "claim.csv",
        "decision.csv",
        "denial.csv",
        "document.csv",
        "echo.csv",
        "event.csv",
        "figure.csv",
        "forecast.csv",
        "place.csv",
        "quote_pair.csv",
        "relation.csv",
    ]
    with (tmp_path / "out" / "document.csv").open(encoding="utf-8-sig", newline="") as stream:
        assert [row["path"] for row in csv.DictReader(stream)] == ["clips/h.txt", "clips/c.txt"]
    assert (tmp_path / "out" / "claim.csv").read_bytes().startswith(b"\xef\xbb\xbfrecord,")
    assert result.stderr == f"6 records written to {tmp_path / 'out'}\n"


def test_csv_of_all_types_needs_a_folder(sayso: Sayso) -> None:
    assert (
        "give -o FOLDER, or one --record TYPE" in sayso("export", "--format", "csv", code=2).stderr
    )


def test_csv_of_one_type_goes_to_stdout(sayso: Sayso) -> None:
    out = sayso("export", "--format", "csv", "--record", "figure").stdout

    assert out.startswith(
        "record,id,document,path,sha256,spans,original_spans,review,quote,number,"
    )
    assert len(out.splitlines()) == 2


def test_a_file_appears_only_when_it_is_complete(
    sayso: Sayso, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object, __: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("sayso.cli.export.write_jsonl", fail)
    target = tmp_path / "out.jsonl"
    target.write_text("what was there before", encoding="utf-8")

    sayso("export", "-o", str(target), code=1)

    assert target.read_text(encoding="utf-8") == "what was there before"


def test_an_export_is_noted_in_the_log(
    sayso: Sayso, case_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAYSO_ACTOR", "ines")

    sayso("export", "-o", str(tmp_path / "out.jsonl"))

    with Case.open(case_folder, read_only=True) as case:
        last = list(case.log())[-1]
    assert (last.action, last.actor, last.target) == (
        Action.EXPORT,
        "ines",
        str(tmp_path / "out.jsonl"),
    )


def test_verify_says_that_all_is_well_and_prints_the_seal(sayso: Sayso) -> None:
    lines = sayso("verify").stdout.splitlines()

    assert lines[-1] == "the case is as its log says"
    assert lines[-2].startswith("head  ")


def test_verify_accepts_a_seal_that_was_noted_earlier(sayso: Sayso) -> None:
    head = json.loads(sayso("verify", "--json").stdout)["head"]

    sayso("verify", "--head", head)
    sayso("verify", "--head", "0" * 64, code=4)


def test_verify_finds_an_original_that_was_changed(sayso: Sayso, case_folder: Path) -> None:
    blob = next(path for path in (case_folder / "blobs").rglob("*") if path.is_file())
    blob.chmod(stat.S_IRUSR | stat.S_IWUSR)
    blob.write_bytes(b"something else")

    result = sayso("verify", code=4)

    assert "the case differs from its log" in result.stdout
    assert f"blob {blob.name}: changed" in result.stdout
    report = json.loads(sayso("verify", "--json", code=4).stdout)
    assert not report["ok"]
    assert report["findings"][0]["target"] == blob.name


@pytest.mark.parametrize("name", ["copy", "copy.zip"])
def test_a_backup_is_a_copy(sayso: Sayso, tmp_path: Path, name: str) -> None:
    result = sayso("backup", str(tmp_path / name))

    assert result.stdout == f"Copied the case to {tmp_path / name}\n"
    assert (tmp_path / name).exists()
    if (tmp_path / name).is_dir():
        assert run("-C", str(tmp_path / name), "verify").exit_code == 0


def test_doctor_looks_at_the_installation_and_the_case(sayso: Sayso, case_folder: Path) -> None:
    out = sayso("doctor").stdout

    for check in ("Python", "sqlalchemy", "weights", "SQLite", "new case", "database"):
        assert f"\n{check} " in f"\n{out}"
    assert str(case_folder) in out


def test_doctor_needs_no_case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SAYSO_CASE", raising=False)

    result = run("doctor")

    assert result.exit_code == 0
    assert "none here" in result.stdout


def test_doctor_names_a_package_that_is_missing(
    sayso: Sayso, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sayso.cli.doctor._PACKAGES", ("no-such-package",))

    out = sayso("doctor", code=1).stdout

    assert "no-such-package  BAD  not installed" in out
    assert "python -m pip install no-such-package" in out
