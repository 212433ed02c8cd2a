"""Whether two reports tell of one event: reasons for it are weighed, and some facts forbid it."""

from datetime import timedelta
from enum import StrEnum

from sayso.dates import DayInterval
from sayso.evidence.event import TimeAnchor
from sayso.frozen import dataclass
from sayso.story.actors.spelling import folded
from sayso.story.events.report import EventReport
from sayso.story.events.terms import Background
from sayso.story.figures.record import Place

# Reports with so much for them tell of one event.
JOINS = 2.6
# Families in which one incident is told: an attack kills and frees.
_VIOLENT = frozenset({"assault", "death", "escape"})
_WRECKED = frozenset({"accident", "disaster", "death", "rescue", "disease"})
_JUSTICE = frozenset({"trial", "verdict"})
_RELATED = (_VIOLENT, _WRECKED, _JUSTICE)
# Reports of one event without a date are written within this time of each other.
_FRESH = timedelta(days=10)
_DAY, _WEEK, _MONTH, _YEAR = 3, 10, 45, 400


class Basis(StrEnum):
    """What a weight rests on."""

    SENTENCE = "sentence"  # one clause or sentence tells both
    WORD = "word"
    FAMILY = "family"
    TIME = "time"
    PLACE = "place"
    NAMES = "names"
    WORDS = "words"
    FIGURES = "figures"
    STORY = "story"


# What the scene (place, names, words, figures) has to say for it at the least; and where nobody knows
# when one of two documents was written: a copy comes without its date.
_SCENE, _UNTIMED_SCENE = 0.9, 2.0
_UNTIMED = 0.1
_SCENIC = frozenset({Basis.PLACE, Basis.NAMES, Basis.WORDS, Basis.FIGURES})


class Veto(StrEnum):
    """A fact that forbids two reports to be of one event."""

    TIME = "time"
    PLACE = "place"
    STATUS = "status"
    FAMILY = "family"


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    basis: Basis
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLink:
    """Two reports that tell of one event; ``left`` is the one whose id comes first."""

    left: str
    right: str
    score: float
    weights: tuple[Weight, ...]


def match(
    one: EventReport, other: EventReport, background: Background, *, one_story: bool
) -> EventLink | None:
    """Return the link between two reports, ``None`` where they do not tell of one event."""
    if veto(one, other) is not None:
        return None
    if one.document == other.document:
        weights = _within(one, other)
    elif (timely := _by_time(one, other)) > 0:
        weights = _across(one, other, background, timely, one_story=one_story)
        scene = sum(weight.value for weight in weights if weight.basis in _SCENIC)
        if scene < (_UNTIMED_SCENE if timely == _UNTIMED else _SCENE):
            return None
    else:
        return None
    score = sum(weight.value for weight in weights)
    if score < JOINS:
        return None
    left, right = sorted((one.id, other.id))
    return EventLink(left=left, right=right, score=round(score, 3), weights=weights)


def veto(one: EventReport, other: EventReport) -> Veto | None:
    """Return what forbids that two reports are of one event."""
    if one.is_real != other.is_real:
        return Veto.STATUS
    if not _compatible_times(one, other):
        return Veto.TIME
    if not _compatible_places(one.place, other.place):
        return Veto.PLACE
    return None if _related(one, other) else Veto.FAMILY


def _within(one: EventReport, other: EventReport) -> tuple[Weight, ...]:
    """Join what one clause tells; and a second mention of the same word in one text."""
    if _told_together(one, other) and one.when == other.when:
        return (Weight(basis=Basis.SENTENCE, value=2 * JOINS),)
    same_day = one.is_dated and other.is_dated and _overlap_days(one.when, other.when) <= _DAY
    if one.lemma == other.lemma and same_day and one.sentence != other.sentence:
        return (Weight(basis=Basis.WORD, value=1.5), Weight(basis=Basis.TIME, value=2.6))
    return ()


def _told_together(one: EventReport, other: EventReport) -> bool:
    """Say whether one clause of one text tells both."""
    if one.document != other.document or one.sentence != other.sentence:
        return False
    return one.clause.contains(other.clause) or other.clause.contains(one.clause)


def _across(
    one: EventReport, other: EventReport, background: Background, timely: float, *, one_story: bool
) -> tuple[Weight, ...]:
    found = (
        (Basis.WORD, 1.5 if one.lemma == other.lemma else 0.0),
        (Basis.FAMILY, 1.0 if one.family == other.family else 0.0),
        (Basis.TIME, timely),
        (Basis.PLACE, _by_place(one.place, other.place)),
        (Basis.NAMES, _by_names(one, other)),
        (Basis.WORDS, _by_words(one, other, background)),
        (Basis.FIGURES, 0.8 if one.values & other.values else 0.0),
        (Basis.STORY, 0.5 if one_story else -1.5),
    )
    return tuple(Weight(basis=basis, value=round(value, 2)) for basis, value in found if value)


def _related(one: EventReport, other: EventReport) -> bool:
    if one.family == other.family or one.lemma == other.lemma or _told_together(one, other):
        return True
    return any(one.family in some and other.family in some for some in _RELATED)


def _compatible_times(one: EventReport, other: EventReport) -> bool:
    if not _near(one.when, other.when):
        return False
    return _not_before(one, other) and _not_before(other, one)


def _not_before(dated: EventReport, teller: EventReport) -> bool:
    """Say whether what is dated can have been told by another document, which came out then."""
    if dated.when.lo is None or teller.written.hi is None or not teller.is_real:
        return True
    return dated.when.lo <= teller.written.hi


def _near(one: DayInterval, other: DayInterval) -> bool:
    """Say whether two times share a day; between two days that touch lies a night."""
    lo = max((day for day in (one.lo, other.lo) if day), default=None)
    hi = min((day for day in (one.hi, other.hi) if day), default=None)
    return lo is None or hi is None or lo <= hi


def _compatible_places(one: Place | None, other: Place | None) -> bool:
    """Say whether one place may be the other, or hold it; of what is unknown nothing is said."""
    if one is None or other is None or one.name == other.name:
        return True
    if one.name in other.parents or other.name in one.parents:
        return True
    # Two places that lie in no known country may be one under two names.
    return not (one.parents and other.parents) or _one_town(one, other)


def _one_town(one: Place, other: Place) -> bool:
    """Say whether two sites or a site and a town have a town or area in common below the country."""
    return bool(set(one.parents[:-1]) & set(other.parents[:-1]))


def _by_time(one: EventReport, other: EventReport) -> float:
    if one.is_dated and other.is_dated:
        days = _overlap_days(one.when, other.when)
        steps = ((_DAY, 2.0), (_WEEK, 1.2), (_MONTH, 0.8), (_YEAR, 0.4))
        sure = min(_surety(one.anchor), _surety(other.anchor))
        return sure * next((value for limit, value in steps if days <= limit), 0.0)
    if one.is_dated or other.is_dated:
        dated, teller = (one, other) if one.is_dated else (other, one)
        return 0.3 if _is_news(dated.when, teller.written) else 0.0
    if one.written.days is None or other.written.days is None:
        return _UNTIMED
    return 0.5 if _are_near(one.written, other.written) else 0.0


def _surety(anchor: TimeAnchor) -> float:
    return {TimeAnchor.CLAUSE: 1.0, TimeAnchor.SENTENCE: 0.8}.get(anchor, 0.5)


def _overlap_days(one: DayInterval, other: DayInterval) -> int:
    """Return how roughly the less exact of two times is known."""
    return max(one.days or _YEAR, other.days or _YEAR)


def _are_near(one: DayInterval, other: DayInterval) -> bool:
    """Say whether two documents were written within a short time of each other."""
    exact = max(one.days or _YEAR, other.days or _YEAR) <= _MONTH
    return exact and (_is_news(one, other) or _is_news(other, one))


def _is_news(when: DayInterval, written: DayInterval) -> bool:
    """Say whether a document was written soon after a time."""
    lo, hi = written.lo, written.hi
    if when.lo is None or when.hi is None or lo is None or hi is None:
        return False
    return hi >= when.lo and lo - when.hi <= _FRESH and (hi - lo) <= 3 * _FRESH


def _by_place(one: Place | None, other: Place | None) -> float:
    if one is None or other is None:
        return 0.0
    if one.name == other.name:
        return 1.5 if one.parents else 0.5  # that two are in one country says little
    if _named_alike(one, other):
        return 1.2
    around = one.parents[:1] == (other.name,) or other.parents[:1] == (one.name,)
    return 0.7 if around or _one_town(one, other) else 0.0


def _named_alike(one: Place, other: Place) -> bool:
    """Say whether one of two places holds the other and is called like it: a town and its province."""
    around = other.name in one.parents or one.name in other.parents
    left, right = (folded(place.name).partition(",")[0].removesuffix(" (area)") for place in (one, other))  # fmt: skip
    alike = left.replace("-", " ").split() == right.replace("-", " ").split()
    return around and bool(one.parents) and bool(other.parents) and alike


def _by_names(one: EventReport, other: EventReport) -> float:
    if not one.names or not other.names:
        return 0.0
    shared = len(one.names & other.names)
    return min(0.7 * shared, 1.4) if shared else -0.3


def _by_words(one: EventReport, other: EventReport, background: Background) -> float:
    """Weigh the words that two sentences share beside the event words themselves, by how rare each is."""
    common = (one.told & other.told) - {one.lemma, other.lemma}
    return min(sum(background.rarity(word) for word in common) / background.rarity(""), 2.0)
