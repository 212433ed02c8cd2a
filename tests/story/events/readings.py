"""Readings of short texts with events: event words, names and places given, all else as the case reads it."""

from dataclasses import replace
from datetime import UTC, date, datetime

from sayso.case import Case
from sayso.dates import DayInterval
from sayso.documents import (
    ChainBasis,
    ChainLink,
    Document,
    Original,
    Role,
    content_hash,
    document_id,
)
from sayso.evidence.claims import find_claims
from sayso.evidence.dating import Dating
from sayso.evidence.events import find_events
from sayso.evidence.figures import find_figures
from sayso.evidence.reading import Evidence
from sayso.language.analysis import EventMention, Mention
from sayso.language.reading import analyse
from sayso.pipeline.relate import add_related
from sayso.pipeline.stages import Reading
from sayso.text import Span, TextMap

NOW = datetime(2031, 6, 1, 8, tzinfo=UTC)
PLACES = ("Marrow", "Dorran", "Orlen")
BODIES = ("Red Column", "River Guard")
FAMILIES = {
    "attacked": "assault",
    "attack": "assault",
    "raid": "assault",
    "raided": "assault",
    "killed": "death",
    "killing": "death",
    "escaped": "escape",
    "arrested": "coerce",
    "flooded": "disaster",
}


def reading(text: str, *, day: str, outlet: str = "The Lantern") -> Reading:
    data = f"{outlet} {day} {text}".encode()
    digest = content_hash(data)
    host = ChainLink(name=outlet, role=Role.HOST, basis=ChainBasis.MASTHEAD, original_span=None, rule="test")  # fmt: skip
    document = Document(
        id=document_id(digest, None),
        original=Original(
            sha256=digest, size=len(data), media_type="text/plain", path=outlet, retrieved=NOW
        ),
        text=text,
        text_map=TextMap.identity(len(text)),
        extractor="test",
        encoding="utf-8",
        original_length=len(text),
        chain=(host,),
    )
    written = DayInterval.day(date.fromisoformat(day))
    analysis = replace(
        analyse(text, published=written),
        mentions=tuple(_mentions(text)),
        events=tuple(_events(text)),
    )
    claims = find_claims(document.id, text, analysis)
    figures = find_figures(document.id, text, analysis, claims)
    evidence = Evidence(
        analysis=analysis,
        claims=claims,
        figures=figures,
        dating=Dating(interval=written, candidates=(), chosen=(), reasons=(), doubts=()),
        events=find_events(document, analysis, claims, figures, written),
    )
    return Reading(document=document, evidence=evidence)


def add(case: Case, text: str, day: str, outlet: str) -> str:
    """Add a text to a case and return the id of its document."""
    one = reading(text, day=day, outlet=outlet)
    run = case.begin_run((("test", "1"),), now=NOW)
    data = f"{outlet} {day} {text}".encode()
    return add_related(case, one, data, run=run, now=NOW).id


def _mentions(text: str) -> list[Mention]:
    return [
        Mention(span=span, kind=kind, entity=number, name=None, rule="test")
        for number, (span, kind) in enumerate(
            sorted(
                (span, kind)
                for names, kind in ((PLACES, "LOC"), (BODIES, "ORG"))
                for name in names
                for span in _spans(text, name)
            )
        )
    ]


def _events(text: str) -> list[EventMention]:
    return [
        EventMention(span=span, type=family, status="asserted", rule="core")
        for span, family in sorted(
            (span, family) for word, family in FAMILIES.items() for span in _spans(text, word)
        )
    ]


def _spans(text: str, word: str) -> list[Span]:
    found, start = [], text.find(word)
    while start >= 0:
        end = start + len(word)
        if not text[end : end + 1].isalpha():
            found.append(Span(start, end))
        start = text.find(word, end)
    return found
