"""Reports: the sentences of a document that say that something happened, or that it did not."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from typing import TypeVar

from sayso.dates import DayInterval
from sayso.evidence.claim import Claim, Force
from sayso.evidence.forecast import Forecast
from sayso.evidence.forecast_frames import Trigger, find_triggers
from sayso.evidence.forecast_text import Words, find_phrases
from sayso.evidence.forecast_words import ForecastWords, shipped_forecast_words
from sayso.frozen import dataclass
from sayso.language.analysis import Analysis, EventMention, Manner, Timex, TimexType
from sayso.language.function_words import AUXILIARIES, BE, DETERMINERS, IRREGULAR_PASTS, NEGATIONS
from sayso.language.word_lists import word_set
from sayso.story.forecasts.told import NamesOfDocument, Told, event_word, read_told
from sayso.text import Span, merged

_Placed = TypeVar("_Placed", EventMention, Timex)
# A document longer than this is no article; its first events are what it is about.
_MOST = 60
_PARTLY = word_set("partly partially attempted attempt attempts tried part half only")
# Words before the word of the event among which these stand.
_NEAR = 6
_CLOSE = 3
_POSSIBLE = word_set(
    "preventing averting avoiding will would could may might should must if whether can cannot wo ca"
)
_SOME = word_set("several many dozens hundreds thousands some two three four five six another")
_PAST_FORMS = word_set("fled broke died began shut quit sued struck fell burst rose met")
# Words behind it: "the march was called off".
_BEHIND = 4
_FAR_BEHIND = 12
_BE = BE - {"be"}
_NEGATIONS = NEGATIONS | {"no", "without"}
# A text that gives no day tells of what was new when it was written.
_NEWS = timedelta(days=7)
_OTHER = "other"
_IDLE = frozenset({"accuse", "request", "threaten"})
# Verbs of speech, thought and being tell of no event.
_SAYING = word_set(
    "said told added asked called warned noted stated announced explained believed thought wanted"
    " needed hoped feared expected planned seemed appeared remained known based related united"
    " according reported published wrote claimed denied argued insisted described named aged supposed concerned"
)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """A document whose reports are looked for: what was read in it, and when it was written."""

    document: str
    text: str
    analysis: Analysis
    names: NamesOfDocument
    written: DayInterval


def reports_of(
    source: Reported, claims: Iterable[Claim], forecasts: Iterable[Forecast]
) -> tuple[Report, ...]:
    """Return the reports of a document, in the order of its text.

    What it foretells is none, nor what somebody asks for, wants or asks.
    """
    words = Words.of(source.text, source.analysis.tokens)
    asked = (span for one in claims if _only_speaks(one) for span in one.content)
    ahead = merged([*asked, *(span for one in forecasts for span in one.spans)])
    found: list[Report] = []
    for sentence in source.analysis.sentences:
        report = _report(source, words, sentence, ahead)
        if report is not None:
            found.append(report)
        if len(found) == _MOST:
            break
    return tuple(found)


def _only_speaks(claim: Claim) -> bool:
    if claim.force is None or claim.force in {Force.ASSERT, Force.DENY}:
        return claim.manner in {Manner.INTENDED, Manner.JUDGED}
    return True


def _report(source: Reported, words: Words, sentence: Span, ahead: Sequence[Span]) -> Report | None:
    times = _inside(source.analysis.timexes, sentence)
    happened = _happened(times, source.written)
    triggers = _triggers(source, words, sentence, ahead, dated=happened is not None)
    triggers = triggers or _told_by_verb(source, words, sentence, ahead)
    if not triggers:
        return None
    table = shipped_forecast_words()
    events = (
        event_word(
            words.text,
            words.span(one.first, one.end),
            one.family,
            contrary=_is_contrary(words, one, table),
        )
        for one in triggers
    )
    return Report(
        id=f"{source.document}:{sentence.start}",
        told=read_told(source.document, words.text, (sentence,), events, source.names),
        happened=happened or _recent(source.written),
        written=source.written,
        partly=any(words.word(at) in _PARTLY for one in triggers for at in _before(one)),
    )


def _triggers(
    source: Reported, words: Words, sentence: Span, ahead: Sequence[Span], *, dated: bool
) -> list[Trigger]:
    """Return the words of a sentence for what happened, apart from what is still to come."""
    indices = _apart(words, sentence, ahead)
    events = _inside(source.analysis.events, sentence)
    headline = _is_headline(words.text, sentence)
    return [
        one
        for one in find_triggers(words, indices, events, shipped_forecast_words())
        if _is_told(one, dated=dated) and _is_fact(words, one, headline=headline)
    ]


def _apart(words: Words, sentence: Span, ahead: Sequence[Span]) -> list[int]:
    """Return the tokens of a sentence apart from what is still to come."""
    starts = words.tokens.starts
    first = bisect_left(ahead, sentence.start, key=lambda span: span.end)
    end = bisect_left(ahead, sentence.end, key=lambda span: span.start)
    apart = ahead[first:end]
    return [
        index
        for index in words.range_of(sentence)
        if not any(span.start <= starts[index] < span.end for span in apart)
    ]


def _told_by_verb(
    source: Reported, words: Words, sentence: Span, ahead: Sequence[Span]
) -> list[Trigger]:
    """Return the first verb of the past, where no word of a known kind tells what happened.

    A sentence that foretells tells by it only who foretold.
    """
    indices = _apart(words, sentence, ahead)
    if len(indices) < len(words.range_of(sentence)):
        return []
    if any(True for _ in find_phrases(words, indices, shipped_forecast_words().families)):
        return []
    known = {words.at(event.span.start) for event in _inside(source.analysis.events, sentence)}
    for index in indices:
        word = words.word(index)
        if index in known or word in _SAYING or word in AUXILIARIES or not _is_past(word):
            continue
        found = Trigger(first=index, end=index + 1, family=_OTHER, status="asserted", listed=False)
        return [found] if _is_fact(words, found, headline=False) else []
    return []


def _is_past(word: str) -> bool:
    return word.endswith("ed") or word in IRREGULAR_PASTS


def _inside(ordered: Sequence[_Placed], sentence: Span) -> Sequence[_Placed]:
    """Return those of some records, in the order of the text, that stand in a sentence."""
    first = bisect_left(ordered, sentence.start, key=lambda one: one.span.start)
    end = bisect_left(ordered, sentence.end, key=lambda one: one.span.start)
    return [one for one in ordered[first:end] if one.span.end <= sentence.end]


def _is_told(trigger: Trigger, *, dated: bool) -> bool:
    """Say whether a word tells of what happened; what is history needs a day that says when."""
    if trigger.family in _IDLE and not trigger.listed:
        return False
    if trigger.status == "historical":
        return dated
    return trigger.status in _PAST or (trigger.status is None and trigger.listed)


def _is_fact(words: Words, trigger: Trigger, *, headline: bool) -> bool:
    """Say whether nothing makes a word a mere possibility: "to flee", "could flee", "an attack would".

    A noun that the core read as no event needs a word before it that says that it is a certain one:
    "a breakout", not "breakouts are rare".
    """
    before = [words.word(at) for at in range(max(trigger.first - _CLOSE, 0), trigger.first)]
    behind = [words.word(at) for at in range(trigger.end, trigger.end + _CLOSE)]
    if "to" in before[-2:] or _POSSIBLE & {*before, *behind[:1]}:
        return False
    if trigger.status is not None or headline:
        return True
    certain = any(word in DETERMINERS or word[:1].isdigit() or word in _SOME for word in before)
    return certain or any(map(_is_past_form, (words.word(trigger.end - 1), *behind[:1])))


def _is_past_form(word: str) -> bool:
    return word.endswith("ed") or word in _PAST_FORMS


def _is_headline(text: str, sentence: Span) -> bool:
    return not sentence.text_in(text).rstrip("\"'”’)").endswith((".", "!", "?"))


def when_reported(timexes: Sequence[Timex], sentence: Span, written: DayInterval) -> DayInterval:
    """Return when what a sentence reports happened, as far as it says, else a few days up to the writing."""
    return _happened(_inside(timexes, sentence), written) or _recent(written)


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
    """Say whether an event did not come about: "averted a flood", "the march was called off"."""
    if trigger.status == "denied":
        return True
    if any(True for _ in find_phrases(words, list(_before(trigger)), table.contrary)):
        return True
    behind = range(trigger.end, min(trigger.end + _FAR_BEHIND, len(words.lows)))
    for first, _, _ in find_phrases(words, behind, table.contrary):
        passive = words.word(first - 1) in _BE
        if words.word(first) not in _NEGATIONS and (passive or first < trigger.end + _BEHIND):
            return True
    return False


def _before(trigger: Trigger) -> Iterator[int]:
    yield from range(max(trigger.first - _NEAR, 0), trigger.first)
