"""Figures: a quantity of a counted thing, as one document reports it."""

from enum import StrEnum

from sayso.dates import DayInterval
from sayso.frozen import dataclass
from sayso.language.analysis import Quantity
from sayso.text import Span


class Accrual(StrEnum):
    """Whether a figure is a level, a movement, or a running total."""

    STOCK = "stock"
    FLOW = "flow"
    CUMULATIVE = "cumulative"


class Modality(StrEnum):
    """Whether what a figure counts is reported as a fact, or as something else."""

    ASSERTED = "asserted"
    DENIED = "denied"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    FORECAST = "forecast"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One reported quantity with what it is said of. ``None``: the text does not say (yet read).

    ``predicate`` is what befell the counted: killed, held; ``predicate_span`` are the words that say
    so, without which it is the core's guess. ``leaning`` is the likeliest class where none is sure
    enough to be told: it helps to compare, and no view shows it. ``setting`` is the place that the
    text around tells of, where the sentence itself names no ``place``; ``time`` are the words for
    ``as_of``. ``claim`` is the id of the claim whose content holds the figure.
    """

    id: str
    quantity: Quantity
    predicate: str | None = None
    predicate_span: Span | None = None
    accrual: Accrual | None = None
    modality: Modality | None = None
    place: Span | None = None
    setting: Span | None = None
    time: Span | None = None
    as_of: DayInterval | None = None
    claim: str | None = None
    leaning: str | None = None
    part_of: str | None = None  # id of the figure that this one is a part of
