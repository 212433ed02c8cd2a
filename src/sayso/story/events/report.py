"""Reports of events: an event of one document in the form in which it is compared with others."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from sayso.dates import DayInterval
from sayso.evidence.event import Event, EventRole, EventStatus, TimeAnchor
from sayso.frozen import dataclass
from sayso.language.tokens import tokenize
from sayso.story.actors.name_form import Sort, read_name, sort_of
from sayso.story.figures.record import Place
from sayso.story.statements.words import WordKind, read_word
from sayso.text import Span

_UNKNOWN = DayInterval(None, None)
_UNREAL = frozenset({EventStatus.PLANNED, EventStatus.HYPOTHETICAL})


@dataclass(frozen=True, slots=True, kw_only=True)
class EventReport:
    """What a comparison has to know of an event as one document tells it.

    ``when`` is the time that the text gives it, unknown where it gives none; ``assumed`` is then the time
    that news of its day is taken to have, by which nothing is compared. ``written`` is when the document was. ``told`` are the words of its sentence in base form, ``names`` those who are named
    there, ``values`` the figures. ``start`` and ``sentence`` say where it stands.
    """

    id: str
    document: str
    start: int
    clause: Span
    sentence: Span
    family: str
    lemma: str
    role: EventRole
    status: EventStatus
    when: DayInterval
    anchor: TimeAnchor
    written: DayInterval
    place: Place | None = None
    names: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()
    values: frozenset[str] = frozenset()
    lead: bool = False
    assumed: DayInterval = _UNKNOWN

    @property
    def is_real(self) -> bool:
        """Say whether it is told as something that did, or did not, happen."""
        return self.status not in _UNREAL

    @property
    def is_dated(self) -> bool:
        """Say whether the text gives it a time with two ends."""
        return self.when.days is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportSource:
    """What all events of a document share."""

    document: str
    text: str
    written: DayInterval
    sentences: Sequence[Span]
    places: Mapping[Span, Place]
    values: Mapping[str, str]


def read_reports(events: Sequence[Event], source: ReportSource) -> Iterator[EventReport]:
    """Yield the happenings of a document as they are compared; acts of saying are claims."""
    for event in events:
        if event.role is EventRole.HAPPENING:
            yield _report(event, source)


def _report(event: Event, source: ReportSource) -> EventReport:
    sentence = _sentence(event.trigger, source.sentences)
    return EventReport(
        id=event.id,
        document=source.document,
        start=event.trigger.start,
        clause=event.clause,
        sentence=sentence,
        family=event.family,
        lemma=event.lemma,
        role=event.role,
        status=event.status,
        when=event.time.interval if event.time.is_told else _UNKNOWN,
        assumed=event.time.interval if event.time.anchor is TimeAnchor.REPORT else _UNKNOWN,
        anchor=event.time.anchor,
        written=source.written,
        place=source.places.get(event.place) if event.place else None,
        names=frozenset(_names(event)),
        told=frozenset(_told(sentence.text_in(source.text))),
        values=frozenset(source.values[f] for f in event.figures if f in source.values),
        lead=event.lead,
    )


def _sentence(span: Span, sentences: Sequence[Span]) -> Span:
    return next((one for one in sentences if one.contains(span)), span)


def _names(event: Event) -> Iterator[str]:
    for one in event.participants:
        sort = sort_of(one.kind)
        if sort is Sort.PLACE:
            continue
        form = read_name(one.name, sort) if sort else None
        if form is not None:
            yield " ".join(form.words)


def _told(text: str) -> Iterator[str]:
    tokens = tokenize(text)
    for at in range(len(tokens)):
        span = tokens.span(at)
        written = span.text_in(text)
        if any(character.isalpha() for character in written):
            word = read_word(span, written, opens=at == 0)
            if word.tells and word.kind is not WordKind.NUMBER:
                yield word.form


def day_of(interval: DayInterval) -> date | None:
    """Return the first day that is known of an interval."""
    return interval.lo or interval.hi
