"""What the lists of a case can be narrowed by; every field left at its default narrows nothing."""

from datetime import date

from sayso.case.review_records import Reviewed
from sayso.documents import Flag
from sayso.evidence.claim import Force, Voice
from sayso.frozen import dataclass
from sayso.language.analysis import AttributionKind, Manner, Modifier, QuantityKind


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFilter:
    """``outlet`` is compared without case; ``text`` holds words that must all stand in the text.

    ``since`` and ``until`` (both included, here and below) keep what *may* lie in the window: an
    interval that reaches into it, and also what has no date at all. ``since_run`` (here and below)
    keeps what that run or a later one made. ``ids`` (here and below) keeps these documents alone.
    """

    outlet: str | None = None
    since: date | None = None
    until: date | None = None
    flag: Flag | None = None
    language: str | None = None
    text: str | None = None
    since_run: int | None = None
    ids: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFilter:
    """``speaker`` and ``text`` hold words that must all stand in the name and in the content.

    Any name of the actor who speaks will do; where the text gives no name, the words for the source
    are looked at instead. ``actor`` is the id of one. ``speech`` keeps what was put into words as
    far as is known, or, if false, only the rest. ``voice`` keeps what outlets state themselves, or
    what they report others as saying.

    ``place`` is part of the name of a place that the content mentions. ``origin`` names a speaker or
    a credited outlet; what echoes a claim of theirs is kept too.

    The date of a claim is when it was said, or, if the text does not say, when it was written.
    """

    speaker: str | None = None
    actor: str | None = None
    outlet: str | None = None
    force: Force | None = None
    kind: AttributionKind | None = None
    manner: Manner | None = None
    voice: Voice | None = None
    speech: bool | None = None
    text: str | None = None
    document: str | None = None
    place: str | None = None
    origin: str | None = None
    since: date | None = None
    until: date | None = None
    since_run: int | None = None
    review: Reviewed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureFilter:
    """``about`` holds words looked for in the phrase, the counted thing and the predicate.

    ``place`` holds words of the place as written. The date of a figure is its "as of", or, if the
    text does not say, when it was written.
    """

    about: str | None = None
    place: str | None = None
    document: str | None = None
    outlet: str | None = None
    modifier: Modifier | None = None
    kind: QuantityKind | None = None
    predicate: str | None = None
    since: date | None = None
    until: date | None = None
    since_run: int | None = None
    review: Reviewed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateFilter:
    """``doubtful`` keeps only dates that a person should look at."""

    doubtful: bool = False
    outlet: str | None = None
    document: str | None = None
    since_run: int | None = None
    ids: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimexFilter:
    """``resolved`` keeps only expressions with an interval; the window is that of the interval."""

    document: str | None = None
    outlet: str | None = None
    resolved: bool = False
    since: date | None = None
    until: date | None = None
