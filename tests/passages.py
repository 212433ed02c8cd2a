"""Passages of a text, found by their words."""

from sayso.text import Span


def at(text: str, words: str) -> Span:
    """Return the first place of ``words``."""
    assert words in text, words
    return Span(text.index(words), text.index(words) + len(words))
