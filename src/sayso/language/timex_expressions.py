"""Typed expressions of time: what the words mean before anything is known of the calendar."""

from dataclasses import replace
from decimal import Decimal
from enum import StrEnum

from sayso.dates import ClockTime, DateExpression, DayPart, Edge, PartialDate
from sayso.dates.clock import Clock
from sayso.dates.pattern import Match
from sayso.frozen import dataclass
from sayso.text import Span


class Unit(StrEnum):
    """A unit of time; the value is its letter in TIMEX3."""

    SECOND = "S"
    MINUTE = "MIN"
    HOUR = "H"
    DAY = "D"
    WEEKEND = "WE"
    WEEK = "W"
    FORTNIGHT = "FN"
    MONTH = "M"
    QUARTER = "Q"
    YEAR = "Y"
    DECADE = "DE"
    CENTURY = "CE"


class Mod(StrEnum):
    """TIMEX3 modifiers."""

    START = "START"
    MID = "MID"
    END = "END"
    APPROX = "APPROX"
    LESS_THAN = "LESS_THAN"
    MORE_THAN = "MORE_THAN"
    EQUAL_OR_LESS = "EQUAL_OR_LESS"
    EQUAL_OR_MORE = "EQUAL_OR_MORE"


class Origin(StrEnum):
    """What a relative expression counts from."""

    PUBLISHED = "published"
    PREVIOUS = "previous"  # the date mentioned last before it
    NARRATIVE = "narrative"  # the same, for want of a day of writing: what comes next in the story
    EVENT = "event"  # the known beginning of something: "day 12 of the siege"
    SAID = "said"  # the day on which the quotation was spoken that holds it


class Window(StrEnum):
    """Where a period lies, seen from its origin."""

    PAST = "past"
    FUTURE = "future"


class Toward(StrEnum):
    """Which way the clause looks; ``OPEN`` if nothing in it tells."""

    PAST = "past"
    FUTURE = "future"
    OPEN = "open"


class Sign(StrEnum):
    """What may tell whether a bare weekday, day or month lies before or after the day of writing."""

    TOWARD_PAST = "toward_past"
    TOWARD_FUTURE = "toward_future"
    TOWARD_OPEN = "toward_open"
    PAST_BEFORE = "past_before"
    FUTURE_BEFORE = "future_before"
    PAST_NEAR = "past_near"
    FUTURE_NEAR = "future_near"
    PAST_BEHIND = "past_behind"
    FUTURE_BEHIND = "future_behind"
    UNTIL = "until"
    SINCE = "since"
    FROM = "from"
    FOR = "for"
    ON = "on"
    IN = "in"
    OF = "of"
    BESIDE = "beside"  # "before", "after"
    BARE = "bare"
    POSSESSIVE = "possessive"
    PLANNED = "planned"
    TO_DO = "to_do"
    WILL = "will"
    WOULD = "would"
    SAID = "said"
    TITLE = "title"
    PREVIOUS_AHEAD = "previous_ahead"  # the date mentioned before lies ahead of the day of writing


Signs = frozenset[Sign]


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """How many units; ``count`` is ``None`` for "several", ``hedge`` holds "over", "about"."""

    count: Decimal | None
    hedge: Mod | None = None
    close: bool = False  # "just over": near the bound


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A date as the date grammar reads it; its year may be missing.

    ``around`` widens it to the unit that holds it ("the week of 6 March").
    """

    date: DateExpression
    around: Unit | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OnWeekday:
    """A weekday; ``by`` is -1 for "last", 0 for "this", 1 for "next", ``None`` for none of them.

    ``week`` counts calendar weeks instead ("Tuesday of last week"); "the previous Friday" has the
    date mentioned last as its ``origin``.
    """

    weekday: int
    by: int | None = None
    week: int | None = None
    origin: Origin = Origin.PUBLISHED


@dataclass(frozen=True, slots=True)
class OnWeekend:
    """A weekend, the one past or the one to come as the clause tells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """A whole unit some steps from the one that holds the origin: "last year", "tomorrow".

    ``pointing`` words ("that day") mean a day spoken of, never the day of writing.
    """

    unit: Unit
    by: int
    origin: Origin = Origin.PUBLISHED
    pointing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A named part of a year (or a day of a month): "last March", "the third quarter".

    ``by`` counts occurrences ("last March"), ``year`` counts years ("March last year") from that
    of the ``origin`` ("March of that year").
    """

    date: PartialDate
    by: int | None = None
    year: int | None = None
    origin: Origin = Origin.PUBLISHED


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """A point some units before (-1) or after (1) the origin: "three days ago"."""

    amount: Amount
    unit: Unit
    sign: int
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A length of time; ``window`` places it ("the past few days").

    ``more`` of a ``smaller`` unit may be added: "four years and two months".
    """

    amount: Amount
    unit: Unit
    window: Window | None = None
    more: Decimal | None = None
    smaller: Unit | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurring:
    """Something that comes back: a unit, a weekday or a month; ``every`` 2 is "every other"."""

    unit: Unit | None = None
    every: int = 1
    weekday: int | None = None
    month: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """The quarter, half or month that the passage reports on: "the quarter", "the year-ago period".

    ``years`` are steps from it ("a year earlier"), ``year`` is the year named instead ("the 1988
    quarter"), ``unit`` the unit named.
    """

    unit: Unit | None = None
    years: int = 0
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Nth:
    """The so many-th unit inside another time, from its end if negative: "the last week of March"."""

    number: int
    unit: Unit
    of: "Core"


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """The unit just before or after another time: "the day after Christmas"; with 0 the one around it."""

    by: int
    unit: Unit
    of: "Core"


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOf:
    """A day counted from the beginning of something: "day 12 of the siege" is its 12th."""

    number: int
    event: str


class Holiday(StrEnum):
    """Days that recur by a rule everyone shares."""

    CHRISTMAS = "christmas"
    CHRISTMAS_EVE = "christmas eve"
    NEW_YEAR = "new year's day"
    NEW_YEARS_EVE = "new year's eve"
    GOOD_FRIDAY = "good friday"
    EASTER = "easter"
    EASTER_MONDAY = "easter monday"
    PALM_SUNDAY = "palm sunday"
    ASH_WEDNESDAY = "ash wednesday"
    BOXING_DAY = "boxing day"
    VALENTINE = "valentine's day"
    SAINT_PATRICK = "saint patrick's day"
    MAY_DAY = "may day"
    WOMENS_DAY = "international women's day"
    THANKSGIVING = "thanksgiving"
    HALLOWEEN = "halloween"


@dataclass(frozen=True, slots=True, kw_only=True)
class OnHoliday:
    """A holiday, in the year that the clause points to."""

    holiday: Holiday
    by: int | None = None


class Reference(StrEnum):
    """Words that point without a place on the calendar."""

    PAST = "PAST_REF"
    PRESENT = "PRESENT_REF"
    FUTURE = "FUTURE_REF"


Core = (
    Written
    | OnWeekday
    | OnWeekend
    | Shift
    | Named
    | Away
    | Period
    | Recurring
    | Reported
    | Nth
    | Beside
    | DayOf
    | OnHoliday
    | Reference
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """One expression of the text with its typed meaning.

    ``begins`` are the words for what began then: "the siege of Lakor began on 3 May".
    """

    span: Span
    core: Core
    rule: str = ""
    mod: Mod | None = None
    day_part: DayPart | None = None
    time: ClockTime | None = None
    toward: Toward = Toward.OPEN
    signs: Signs = frozenset()
    begins: frozenset[str] = frozenset()


Phrases = tuple[Phrase, ...]


def phrase(match: Match, core: Core) -> Phrases:
    """Return the phrase of a whole match, with the part of the day and the edge it binds."""
    clock = match.get("clock", Clock)
    return (
        Phrase(
            span=match.span,
            core=core,
            mod=_mod(match),
            day_part=match.get("daypart", DayPart),
            time=clock.time if clock else None,
        ),
    )


def at_night(found: Phrases, match: Match) -> Phrases:
    """Keep that "that night", "the following night" are nights: the unit alone is a day."""
    if match.tokens[match.end - 1].key != "night":
        return found
    return tuple(replace(one, day_part=DayPart.NIGHT) for one in found)


def _mod(match: Match) -> Mod | None:
    edge = match.get("edge", Edge)
    if edge:
        return Mod(edge.value)
    return match.get("when", Mod)
