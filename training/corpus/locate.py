"""From quoted words to characters: where in its paragraph an annotation stands."""

import re
from dataclasses import dataclass

from sayso.text import Span

_OCCURRENCE = re.compile(r"^(?P<words>.*?)\^(?P<number>\d+)$", re.DOTALL)
_PARAGRAPH = re.compile(r"^@(?P<number>\d+)\s+(?P<words>.*)$", re.DOTALL)
ELISION = " … "
FRAGMENT = " ~ "


class NotFoundError(ValueError):
    """The quoted words do not stand where they should."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words as quoted in a row: with their paragraph, and which occurrence if the row says."""

    words: str
    paragraph: int
    occurrence: int | None


def parse_quoted(field: str, paragraph: int) -> Quoted:
    field = field.strip()
    if match := _PARAGRAPH.match(field):
        field, paragraph = match["words"], int(match["number"])
    if match := _OCCURRENCE.match(field):
        return Quoted(match["words"].strip(), paragraph, int(match["number"]))
    return Quoted(field, paragraph, None)


def occurrences(words: str, text: str, within: Span) -> list[Span]:
    """Return every place of ``words`` inside ``within`` that begins and ends at a word's edge."""
    if ELISION in words:
        first, last = (part.strip() for part in words.split(ELISION, 1))
        return _elided(first, last, text, within)
    found = []
    at = text.find(words, within.start, within.end)
    while at >= 0:
        span = Span(at, at + len(words))
        if _at_edges(span, text):
            found.append(span)
        at = text.find(words, at + 1, within.end)
    return found


def choose(places: list[Span], quoted: Quoted, *, near: int | None, used: set[Span]) -> Span:
    """Pick one place: the numbered one, else the nearest to ``near``, else the first unused."""
    if not places:
        raise NotFoundError(f"“{quoted.words}” does not stand in paragraph {quoted.paragraph}")
    if quoted.occurrence is not None:
        if not 1 <= quoted.occurrence <= len(places):
            raise NotFoundError(f"“{quoted.words}” stands there {len(places)} times")
        return places[quoted.occurrence - 1]
    if near is not None:
        return min(places, key=lambda span: min(abs(span.start - near), abs(span.end - near)))
    return next((span for span in places if span not in used), places[0])


def _elided(first: str, last: str, text: str, within: Span) -> list[Span]:
    found = []
    for start in occurrences(first, text, within):
        if start.end >= within.end:
            continue
        ends = occurrences(last, text, Span(start.end, within.end))
        if ends:
            found.append(Span(start.start, ends[0].end))
    return found


def _at_edges(span: Span, text: str) -> bool:
    before = span.start > 0 and text[span.start - 1].isalnum() and text[span.start].isalnum()
    after = span.end < len(text) and text[span.end - 1].isalnum() and text[span.end].isalnum()
    return not before and not after
