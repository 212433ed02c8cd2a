"""The day of a moment that a page gives in Greenwich time, as the page's own readers counted it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from sayso.dates import DayInterval, Precision
from sayso.documents.document import DateCandidate

# Offsets from Greenwich at the two ends of the inhabited world, and at Greenwich.
_ZONES = (timedelta(hours=-11), timedelta(0), timedelta(hours=14))


def in_page_zone(
    candidates: Sequence[DateCandidate], *, addressed: DayInterval | None
) -> list[DateCandidate]:
    """Return the candidates with each day as the page's own readers counted it.

    A moment given in Greenwich time can be another day where the outlet is. Its own day is the
    one that another field gives: the same moment with an offset, or a day without any zone that
    lies within reach of one; ``addressed`` is what the address says.
    """
    address_day = addressed.lo if addressed and addressed.days == 1 else None
    moments = _moments(candidates)
    zoned = []
    for candidate, moment in zip(candidates, moments, strict=True):
        day = None
        if moment is not None and not moment.utcoffset():
            days = {None if candidate.modified else address_day}
            days.update(_local_days(candidate, moment, zip(candidates, moments, strict=True)))
            day = _moved(moment, days)
        zoned.append(_at_day(candidate, day) if day else candidate)
    return zoned


def _local_days(
    candidate: DateCandidate,
    moment: datetime,
    others: Iterable[tuple[DateCandidate, datetime | None]],
) -> Iterator[date | None]:
    for other, stamp in others:
        if stamp == moment and stamp.utcoffset():
            yield stamp.date()
        elif stamp is None and other.modified == candidate.modified and _is_day(other):
            yield other.interval.lo


def _moved(moment: datetime, days: Iterable[date | None]) -> date | None:
    """Return the one day of ``days`` that the moment can be somewhere; None if it is its own."""
    near = {
        day for day in days if day and any((moment + offset).date() == day for offset in _ZONES)
    }
    return None if moment.date() in near or len(near) != 1 else near.pop()


def _at_day(candidate: DateCandidate, day: date) -> DateCandidate:
    rule = f"{candidate.rule}+page_zone"
    return replace(candidate, interval=DayInterval.day(day), rule=rule)


def _moments(candidates: Sequence[DateCandidate]) -> list[datetime | None]:
    """Read points in time that have their zone with them.

    One that has none, and shows the clock of one in Greenwich time, was written by the same system.
    """
    read = [_time(candidate.written) for candidate in candidates]
    greenwich = {
        time.replace(tzinfo=None) for time in read if time and time.tzinfo and not time.utcoffset()
    }
    moments: list[datetime | None] = []
    for time in read:
        if time is not None and time in greenwich:
            moments.append(time.replace(tzinfo=UTC))
        else:
            moments.append(time if time is not None and time.tzinfo else None)
    return moments


def _time(written: str) -> datetime | None:
    try:
        return datetime.fromisoformat(written)
    except ValueError:
        return None


def _is_day(candidate: DateCandidate) -> bool:
    return candidate.precision is Precision.DAY
