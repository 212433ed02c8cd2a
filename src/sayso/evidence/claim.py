"""Claims: what a document reports as said, with speaker, words and stance."""

from enum import StrEnum

from sayso.dates import DayInterval
from sayso.evidence.via import Via
from sayso.frozen import dataclass
from sayso.language.analysis import MAYBE_SPEECH, AttributionKind, Manner
from sayso.text import Span


class Force(StrEnum):
    ASSERT = "assert"
    DENY = "deny"
    FORECAST = "forecast"
    PLEDGE = "pledge"
    THREAT = "threat"
    DEMAND = "demand"
    QUESTION = "question"


class Polarity(StrEnum):
    POSITIVE = "positive"
    NEGATIVE = "negative"


class SaidBasis(StrEnum):
    """What the time rests on at which something was said."""

    TIMEX = "timex"  # an expression of time beside the cue
    DOCUMENT = "document"  # no later than the document was written


class Voice(StrEnum):
    """Whether the outlet states a content itself, or reports who does."""

    OWN = "own"
    REPORTED = "reported"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One content with the one who is reported to have said it.

    ``source``, ``cue`` and ``content`` are fragments in the cleaned text. ``speaker`` is the best
    name the document gives, ``None`` where it gives none. ``manner`` tells what is said or written
    from thoughts, plans and judgements; ``None`` where only rules have read the text. ``force`` and
    ``polarity`` are ``None`` until something read them. ``said`` is the time that the cue is tied to,
    ``None`` where the document's date stands in for it. ``parent`` is the id of the claim whose
    content holds this one. ``described`` is what a source that is only a pronoun stands for, where
    the text gives no name. Of what the outlet states itself, source and cue are empty and the
    speaker is the outlet.
    """

    id: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: AttributionKind
    rule: str
    speaker: str | None = None
    manner: Manner | None = None
    force: Force | None = None
    polarity: Polarity | None = None
    hedges: tuple[Span, ...] = ()
    said: DayInterval | None = None
    via: tuple[Via, ...] = ()
    parent: str | None = None
    described: str | None = None

    @property
    def said_basis(self) -> SaidBasis:
        return SaidBasis.DOCUMENT if self.said is None else SaidBasis.TIMEX

    @property
    def is_own_voice(self) -> bool:
        """Say whether the outlet states it itself, and reports nobody as saying it."""
        return self.kind is AttributionKind.OWN_VOICE

    @property
    def is_speech(self) -> bool:
        """Say whether the content was put into words, as far as is known."""
        nested, sourced = self.parent is not None, self.source != ()
        return is_speech(self.manner, nested=nested, sourced=sourced)


def is_speech(manner: str | None, *, nested: bool, sourced: bool) -> bool:
    """Say whether a content was put into words, as far as is known.

    What somebody is reported to believe or expect a text has from their words; what is thought
    within the words of another may never have been said.
    """
    believed = manner == Manner.THOUGHT and sourced and not nested
    return manner in MAYBE_SPEECH or believed
