"""One text with all that can be read in it, as annotations are made of it."""

import json
from datetime import date
from decimal import Decimal

from sayso.dates import DayInterval
from sayso.documents import Document
from sayso.evidence.claim import Claim, Force, Polarity
from sayso.evidence.dating import Dating
from sayso.evidence.figure import Accrual, Figure, Modality
from sayso.evidence.reading import Evidence
from sayso.language.analysis import (
    Analysis,
    Attribution,
    AttributionKind,
    EventMention,
    Manner,
    Mention,
    Modifier,
    Quantity,
    QuantityKind,
    Timex,
    TimexType,
    Tokens,
)
from sayso.text import Span
from tests.passages import at

TEXT = "Mayor Dunne said about 40 boats sank on Friday."


def span_of(words: str) -> Span:
    return at(TEXT, words)


ATTRIBUTION = Attribution(
    source=(span_of("Mayor Dunne"),),
    cue=(span_of("said"),),
    content=(span_of("about 40 boats sank on Friday"),),
    kind=AttributionKind.INDIRECT,
    rule="test",
    speaker="Dunne",
    manner=Manner.SAID,
)
QUANTITY = Quantity(
    span=span_of("about 40"),
    number=span_of("40"),
    best=Decimal(40),
    lo=Decimal(36),
    hi=Decimal(44),
    lo_open=False,
    hi_open=False,
    soft=True,
    modifier=Modifier.ABOUT,
    kind=QuantityKind.COUNT,
    rule="test",
    counted=span_of("boats"),
    counted_head=span_of("boats"),
)
FRIDAY = DayInterval.day(date(2031, 5, 2))
EVIDENCE = Evidence(
    analysis=Analysis(
        sentences=(Span(0, len(TEXT)),),
        tokens=Tokens(starts=(0, 6), ends=(5, 11)),
        attributions=(ATTRIBUTION,),
        quantities=(QUANTITY,),
        timexes=(
            Timex(
                span=span_of("Friday"),
                type=TimexType.DATE,
                value="2031-05-02",
                rule="test",
                interval=FRIDAY,
            ),
        ),
        mentions=(Mention(span=span_of("Dunne"), kind="PER", entity=0, name="Dunne", rule="t"),),
        events=(EventMention(span=span_of("sank"), type="disaster", status="asserted", rule="t"),),
    ),
    claims=(
        Claim(
            id="c_1",
            source=ATTRIBUTION.source,
            cue=ATTRIBUTION.cue,
            content=ATTRIBUTION.content,
            kind=ATTRIBUTION.kind,
            rule="test",
            speaker="Mayor Dunne",
            force=Force.ASSERT,
            polarity=Polarity.POSITIVE,
            hedges=(span_of("about"),),
        ),
    ),
    figures=(
        Figure(
            id="f_1",
            quantity=QUANTITY,
            predicate="destroyed",
            accrual=Accrual.FLOW,
            modality=Modality.ASSERTED,
        ),
    ),
    dating=Dating(interval=FRIDAY, candidates=(), chosen=(), reasons=(), doubts=()),
)


def read(_: Document) -> Evidence:
    return EVIDENCE


def line(**given: object) -> bytes:
    return json.dumps(given).encode() + b"\n"
