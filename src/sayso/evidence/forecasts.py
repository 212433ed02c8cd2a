"""Forecasts of one document: what its claims, and the outlet itself, say is still to come."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from sayso.dates import DayInterval
from sayso.documents import record_id
from sayso.evidence.claim import Claim
from sayso.evidence.figure import Figure
from sayso.evidence.forecast import Condition, Forecast, ForecastKind, Frame
from sayso.evidence.forecast_frames import Found, choose_trigger, find_triggers, read_frame
from sayso.evidence.forecast_kinds import (
    Wording,
    is_by_itself,
    kind_in_claim,
    kind_in_own_words,
)
from sayso.evidence.forecast_marks import (
    Mark,
    find_conditions,
    find_likelihood,
    find_marks,
    find_own_acts,
    find_set_down,
)
from sayso.evidence.forecast_text import Words
from sayso.evidence.forecast_windows import find_window, is_over, times_among
from sayso.evidence.forecast_words import ForecastWords, shipped_forecast_words
from sayso.frozen import dataclass
from sayso.language.analysis import Analysis, EventMention, Mention, Timex, TimexType
from sayso.text import Span, hull
from sayso.text.holding import smallest_holders

# A word inside of a name names no event: "Fire Department".
_NAMED = frozenset({"PER", "ORG", "LOC"})
_Placed = TypeVar("_Placed", EventMention, Mention, Timex)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Unit:
    """The words of one sentence that one claim holds, or none; ``first`` of its content.

    ``place`` is that of the claim among those of the document.
    """

    place: int | None
    claim: Claim | None
    spans: tuple[Span, ...]
    first: bool = True


def find_forecasts(
    document_id: str,
    text: str,
    analysis: Analysis,
    claims: Sequence[Claim],
    *,
    figures: Sequence[Figure] = (),
    written: DayInterval,
) -> tuple[Forecast, ...]:
    """Return what a document foretells, in the order of its text.

    ``written`` is when it was written: what it says ahead of that is no forecast any more.
    """
    reader = _Reader(document_id, text, analysis, claims, figures, written)
    found: dict[str, Forecast] = {}
    for unit in reader.units():
        forecast = reader.read(unit)
        if forecast is not None:
            found.setdefault(forecast.id, forecast)
    return tuple(sorted(found.values(), key=lambda one: (one.spans[0], one.id)))


class _Reader:
    """One document, to be asked what its sentences foretell."""

    def __init__(
        self,
        document_id: str,
        text: str,
        analysis: Analysis,
        every: Sequence[Claim],
        figures: Sequence[Figure],
        written: DayInterval,
    ) -> None:
        self._document = document_id
        self._words = Words.of(text, analysis.tokens)
        self._analysis = analysis
        # What the outlet states itself is looked at sentence by sentence, whatever claims it makes.
        self._claims = claims = tuple(one for one in every if not one.is_own_voice)
        self._own = tuple(one for one in every if one.is_own_voice)
        self._by_id = {claim.id: claim for claim in claims}
        self._written = written
        self._table: ForecastWords = shipped_forecast_words()
        tokens = [analysis.tokens.span(index) for index in range(len(analysis.tokens))]
        self._owner = smallest_holders(tokens, [claim.content for claim in claims])
        cues = smallest_holders(tokens, [(*claim.cue, *claim.source) for claim in claims])
        self._in_cue = [holder is not None for holder in cues]
        names = smallest_holders(tokens, [(m.span,) for m in analysis.mentions if m.kind in _NAMED])
        self._in_name = [holder is not None for holder in names]
        self._mentions = tuple(sorted(analysis.mentions, key=lambda one: one.span))
        self._events = tuple(sorted(analysis.events, key=lambda one: one.span))
        self._figures = tuple(sorted(figures, key=lambda one: one.quantity.span))

    def units(self) -> Iterator[_Unit]:
        """Yield the sentences of each claim, then what of each sentence is in no claim."""
        sentences = self._analysis.sentences
        starts = [sentence.start for sentence in sentences]
        for place in range(len(self._claims)):
            yield from self._of_claim(place, starts)
        for sentence in sentences:
            own = [
                index
                for index in self._words.range_of(sentence)
                if self._owner[index] is None and not self._in_cue[index]
            ]
            if own:
                yield _Unit(place=None, claim=None, spans=tuple(self._stretches(own)))

    def _of_claim(self, place: int, starts: Sequence[int]) -> Iterator[_Unit]:
        claim = self._claims[place]
        sentences = self._analysis.sentences
        whole = hull(claim.content)
        at = max(bisect_left(starts, whole.start + 1) - 1, 0)
        first = True
        while at < len(sentences) and sentences[at].start < whole.end:
            sentence = sentences[at]
            parts = tuple(
                Span(max(span.start, sentence.start), min(span.end, sentence.end))
                for span in claim.content
                if span.overlaps(sentence)
            )
            if parts:
                yield _Unit(place=place, claim=claim, spans=parts, first=first)
                first = False
            at += 1

    def _stretches(self, indices: Sequence[int]) -> Iterator[Span]:
        first = 0
        for position in range(1, len(indices) + 1):
            if position == len(indices) or indices[position] != indices[position - 1] + 1:
                yield self._words.span(indices[first], indices[position - 1] + 1)
                first = position

    def read(self, unit: _Unit) -> Forecast | None:
        """Return what a unit foretells, ``None`` if nothing."""
        wording = self._wording(unit)
        if wording is None:
            return None
        told = self._kind(unit, wording)
        if told is None:
            return None
        kind, rule = told
        speaking = unit.claim or self._stated(wording)
        if teller := self._told_by(unit, kind, wording):
            kind, speaking, rule = ForecastKind.WARNING, teller, f"{rule}.told"
        said = (speaking.said if speaking else None) or self._written
        window = find_window(self._words, wording.indices, self._timexes(unit), said, self._table)
        if window is not None and is_over(window.interval, said):
            return None
        mark = wording.mark
        cue = unit.claim.cue if unit.claim is not None else ()
        if mark is not None:
            cue = (*cue, self._words.span(mark.first, mark.end))
        return Forecast(
            id=self._id(unit),
            kind=kind,
            spans=unit.spans,
            cue=tuple(sorted(set(cue))),
            said=said,
            rule=rule,
            claim=speaking.id if speaking else None,
            speaker=speaking.speaker if speaking else None,
            source=speaking.source if speaking else (),
            frame=self._frame(unit, wording),
            window=window,
            likelihood=find_likelihood(self._words, wording.indices, self._table),
            conditions=find_conditions(self._words, wording.indices, self._table),
        )

    def _wording(self, unit: _Unit) -> Wording | None:
        words, indices = self._words, self._words.inside(unit.spans)
        if not indices:
            return None
        own = [
            index
            for index in indices
            if self._owner[index] == unit.place and not self._in_cue[index]
        ]
        inside = _between(self._events, hull(unit.spans))
        common = [index for index in own or indices if not self._in_name[index]]
        triggers = find_triggers(words, common, inside, self._table)
        planned = [one.first for one in triggers if one.ahead]
        dated_ahead = self._is_dated_ahead(unit)
        marks = tuple(self._marks(own, planned, dated_ahead=dated_ahead))
        conditions = find_conditions(words, indices, self._table)
        free = [
            one
            for one in triggers
            if not any(c.span.contains(words.span(one.first, one.end)) for c in conditions)
        ]
        main = next((m for m in marks if not _within(words, m.first, conditions)), None)
        ordered = tuple(sorted(marks, key=lambda one: one is not main))
        return Wording(
            words=words,
            indices=indices,
            marks=ordered,
            triggers=tuple(free),
            trigger=choose_trigger(words, free, main, indices[0], self._table.light),
            dated_ahead=dated_ahead,
        )

    def _marks(
        self, own: Sequence[int], planned: Sequence[int], *, dated_ahead: bool
    ) -> Iterator[Mark]:
        if not own:
            return
        yield from find_marks(self._words, own, self._table)
        yield from find_own_acts(self._words, planned)
        if dated_ahead:
            yield from find_set_down(self._words, own, self._table)

    def _is_dated_ahead(self, unit: _Unit) -> bool:
        known = self._written.hi
        return known is not None and any(
            timex.type in {TimexType.DATE, TimexType.TIME}
            and timex.interval is not None
            and timex.interval.lo is not None
            and timex.interval.lo > known
            for timex in self._timexes(unit)
        )

    def _timexes(self, unit: _Unit) -> tuple[Timex, ...]:
        """Return the expressions of time inside of the unit, those behind the first word first."""
        near = _between(self._analysis.timexes, hull(unit.spans))
        return times_among(self._words, unit.spans, near, self._table)

    def _kind(self, unit: _Unit, wording: Wording) -> tuple[ForecastKind, str] | None:
        if unit.claim is None:
            asks = self._words.word(wording.indices[-1]) == "?"
            return None if asks else kind_in_own_words(wording, self._table)
        by_itself = is_by_itself(wording, same=self._acts_itself(unit.claim, wording))
        return kind_in_claim(
            unit.claim, wording, self._table, first=unit.first, by_itself=by_itself
        )

    def _acts_itself(self, claim: Claim, wording: Wording) -> bool | None:
        """Say whether the last one named before the mark is the one who speaks."""
        mark = wording.mark
        if mark is None or not claim.source:
            return None
        pivot = self._words.tokens.starts[mark.first]
        start = self._words.tokens.starts[wording.indices[0]]
        if pivot <= start:
            return None
        speaking = {m.entity for m in _between(self._mentions, hull(claim.source))}
        before = [m for m in _between(self._mentions, Span(start, pivot)) if m.kind != "LOC"]
        if not before or not speaking:
            return None
        nearest = before[-1]
        between = self._words.range_of(Span(nearest.span.end, pivot)) if nearest.span.end < pivot else range(0)  # fmt: skip
        return nearest.entity in speaking if len(between) <= 1 else None

    def _stated(self, wording: Wording) -> Claim | None:
        """Return the claim by which the outlet itself states what it foretells."""
        mark = wording.mark
        if mark is None:
            return None
        word = self._words.span(mark.first, mark.end)
        (holder,) = smallest_holders([word], [claim.content for claim in self._own])
        return None if holder is None else self._own[holder]

    def _told_by(self, unit: _Unit, kind: ForecastKind, wording: Wording) -> Claim | None:
        """Return the claim in which the plan of a unit is told as what others mean to do.

        "He said the group was planning to attack" warns of it, if it would do harm.
        """
        claim = unit.claim
        if claim is None or kind is not ForecastKind.PLAN or claim.parent is None:
            return None
        around = self._by_id.get(claim.parent)
        trigger = wording.trigger
        harm = trigger is not None and trigger.family in self._table.harm_families
        return around if harm and around is not None and around.is_speech else None

    def _frame(self, unit: _Unit, wording: Wording) -> Frame:
        around, claim = hull(unit.spans), unit.claim
        acts = claim is not None and is_by_itself(wording, same=self._acts_itself(claim, wording))
        found = Found(
            speaker=claim.source if claim is not None and acts else (),
            mentions=_between(self._mentions, around),
            figures=tuple(f for f in self._figures if around.contains(f.quantity.span)),
        )
        frame = read_frame(self._words, unit.spans, found, wording.trigger, wording.mark)
        return replace(frame, negated=True) if wording.opens_negated else frame

    def _id(self, unit: _Unit) -> str:
        spans = ",".join(f"{span.start}-{span.end}" for span in unit.spans)
        return record_id("w", self._document, spans)


def _within(words: Words, index: int, conditions: Iterable[Condition]) -> bool:
    at = words.tokens.starts[index]
    return any(one.span.start <= at < one.span.end for one in conditions)


def _between(ordered: Sequence[_Placed], around: Span) -> tuple[_Placed, ...]:
    """Return those of some records, in the order of the text, that lie inside of ``around``."""
    first = bisect_left(ordered, around.start, key=lambda one: one.span.start)
    end = bisect_left(ordered, around.end, key=lambda one: one.span.start)
    return tuple(one for one in ordered[first:end] if one.span.end <= around.end)
