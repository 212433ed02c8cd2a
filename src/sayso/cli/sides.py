"""Two claims side by side: as the rows of a list, and in two columns with what differs marked."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from sayso.cli.width import Mark, MarkedLine, marked_lines, shown_text, width
from sayso.dates import DayInterval
from sayso.evidence.claim import Force
from sayso.export.labels import when
from sayso.frozen import dataclass
from sayso.language.analysis import AttributionKind
from sayso.story.quotes.alignment import Concern
from sayso.text import Span, hull

if TYPE_CHECKING:
    from sayso.case import ClaimRow
    from sayso.export.quote_words import Piece

SIGNS = {
    Concern.NUMBER: "#",
    Concern.NEGATION: "!",
    Concern.MODALITY: "?",
    Concern.WORDS: "~",
    Concern.ORDER: "~",
}
LEGEND = "# another number   ! a negation   ? how sure   ~ other words"
_GUTTER = "   "


@dataclass(frozen=True, slots=True, kw_only=True)
class SideItem:
    """One of two claims; ``spans`` are those of its content, ``date`` is that of its document."""

    claim: str
    document: str
    start: int
    end: int
    spans: tuple[Span, ...]
    speaker: str | None
    source_words: str
    words: str
    kind: AttributionKind
    force: Force | None
    said: DayInterval | None
    date: DayInterval
    outlet: str | None


def side_item(row: "ClaimRow") -> SideItem:
    claim = row.claim
    whole = hull(claim.content)
    return SideItem(
        claim=claim.id,
        document=row.document,
        start=whole.start,
        end=whole.end,
        spans=claim.content,
        speaker=row.actor_name or claim.speaker,
        source_words=row.source_words,
        words=row.words,
        kind=claim.kind,
        force=claim.force,
        said=claim.said,
        date=row.date,
        outlet=row.outlet,
    )


def speaker_of(side: SideItem) -> str:
    """Return the speaker, or in square brackets the words for one whom the text does not name."""
    return side.speaker or f"[{side.source_words or '?'}]"


def side_by_side(
    rows: "Sequence[ClaimRow]",
    pieces: "Sequence[Sequence[Piece]]",
    columns: int,
    headings: Sequence[str] = ("", ""),
) -> Iterator[str]:
    """Yield two claims in two columns, each line followed by the signs beneath it."""
    room = (columns - len(_GUTTER)) // 2
    blocks = [
        _block(row, some, room, heading)
        for row, some, heading in zip(rows, pieces, headings, strict=True)
    ]
    empty = MarkedLine("", "")
    for left, right in zip_longest(*blocks, fillvalue=empty):
        yield _joined(left.text, right.text, room)
        if left.signs or right.signs:
            yield _joined(left.signs, right.signs, room)


def _block(row: "ClaimRow", pieces: "Sequence[Piece]", room: int, heading: str) -> list[MarkedLine]:
    side = side_item(row)
    said = "" if row.claim.said is None else f", said {when(row.claim.said)}"
    lines = [
        *([heading] if heading else []),
        f"{row.id}  {row.outlet or row.document}  {when(row.date)}",
        f"{speaker_of(side)}{said}",
    ]
    told = [line for text in lines for line in marked_lines(shown_text(text), (), room)]
    at, marks = 0, []
    for piece in pieces:
        if piece.concern is not None:
            marks.append(Mark(Span(at, at + len(piece.text)), SIGNS[piece.concern]))
        at += len(piece.text)
    return [*told, *marked_lines(row.words, marks, room)]


def _joined(left: str, right: str, room: int) -> str:
    return f"{left}{' ' * (room - width(left))}{_GUTTER}{right}".rstrip()
