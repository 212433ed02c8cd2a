"""Doubts about the date of a page: what its text, its mentions and its retrieval say against it."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from sayso.dates import DayInterval
from sayso.documents import DateBasis, DateCandidate, Document
from sayso.documents.document import CAPTION_RULE
from sayso.evidence.date_candidates import ONE_DAY, Bounds
from sayso.evidence.date_clues import DateClue, DateClues, Tense
from sayso.evidence.date_odds import odds_words, shipped_date_odds
from sayso.evidence.date_wording import WEEKDAYS, day_words, interval_words
from sayso.evidence.dating import Doubt, DoubtNote
from sayso.evidence.page_dating import PageDate

# What is told as going on is seldom older; the interval of a past day has its slack already.
_AFTER_PRESENT = timedelta(days=3)
# A text that names the page's date, or the day before it, speaks for it; one some days older would
# hide most shifts (TimeBank, AQUAINT, Wikinews).
_SUPPORT = timedelta(days=1)
_EXAMPLES = 3
# News comes first; what stands in the second half of a text is background, of any week.
_NEWS = 600


def doubts_of(
    document: Document,
    clues: DateClues,
    bounds: Bounds,
    page: PageDate,
    candidates: Sequence[DateCandidate],
) -> tuple[DoubtNote, ...]:
    """Return what speaks against the date that the page gives."""
    return (
        *_against_bounds(bounds, page, candidates),
        *_against_text(document, clues, page, candidates),
    )


def _against_bounds(
    bounds: Bounds, page: PageDate, candidates: Sequence[DateCandidate]
) -> Iterator[DoubtNote]:
    lo, hi = page.interval.lo, page.interval.hi
    retrieved = bounds.ceiling or bounds.ignored
    if retrieved and lo and lo > retrieved + ONE_DAY:
        reason = f"{interval_words(page.interval)} is after the retrieval on {day_words(retrieved)}"
        yield DoubtNote(doubt=Doubt.AFTER_RETRIEVAL, reason=reason, candidates=page.chosen)
    if bounds.floor and hi and hi < bounds.floor - ONE_DAY:
        reason, mention = _later_past(bounds, candidates)
        reason = f"{reason}, but {interval_words(page.interval)} is before it"
        yield DoubtNote(
            doubt=Doubt.BEFORE_MENTIONED, reason=reason, candidates=(*page.chosen, *mention)
        )


def _later_past(bounds: Bounds, candidates: Sequence[DateCandidate]) -> tuple[str, tuple[int, ...]]:
    """Return in words, and by candidates, the past that the page's date lies before."""
    if bounds.caption and bounds.floor:
        shown = f"a caption shows a picture of {day_words(bounds.floor)}"
        return shown, _index(candidates, CAPTION_RULE)
    mention = _index(candidates, "latest_past_mention")
    written = f"“{candidates[mention[0]].written}”" if mention else "a later day"
    return f"the text speaks of {written} as past", mention


def _against_text(
    document: Document, clues: DateClues, page: PageDate, candidates: Sequence[DateCandidate]
) -> Iterator[DoubtNote]:
    """Yield the strongest contradiction between text and page, if there is one."""
    day = page.interval.lo
    if day is None or page.interval.days != 1:
        return
    reason, indices = _dated_weekday(day, candidates)
    if not reason:
        reason = _weekday_alarm(document, clues, day)
    if reason:
        yield DoubtNote(
            doubt=Doubt.TEXT_CONTRADICTS_PAGE, reason=reason, candidates=(*page.chosen, *indices)
        )


def _dated_weekday(day: date, candidates: Sequence[DateCandidate]) -> tuple[str, tuple[int, ...]]:
    """Check the days that the text names with weekday, day and month, or with their distance."""
    for index, candidate in enumerate(candidates):
        if candidate.basis not in {DateBasis.WEEKDAY, DateBasis.RELATIVE}:
            continue
        present = candidate.rule != "weekday_past"
        reach = _AFTER_PRESENT if present else timedelta(0)
        readings = (candidate.interval, *candidate.alternatives)
        if not any(_reaches(reading, day, reach) for reading in readings):
            near = min(readings, key=lambda reading: _distance(reading, day))
            reason = (
                f"“{candidate.written}” puts the text at {interval_words(near)}, "
                f"the page at {day_words(day)}"
            )
            return reason, (index,)
    return "", ()


def _reaches(reading: DayInterval, day: date, reach: timedelta) -> bool:
    lo, hi = reading.lo, reading.hi
    return lo is not None and hi is not None and lo - ONE_DAY <= day <= hi + reach


def _distance(reading: DayInterval, day: date) -> int:
    return abs((reading.lo - day).days) if reading.lo else 0


def _weekday_alarm(document: Document, clues: DateClues, day: date) -> str:
    """Return what the weekdays of the text say against the day, if their odds say enough.

    Weekdays of the background count only beside those of the news.
    """
    table = shipped_date_odds()
    weekdays = news_weekdays(document.text, clues)
    odds = table.of_weekdays(day, weekdays)
    odds += table.named if named_near(clues, day) else 0.0
    if not weekdays or odds >= table.alarm or _named_in_full(clues, day):
        return ""
    return _weekday_reason(document, clues, day, odds)


def news_weekdays(text: str, clues: DateClues) -> tuple[int, ...]:
    """Return the weekdays of a text, if one of them stands in its news."""
    news = max(len(text) // 2, _NEWS)
    told = any(clue.span.start < news for clue in clues.weekdays)
    return tuple(clue.weekday for clue in clues.weekdays) if told else ()


def _weekday_reason(document: Document, clues: DateClues, day: date, odds: float) -> str:
    named = sorted({clue.weekday for clue in clues.weekdays})
    spoken = " and ".join(WEEKDAYS[weekday] for weekday in named)
    own = day.weekday() in named
    reason = f"{day_words(day)} is a {WEEKDAYS[day.weekday()]}, but the text speaks of {spoken}" + (
        ", most of them of another day" if own else " and of no other day"
    )
    recent = [f"“{document.quote(span)}”" for span in clues.recent[:_EXAMPLES]]
    counted = f"; {', '.join(recent)} would count from there" if recent else ""
    return f"{reason} ({odds_words(odds)}){counted}"


def named_near(clues: DateClues, day: date) -> bool:
    """Say whether the text names the day, or the one before, with day and month."""
    return any(
        timedelta(0) <= day - spoken <= _SUPPORT
        for clue in clues.dates
        if clue.tense is not Tense.FUTURE
        for spoken in _days_of(clue, day.year)
    )


def _named_in_full(clues: DateClues, day: date) -> bool:
    """Say whether the text names the very day with its year: no weekday weighs as much."""
    return any(
        clue.date.date.year == day.year and day in _days_of(clue, day.year)
        for clue in clues.dates
        if clue.tense is not Tense.FUTURE
    )


def _days_of(clue: DateClue, year: int) -> Iterator[date]:
    """Yield the day of a clue; without a year that of ``year`` and of the year before."""
    years = (year, year - 1)
    written = [clue.date] if clue.date.date.year else [clue.date.in_year(y) for y in years]
    for expression in written:
        interval = expression.interval
        if interval and interval.days == 1 and interval.lo:
            yield interval.lo


def _index(candidates: Sequence[DateCandidate], rule: str) -> tuple[int, ...]:
    return tuple(i for i, candidate in enumerate(candidates) if candidate.rule == rule)
