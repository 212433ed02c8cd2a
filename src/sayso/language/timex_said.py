"""When quotations were spoken: "We leave today," she said on Friday. Their words count from then."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date

from sayso.dates import DayInterval
from sayso.language.analysis import Analysis, Attribution, AttributionKind, Timex
from sayso.language.timex_expressions import OnWeekday, Phrase, Shift, Toward, Unit, Written
from sayso.language.timexes import value_phrases
from sayso.text import Span

# "She told reporters in the capital on Friday": how far behind its cue a time may stand.
_REACH = 60
# A quotation older than that is history, and its words are seldom reported as they were spoken.
_LONGEST_AGO = 400


def place_timexes(analysis: Analysis, *, published: DayInterval | None) -> tuple[Timex, ...]:
    """Give the expressions of time of an analysis their values, those in quotations from their day."""
    plain = value_phrases(analysis.phrases, published=published)
    said = dict(_said(analysis, plain, published))
    if not said:
        return plain
    return value_phrases(analysis.phrases, published=published, said=said)


def _said(
    analysis: Analysis, timexes: Sequence[Timex], published: DayInterval | None
) -> Iterator[tuple[Span, date]]:
    """Yield the expressions inside direct quotations that were spoken on another day."""
    starts = [phrase.span.start for phrase in analysis.phrases]
    for attribution in analysis.attributions:
        day = _day_of_saying(attribution, analysis, timexes, starts)
        if day is None or not _is_recent(day, published):
            continue
        for content in attribution.content:
            first = bisect_right(starts, content.start - 1)
            for phrase in analysis.phrases[first:]:
                if phrase.span.start >= content.end:
                    break
                yield phrase.span, day


def _day_of_saying(
    attribution: Attribution,
    analysis: Analysis,
    timexes: Sequence[Timex],
    starts: Sequence[int],
) -> date | None:
    """Return the one day that stands right behind the cue of a direct quotation."""
    if attribution.kind is not AttributionKind.DIRECT or not attribution.cue:
        return None
    cue = attribution.cue[-1].end
    at = bisect_right(starts, cue)
    if at == len(starts) or starts[at] - cue > _REACH:
        return None
    phrase, interval = analysis.phrases[at], timexes[at].interval
    inside = any(content.overlaps(phrase.span) for content in attribution.content)
    if inside or not _names_a_day(phrase) or not _in_one_sentence(analysis, cue, starts[at]):
        return None
    return interval.lo if interval and interval.days == 1 else None


def _names_a_day(phrase: Phrase) -> bool:
    """Say whether the expression names a day that does not lie ahead."""
    core = phrase.core
    if phrase.toward is Toward.FUTURE:
        return False
    if isinstance(core, Shift):
        return core.unit is Unit.DAY and core.by <= 0
    return isinstance(core, OnWeekday | Written)


def _in_one_sentence(analysis: Analysis, first: int, last: int) -> bool:
    at = bisect_right([sentence.start for sentence in analysis.sentences], first) - 1
    return at >= 0 and last < analysis.sentences[at].end


def _is_recent(day: date, published: DayInterval | None) -> bool:
    """Say whether the day lies before that of writing, and not long before."""
    if published is None or published.lo is None:
        return True
    return 0 < (published.lo - day).days <= _LONGEST_AGO
