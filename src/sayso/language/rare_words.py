"""Rare words: which words of a text tell what it is about, by where the core's vocabulary has them."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

# The vocabulary stands in the order of how often its pieces were met; a word behind these, or none
# of them, is rare.
_COMMON = 5_000


def is_rare(word: str) -> bool:
    """Say whether a word in lower case is met seldom: "flu" is, "people" is not."""
    return _ranks().get(word, _COMMON) >= _COMMON


@cache
def _ranks() -> Mapping[str, int]:
    text = files("sayso.language.core").joinpath("weights", "vocab.txt").read_text(encoding="utf-8")
    return {piece: rank for rank, piece in enumerate(text.splitlines()[:_COMMON])}
