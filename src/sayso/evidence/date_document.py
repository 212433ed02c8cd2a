"""Dating a document: candidates from page and text, hard bounds, the interval chosen, doubts."""

from collections.abc import Sequence

from sayso.dates import DayInterval
from sayso.documents import DateBasis, DateCandidate, Document
from sayso.documents.document import CAPTION_RULE
from sayso.evidence.date_candidates import Bounds, read_bounds, text_candidates
from sayso.evidence.date_clues import DateClues, read_clues
from sayso.evidence.date_doubts import doubts_of
from sayso.evidence.date_wording import WEEKDAYS, day_words, interval_words
from sayso.evidence.dating import Dating, Doubt, DoubtNote
from sayso.evidence.page_dating import page_date, with_year
from sayso.frozen import dataclass
from sayso.language.analysis import Analysis

_EXAMPLES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Choice:
    interval: DayInterval
    chosen: tuple[int, ...]
    reasons: tuple[str, ...]


def date_document(document: Document, analysis: Analysis) -> Dating:
    """Say when a document was written, as an interval with its reasons and doubts.

    A date that the page gives decides, with the doubts that the text raises. Without one, a
    weekday with day and month, or a date with its distance, decides. Else the bounds remain: not
    before the latest day that the text calls past, not after the retrieval.
    """
    clues = read_clues(document.text, analysis)
    bounds = read_bounds(document, clues)
    shown = tuple(candidate for candidate in document.dates if candidate.rule == CAPTION_RULE)
    given = tuple(with_year(c, bounds) for c in document.dates if c.rule != CAPTION_RULE)
    candidates = (*given, *shown, *text_candidates(document, clues, bounds))
    page = page_date(document, given, clues, bounds)
    if page:
        doubts = (*page.doubts, *doubts_of(document, clues, bounds, page, candidates))
        choice = _Choice(interval=page.interval, chosen=page.chosen, reasons=page.reasons)
    else:
        told = _from_text(candidates)
        choice = told or _from_bounds(document, candidates, clues, bounds)
        doubts = () if told else (_no_date(),)
    return Dating(
        interval=choice.interval,
        candidates=candidates,
        chosen=choice.chosen,
        reasons=choice.reasons,
        doubts=(*doubts, *_ignored_retrieval(bounds)),
    )


def _from_text(candidates: Sequence[DateCandidate]) -> _Choice | None:
    """Date by the latest of the days that the text names with weekday or distance."""
    dating = [
        index
        for index, candidate in enumerate(candidates)
        if candidate.basis in {DateBasis.WEEKDAY, DateBasis.RELATIVE}
    ]
    if not dating:
        return None
    best = max(dating, key=lambda i: (candidates[i].interval.lo, candidates[i].weight))
    candidate = candidates[best]
    reasons = [f"the page gives no date; {_reason(candidate)}"]
    if candidate.alternatives:
        others = ", ".join(interval_words(other) for other in candidate.alternatives)
        reasons.append(f"it would fit {others} as well; the latest before the retrieval is taken")
    return _Choice(interval=candidate.interval, chosen=(best,), reasons=tuple(reasons))


def _reason(candidate: DateCandidate) -> str:
    words = interval_words(candidate.interval)
    if candidate.rule == "weekday_present":
        return f"the text tells as going on what happens on “{candidate.written}”: {words}"
    if candidate.rule == "weekday_past":
        return f"the text names “{candidate.written}” by its weekday, so within some weeks: {words}"
    return f"the text gives a date and its distance, “{candidate.written}”: {words}"


def _from_bounds(
    document: Document, candidates: Sequence[DateCandidate], clues: DateClues, bounds: Bounds
) -> _Choice:
    reasons = ["the page gives no date"]
    bounding = {"latest_past_mention", "retrieved"}
    chosen = [i for i, c in enumerate(candidates) if c.rule in bounding or c == bounds.caption]
    if bounds.floor and bounds.caption:
        shown = f"a caption shows a picture of {day_words(bounds.floor)}"
        reasons.append(f"{shown}: not written before")
    elif bounds.floor and bounds.floor_clue:
        written = document.quote(bounds.floor_clue.span)
        reasons.append(f"“{written}” is past: written on or after {day_words(bounds.floor)}")
    else:
        reasons.append("the text speaks of no past day with its year")
    if bounds.ceiling:
        reasons.append(f"retrieved on {day_words(bounds.ceiling)}: not written later")
    reasons += _hints(document, candidates, clues)
    return _Choice(interval=bounds.window, chosen=tuple(chosen), reasons=tuple(reasons))


def _hints(document: Document, candidates: Sequence[DateCandidate], clues: DateClues) -> list[str]:
    """Return what would date the text if something else gave the year or the week."""
    hints = []
    days = [f"“{c.written}”" for c in candidates if c.rule == "month_and_day"]
    if days:
        hints.append(f"{', '.join(days)} without a year: within a year after that day")
    if clues.weekdays:
        named = sorted({clue.weekday for clue in clues.weekdays})
        names = " and ".join(WEEKDAYS[weekday] for weekday in named)
        hints.append(f"{names} without a date: within a week after it, of no known week")
    if clues.recent:
        spans = [f"“{document.quote(span)}”" for span in clues.recent[:_EXAMPLES]]
        hints.append(f"{', '.join(spans)} count from the day of writing, which is unknown")
    return hints


def _no_date() -> DoubtNote:
    reason = "neither the page nor the text gives the day"
    return DoubtNote(doubt=Doubt.NO_DATE, reason=reason, candidates=())


def _ignored_retrieval(bounds: Bounds) -> tuple[DoubtNote, ...]:
    if bounds.ignored is None or bounds.floor is None:
        return ()
    reason = (
        f"the text speaks of {day_words(bounds.floor)} as past, which is after the retrieval on "
        f"{day_words(bounds.ignored)}: that time is not used"
    )
    return (DoubtNote(doubt=Doubt.AFTER_RETRIEVAL, reason=reason, candidates=()),)
