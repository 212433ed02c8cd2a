"""What is imported when nothing has been asked yet: the package and its help stay light."""

import json
import subprocess
import sys

import pytest

HEAVY = (
    "alembic",
    "htmldate",
    "jinja2",
    "lxml",
    "numpy",
    "onnxruntime",
    "py3langid",
    "pypdfium2",
    "sqlalchemy",
    "sqlite3",
    "trafilatura",
)


def loaded_by(code: str) -> set[str]:
    script = f"{code}\nimport json, sys\nprint(json.dumps(list(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    return {name.partition(".")[0] for name in json.loads(done.stdout.splitlines()[-1])}


@pytest.mark.parametrize(
    "code",
    [
        "import sayso",
        "import sayso.cli",
        (
            "from click.testing import CliRunner; from sayso.cli import main\n"
            "assert CliRunner().invoke(main, ['--help']).exit_code == 0"
        ),
        (
            "from click.testing import CliRunner; from sayso.cli import main\n"
            "assert CliRunner().invoke(main, ['nothing']).exit_code == 2"
        ),
    ],
    ids=["package", "command line", "help", "usage error"],
)
def test_nothing_heavy_is_imported(code: str) -> None:
    assert loaded_by(code) & set(HEAVY) == set()
