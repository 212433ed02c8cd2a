"""The shipped 8-bit graphs give what the trained model gave in PyTorch."""

import json
from pathlib import Path
from typing import Any

import pytest

from sayso.language.core.network import Network
from sayso.language.core.read import core_text, score
from sayso.language.quotations import find_quotations
from sayso.language.segments import segment
from training.corpus.read import TEXTS, read_text

RECORDED = Path(__file__).parent / "parity.json"


def windows_of(network: Network, path: Path) -> list[dict[str, Any]]:
    text = read_text(path).text
    segments = segment(text)
    read = core_text(segments, find_quotations(text, segments=segments))
    return [
        {
            "start": window.start,
            "upos": (trees := network.trees(scored.syntax)).upos.tolist(),
            "arcs": trees.arcs.argmax(1).tolist(),
            "news": scored.news.argmax(1).tolist(),
            "event": scored.event.tolist(),
            "cue": scored.cue.tolist(),
        }
        for scores in score(network, read)
        for window, scored in zip(scores.windows, scores.by_window, strict=True)
    ]


@pytest.mark.parametrize(
    ("head", "least"), [("upos", 0.98), ("arcs", 0.95), ("news", 0.985), ("event", 0.97)]
)
def test_labels_of_the_shipped_graphs_are_those_of_the_trained_model(
    core: Network, head: str, least: float
) -> None:
    same = count = 0
    for name, recorded in json.loads(RECORDED.read_text(encoding="utf-8")).items():
        for expected, found in zip(recorded, windows_of(core, TEXTS / name), strict=True):
            assert found["start"] == expected["start"]
            count += len(expected[head])
            same += sum(a == b for a, b in zip(expected[head], found[head], strict=True))

    assert same / count >= least


def test_cues_of_the_shipped_graphs_are_as_likely_as_in_the_trained_model(core: Network) -> None:
    apart = [
        abs(a - b)
        for name, recorded in json.loads(RECORDED.read_text(encoding="utf-8")).items()
        for expected, found in zip(recorded, windows_of(core, TEXTS / name), strict=True)
        for a, b in zip(expected["cue"], found["cue"], strict=True)
    ]

    assert sum(apart) / len(apart) < 0.01
    assert sum(value > 0.25 for value in apart) <= len(apart) / 200
