"""The way from cleaned text to the characters of the decoded original, and back."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from sayso.frozen import dataclass
from sayso.text.span import Span


@dataclass(frozen=True, slots=True)
class Run:
    """Consecutive cleaned characters and the original characters they came from.

    Sides of equal length correspond character by character. Otherwise the run is one piece:
    any part of it maps to all of the other side (an entity, a folded run of blanks). A run with
    an empty original side was inserted by cleaning. Original characters that no run covers were
    taken out.
    """

    start: int
    end: int
    original_start: int
    original_end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a run needs 0 <= start < end, got ({self.start}, {self.end})")
        if not 0 <= self.original_start <= self.original_end:
            found = (self.original_start, self.original_end)
            raise ValueError(f"a run needs 0 <= original start <= original end, got {found}")

    @property
    def linear(self) -> bool:
        return self.end - self.start == self.original_end - self.original_start

    def original_part(self, start: int, end: int) -> tuple[int, int]:
        """Return the original range of the cleaned range ``[start, end)``, which must lie inside the run."""
        if not self.linear:
            return self.original_start, self.original_end
        shift = self.original_start - self.start
        return start + shift, end + shift

    def cleaned_part(self, start: int, end: int) -> tuple[int, int]:
        """Return the cleaned range of the original range ``[start, end)``, which must lie inside the run."""
        if not self.linear:
            return self.start, self.end
        shift = self.start - self.original_start
        return start + shift, end + shift


class TextMap:
    """Translate spans between a cleaned text and the text it was made from.

    ``runs`` cover the cleaned text from 0 without a gap. Their original sides may come in any
    order (the fields of a record), but must not overlap.
    """

    __slots__ = ("_by_original", "_original_starts", "_starts", "runs")

    def __init__(self, runs: Iterable[Run]) -> None:
        self.runs: tuple[Run, ...] = tuple(_joined(runs))
        if self.runs and self.runs[0].start != 0:
            raise ValueError(f"runs must begin at 0, got {self.runs[0].start}")
        for left, right in pairwise(self.runs):
            if left.end != right.start:
                raise ValueError(f"runs must be adjacent, got {left.end} then {right.start}")
        self._by_original = sorted(
            (run for run in self.runs if run.original_start < run.original_end),
            key=lambda run: run.original_start,
        )
        for left, right in pairwise(self._by_original):
            if left.original_end > right.original_start:
                raise ValueError(f"runs must not share original characters: {left}, {right}")
        self._starts = [run.start for run in self.runs]
        self._original_starts = [run.original_start for run in self._by_original]

    @classmethod
    def identity(cls, length: int) -> "TextMap":
        return cls([Run(0, length, 0, length)] if length else [])

    @classmethod
    def from_numbers(cls, numbers: Sequence[int]) -> "TextMap":
        """Read the flat form that ``to_numbers`` writes: width, original start, original width."""
        if len(numbers) % 3:
            raise ValueError(f"a stored map holds triples of numbers, got {len(numbers)} numbers")
        runs, at = [], 0
        for i in range(0, len(numbers), 3):
            width, original, original_width = numbers[i : i + 3]
            runs.append(Run(at, at + width, original, original + original_width))
            at += width
        return cls(runs)

    def to_numbers(self) -> list[int]:
        return [
            number
            for run in self.runs
            for number in (
                run.end - run.start,
                run.original_start,
                run.original_end - run.original_start,
            )
        ]

    def __len__(self) -> int:
        """Length of the cleaned text."""
        return self.runs[-1].end if self.runs else 0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, TextMap) and self.runs == other.runs

    def __hash__(self) -> int:
        return hash(self.runs)

    def __reduce__(self) -> tuple[Callable[[Sequence[int]], "TextMap"], tuple["array[int]"]]:
        """Travel between processes in the flat form: runs are many and small."""
        return TextMap.from_numbers, (array("q", self.to_numbers()),)

    def original_spans(self, span: Span) -> tuple[Span, ...]:
        """Return the original characters behind a cleaned span, as fragments in text order.

        Empty if cleaning inserted every character of the span.
        """
        if span.end > len(self):
            raise ValueError(f"span ends at {span.end}, the mapped text has {len(self)} characters")
        return _fragments(
            run.original_part(max(run.start, span.start), min(run.end, span.end))
            for run in self.runs[self._runs_over(span)]
        )

    def cleaned_spans(self, original: Span) -> tuple[Span, ...]:
        """Return the cleaned characters of an original span; empty if all were taken out."""
        first = max(bisect_right(self._original_starts, original.start) - 1, 0)
        last = bisect_left(self._original_starts, original.end)
        parts = []
        for run in self._by_original[first:last]:
            start = max(run.original_start, original.start)
            end = min(run.original_end, original.end)
            if start < end:
                parts.append(run.cleaned_part(start, end))
        return _fragments(sorted(parts))

    def removed(self, original_length: int) -> tuple[Span, ...]:
        """Return the original ranges that no cleaned character stands for."""
        gaps, at = [], 0
        for run in self._by_original:
            if run.original_start > at:
                gaps.append(Span(at, run.original_start))
            at = run.original_end
        if original_length < at:
            raise ValueError(f"the map reaches {at}, the original has {original_length} characters")
        if original_length > at:
            gaps.append(Span(at, original_length))
        return tuple(gaps)

    def moved(self, by: int) -> "TextMap":
        """Return the map into a longer original, in which this one's begins at ``by``."""
        return TextMap(
            Run(run.start, run.end, run.original_start + by, run.original_end + by)
            for run in self.runs
        )

    def then(self, later: "TextMap") -> "TextMap":
        """Compose: ``self`` leads from a text back to its original, ``later`` from a text made of it.

        Where a later step split a piece that cannot be split, the first part in text order keeps
        its original characters and the rest counts as inserted, so that no character is claimed
        twice.
        """
        reach = max((run.original_end for run in later.runs), default=0)
        if reach > len(self):
            raise ValueError(f"the later map reaches {reach}, the text has {len(self)} characters")
        runs: list[Run] = []
        claimed: set[int] = set()
        for run in later.runs:
            runs.extend(self._composed(run, claimed))
        return TextMap(runs)

    def _runs_over(self, span: Span) -> slice:
        first = bisect_right(self._starts, span.start) - 1
        return slice(first, bisect_left(self._starts, span.end, lo=first))

    def _composed(self, run: Run, claimed: set[int]) -> Iterator[Run]:
        if run.original_start == run.original_end:
            at = self._original_position(run.original_start)
            yield Run(run.start, run.end, at, at)
            return
        parts = self._claimed_parts(Span(run.original_start, run.original_end), claimed)
        if not run.linear:
            start, end = self._one_range(parts)
            yield Run(run.start, run.end, start, end)
            return
        shift = run.start - run.original_start
        for start, end, original_start, original_end in parts:
            yield Run(start + shift, end + shift, original_start, original_end)

    def _claimed_parts(
        self, inner: Span, claimed: set[int]
    ) -> tuple[tuple[int, int, int, int], ...]:
        """Return what stands behind ``inner``, piece by piece; ``claimed`` holds split pieces."""
        found = []
        over = self._runs_over(inner)
        for index in range(over.start, over.stop):
            piece = self.runs[index]
            start, end = max(piece.start, inner.start), min(piece.end, inner.end)
            original_start, original_end = piece.original_part(start, end)
            if not piece.linear and end - start < piece.end - piece.start:
                if index in claimed:
                    original_start = original_end
                claimed.add(index)
            found.append((start, end, original_start, original_end))
        return tuple(found)

    def _one_range(self, parts: Sequence[tuple[int, int, int, int]]) -> tuple[int, int]:
        """Return one original range for several parts.

        It runs over what cleaning took out between them, but stops before characters that belong
        to another run (the parts come from fields that stand in another order).
        """
        ranges = [(start, end) for _, _, start, end in parts if start < end]
        if not ranges:
            return parts[0][2], parts[0][2]
        low, high = ranges[0]
        for start, end in ranges[1:]:
            if start < high or self._any_original(high, start):
                break
            high = end
        return low, high

    def _any_original(self, start: int, end: int) -> bool:
        if start >= end:
            return False
        first = max(bisect_right(self._original_starts, start) - 1, 0)
        last = bisect_left(self._original_starts, end)
        return any(run.original_end > start for run in self._by_original[first:last])

    def _original_position(self, position: int) -> int:
        if not self.runs:
            return 0
        run = self.runs[max(bisect_right(self._starts, position) - 1, 0)]
        if position == run.start:
            return run.original_start
        if position >= run.end or not run.linear:
            return run.original_end
        return position - run.start + run.original_start


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    held: Run | None = None
    for run in runs:
        if (
            held is not None
            and held.linear
            and run.linear
            and held.end == run.start
            and held.original_end == run.original_start
        ):
            held = Run(held.start, run.end, held.original_start, run.original_end)
            continue
        if held is not None:
            yield held
        held = run
    if held is not None:
        yield held


def _fragments(parts: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    merged: list[tuple[int, int]] = []
    for start, end in parts:
        if start == end:
            continue
        if merged and start <= merged[-1][1] and merged[-1][0] <= start:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return tuple(Span(start, end) for start, end in merged)
