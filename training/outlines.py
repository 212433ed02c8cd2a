"""Make the outlines that the page draws maps with, from the npm package ``world-atlas`` (2.0.2).

Usage: npm pack world-atlas@2, unpack it, python -m training.outlines package/countries-50m.json

Natural Earth is in the public domain, world-atlas under the ISC licence. Only the borders are kept,
each once, as steps of a hundredth of a degree.
"""

import gzip
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

TARGET = Path(__file__).parent.parent / "src" / "sayso" / "web" / "outlines.json.gz"
_UNIT = 100


def main() -> None:
    topology = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    arcs = [steps for arc in topology["arcs"] if len(steps := list(_steps(arc, topology))) > 1]
    data = json.dumps(arcs, separators=(",", ":")).encode()
    TARGET.write_bytes(gzip.compress(data, mtime=0))
    print(f"{len(arcs)} lines, {TARGET.stat().st_size:,} bytes")


def _steps(arc: Sequence[Sequence[int]], topology: dict[str, Any]) -> Iterator[list[int]]:
    """Yield the first point, then each step to the next, in hundredths of a degree."""
    scale, move = topology["transform"]["scale"], topology["transform"]["translate"]
    x = y = last_x = last_y = 0
    for at, (dx, dy) in enumerate(arc):
        x, y = x + dx, y + dy
        east, north = (
            round(_UNIT * (value * factor + offset))
            for value, factor, offset in zip((x, y), scale, move, strict=True)
        )
        if at == 0 or (east, north) != (last_x, last_y):
            yield [east - last_x, north - last_y] if at else [east, north]
        last_x, last_y = east, north


if __name__ == "__main__":
    main()
