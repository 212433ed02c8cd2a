"""Documents and evidence about an invented place, for the tests of the case."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from sayso.dates import DayInterval
from sayso.documents import (
    ChainBasis,
    ChainLink,
    DateBasis,
    DateCandidate,
    Document,
    Flag,
    Framing,
    Furniture,
    FurnitureKind,
    Original,
    Role,
    content_hash,
    document_id,
    record_id,
)
from sayso.evidence.claim import Claim, Force, Polarity
from sayso.evidence.dating import Dating, Doubt, DoubtNote
from sayso.evidence.event import (
    Event,
    EventRole,
    EventStatus,
    EventTime,
    Participant,
    TimeAnchor,
)
from sayso.evidence.events import event_id
from sayso.evidence.figure import Accrual, Figure, Modality
from sayso.evidence.reading import Evidence
from sayso.evidence.via import Via, ViaKind
from sayso.language.analysis import (
    Analysis,
    AttributionKind,
    Change,
    EventMention,
    Manner,
    Mention,
    Modifier,
    Quantity,
    QuantityKind,
    Timex,
    TimexType,
)
from sayso.places import Location, Place, PlacedMention, PlaceKind, Point
from sayso.text import Span, TextMap

NOW = datetime(2031, 5, 4, 9, 30, tzinfo=UTC)
LATER = datetime(2031, 5, 5, 9, 30, tzinfo=UTC)
TEXT = (
    "Ferry stopped at Orlo\n\n"
    "Harbour master Ines Varga said “the ferry is safe” on Sunday.\n\n"
    "At least 40 passengers were held at Orlo pier. Águas Claras was quiet."
)
MAY_3 = date(2031, 5, 3)


def at(words: str, text: str = TEXT) -> Span:
    """Return the only place of ``words``."""
    assert text.count(words) == 1, words
    start = text.index(words)
    return Span(start, start + len(words))


def document(
    text: str = TEXT,
    *,
    path: str = "clips/ferry.txt",
    outlet: str | None = "The Orlo Lantern",
    address: str | None = None,
    title: str | None = "Ferry stopped at Orlo",
) -> tuple[Document, bytes]:
    """Return a document with something in every field, and its bytes."""
    data = f"MASTHEAD\n{text}".encode()
    sha256 = content_hash(data)
    chain = (
        ()
        if outlet is None
        else (
            ChainLink(
                name=outlet,
                role=Role.HOST,
                basis=ChainBasis.MASTHEAD,
                original_span=Span(0, 8),
                rule="masthead_line",
            ),
            ChainLink(
                name="Coast Wire",
                role=Role.AGENCY,
                basis=ChainBasis.ADDRESS,
                original_span=None,
                rule="address_host",
            ),
        )
    )
    made = Document(
        id=document_id(sha256, address),
        original=Original(
            sha256=sha256,
            size=len(data),
            media_type="text/plain",
            path=path,
            address=address,
            retrieved=datetime(2031, 5, 4, 8, 0, tzinfo=UTC),
            framing=Framing(
                encoding="utf-8",
                fields=(("text", "words"),),
                columns=("words", "when"),
                delimiter=";",
            ),
        ),
        text=text,
        text_map=TextMap.identity(len(text)).moved(9),
        extractor="plain 1",
        encoding="utf-8",
        original_length=9 + len(text),
        title=title,
        title_span=Span(0, 21),
        byline=("Ana Petrov",),
        chain=chain,
        dates=(page_date(),),
        language="en",
        flags=frozenset({Flag.MISDATED, Flag.CUT}),
        furniture=(
            Furniture(original_span=Span(0, 8), kind=FurnitureKind.MASTHEAD, rule="masthead_line"),
        ),
        page_starts=(0, 30),
    )
    return made, data


def page_date() -> DateCandidate:
    return DateCandidate(
        interval=DayInterval.day(date(2031, 3, 5)),
        basis=DateBasis.METADATA,
        weight=2,
        original_spans=(Span(2, 8),),
        written="05/03/2031",
        rule="numeric_date",
        modified=True,
        alternatives=(DayInterval.day(MAY_3),),
    )


def dating(interval: DayInterval | None = None, *, doubtful: bool = True) -> Dating:
    sunday = DateCandidate(
        interval=DayInterval(date(2031, 5, 2), None),
        basis=DateBasis.RELATIVE,
        weight=-0.5,
        original_spans=(),
        written="on Sunday",
        rule="weekday",
    )
    notes = (
        DoubtNote(doubt=Doubt.DAY_MONTH_ORDER, reason="5 March or 3 May", candidates=(0,)),
        DoubtNote(doubt=Doubt.NO_DATE, reason="nothing else", candidates=()),
    )
    return Dating(
        interval=interval or DayInterval.day(MAY_3),
        candidates=(page_date(), sunday),
        chosen=(1,),
        reasons=("the weekday fits 3 May only",),
        doubts=notes if doubtful else (),
    )


def claim(of: str, *, speaker: str | None = "Ines Varga", text: str = TEXT) -> Claim:
    content = at("the ferry is safe", text)
    return Claim(
        id=record_id("c", of, content.start, content.end),
        source=(at("Harbour master Ines Varga", text),),
        cue=(at("said", text),),
        content=(content, at("on Sunday", text)),
        kind=AttributionKind.DIRECT,
        rule="quote_cue",
        speaker=speaker,
        manner=Manner.SAID,
        force=Force.ASSERT,
        polarity=Polarity.POSITIVE,
        hedges=(at("safe", text),),
        said=DayInterval(date(2031, 5, 2), date(2031, 5, 2)),
        via=(Via(kind=ViaKind.OUTLET, span=at("Harbour", text)),),
        parent="c_0000000000",
    )


def figure(of: str, *, text: str = TEXT) -> Figure:
    span = at("At least 40 passengers", text)
    quantity = Quantity(
        span=span,
        number=at("40", text),
        best=Decimal(40),
        lo=Decimal(40),
        hi=None,
        lo_open=False,
        hi_open=True,
        soft=True,
        modifier=Modifier.AT_LEAST,
        kind=QuantityKind.COUNT,
        rule="at_least",
        modifier_span=at("At least", text),
        unit="person",
        unit_span=at("passengers", text),
        counted=at("passengers", text),
        counted_head=at("passengers were", text),
        change=Change.UP,
        whole=3,
    )
    return Figure(
        id=record_id("f", of, span.start, span.end),
        quantity=quantity,
        predicate="held",
        accrual=Accrual.STOCK,
        modality=Modality.ASSERTED,
        predicate_span=at("held", text),
        place=at("Orlo pier", text),
        setting=at("Orlo pier", text),
        time=at("Sunday", text),
        as_of=DayInterval(None, date(2031, 5, 4)),
        claim="c_0000000000",
        part_of="f_0000000000",
        leaning="arrested",
    )


def timex(*, text: str = TEXT) -> Timex:
    return Timex(
        span=at("Sunday", text),
        type=TimexType.DATE,
        value="2031-05-04",
        rule="weekday",
        mod="APPROX",
        interval=DayInterval.day(date(2031, 5, 4)),
        alternatives=(DayInterval(date(2031, 5, 11), None),),
        anchor="document",
    )


def mention(*, text: str = TEXT) -> Mention:
    return Mention(
        span=at("Ines Varga", text), kind="PER", entity=7, name="Ines Varga", rule="core"
    )


def event(*, text: str = TEXT) -> EventMention:
    return EventMention(span=at("held", text), type="coerce", status="asserted", rule="core")


def orlo() -> Place:
    return Place(
        key="geonames:71",
        name="Orlo",
        kind=PlaceKind.TOWN,
        point=Point(latitude=51.5, longitude=4.25),
        location=Location.GAZETTEER,
        country="VL",
        country_name="Velm",
        area="Lower Velm",
        geonames=71,
        population=12_000,
    )


def pier() -> Place:
    return Place(
        key="site:orlo:transport@VL.Lower Velm",
        name="Orlo pier",
        kind=PlaceKind.SITE,
        point=Point(latitude=51.5, longitude=4.25),
        location=Location.WITHIN,
        country="VL",
        country_name="Velm",
        area="Lower Velm",
        within=orlo(),
    )


def places(*, text: str = TEXT) -> tuple[PlacedMention, ...]:
    """Return a town that may be short for a site, the site, and a name that nothing is known of."""
    town = at("Orlo\n", text)
    return (
        PlacedMention(
            span=Span(town.start, town.end - 1),
            name="Orlo",
            place=orlo(),
            score=0.75,
            rule="places.gazetteer",
            part="northern",
            alternatives=(pier(),),
        ),
        PlacedMention(
            span=at("Orlo pier", text),
            name="Orlo pier",
            place=pier(),
            score=0.5,
            rule="places.site",
        ),
        PlacedMention(
            span=at("Águas Claras", text),
            name="Águas Claras",
            place=None,
            score=1.0,
            rule="places.no_match",
            people=True,
        ),
    )


def told_event(of: str, *, text: str = TEXT) -> Event:
    trigger = event(text=text).span
    return Event(
        id=event_id(of, trigger),
        trigger=trigger,
        clause=trigger,
        family="coerce",
        mode="seize",
        lemma="hold",
        role=EventRole.HAPPENING,
        status=EventStatus.ASSERTED,
        rule="test",
        time=EventTime(
            interval=DayInterval.day(MAY_3),
            anchor=TimeAnchor.SENTENCE,
            span=trigger,
            alternatives=(DayInterval.month(2031, 5),),
        ),
        place=trigger,
        participants=(Participant(span=trigger, kind="PER", entity=3, name="Ines Varga"),),
        figures=("f_1",),
        claim="c_1",
        lead=True,
    )


def evidence(of: str, *, text: str = TEXT) -> Evidence:
    """Return evidence with something in every field; ``of`` is the id of its document."""
    return Evidence(
        analysis=Analysis(
            paragraphs=(Span(0, 21), Span(23, len(text))),
            sentences=(Span(0, 21), Span(23, 84), Span(86, len(text))),
            timexes=(timex(text=text),),
            mentions=(mention(text=text),),
            events=(event(text=text),),
        ),
        claims=(claim(of, text=text),),
        figures=(figure(of, text=text),),
        dating=dating(),
        places=places(text=text),
        events=(told_event(of, text=text),),
    )


def bare_evidence(interval: DayInterval | None = None) -> Evidence:
    """Return evidence of a text in which nothing was found."""
    return Evidence(
        analysis=Analysis(),
        claims=(),
        figures=(),
        dating=replace(dating(interval, doubtful=False), candidates=(), chosen=(), reasons=()),
    )
