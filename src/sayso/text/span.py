"""A range of characters in the text of one document."""

from collections.abc import Iterable

from sayso.frozen import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range ``[start, end)`` in Unicode code points, never empty."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, got ({self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> "Span":
        return Span(self.start + by, self.end + by)

    def text_in(self, text: str) -> str:
        if self.end > len(text):
            raise ValueError(f"span ends at {self.end}, the text has {len(text)} characters")
        return text[self.start : self.end]


def hull(spans: Iterable[Span]) -> Span:
    """Return the smallest span that holds all of ``spans``; ValueError if there are none."""
    spans = tuple(spans)
    if not spans:
        raise ValueError("the hull of no spans is not defined")
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the characters of all ``spans`` as spans that neither overlap nor touch, in order."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)
