"""A case that may only be read: whoever reads it or passes it on is not kept from that."""

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.unprivileged import sayso_unprivileged

pytestmark = pytest.mark.slow

READ_ONLY = stat.S_IRUSR | stat.S_IXUSR
NOT_NOTED = "Not noted in the log of the case, which is write-protected\n"


@pytest.fixture(params=["folder and files", "case.db alone"])
def protected(request: pytest.FixtureRequest, case_folder: Path) -> Iterator[Path]:
    (case_folder / "case.db").chmod(stat.S_IRUSR)
    if request.param == "folder and files":
        case_folder.chmod(READ_ONLY)
    yield case_folder
    case_folder.chmod(stat.S_IRWXU)


def test_what_reads_a_case_reads_a_protected_one(protected: Path, tmp_path: Path) -> None:
    done = sayso_unprivileged("-C", str(protected), "documents", folder=tmp_path)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("\n") == 3


@pytest.mark.parametrize(
    ("verb", "options", "made"),
    [
        ("export", ["-o", "out.jsonl"], "out.jsonl"),
        ("report", ["-o", "out.html"], "out.html"),
        ("backup", ["copy"], "copy/case.db"),
    ],
)
def test_what_leaves_a_protected_case_is_not_noted_and_that_is_said(
    protected: Path, tmp_path: Path, verb: str, options: list[str], made: str
) -> None:
    done = sayso_unprivileged("-C", str(protected), verb, *options, folder=tmp_path)

    assert done.returncode == 0, done.stderr
    assert NOT_NOTED in done.stderr
    assert (tmp_path / made).stat().st_size


def test_adding_to_a_protected_case_says_why_it_cannot(protected: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It rained.")

    done = sayso_unprivileged("-C", str(protected), "add", "a.txt", folder=tmp_path)

    assert done.returncode == 1
    assert "cannot be written: the folder is read-only" in done.stderr
