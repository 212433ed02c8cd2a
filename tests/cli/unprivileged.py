"""Child processes whom the permissions of files bind, even where the tests run as root."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

_CAPABILITIES = "-dac_override,-dac_read_search"
_MAIN = "from sayso.cli import main; main(prog_name='sayso')"


def sayso_unprivileged(*arguments: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    """Run the command line in ``folder``; skip the test where no privileges can be dropped."""
    command = (*_without_privileges(), sys.executable, "-c", _MAIN, *arguments)
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def _without_privileges() -> Sequence[str]:
    if os.name != "posix":
        pytest.skip("permissions are those of POSIX")
    if os.geteuid():
        return ()
    if shutil.which("setpriv") is None:
        pytest.skip("root may read and write everywhere, and there is no setpriv to drop that")
    return ("setpriv", f"--bounding-set={_CAPABILITIES}", f"--inh-caps={_CAPABILITIES}")
