"""The chronology for TimelineJS 3: a month stays a month, a range has two ends."""

import json
from datetime import date
from typing import TYPE_CHECKING, TextIO

from sayso.dates import Precision
from sayso.export.chronology import coding_of, outlets_of, told_events
from sayso.export.labels import when
from sayso.frozen import dataclass
from sayso.pipeline.wire import Json, as_json

if TYPE_CHECKING:
    from sayso.case import CaseReader, ChronologyRow


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialDate:
    """A date as exactly as it is known; what is not known is left out of the JSON."""

    year: int
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    headline: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """One event. ``unique_id`` is that of the case, the same each time."""

    unique_id: str
    start_date: PartialDate
    end_date: PartialDate | None
    display_date: str
    group: str
    text: Words


def write_timelinejs(case: "CaseReader", stream: TextIO) -> int:
    """Write the dated events and return how many there were."""
    slides = [_slide(row) for row in told_events(case, real=False)]
    content: dict[str, Json] = {
        "title": {"text": {"headline": case.name}},
        "events": [_known(as_json(slide)) for slide in slides],
    }
    json.dump(content, stream, ensure_ascii=False, indent=1)
    stream.write("\n")
    return len(slides)


def _slide(row: "ChronologyRow") -> Slide:
    lo, hi = row.when.lo, row.when.hi
    if lo is None or hi is None:
        raise ValueError(f"{row.id} is open at one end and cannot be drawn")
    coding = coding_of(row)
    return Slide(
        unique_id=row.id,
        start_date=_partial(lo, row.when.precision),
        end_date=_whole(hi) if row.when.precision in {Precision.RANGE, Precision.WEEK} else None,
        display_date=when(row.when),
        group=coding.label,
        text=Words(headline=row.words, text=_told(row)),
    )


def _partial(day: date, precision: Precision) -> PartialDate:
    if precision is Precision.YEAR:
        return PartialDate(year=day.year)
    if precision is Precision.MONTH:
        return PartialDate(year=day.year, month=day.month)
    return _whole(day)


def _whole(day: date) -> PartialDate:
    return PartialDate(year=day.year, month=day.month, day=day.day)


def _told(row: "ChronologyRow") -> str:
    status = "" if row.status == "asserted" else f"{row.status}; "
    place = f"{row.place}; " if row.place else ""
    return f"{status}{place}{', '.join(outlets_of(row))}; known origins: {row.origins}"


def _known(value: Json) -> Json:
    """Leave out what is not known, as TimelineJS has it."""
    if isinstance(value, dict):
        return {key: _known(one) for key, one in value.items() if one is not None}
    return value
