"""Matching: how well a later report answers what was foretold, with the reasons."""

from collections.abc import Callable
from math import log1p

from sayso.dates import DayInterval
from sayso.frozen import dataclass
from sayso.story.forecasts.foretold import Foretold
from sayso.story.forecasts.outcome import Lead, Outcome, OutcomeReason, OutcomeStatus, lead_of
from sayso.story.forecasts.report import Report
from sayso.story.forecasts.told import EventWord, Told, go_together
from sayso.story.statements.lookup import WordCounts
from sayso.story.statements.statement import Meaning, Rarity
from sayso.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What each thing in common adds; set on the labelled stories (benchmarks/forecasts.py)."""

    same_word: float = 0.22
    same_family: float = 0.26
    near_family: float = 0.18
    companion: float = 0.14
    words: float = 0.32
    names: float = 0.10
    meaning: float = 0.40
    within_window: float = 0.06
    outside_window: float = -0.12
    late: float = -0.10  # for each year beyond the first half, up to two years
    event_alone: float = 0.7
    phase: float = 0.5
    order_unknown: float = -0.06
    least: float = 0.50

    @property
    def most(self) -> float:
        """Return what two tellings reach that have everything in common."""
        kind = max(self.same_family, self.near_family, self.companion)
        rest = self.words + self.names + self.meaning + self.within_window
        return self.same_word + kind + rest


WEIGHTS = Weights()


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """What two tellings are compared by.

    ``counts`` gives the word counts of a document: what two documents are about weighs less than what
    these two sentences share. Only the two count, so that the order of adding does not matter.
    """

    counts: Callable[[str], WordCounts]
    meaning: Meaning | None = None
    weights: Weights = WEIGHTS

    def rarity(self, one: Told, other: Told) -> Rarity:
        counted = [self.counts(name) for name in {one.document, other.document}]

        def rarity(form: str) -> float:
            beside = max(sum(counts.get(form, 1) for counts in counted) - _OWN, 0)
            return max(_COMMONEST, 1 - log1p(beside) / log1p(_MANY))

        return rarity


# A word in so many statements of two documents tells nothing; it stands in these two itself.
_MANY = 30
_OWN = 2
_COMMONEST = 0.1
# Events of which any begins: "start", "resume".
_PHASES = frozenset({"start", "begin", "resume", "continue", "end", "launch"})
# Days within which a report is as near as any, and what is counted beyond.
_SOON = 182
_YEAR = 365
_MOST_YEARS = 2.0
# Words of a forecast that are enough to share.
_ENOUGH = 6
# Less nearness is no reason to name.
_TELLING_NEARNESS = 0.35


def find_outcome(foretold: Foretold, report: Report, by: Likeness) -> Outcome | None:
    """Return the report as a candidate outcome, ``None`` if it cannot answer what was foretold."""
    if foretold.told.document == report.told.document:
        return None
    later = is_later(foretold.said, report)
    if later is False:
        return None
    weights = by.weights
    score, reasons = _score(foretold.told, report.told, by)
    if not reasons:
        return None
    within = is_within(foretold, report.happened)
    if later is None:
        score += weights.order_unknown
        reasons.append(OutcomeReason.ORDER_NOT_KNOWN)
    if within is not None:
        score += weights.within_window if within else weights.outside_window
        reasons.append(OutcomeReason.WITHIN_WINDOW if within else OutcomeReason.OUTSIDE_WINDOW)
    lead = lead_of(foretold.said, report.happened)
    if score + weights.late * _years_late(lead) < weights.least:
        return None
    status = _status(foretold, report, reasons)
    return Outcome(
        foretold=foretold,
        report=report,
        status=status,
        score=round((score + weights.late * _years_late(lead)) / weights.most, 4),
        reasons=tuple(dict.fromkeys(reasons)),
        within_window=within,
        lead=lead,
        foretold_spans=_event_spans(foretold.told, report.told),
        report_spans=_event_spans(report.told, foretold.told),
        rule=f"outcome.{status}",
    )


def _years_late(lead: Lead) -> float:
    """Return by how many years a report is late: what comes years later is seldom what was meant."""
    return min(max(lead.least - _SOON, 0) / _YEAR, _MOST_YEARS)


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


def _score(one: Told, other: Told, by: Likeness) -> tuple[float, list[OutcomeReason]]:
    """Return how alike two tellings are, and by what; nothing where not even the event is."""
    weights = by.weights
    score, reasons = _event_score(one, other, weights)
    if not reasons and one.groups and other.groups:
        return 0.0, []
    share = _share(one, other, by.rarity(one, other))
    if share > 0:
        score += weights.words * share
        reasons.append(OutcomeReason.WORDS)
    if one.names & other.names:
        score += weights.names
        reasons.append(OutcomeReason.ACTORS)
    # Events of one kind are many: something else has to show that it may be this one.
    if not {OutcomeReason.WORDS, OutcomeReason.ACTORS} & set(reasons):
        score *= weights.event_alone
    # Meaning costs the most: it is asked for only where it can still make a candidate.
    if by.meaning is None or score + weights.meaning + weights.within_window < weights.least:
        return score, reasons
    nearness = max(by.meaning(one.text, other.text), 0.0)
    score += weights.meaning * nearness
    if nearness >= _TELLING_NEARNESS:
        reasons.append(OutcomeReason.MEANING)
    return score, reasons


def _event_score(one: Told, other: Told, weights: Weights) -> tuple[float, list[OutcomeReason]]:
    score, reasons = 0.0, list[OutcomeReason]()
    only_phases = not _beyond_phases(one) & _beyond_phases(other)
    if any(_is_same_word(a, b) for a in one.events for b in other.events):
        score += weights.same_word
        reasons.append(OutcomeReason.SAME_WORD)
    if one.families & other.families - {"other"}:
        score += weights.same_family
        reasons.append(OutcomeReason.SAME_FAMILY)
    elif one.groups & other.groups:
        score += weights.near_family
        reasons.append(OutcomeReason.NEAR_FAMILY)
    elif any(go_together(a, b) for a in one.groups for b in other.groups):
        score += weights.companion
        reasons.append(OutcomeReason.COMPANION)
    # "Begin to deploy", "an evacuation began": that both begin tells little.
    phase = only_phases and bool(_phases(one)) and bool(_phases(other))
    return (score * weights.phase if phase else score), reasons


def _phases(told: Told) -> frozenset[str]:
    return frozenset(one.stem for one in told.events if one.stem in _PHASES)


def _beyond_phases(told: Told) -> frozenset[str]:
    """Return the groups and words of the events of a telling apart from words of phase."""
    events = [one for one in told.events if one.stem not in _PHASES]
    return frozenset(one.stem for one in events) | frozenset(
        filter(None, (e.group for e in events))
    )


def _share(one: Told, other: Told, rarity: Rarity) -> float:
    """Return how much of the words of a forecast a report has, 0 to 1, the rare ones more."""
    own = one.forms - one.stems
    weights = sorted((rarity(form) for form in own), reverse=True)[:_ENOUGH]
    shared = sum(rarity(form) for form in own & other.forms)
    return min(shared / sum(weights), 1.0) if weights else 0.0


def _status(foretold: Foretold, report: Report, reasons: list[OutcomeReason]) -> OutcomeStatus:
    shared = [one for one in report.told.events if _is_shared(one, foretold.told)]
    # An event that is told in other words has no word in common.
    shared = shared or list(report.told.events)
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
    return one.root == other.root and one.group is not None and one.group == other.group


def _is_shared(event: EventWord, other: Told) -> bool:
    return event.stem in other.stems or (event.group is not None and event.group in other.groups)
