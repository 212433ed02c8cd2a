"""The border of the command line: whatever goes wrong inside becomes one line and an exit code."""

import gc
import logging
import os
import sys
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from difflib import get_close_matches
from importlib import import_module
from typing import Any, ClassVar, NoReturn

import click
from click.shell_completion import CompletionItem

from sayso.cli.invocation import ExitCode
from sayso.errors import IntegrityError, SaysoError

# Objects made before Python looks for those that nobody holds any more; 700 by itself.
BETWEEN_COLLECTIONS = 50_000
# ``-v -v`` shows where an error came from.
_TRACEBACK_VERBOSITY = 2
_GLOBAL_OPTIONS = frozenset(
    {"-C", "--case", "-q", "--quiet", "-v", "--verbose", "--no-progress", "--color"}
)


class _PipeClosedError(Exception):
    """The reader of our output went away: nothing is wrong, and nobody is left to tell."""


class VerbGroup(click.Group):
    """Verbs that are imported when called, listed in sections, behind one border for errors.

    ``sections`` maps a heading to pairs of verb and one-line summary; the verb ``x`` is the
    command ``x`` of the module ``sayso.cli.x``.
    """

    sections: ClassVar[dict[str, dict[str, str]]] = {}

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- click's signature
        return [verb for verbs in self.sections.values() for verb in verbs]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        module = import_module(f"sayso.cli.{cmd_name}")
        command: click.Command = getattr(module, cmd_name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        verbs = self.list_commands(ctx)
        if args[0] not in verbs and not args[0].startswith("-"):
            close = get_close_matches(args[0], verbs, n=1)
            hint = f"did you mean '{close[0]}'?" if close else f"the verbs are {', '.join(verbs)}"
            raise click.UsageError(f"no such verb: '{args[0]}'; {hint}", ctx)
        return super().resolve_command(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Complete from the list of verbs, without importing any of them."""
        verbs = [
            CompletionItem(verb, help=summary)
            for verbs in self.sections.values()
            for verb, summary in verbs.items()
            if verb.startswith(incomplete)
        ]
        return verbs + click.Command.shell_complete(self, ctx, incomplete)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        for heading, verbs in self.sections.items():
            with formatter.section(heading):
                formatter.write_dl(list(verbs.items()), col_max=12)

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,  # noqa: FBT001, FBT002, ARG002 -- click's signature
        **extra: Any,
    ) -> NoReturn:
        """Run and exit; errors are handled here, so click's standalone mode stays off."""
        # What a command makes at its start stays: looking through it again and again finds nothing.
        gc.set_threshold(BETWEEN_COLLECTIONS, *gc.get_threshold()[1:])
        for stream in (sys.stdout, sys.stderr):
            # A path may hold bytes that are no text: show them escaped rather than fail.
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="backslashreplace")
        try:
            code = super().main(args, prog_name, complete_var, False, **extra)  # noqa: FBT003
            sys.stdout.flush()
        except click.Abort:
            code = _fail("interrupted", ExitCode.INTERRUPT)
        except click.ClickException as error:
            code = _fail(_usage_line(error), error.exit_code)
        except (BrokenPipeError, _PipeClosedError):
            _abandon_stdout()
            code = ExitCode.PIPE
        sys.exit(code if isinstance(code, int) else ExitCode.OK)

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,
    ) -> click.Context:
        with _watched_pipe():
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        with _watched_pipe():
            try:
                return super().invoke(ctx)
            except (click.ClickException, click.Abort, click.exceptions.Exit, BrokenPipeError):
                raise
            except Exception as error:  # noqa: BLE001 -- one of the two borders of house style
                _explain(error, ctx)


@contextmanager
def _watched_pipe() -> Iterator[None]:
    """Keep a closed pipe from click, which would exit with 1."""
    try:
        yield
    except BrokenPipeError as error:
        raise _PipeClosedError from error


def _explain(error: Exception, ctx: click.Context) -> NoReturn:
    if ctx.params.get("verbosity", 0) >= _TRACEBACK_VERBOSITY:
        click.echo(traceback.format_exc().rstrip(), err=True)
    code = ExitCode.INTEGRITY if isinstance(error, IntegrityError) else ExitCode.ERROR
    ctx.exit(_fail(_error_line(error), code))


def _error_line(error: Exception) -> str:
    if isinstance(error, SaysoError):
        return str(error)
    if isinstance(error, OSError) and error.strerror:
        names = [str(name) for name in (error.filename, error.filename2) if name is not None]
        return f"{' -> '.join(names)}: {error.strerror}" if names else error.strerror
    kind = type(error).__name__
    return f"{kind}: {error}; this is a fault in sayso: 'sayso -v -v VERB' shows where it happened"


def _usage_line(error: click.ClickException) -> str:
    message = error.format_message().rstrip(".")
    context = getattr(error, "ctx", None)
    if not isinstance(error, click.UsageError) or context is None:
        return message
    if isinstance(error, click.NoSuchOption) and error.option_name in _GLOBAL_OPTIONS:
        message = f"{error.option_name} stands before the verb: 'sayso {error.option_name} … VERB'"
    return f"{message}; see '{context.command_path} --help'"


def _fail(message: str, code: int) -> int:
    logging.getLogger(__name__).debug("exit %d", code)
    with suppress(BrokenPipeError):
        click.echo(f"sayso: {' '.join(message.split())}", err=True)
    return code


def _abandon_stdout() -> None:
    """Keep the interpreter from complaining when it flushes a pipe that nobody reads."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
