"""kill -9 at any moment: what was reported as added is there, and a new run finishes the rest."""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from sayso.case import Case
from tests.case.builders import NOW

ROOT = Path(__file__).parent.parent.parent
NUMBER = 60
KILLS = 12

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name != "posix", reason="SIGKILL is a signal of POSIX"),
]


def writer(case: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "tests.case.writer", str(case), str(NUMBER)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )


def writer_to_its_end(case: Path) -> set[str]:
    with writer(case) as process:
        assert process.stdout is not None
        reported = set(process.stdout.read().split())
    assert process.returncode == 0
    return reported


def reported_before_kill(case: Path, lines: int, more: float) -> set[str]:
    """Let a writer report ``lines`` documents, wait a moment, kill it; return what it reported."""
    process = writer(case)
    assert process.stdout is not None
    reported = [process.stdout.readline().strip() for _ in range(lines)]
    try:
        process.wait(timeout=more)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
    reported += process.stdout.read().split()
    process.stdout.close()
    process.wait()
    return set(reported) - {""}


def test_no_document_that_was_reported_is_lost(tmp_path: Path) -> None:
    directory = tmp_path / "orlo"
    Case.create(directory, now=NOW).close()
    rng = random.Random(7)  # noqa: S311 -- chooses moments to kill at, not secrets
    reported: set[str] = set()
    for _ in range(KILLS):
        reported |= reported_before_kill(directory, rng.randint(1, 4), rng.random() * 0.05)

        with Case.open(directory) as case:
            assert reported <= {row.id for row in case.documents()}
            assert case.verify().findings == ()

    reported |= writer_to_its_end(directory)
    with Case.open(directory) as case:
        assert reported <= {row.id for row in case.documents()}
        finished = [run for run in case.runs() if run.totals is not None]
        assert case.counts().documents == NUMBER
        assert [run.totals.seen for run in finished if run.totals][:1] == [NUMBER]
        assert case.verify().findings == ()
        assert len(list(case.search("passengers", limit=NUMBER + 1))) == NUMBER
