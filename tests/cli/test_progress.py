"""Progress: a bar on a terminal, a line every ten seconds elsewhere."""

import io
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sayso.cli.progress import ProgressReporter, count_files
from sayso.pipeline.add import AddProgress, AddTotals

if TYPE_CHECKING:
    from collections.abc import Iterator


ERASE = "\r\x1b[2K"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def progress(seen: int, path: str = "a.txt", failed: int = 0) -> AddProgress:
    return AddProgress(AddTotals(added=seen - failed, already_there=0, failed=failed), path)


def reported(
    stream: io.StringIO, *steps: tuple[float, AddProgress], files: int = 4, shown: bool = True
) -> str:
    times: Iterator[float] = iter([0.0, *(second for second, _ in steps)])
    with ProgressReporter(files, shown=shown, stream=stream, clock=lambda: next(times)) as reporter:
        for _, step in steps:
            reporter.show(step)
    return stream.getvalue()


def test_a_log_gets_a_line_every_ten_seconds() -> None:
    steps = [(float(second), progress(second * 2)) for second in range(1, 25)]

    assert reported(io.StringIO(), *steps).splitlines() == [
        "20 items, 2.0/s  a.txt",
        "40 items, 2.0/s  a.txt",
    ]


def test_a_terminal_gets_a_bar_that_is_taken_away_at_the_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "80")

    out = reported(Terminal(), (2.0, progress(1, "b.txt", failed=1)))

    bar = "██████░░░░░░░░░░░░░░░░░░  25% 1 items, 0.5/s, 1 failed  b.txt"
    assert out == f"{ERASE}{bar}{ERASE}"


def test_a_terminal_is_not_redrawn_all_the_time() -> None:
    steps = [(index / 100, progress(index)) for index in range(1, 21)]

    assert reported(Terminal(), *steps).count("items,") == 2


def test_a_container_counts_as_one_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    steps = [
        (1.0, progress(1, "z.zip!/a")),
        (2.0, progress(2, "z.zip!/b")),
        (3.0, progress(3, "f.jsonl#7")),
    ]

    assert reported(Terminal(), *steps).count(" 50% ") == 1


def test_the_line_keeps_to_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")

    out = reported(Terminal(), (1.0, progress(1, "a-very-long-name" * 5)))

    assert max(len(part) for part in out.split(ERASE)) <= 39


@pytest.mark.parametrize("stream", [io.StringIO(), Terminal()])
def test_nothing_is_shown_when_not_wanted(stream: io.StringIO) -> None:
    assert reported(stream, (60.0, progress(1)), shown=False) == ""


def test_the_files_of_folders_and_single_files_are_counted(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    for name in ("a.txt", "deep/b.txt", "deep/c.txt"):
        (tmp_path / name).touch()

    assert count_files([tmp_path, tmp_path / "a.txt", tmp_path / "absent"]) == 4
