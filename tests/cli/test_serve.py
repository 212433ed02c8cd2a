"""``sayso serve`` listens on this machine alone and prints a link; what it runs is tested in web."""

import gc
import socket
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from sayso.case import Case
from sayso.cli import main, serve
from sayso.errors import CaseError
from tests.web.served import NOW


@pytest.fixture
def case(tmp_path: Path) -> Path:
    Case.create(tmp_path / "orlo", now=NOW).close()
    return tmp_path / "orlo"


class Served:
    """Stands for the server: notes what it was made with, and what it was run on."""

    def __init__(self) -> None:
        self.made: list[tuple[Any, ...]] = []
        self.sockets: list[socket.socket] = []

    def make(self, *given: Any) -> "Served":
        self.made.append(given)
        return self

    def run(self, *, sockets: list[socket.socket]) -> None:
        self.sockets += sockets


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> Served:
    found = Served()
    monkeypatch.setattr(serve, "_server", found.make)
    return found


def test_it_prints_a_link_to_this_machine_with_a_token(case: Path, served: Served) -> None:
    result = CliRunner().invoke(main, ["serve", str(case)], standalone_mode=False)

    ((directory, token, port),) = served.made
    (listener,) = served.sockets
    assert directory == case
    assert result.output.startswith(f"http://127.0.0.1:{port}/open?token={token}\n")
    assert len(token) >= 32
    assert listener.fileno() == -1  # given back


def test_each_launch_has_a_token_of_its_own(case: Path, served: Served) -> None:
    for _ in range(2):
        CliRunner().invoke(main, ["serve", str(case)], standalone_mode=False)

    assert len({token for _, token, _ in served.made}) == 2


def test_the_browser_opens_the_link_when_asked_to(
    case: Path, served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("click.launch", opened.append)

    result = CliRunner().invoke(main, ["serve", str(case), "--open"], standalone_mode=False)

    assert [result.output.splitlines()[0]] == opened
    assert len(served.made) == 1


def test_whoever_opens_the_link_at_once_is_not_turned_away() -> None:
    with serve._listening(0) as listener, socket.socket() as visitor:
        visitor.settimeout(5)

        assert visitor.connect_ex(listener.getsockname()) == 0
        # Else every page would wait for the browser to say that it has the beginning of it.
        assert listener.proto == socket.IPPROTO_TCP


def test_the_server_is_ready_with_the_page_of_the_case(case: Path) -> None:
    server = serve._server(case, "token", 8_100)

    assert server.config.access_log is False
    assert server.config.server_header is False
    gc.unfreeze()


def test_a_port_in_use_is_said_to_be() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        with pytest.raises(CaseError, match=f"port {port} cannot be used"):
            serve._listening(port)


def test_notes_lie_where_the_system_keeps_what_is_the_users_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert serve._state_folder() == tmp_path / "sayso"

    monkeypatch.delenv("XDG_STATE_HOME")
    assert serve._state_folder() == Path.home() / ".local" / "state" / "sayso"
