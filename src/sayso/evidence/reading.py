"""Everything that one document gives, by one pure function of that document."""

from dataclasses import replace

from sayso.dates import DayInterval, Precision
from sayso.documents import Document
from sayso.evidence.claim import Claim
from sayso.evidence.claims import find_claims, in_order
from sayso.evidence.date_document import date_document
from sayso.evidence.dating import Dating
from sayso.evidence.event import Event
from sayso.evidence.events import find_events
from sayso.evidence.figure import Figure
from sayso.evidence.figures import find_figures
from sayso.evidence.own_voice import find_own_voice
from sayso.evidence.places import find_places
from sayso.frozen import dataclass
from sayso.language.analysis import Analysis
from sayso.language.core.network import Network
from sayso.language.reading import analyse
from sayso.language.timex_said import place_timexes
from sayso.places import Atlas, PlacedMention
from sayso.text import smallest_holders


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
    events = find_events(document, analysis, claims, figures, dating.interval)
    # Without a core nobody knows what is said outside of quotation marks, and so what is not.
    own = find_own_voice(document, analysis, claims, figures, events) if core else ()
    return Evidence(
        analysis=analysis,
        claims=in_order((*claims, *own)),
        figures=_told_by(figures, own),
        dating=dating,
        places=find_places(document, analysis, atlas) if atlas else (),
        events=events,
    )


def _told_by(figures: tuple[Figure, ...], own: tuple[Claim, ...]) -> tuple[Figure, ...]:
    """Lay figures that nobody is quoted with to the claim of the outlet that gives them."""
    holders = smallest_holders(
        [one.quantity.number for one in figures], [claim.content for claim in own]
    )
    return tuple(
        figure
        if holder is None or figure.claim is not None
        else replace(figure, claim=own[holder].id)
        for figure, holder in zip(figures, holders, strict=True)
    )


def _resolved(analysis: Analysis, written: DayInterval) -> Analysis:
    if written.precision is not Precision.DAY:
        return analysis
    return replace(analysis, timexes=place_timexes(analysis, published=written))
