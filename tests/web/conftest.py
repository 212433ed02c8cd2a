"""A case from the demo story, served to a client without a network."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from tests.web.served import TOKEN, TestClient, client_of, make_case


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the directory of the demo case, made once; nobody writes to it."""
    folder = tmp_path_factory.mktemp("web")
    story = folder / "story"
    story.mkdir()
    for article in files("sayso.cli").joinpath("demo_story").iterdir():
        (story / article.name).write_bytes(article.read_bytes())
    return make_case(folder / "case", story)


@pytest.fixture
def stranger(demo: Path) -> Iterator[TestClient]:
    """Yield a client that has not opened the link."""
    with client_of(demo) as client:
        yield client


@pytest.fixture
def desk(stranger: TestClient) -> TestClient:
    """Return a client that has opened the link to the demo case."""
    stranger.get("/open", params={"token": TOKEN})
    return stranger
