"""The figures of annotated texts as a case would hold them, by the annotators' spans."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from itertools import combinations

from sayso.dates import DayInterval
from sayso.documents import Document, Original
from sayso.evidence.claims import find_claims
from sayso.evidence.dating import Dating
from sayso.evidence.figure import Accrual, Figure, Modality
from sayso.evidence.figures import find_figures
from sayso.evidence.places import find_places
from sayso.evidence.reading import Evidence
from sayso.language.core.network import shipped_network
from sayso.language.reading import analyse
from sayso.language.timexes import value_phrases
from sayso.pipeline.core import shipped_atlas
from sayso.pipeline.relate_figures import comparable_figures
from sayso.pipeline.stages import Reading
from sayso.story.direction import Provenance
from sayso.story.figures.record import CountedFigure
from sayso.story.reuse import Comparand, find_reuse
from sayso.story.reuse_edge import ReuseEdge
from sayso.story.wording import read_wording
from sayso.text import Span, TextMap
from training.corpus.records import GoldFigure, GoldText

Figures = Mapping[str, Mapping[Span, CountedFigure]]
Reader = Callable[[GoldText], Reading]


def read_figures(texts: Iterable[GoldText], *, given: bool, read: Reader | None = None) -> Figures:
    """Return the figures of each text; ``given`` takes what befell the counted from the annotators."""
    reader = read or read_text
    return {text.id: _figures(text, reader(text), given=given) for text in texts}


def find_edges(texts: Iterable[GoldText]) -> tuple[ReuseEdge, ...]:
    """Return which texts of one story repeat the words of another."""
    every = [(text, _comparand(text)) for text in texts]
    found = (
        find_reuse(left, right)
        for (one, left), (other, right) in combinations(every, 2)
        if one.story == other.story
    )
    return tuple(edge for edge in found if edge is not None)


def _comparand(text: GoldText) -> Comparand:
    provenance = Provenance(chain=(), dating=_dating(text))
    return Comparand(id=text.id, wording=read_wording(text.text), provenance=provenance)


def _figures(text: GoldText, reading: Reading, *, given: bool) -> dict[Span, CountedFigure]:
    told = {one.id: _told(text, one) for one in reading.evidence.figures}
    if given:
        figures = tuple(_with(one, told[one.id]) for one in reading.evidence.figures)
        reading = replace(reading, evidence=replace(reading.evidence, figures=figures))
    found: dict[Span, CountedFigure] = {}
    for one in comparable_figures(reading):
        gold = told[one.id]
        # Of two numbers in one span ("nine of the 23") the first is the figure.
        if gold is not None:
            found.setdefault(gold.span, one)
    return found


def _told(text: GoldText, figure: Figure) -> GoldFigure | None:
    """Return what the annotators say of a figure."""
    at = figure.quantity.number.start
    return next((one for one in text.figures if one.span.start <= at < one.span.end), None)


def _with(figure: Figure, gold: GoldFigure | None) -> Figure:
    if gold is None:
        return replace(figure, predicate=None, predicate_span=None)
    classed = gold.predicate not in (None, "other")
    return replace(
        figure,
        predicate=gold.predicate if classed else None,
        predicate_span=figure.quantity.number if classed else None,
        accrual=Accrual(gold.accrual) if gold.accrual else None,
        modality=Modality(gold.modality) if gold.modality else None,
        as_of=_interval(gold.as_of) or figure.as_of,
    )


def _interval(value: str | None) -> DayInterval | None:
    try:
        return DayInterval.day(date.fromisoformat(value[:10])) if value else None
    except ValueError:
        return None  # a month or a season: what the text says is read as ever


def read_text(text: GoldText) -> Reading:
    """Read a text as the case does, its day taken from the head of the file."""
    data = text.text.encode()
    document = Document(
        id=text.id,
        original=Original(sha256="0" * 64, size=len(data), media_type="text/plain", path=text.id),
        text=text.text,
        text_map=TextMap.identity(len(text.text)),
        extractor="benchmark",
        encoding="utf-8",
        original_length=len(text.text),
    )
    dating = _dating(text)
    analysis = analyse(text.text, core=shipped_network())
    analysis = replace(analysis, timexes=value_phrases(analysis.phrases, published=dating.interval))
    claims = find_claims(text.id, text.text, analysis)
    evidence = Evidence(
        analysis=analysis,
        claims=claims,
        figures=find_figures(text.id, text.text, analysis, claims),
        dating=dating,
        places=find_places(document, analysis, shipped_atlas()),
    )
    return Reading(document=document, evidence=evidence)


def _dating(text: GoldText) -> Dating:
    written = DayInterval.day(date.fromisoformat(text.head["published"][:10]))
    return Dating(interval=written, candidates=(), chosen=(), reasons=(), doubts=())
