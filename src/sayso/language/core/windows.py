"""Windows: the stretches of a text that the encoder sees at once.

A window holds whole consecutive paragraphs as long as they fit, with a separator between them; a
paragraph that does not fit is cut at the last sentence-like mark before the limit. What a window
gives depends on that window alone, so a text's result does not depend on its neighbours in a batch.
"""

from collections.abc import Iterator, Sequence

from sayso.frozen import dataclass
from sayso.language.core.casing import Casing, casing
from sayso.language.core.wordpiece import Pieces

# Windows of 192 pieces, about 120 words: the held-out stories are read best so.
LIMIT = 192
_STOPS = frozenset('.!?”"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Pieces of the words ``start`` to ``end`` of a text, with separators.

    ``firsts[i]`` is the place of the first piece of word ``start + i`` among ``pieces``;
    ``casings`` has one class for each piece.
    """

    start: int
    end: int
    pieces: tuple[int, ...]
    firsts: tuple[int, ...]
    casings: tuple[int, ...]


def windows(
    words: Sequence[str],
    paragraphs: Sequence[tuple[int, int]],
    pieces: Pieces,
    *,
    limit: int = LIMIT,
) -> Iterator[Window]:
    """Yield the windows of a text; ``paragraphs`` are ranges of words, in order, without overlap."""
    split = [pieces.of(word) for word in words]
    blocks = [b for start, end in paragraphs for b in _fitting(words, split, start, end, limit)]
    held: list[tuple[int, int]] = []
    size = 1
    for start, end in blocks:
        width = sum(len(split[i]) for i in range(start, end)) + 1
        if held and size + width > limit:
            yield _window(words, split, held, pieces)
            held, size = [], 1
        held.append((start, end))
        size += width
    if held:
        yield _window(words, split, held, pieces)


def _fitting(
    words: Sequence[str], split: Sequence[tuple[int, ...]], start: int, end: int, limit: int
) -> Iterator[tuple[int, int]]:
    room = limit - 2
    while start < end:
        size, at, stop = 0, start, start
        while at < end and size + len(split[at]) <= room:
            size += len(split[at])
            at += 1
            if words[at - 1] in _STOPS:
                stop = at
        if at < end:
            # A word of more pieces than a window is cut by `_window`.
            at = stop if stop > start + (at - start) // 2 else max(at, start + 1)
        yield start, at
        start = at


def _window(
    words: Sequence[str],
    split: Sequence[tuple[int, ...]],
    blocks: Sequence[tuple[int, int]],
    pieces: Pieces,
) -> Window:
    numbers, firsts, casings = [pieces.begin], [], [int(Casing.SPECIAL)]
    for start, end in blocks:
        for index in range(start, end):
            firsts.append(len(numbers))
            parts = split[index][: LIMIT - 2]
            numbers.extend(parts)
            casings.extend([int(casing(words[index]))] * len(parts))
        numbers.append(pieces.end)
        casings.append(int(Casing.SPECIAL))
    return Window(
        start=blocks[0][0],
        end=blocks[-1][1],
        pieces=tuple(numbers),
        firsts=tuple(firsts),
        casings=tuple(casings),
    )
