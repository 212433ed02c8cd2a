"""Reports: the sentences of a document that say that something happened, or that it did not."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from sayso.dates import DayInterval
from sayso.evidence.forecast import Forecast
from sayso.evidence.forecast_frames import Trigger, find_triggers
from sayso.evidence.forecast_text import Words, find_phrases
from sayso.evidence.forecast_words import ForecastWords, shipped_forecast_words
from sayso.language.analysis import Analysis, EventMention, Timex, TimexType
from sayso.language.word_lists import word_set
from sayso.story.forecasts.told import NamesOfDocument, Told, event_word, read_told
from sayso.text import Span

# A document longer than this is no article; its first events are what it is about.
_MOST = 60
_PARTLY = word_set("partly partially attempted attempt attempts tried part half only")
# Words before the word of the event among which these stand.
_NEAR = 6
# Words behind it: "the march was called off".
_BEHIND = 4
_NEGATIONS = word_set("not n't n’t never no without")
# A text that gives no day tells of what was new when it was written.
_NEWS = timedelta(days=7)
_IDLE = frozenset({"other", "accuse", "request", "threaten", "reject"})
_PAST = frozenset({"asserted", "denied"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One sentence that says that something happened, or that it did not.

    ``happened`` is when, as far as the sentence says, else a few days up to the writing.
    """

    id: str
    told: Told
    happened: DayInterval
    written: DayInterval
    partly: bool = False


def reports_of(
    document: str,
    text: str,
    analysis: Analysis,
    forecasts: Iterable[Forecast],
    names: NamesOfDocument,
    *,
    written: DayInterval,
) -> tuple[Report, ...]:
    """Return the reports of a document, in the order of its text; what it foretells is none."""
    words = Words.of(text, analysis.tokens)
    ahead = sorted(span for one in forecasts for span in one.spans)
    found: list[Report] = []
    for sentence in analysis.sentences:
        report = _report(document, words, analysis, sentence, ahead, names, written)
        if report is not None:
            found.append(report)
        if len(found) == _MOST:
            break
    return tuple(found)


def _report(
    document: str,
    words: Words,
    analysis: Analysis,
    sentence: Span,
    ahead: Sequence[Span],
    names: NamesOfDocument,
    written: DayInterval,
) -> Report | None:
    indices = [
        index
        for index in words.range_of(sentence)
        if not any(span.start <= words.tokens.starts[index] < span.end for span in ahead)
    ]
    if not indices:
        return None
    events = [one for one in analysis.events if sentence.contains(one.span)]
    times = [one for one in analysis.timexes if sentence.contains(one.span)]
    happened, table = _happened(times, written), shipped_forecast_words()
    triggers = [
        one
        for one in find_triggers(words, indices, events, table)
        if _is_told(one, dated=bool(happened))
    ]
    if not triggers:
        return None
    return Report(
        id=f"{document}:{sentence.start}",
        told=read_told(
            document,
            words.text,
            (sentence,),
            (
                event_word(
                    words.text,
                    words.span(one.first, one.end),
                    one.family,
                    contrary=_is_contrary(words, one, table),
                )
                for one in triggers
            ),
            names,
        ),
        happened=happened or _recent(written),
        written=written,
        partly=any(words.word(at) in _PARTLY for one in triggers for at in _before(one)),
    )


def _is_told(trigger: Trigger, *, dated: bool) -> bool:
    """Say whether a word tells of what happened; what is history needs a day that says when."""
    if trigger.family in _IDLE and not trigger.listed:
        return False
    if trigger.status == "historical":
        return dated
    return trigger.status in _PAST or (trigger.status is None and trigger.listed)


def _happened(times: Iterable[Timex], written: DayInterval) -> DayInterval | None:
    for timex in times:
        if timex.type not in {TimexType.DATE, TimexType.TIME} or timex.interval is None:
            continue
        interval = timex.interval
        if written.hi is not None:
            past = interval.intersection(DayInterval(None, written.hi))
            if past is None:
                continue
            interval = past
        if interval.lo is not None and interval.hi is not None:
            return interval
    return None


def _recent(written: DayInterval) -> DayInterval:
    if written.lo is None or written.lo.toordinal() <= _NEWS.days:
        return written
    return DayInterval(written.lo - _NEWS, written.hi)


def _is_contrary(words: Words, trigger: Trigger, table: ForecastWords) -> bool:
    near = list(_before(trigger))
    behind = range(trigger.end, trigger.end + _BEHIND)
    called_off = [*near, *(index for index in behind if words.word(index))]
    return trigger.status == "denied" or any(
        words.word(first) not in _NEGATIONS or first in near
        for first, _, _ in find_phrases(words, called_off, table.contrary)
    )


def _before(trigger: Trigger) -> Iterator[int]:
    yield from range(max(trigger.first - _NEAR, 0), trigger.first)
