"""What every test may rely on: no network, no clock, and the shared folder or a skip that says so."""

import os
import socket
from pathlib import Path

import pytest
from hypothesis import settings

from sayso.language.core.network import FOLDER, Network, shipped_network

SHARED = Path(__file__).parent.parent.parent / "shared"

# A property has no time limit: how busy the machine is says nothing about it. CI draws the same
# examples every time, so that a failure there belongs to the change; elsewhere they vary.
settings.register_profile("sayso", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("sayso")


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a test tried to open a network connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.fixture
def shared() -> Path:
    """Return the shared folder beside the checkout; skip the test where there is none."""
    if not SHARED.is_dir():
        pytest.skip("the shared folder with seeds and development sets is not beside the checkout")
    return SHARED


@pytest.fixture
def core() -> Network:
    """Return the language core that ships; skip the test where its weights are not installed."""
    if not (FOLDER / "reader.onnx").is_file():
        pytest.skip("the weights of the language core are not installed")
    return shipped_network()
