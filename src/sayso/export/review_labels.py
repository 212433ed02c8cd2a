"""How the words of review are written for people: why a row waits, how it stands, what was decided."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from sayso.case.decision_records import RecordKind, Verdict
from sayso.case.review_records import Review, ReviewState, Why
from sayso.export.figure_labels import REASON_WORDS
from sayso.story.figures.verdict import Reason

if TYPE_CHECKING:
    from sayso.case.decision_records import DecisionRow
    from sayso.case.review_records import ReviewItem
    from sayso.case.review_sampling import Estimate, Interval, SampleOf

KIND_WORDS: Mapping[RecordKind, str] = MappingProxyType(
    {
        RecordKind.DOCUMENT: "document",
        RecordKind.CLAIM: "claim",
        RecordKind.FIGURE: "figure",
        RecordKind.ACTOR: "actor",
        RecordKind.EVENT: "event",
        RecordKind.RELATION: "two figures",
        RecordKind.QUOTE_PAIR: "quote pair",
        RecordKind.ECHO: "echo",
        RecordKind.DENIAL: "denial",
        RecordKind.FORECAST: "forecast",
        RecordKind.OUTCOME: "forecast and a later report",
        RecordKind.DATE: "date of a document",
        RecordKind.PROPOSAL: "two names, perhaps one actor",
    }
)
WHY_WORDS: Mapping[Why, str] = MappingProxyType(
    {
        Why.OUTDATED: "it was decided on, and a later reading says something else",
        Why.CONFLICT: "the two figures exclude each other",
        Why.CONTRADICTION: "two say opposite things",
        Why.DENIAL: "one denies what the other says",
        Why.DOUBTFUL_DATE: "something speaks against this date, or nothing for one",
        Why.OUTCOME: "this may be what was foretold",
        Why.DIFFERS: "one statement, reported with another number, negation or certainty",
        Why.PROPOSAL: "the names are alike, but not alike enough",
        Why.CONFLICT_AGAIN: "the same two numbers conflict further up",
        Why.CLOSE_CALL: "no word says what befell the counted: it is a guess",
        Why.FIRST_OF_KIND: "the first of its kind in this case",
        Why.SAMPLE: "drawn at random",
        Why.ASKED_FOR: "you asked for it",
    }
)
# What accepting says of each kind.
QUESTIONS: Mapping[RecordKind, str] = MappingProxyType(
    {
        RecordKind.CLAIM: "Does the text report this, by this speaker?",
        RecordKind.FIGURE: "Does the text give this figure, and of this?",
        RecordKind.RELATION: "Is this what the two figures say of each other?",
        RecordKind.QUOTE_PAIR: "Are both reports of one statement?",
        RecordKind.ECHO: "Do both go back to one origin?",
        RecordKind.DENIAL: "Does the second deny the first?",
        RecordKind.DATE: "Was the document written then?",
        RecordKind.PROPOSAL: "Do both names mean one? Accepting merges them, rejecting parts them.",
        RecordKind.EVENT: "Does the text report this event?",
        RecordKind.FORECAST: "Does the text foretell this?",
        RecordKind.OUTCOME: "Does the second report what the first foretells?",
    }
)
_VERDICT_WORDS: Mapping[Verdict, str] = MappingProxyType(
    {
        Verdict.ACCEPT: "accepted",
        Verdict.REJECT: "rejected",
        Verdict.EDIT: "changed",
        Verdict.UNSURE: "was unsure",
        Verdict.MERGE: "merged",
        Verdict.SPLIT: "parted",
        Verdict.RENAME: "renamed",
        Verdict.COMMENT: "commented",
        Verdict.UNDO: "took back",
    }
)
_NOTHING = "nothing"


def reason_words(item: "ReviewItem") -> str:
    """Say why the machine says what it says, empty where it gives no reason."""
    if item.reason is None:
        return ""
    if item.kind is RecordKind.RELATION:
        return REASON_WORDS[Reason(item.reason)]
    return f"known by {item.reason.replace('_', ' ')}"


def state_words(review: Review | None) -> str:
    """Write how a row stands for a list: ``accepted``, ``edited?``; empty if nobody decided.

    The question mark says that a later reading changed what was decided on.
    """
    if review is None or (review.state is ReviewState.OPEN and not review.comments):
        return ""
    word = "commented" if review.state is ReviewState.OPEN else review.state.value
    return f"{word}{'?' if review.outdated else ''}"


def edit_words(review: Review | None) -> str:
    """Write the changed fields: ``speaker: Ines Varga → I. Varga``."""
    edits = review.edits if review else ()
    return "; ".join(
        f"{edit.field}: {edit.old or _NOTHING} → {edit.new or _NOTHING}" for edit in edits
    )


def decision_words(row: "DecisionRow") -> str:
    """Write what was decided in one line: who, what, from what to what, why."""
    decision = row.decision
    words = [decision.actor, _VERDICT_WORDS[decision.verdict]]
    if decision.verdict is Verdict.EDIT:
        values = f"{decision.old or _NOTHING} → {decision.new or _NOTHING}"
        words.append(f"{decision.field}: {values}")
    elif decision.verdict is Verdict.UNDO:
        words.append(f"decision {decision.new}")
    said = f": {decision.reason}" if decision.reason else ""
    return " ".join(words) + said


def estimate_words(found: "Estimate", sample: "SampleOf") -> str:
    """Say what a sample shows, with the method and what was left out, in sentences."""
    of = f" with {sample.field} {sample.value}" if sample.field else ""
    lines = [
        (
            f"{found.drawn} of {found.rows:,} rows of kind {sample.kind}{of}, drawn with seed "
            f"{sample.seed}: {found.accepted} accepted, {found.edited} edited, {found.rejected} "
            f"rejected, {found.unsure} unsure, {found.open} open."
        )
    ]
    if found.precision is None or found.found is None:
        lines.append("Nothing is judged yet, so nothing can be said of the rest.")
        return "\n".join(lines)
    shares = (
        ("Right as they stand", found.accepted, found.precision),
        ("Right or mended by an edit", found.accepted + found.edited, found.found),
    )
    lines += [f"{name}: {_share(right, found.judged, within)}" for name, right, within in shares]
    lines.append(
        "Wilson score interval, 95 %, over the rows judged; unsure and open ones are left out of it."
    )
    return "\n".join(lines)


def _share(right: int, judged: int, within: "Interval") -> str:
    return (
        f"{right} of {judged}, {right / judged:.0%} (between {within.lo:.0%} and {within.hi:.0%})"
    )
