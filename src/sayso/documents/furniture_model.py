"""The line model: how probably a line belongs to the article, from shape and context alone."""

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from sayso.documents.line_context import Context, features_of
from sayso.documents.line_smoothing import second_features
from sayso.documents.lines import Shape
from sayso.frozen import dataclass

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_WEIGHTS = "furniture_weights.json"
# Shape of the line itself and its place are seen again on the second look; neighbours are not,
# because their probabilities say more.
SEEN_AGAIN = len(Shape._fields) + len(Context._fields)


@dataclass(frozen=True, slots=True, kw_only=True)
class Forest:
    """Decision trees in flat arrays; a leaf leads to itself and holds its share of the log-odds."""

    base: float
    depth: int
    roots: "NDArray[np.int32]"
    feature: "NDArray[np.int32]"
    threshold: "NDArray[np.float64]"
    left: "NDArray[np.int32]"
    right: "NDArray[np.int32]"
    value: "NDArray[np.float64]"

    def probabilities(self, rows: Sequence[Sequence[float]]) -> list[float]:
        import numpy as np  # noqa: PLC0415 - reading a document needs it, starting the program does not

        table = np.asarray(rows, dtype=np.float64)
        line = np.arange(len(table))[None, :]
        node = np.repeat(self.roots[:, None], len(table), axis=1)
        for _ in range(self.depth):
            goes_left = table[line, self.feature[node]] <= self.threshold[node]
            node = np.where(goes_left, self.left[node], self.right[node])
        odds = self.base + self.value[node].sum(axis=0)
        return [float(p) for p in 1 / (1 + np.exp(-odds))]


@dataclass(frozen=True, slots=True, kw_only=True)
class LineModel:
    """Two looks at the lines of a document; the second sees what the first thought around a line."""

    first: Forest
    second: Forest

    def probabilities(self, texts: Sequence[str]) -> list[float]:
        """Return for each line the probability that it belongs to the article.

        ``texts`` are all lines of one document, without blank ones and without blanks around them.
        """
        if not texts:
            return []
        rows = features_of(texts)
        looked = self.first.probabilities(rows)
        again = second_features(looked, [row[0] for row in rows])
        return self.second.probabilities(
            [[*row[:SEEN_AGAIN], *more] for row, more in zip(rows, again, strict=True)]
        )


@cache
def line_model() -> LineModel:
    """Return the model that ships with the package; it is read on the first call."""
    stored = json.loads(files("sayso.documents").joinpath(_WEIGHTS).read_text("utf-8"))
    return LineModel(first=_forest(stored["first"]), second=_forest(stored["second"]))


def _forest(stored: dict[str, list[float]]) -> Forest:
    import numpy as np  # noqa: PLC0415 - see Forest.probabilities

    return Forest(
        base=stored["base"][0],
        depth=int(stored["depth"][0]),
        roots=np.asarray(stored["roots"], dtype=np.int32),
        feature=np.asarray(stored["feature"], dtype=np.int32),
        threshold=np.asarray(stored["threshold"], dtype=np.float64),
        left=np.asarray(stored["left"], dtype=np.int32),
        right=np.asarray(stored["right"], dtype=np.int32),
        value=np.asarray(stored["value"], dtype=np.float64),
    )
