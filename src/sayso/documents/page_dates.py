"""Date lines of a page and datelines of a story: "Updated: 3 March 2021", "LAKOR, March 3 (Agency) —"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sayso.dates import DateExpression, DayInterval, find_dates
from sayso.text import Span

# A longer line is a sentence with a date in it.
_LONGEST_LINE: Final = 200
# Labels are longer than this, the words that may stand beside them need not be.
_SHORT: Final = 3
# A stamp stands behind a headline at most, and has a clock.
_STAMP_REACH: Final = 240
_CLOCK: Final = re.compile(r"\d[:.]\d\d")
# The rule of a dateline that ends with a full stop. A scene of long ago opens so as well.
STOPPED: Final = "dateline_stop"
# The year is missing: nothing is known until the evidence layer has solved it.
_UNKNOWN: Final = DayInterval(None, None)

_MODIFIED_WORDS: Final = frozenset(
    {"updated", "update", "modified", "edited", "revised", "amended", "corrected", "changed"}
)
_PUBLISHED_WORDS: Final = frozenset(
    {
        "published", "posted", "date", "dated", "issued", "released", "created", "publication",
        "uploaded", "filed", "submitted",
    }
)  # fmt: skip
# What may stand beside the date on a line that says nothing else.
_FILLERS: Final = frozenset(
    {
        "on", "at", "first", "last", "time", "the", "of", "local", "issue", "by", "from", "hrs",
        "hours", "min", "mins", "minute", "minutes", "read", "ist", "am", "pm", "was", "article",
    }
)  # fmt: skip
_LABELS: Final = _MODIFIED_WORDS | _PUBLISHED_WORDS | _FILLERS
_WORD: Final = re.compile(r"[^\W\d_]+")

_BEFORE_DATELINE: Final = re.compile(
    r"""
    \s* (?P<place> [^\W\d_a-z] [\w.'’-]* (?: ,? \s+ (?: (?:of|the|al|el) \s+ )? [^\W\d_a-z] [\w.'’-]* ){0,4} )
    \s* [,:(|-]? \s*
    """,
    re.VERBOSE,
)
_AFTER_DATELINE: Final = re.compile(
    r"""
    \s* ,? \s* (?P<agency> [(/\[] [^()/\[\]\n]{2,40} [)/\]] )? \s* (?P<dash> [-–—:/]+ (?=\s) )?
    """,
    re.VERBOSE,
)
# "Lakor, Saturday March 30. Boats …": without a dash, the comma and the sentence behind must tell.
_STOP_DATELINE: Final = re.compile(r"\.? \s+ (?= [\"“‘'«]? [^\W\d_a-zß-öø-ÿ] )", re.VERBOSE)
_OPENS_A_SENTENCE: Final = frozenset(
    {
        "in", "on", "at", "by", "from", "after", "before", "since", "until", "till", "for", "to",
        "with", "during", "near", "as", "then", "today", "yesterday", "last", "this", "next",
        "the", "a", "an", "it", "but", "and", "when", "while", "both", "between",
    }
)  # fmt: skip
# What was a line of its own begins with a capital, a number or a quotation mark.
_NEW_LINE: Final = re.compile(r"\s+ [\"“‘'«]? (?: [^\W\d_a-zß-öø-ÿ] | \d )", re.VERBOSE)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class DateLine:
    """A date that a line gives as the date of the page or story.

    ``span`` is the date within the line and ``written`` its characters. If the year is not
    written, ``interval`` is open on both sides (precision ``UNKNOWN``): a ``DateCandidate`` takes
    it as it is, and dating reads the fields of ``written`` again to solve the year. ``modified``
    says that the line names a change, ``dateline`` that it is place and date at the head of a
    story, ``stamp`` that a machine wrote it and it runs into the story, ``whole_line`` that the line
    says nothing else.
    """

    span: Span
    interval: DayInterval
    alternatives: tuple[DayInterval, ...]
    written: str
    rule: str
    modified: bool = False
    dateline: bool = False
    stamp: bool = False
    whole_line: bool = False


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
    opening = _dateline(line, expressions[0]) or _stamp_line(line, found)
    if opening:
        return (opening,)
    if len(line.strip()) > _LONGEST_LINE:
        return ()
    whole = _says_nothing_else(line, expressions)
    return tuple(
        _date_line(line, expression, rule=f"date_line:{expression.rule}", whole=whole)
        for index, expression in enumerate(expressions)
        if whole or _is_labelled(line, expressions, index)
    )


def stamp_end(line: str) -> int:
    """Return where a line goes on behind the stamp that ran into it; 0 if none did."""
    stamp = (
        _stamp(line, find_dates(line[:_STAMP_REACH]))
        if _CLOCK.search(line, 0, _STAMP_REACH)
        else None
    )
    return len(line) - len(line[stamp[1] :].lstrip()) if stamp else 0


def _dates_a_page(expression: DateExpression) -> bool:
    date = expression.date
    return expression.until is None and date.month is not None and date.edge is None


def _date_line(line: str, expression: DateExpression, *, rule: str, whole: bool) -> DateLine:
    label = _words(_before(line, expression.span))
    return DateLine(
        span=expression.span,
        interval=expression.interval or _UNKNOWN,
        alternatives=expression.alternatives,
        written=expression.span.text_in(line),
        rule=rule,
        modified=any(word in _MODIFIED_WORDS for word in label),
        whole_line=whole,
    )


def _dateline(line: str, expression: DateExpression) -> DateLine | None:
    """Read "PLACE, date (agency) —" at the head of a paragraph."""
    place, date = line[: expression.span.start], expression.date
    if date.day is None or not _BEFORE_DATELINE.fullmatch(place):
        return None
    words = _words(place)
    if words[0] in _OPENS_A_SENTENCE or any(word in _LABELS - {"al"} for word in words):
        return None
    form = _dateline_form(line, expression.span, place)
    if form is None:
        return None
    return DateLine(
        span=expression.span,
        interval=expression.interval or _UNKNOWN,
        alternatives=expression.alternatives,
        written=expression.span.text_in(line),
        rule=f"{form}:{expression.rule}",
        dateline=True,
    )


def _dateline_form(line: str, date: Span, place: str) -> str | None:
    """Return how the line goes on behind place and date, ``None`` if not as a story does."""
    after = _AFTER_DATELINE.match(line, date.end)
    if after and (after["agency"] or after["dash"]):
        return "dateline" if after.end() < len(line.rstrip()) else None
    stop = _STOP_DATELINE.match(line, date.end)
    stopped = stop is not None and "." in line[date.end - 1 : stop.end()]
    return STOPPED if stopped and place.rstrip().endswith(",") else None


def _stamp_line(line: str, found: Sequence[DateExpression]) -> DateLine | None:
    expression, _ = _stamp(line, found) or (None, 0)
    if expression is None:
        return None
    return DateLine(
        span=expression.span,
        interval=expression.interval or _UNKNOWN,
        alternatives=expression.alternatives,
        written=expression.span.text_in(line),
        rule=f"stamp:{expression.rule}",
        stamp=True,
    )


def _stamp(line: str, found: Sequence[DateExpression]) -> tuple[DateExpression, int] | None:
    """Find the stamp between what were lines of their own, and where it ends.

    Example: "Boats sail again Wed Mar 3, 2021 12:51 am BST The …". A sentence that names day, year,
    clock and zone ties them to it by a preposition, and goes on in small letters.
    """
    for index, expression in enumerate(found):
        before = _words(line[: expression.span.start])
        tied = before and before[-1] in _OPENS_A_SENTENCE | _LABELS - {"al"}
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
    if first.date.weekday is not None and _has_zone(first):
        return first.span.end
    between = _words(line[first.span.end : second.span.start])
    labelled = bool(between) and all(word in _LABELS for word in between)
    return second.span.end if labelled and _has_zone(second) else None


def _has_zone(expression: DateExpression) -> bool:
    return expression.time is not None and expression.time.offset is not None


def _says_nothing_else(line: str, expressions: tuple[DateExpression, ...]) -> bool:
    """Say whether only labels and times stand beside the dates; a month needs one or a year."""
    if all(e.date.day is None and e.date.year is None for e in expressions):
        return False
    rest = list(line)
    for expression in find_dates(line):
        rest[expression.span.start : expression.span.end] = " " * len(expression.span)
    return all(word in _LABELS for word in _words("".join(rest)))


def _is_labelled(line: str, expressions: tuple[DateExpression, ...], index: int) -> bool:
    """Say whether a label or a byline stands right before the date."""
    begin = expressions[index - 1].span.end if index else 0
    span = expressions[index].span
    between, ends_line = line[begin : span.start], not line[span.end :].strip()
    words = _words(between)
    tail = _label_tail(words)
    if any(word in _MODIFIED_WORDS | _PUBLISHED_WORDS for word in tail):
        capitalised = any(word.capitalize() in between for word in tail if len(word) > _SHORT)
        return len(tail) == len(words) or _ends_label(between) or (ends_line and capitalised)
    if index == 0 and not between.strip() and _BYLINE_BEHIND.fullmatch(line.rstrip(), span.end):
        return True
    placed = _has_zone(expressions[index]) and bool(_BEFORE_DATELINE.fullmatch(between))
    return index == 0 and ends_line and (placed or bool(_BYLINE.fullmatch(between)))


def _label_tail(words: list[str]) -> list[str]:
    """Return the labels that the words end with."""
    tail: list[str] = []
    for word in reversed(words):
        if word not in _LABELS:
            break
        tail.insert(0, word)
    return tail


def _ends_label(between: str) -> bool:
    """Say whether a mark parts the label from what stands before it: "Reporter | Updated: "."""
    tail = re.split(r"[|•·()–—\n]", between)[-1]
    return all(word in _LABELS for word in _words(tail))


def _before(line: str, span: Span) -> str:
    """Return what stands before the date, back to the last mark that parts two notes."""
    return re.split(r"[|•·()–—\n]|\d", line[: span.start])[-1]


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]
