"""Changes made by cleaning, applied so that the way back is kept."""

from collections.abc import Iterable

from sayso.frozen import dataclass
from sayso.text.textmap import Run, TextMap


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Replace ``[start, end)`` by ``replacement``; an empty range inserts, an empty text deletes.

    A replacement of equal length stands for the old characters one by one; any other length makes
    one piece that cannot be split.
    """

    start: int
    end: int
    replacement: str

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"an edit needs 0 <= start <= end, got ({self.start}, {self.end})")


def apply_edits(text: str, edits: Iterable[Edit]) -> tuple[str, TextMap]:
    """Return the edited text and the map from it back to ``text``.

    Edits may come in any order; those at one place are applied in the order given. Raises ValueError if two edits overlap or one reaches beyond the text.
    """
    pieces: list[str] = []
    runs: list[Run] = []
    at = length = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
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


def concatenate(parts: Iterable[tuple[str, TextMap | None]]) -> tuple[str, TextMap]:
    """Put texts of one original together; a part without a map counts as inserted.

    The parts may stand in any order in the original, but must not share its characters.
    """
    pieces: list[str] = []
    runs: list[Run] = []
    length = reach = 0
    for piece, text_map in parts:
        if text_map is None and piece:
            runs.append(Run(length, length + len(piece), reach, reach))
        elif text_map is not None:
            if len(text_map) != len(piece):
                raise ValueError(f"a map of {len(text_map)} for a text of {len(piece)} characters")
            for run in text_map.runs:
                reach = run.original_end
                runs.append(Run(run.start + length, run.end + length, run.original_start, reach))
        pieces.append(piece)
        length += len(piece)
    return "".join(pieces), TextMap(runs)
