"""Readings of short texts for tests: quantities by the rules, the named places as mentions."""

import re
from dataclasses import replace
from datetime import date

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
from sayso.evidence.figures import find_figures
from sayso.evidence.reading import Evidence
from sayso.language.analysis import Mention
from sayso.language.reading import analyse
from sayso.language.timexes import value_phrases
from sayso.pipeline.stages import Reading
from sayso.text import Span, TextMap

PLACES = ("Marrow", "Dorran", "Orlen")


def reading(text: str, *, day: str | None = "2031-03-04", outlet: str = "The Lantern") -> Reading:
    """Read a text as the case does, but for the trained core: places are the names in ``PLACES``."""
    data = f"{outlet} {day} {text}".encode()
    digest = content_hash(data)
    host = ChainLink(name=outlet, role=Role.HOST, basis=ChainBasis.MASTHEAD, original_span=None, rule="test")  # fmt: skip
    document = Document(
        id=document_id(digest, None),
        original=Original(sha256=digest, size=len(data), media_type="text/plain", path=outlet),
        text=text,
        text_map=TextMap.identity(len(text)),
        extractor="test",
        encoding="utf-8",
        original_length=len(text),
        chain=(host,),
    )
    written = DayInterval.day(date.fromisoformat(day)) if day else DayInterval(None, None)
    analysis = replace(analyse(text), mentions=tuple(_mentions(text)))
    analysis = replace(analysis, timexes=value_phrases(analysis.phrases, published=written))
    claims = find_claims(document.id, text, analysis)
    evidence = Evidence(
        analysis=analysis,
        claims=claims,
        figures=find_figures(document.id, text, analysis, claims),
        dating=Dating(interval=written, candidates=(), chosen=(), reasons=(), doubts=()),
    )
    return Reading(document=document, evidence=evidence)


def data_of(one: Reading, *, day: str | None = "2031-03-04", outlet: str = "The Lantern") -> bytes:
    return f"{outlet} {day} {one.document.text}".encode()


def _mentions(text: str) -> list[Mention]:
    found = re.finditer("|".join(PLACES), text)
    return [
        Mention(
            span=Span(*match.span()),
            kind="LOC",
            entity=PLACES.index(match.group()),
            name=match.group(),
            rule="test",
        )
        for match in found
    ]
