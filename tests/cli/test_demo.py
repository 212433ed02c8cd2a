"""``demo`` and ``report``: from the story that ships with the package to a page."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sayso.case import Action, Case
from sayso.cli import main
from sayso.cli.invocation import program

pytestmark = pytest.mark.slow

Sayso = Callable[..., Result]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Result]:
    """Run the demo once; return its folder and what it printed."""
    folder = tmp_path_factory.mktemp("demo") / "varn"
    return folder, run("--no-progress", "demo", str(folder))


def test_the_demo_reads_the_whole_story(demo: tuple[Path, Result]) -> None:
    folder, result = demo
    articles = sum(1 for _ in (folder / "story").iterdir())

    assert result.exit_code == 0, result.output
    assert result.stdout.startswith(
        f"{articles} items: {articles} added, 0 already here, 0 failed\n"
    )
    assert articles >= 10


def test_the_demo_shows_status_figures_dates_and_report(demo: tuple[Path, Result]) -> None:
    folder, result = demo

    for command in (
        "$ sayso status",
        "$ sayso figures --kind count --limit 12",
        "$ sayso dates",
        "$ sayso report -o report.html",
    ):
        assert command in result.stdout
    assert f"Wrote {folder / 'report.html'}" in result.stdout
    assert (folder / "report.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_the_demo_ends_with_the_page_and_three_commands_that_work(
    demo: tuple[Path, Result],
) -> None:
    folder, result = demo

    *_, heading, page, first, second, third = result.stderr.splitlines()
    assert heading == "Try next:"
    assert page.split() == ["sayso", "serve", str(folder), "--open"]
    assert str(folder / "report.html") in result.stderr
    for line in (first, second, third):
        program, *arguments = line.split()
        done = run(*arguments)
        assert (program, done.exit_code) == ("sayso", 0)
        assert done.stdout


@pytest.mark.parametrize(
    ("called", "found", "shown"),
    [
        ("/usr/bin/sayso", "/usr/bin/sayso", "sayso"),
        (".venv/bin/sayso", None, ".venv/bin/sayso"),
        (".venv/bin/sayso", "/usr/bin/sayso", ".venv/bin/sayso"),
        ("/lib/python/pytest", None, "sayso"),
    ],
)
def test_a_command_is_shown_as_it_can_be_typed(
    called: str, found: str | None, shown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", [called])
    monkeypatch.setattr("sayso.cli.invocation.which", lambda _: found)

    assert program() == shown


def test_each_count_of_the_status_is_that_of_the_list_it_names(demo: tuple[Path, Result]) -> None:
    folder, _ = demo
    case = ("-C", str(folder))
    counts = [json.loads(line) for line in run(*case, "status", "--jsonl").stdout.splitlines()]
    # Some commands want an id or a flag; the list of dated words holds the documents, and no durations.
    lists = [
        row
        for row in counts
        if not row["see"].split()[-1].isupper() and row["count"] != "dated words"
    ]

    assert len(lists) >= 8
    for row in lists:
        listed = run(*case, *row["see"].split()[1:], "--jsonl").stdout.splitlines()
        assert (row["count"], len(listed)) == (row["count"], row["number"])


def test_the_demo_can_be_run_again(demo: tuple[Path, Result]) -> None:
    folder, first = demo

    again = run("--no-progress", "demo", str(folder))

    assert again.exit_code == 0
    assert " 0 added, " in again.stdout.splitlines()[0]
    assert again.stdout.splitlines()[1:] == first.stdout.splitlines()[1:]


def test_the_demo_leaves_a_case_of_ones_own_alone(case_folder: Path) -> None:
    result = run("demo", str(case_folder))

    assert result.exit_code == 1
    assert f"{case_folder} is a case, but not that of the demo" in result.stderr


def test_a_report_is_one_file_and_noted_in_the_log(
    sayso: Sayso, case_folder: Path, tmp_path: Path
) -> None:
    target = tmp_path / "page.html"

    result = sayso("report", "-o", str(target))

    assert result.stdout == f"Wrote {target}\n"
    assert "Ilse Varga" in target.read_text(encoding="utf-8")
    with Case.open(case_folder, read_only=True) as case:
        last = list(case.log())[-1]
    assert (last.action, last.target) == (Action.EXPORT, str(target))


def test_a_report_that_cannot_be_written_says_where(sayso: Sayso, tmp_path: Path) -> None:
    result = sayso("report", "-o", str(tmp_path / "absent" / "page.html"), code=1)

    assert "absent/page.html: No such file or directory" in result.stderr
