"""When an event happened: the expression of time that governs it, or the bound that the report gives."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from sayso.dates import DayInterval
from sayso.evidence.event import EventStatus, EventTime, TimeAnchor
from sayso.evidence.event_clauses import Clause, ClauseFinder
from sayso.evidence.event_words import irregular_pasts, lemma, shipped_event_words
from sayso.evidence.forecast_text import Words
from sayso.frozen import dataclass
from sayso.language.analysis import Timex, TimexType
from sayso.language.function_words import AUXILIARIES, DETERMINERS
from sayso.text import Span

# So many sentences behind a dated event, the text still tells of the same time.
_NARRATED = 2
_NARRATED_DAYS = 7
# A clause of these openers hangs on another one's time only if that stands right before it.
_OWN_TIME = frozenset({"after", "before", "since", "until", "when", "as", "once"})
# What joins verbs: a time on one side of it is that of the verb there.
_JOINING = frozenset({",", "and", "but", "or", "then"})
# A verb in the present or past, by its auxiliary.
_FINITE = frozenset({"had", "has", "have", "was", "were", "is", "are", "will", "would"})
# "By noon" and "since dawn" are of that day.
_PART_OF_DAY = frozenset({"before", "after", "by", "since", "until", "till", "from"})
# By which word two times are joined to the ends of one.
_ENDS = {
    "between": frozenset({("and",)}),
    "from": frozenset({("to",), ("until",), ("till",), ("through",)}),
}
# "As of Friday 12 were dead": they died by then.
_AS_OF = ("as", "of")
_ENDING = frozenset({"until", "till", "through"})
_UNKNOWN = DayInterval(None, None)
_EXPECTING = frozenset({"expect", "due"})
_YEAR = re.compile(r"\d{4}")
# Words before a year that leads to a noun: "the 2005 flood", "Orlen's 2005 prize".
_WHICH = DETERMINERS | {"'s", "’s"}
# Words of that noun's phrase.
_NEAR = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Where an event is told: its word, its clause, and the fragments and cue of the claim around it.

    ``background`` says that its clause looks back to it: a time before it is not its own. ``governed`` are
    the times that hang on its word in the tree of the sentence, ``shared`` those of words that tell of the
    same time, ``aside`` the spans of those that relative clauses about something else have. ``loose`` says that only those can be its own, not what stands near it.
    """

    trigger: Span
    clause: Clause
    sentence: int
    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    background: bool = False
    governed: tuple[Timex, ...] = ()
    shared: tuple[Timex, ...] = ()
    aside: frozenset[Span] = frozenset()
    loose: bool = False


class EventTimes:
    """The times of one text, to be asked for those of its events in their order."""

    def __init__(
        self, words: Words, clauses: ClauseFinder, timexes: Sequence[Timex], written: DayInterval
    ) -> None:
        self._words, self._clauses, self._written = words, clauses, written
        self._by_sentence: dict[int, list[Timex]] = {}
        self._stretches: dict[Span, DayInterval] = {}
        for timex in timexes:
            if timex.type in (TimexType.DATE, TimexType.TIME) and timex.interval is not None:
                sentence = clauses.sentence(timex.span.start)
                self._by_sentence.setdefault(sentence, []).append(timex)
        for found in self._by_sentence.values():
            for first, last in pairwise(found):
                self._stretch(first, last)

    def _stretch(self, first: Timex, last: Timex) -> None:
        """Keep that two times are the ends of one: "between 3 and 9 May", "from Monday to Friday"."""
        before = self._words.word(self._words.at(first.span.start) - 1)
        lo = first.interval.lo if first.interval else None
        hi = last.interval.hi if last.interval else None
        joined = self._between(first.span, last.span) in _ENDS.get(before, ())
        if joined and lo is not None and hi is not None and lo <= hi:
            for end in (first, last):
                self._stretches[end.span] = DayInterval(lo, hi)

    def of(self, told: Told, others: Mapping[int, Sequence[Told]]) -> EventTime | None:
        """Return the time in the clause or sentence of an event.

        ``others`` are all events, by sentence: a time in the clause of one of those is theirs.
        """
        near = self._by_sentence.get(told.sentence, ())
        governed = self._in_voice(told, told.governed)
        if governed:
            return self._time(min(governed, key=self._tie(told)), TimeAnchor.CLAUSE)
        if told.loose:
            shared = self._in_voice(told, told.shared)
            return self._time(shared[0], TimeAnchor.SENTENCE) if shared else None
        open_to = [
            timex
            for timex in near
            if _one_voice(told.content, timex.span)
            and not self._is_of_main_verb(told, timex)
            and not self._is_of_a_name(told, timex)
            and not self._is_end_ahead(timex)
        ]
        own = [timex for timex in open_to if self._inside(told.clause, timex)]
        if told.background:
            own = [timex for timex in own if timex.span.start >= told.trigger.end]
            open_to = own
        if own:
            rivals = [one for one in others.get(told.sentence, ()) if one.clause == told.clause]
            left = [timex for timex in own if not self._is_of_earlier(told, timex, rivals)]
            best = min(left or own, key=lambda timex: _distance(timex.span, told.trigger))
            return self._time(best, TimeAnchor.CLAUSE)
        shared = self._in_voice(told, told.shared)
        if shared:
            return self._time(min(shared, key=self._tie(told)), TimeAnchor.SENTENCE)
        return self._elsewhere(told, others, open_to)

    def _elsewhere(
        self, told: Told, others: Mapping[int, Sequence[Told]], open_to: list[Timex]
    ) -> EventTime | None:
        """Return the time elsewhere in the sentence of an event that is no other event's."""
        since = [timex for timex in open_to if self._opens_since(timex)]
        if since:
            return self._since(self._time(since[0], TimeAnchor.SENTENCE))
        clauses = {one.clause for one in others.get(told.sentence, ())} - {told.clause}
        free = [
            timex
            for timex in open_to
            if timex.span not in told.aside and not any(self._inside(one, timex) for one in clauses)
        ]
        if not free and told.clause.opener == "gerund":
            free = open_to  # "…, killing 12": told by what goes before
        if not free or told.clause.opener in _OWN_TIME:
            return None
        best = min(free, key=lambda timex: _distance(timex.span, told.trigger))
        return self._time(best, TimeAnchor.SENTENCE)

    def _in_voice(self, told: Told, timexes: Sequence[Timex]) -> list[Timex]:
        """Return those times with a place on the calendar that whoever tells the event gives.

        One that stands outside of the words of a claim is theirs if the cue does not part them, or tells of
        planning: "talks planned for Monday".
        """
        parting = [cue for cue in told.cue if not self._plans(cue)]
        return [
            timex
            for timex in timexes
            if timex.interval is not None
            and (
                _one_voice(told.content, timex.span)
                or not any(_parts(cue, timex.span, told.trigger) for cue in parting)
            )
        ]

    def _plans(self, cue: Span) -> bool:
        word = lemma(self._words.word(self._words.at(cue.start)))
        return word in shipped_event_words().appointing | _EXPECTING

    def _tie(self, told: Told) -> Callable[[Timex], tuple[bool, int]]:
        """Return how loosely a time is tied to an event: a bound of it more so than the time itself."""
        lists = shipped_event_words()

        def tie(timex: Timex) -> tuple[bool, int]:
            before = self._words.word(self._words.at(timex.span.start) - 1)
            return before in lists.after | lists.before, _distance(timex.span, told.trigger)

        return tie

    def _between(self, left: Span, right: Span) -> tuple[str, ...]:
        """Return the words between two spans of which the first ends before the second begins."""
        return self._words.lows[self._words.at(left.end) : self._words.at(right.start)]

    def _is_of_main_verb(self, told: Told, timex: Timex) -> bool:
        """Say whether a time behind a participle is that of the verb behind it.

        "The men held in Orlen were freed on Friday" does not tell when they were held.
        """
        if timex.span.start < told.trigger.end or self._is_verb_of_clause(told):
            return False
        between = self._between(told.trigger, timex.span)
        return any(word in _FINITE for word in between) and not _JOINING.intersection(between)

    def _is_of_a_name(self, told: Told, timex: Timex) -> bool:
        """Say whether a year only tells which one is meant: "the 2005 prize winner" was arrested later."""
        if not _YEAR.fullmatch(timex.value or ""):
            return False
        tokens = self._words.range_of(timex.span)
        which = (
            self._words.word(tokens.start - 1) in _WHICH and self._words.word(tokens.stop).isalpha()
        )
        return which and not 0 <= self._words.at(told.trigger.start) - tokens.stop < _NEAR

    def _is_end_ahead(self, timex: Timex) -> bool:
        """Say whether something is to end then, after the report: of what, only the tree can tell."""
        before = self._words.word(self._words.at(timex.span.start) - 1)
        hi, written = timex.interval.hi if timex.interval else None, self._written.hi
        return before in _ENDING and hi is not None and written is not None and hi > written

    def _is_verb_of_clause(self, told: Told) -> bool:
        word = self._words.word(self._words.at(told.trigger.start))
        before = self._words.word(self._words.at(told.trigger.start) - 1)
        is_participle = word.endswith("ed") or word in irregular_pasts()
        return not is_participle or before in AUXILIARIES or before in _JOINING

    def _is_of_earlier(self, told: Told, timex: Timex, rivals: Sequence[Told]) -> bool:
        """Say whether a time belongs to an event before it: "built in 2000, closed in 2003"."""
        if timex.span.end > told.trigger.start:
            return False
        if not _JOINING.intersection(self._between(timex.span, told.trigger)):
            return False
        return any(
            one.trigger.end <= timex.span.start
            and not _JOINING.intersection(self._between(one.trigger, timex.span))
            for one in rivals
        )

    def _opens_since(self, timex: Timex) -> bool:
        return self._clauses.clause(timex.span.start).opener == "since"

    def bound(self, status: EventStatus, told: Told) -> EventTime:
        """Return what the date of the saying, else of the report, says of an event without a time."""
        written = self.said(told) or self._written
        if status is EventStatus.PLANNED:
            interval = DayInterval(written.lo, None)
        elif status is EventStatus.HYPOTHETICAL:
            interval = _UNKNOWN
        else:
            interval = DayInterval(None, written.hi)
        return EventTime(interval=interval, anchor=TimeAnchor.DOCUMENT)

    def _inside(self, clause: Clause, timex: Timex) -> bool:
        return clause.first <= self._words.at(timex.span.start) < clause.end

    def said(self, told: Told) -> DayInterval | None:
        """Return when the claim was made that an event stands in, if its sentence says so."""
        if not told.content:
            return None
        near = self._by_sentence.get(told.sentence, ())
        outside = [timex for timex in near if not _one_voice(told.content, timex.span)]
        return outside[0].interval if len(outside) == 1 else None

    def _since(self, time: EventTime) -> EventTime:
        """Return the time from one on which the text looks back: "since the truce of Monday, …"."""
        hi = self._written.hi
        if time.interval.lo is None or (hi is not None and hi < time.interval.lo):
            return time
        return replace(time, interval=DayInterval(time.interval.lo, hi))

    def _up_to(self, day: date) -> DayInterval:
        """Return the time before a day; what is to end after the report had not ended at the report."""
        lo, hi = self._written.lo, self._written.hi
        return DayInterval(lo if hi is not None and day > hi else None, day)

    def _time(self, timex: Timex, anchor: TimeAnchor) -> EventTime:
        interval = self._stretches.get(timex.span) or timex.interval or _UNKNOWN
        time = EventTime(
            interval=interval, anchor=anchor, span=timex.span, alternatives=timex.alternatives
        )
        lists = shipped_event_words()
        at = self._words.at(timex.span.start)
        before = self._words.word(at - 1)
        if timex.span in self._stretches:
            return replace(time, alternatives=())
        as_of = (self._words.word(at - 2), before) == _AS_OF
        if not as_of and timex.type is TimexType.TIME and before in _PART_OF_DAY:
            return time  # "before dawn on Friday" is on Friday
        if (as_of or before in lists.before) and interval.hi is not None:
            return replace(time, interval=self._up_to(interval.hi))
        return self._since(time) if before in lists.after else time


def narrated(last: tuple[int, EventTime] | None, sentence: int) -> EventTime | None:
    """Return the time that a text has reached, from the last dated event and its sentence."""
    if last is None or not 0 < sentence - last[0] <= _NARRATED:
        return None
    if not 0 < (last[1].interval.days or 0) <= _NARRATED_DAYS:
        return None
    return EventTime(interval=last[1].interval, anchor=TimeAnchor.NARRATIVE, span=last[1].span)


def _one_voice(content: Sequence[Span], timex: Span) -> bool:
    """Say whether a time stands in the same content as the event: else it is that of the saying."""
    return not content or any(span.contains(timex) for span in content)


def _parts(cue: Span, one: Span, other: Span) -> bool:
    """Say whether a cue stands between two spans."""
    first, last = sorted((one, other))
    return first.end <= cue.start and cue.end <= last.start


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)
