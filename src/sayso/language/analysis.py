"""What is read in one text: tokens, quotations, attributions, times, quantities, mentions.

Every record points to the text by spans and names the rule or head that made it. The records are
the same whether a closed grammar or the trained core found them.
"""

from decimal import Decimal
from enum import StrEnum

from sayso.dates import DayInterval
from sayso.frozen import dataclass
from sayso.language.timex_expressions import Phrase
from sayso.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """Tokens as columns of equal length; the tag columns are empty until a parser has run.

    ``heads`` holds token indices, ``-1`` for the root of a sentence.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    upos: tuple[str, ...] = ()
    heads: tuple[int, ...] = ()
    deprels: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.starts)

    def span(self, index: int) -> Span:
        return Span(self.starts[index], self.ends[index])


class QuoteUse(StrEnum):
    """What a pair of quotation marks is used for."""

    QUOTATION = "quotation"  # words that somebody said or wrote
    SCARE = "scare"  # distance, irony, a term
    NAME = "name"  # a nickname, a title of a work


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A passage between quotation marks.

    ``span`` includes the marks, ``content`` does not. A quotation that goes on in the next
    paragraph has no closing mark (``closed`` false); the passage that continues it has
    ``continues`` set to the index of the one before.
    """

    span: Span
    content: Span
    use: QuoteUse
    closed: bool
    rule: str
    continues: int | None = None


class AttributionKind(StrEnum):
    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    OWN_VOICE = "own_voice"  # of a claim that the outlet makes itself: never of an attribution


class Manner(StrEnum):
    """What the source did with the content: only what is said or written is a claim."""

    SAID = "said"
    WROTE = "wrote"
    THOUGHT = "thought"
    PERCEIVED = "perceived"
    INTENDED = "intended"
    JUDGED = "judged"


# Of these the content was put into words; a thought, a plan or a judgement may never have been.
SPEECH = frozenset({Manner.SAID, Manner.WROTE})
# Where only rules have read the text, what they found is taken for said.
MAYBE_SPEECH = SPEECH | {None}


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who, by which words, is said to have said what (PolNeAR's source, cue, content).

    Each role is a tuple of fragments in text order; ``source`` and ``cue`` may be empty.
    ``parent`` is the index of the attribution whose content this one lies in. ``manner``,
    ``force`` and ``negated`` ("did not say") are ``None`` where only rules have read the text;
    so is ``sureness``, the probability that the cue is one, 0 to 1. ``described`` is what a source
    that is only a pronoun stands for, where the text gives no name.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: AttributionKind
    rule: str
    parent: int | None = None
    speaker: str | None = None
    manner: Manner | None = None
    force: str | None = None
    negated: bool | None = None
    sureness: float | None = None
    described: str | None = None


class TimexType(StrEnum):
    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """An expression of time. ``value`` and ``mod`` follow TIMEX3; ``None`` stays unresolved.

    ``anchor`` says what a relative expression was counted from: published, previous, narrative,
    event or said. ``alternatives`` holds other readings of the same characters (day and month
    swapped).
    """

    span: Span
    type: TimexType
    value: str | None
    rule: str
    mod: str | None = None
    interval: DayInterval | None = None
    alternatives: tuple[DayInterval, ...] = ()
    anchor: str | None = None


class Modifier(StrEnum):
    """How a number is hedged or built (design section 5)."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    FEWER_THAN = "fewer_than"
    UP_TO = "up_to"
    AS_MANY_AS = "as_many_as"
    BETWEEN = "between"
    VAGUE = "vague"
    INCREMENT = "increment"
    PART_OF = "part_of"
    RATE = "rate"
    ORDINAL = "ordinal"


class QuantityKind(StrEnum):
    """What sort of quantity a number is; only counts become figures of a series."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    RATIO = "ratio"
    RATE = "rate"
    AGE = "age"
    DURATION = "duration"
    DISTANCE = "distance"
    AREA = "area"
    VOLUME = "volume"
    MASS = "mass"
    SPEED = "speed"
    TEMPERATURE = "temperature"
    ENERGY = "energy"
    DATA = "data"
    OTHER = "other"


class Change(StrEnum):
    """Whether the number is the size of a move: "rose 5 percent", "lost 12 seats"."""

    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number of the text with its hedge, bounds and unit.

    ``span`` holds the whole phrase with hedge and unit, ``number`` the number alone. ``best`` is
    the number as written, ``None`` for a range or a vague word. ``lo`` and ``hi`` are the bounds
    under the profile used (research profile ``wide`` unless told); ``None`` is unbounded. ``soft``
    bounds may be missed by a little without contradiction. ``whole`` is the index of the quantity
    that this one is a part of ("81 of 120").
    """

    span: Span
    number: Span
    best: Decimal | None
    lo: Decimal | None
    hi: Decimal | None
    lo_open: bool
    hi_open: bool
    soft: bool
    modifier: Modifier
    kind: QuantityKind
    rule: str
    modifier_span: Span | None = None
    unit: str | None = None  # canonical unit or ISO 4217 code
    unit_span: Span | None = None
    counted: Span | None = None  # the noun phrase that is counted
    counted_head: Span | None = None
    change: Change | None = None
    whole: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counting:
    """What is said of the counted: ``None`` where nothing fits.

    ``quantity`` is the index of the count; ``accrual`` stock, flow or cumulative; ``modality`` asserted,
    denied, planned, hypothetical or forecast. ``odds`` has the log-odds, against none of them, of each
    class of what may have befallen the counted (killed, held), ``words`` the word that would say it.
    """

    quantity: int
    accrual: str | None
    modality: str | None
    rule: str
    odds: tuple[tuple[str, float], ...] = ()
    words: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A span that refers to an entity; mentions of one entity share ``entity``."""

    span: Span
    kind: str
    entity: int
    name: str | None
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """The word that says that something happened, with its type family and status."""

    span: Span
    type: str
    status: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceTree:
    """The tree of one sentence: its words are those from ``first`` on.

    ``heads`` are places in the sentence, ``-1`` for its root.
    """

    first: int
    upos: tuple[str, ...]
    heads: tuple[int, ...]
    deprels: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """All that was read in one text, each layer in the order of the text.

    ``phrases`` are the expressions of time that ``timexes`` places on the calendar: kept, since they
    help to date the text and are placed anew once it is dated. ``trees`` are those of the sentences that
    count something or name a time, whether or not the ``tokens`` have theirs.
    """

    paragraphs: tuple[Span, ...] = ()
    sentences: tuple[Span, ...] = ()
    tokens: Tokens = Tokens(starts=(), ends=())
    quotations: tuple[Quotation, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    timexes: tuple[Timex, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    countings: tuple[Counting, ...] = ()
    mentions: tuple[Mention, ...] = ()
    events: tuple[EventMention, ...] = ()
    trees: tuple[SentenceTree, ...] = ()
