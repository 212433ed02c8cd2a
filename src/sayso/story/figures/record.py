"""Counted figures: a number of a counted set, with all that must be known to compare two of them.

``None`` means everywhere that the text does not say, or that nothing has read it.
"""

from decimal import Decimal
from enum import StrEnum

from sayso.dates import DayInterval
from sayso.evidence.claim import Polarity
from sayso.evidence.figure import Accrual, Modality
from sayso.frozen import dataclass
from sayso.language.analysis import Modifier, QuantityKind
from sayso.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberInterval:
    """The numbers that a figure allows; ``best`` is the number as written, if it is one."""

    lo: Decimal | None
    hi: Decimal | None
    lo_open: bool = False
    hi_open: bool = False
    soft: bool = False
    modifier: Modifier = Modifier.EXACT
    best: Decimal | None = None

    @property
    def is_exact(self) -> bool:
        """Say whether exactly one number is allowed."""
        return self.lo is not None and self.lo == self.hi and not self.soft


# The class of what has none, as the annotators call it.
OTHER = "other"
# Before a word that a document is about, where it is no name.
TOPIC = "#"
# Before a class and a number that a document tells: two documents that share such are of one matter.
TOLD = "="


class InclusionFlag(StrEnum):
    """Who may or may not be counted in, by the rule of whoever counts."""

    PERPETRATOR = "perpetrator"
    UNBORN = "unborn"
    DIED_LATER = "died_later"
    MISSING_PRESUMED_DEAD = "missing_presumed_dead"
    FOREIGN_NATIONALS = "foreign_nationals"
    OTHERS = "others"  # whom ``Inclusion.who`` names


@dataclass(frozen=True, slots=True, kw_only=True)
class Inclusion:
    """What a document says of one flag: whether these are counted in, and how many they are.

    ``who`` is the noun for those of no flag of their own: the driver.
    """

    flag: InclusionFlag
    who: str | None = None
    included: bool | None = None
    number: Decimal | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedSet:
    """What is counted: the lemma of the head and the restrictors, each an atom of the table of kinds.

    Without a head the text names nothing counted ("12 were killed"). ``type`` is the topmost kind
    of the head: person, vehicle. ``owner`` is whose they are, where the claimant calls them its own.
    """

    head: str | None = None
    restrictors: frozenset[str] = frozenset()
    type: str | None = None
    owner: str | None = None
    inclusions: tuple[Inclusion, ...] = ()

    @property
    def atoms(self) -> frozenset[str]:
        return self.restrictors if self.head is None else self.restrictors | {self.head}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place by its canonical name, with the places that hold it from the smallest upwards."""

    name: str
    parents: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Return the name as it is compared: where the gazetteer is not sure it is as written."""
        return self.name.casefold()

    @property
    def outermost(self) -> str:
        return (self.parents[-1] if self.parents else self.name).casefold()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Where and when a figure holds.

    ``period`` is the time over which a flow is counted, ``as_of`` the time of the count.
    ``as_of_stated`` is false where the date of the document stands in for it, ``place_stated`` where
    the sentence names no place and that of the text around does.

    ``matter`` are the names and topics that the document is about: figures of documents that share
    enough of them, and were written near each other, are of one matter. A place that is one of them
    says no more than that (``central``): the toll of a storm is not narrower for the town it was told
    in. Not so where the text counts the same ``by_place``: what befell those of one country befell
    none of another, and a figure that names no place may be of any.
    """

    place: Place | None = None
    place_stated: bool = True
    central: bool = False
    by_place: bool = False
    matter: tuple[str, ...] = ()
    event: str | None = None
    as_of: DayInterval | None = None
    as_of_stated: bool = False
    period: DayInterval | None = None


class Basis(StrEnum):
    """What a claimant rests the number on."""

    COUNT = "count"
    REGISTRATION = "registration"
    HOSPITAL = "hospital"
    ESTIMATE = "estimate"
    ORGANISER = "organiser"
    CONCEDED = "conceded"  # by the party that is blamed


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Who stands behind a figure.

    ``origin`` is the echo group: figures of one origin support each other no more than one does.
    """

    claimant: str | None = None
    official: bool = False
    basis: Basis | None = None
    origin: str | None = None

    @property
    def name(self) -> str | None:
        """Return the claimant as it is compared: "The ministry" and "the MINISTRY" are one."""
        if self.claimant is None:
            return None
        return self.claimant.casefold().removeprefix("the ").removeprefix("a ")


class Part(StrEnum):
    """A part of the text that tells something of a figure."""

    NUMBER = "number"
    MODIFIER = "modifier"
    COUNTED = "counted"
    PREDICATE = "predicate"
    PLACE = "place"
    TIME = "time"
    CLAIMANT = "claimant"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """The characters of one part."""

    part: Part
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """What a figure and its siblings come to: "ten women and seven men" are 17 people.

    ``numbers`` are the characters of the siblings' numbers.
    """

    number: NumberInterval
    counted: CountedSet
    numbers: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedFigure:
    """One figure, ready to be compared: number, set, predicate, scope, voice, and where they stand."""

    id: str
    document: str
    number: NumberInterval
    grounds: tuple[Ground, ...]
    counted: CountedSet = CountedSet()
    kind: QuantityKind = QuantityKind.COUNT
    unit: str | None = None
    predicate: str | None = None
    leaning: str | None = None  # the likeliest class where none is told
    polarity: Polarity | None = None
    modality: Modality | None = None
    accrual: Accrual | None = None
    scope: Scope = Scope()
    voice: Voice = Voice()
    written: DayInterval | None = None
    part_of: str | None = None  # id of the figure that the text itself makes the whole
    same_as: str | None = None  # id of the figure that this one tells in another unit
    rivals: tuple[NumberInterval, ...] = ()  # what others say of it, by the same text
    together: Together | None = None  # of siblings the first has it

    @property
    def is_classed(self) -> bool:
        """Say whether it is known what befell the counted, or what an amount measures."""
        return self.predicate not in (None, OTHER)

    @property
    def predicate_met(self) -> str | None:
        """Return the class under which others meet the figure: its own, else that to which it leans."""
        return self.predicate if self.is_classed else self.leaning

    def spans(self, *parts: Part) -> tuple[Span, ...]:
        """Return the characters of the parts that the text has, in the order asked for."""
        return tuple(g.span for part in parts for g in self.grounds if g.part is part)
