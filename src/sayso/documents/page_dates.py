"""Date lines of a page: "Updated: 3 March 2021", and the dateline or stamp that a line opens with."""

import re
from dataclasses import replace
from typing import Final

from sayso.dates import DateExpression, find_dates
from sayso.documents.date_labels import LABELS, MODIFIED, PUBLISHED, words_of
from sayso.documents.date_line import DateLine, date_line
from sayso.documents.dateline import BEFORE_DATE, read_dateline
from sayso.documents.stamps import has_zone, read_stamp
from sayso.text import Span

# So much of a line is worth reading: a dateline or a stamp stands at its beginning.
READ: Final = 240
# A longer line is a sentence with a date in it.
_LONGEST_LINE: Final = 200
# Labels are longer than this, the words that may stand beside them need not be.
_SHORT: Final = 3
# "3 March 2021 | By Ana Ruiz, Coast Wire": the byline behind the date.
_BYLINE_BEHIND: Final = re.compile(
    r"\s* [|•·,–—-] \s* (?i:by) \s+ [^\W\d_] [^\d\n]{1,80}", re.VERBOSE
)
_BYLINE: Final = re.compile(
    r"""
    \s* (?i:by) \s+ (?P<name> [^\W\d_] [^\d\n|•·]{1,60}? )
    \s* (?P<mark> [|•·,–—-] \s* | (?i:on|published|updated|posted) )? [:\s]*
    """,
    re.VERBOSE,
)


def read_date_line(line: str) -> DateLine | None:
    """Return the date of a date line, of several the first that is no date of a change."""
    found = read_date_lines(line)
    return next((date for date in found if not date.modified), found[0] if found else None)


def read_date_lines(line: str) -> tuple[DateLine, ...]:
    """Return every date that ``line`` gives as the date of the page or story.

    A date inside a sentence, of a caption, or a bare year (a copyright notice) is none.
    """
    found = find_dates(line[: _LONGEST_LINE * 4])
    expressions = tuple(expression for expression in found if _dates_a_page(expression))
    if not expressions:
        return ()
    opening = read_dateline(line, expressions[0]) or read_stamp(line, found)
    if opening:
        return (opening,)
    if len(line.strip()) > _LONGEST_LINE:
        return ()
    whole = _says_nothing_else(line, expressions)
    return tuple(
        _date_line(line, expression, whole=whole)
        for index, expression in enumerate(expressions)
        if whole or _is_labelled(line, expressions, index)
    )


def _dates_a_page(expression: DateExpression) -> bool:
    date = expression.date
    return expression.until is None and date.month is not None and date.edge is None


def _date_line(line: str, expression: DateExpression, *, whole: bool) -> DateLine:
    label = words_of(_before(line, expression.span))
    modified = any(word in MODIFIED for word in label)
    found = date_line(line, expression, "date_line")
    return replace(found, modified=modified, whole_line=whole)


def _says_nothing_else(line: str, expressions: tuple[DateExpression, ...]) -> bool:
    """Say whether only labels and times stand beside the dates; a month needs one or a year."""
    if all(e.date.day is None and e.date.year is None for e in expressions):
        return False
    rest = list(line)
    for expression in find_dates(line):
        rest[expression.span.start : expression.span.end] = " " * len(expression.span)
    return all(word in LABELS for word in words_of("".join(rest)))


def _is_labelled(line: str, expressions: tuple[DateExpression, ...], index: int) -> bool:
    """Say whether a label or a byline stands right before the date."""
    begin = expressions[index - 1].span.end if index else 0
    span = expressions[index].span
    between, ends_line = line[begin : span.start], not line[span.end :].strip()
    words = words_of(between)
    tail = _label_tail(words)
    if any(word in MODIFIED | PUBLISHED for word in tail):
        capitalised = any(word.capitalize() in between for word in tail if len(word) > _SHORT)
        return len(tail) == len(words) or _ends_label(between) or (ends_line and capitalised)
    if index == 0 and not between.strip() and _BYLINE_BEHIND.fullmatch(line.rstrip(), span.end):
        return True
    placed = has_zone(expressions[index]) and bool(BEFORE_DATE.fullmatch(between))
    return index == 0 and ends_line and (placed or bool(_BYLINE.fullmatch(between)))


def _label_tail(words: list[str]) -> list[str]:
    """Return the labels that the words end with."""
    tail: list[str] = []
    for word in reversed(words):
        if word not in LABELS:
            break
        tail.insert(0, word)
    return tail


def _ends_label(between: str) -> bool:
    """Say whether a mark parts the label from what stands before it: "Reporter | Updated: "."""
    tail = re.split(r"[|•·()–—\n]", between)[-1]
    return all(word in LABELS for word in words_of(tail))


def _before(line: str, span: Span) -> str:
    """Return what stands before the date, back to the last mark that parts two notes."""
    return re.split(r"[|•·()–—\n]|\d", line[: span.start])[-1]
