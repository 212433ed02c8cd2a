"""Progress of a long run: a bar on a terminal, one line every ten seconds elsewhere."""

import os
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Self, TextIO

from sayso.cli.width import cut, shown_text

if TYPE_CHECKING:
    from types import TracebackType

    from sayso.pipeline.add import AddProgress

_SECONDS_BETWEEN_LINES = 10.0
# A terminal that is redrawn more often only flickers.
_SECONDS_BETWEEN_DRAWINGS = 0.1
_BAR_COLUMNS = 24
_ERASE_LINE = "\r\x1b[2K"
# What follows the path of a container in the path of a part of it.
_PART_MARKS = ("!/", "#")


def count_files(paths: Iterable[Path]) -> int:
    """Count the files under ``paths``: what a bar can be measured against."""
    total = 0
    for path in paths:
        if path.is_dir():
            total += sum(len(files) for _, _, files in os.walk(path))
        elif path.exists():
            total += 1
    return total


class ProgressReporter:
    """Write to stderr how many items are done, at what rate, of how many files."""

    def __init__(
        self,
        files: int,
        *,
        shown: bool,
        stream: TextIO | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._files = files
        self._stream = stream or sys.stderr
        self._shown = shown
        self._terminal = self._stream.isatty()
        self._clock = clock
        self._started = self._drawn = clock()
        # Containers hold many items: the bar counts the files they stand in.
        self._files_met: set[str] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: "TracebackType | None",
    ) -> None:
        self.close()

    def show(self, progress: "AddProgress") -> None:
        """Note what is done; draw it if it is time to."""
        self._files_met.add(_file_of(progress.path))
        now = self._clock()
        wait = _SECONDS_BETWEEN_DRAWINGS if self._terminal else _SECONDS_BETWEEN_LINES
        if not self._shown or now - self._drawn < wait:
            return
        self._drawn = now
        line = self._line(progress, now - self._started)
        if self._terminal:
            room = get_terminal_size().columns - 1
            self._stream.write(_ERASE_LINE + cut(f"{self._bar()} {line}", room))
        else:
            self._stream.write(line + "\n")
        self._stream.flush()

    def close(self) -> None:
        """Take the bar away, so that what comes next stands on a clean line."""
        if self._shown and self._terminal:
            self._stream.write(_ERASE_LINE)
            self._stream.flush()

    def _bar(self) -> str:
        share = min(len(self._files_met) / self._files, 1.0) if self._files else 0.0
        full = int(share * _BAR_COLUMNS)
        return "█" * full + "░" * (_BAR_COLUMNS - full) + f" {share:4.0%}"

    def _line(self, progress: "AddProgress", seconds: float) -> str:
        totals = progress.totals
        rate = totals.seen / seconds if seconds > 0 else 0.0
        failed = f", {totals.failed} failed" if totals.failed else ""
        return f"{totals.seen:,} items, {rate:.1f}/s{failed}  {shown_text(progress.path)}"


def _file_of(path: str) -> str:
    for mark in _PART_MARKS:
        path = path.partition(mark)[0]
    return path
