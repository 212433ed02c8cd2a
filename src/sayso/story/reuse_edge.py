"""Reuse: one document repeats the text of another."""

from enum import StrEnum

from sayso.frozen import dataclass
from sayso.text import Span


class ReuseKind(StrEnum):
    """How the text of one document returns in another."""

    EXACT = "exact"
    NEAR = "near"
    CONTAINED = "contained"  # a cut copy, or a part of a longer text
    RESPUN = "respun"  # the same sentences in other words


class Direction(StrEnum):
    """What tells which of two documents came first."""

    CREDIT = "credit"
    TIME = "time"
    CONTAINMENT = "containment"
    WORDING = "wording"  # one of the two has words that the rest of the case does not use
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReuseEdge:
    """Text of ``from_document`` that stands in ``to_document`` too.

    ``from_spans`` and ``to_spans`` are the repeated passages in either text. With ``direction``
    ``UNKNOWN`` the order of the two documents says nothing. ``score`` is the share, 0 to 1, of
    ``to_document`` that the passages cover.
    """

    from_document: str
    to_document: str
    kind: ReuseKind
    score: float
    from_spans: tuple[Span, ...]
    to_spans: tuple[Span, ...]
    direction: Direction
    rule: str
