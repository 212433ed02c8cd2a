"""What a case gives out of statements that are said again, denied or passed on."""

from sayso.case.records import ClaimRow
from sayso.case.run_records import RunId
from sayso.frozen import dataclass
from sayso.story.denials.denial import DenialKind, DenialReason
from sayso.story.echoes.edge import EchoEdge
from sayso.story.echoes.groups import EchoGroup
from sayso.story.quotes.alignment import Concern, Difference
from sayso.story.quotes.rendering import RenderingKind
from sayso.story.quotes.wording_notes import WordingNote, WordingStatus
from sayso.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotePairRow:
    """Two reports of one statement, with what differs between their words.

    ``same_speaker`` is ``None`` where one of them names nobody; ``share`` is the part, 0 to 1, of
    the shorter that both have in common.
    """

    id: str
    left: ClaimRow
    right: ClaimRow
    kind: RenderingKind
    concerns: frozenset[Concern]
    same_speaker: bool | None
    share: float
    nearness: float | None
    differences: tuple[Difference, ...]
    left_notes: tuple[WordingNote, ...]
    right_notes: tuple[WordingNote, ...]
    rule: str
    run: RunId

    @property
    def original(self) -> str | None:
        """Return the claim whose document says that it has the original wording, if just one does."""
        sides = ((self.left, self.left_notes), (self.right, self.right_notes))
        said = [row.id for row, notes in sides if _is_original(notes)]
        return said[0] if len(said) == 1 else None


def _is_original(notes: tuple[WordingNote, ...]) -> bool:
    return any(note.status is WordingStatus.ORIGINAL for note in notes)


@dataclass(frozen=True, slots=True, kw_only=True)
class DenialRow:
    """An assertion and its denial side by side.

    ``through`` is the claim that the denial answers in its own document, where that is not
    ``asserted`` itself.
    """

    id: str
    asserted: ClaimRow
    denied: ClaimRow
    kind: DenialKind
    reason: DenialReason
    same_speaker: bool | None
    asserted_first: bool | None
    share: float
    asserted_spans: tuple[Span, ...]
    denied_spans: tuple[Span, ...]
    through: str | None
    rule: str
    run: RunId


@dataclass(frozen=True, slots=True, kw_only=True)
class EchoRow:
    """One step of an echo, and the group that it is part of."""

    id: str
    group: str
    edge: EchoEdge
    run: RunId


@dataclass(frozen=True, slots=True, kw_only=True)
class EchoGroupRow:
    """Claims with one origin, under the name of the group."""

    id: str
    group: EchoGroup
