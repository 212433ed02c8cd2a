"""Offices of persons: the words of a role beside a name, and who held it when."""

import re
from collections.abc import Sequence

from sayso.dates import DayInterval
from sayso.frozen import dataclass
from sayso.language.names import ROLES
from sayso.story.actors.name_words import HONORIFICS
from sayso.text import Span

_WORD = re.compile(r"[^\W\d_]+(?:[-.'’][^\W\d_]+)*\.?")
_BEHIND = re.compile(r"\s*,\s*(?:the|a|an|its|their|his|her)?\s*(?P<rest>[^,.;:()\n]{3,80})")
_MOST_BEFORE = 5
_MOST_BEHIND = 5
_REACH = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """That a document calls somebody by an office, and in which interval it was written."""

    office: str
    document: str
    said: DayInterval | None


def offices_beside(text: str, spans: Sequence[Span]) -> tuple[str, ...]:
    """Return the offices that stand before or behind the names of a person, as small letters."""
    found: dict[str, None] = {}
    for span in spans:
        for office in (_before(text, span), _behind(text, span)):
            if office:
                found.setdefault(office)
    return tuple(found)


def _before(text: str, span: Span) -> str | None:
    """Read "Foreign Minister" before a name, back to the first word of no office."""
    start = max(0, span.start - _REACH)
    words = list(_WORD.finditer(text, start, span.start))
    office: list[str] = []
    end = span.start
    for match in reversed(words[-_MOST_BEFORE:]):
        word = match.group().casefold().rstrip(".")
        if text[match.end() : end].strip(" -") or not _is_role(word):
            break
        office.insert(0, word)
        end = match.start()
    return _office(office)


def _behind(text: str, span: Span) -> str | None:
    """Read "the governor" of ", the governor of Velm," behind a name."""
    match = _BEHIND.match(text, span.end, min(len(text), span.end + _REACH + _MOST_BEHIND))
    if match is None:
        return None
    office: list[str] = []
    for word in _WORD.findall(match["rest"])[: _MOST_BEHIND + 1]:
        plain = word.casefold().rstrip(".")
        if _is_role(plain):
            office.append(plain)
        elif office:
            break
    return _office(office)


def _is_role(word: str) -> bool:
    return all(part in ROLES for part in word.split("-"))


def _office(words: list[str]) -> str | None:
    named = [word for word in words if word not in HONORIFICS]
    return " ".join(named) or None
