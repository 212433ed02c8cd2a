"""Passages: a sentence or two, read for inference."""

from sayso.frozen import dataclass
from sayso.language.core.network import Network
from sayso.language.reading import analyse
from sayso.story.inference.numbers import Held, read_figures
from sayso.story.inference.terms import Term, read_terms
from sayso.story.statements.words import NEGATIONS


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A text with its telling words and its figures.

    ``attributed`` says that it lays something to somebody, ``negated`` that it has a word of negation.
    """

    text: str
    terms: tuple[Term, ...]
    figures: tuple[Held, ...]
    attributed: bool
    negated: bool


def read_passage(text: str, *, core: Network | None) -> Passage:
    """Read a text; without a core names are told by their capitals and fewer sources are seen."""
    analysis = analyse(text, core=core, trees=core is not None)
    spans = [analysis.tokens.span(at) for at in range(len(analysis.tokens))]
    return Passage(
        text=text,
        terms=read_terms(text, analysis),
        figures=read_figures(text, analysis),
        attributed=bool(analysis.attributions),
        negated=any(span.text_in(text).lower() in NEGATIONS for span in spans),
    )
