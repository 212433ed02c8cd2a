"""One step of an echo: a claim that stands in two documents, and what shows it."""

from enum import StrEnum

from sayso.frozen import dataclass
from sayso.story.reuse_edge import Direction
from sayso.text import Span


class EchoEvidence(StrEnum):
    """What ties the claims of two documents to one origin."""

    COPIED = "copied"  # the same passage, whole or word for word replaced
    QUOTED = "quoted"  # renderings of one quotation
    NAMED = "named"  # the same content by the same named speaker or report
    CREDITED = "credited"  # the same content, and one document credits the outlet of the other


@dataclass(frozen=True, slots=True, kw_only=True)
class EchoEdge:
    """Two claims with one origin; with ``direction`` ``UNKNOWN`` their order says nothing.

    ``share`` is the part, 0 to 1, of the shorter content that both have in common.
    """

    from_claim: str
    from_document: str
    from_spans: tuple[Span, ...]
    to_claim: str
    to_document: str
    to_spans: tuple[Span, ...]
    evidence: EchoEvidence
    share: float
    direction: Direction
    rule: str
