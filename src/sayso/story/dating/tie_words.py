"""Ties in words: the sentence by which a reason is shown."""

from sayso.evidence.date_wording import day_words
from sayso.story.dating.laws import LawName
from sayso.story.dating.tie import Tie, TieKind


def tie_words(tie: Tie) -> str:
    """Return what a tie says, in one sentence that names the other document."""
    day = day_words(tie.anchor)
    if tie.kind is TieKind.TWIN:
        return _twin_words(tie, day)
    if tie.kind is TieKind.QUOTATION:
        return f"{tie.other}, dated {day}, reports the same statement"
    told = {
        LawName.WEEKDAY: f"“{tie.written}” tells what {tie.other} dates {day}",
        LawName.NAMED_DAY: f"“{tie.written}” tells what {tie.other} dates {day}, with its year",
    }
    return told.get(tie.law, f"“{tie.written}” counts from what {tie.other} tells, to {day}")


def _twin_words(tie: Tie, day: str) -> str:
    much = "the text" if tie.law is LawName.WHOLE_COPY else "parts of the text"
    if tie.later is None:
        return (
            f"{much} of {tie.other}, dated {day}, returns in it, and which came first is not known"
        )
    if tie.later:
        return f"it repeats {much} of {tie.other}, dated {day}: not written before"
    return f"{tie.other}, dated {day}, repeats {much}: not written after"
