"""Datelines: place, day and agency before a story begins: "LAKOR, March 3 (Coast Wire) —"."""

import re
from dataclasses import replace
from typing import Final

from sayso.dates import DateExpression
from sayso.documents.captions import credit_end
from sayso.documents.date_labels import LABELS, TIES, words_of
from sayso.documents.date_line import DateLine, date_line
from sayso.documents.outlet_names import NameKind, read_outlet_name
from sayso.documents.stamps import stamp_end
from sayso.text import Span

# The rule of a dateline that ends with a full stop. A scene of long ago opens so as well.
STOPPED: Final = "dateline_stop"
PLACE = r"[A-ZÀ-ÖØ-Þ][\w.'’\-]*(?:[ ,/]+(?:[A-ZÀ-ÖØ-Þ][\w.'’\-]*|of|al)){0,6}"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
DAY = rf"(?:{_MONTH}\ \d{{1,2}}|\d{{1,2}}\ {_MONTH})(?:,?\ \d{{4}})?"

BEFORE_DATE: Final = re.compile(
    r"""
    \s* (?P<place> [^\W\d_a-z] [\w.'’-]* (?: ,? \s+ (?: (?:of|the|al|el) \s+ )? [^\W\d_a-z] [\w.'’-]* ){0,4} )
    \s* [,:(|-]? \s*
    """,
    re.VERBOSE,
)
_AFTER_DATE: Final = re.compile(
    r"""
    \s* ,? \s* (?P<agency> [(/\[] [^()/\[\]\n]{2,40} [)/\]] )? \s* (?P<dash> [-–—:/]+ (?=\s) )?
    """,
    re.VERBOSE,
)
# "Lakor, Saturday March 30. Boats …": without a dash, the comma and the sentence behind must tell.
_STOP: Final = re.compile(r"\.? \s+ (?= [\"“‘'«]? [^\W\d_a-zß-öø-ÿ] )", re.VERBOSE)
# Brackets; collections of texts cut into words write them out.
_LEFT, _RIGHT = r"(?: [(/\[] | -L[RS]B-\s )", r"(?: [)/\]] | \s-R[RS]B- )"
_BRACKETED = rf"{_LEFT} [^()/\[\]\n]{{2,40}}? {_RIGHT}"
# "LAKOR, March 3 (Coast Wire) — ", "LAKOR, Velm – ", "(AP) - ": a place, a day or an outlet in brackets, and a dash.
_FIRST = r"(?: [\"“‘'«] | ``\s )? (?: [^\W\d_a-zß-öø-ÿ] | \d )"
_DATELINE: Final = re.compile(
    rf"""
    (?: {PLACE} [,.]? \s+ (?: [-–—,]\s* )? {DAY} \s* [,:]? \s* (?: {_BRACKETED} )? \s* [-–—:]+
      | (?: {PLACE} [,.]? \s+ (?: [-–—,]\s* )? )? {_BRACKETED} \s* [-–—:]+
      | [A-ZÀ-ÖØ-Þ]{{3,}} (?: [ ,]+ [A-ZÀ-ÖØ-Þ][\w.'’\-]* ){{0,4}} \s+ [-–—]+
    )
    \s+ (?= {_FIRST} )
    """,
    re.VERBOSE,
)
# "Boats sail again (Coast Wire) -- The …": a headline and a dateline in one line; the outlet tells.
_RUN_IN: Final = re.compile(
    rf"{_LEFT} (?P<outlet> [^()/\[\]\n]{{2,40}}? ) {_RIGHT} \s* [-–—]+ \s+ (?= {_FIRST} )",
    re.VERBOSE,
)
_REACH: Final = 900


def read_dateline(line: str, expression: DateExpression) -> DateLine | None:
    """Read "PLACE, date (agency) —" at the head of a paragraph."""
    place, date = line[: expression.span.start], expression.date
    if date.day is None or not BEFORE_DATE.fullmatch(place):
        return None
    words = words_of(place)
    if words[0] in TIES or any(word in LABELS for word in words):
        return None
    form = _form(line, expression.span, place)
    return replace(date_line(line, expression, form), dateline=True) if form else None


def _form(line: str, date: Span, place: str) -> str | None:
    """Return how the line goes on behind place and date, ``None`` if not as a story does."""
    after = _AFTER_DATE.match(line, date.end)
    if after and (after["agency"] or after["dash"]):
        return "dateline" if after.end() < len(line.rstrip()) else None
    stop = _STOP.match(line, date.end)
    stopped = stop is not None and "." in line[date.end - 1 : stop.end()]
    return STOPPED if stopped and place.rstrip().endswith(",") else None


def story_start(line: str) -> int:
    """Return where the story begins in a paragraph that opens with a stamp or a dateline; 0 if with neither.

    Examples: behind the dash of "LAKOR, March 3 (Coast Wire) — The bridge fell."; "Ana Orlow (left) - no"
    has no dateline, since what follows its dash goes on in small letters.
    """
    start = _line_end(line)
    dateline = _DATELINE.match(line, start)
    return dateline.end() if dateline else start or _run_in_end(line)


def heading_end(line: str) -> int:
    """Return where a line goes on behind what was a line of its own: a headline with a stamp or dateline, a credit.

    0 if there is none. Example: behind the dashes of "Boats sail again LAKOR (Reuters) -- The ferries
    are back."; a dateline that opens the line belongs to its first sentence.
    """
    start = _line_end(line)
    return start if start or _DATELINE.match(line) else _run_in_end(line)


def _line_end(line: str) -> int:
    return stamp_end(line) or credit_end(line)


def _run_in_end(line: str) -> int:
    """Return where the story begins behind a dateline in the middle of a line; 0 if none does.

    "The council (left) - Ana Orlow - met" has no outlet in its brackets.
    """
    for found in _RUN_IN.finditer(line, 0, _REACH):
        name = read_outlet_name(found["outlet"].strip())
        if name is not None and name.kind in {NameKind.AGENCY, NameKind.OUTLET}:
            return found.end()
    return 0
