"""Signs: the few measures of two sentences from which inference is told.

Others were tried and told nothing more on pairs that had not taught them: how rare a missing word is,
whether it is a name or a verb, how near both texts are as wholes, negation or doubt on one side only,
whether words that hang together in the one do so in the other.
"""

from collections.abc import Sequence
from decimal import Decimal

from sayso.frozen import dataclass
from sayso.language.analysis import QuantityKind
from sayso.language.vectors import Vectors
from sayso.story.inference.numbers import Fit, Held, fit_figure
from sayso.story.inference.passage import Passage
from sayso.story.inference.terms import likeness

# "One man" says no more than "a man", which no figure bears.
_ONE = Decimal(1)
# These figures say their numbers as the premise does. "Two were held" may be true where three were, but
# readers take a bare number for the whole.
_BORNE = frozenset((Fit.FOLLOWS, Fit.REHEDGED))
# A premise that says more in other clauses is no less of a premise: so many words for each of the hypothesis.
_ROOM = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """What speaks for or against a hypothesis.

    ``overlap``: its words that the premise has, in the same or other words, over those of both.
    ``present``: the share of its words that the premise has in a form of the same base.
    ``figures_missing``: figures that none of the premise bears; of one thing no figure is asked.
    ``figures_rehedged``: figures under another hedge. ``attributed``: whether it lays something to
    somebody.
    """

    overlap: float
    present: float
    figures_missing: float
    figures_rehedged: float
    attributed: float


def read_signs(premise: Passage, hypothesis: Passage, *, vectors: Vectors) -> Signs:
    """Measure a hypothesis against its premise."""
    fits = tuple(fit_figure(figure, premise.figures) for figure in hypothesis.figures)
    found = _found(premise, hypothesis, fits, vectors)
    said = {term.form for term in premise.terms}
    present = [
        score == 1.0 if term.figure is not None else term.form in said
        for term, score in zip(hypothesis.terms, found, strict=True)
    ]
    return Signs(
        overlap=_overlap(found, len(premise.terms)),
        present=sum(present) / len(present) if present else 0.0,
        figures_missing=float(_missing(hypothesis.figures, fits)),
        figures_rehedged=float(fits.count(Fit.REHEDGED)),
        attributed=float(hypothesis.attributed),
    )


def _found(
    premise: Passage, hypothesis: Passage, fits: Sequence[Fit], vectors: Vectors
) -> list[float]:
    """Return how far each term of the hypothesis is in the premise; a number goes by its figure."""
    scores = likeness(hypothesis.terms, premise.terms, vectors=vectors)
    return [
        float(fits[term.figure] in _BORNE)
        if term.figure is not None
        else float(row.max(initial=0.0))
        for term, row in zip(hypothesis.terms, scores, strict=True)
    ]


def _missing(figures: Sequence[Held], fits: Sequence[Fit]) -> int:
    return sum(
        fit not in _BORNE
        for figure, fit in zip(figures, fits, strict=True)
        if figure.kind is not QuantityKind.COUNT or figure.number.best != _ONE
    )


def _overlap(found: list[float], premise: int) -> float:
    return 2 * sum(found) / (len(found) + min(premise, _ROOM * len(found))) if found else 0.0
