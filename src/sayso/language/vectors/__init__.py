"""Static vectors of pieces: how near two short texts are in meaning, at the cost of a look-up."""

from sayso.language.vectors.matching import Match, best_matches, cosine, nearest, similarity
from sayso.language.vectors.table import Vectors, VectorsError

__all__ = ["Match", "Vectors", "VectorsError", "best_matches", "cosine", "nearest", "similarity"]
