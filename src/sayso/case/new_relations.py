"""What ties a new document to those of a case: the records of every kind that come with it."""

from dataclasses import field

from sayso.evidence.forecast import Forecast
from sayso.frozen import dataclass
from sayso.story.actors.document_entities import DocumentActors
from sayso.story.dating.relations import DatingRelations
from sayso.story.events.relations import EventRelations
from sayso.story.figures.record import CountedFigure
from sayso.story.figures.verdict import Relation
from sayso.story.forecasts.foretold import Foretold
from sayso.story.forecasts.outcome import Outcome
from sayso.story.forecasts.report import Report
from sayso.story.reuse_edge import ReuseEdge
from sayso.story.statement_relations import StatementRelations


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """The keys of one kind of a document; keys fit signed 64-bit integers."""

    kind: str
    keys: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRelations:
    """The figures of a new document that can be compared, and the verdicts on them and others."""

    figures: tuple[CountedFigure, ...] = ()
    relations: tuple[Relation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastRelations:
    """What a new document foretells and reports, and the outcomes that it brings, either way.

    ``foretold`` are the forecasts as they are compared, one for each.
    """

    forecasts: tuple[Forecast, ...] = ()
    foretold: tuple[Foretold, ...] = ()
    reports: tuple[Report, ...] = ()
    outcomes: tuple[Outcome, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Relations:
    """What ties a new document to those of the case: its fingerprints, and the copies found."""

    fingerprints: tuple[Fingerprint, ...] = ()
    edges: tuple[ReuseEdge, ...] = ()
    figures: FigureRelations = FigureRelations()
    actors: DocumentActors | None = None
    statements: StatementRelations = field(default_factory=StatementRelations)
    dating: DatingRelations | None = None
    forecasts: ForecastRelations = ForecastRelations()
    events: EventRelations = field(default_factory=EventRelations)
