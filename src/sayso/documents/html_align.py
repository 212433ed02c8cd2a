"""Lines of an extractor's text, found again among the lines of ours, whatever it did to blanks."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.frozen import dataclass

# A shorter line ("Share", a name) stands in many places: it is looked for only between the lines
# that were found around it.
_SURE = 32
# Share of a line that may be spelt otherwise between its first and last characters.
_SLACK = 0.05


class Place(NamedTuple):
    """Range ``[start, end)`` of the key of a ``KeyedLines``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """``places`` of the pieces found, in the order given; of ``lines``, ``missing`` were not found."""

    places: tuple[Place, ...]
    lines: int
    missing: int


def key(text: str) -> str:
    """Reduce a text to what survives any extractor: printable characters without blanks."""
    squeezed = "".join(text.split())
    if squeezed.isprintable():
        return squeezed
    return "".join(character for character in squeezed if character.isprintable())


class KeyedLines:
    """Lines of a text as one key without blanks; knows in which lines a part of it stands."""

    __slots__ = ("_starts", "key")

    def __init__(self, lines: Sequence[str]) -> None:
        keys = [key(line) for line in lines]
        self._starts = [0]
        for line_key in keys:
            self._starts.append(self._starts[-1] + len(line_key))
        self.key = "".join(keys)

    def width(self, index: int) -> int:
        """Return the length of the key of one line."""
        return self._starts[index + 1] - self._starts[index]

    def parts(self, place: Place) -> Iterator[tuple[int, int, int]]:
        """Yield for each line touched its index, and from where to where in the line's key."""
        index = bisect_right(self._starts, place.start) - 1
        while index + 1 < len(self._starts) and self._starts[index] < place.end:
            start, end = self._starts[index], self._starts[index + 1]
            if start < end:
                yield index, max(place.start, start) - start, min(place.end, end) - start
            index += 1


def align(lines: Sequence[Sequence[str]], ours: KeyedLines) -> Alignment:
    """Find every line again; a line is given as its pieces, which may stand apart in ours.

    Long lines that stand in one place only are found first and bound the search for the others:
    so a word of the menu is not taken for the same word in the article, and a teaser not for the
    first paragraph.
    """
    keys = [pieces for line in lines if (pieces := tuple(filter(None, map(key, line))))]
    anchors = _anchors(["".join(pieces) for pieces in keys], ours.key)
    untils = _next_starts(anchors, len(keys), len(ours.key))
    places: list[Place] = []
    missing = at = 0
    for index, pieces in enumerate(keys):
        if index in anchors:
            found = [anchors[index]]
        else:
            found = _between(ours.key, pieces, at, untils[index])
        if found:
            at = found[-1].end
        elif elsewhere := _elsewhere(ours.key, "".join(pieces)):
            found = [elsewhere]
        else:
            missing += 1
        places.extend(found)
    return Alignment(places=tuple(places), lines=len(keys), missing=missing)


def _anchors(keys: Sequence[str], ours: str) -> dict[int, Place]:
    """Return the places of sure lines, as many as stand in the same order on both sides."""
    sure = []
    for index, line in enumerate(keys):
        if len(line) >= _SURE and (place := _only(ours, line)):
            sure.append((index, place))
    # The longest rising chain, after the patience game.
    tops: list[int] = []
    chain: list[int] = []
    before: dict[int, int] = {}
    for number, (_, place) in enumerate(sure):
        pile = bisect_left(tops, place.start)
        if pile:
            before[number] = chain[pile - 1]
        tops[pile : pile + 1] = [place.start]
        chain[pile : pile + 1] = [number]
    anchors = {}
    at = chain[-1] if chain else None
    while at is not None:
        index, place = sure[at]
        anchors[index] = place
        at = before.get(at)
    return anchors


def _next_starts(anchors: dict[int, Place], count: int, end: int) -> list[int]:
    """Return for every line where the next anchor begins."""
    starts = [end] * count
    for index in reversed(range(count - 1)):
        following = anchors.get(index + 1)
        starts[index] = following.start if following else starts[index + 1]
    return starts


def _between(ours: str, pieces: tuple[str, ...], start: int, end: int) -> list[Place]:
    """Return where a line stands between two places: in one piece, or in its pieces in order."""
    line = "".join(pieces)
    if whole := _first(ours, line, start, end) or _framed(ours, line, start, end):
        return [whole]
    if len(pieces) == 1:
        return []
    found = []
    for piece in pieces:
        place = _first(ours, piece, start, end)
        if place is None:
            return []
        found.append(place)
        start = place.end
    return found


def _framed(ours: str, line: str, start: int, end: int) -> Place | None:
    """Return what begins and ends as a long line does and is as long, but for a few characters.

    Parsers differ in what they make of impossible characters.
    """
    if len(line) < 2 * _SURE:
        return None
    head = _first(ours, line[:_SURE], start, end)
    tail = _first(ours, line[-_SURE:], head.end, end) if head else None
    if not head or not tail or abs(tail.end - head.start - len(line)) > _SLACK * len(line):
        return None
    return Place(head.start, tail.end)


def _elsewhere(ours: str, line: str) -> Place | None:
    """Return where a line stands out of order, if there can be no mistake."""
    return _first(ours, line, 0, len(ours)) if len(line) >= _SURE else _only(ours, line)


def _only(ours: str, line: str) -> Place | None:
    place = _first(ours, line, 0, len(ours))
    return place if place and ours.find(line, place.start + 1) < 0 else None


def _first(ours: str, line: str, start: int, end: int) -> Place | None:
    at = ours.find(line, start, end)
    return Place(at, at + len(line)) if at >= 0 else None
