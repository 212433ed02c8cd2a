"""kill -9 while ``sayso add`` reads a folder: what was shown as added is there, a new run goes on."""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from sayso.case import Case
from sayso.cli import main

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name != "posix", reason="SIGKILL is a signal of POSIX"),
]
NUMBER = 24
KILLS = 3
# The command line as it is, with each item that its progress shows written to stdout at once.
TELLING = """
from sayso.cli import add as verb, main
from sayso.cli.progress import ProgressReporter

def tell(self, progress):
    print(progress.totals.added, progress.path, flush=True)

ProgressReporter.show = tell
main(prog_name="sayso")
"""


def article(number: int) -> str:
    return (
        f"Ferry {number} runs aground\n\n"
        f"A ferry with about {number + 20} passengers ran aground off Orlo on Sunday morning.\n\n"
        f"“Nobody of the {number + 20} was hurt,” the harbour master, Ilse Varga, told reporters.\n"
    )


def shown_before_kill(folder: Path, lines: int, more: float) -> set[str]:
    """Let ``add`` show ``lines`` items, wait a moment, kill it; return the paths it showed."""
    process = subprocess.Popen(
        [sys.executable, "-c", TELLING, "-C", "case", "add", "clips"],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout is not None
    shown = [process.stdout.readline() for _ in range(lines)]
    try:
        process.wait(timeout=more)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
    shown += process.stdout.readlines()
    process.stdout.close()
    assert process.wait() == -signal.SIGKILL
    return {line.split()[1] for line in shown}


def stored_paths(folder: Path) -> set[str]:
    with Case.open(folder / "case") as case:
        assert case.verify().findings == ()
        return {row.path for row in case.documents()}


def test_nothing_that_was_shown_is_lost_and_running_again_adds_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(main, ["init", "case"]).exit_code == 0
    Path("clips").mkdir()
    for number in range(NUMBER):
        Path("clips", f"{number:02}.txt").write_text(article(number), encoding="utf-8")
    rng = random.Random(5)  # noqa: S311 -- chooses moments to kill at, not secrets
    stored: set[str] = set()
    for kill in range(KILLS):
        shown = shown_before_kill(tmp_path, 2 + 6 * kill, rng.random() * 0.1)

        assert shown | stored <= stored_paths(tmp_path)
        stored = stored_paths(tmp_path)

    done = CliRunner().invoke(main, ["-C", "case", "add", "clips"])

    added = NUMBER - len(stored)
    assert 0 < added < NUMBER
    assert done.stdout == f"{NUMBER} items: {added} added, {len(stored)} already here, 0 failed\n"
    assert stored_paths(tmp_path) == {f"clips/{number:02}.txt" for number in range(NUMBER)}
