"""Lines in their document: the numbers by which the line model tells article from furniture."""

import math
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from sayso.documents.lines import Shape, content_words, is_sentence_like, shape_of, words_of
from sayso.frozen import dataclass

REACH = 3
_NO_SHAPE = Shape(*([-1.0] * len(Shape._fields)))
_FAR = 60.0
_NEIGHBOUR_FIELDS = (
    "characters",
    "words",
    "initials",
    "terminal",
    "link_marks",
    "digits",
    "function_words",
)
# What a short line between two paragraphs may weigh before it parts the block of prose.
_SHORT_LINE_COST = 60


class Context(NamedTuple):
    """Where a line stands among the others of its document."""

    position: float
    lines: float
    from_start: float
    from_end: float
    prose_before: float
    prose_after: float
    prose_above: float
    prose_below: float
    prose_near: float
    prose_around: float
    prose_share: float
    block: float
    above_block: float
    below_block: float
    copies: float
    recurring: float
    recurring_in_prose: float
    shared_with_above: float
    shared_with_below: float
    same_shape_run: float


def _neighbour_names() -> list[str]:
    offsets = [o for o in range(-REACH, REACH + 1) if o]
    names = [f"{field}{offset:+d}" for offset in offsets for field in _NEIGHBOUR_FIELDS]
    return names + [f"prose{offset:+d}" for offset in offsets]


FEATURES: tuple[str, ...] = (*Shape._fields, *Context._fields, *_neighbour_names())


def features_of(texts: Sequence[str]) -> list[list[float]]:
    """Return one row of ``FEATURES`` per line; ``texts`` are all lines of one document."""
    words = [words_of(text) for text in texts]
    shapes = [shape_of(text, found) for text, found in zip(texts, words, strict=True)]
    prose = [is_sentence_like(shape) for shape in shapes]
    contents = [content_words(found) for found in words]
    contexts = _contexts(texts, shapes, prose, contents)
    return [[*shapes[i], *contexts[i], *_neighbours(i, shapes, prose)] for i in range(len(texts))]


def main_block(weights: Sequence[float]) -> tuple[int, int]:
    """Return the run of lines whose weights sum highest, as ``(first, end)``."""
    best, best_range, total, first = 0.0, (0, 0), 0.0, 0
    for i, weight in enumerate(weights):
        if total <= 0:
            total, first = 0.0, i
        total += weight
        if total > best:
            best, best_range = total, (first, i + 1)
    return best_range


def distances(marked: Sequence[bool]) -> list[float]:
    """Return for each place how far back the last marked one lies, itself not counted."""
    found, since = [], _FAR
    for mark in marked:
        found.append(since)
        since = 1.0 if mark else min(since + 1, _FAR)
    return found


def _neighbours(i: int, shapes: Sequence[Shape], prose: Sequence[bool]) -> list[float]:
    row: list[float] = []
    flags: list[float] = []
    for offset in (o for o in range(-REACH, REACH + 1) if o):
        inside = 0 <= i + offset < len(shapes)
        shape = shapes[i + offset] if inside else _NO_SHAPE
        row.extend(getattr(shape, field) for field in _NEIGHBOUR_FIELDS)
        flags.append(float(prose[i + offset]) if inside else -1.0)
    return row + flags


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sums:
    """Characters up to each line, in prose and in all; ``main`` is the densest block of prose."""

    prose: tuple[float, ...]
    everything: tuple[float, ...]
    main: tuple[int, int]

    @classmethod
    def of(cls, shapes: Sequence[Shape], prose: Sequence[bool]) -> "_Sums":
        mass = [s.characters if mark else 0.0 for s, mark in zip(shapes, prose, strict=True)]
        return cls(
            prose=tuple(accumulate(mass, initial=0.0)),
            everything=tuple(accumulate((s.characters for s in shapes), initial=0.0)),
            main=main_block([m or -_SHORT_LINE_COST for m in mass]),
        )

    @property
    def total(self) -> float:
        return max(self.prose[-1], 1.0)

    def density(self, line: int, reach: int) -> float:
        """Return the share of prose among the characters up to ``reach`` lines away."""
        low, high = max(line - reach, 0), min(line + reach + 1, len(self.prose) - 1)
        near = self.everything[high] - self.everything[low]
        return (self.prose[high] - self.prose[low]) / max(near, 1.0)


def _contexts(
    texts: Sequence[str],
    shapes: Sequence[Shape],
    prose: Sequence[bool],
    contents: Sequence[frozenset[str]],
) -> list[Context]:
    count = len(texts)
    sums = _Sums.of(shapes, prose)
    above, below = distances(prose), distances(prose[::-1])[::-1]
    first, end = sums.main
    copies = Counter(texts)
    anywhere = Counter(word for found in contents for word in found)
    kept = [found for found, mark in zip(contents, prose, strict=True) if mark]
    in_prose = Counter(word for found in kept for word in found)
    runs = _same_shape_runs(shapes)
    return [
        Context(
            position=i / max(count - 1, 1),
            lines=math.log(count),
            from_start=min(i, _FAR),
            from_end=min(count - 1 - i, _FAR),
            prose_before=sums.prose[i] / sums.total,
            prose_after=(sums.prose[-1] - sums.prose[i + 1]) / sums.total,
            prose_above=above[i],
            prose_below=below[i],
            prose_near=sums.density(i, 2),
            prose_around=sums.density(i, 8),
            prose_share=sums.total / max(sums.everything[-1], 1.0),
            block=float(first <= i < end),
            above_block=max(first - i, 0) and min(first - i, _FAR),
            below_block=max(i - end + 1, 0) and min(i - end + 1, _FAR),
            copies=min(copies[texts[i]], 5),
            recurring=_recurrence(contents[i], anywhere, 1),
            recurring_in_prose=_recurrence(contents[i], in_prose, int(prose[i])),
            shared_with_above=_shared(contents, i, i - 1),
            shared_with_below=_shared(contents, i, i + 1),
            same_shape_run=runs[i],
        )
        for i in range(count)
    ]


def _recurrence(content: frozenset[str], counts: Counter[str], own: int) -> float:
    """Return the share of a line's content words that other lines use as well."""
    if not content:
        return -1.0
    return sum(counts[word] > own for word in content) / len(content)


def _shared(contents: Sequence[frozenset[str]], i: int, other: int) -> float:
    if not (0 <= other < len(contents) and contents[i] and contents[other]):
        return -1.0
    return len(contents[i] & contents[other]) / min(len(contents[i]), len(contents[other]))


def _same_shape_runs(shapes: Sequence[Shape]) -> list[float]:
    """Return how many lines in a row are as short as this one: menus and lists of links."""
    runs, first = [0.0] * len(shapes), 0
    short = [shape.characters < 40 and not shape.terminal for shape in shapes]  # noqa: PLR2004
    for i in range(1, len(shapes) + 1):
        if i == len(shapes) or short[i] != short[first]:
            length = float(min(i - first, 30)) if short[first] else 0.0
            runs[first:i] = [length] * (i - first)
            first = i
    return runs
