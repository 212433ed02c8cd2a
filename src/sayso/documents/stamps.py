"""Stamps: day and clock that a machine wrote, and that ran into the story: "Wed Mar 3, 2021 12:51 am BST The …"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from sayso.dates import DateExpression, find_dates
from sayso.documents.date_labels import LABELS, TIES, words_of
from sayso.documents.date_line import DateLine, date_line

# A stamp stands behind a headline and its summary at most, and has a clock.
_REACH: Final = 480
_CLOCK: Final = re.compile(r"\d[:.]\d\d")
# What was a line of its own begins with a capital, a number or a quotation mark.
_NEW_LINE: Final = re.compile(r"\s+ [\"“‘'«]? (?: [^\W\d_a-zß-öø-ÿ] | \d )", re.VERBOSE)


def read_stamp(line: str, found: Sequence[DateExpression]) -> DateLine | None:
    """Return the stamp among the dates found in ``line``, if one of them is."""
    expression, _ = _stamp(line, found) or (None, 0)
    return replace(date_line(line, expression, "stamp"), stamp=True) if expression else None


def stamp_end(line: str) -> int:
    """Return where a line goes on behind the stamp that ran into it; 0 if none did."""
    clock = _CLOCK.search(line, 0, _REACH)
    stamp = _stamp(line, find_dates(line[:_REACH])) if clock else None
    return len(line) - len(line[stamp[1] :].lstrip()) if stamp else 0


def _stamp(line: str, found: Sequence[DateExpression]) -> tuple[DateExpression, int] | None:
    """Find the stamp between what were lines of their own, and where it ends.

    Example: "Boats sail again Wed Mar 3, 2021 12:51 am BST The …". A sentence that names day, year,
    clock and zone ties them to it by a preposition, and goes on in small letters.
    """
    for index, expression in enumerate(found):
        before = words_of(line[: expression.span.start])
        tied = before and before[-1] in TIES | LABELS
        end = _end_of_stamp(line, found[index : index + 2])
        if end and not tied and _NEW_LINE.match(line, end):
            return expression, end
    return None


def _end_of_stamp(line: str, found: Sequence[DateExpression]) -> int | None:
    """Return where a stamp ends that begins with the first of two dates; ``None`` if none does.

    A machine writes day and year, and a clock of some zone: "Wed Mar 3, 2021 12:51 am BST", "3 March
    2021 Last updated at 14:07 GMT". Without a label between the two, a weekday must be there.
    """
    first, second = found[0], found[-1]
    if first.date.day is None or first.date.year is None:
        return None
    if first.date.weekday is not None and has_zone(first):
        return first.span.end
    between = words_of(line[first.span.end : second.span.start])
    labelled = bool(between) and all(word in LABELS for word in between)
    return second.span.end if labelled and has_zone(second) else None


def has_zone(expression: DateExpression) -> bool:
    """Say whether a date has a clock with its zone, as machines write it."""
    return expression.time is not None and expression.time.offset is not None
