"""``add`` and ``annotate`` as a user runs them, with the real readers."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from sayso.case import Case
from sayso.cli import main
from sayso.documents import Document
from sayso.errors import CaseError

pytestmark = pytest.mark.slow

ARTICLE = (
    "Ferry runs aground off Tesmar\n\n"
    "Tesmar, 4 May 2031\n\n"
    "A ferry with about 40 passengers ran aground off the town of Tesmar on Sunday morning.\n\n"
    "“Nobody was hurt,” the harbour master, Ilse Varga, told reporters at the quay.\n"
)
# Stops after the first item until it is interrupted.
STUCK = """
import signal, sys
# A child of a background job ignores the signal unless told otherwise.
signal.signal(signal.SIGINT, signal.default_int_handler)
from sayso.cli import add as verb
from sayso.pipeline import add as adding

plain = adding.Engine().read

def stuck(sources, settings):
    for number, outcome in enumerate(plain(sources, settings)):
        if number:
            print("stuck", flush=True)
            signal.pause()
        yield outcome

verb.add_items.__kwdefaults__["engine"] = adding.Engine(read=stuck)
from sayso.cli import main
main(prog_name="sayso")
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder that holds an empty case and, beside it, three files to add."""
    assert CliRunner().invoke(main, ["init", str(tmp_path / "case")]).exit_code == 0
    clips = tmp_path / "clips"
    clips.mkdir()
    (clips / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (clips / "b.txt").write_text(ARTICLE.replace("Tesmar", "Ostrava Bay"), encoding="utf-8")
    (clips / "copy.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def add(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(
        main, ["-C", str(folder / "case"), "add", str(folder / "clips"), *arguments]
    )


def test_adding_says_what_came_of_it_and_what_is_next(folder: Path) -> None:
    result = add(folder)

    assert result.exit_code == 0, result.output
    assert result.stdout == "3 items: 2 added, 1 already here, 0 failed\n"
    # On a busy machine, lines that show how it goes come before.
    assert result.stderr.splitlines()[-1] == (
        "Next: sayso status, sayso figures, sayso dates --doubtful"
    )


def test_adding_again_changes_nothing(folder: Path) -> None:
    add(folder)

    result = add(folder)

    assert result.stdout == "3 items: 0 added, 3 already here, 0 failed\n"
    assert result.stderr == ""


def test_what_fails_is_kept_as_a_problem_and_the_code_is_3(folder: Path) -> None:
    (folder / "clips" / "empty.txt").touch()

    result = add(folder)

    assert result.exit_code == 3
    assert result.stdout == "4 items: 2 added, 1 already here, 1 failed\n"
    assert "sayso status --problems" in result.stderr
    with Case.open(folder / "case", read_only=True) as case:
        assert [Path(row.path).name for row in case.problems()] == ["empty.txt"]


def test_a_path_that_is_not_there_fails(folder: Path) -> None:
    result = CliRunner().invoke(main, ["-C", str(folder / "case"), "add", str(folder / "nowhere")])

    assert result.exit_code == 3
    assert result.stdout == "1 item: 0 added, 0 already here, 1 failed\n"


def test_an_empty_folder_is_said_to_hold_nothing(folder: Path) -> None:
    (folder / "void").mkdir()

    result = CliRunner().invoke(main, ["-C", str(folder / "case"), "add", str(folder / "void")])

    assert result.exit_code == 0
    assert result.stdout == "0 items: 0 added, 0 already here, 0 failed\n"
    assert result.stderr == "Nothing to read was found there\n"


def test_an_address_is_not_fetched(folder: Path) -> None:
    result = CliRunner().invoke(
        main, ["-C", str(folder / "case"), "add", "https://harbour.example/a"]
    )

    assert result.exit_code == 2
    assert "is an address, a file or folder was expected" in result.stderr


def test_the_fields_of_records_can_be_named(folder: Path) -> None:
    record = {"words": ARTICLE, "head": "Ferry"}
    (folder / "clips" / "r.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")

    result = add(folder, "--field", "text=words", "--field", "title=head")

    assert result.stdout.startswith("4 items: 3 added")


@pytest.mark.parametrize("field", ["text", "text=", "nonsense=words"])
def test_a_field_that_is_none_is_refused(folder: Path, field: str) -> None:
    result = add(folder, "--field", field)

    assert result.exit_code == 2
    assert f"--field got '{field}', expected OURS=THEIRS" in result.stderr


def test_deadline_and_memory_go_before_the_environment(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAYSO_WORKERS", "none")

    assert "SAYSO_WORKERS sets workers to 'none'" in add(folder).stderr
    monkeypatch.setenv("SAYSO_WORKERS", "1")
    monkeypatch.setenv("SAYSO_MEMORY_MIB", "1")
    assert add(folder, "--memory", "1024", "--deadline", "30").exit_code == 0


def test_a_full_disk_ends_with_the_totals_and_the_reason(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Case.add
    stored: list[str] = []

    def fill(case: Case, document: Document, *rest: object, **options: object) -> object:
        if stored:
            raise CaseError("there is no space left on the disk")
        stored.append(document.id)
        return store(case, document, *rest, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(Case, "add", fill)

    result = add(folder)

    assert result.exit_code == 1
    assert result.stdout in {
        "1 item: 1 added, 0 already here, 0 failed\n",
        "2 items: 1 added, 1 already here, 0 failed\n",
    }
    assert result.stderr == "sayso: there is no space left on the disk\n"


@pytest.mark.skipif(os.name != "posix", reason="sends a signal")
def test_ctrl_c_ends_with_130_and_loses_nothing_that_was_counted(folder: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", STUCK, "-C", str(folder / "case"), "add", str(folder / "clips")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "stuck\n"

    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)

    assert process.returncode == 130
    assert out in {
        "1 item: 1 added, 0 already here, 0 failed\n",
        "2 items: 1 added, 1 already here, 0 failed\n",
    }
    assert err.endswith("sayso: interrupted\n")
    with Case.open(folder / "case", read_only=True) as case:
        assert case.counts().documents == 1


def annotated(lines: list[str], *options: str) -> Result:
    return CliRunner().invoke(main, ["annotate", *options, "-"], input="\n".join(lines))


def test_annotating_keeps_order_offsets_and_goes_on_after_a_bad_line() -> None:
    first = json.dumps({"id": "a", "text": ARTICLE, "published": "2031-05-05"})
    last = json.dumps({"id": "b", "text": "Police spoke of about 40 arrests."})

    done = annotated([first, "nonsense", last])

    one, two = map(json.loads, done.stdout.splitlines())
    assert (one["id"], two["id"]) == ("a", "b")
    assert [two["figures"][0][key] for key in ("number", "best", "modifier")] == [
        [22, 24],
        40,
        "about",
    ]
    assert done.exit_code == 3
    assert done.stderr.startswith("sayso: line 2: not JSON at column 1")
    assert done.stderr.endswith("1 line could not be annotated\n")


def test_a_given_day_resolves_relative_words() -> None:
    line = json.dumps({"id": "a", "text": "It sank on Sunday.", "published": "2031-05-06"})

    (found,) = map(json.loads, annotated([line]).stdout.splitlines())

    assert found["timexes"][0]["interval"] == ["2031-05-04", "2031-05-04"]
    assert found["document"]["date"] == ["2031-05-06", "2031-05-06"]


def test_tokens_come_on_demand() -> None:
    (found,) = map(
        json.loads, annotated(['{"id": "a", "text": "It sank."}'], "--tokens").stdout.splitlines()
    )

    assert found["tokens"] == [
        [0, 2, "PRON", 1, "nsubj"],
        [3, 7, "VERB", -1, "root"],
        [7, 8, "PUNCT", 1, "punct"],
    ]


def test_a_large_file_is_shared_by_processes_with_the_same_result(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "texts.jsonl"
    texts = [json.dumps({"id": str(n), "text": ARTICLE * (5 - n)}) for n in range(5)]
    file.write_text("\n".join([*texts, "nonsense"]), encoding="utf-8")
    monkeypatch.setattr("sayso.cli.annotate._LARGE", 1000)
    started = []
    start = subprocess.Popen

    def count(*given: Any, **options: Any) -> "subprocess.Popen[bytes]":
        started.append(given)
        return start(*given, **options)

    monkeypatch.setattr("sayso.documents.sandbox.subprocess.Popen", count)

    alone = CliRunner().invoke(main, ["annotate", str(file), "--workers", "1"])
    assert not started
    shared = CliRunner().invoke(main, ["annotate", str(file)])

    assert started
    assert shared.stdout == alone.stdout
    assert shared.stderr == alone.stderr
    assert (shared.exit_code, alone.exit_code) == (3, 3)


def test_a_file_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["annotate", str(tmp_path / "absent.jsonl")])

    assert result.exit_code == 2
    assert "absent.jsonl" in result.stderr
