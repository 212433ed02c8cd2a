"""Annotated texts: what GUIDELINES.md describes, resolved to characters."""

from dataclasses import dataclass, field
from enum import StrEnum

from sayso.text import Span


class CorpusError(Exception):
    """One row that cannot be resolved, with file, line and reason."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(f"{place}: {reason}")


class Manner(StrEnum):
    SAID = "said"
    WROTE = "wrote"
    THOUGHT = "thought"
    PERCEIVED = "perceived"
    INTENDED = "intended"
    JUDGED = "judged"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldAttribution:
    label: str
    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    content: tuple[Span, ...]
    manner: Manner
    force: str
    negated: bool
    hedges: tuple[Span, ...]
    who: str | None
    parent: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldTimex:
    span: Span
    type: str
    value: str
    mod: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldFigure:
    """``number`` is as annotated: ``200``, ``1000..5000``, or ``None`` for a vague word."""

    span: Span
    number: str | None
    modifier: str
    kind: str
    counted: Span | None
    head: Span | None
    predicate: str | None
    accrual: str | None
    place: str | None
    as_of: str | None
    modality: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldEvent:
    span: Span
    type: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldEntity:
    kind: str
    name: str
    names: tuple[Span, ...]
    references: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldText:
    """One text with every layer; spans count code points of ``text``."""

    id: str
    story: str
    kind: str
    head: dict[str, str]
    text: str
    paragraphs: tuple[Span, ...]
    attributions: tuple[GoldAttribution, ...] = ()
    entities: tuple[GoldEntity, ...] = ()
    timexes: tuple[GoldTimex, ...] = ()
    figures: tuple[GoldFigure, ...] = ()
    events: tuple[GoldEvent, ...] = ()
    date: str | None = None
    date_evidence: tuple[Span, ...] = field(default=())
