"""A denial: two statements of the same content, of which one says that it is not so."""

from enum import StrEnum

from sayso.frozen import dataclass
from sayso.story.statements.statement import Statement
from sayso.text import Span


class DenialKind(StrEnum):
    DENIAL = "denial"  # somebody denies what was said
    REJECTION = "rejection"  # somebody rejects what he is accused of, or an account
    CONTRADICTION = "contradiction"  # both put forward, one the opposite of the other
    RIVAL_ACCOUNT = "rival_account"  # an event laid to one by the one, told otherwise by the other


class DenialReason(StrEnum):
    """What shows that the content is the same and turned round."""

    SAME_CONTENT = "same_content"  # a verb of denial before content that the other asserts
    NEGATION = "negation"  # a negation inside one of two contents
    ANOTHER_NUMBER = "another_number"  # by another speaker, next to the first
    HELD = "held"  # "rejected suggestions that": what is denied is told within the denial
    REFERENCE = "reference"  # "denied it": of what the same text says just before
    REPORTED_DENIAL = "reported_denial"  # by reference to what another document reports too
    ACCUSED_ANSWERS = "accused_answers"  # the accused tells why it came about
    ANOTHER_DOER = "another_doer"  # the same deed is laid to somebody else


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """An assertion and the statement that denies it, side by side.

    Neither side is taken for true. ``asserted_spans`` and ``denied_spans`` are the shared words on
    either side, the whole content where one only refers to the other. ``through`` is the statement
    that the denial refers to in its own document, where that is not ``asserted`` itself.
    ``asserted_first`` is ``None`` where the days do not tell; ``share`` is the part, 0 to 1, of the
    shorter content that both have in common.
    """

    asserted: Statement
    denied: Statement
    kind: DenialKind
    reason: DenialReason
    same_speaker: bool | None
    asserted_first: bool | None
    share: float
    asserted_spans: tuple[Span, ...]
    denied_spans: tuple[Span, ...]
    rule: str
    through: Statement | None = None


def asserted_first(asserted: Statement, denied: Statement) -> bool | None:
    """Say whether the one was said before the other; ``None`` if the days overlap or are open."""
    first, second = asserted.said, denied.said
    if first.hi and second.lo and first.hi < second.lo:
        return True
    if second.hi and first.lo and second.hi < first.lo:
        return False
    return None


def whole_denial(
    asserted: Statement,
    denied: Statement,
    kind: DenialKind,
    reason: DenialReason,
    *,
    same_speaker: bool | None,
    through: Statement | None = None,
) -> Denial:
    """Return a denial of a whole content by a whole content, whatever words they share."""
    return Denial(
        asserted=asserted,
        denied=denied,
        kind=kind,
        reason=reason,
        same_speaker=same_speaker,
        asserted_first=asserted_first(asserted, denied),
        share=0.0,
        asserted_spans=asserted.content,
        denied_spans=denied.content,
        rule=f"denial.{reason}",
        through=through,
    )
