"""Events of one document: each event word with its type, status, time, place, people and figures."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.dates import DayInterval
from sayso.documents import Document, record_id
from sayso.evidence.claim import Claim
from sayso.evidence.event import (
    Event,
    EventRole,
    EventStatus,
    EventTime,
)
from sayso.evidence.event_again import date_again
from sayso.evidence.event_beside import date_beside
from sayso.evidence.event_clauses import Clause, ClauseFinder
from sayso.evidence.event_dated import HangingTimes, hanging_times
from sayso.evidence.event_report_days import News, ReportDays
from sayso.evidence.event_scene import Scenes
from sayso.evidence.event_status import ReadStatus, is_real, read_status, with_time
from sayso.evidence.event_times import EventTimes, Told, narrated
from sayso.evidence.event_triggers import TOLD, Trigger, find_triggers
from sayso.evidence.event_wording import Wording, is_kind
from sayso.evidence.figure import Figure
from sayso.evidence.forecast_text import Words
from sayso.frozen import dataclass
from sayso.language.analysis import Analysis, Timex
from sayso.text import Span, smallest_holders

# Sentences behind the title in which reporting tells its news.
_LEAD = 3
# What is said, or done by a word that does not say what, has a time as well.
_HAPPENS = frozenset({EventRole.HAPPENING, EventRole.SPEECH, EventRole.BARE})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """An event word in its clause and its claim."""

    trigger: Trigger
    told: Told
    claim: Claim | None


def find_events(
    document: Document,
    analysis: Analysis,
    claims: Sequence[Claim],
    figures: Sequence[Figure],
    written: DayInterval,
) -> tuple[Event, ...]:
    """Return the events of a document in the order of its text; ``written`` is its date."""
    words = Words.of(document.text, analysis.tokens)
    if not analysis.sentences:
        return ()
    clauses = ClauseFinder(words, analysis.sentences, [timex.span for timex in analysis.timexes])
    triggers = find_triggers(words, analysis, written)
    found = _found(words, clauses, triggers, claims)
    reader = _Reader(
        document=document,
        words=words,
        times=EventTimes(words, clauses, analysis.timexes, written),
        news=ReportDays(clauses, analysis.timexes, written),
        scenes=Scenes(words, analysis, figures),
        written=written,
        lead=_lead(document, analysis.sentences),
        timed=frozenset(words.inside([timex.span for timex in analysis.timexes])),
        hanging=hanging_times(words, analysis, _tokens(triggers)),
    )
    events = date_beside(tuple(reader.events(found)), words, clauses.sentence)
    events = date_again(events, frozenset(reader.definite(found, events)))
    return tuple(
        event
        for one, event in zip(found, events, strict=True)
        if one.trigger.is_sure or event.time.is_own
    )


def _tokens(triggers: Sequence[Trigger]) -> frozenset[int]:
    return frozenset(token for one in triggers for token in range(one.first, one.end))


def _times_of(trigger: Trigger, times: Mapping[int, tuple[Timex, ...]]) -> tuple[Timex, ...]:
    tokens = range(trigger.first, trigger.end)
    return tuple(timex for token in tokens for timex in times.get(token, ()))


def event_id(document_id: str, trigger: Span) -> str:
    """Return the id of the event told by the characters of one document."""
    return record_id("e", document_id, trigger.start, trigger.end)


def _found(
    words: Words, clauses: ClauseFinder, triggers: Sequence[Trigger], claims: Sequence[Claim]
) -> list[_Found]:
    spans = [words.span(one.first, one.end) for one in triggers]
    holders = smallest_holders(spans, [claim.content for claim in claims])
    return [
        _Found(
            trigger=trigger,
            claim=None if holder is None else claims[holder],
            told=Told(
                trigger=span,
                clause=clauses.clause(span.start),
                sentence=clauses.sentence(span.start),
                content=() if holder is None else claims[holder].content,
                cue=() if holder is None else claims[holder].cue,
            ),
        )
        for trigger, span, holder in zip(triggers, spans, holders, strict=True)
    ]


def _lead(document: Document, sentences: Sequence[Span]) -> int:
    """Return where the title and the first sentences behind it end."""
    title = document.title_span.end if document.title_span else 0
    behind = [one.end for one in sentences if one.start >= title]
    return behind[min(_LEAD, len(behind)) - 1] if behind else title


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reader:
    """Reads the events of one text in their order, since a text tells one time after another."""

    document: Document
    words: Words
    times: EventTimes
    news: ReportDays
    scenes: Scenes
    written: DayInterval
    lead: int
    # Tokens of times: "May" is no doubt there.
    timed: frozenset[int]
    hanging: HangingTimes

    def events(self, found: Sequence[_Found]) -> Iterator[Event]:
        others: defaultdict[int, list[Told]] = defaultdict(list)
        for one in found:
            # "What happened on Friday:" leaves its time free.
            if one.trigger.role is not EventRole.BARE and one.trigger.rule != TOLD:
                others[one.told.sentence].append(one.told)
        last: tuple[int, EventTime] | None = None
        carried: tuple[Clause | None, EventTime | None] = None, None
        reached: DayInterval | None = None
        for one in found:
            wording = self._wording(one)
            read = read_status(one.trigger.status, wording, one.claim)
            told = replace(
                one.told,
                background=wording.is_background,
                governed=_times_of(one.trigger, self.hanging.own),
                shared=_times_of(one.trigger, self.hanging.shared),
                aside=self.hanging.aside,
                loose=one.trigger.rule == TOLD,
            )
            time = self.times.of(told, others)
            if time is not None and wording.is_told and self._is_ahead(read, time):
                time = None
            if time is not None and one.claim is None and self._is_past(read, time):
                last = one.told.sentence, time
            elif time is None and self._is_narrated(one, wording, read):
                time = narrated(last, one.told.sentence)
                carried = one.told.clause, time
            elif time is None and carried[0] == one.told.clause and is_real(read.status):
                # "They were killed in the raid": the noun has the time of its verb.
                time = None if wording.is_background else carried[1]
            if time is None and self._is_happening(one, read):
                time = self._of_report(one, wording, reached)
            elif time is not None and not wording.is_background and self._moves(read, time):
                reached = time.interval
            yield self._event(one, read, time or self.times.bound(read.status, one.told))

    def definite(self, found: Sequence[_Found], events: Sequence[Event]) -> Iterator[str]:
        """Yield the ids of events without a time told by a noun that means one told before."""
        for one, event in zip(found, events, strict=True):
            if not event.time.is_own and self._wording(one).is_definite:
                yield event.id

    def _is_ahead(self, read: ReadStatus, time: EventTime) -> bool:
        """Say whether a time lies after the report of what it says has happened."""
        lo, written = time.interval.lo, self.written.hi
        return is_real(read.status) and lo is not None and written is not None and lo > written

    def _is_narrated(self, one: _Found, wording: Wording, read: ReadStatus) -> bool:
        return self._is_happening(one, read) and wording.is_narrated

    def _is_happening(self, one: _Found, read: ReadStatus) -> bool:
        return one.trigger.role in _HAPPENS and is_real(read.status)

    def _moves(self, read: ReadStatus, time: EventTime) -> bool:
        """Say whether a time is one that the text has come to: it may be that of a plan for the same day."""
        return self._is_past(read, time) or self.news.has(time.interval)

    def _of_report(
        self, one: _Found, wording: Wording, reached: DayInterval | None
    ) -> EventTime | None:
        return self.news.of(
            News(
                told=one.told,
                wording=wording,
                said=self.times.said(one.told),
                reached=reached,
                main=one.trigger.main,
            )
        )

    def _event(self, one: _Found, read: ReadStatus, time: EventTime) -> Event:
        told, trigger = one.told, one.trigger
        scene = self.scenes.of(told.trigger, told.clause)
        status = with_time(read, time, self.written)
        return Event(
            id=event_id(self.document.id, told.trigger),
            trigger=told.trigger,
            clause=scene.headline,
            family=trigger.coding.family,
            mode=trigger.coding.mode,
            lemma=trigger.lemma,
            role=self._role(one, status, time),
            status=status,
            rule=trigger.rule,
            time=time,
            place=scene.place,
            participants=scene.participants,
            figures=scene.figures,
            claim=None if one.claim is None else one.claim.id,
            lead=told.trigger.end <= self.lead,
        )

    def _role(self, one: _Found, status: EventStatus, time: EventTime) -> EventRole:
        """Return what the word is good for; bare plurals without a time tell of all of their kind."""
        role = one.trigger.role
        if role is not EventRole.HAPPENING or time.is_own:
            return role
        unreal = not is_real(status) and status is not EventStatus.DENIED
        return EventRole.KIND if is_kind(self._wording(one), unreal=unreal) else role

    def _is_past(self, read: ReadStatus, time: EventTime) -> bool:
        return is_real(with_time(read, time, self.written))

    def _wording(self, one: _Found) -> Wording:
        clause, trigger = one.told.clause, one.trigger
        return Wording(
            word=self.words.word(trigger.end - 1),
            before=self._untimed(clause.first, trigger.first),
            opener=clause.opener,
            behind=self._untimed(trigger.end, clause.end),
        )

    def _untimed(self, first: int, end: int) -> tuple[str, ...]:
        return tuple(self.words.word(at) for at in range(first, end) if at not in self.timed)
