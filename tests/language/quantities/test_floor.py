"""Floors of the benchmark: they may rise and never sink silently."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARK = Path(__file__).parents[3] / "benchmarks" / "quantities.py"


@pytest.mark.slow
@pytest.mark.shared
def test_the_number_layer_keeps_its_floors(shared: Path) -> None:
    command = [sys.executable, str(BENCHMARK), str(shared / "eval" / "quantity")]
    printed = subprocess.run(command, check=True, capture_output=True, text=True)
    scores = json.loads(printed.stdout)

    assert scores["newsquant"]["value"]["F1"] >= 93
    assert scores["newsquant"]["value+change"]["F1"] >= 86
    assert scores["noun_heads"]["recall"] >= 66
    assert scores["probes"]["wrong"] == []
