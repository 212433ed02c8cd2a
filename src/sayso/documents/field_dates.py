"""Dates that machines and editors wrote into fields: ISO, RFC 2822, PDF, epoch, or in words."""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from sayso.dates import DayInterval, find_dates
from sayso.documents.document import DateBasis, DateCandidate
from sayso.frozen import dataclass
from sayso.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldDate:
    """The days that a field names; ``alternatives`` are other readings of the same characters."""

    interval: DayInterval
    form: str
    alternatives: tuple[DayInterval, ...] = ()


# Log-odds. A field is filled by the one who published; a file's dates by whoever saved it.
FIELD_WEIGHT = 3.5
FILE_WEIGHT = 0.5

_FIRST_YEAR, _LAST_YEAR = 1800, 2200
_ISO = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2})(?:[T\s].*)?)?)?\Z", re.DOTALL
)
_COMPACT = re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?:T?\d{0,6}\D?.*)?\Z")
_OF_A_PDF = re.compile(r"D:(?P<year>\d{4})(?:(?P<month>\d{2})(?:(?P<day>\d{2}).*)?)?\Z")
_MAIL = re.compile(r"(?:[A-Za-z]{3},\s*)?\d{1,2}\s+[A-Za-z]{3}\s+\d{4}\s+\d{1,2}:\d{2}")
# Seconds since 1970 from September 2001 on, or the same in milliseconds.
_EPOCH = re.compile(r"(?P<seconds>[1-9]\d{9})(?P<millis>\d{3})?(?:\.\d+)?\Z")


def read_field_date(written: str) -> FieldDate | None:
    """Return the day, month or year that a field gives; ``None`` if it gives none.

    The day is the one written, whatever the time zone: it is what the outlet's readers saw.
    """
    written = written.strip()
    for form in (_epoch, _iso, _mail, _in_words):
        if (found := form(written)) is not None:
            return found
    return None


def field_candidate(
    written: str, spans: tuple[Span, ...], *, rule: str, weight: float, modified: bool = False
) -> DateCandidate | None:
    """Return the candidate for a document's date that a field gives."""
    found = read_field_date(written)
    if found is None:
        return None
    return DateCandidate(
        interval=found.interval,
        basis=DateBasis.METADATA,
        weight=weight,
        original_spans=spans,
        written=written.strip(),
        rule=f"{rule}:{found.form}",
        modified=modified,
        alternatives=found.alternatives,
    )


def _epoch(written: str) -> FieldDate | None:
    found = _EPOCH.match(written)
    if found is None:
        return None
    day = datetime.fromtimestamp(int(found["seconds"]), UTC).date()
    return FieldDate(interval=DayInterval.day(day), form="epoch")


def _iso(written: str) -> FieldDate | None:
    found = _first_match((_ISO, _COMPACT, _OF_A_PDF), written)
    if found is None or not _FIRST_YEAR <= int(found["year"]) <= _LAST_YEAR:
        return None
    year, month, day = (int(part) if part else None for part in found.group("year", "month", "day"))
    try:
        return FieldDate(interval=_interval(year or 0, month, day), form="iso")
    except ValueError:
        return None


def _first_match(forms: tuple[re.Pattern[str], ...], written: str) -> re.Match[str] | None:
    return next((found for form in forms if (found := form.match(written))), None)


def _interval(year: int, month: int | None, day: int | None) -> DayInterval:
    if month is None:
        return DayInterval.year(year)
    if day is None:
        return DayInterval.month(year, month)
    return DayInterval.day(date(year, month, day))


def _mail(written: str) -> FieldDate | None:
    if not _MAIL.match(written):
        return None
    try:
        return FieldDate(
            interval=DayInterval.day(parsedate_to_datetime(written).date()), form="mail"
        )
    except ValueError:
        return None


def _in_words(written: str) -> FieldDate | None:
    dated = [found for found in find_dates(written) if found.interval is not None]
    if len(dated) != 1 or dated[0].interval is None:
        return None
    return FieldDate(interval=dated[0].interval, form="written", alternatives=dated[0].alternatives)
