"""A text as the words in which forecasts are looked for: tokens in lower case, found by character."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import TypeVar

from sayso.evidence.forecast_words import Phrases
from sayso.frozen import dataclass
from sayso.language.analysis import Tokens
from sayso.text import Span

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The tokens of a text in lower case."""

    text: str
    lows: tuple[str, ...]
    tokens: Tokens

    @classmethod
    def of(cls, text: str, tokens: Tokens) -> "Words":
        lows = (text[s:e].lower() for s, e in zip(tokens.starts, tokens.ends, strict=True))
        return cls(text=text, lows=tuple(lows), tokens=tokens)

    def at(self, offset: int) -> int:
        """Return the index of the first token that starts at ``offset`` or behind it."""
        return bisect_left(self.tokens.starts, offset)

    def range_of(self, span: Span) -> range:
        return range(self.at(span.start), self.at(span.end))

    def inside(self, spans: Sequence[Span]) -> tuple[int, ...]:
        """Return the indices of the tokens inside of ``spans``, in order."""
        return tuple(index for span in spans for index in self.range_of(span))

    def span(self, first: int, end: int) -> Span:
        return Span(self.tokens.starts[first], self.tokens.ends[end - 1])

    def word(self, index: int) -> str:
        """Return a token in lower case, the empty string beyond the text."""
        return self.lows[index] if 0 <= index < len(self.lows) else ""


def find_phrases(
    words: Words, indices: Sequence[int], phrases: Phrases[_T]
) -> Iterator[tuple[int, int, _T]]:
    """Yield first token, end and value of each phrase, the longest first, none inside another."""
    reached = -1
    for run in _runs(indices):
        for index in run:
            if index >= reached and (found := phrases.at(words.lows, index, run.stop)):
                reached = index + found[0]
                yield index, reached, found[1]


def _runs(indices: Sequence[int]) -> Iterator[range]:
    """Yield the stretches of tokens that follow each other without a gap."""
    first = 0
    for position in range(1, len(indices) + 1):
        if position == len(indices) or indices[position] != indices[position - 1] + 1:
            yield range(indices[first], indices[position - 1] + 1)
            first = position


def sentence_of(sentences: Sequence[Span], offset: int) -> Span | None:
    """Return the sentence that holds the character at ``offset``."""
    index = bisect_right(sentences, offset, key=lambda one: one.start) - 1
    found = sentences[index] if index >= 0 else None
    return found if found is not None and offset < found.end else None
