"""Entries of a chronology: what the reports of one event say together, nothing of it averaged away."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from sayso.dates import DayInterval
from sayso.evidence.event import EventStatus, TimeAnchor
from sayso.frozen import dataclass
from sayso.story.events.report import EventReport

_ANCHORS = tuple(TimeAnchor)
_UNTOLD = frozenset({TimeAnchor.REPORT, TimeAnchor.DOCUMENT})
_UNKNOWN = DayInterval(None, None)
# The best headline has about so many characters.
_GOOD_LENGTH = 110
# If reports differ in status, the entry has the first of these that one of them has.
_STATUSES = (
    EventStatus.ASSERTED,
    EventStatus.HISTORICAL,
    EventStatus.DENIED,
    EventStatus.PLANNED,
    EventStatus.HYPOTHETICAL,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One event over documents.

    ``when`` is what all dated reports leave open, at the precision of the most exact of them;
    ``headline`` names the report whose words tell it best, ``place`` the place as it is compared.
    """

    id: str
    when: DayInterval
    anchor: TimeAnchor
    family: str
    status: EventStatus
    headline: str
    place: str | None
    reports: tuple[str, ...]
    documents: int

    @property
    def is_dated(self) -> bool:
        return self.anchor is not TimeAnchor.DOCUMENT

    @property
    def sort_day(self) -> date | None:
        """Return the first day that is known; an open beginning sorts by its end."""
        return self.when.lo or self.when.hi


def make_entry(event_id: str, reports: Sequence[EventReport]) -> Entry:
    """Return the entry of one event; ValueError if nobody reports it."""
    if not reports:
        raise ValueError("an event needs a report")
    dated = [one for one in reports if one.anchor not in _UNTOLD]
    headline = min(dated or reports, key=_telling)
    status = next(s for s in _STATUSES if any(one.status is s for one in reports))
    return Entry(
        id=event_id,
        when=_common([one.when for one in dated]) if dated else _undated(reports),
        anchor=min((one.anchor for one in reports), key=_ANCHORS.index),
        family=headline.family,
        status=status,
        headline=headline.id,
        place=headline.place.name if headline.place else _place(reports),
        reports=tuple(sorted(one.id for one in reports)),
        documents=len({one.document for one in reports}),
    )


def _common(times: Sequence[DayInterval]) -> DayInterval:
    """Return the days that all times share; where some contradict, those of the most exact."""
    ordered = sorted(
        times, key=lambda one: (one.days or 100_000, one.lo or date.max, one.hi or date.max)
    )
    common = ordered[0]
    for one in ordered[1:]:
        common = common.intersection(one) or common
    return common


def _undated(reports: Sequence[EventReport]) -> DayInterval:
    """Return the time that is assumed of news, else the bound that the reports give."""
    assumed = [one.assumed for one in reports if one.assumed != _UNKNOWN]
    return _common(assumed) if assumed else _bound(reports)


def _bound(reports: Sequence[EventReport]) -> DayInterval:
    """Return the bound that the earliest report gives: it cannot have happened after it was told."""
    if not reports[0].is_real:
        days = [one.written.lo for one in reports if one.written.lo]
        planned = reports[0].status is EventStatus.PLANNED
        return DayInterval(min(days), None) if days and planned else _UNKNOWN
    ends = [one.written.hi for one in reports if one.written.hi]
    return DayInterval(None, min(ends)) if ends else _UNKNOWN


def _telling(report: EventReport) -> tuple[int, bool, int, int, str]:
    """Rank reports by how well their words tell the event: dated by themselves, of good length, early."""
    precise = report.when.days or 100_000
    early = (report.written.hi or date.max).toordinal()
    badness = abs(len(report.clause) - _GOOD_LENGTH) // 20
    return _ANCHORS.index(report.anchor), precise > 1 + 31, badness, early, report.id


def _place(reports: Sequence[EventReport]) -> str | None:
    """Return the place that most reports give, of equally many the smallest."""
    counts = Counter(one.place for one in reports if one.place is not None)
    if not counts:
        return None
    best = min(counts, key=lambda place: (-counts[place], -len(place.parents), place.name))
    return best.name
