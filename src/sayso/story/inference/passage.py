"""Passages: a sentence or two, read for inference."""

from dataclasses import dataclass

from sayso.language.core.network import Network
from sayso.language.reading import analyse
from sayso.story.inference.numbers import Held, read_figures
from sayso.story.inference.terms import Term, read_terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A text with its telling words and its figures.

    ``loose_numbers`` are numbers that count nothing: scores, models, addresses. ``attributed`` says
    that the text lays something to somebody.
    """

    text: str
    terms: tuple[Term, ...]
    figures: tuple[Held, ...]
    loose_numbers: frozenset[str]
    attributed: bool


def read_passage(text: str, *, core: Network | None) -> Passage:
    """Read a text; without a core names are told by their capitals and fewer sources are seen."""
    analysis = analyse(text, core=core, trees=core is not None)
    numbers = [quantity.number for quantity in analysis.quantities]
    spans = (analysis.tokens.span(at) for at in range(len(analysis.tokens)))
    loose = (
        span.text_in(text)
        for span in spans
        if text[span.start].isdigit() and not any(n.contains(span) for n in numbers)
    )
    return Passage(
        text=text,
        terms=read_terms(text, analysis),
        figures=read_figures(text, analysis),
        loose_numbers=frozenset(loose),
        attributed=bool(analysis.attributions),
    )
