"""Opposition: whether two statements are of the same content, and turn it opposite ways."""

from collections.abc import Sequence

from sayso.frozen import dataclass
from sayso.story.denials.denial import Denial, DenialKind, DenialReason, asserted_first
from sayso.story.denials.stance import (
    PUT_FORWARD,
    accuses,
    denies,
    is_negative,
    rejects_by_cue,
    turns,
)
from sayso.story.quotes.alignment import Alignment, align
from sayso.story.statements.lookup import Comparison
from sayso.story.statements.statement import Statement
from sayso.story.statements.words import Word
from sayso.text import Span

# Words around the shared ones in which a negation still bears on them.
_BEFORE = 3
_BEHIND = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """The least part and weight of shared words, and nearness of meaning where it can be told."""

    share: float
    common: float
    nearness: float


# Set on the stories of the project's own corpus (benchmarks/denials.py). A negation alone is the
# weakest of signs: two people say a thing in two ways far more often than they contradict each other.
_WITH_CUE = Threshold(share=0.55, common=2.0, nearness=0.4)
_WITH_NEGATION = Threshold(share=0.85, common=4.0, nearness=0.6)


def find_opposition(left: Statement, right: Statement, by: Comparison) -> Denial | None:
    """Return the denial that two statements make, or ``None``; their order does not matter."""
    if denies(left) and denies(right):
        return None
    left, right = sorted((left, right), key=lambda one: (denies(one), one.document, one.claim))
    if left.force not in PUT_FORWARD or (not denies(right) and right.force not in PUT_FORWARD):
        return None
    # Whoever says a thing in two ways, or what he never said, does not contradict himself.
    same = by.same_speaker(left.speaker, right.speaker)
    if same is True or (same is None and not denies(right)):
        return None
    alignment = align(left, right, rarity=by.rarity(left, right))
    if not _same_content(left, right, alignment, by):
        return None
    negative = [
        is_negative(one, _bearing(one, alignment, at)) for at, one in enumerate((left, right))
    ]
    if negative[0] == negative[1] or (not negative[0] and any(map(turns, left.words))):
        return None
    return _denial(left, right, alignment, by, turned=negative[0])


def _same_content(left: Statement, right: Statement, alignment: Alignment, by: Comparison) -> bool:
    least = _WITH_CUE if denies(right) else _WITH_NEGATION
    if alignment.share < least.share or alignment.common < least.common:
        return False
    nearness = by.nearness(left, right)
    return nearness is None or nearness >= least.nearness


def _bearing(statement: Statement, alignment: Alignment, side: int) -> Sequence[Word]:
    """Return the words from a little before the shared ones to a little behind them."""
    spans = [span for run in alignment.runs for span in run[side]]
    shared = [
        at
        for at, word in enumerate(statement.words)
        if word.tells and any(span.contains(word.span) for span in spans)
    ]
    if not shared:
        return statement.words
    return statement.words[max(shared[0] - _BEFORE, 0) : shared[-1] + 1 + _BEHIND]


def _denial(
    left: Statement, right: Statement, alignment: Alignment, by: Comparison, *, turned: bool
) -> Denial:
    """Return the denial; ``turned`` says that the left one is the negative of the two."""
    by_cue = denies(right)
    asserted, denied = (right, left) if turned else (left, right)
    sides = [_shared(alignment, side=side) for side in (0, 1)]
    return Denial(
        asserted=asserted,
        denied=denied,
        kind=kind_of(left, right) if by_cue else DenialKind.CONTRADICTION,
        reason=DenialReason.SAME_CONTENT if by_cue else DenialReason.NEGATION,
        same_speaker=by.same_speaker(left.speaker, right.speaker),
        asserted_first=asserted_first(asserted, denied),
        share=round(alignment.share, 4),
        asserted_spans=sides[1] if turned else sides[0],
        denied_spans=sides[0] if turned else sides[1],
        rule="denial.same_content" if by_cue else "denial.negation_inside",
    )


def kind_of(asserted: Statement, denied: Statement) -> DenialKind:
    """Tell a rejection, which answers an accusation, from a plain denial."""
    rejection = accuses(asserted) or rejects_by_cue(denied)
    return DenialKind.REJECTION if rejection else DenialKind.DENIAL


def _shared(alignment: Alignment, *, side: int) -> tuple[Span, ...]:
    return tuple(sorted({span for run in alignment.runs for span in run[side]}))
