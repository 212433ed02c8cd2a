"""Forecasts: what a document reports as still to come, in whose words, and by when."""

from enum import StrEnum

from sayso.dates import DayInterval
from sayso.frozen import dataclass
from sayso.text import Span

# What the names of the rules for the outlet's own words begin with.
OWN_RULES = "own."


class ForecastKind(StrEnum):
    """How what is to come is put; asking somebody for it (a demand) is none of these."""

    WARNING = "warning"
    THREAT = "threat"
    PLAN = "plan"
    PLEDGE = "pledge"
    FORECAST = "forecast"


class ConditionKind(StrEnum):
    """By which sort of word the clause opens that a forecast hangs on."""

    IF = "if"
    UNLESS = "unless"
    PROVIDED = "provided"
    ONCE = "once"


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """What a forecast hangs on: "if talks fail"."""

    span: Span
    kind: ConditionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Likelihood:
    """A word of probability as written.

    ``lo`` and ``hi`` are the band in percent that ICD 203 gives to the word, ``None`` where it gives
    none: they say how the word is read, not how likely anything is.
    """

    span: Span
    lo: int | None = None
    hi: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """When it is to happen. ``soft`` bounds come from a vague word: "in the coming weeks".

    The interval has an open side where the words leave it open ("soon", "after the vote").
    """

    interval: DayInterval
    spans: tuple[Span, ...]
    rule: str
    soft: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The event that is foretold, as far as the text says.

    ``trigger`` is the word for it and ``family`` its type, ``None`` where no word was found that
    names an event. ``negated`` says that it will *not* happen. ``figures`` are ids.
    """

    trigger: Span | None = None
    family: str | None = None
    negated: bool = False
    who: tuple[Span, ...] = ()
    whom: tuple[Span, ...] = ()
    where: tuple[Span, ...] = ()
    figures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """One thing that a document says is to come.

    ``spans`` are the words that foretell, of one sentence; ``cue`` those that give it away. ``claim``
    is the id of the claim whose content they are part of, ``None`` where they are part of none.
    ``said`` is the day on which it was said, else when the document was written.
    """

    id: str
    kind: ForecastKind
    spans: tuple[Span, ...]
    cue: tuple[Span, ...]
    said: DayInterval
    rule: str
    claim: str | None = None
    speaker: str | None = None
    source: tuple[Span, ...] = ()
    frame: Frame = Frame()
    window: Window | None = None
    likelihood: tuple[Likelihood, ...] = ()
    conditions: tuple[Condition, ...] = ()

    @property
    def is_own_voice(self) -> bool:
        """Say whether the outlet itself foretells, and reports nobody as doing so."""
        return self.rule.startswith(OWN_RULES)
