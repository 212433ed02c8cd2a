"""Passages: a sentence or two, read for inference."""

from dataclasses import dataclass

from sayso.language.core.network import Network
from sayso.language.reading import analyse
from sayso.story.inference.numbers import Held, read_figures
from sayso.story.inference.terms import Term, read_terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A text with its telling words and its figures.

    ``attributed`` says that it lays something to somebody.
    """

    text: str
    terms: tuple[Term, ...]
    figures: tuple[Held, ...]
    attributed: bool


def read_passage(text: str, *, core: Network | None) -> Passage:
    """Read a text; without a core names are told by their capitals and fewer sources are seen."""
    analysis = analyse(text, core=core, trees=core is not None)
    return Passage(
        text=text,
        terms=read_terms(text, analysis),
        figures=read_figures(text, analysis),
        attributed=bool(analysis.attributions),
    )
