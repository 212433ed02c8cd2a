"""The shipped core in the pipeline: used where it is, named by its bytes, and the same for all workers."""

import json
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from sayso.documents import Document, Source
from sayso.language.core.network import FOLDER, Network
from sayso.pipeline import core as module
from sayso.pipeline.annotate import Request, annotate_lines, as_document
from sayso.pipeline.core import (
    NO_CORE,
    core_version,
    read_with_shipped_core,
    shipped_core,
)
from sayso.pipeline.stages import read_source, versions

TEXT = (
    "The harbour master of Orlo said on Monday that the storm had sunk 12 boats. "
    "Bo Vey, a pilot, fears that more will sink.\n\n"
    "“We lost everything,” said Ana Petrov. She denied that nobody had been warned."
)


READ_TREES = partial(read_with_shipped_core, trees=True)


def given() -> Document:
    return as_document(Request(id="a", text=TEXT))


@pytest.fixture
def weights(tmp_path: Path) -> Path:
    (tmp_path / "reader.onnx").write_bytes(b"graph")
    (tmp_path / "vocab.txt").write_bytes(b"[PAD]\n")
    return tmp_path


def test_weights_are_named_by_their_bytes_and_by_nothing_else(weights: Path) -> None:
    before = core_version(weights)

    (weights / "MODEL_CARD.md").write_bytes(b"what they are")
    assert core_version(weights) == before
    (weights / "vocab.txt").write_bytes(b"[PAD]\n[UNK]\n")
    assert core_version(weights) != before
    assert len(before) == 12


def test_bytes_that_change_their_file_change_the_name(weights: Path) -> None:
    before = core_version(weights)

    (weights / "reader.onnx").write_bytes(b"graph[PAD]\n")
    (weights / "vocab.txt").write_bytes(b"")

    assert core_version(weights) != before


def test_without_weights_the_rules_read_alone_and_the_run_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "FOLDER", tmp_path)

    assert shipped_core() is None
    assert core_version(tmp_path) == NO_CORE
    (claim,) = read_with_shipped_core(given()).claims
    assert (claim.speaker, claim.manner) == ("Ana Petrov", None)


def test_a_run_names_the_weights_it_reads_with() -> None:
    named = dict(versions())

    assert named["core"] == core_version(FOLDER)
    assert {"sayso", "onnxruntime"} <= set(named)


def test_documents_are_added_with_what_the_core_reads(core: Network) -> None:
    assert shipped_core() is core

    reading = read_source(Source(path="a.txt", data=TEXT.encode(), media_type="text/plain"))

    analysis = reading.evidence.analysis
    assert analysis.mentions
    assert any(claim.manner for claim in reading.evidence.claims)


@pytest.mark.usefixtures("core")
def test_annotations_carry_trees_manners_and_modalities() -> None:
    (written,) = annotate_lines([line("a")], read=READ_TREES, tokens=True)
    found = json.loads(str(written))
    heads = [token[3] for token in found["tokens"]]

    assert all(token[2] and token[4] for token in found["tokens"])
    assert all(-1 <= head < len(heads) for head in heads)
    assert heads.count(-1) == len(found["sentences"])
    assert any(one["manner"] for one in found["attributions"])
    assert [one["modality"] is not None for one in found["figures"]] == [True]


@pytest.mark.slow
@pytest.mark.usefixtures("core")
def test_one_worker_and_many_write_the_same_with_the_core() -> None:
    lines = [line(name) for name in "abc"]

    alone = list(annotate_lines(lines, read=READ_TREES, tokens=True))
    shared = list(annotate_lines(lines, read=READ_TREES, tokens=True, workers=2))

    assert shared == alone


def line(name: str) -> bytes:
    return json.dumps({"id": name, "text": TEXT}).encode() + b"\n"


@pytest.mark.skipif(shipped_core() is None, reason="the package has no weights")
def test_without_places_the_rest_is_read_the_same() -> None:
    whole = read_with_shipped_core(given())
    without = read_with_shipped_core(given(), places=False)

    assert whole.places
    assert without == replace(whole, places=())
