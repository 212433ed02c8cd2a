"""Keys of event reports: numbers by which a report finds the few that may tell of the same event.

A report leaves what happened with the day, the month and the year, with the place and with each name
and telling word. A key remembers the first reports only, so that a look-up costs the same in a case
of any size.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import blake2b
from typing import Protocol

from sayso.frozen import dataclass
from sayso.story.events.report import EventReport
from sayso.story.events.terms import Background

# Reports that a key remembers, and that one report is compared with.
PER_KEY = 32
COMPARED = 24
_KEY_BYTES = 8
# Days of a time that each leave a key; a longer one leaves its months.
_DAYS = 3
_MONTHS = 24
# Words of a sentence that leave a key with what happened.
_TOLD = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class EventKey:
    """One key, a signed 64-bit number, and how much it says."""

    number: int
    weight: float


class ReportLookup(Protocol):
    """Those who keep reports: memory, or a case."""

    def beside(self, report: EventReport) -> tuple[EventReport, ...]:
        """Return the few reports of other documents that share most keys."""
        ...


def keys_of(report: EventReport, background: Background) -> tuple[EventKey, ...]:
    """Return the keys of a report, each once."""
    found: dict[int, float] = {}
    for weight, parts in _parts(report, background):
        found.setdefault(_number(parts), weight)
    return tuple(EventKey(number=number, weight=weight) for number, weight in found.items())


def _parts(report: EventReport, background: Background) -> Iterator[tuple[float, tuple[str, ...]]]:
    real = "real" if report.is_real else "unreal"
    what = ((report.family, 1.0), (f"={report.lemma}", 1.5))
    telling = sorted(report.told, key=lambda word: (-background.rarity(word), word))[:_TOLD]
    scene = [*([f"@{report.place.name}"] if report.place else []), *sorted(report.names), *telling]
    for name, weight in what:
        for day in _days(report):
            yield 2 * weight, (real, name, day)
        for one in scene:
            yield weight, (real, name, one)
    for month in _months(report):
        if report.place is not None:
            yield 1.5, (real, month, report.place.name)
            # A site and the town it lies in are one place to those who write from afar.
            for around in report.place.parents[:1]:
                yield 1.0, (real, month, around)


def _days(report: EventReport) -> Iterator[str]:
    days = report.when.days
    if report.when.lo is not None and days is not None and days <= _DAYS:
        for offset in range(days):
            yield (report.when.lo + timedelta(days=offset)).isoformat()


def _months(report: EventReport) -> Iterator[str]:
    """Yield the months and the years of a time, so that a year finds its days."""
    lo, hi = report.when.lo, report.when.hi
    if lo is None or hi is None:
        return
    for year in range(lo.year, min(hi.year, lo.year + 2) + 1):
        yield str(year)
    month = date(lo.year, lo.month, 1)
    for _ in range(_MONTHS):
        if month > hi:
            return
        yield month.isoformat()[:7]
        month = (month + timedelta(days=32)).replace(day=1)


def _number(parts: tuple[str, ...]) -> int:
    written = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(written, digest_size=_KEY_BYTES).digest(), signed=True)
