"""Everything that one document gives, by one pure function of that document."""

from dataclasses import dataclass, replace

from sayso.dates import DayInterval, Precision
from sayso.documents import Document
from sayso.evidence.claim import Claim
from sayso.evidence.claims import find_claims
from sayso.evidence.date_document import date_document
from sayso.evidence.dating import Dating
from sayso.evidence.event import Event
from sayso.evidence.events import find_events
from sayso.evidence.figure import Figure
from sayso.evidence.figures import find_figures
from sayso.evidence.places import find_places
from sayso.language.analysis import Analysis
from sayso.language.core.network import Network
from sayso.language.reading import analyse
from sayso.language.timexes import value_phrases
from sayso.places import Atlas, PlacedMention


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Claims, figures, places, events and dating of one document, with the analysis they were made from."""

    analysis: Analysis
    claims: tuple[Claim, ...]
    figures: tuple[Figure, ...]
    dating: Dating
    places: tuple[PlacedMention, ...] = ()
    events: tuple[Event, ...] = ()


def read_evidence(
    document: Document,
    *,
    core: Network | None = None,
    atlas: Atlas | None = None,
    trees: bool = False,
) -> Evidence:
    """Return the claims, figures and dating of ``document``, read with the language ``core`` if any.

    Its places are those of the ``atlas``; without one there are none.

    The text is read before its date is known, since the text helps to date it. Where that leads to
    one day, expressions such as "on Sunday" are then resolved against that day. Nothing of it needs ``trees``:
    they are for a caller who does.
    """
    undated = analyse(document.text, core=core, trees=trees)
    dating = date_document(document, undated)
    analysis = _resolved(undated, dating.interval)
    claims = find_claims(document.id, document.text, analysis)
    figures = find_figures(document.id, document.text, analysis, claims)
    return Evidence(
        analysis=analysis,
        claims=claims,
        figures=figures,
        dating=dating,
        places=find_places(document, analysis, atlas) if atlas else (),
        events=find_events(document, analysis, claims, figures, dating.interval),
    )


def _resolved(analysis: Analysis, written: DayInterval) -> Analysis:
    if written.precision is not Precision.DAY:
        return analysis
    return replace(analysis, timexes=value_phrases(analysis.phrases, published=written))
