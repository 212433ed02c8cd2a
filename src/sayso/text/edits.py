"""Changes made by cleaning, applied so that the way back is kept."""

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.text.textmap import Run, TextMap


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Replace ``[start, end)`` by ``replacement``; an empty range inserts, an empty text deletes."""

    start: int
    end: int
    replacement: str

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"an edit needs 0 <= start <= end, got ({self.start}, {self.end})")


def apply_edits(text: str, edits: Iterable[Edit]) -> tuple[str, TextMap]:
    """Return the edited text and the map from it back to ``text``.

    Raises ValueError if two edits overlap or one reaches beyond the text.
    """
    pieces: list[str] = []
    runs: list[Run] = []
    at = length = 0
    for edit in sorted(edits):
        if edit.start < at or edit.end > len(text):
            raise ValueError(f"{edit} overlaps another edit or the end of {len(text)} characters")
        for piece, start, end in (
            (text[at : edit.start], at, edit.start),
            (edit.replacement, edit.start, edit.end),
        ):
            if piece:
                runs.append(Run(length, length + len(piece), start, end))
                pieces.append(piece)
                length += len(piece)
        at = edit.end
    if at < len(text):
        runs.append(Run(length, length + len(text) - at, at, len(text)))
        pieces.append(text[at:])
    return "".join(pieces), TextMap(runs)
