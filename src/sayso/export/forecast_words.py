"""Forecasts in words: how one stands, how long before the event it was said, and why a report may answer it."""

from typing import TYPE_CHECKING

from sayso.dates import DayInterval
from sayso.export.labels import when
from sayso.story.forecasts.outcome import Lead, OutcomeReason, OutcomeStatus
from sayso.story.forecasts.standing import Ground, Standing

if TYPE_CHECKING:
    from sayso.case import OutcomeRow

_REASONS = {
    OutcomeReason.SAME_WORD: "the same word for the event",
    OutcomeReason.SAME_FAMILY: "an event of the same kind",
    OutcomeReason.NEAR_FAMILY: "an event of a kind that is near",
    OutcomeReason.COMPANION: "an event of a kind that often comes with it",
    OutcomeReason.ACTORS: "somebody or a place named in both",
    OutcomeReason.WORDS: "words in common",
    OutcomeReason.MEANING: "near in meaning",
    OutcomeReason.WITHIN_WINDOW: "within its time",
    OutcomeReason.OUTSIDE_WINDOW: "not within its time",
    OutcomeReason.ORDER_NOT_KNOWN: "the days do not tell which came first",
    OutcomeReason.CONTRARY: "it says the contrary",
    OutcomeReason.PARTIAL: "it says that only in part",
}
_STATUS = {
    OutcomeStatus.OPEN: "open",
    OutcomeStatus.DUE: "due: its time is over, a report may still come",
    OutcomeStatus.REPORTED: "reported: a later text reports such an event",
    OutcomeStatus.IN_PART: "reported in part",
    OutcomeStatus.CONTRADICTED: "contradicted: a later text says the contrary",
    OutcomeStatus.LAPSED: "lapsed: its time is over and no text of the case reports it",
}
_GROUNDS = {
    Ground.TIME: "",
    Ground.CANDIDATE: " (proposed, not looked at)",
    Ground.PERSON: " (decided by a person)",
}
OUTLET = "the outlet itself"


def status_words(standing: Standing) -> str:
    """Say how a forecast stands, and what that rests on."""
    return _STATUS[standing.status] + _GROUNDS[standing.ground]


def status_mark(status: OutcomeStatus, ground: Ground) -> str:
    """Write a status in a list; a question mark for what nobody has looked at."""
    name = status.replace("_", " ")
    return f"{name}?" if ground is Ground.CANDIDATE else name


def lead_words(lead: Lead | None) -> str:
    """Write how many days lay between the words and the event: ``848``, ``456–2,613``, ``≥ 12``."""
    if lead is None:
        return ""
    if lead.most is None:
        return f"≥ {lead.least:,}" if lead.least else ""
    if lead.least == lead.most:
        return f"{lead.least:,}"
    return f"{lead.least:,}–{lead.most:,}"


def window_words(window: DayInterval | None, *, soft: bool) -> str:
    """Write by when it is to happen; empty where the text does not say."""
    if window is None or (window.lo is None and window.hi is None):
        return ""
    return f"{'~ ' if soft else ''}{when(window)}"


def reason_words(outcome: "OutcomeRow") -> str:
    """Say what makes a report a candidate."""
    return ", ".join(_REASONS[one] for one in outcome.reasons)


def speaker_words(speaker: str | None, source_words: str, *, own: bool) -> str:
    """Say who foretells; in square brackets the words for one whom the text does not name."""
    if speaker:
        return speaker
    if source_words:
        return f"[{source_words}]"
    return f"[{OUTLET}]" if own else "[nobody named]"
