"""How the tests reach the page: an application in this process, no network."""

import re
import warnings
from datetime import UTC, datetime
from pathlib import Path

from sayso.case import Case
from sayso.cli.add import add_with_progress
from sayso.cli.invocation import Invocation
from sayso.settings import Settings
from sayso.web.application import make_app

with warnings.catch_warnings():
    # Starlette asks for a newer httpx, which changes nothing here.
    warnings.simplefilter("ignore", DeprecationWarning)
    warnings.simplefilter("ignore", UserWarning)
    from starlette.testclient import TestClient

__all__ = ["BASE", "NOW", "PORT", "TOKEN", "TestClient", "client_of", "make_case", "mark_of"]

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
PORT = 8123
TOKEN = "the-launch-token"  # noqa: S105 -- of a test
BASE = f"http://127.0.0.1:{PORT}"


def client_of(directory: Path) -> TestClient:
    """Return a client at the door of a case, without the cookie."""
    notes = directory.parent / "notes"
    app = make_app(directory, TOKEN, port=PORT, reader="ann", notes=notes, clock=lambda: NOW)
    return TestClient(app, base_url=BASE, client=("127.0.0.1", 50_000))


def make_case(directory: Path, *sources: Path) -> Path:
    """Make a case of some files or folders."""
    with Case.create(directory, name="demo", now=NOW) as case:
        if sources:
            silent = Invocation(quiet=True, progress=False)
            add_with_progress(case, sources, Settings(workers=1), silent)
    return directory


def mark_of(page: str) -> str:
    """Return what a form of a page of ours carries."""
    found = re.search(r'name="mark" value="([0-9a-f]+)"', page)
    assert found is not None
    return found[1]
