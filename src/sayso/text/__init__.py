"""Positions in text: spans of cleaned characters and the way back to the original."""

from sayso.text.beside import words_before, words_behind
from sayso.text.edits import Edit, apply_edits, concatenate
from sayso.text.holding import smallest_holders
from sayso.text.nearby import Nearby
from sayso.text.span import Span, hull, merged
from sayso.text.textmap import Run, TextMap

__all__ = [
    "Edit",
    "Nearby",
    "Run",
    "Span",
    "TextMap",
    "apply_edits",
    "concatenate",
    "hull",
    "merged",
    "smallest_holders",
    "words_before",
    "words_behind",
]
