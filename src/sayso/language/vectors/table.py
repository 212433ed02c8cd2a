"""The table of vectors, one row a piece, and the vector of a text: the sum of its rows, at length one.

How often a piece is used is in the length of its row, so that "the" adds almost nothing. A text
without a known piece has the zero vector, which is near nothing.
"""

import math
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.errors import SaysoError
from sayso.language.core.wordpiece import Pieces
from sayso.language.tokens import tokenize

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Codes = NDArray[np.int8]
    Floats = NDArray[np.float32]

FOLDER = Path(__file__).parent / "weights"
# Vectors are rounded to multiples of 2**-24: a float holds them without loss, and a sum of products
# of two of them fits a double exactly. A similarity is then the same however it is added up, alone
# or in a matrix of any shape.
_GRID = 2.0**24


class VectorsError(SaysoError):
    """The shipped vectors are missing or cannot be read."""


class Vectors:
    """Rows of 8-bit codes with one scale each, and the pieces they belong to."""

    __slots__ = ("_codes", "_pieces", "_scales", "width")

    def __init__(self, pieces: Pieces, codes: "Codes", scales: "Floats") -> None:
        if codes.ndim != 2 or len(codes) != len(pieces) or scales.shape != codes.shape[:1]:  # noqa: PLR2004 - rows and columns
            raise ValueError(
                f"{len(pieces)} pieces need a row and a scale each, "
                f"found codes {codes.shape} and scales {scales.shape}"
            )
        self._pieces, self._codes, self._scales = pieces, codes, scales
        self.width = int(codes.shape[1])

    @classmethod
    def load(cls, folder: Path = FOLDER) -> "Vectors":
        """Read ``vocab.txt`` and ``vectors.npz``, by default those of the package."""
        import numpy as np  # noqa: PLC0415 - reading a text needs it, starting the program does not

        try:
            pieces = Pieces.load(folder / "vocab.txt")
            with np.load(folder / "vectors.npz") as stored:
                return cls(pieces, stored["codes"], stored["scales"].astype(np.float32))
        except (OSError, KeyError, ValueError) as error:
            raise VectorsError(f"no vectors can be read from {folder}: {error}") from error

    def of(self, text: str) -> "Floats":
        """Return the vector of a text."""
        tokens = tokenize(text)
        return self.of_words([text[s:e] for s, e in zip(tokens.starts, tokens.ends, strict=True)])

    def of_words(self, words: Sequence[str]) -> "Floats":
        """Return the vector of words, in whatever order they stand."""
        import numpy as np  # noqa: PLC0415 - see load

        numbers = [piece for word in words for piece in self._pieces.of(word)]
        # Each piece once with its count: a long text needs no more memory than the table.
        pieces, counts = np.unique(np.array(numbers, np.int64), return_counts=True)
        weights = self._scales[pieces].astype(np.float64) * counts
        total = (self._codes[pieces] * weights[:, None]).sum(axis=0)
        length = math.hypot(*total.tolist()) or 1.0
        vector: Floats = (np.rint(total / length * _GRID) / _GRID).astype(np.float32)
        return vector

    def of_texts(self, texts: Sequence[str]) -> "Floats":
        """Return the vectors of texts, one row each."""
        import numpy as np  # noqa: PLC0415 - see load

        rows = np.zeros((len(texts), self.width), np.float32)
        for number, text in enumerate(texts):
            rows[number] = self.of(text)
        return rows
