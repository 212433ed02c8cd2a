"""Whatever goes wrong becomes one line on stderr and an exit code."""

import os
import subprocess
import sys
from collections.abc import Callable

import click
import pytest
from click.testing import CliRunner, Result

from sayso.cli import Verbs, completion, main
from sayso.errors import CaseError, IntegrityError

SAYSO = (sys.executable, "-c", "from sayso.cli import main; main()")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> Callable[[BaseException], None]:
    """Return a function that makes ``sayso completion`` raise what it is given."""

    def install(error: BaseException) -> None:
        def callback(**_: object) -> None:
            raise error

        monkeypatch.setattr(completion.completion, "callback", callback)

    return install


def test_help_lists_every_verb_with_its_summary() -> None:
    result = run("--help")

    assert result.exit_code == 0
    for verbs in Verbs.sections.values():
        for verb, summary in verbs.items():
            assert f"  {verb} " in result.stdout
            assert summary.split()[0] in result.stdout


def test_no_verb_shows_the_help() -> None:
    assert run().stdout == run("--help").stdout


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (
            ("figuers",),
            "sayso: no such verb: 'figuers'; did you mean 'figures'?; see 'main --help'",
        ),
        (("completion",), "sayso: Missing argument 'SHELL'"),
        (("completion", "csh"), "sayso: Invalid value for 'SHELL'"),
        (
            ("completion", "-C", "x", "bash"),
            "sayso: -C stands before the verb: 'sayso -C … VERB'; see 'main completion --help'",
        ),
    ],
)
def test_wrong_usage_exits_with_2_and_says_what_was_expected(
    arguments: tuple[str, ...], line: str
) -> None:
    result = run(*arguments)

    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith(line)
    assert result.stderr.count("\n") == 1


def test_an_unknown_verb_that_resembles_none_lists_them_all() -> None:
    assert "the verbs are init, add, demo" in run("xyzzy").stderr


@pytest.mark.parametrize(
    ("error", "code", "line"),
    [
        (CaseError("the case\nis locked"), 1, "sayso: the case is locked\n"),
        (IntegrityError("the log was changed"), 4, "sayso: the log was changed\n"),
        (PermissionError(13, "Permission denied", "a.txt"), 1, "sayso: a.txt: Permission denied\n"),
        (
            OSError(18, "Cross-device link", "a", None, "b"),
            1,
            "sayso: a -> b: Cross-device link\n",
        ),
        (OSError(28, "No space left on device"), 1, "sayso: No space left on device\n"),
        (KeyboardInterrupt(), 130, "\nsayso: interrupted\n"),
    ],
)
def test_an_error_is_one_line_and_a_code(
    failing: Callable[[BaseException], None], error: BaseException, code: int, line: str
) -> None:
    failing(error)

    result = run("completion", "bash")

    assert (result.exit_code, result.stderr) == (code, line)


def test_a_fault_asks_for_the_place_and_shows_it_only_then(
    failing: Callable[[BaseException], None],
) -> None:
    failing(KeyError("x"))

    short, long = run("completion", "bash"), run("-v", "-v", "completion", "bash")

    assert short.exit_code == long.exit_code == 1
    assert short.stderr.startswith("sayso: KeyError: 'x'; this is a fault in sayso")
    assert "Traceback" not in short.stderr
    assert long.stderr.startswith("Traceback")


def test_a_closed_pipe_exits_with_141_and_says_nothing() -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)

    done = subprocess.run(
        [*SAYSO, "completion", "bash"], stdout=write_end, stderr=subprocess.PIPE, check=False
    )
    os.close(write_end)

    assert (done.returncode, done.stderr) == (141, b"")


def test_help_to_a_closed_pipe_exits_with_141() -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)

    done = subprocess.run([*SAYSO, "--help"], stdout=write_end, stderr=subprocess.PIPE, check=False)
    os.close(write_end)

    assert (done.returncode, done.stderr) == (141, b"")


def test_colour_follows_the_option_and_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)

    assert "\x1b" not in CliRunner().invoke(main, ["--help"], color=False).stdout


def test_verbs_complete_without_importing_them() -> None:
    script = (
        "import os, sys; os.environ.update(_SAYSO_COMPLETE='bash_complete', COMP_WORDS='sayso fi',"
        " COMP_CWORD='1');"
        "import atexit; atexit.register(lambda: print('sqlalchemy' in sys.modules));"
        "from sayso.cli import main; main(prog_name='sayso')"
    )

    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )

    assert done.stdout == "plain,figures\nFalse\n"


def test_verbs_and_options_complete_from_their_beginning() -> None:
    found = main.shell_complete(click.Context(main), "se")

    assert [item.value for item in found] == ["search", "serve"]
    options = main.shell_complete(click.Context(main), "--no")
    assert [item.value for item in options] == ["--no-progress"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_its_completion_script(shell: str) -> None:
    result = run("completion", shell)

    assert result.exit_code == 0
    assert "_SAYSO_COMPLETE" in result.stdout
