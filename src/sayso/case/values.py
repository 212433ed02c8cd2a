"""How values are written in the columns of a case, and read back."""

import json
import unicodedata
from collections.abc import Iterable
from dataclasses import asdict
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any, TypeAlias

from sayso.dates import DayInterval
from sayso.documents import Framing
from sayso.text import Span

# A row as it goes into or comes out of a table; it never leaves this package.
Value: TypeAlias = str | int | float | None
Row: TypeAlias = dict[str, Value]

# Made once: a case writes dozens of small values for every document.
_DECODER = json.JSONDecoder()
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
# Written values that are kept as read: names, days and numbers of a story come again and again.
_REMEMBERED = 1 << 13
_NOTHING = "[]"
# Stands between the fragments of a discontinuous passage.
_GAP = " … "


def compact(value: Any) -> str:
    """Write JSON without blanks, the same each time."""
    return _ENCODER.encode(value)


def decoded(text: str) -> Any:
    """Read JSON that ``compact`` wrote: nothing stands around it, which ``json.loads`` would look for."""
    return _DECODER.raw_decode(text)[0]


def moment_text(moment: datetime) -> str:
    """Write a moment in UTC, so that moments sort as text; ValueError if it has no time zone."""
    if moment.tzinfo is None:
        raise ValueError(f"a moment needs a time zone, got {moment.isoformat()}")
    return moment.astimezone(UTC).isoformat()


def read_moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def span_text(span: Span | None) -> str | None:
    return None if span is None else f"[{span.start},{span.end}]"


def read_span(text: str) -> Span:
    return Span(*decoded(text))


def read_known_span(text: str | None) -> Span | None:
    return None if text is None else read_span(text)


def spans_text(spans: Iterable[Span]) -> str:
    return f"[{','.join([f'[{span.start},{span.end}]' for span in spans])}]"


def read_spans(text: str) -> tuple[Span, ...]:
    if text == _NOTHING:
        return ()
    return tuple([Span(start, end) for start, end in decoded(text)])


def numbers_text(numbers: Iterable[int]) -> str:
    return f"[{','.join(map(str, numbers))}]"


def read_numbers(text: str) -> tuple[int, ...]:
    return tuple(decoded(text))


def strings_text(strings: Iterable[str]) -> str:
    return compact(list(strings))


@lru_cache(maxsize=_REMEMBERED)
def read_strings(text: str) -> tuple[str, ...]:
    return tuple(decoded(text))


def framing_text(framing: Framing | None) -> str | None:
    return None if framing is None else compact(asdict(framing))


def read_framing(text: str | None) -> Framing | None:
    if text is None:
        return None
    found = json.loads(text)
    return Framing(
        encoding=found["encoding"],
        fields=tuple((ours, theirs) for ours, theirs in found["fields"]),
        columns=tuple(found["columns"]),
        delimiter=found["delimiter"],
    )


def day_text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def read_day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def interval_columns(name: str, interval: DayInterval | None) -> Row:
    if interval is None:
        return {f"{name}_lo": None, f"{name}_hi": None}
    return {f"{name}_lo": day_text(interval.lo), f"{name}_hi": day_text(interval.hi)}


@lru_cache(maxsize=_REMEMBERED)
def read_interval(lo: str | None, hi: str | None) -> DayInterval:
    return DayInterval(read_day(lo), read_day(hi))


@lru_cache(maxsize=_REMEMBERED)
def read_known_interval(lo: str | None, hi: str | None) -> DayInterval | None:
    """Read an interval that is there only if one side of it is known."""
    return None if lo is None and hi is None else read_interval(lo, hi)


def intervals_text(intervals: Iterable[DayInterval]) -> str:
    return compact([[day_text(i.lo), day_text(i.hi)] for i in intervals])


def read_intervals(text: str) -> tuple[DayInterval, ...]:
    return tuple(read_interval(lo, hi) for lo, hi in json.loads(text))


def decimal_text(number: Decimal | None) -> str | None:
    return None if number is None else str(number)


@lru_cache(maxsize=_REMEMBERED)
def read_decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def storable(text: str) -> str:
    """Return ``text`` as a database can hold it: bytes of a path that are no text are escaped."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def words(spans: Iterable[Span], text: str) -> str:
    """Return the characters of ``spans``, an ellipsis between fragments."""
    return _GAP.join(span.text_in(text) for span in spans)


def span_words(span: Span | None, text: str) -> str | None:
    return None if span is None else span.text_in(text)


def folded(text: str) -> str:
    """Return ``text`` as it is compared: without case and accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def name_words(text: str) -> set[str]:
    """Return the words by which people look for a name."""
    plain = "".join(letter if letter.isalnum() else " " for letter in folded(text))
    return set(plain.split())
