"""Signs: the few measures from which inference is told, each with what it is worth.

Rarity of a word is not among them: on short sentences every telling word counts about as much.
"""

from dataclasses import dataclass
from decimal import Decimal

from sayso.language.vectors import Vectors
from sayso.story.inference.numbers import Fit, fit_figure
from sayso.story.inference.passage import Passage
from sayso.story.inference.terms import likeness
from sayso.story.statements.words import WordKind

_ONE = Decimal(1)
# A premise that says more in other clauses is no less of a premise: so many words for each of the hypothesis.
_ROOM = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """What speaks for or against a hypothesis.

    ``overlap``: its words that the premise has, in the same or other words, over those of both.
    ``present``: the share of its words that the premise has in a form of the same base. ``names_missing``: names that the premise does not have. ``figures_missing``: figures
    that none of the premise bears; of one thing no figure is asked. ``figures_rehedged``: figures
    under another hedge. ``numbers_missing``: whether a number that counts nothing is missing.
    ``attributed``: whether it lays something to somebody.
    """

    overlap: float
    present: float
    names_missing: float
    figures_missing: float
    figures_rehedged: float
    numbers_missing: float
    attributed: float


def read_signs(premise: Passage, hypothesis: Passage, *, vectors: Vectors) -> Signs:
    """Measure a hypothesis against its premise."""
    scores = likeness(hypothesis.terms, premise.terms, vectors=vectors)
    found = [float(row.max(initial=0.0)) for row in scores]
    fits = [fit_figure(figure, premise.figures) for figure in hypothesis.figures]
    asked = [figure.number.best is None or figure.number.best > _ONE for figure in hypothesis.figures]  # fmt: skip
    said = {term.form for term in premise.terms}
    return Signs(
        overlap=_overlap(found, len(premise.terms)),
        present=_share([term.form in said for term in hypothesis.terms]),
        names_missing=sum(
            1.0 - best
            for term, best in zip(hypothesis.terms, found, strict=True)
            if term.kind is WordKind.NAME and not term.of_source
        ),
        figures_missing=float(
            sum(
                one and fit in (Fit.MISSING, Fit.EXCLUDED)
                for one, fit in zip(asked, fits, strict=True)
            )
        ),
        figures_rehedged=float(sum(fit is Fit.REHEDGED for fit in fits)),
        numbers_missing=float(
            any(number not in premise.text for number in hypothesis.loose_numbers)
        ),
        attributed=float(hypothesis.attributed),
    )


def _overlap(found: list[float], premise: int) -> float:
    return 2 * sum(found) / (len(found) + min(premise, _ROOM * len(found))) if found else 0.0


def _share(found: list[bool]) -> float:
    return sum(found) / len(found) if found else 0.0
