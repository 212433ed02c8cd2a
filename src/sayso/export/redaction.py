"""Redaction: names of people, or chosen words, replaced wherever they can be read in a report.

A name may stand across the borders of marks, so the text is searched as it is read, not as it is
written. The same name gives the same stand-in, so that a reader can still follow who is meant.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from html import escape, unescape
from typing import TYPE_CHECKING

from sayso.frozen import dataclass
from sayso.story.actors.name_form import Sort

if TYPE_CHECKING:
    from sayso.case import CaseReader

_PERSON, _WORDS = "person", "redacted"
# Example: in '<b title="x">Ines</b> Varga' the two tags are markup; a style or script is, whole.
_MARKUP = re.compile(r"<(?P<raw>style|script)\b.*?</(?P=raw)>|<[^>]*>", re.DOTALL)
# Example: '</mark>' and '<sup class="x">' are inline; '</td>' is not.
_INLINE = re.compile(r"</?(?:a|abbr|b|bdi|code|em|i|mark|s|span|strong|sub|sup|tspan|u)\b")
# Stands in no text of a document, and is neither a letter nor a blank.
_BORDER = "\ufdd0"
_READ_IN_TAGS = re.compile(r'(?P<name>\b(?:title|aria-label|alt)=")(?P<words>[^"]*)')


@dataclass(frozen=True, slots=True, kw_only=True)
class Redacted:
    """A text without the words, with how many names there were and how often one stood there."""

    text: str
    names: int
    places: int


def stand_ins(case: "CaseReader", words: Iterable[str], *, people: bool) -> Mapping[str, str]:
    """Return for each word or name to be hidden what stands for it."""
    found = {word.strip(): f"[{_WORDS}]" for word in words if word.strip()}
    if people:
        from sayso.case import ActorFilter  # noqa: PLC0415 -- loads SQLAlchemy: not for --help

        number = 0
        for row in case.actors(ActorFilter(sort=Sort.PERSON)):
            number += 1
            names = (row.name, *(alias.text for alias in case.actor_aliases(row.id)))
            for name in names:
                found.setdefault(name, f"[{_PERSON} {number}]")
        bylines = (name for row in case.documents() for name in case.document(row.id).byline)
        for name in dict.fromkeys(bylines):
            if name not in found:
                number += 1
                found[name] = f"[{_PERSON} {number}]"
    return found


def redact_text(text: str, hidden: Mapping[str, str]) -> Redacted:
    """Replace the words in plain text."""
    pattern, by_word = _pattern(hidden)
    if pattern is None:
        return Redacted(text=text, names=0, places=0)
    seen: set[str] = set()

    def replaced(found: re.Match[str]) -> str:
        stand_in = by_word[_key(found[0])]
        seen.add(stand_in)
        return stand_in

    made, places = pattern.subn(replaced, text)
    return Redacted(text=made, names=len(seen), places=places)


def redact_html(html: str, hidden: Mapping[str, str]) -> Redacted:
    """Replace the words in what a page shows, also where a mark begins inside one."""
    pattern, by_word = _pattern(hidden)
    if pattern is None:
        return Redacted(text=html, names=0, places=0)
    parts = _parts(html)
    shown = [(at, unescape(text)) for at, (text, is_markup) in enumerate(parts) if not is_markup]
    starts, whole = [], ""
    for at, text in shown:
        # A new cell or paragraph ends a word, a mark inside one does not.
        whole += "" if at == 0 or _INLINE.match(parts[at - 1][0]) else _BORDER
        starts.append(len(whole))
        whole += text
    pieces = {at: list(text) for at, text in shown}
    seen: set[str] = set()
    places = 0
    for found in pattern.finditer(whole):
        stand_in = by_word[_key(found[0])]
        seen.add(stand_in)
        places += 1
        for position in range(found.start(), found.end()):
            index = bisect_right(starts, position) - 1
            at, start = shown[index][0], starts[index]
            pieces[at][position - start] = stand_in if position == found.start() else ""
    written = [
        _in_tag(text, hidden) if is_markup else escape("".join(pieces[at]))
        for at, (text, is_markup) in enumerate(parts)
    ]
    return Redacted(text="".join(written), names=len(seen), places=places)


def _parts(html: str) -> list[tuple[str, bool]]:
    """Cut a page into markup and what is read."""
    parts: list[tuple[str, bool]] = []
    end = 0
    for found in _MARKUP.finditer(html):
        parts.append((html[end : found.start()], False))
        parts.append((found[0], True))
        end = found.end()
    parts.append((html[end:], False))
    return parts


def _in_tag(tag: str, hidden: Mapping[str, str]) -> str:
    return _READ_IN_TAGS.sub(
        lambda found: found["name"] + escape(redact_text(unescape(found["words"]), hidden).text),
        tag,
    )


def _pattern(hidden: Mapping[str, str]) -> tuple[re.Pattern[str] | None, Mapping[str, str]]:
    """Return what finds every word, the longest first, in any case and with any blanks."""
    by_word = {_key(word): stand_in for word, stand_in in hidden.items()}
    ordered = sorted(by_word, key=len, reverse=True)
    if not ordered:
        return None, by_word
    words = (r"\s+".join(map(re.escape, word.split(" "))) for word in ordered)
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE), by_word


def _key(word: str) -> str:
    return " ".join(word.split()).lower()
