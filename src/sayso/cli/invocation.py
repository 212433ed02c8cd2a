"""What every command shares: where the case is, and how to speak to the user."""

import os
import sys
from contextlib import contextmanager
from enum import StrEnum
from getpass import getuser
from pathlib import Path
from shutil import get_terminal_size, which
from typing import TYPE_CHECKING

import click

from sayso.errors import CaseError
from sayso.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.case import Case

CASE_FILE = "case.db"
_NAME = "sayso"
CASE_VARIABLE = "SAYSO_CASE"
ACTOR_VARIABLE = "SAYSO_ACTOR"
# Lines of running text are hard to follow when longer, on however wide a screen.
READING_COLUMNS = 100


class Colour(StrEnum):
    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class ExitCode:
    """What the shell gets to see; the values are part of the interface."""

    OK = 0
    ERROR = 1
    USAGE = 2
    PARTLY = 3
    INTEGRITY = 4
    GATE = 5
    INTERRUPT = 130
    PIPE = 141


@dataclass(frozen=True, slots=True, kw_only=True)
class Invocation:
    """The options that stand before the verb."""

    case_directory: Path | None = None
    quiet: bool = False
    verbosity: int = 0
    progress: bool = True

    def say(self, message: str) -> None:
        """Tell the user something that is not the answer; ``--quiet`` silences it."""
        if not self.quiet:
            click.echo(message, err=True)

    def find_case(self, named: Path | None = None) -> Path:
        """Return the directory of the case: named, above the working directory, or by variable."""
        chosen = named or self.case_directory
        if chosen is not None:
            return _checked(chosen, "named on the command line")
        here = Path.cwd()
        for directory in (here, *here.parents):
            if (directory / CASE_FILE).is_file():
                return directory
        if variable := os.environ.get(CASE_VARIABLE):
            return _checked(Path(variable), f"from {CASE_VARIABLE}")
        raise CaseError(
            f"no case: {here} and the folders above it hold no {CASE_FILE}, and {CASE_VARIABLE} is "
            "not set; make one with 'sayso init DIR' or name one with 'sayso -C DIR VERB'"
        )

    @contextmanager
    def open_case(self, named: Path | None = None, *, writing: bool = False) -> "Iterator[Case]":
        """Open the case; only for reading unless told, so that a write-protected one can be read."""
        from sayso.case import Case  # noqa: PLC0415 -- loads SQLAlchemy: not for --help

        with Case.open(self.find_case(named), read_only=not writing) as case:
            yield case

    @contextmanager
    def open_case_to_pass_on(self, named: Path | None = None) -> "Iterator[Case]":
        """Open the case so that its log can tell what left it; a write-protected one for reading."""
        from sayso.case import Case  # noqa: PLC0415 -- loads SQLAlchemy: not for --help

        directory = self.find_case(named)
        with Case.open(directory, read_only=Case.is_protected(directory)) as case:
            yield case
            if case.read_only:
                self.say("Not noted in the log of the case, which is write-protected")


pass_invocation = click.make_pass_decorator(Invocation)


def actor() -> str:
    """Return the name under which what the user does is noted in the log of the case."""
    return os.environ.get(ACTOR_VARIABLE) or getuser()


def program() -> str:
    """Return how this program can be called: by its name where that finds it, else by its path."""
    called, found = Path(sys.argv[0]), which(_NAME)
    by_name = called.name != _NAME or (found and Path(found).resolve() == called.resolve())
    return _NAME if by_name else str(called)


def terminal_columns() -> int | None:
    """Return the width of the terminal that stdout is, or ``None`` if it is none."""
    return get_terminal_size().columns if sys.stdout.isatty() else None


def reading_columns() -> int:
    """Return how wide running text is set."""
    return min(terminal_columns() or READING_COLUMNS, READING_COLUMNS)


def use_colour(context: click.Context, choice: str) -> None:
    """Let click keep or strip colour; ``auto`` follows the terminal and ``NO_COLOR``."""
    if choice == Colour.ALWAYS:
        context.color = True
    elif choice == Colour.NEVER or os.environ.get("NO_COLOR"):
        context.color = False


def _checked(directory: Path, origin: str) -> Path:
    if not (directory / CASE_FILE).is_file():
        found = "no such folder" if not directory.is_dir() else f"holds no {CASE_FILE}"
        raise CaseError(
            f"{directory} ({origin}) is not a case: {found}; make one with 'sayso init {directory}'"
        )
    return directory
