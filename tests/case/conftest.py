"""A fresh case with a run begun, for every test that writes."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.case import Case, RunId
from tests.case.builders import NOW

# What a user without rights is called by number on Linux.
_NOBODY = 65534


@pytest.fixture(scope="session")
def new_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make one new case for all tests: a copy of it is had much sooner."""
    folder = tmp_path_factory.mktemp("new") / "orlo"
    Case.create(folder, now=NOW).close()
    return folder


@pytest.fixture
def case(new_case: Path, tmp_path: Path) -> Iterator[Case]:
    shutil.copytree(new_case, tmp_path / "orlo")
    with Case.open(tmp_path / "orlo") as made:
        yield made


@pytest.fixture
def run(case: Case) -> RunId:
    return case.begin_run([("sayso", "0.1")], now=NOW)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """Return a folder that every user may look into."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def unprivileged() -> Iterator[None]:
    """Go on as a user whom permissions bind, where the tests run as root."""
    if os.name != "posix":
        pytest.skip("permissions are those of POSIX")
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(_NOBODY)
    yield
    os.seteuid(0)
