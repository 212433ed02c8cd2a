"""Train the line model on labelled lines and write the weights that ship with the package.

python -m training.furniture.train LINES.jsonl src/sayso/documents/furniture_weights.json
"""

import json
import sys
from pathlib import Path

from sayso.documents.furniture_model import Forest
from training.furniture.fit import fit, rows_of
from training.furniture.pages import Page, read_pages, thinned

THINNED_COPIES = 2


def training_pages(pages: list[Page]) -> list[Page]:
    """Return the pages with thinned copies of each."""
    copies = (thinned(page, seed) for seed in range(THINNED_COPIES) for page in pages)
    return pages + [page for page in copies if page is not None]


def stored(forest: Forest) -> dict[str, list[float]]:
    return {
        "base": [forest.base],
        "depth": [forest.depth],
        "roots": forest.roots.tolist(),
        "feature": forest.feature.tolist(),
        "threshold": forest.threshold.tolist(),
        "left": forest.left.tolist(),
        "right": forest.right.tolist(),
        "value": forest.value.tolist(),
    }


def main(lines: Path, weights: Path) -> None:
    pages = training_pages(read_pages(lines))
    model = fit(pages, rows_of(pages))
    forests = {"first": stored(model.first), "second": stored(model.second)}
    weights.write_text(json.dumps(forests, separators=(",", ":")) + "\n", "utf-8")
    print(f"{len(pages)} pages, {weights.stat().st_size} bytes of weights")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
