"""Events of invented texts, read from tokens and event words that are given and not guessed."""

from dataclasses import replace
from datetime import date

from sayso.dates import DayInterval
from sayso.documents import Document, Original, content_hash
from sayso.evidence.claim import Claim
from sayso.evidence.event import Event
from sayso.evidence.events import find_events
from sayso.language.analysis import Analysis, EventMention, Mention
from sayso.language.reading import analyse
from sayso.text import TextMap
from tests.passages import at

WRITTEN = DayInterval.day(date(2031, 5, 12))


def analysed(
    text: str,
    *marked: tuple[str, str, str],
    named: tuple[tuple[str, str], ...] = (),
    written: DayInterval = WRITTEN,
) -> Analysis:
    """Return what rules read in a text, with event words (word, family, status) and names (words, kind)."""
    events = tuple(
        EventMention(span=at(text, word), type=family, status=status, rule="core")
        for word, family, status in marked
    )
    mentions = tuple(
        Mention(span=at(text, words), kind=kind, entity=number, name=None, rule="core")
        for number, (words, kind) in enumerate(named)
    )
    ordered = tuple(sorted(events, key=lambda event: event.span))
    return replace(analyse(text, published=written), events=ordered, mentions=mentions)


def document_of(text: str) -> Document:
    data = text.encode()
    return Document(
        id="d_one",
        original=Original(
            sha256=content_hash(data), media_type="text/plain", size=len(data), path="one.txt"
        ),
        text=text,
        text_map=TextMap.identity(len(text)),
        encoding="utf-8",
        extractor="test",
        original_length=len(text),
    )


def events_of(
    text: str,
    *marked: tuple[str, str, str],
    named: tuple[tuple[str, str], ...] = (),
    claims: tuple[Claim, ...] = (),
    written: DayInterval = WRITTEN,
) -> tuple[Event, ...]:
    analysis = analysed(text, *marked, named=named, written=written)
    return find_events(document_of(text), analysis, claims, (), written)


def one_event(  # noqa: PLR0913 -- what an event is read from
    text: str,
    word: str,
    family: str = "assault",
    status: str = "asserted",
    *,
    named: tuple[tuple[str, str], ...] = (),
    claims: tuple[Claim, ...] = (),
    written: DayInterval = WRITTEN,
) -> Event:
    (found,) = events_of(text, (word, family, status), named=named, claims=claims, written=written)
    return found
