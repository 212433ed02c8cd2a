"""``sayso serve`` listens on this machine alone and prints a link; what it runs is tested in web."""

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


def test_it_prints_a_link_to_this_machine_with_a_token(
    case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run: list[tuple[Any, ...]] = []
    monkeypatch.setattr(serve, "_run", lambda *given: run.append(given))

    result = CliRunner().invoke(main, ["serve", str(case)], standalone_mode=False)

    ((directory, token, listener, opened),) = run
    assert directory == case
    assert opened is None
    assert f"/open?token={token}" in result.output
    assert result.output.startswith("http://127.0.0.1:")
    assert len(token) >= 32
    assert listener.fileno() == -1  # given back


def test_each_launch_has_a_token_of_its_own(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tokens: list[str] = []
    monkeypatch.setattr(serve, "_run", lambda _, token, *__: tokens.append(token))

    for _ in range(2):
        CliRunner().invoke(main, ["serve", str(case)], standalone_mode=False)

    assert len(set(tokens)) == 2


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
