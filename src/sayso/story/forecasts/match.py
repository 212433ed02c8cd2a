"""Matching: how well a later report answers what was foretold, with the reasons."""

from dataclasses import dataclass

from sayso.dates import DayInterval
from sayso.story.forecasts.foretold import Foretold
from sayso.story.forecasts.outcome import Outcome, OutcomeReason, OutcomeStatus, lead_of
from sayso.story.forecasts.report import Report
from sayso.story.forecasts.told import EventWord, Told
from sayso.story.statements.statement import Meaning
from sayso.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What each thing in common adds; set on the labelled stories (benchmarks/forecasts.py)."""

    same_word: float = 0.28
    same_family: float = 0.24
    near_family: float = 0.14
    words: float = 0.30
    names: float = 0.12
    meaning: float = 0.45
    within_window: float = 0.06
    outside_window: float = -0.12
    order_unknown: float = -0.05
    least: float = 0.50


WEIGHTS = Weights()
# Letters that words of one root share.
_ROOT = 5
# Less nearness is no reason to name.
_TELLING_NEARNESS = 0.35


def find_outcome(
    foretold: Foretold, report: Report, *, meaning: Meaning | None, weights: Weights = WEIGHTS
) -> Outcome | None:
    """Return the report as a candidate outcome, ``None`` if it cannot answer what was foretold."""
    if foretold.told.document == report.told.document:
        return None
    later = is_later(foretold.said, report)
    if later is False:
        return None
    score, reasons = _score(foretold, report, meaning, weights)
    within = is_within(foretold, report.happened)
    if later is None:
        score += weights.order_unknown
        reasons.append(OutcomeReason.ORDER_NOT_KNOWN)
    if within is not None:
        score += weights.within_window if within else weights.outside_window
        reasons.append(OutcomeReason.WITHIN_WINDOW if within else OutcomeReason.OUTSIDE_WINDOW)
    if score < weights.least:
        return None
    status = _status(foretold, report, reasons)
    return Outcome(
        foretold=foretold,
        report=report,
        status=status,
        score=round(min(score, 1.0), 4),
        reasons=tuple(dict.fromkeys(reasons)),
        within_window=within,
        lead=lead_of(foretold.said, report.happened),
        foretold_spans=_event_spans(foretold.told, report.told),
        report_spans=_event_spans(report.told, foretold.told),
        rule=f"outcome.{status}",
    )


def is_later(said: DayInterval, report: Report) -> bool | None:
    """Say whether a report came after the words; ``None`` where the days do not tell."""
    if said.lo is not None and report.happened.hi is not None and report.happened.hi < said.lo:
        return False
    written = report.written
    if said.lo is not None and written.hi is not None and written.hi <= said.lo:
        return False
    if said.hi is not None and written.lo is not None and written.lo > said.hi:
        return True
    return None


def is_within(foretold: Foretold, happened: DayInterval) -> bool | None:
    """Say whether an event may lie in the window; ``None`` where there is none."""
    if foretold.window is None or (foretold.window.lo is None and foretold.window.hi is None):
        return None
    return foretold.window.intersection(happened) is not None


def _score(
    foretold: Foretold, report: Report, meaning: Meaning | None, weights: Weights
) -> tuple[float, list[OutcomeReason]]:
    one, other = foretold.told, report.told
    reasons: list[OutcomeReason] = []
    score = 0.0
    if any(_is_same_word(a, b) for a in one.events for b in other.events):
        score += weights.same_word
        reasons.append(OutcomeReason.SAME_WORD)
    if one.families & other.families - {"other"}:
        score += weights.same_family
        reasons.append(OutcomeReason.SAME_FAMILY)
    elif one.groups & other.groups:
        score += weights.near_family
        reasons.append(OutcomeReason.NEAR_FAMILY)
    shared = one.forms & other.forms
    if shared and one.forms:
        score += weights.words * min(len(shared) / min(len(one.forms), 6), 1.0)
        reasons.append(OutcomeReason.WORDS)
    if one.names & other.names:
        score += weights.names
        reasons.append(OutcomeReason.ACTORS)
    nearness = 0.0 if meaning is None else max(meaning(one.text, other.text), 0.0)
    score += weights.meaning * nearness
    if nearness >= _TELLING_NEARNESS:
        reasons.append(OutcomeReason.MEANING)
    return score, reasons


def _status(foretold: Foretold, report: Report, reasons: list[OutcomeReason]) -> OutcomeStatus:
    shared = [one for one in report.told.events if _is_shared(one, foretold.told)]
    contrary = bool(shared) and all(one.contrary for one in shared)
    if contrary is not foretold.negated:
        reasons.append(OutcomeReason.CONTRARY)
        return OutcomeStatus.CONTRADICTED
    if report.partly:
        reasons.append(OutcomeReason.PARTIAL)
        return OutcomeStatus.IN_PART
    return OutcomeStatus.REPORTED


def _event_spans(told: Told, other: Told) -> tuple[Span, ...]:
    """Return the words that name the event they have in common, else the first that name one."""
    shared = [one.span for one in told.events if _is_shared(one, other)]
    return tuple(shared or [one.span for one in told.events[:1]])


def _is_same_word(one: EventWord, other: EventWord) -> bool:
    """Compare two words for an event: one word, or of one root and kind (erupt, eruption)."""
    if one.stem == other.stem:
        return True
    root = one.stem[:_ROOT] == other.stem[:_ROOT] and len(one.stem) >= _ROOT
    return root and one.group is not None and one.group == other.group


def _is_shared(event: EventWord, other: Told) -> bool:
    return event.stem in other.stems or (event.group is not None and event.group in other.groups)
