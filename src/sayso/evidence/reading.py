"""Everything that one document gives, by one pure function of that document."""

from dataclasses import dataclass

from sayso.evidence.claim import Claim
from sayso.evidence.dating import Dating
from sayso.evidence.figure import Figure
from sayso.language.analysis import Analysis


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Claims, figures and dating of one document, with the analysis they were made from."""

    analysis: Analysis
    claims: tuple[Claim, ...]
    figures: tuple[Figure, ...]
    dating: Dating
