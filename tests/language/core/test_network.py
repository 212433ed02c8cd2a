"""The network that ships: what it says when its weights cannot be read."""

from pathlib import Path

import pytest

from sayso.errors import SaysoError
from sayso.language.core.network import FOLDER, GRAPHS, CoreError, Network

FILES = (*(f"{graph}.onnx" for graph in GRAPHS), "tables.npz", "vocab.txt", "labels.json")


@pytest.fixture
def weights(tmp_path: Path) -> Path:
    """Return a folder of links to the shipped weights; skip the test where there are none."""
    if not FOLDER.is_dir():
        pytest.skip("the weights of the language core are not in the package")
    for name in FILES:
        (tmp_path / name).symlink_to(FOLDER / name)
    return tmp_path


def test_a_folder_without_weights_is_named(tmp_path: Path) -> None:
    with pytest.raises(
        CoreError, match="cannot read the weights of the language core in"
    ) as caught:
        Network(tmp_path / "nowhere")

    assert str(tmp_path / "nowhere") in str(caught.value)
    assert isinstance(caught.value, SaysoError)


def test_a_file_that_is_no_graph_is_an_error_of_the_core(tmp_path: Path) -> None:
    for name in FILES:
        (tmp_path / name).write_bytes(b"no weights")

    with pytest.raises(CoreError, match="cannot read the weights"):
        Network(tmp_path)


@pytest.mark.parametrize(
    "name",
    [
        "tables.npz",
        "vocab.txt",
        "labels.json",
        "reader.onnx",
        pytest.param("deprels.onnx", marks=pytest.mark.slow),
    ],
)
def test_a_missing_file_is_an_error_of_the_core(weights: Path, name: str) -> None:
    (weights / name).unlink()

    with pytest.raises(CoreError, match="cannot read the weights"):
        Network(weights)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("reader.onnx", b"no graph"),
        ("tables.npz", b"PK\x03\x04 cut short"),
        ("vocab.txt", b"harbour\n"),
        ("labels.json", b"{"),
        ("labels.json", b'{"upos": ["NOUN"]}'),
        ("labels.json", b'["NOUN"]'),
        ("labels.json", b'{"shoe": ["size"]}'),
    ],
)
def test_a_broken_file_is_an_error_of_the_core(weights: Path, name: str, content: bytes) -> None:
    (weights / name).unlink()
    (weights / name).write_bytes(content)

    with pytest.raises(CoreError, match="cannot read the weights"):
        Network(weights)
