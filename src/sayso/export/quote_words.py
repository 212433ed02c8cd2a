"""The words of a claim in pieces, those that another report of it words otherwise apart."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from sayso.frozen import dataclass
from sayso.story.quotes.alignment import Concern

if TYPE_CHECKING:
    from sayso.case import ClaimRow
    from sayso.case.statement_records import QuotePairRow
    from sayso.text import Span

# Between the fragments of a discontinuous quotation, as the case writes them.
_GAP = " … "
# What a difference is about, the gravest first.
_GRAVITY = (Concern.NUMBER, Concern.NEGATION, Concern.MODALITY, Concern.WORDS, Concern.ORDER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of characters; ``concern`` says how the other side differs, ``None`` where it does not."""

    text: str
    concern: Concern | None


def sides_of(pair: "QuotePairRow") -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Return the words of both sides with what differs between them."""
    lefts = [(span, gravest(one.concerns)) for one in pair.differences for span in one.left]
    rights = [(span, gravest(one.concerns)) for one in pair.differences for span in one.right]
    return pieces_of(pair.left, lefts), pieces_of(pair.right, rights)


def gravest(concerns: Iterable[Concern]) -> Concern:
    """Return the concern that changes most of what is claimed."""
    return min(concerns, key=_GRAVITY.index)


def pieces_of(row: "ClaimRow", marked: Sequence[tuple["Span", Concern]]) -> tuple[Piece, ...]:
    """Cut the words of a claim where a marked span begins or ends."""
    concerns: list[Concern | None] = [None] * len(row.words)
    at = 0
    for fragment in row.claim.content:
        for span, concern in marked:
            low, high = max(span.start, fragment.start), min(span.end, fragment.end)
            if low < high:
                start = at + low - fragment.start
                concerns[start : start + high - low] = [concern] * (high - low)
        at += len(fragment) + len(_GAP)
    return tuple(_runs(row.words, concerns))


def _runs(words: str, concerns: Sequence[Concern | None]) -> Iterable[Piece]:
    start = 0
    for end in range(1, len(words) + 1):
        if end == len(words) or concerns[end] is not concerns[start]:
            yield Piece(text=words[start:end], concern=concerns[start])
            start = end
