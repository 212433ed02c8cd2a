"""Reading a text with the network: its windows scored, and the scores side by side for all its words."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import fields
from itertools import islice
from typing import TYPE_CHECKING, Any

from sayso.frozen import dataclass
from sayso.language.analysis import Quotation
from sayso.language.core.network import Network, WindowScores
from sayso.language.core.windows import Window, windows
from sayso.language.quotations import QuoteState, quote_states
from sayso.language.segments import Segments

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# So many windows are held at once; most articles have fewer.
_TOGETHER = 16
# Rows of the encoder's table of quotation states.
STATES = {
    QuoteState.OUTSIDE: 0,
    QuoteState.INSIDE: 1,
    QuoteState.OPENING: 2,
    QuoteState.CLOSING: 3,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CoreText:
    """A text as the core reads it: words, paragraphs and sentences as ranges of words."""

    words: tuple[str, ...]
    paragraphs: tuple[tuple[int, int], ...]
    quotes: tuple[int, ...]
    sentence_starts: tuple[int, ...]

    def sentence(self, word: int) -> int:
        """Return the number of the sentence of a word."""
        return bisect_right(self.sentence_starts, word) - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """Some neighbouring windows of a text, what each scored, and the same joined for their words.

    Row 0 of the joined fields is the word ``start``.
    """

    windows: tuple[Window, ...]
    by_window: tuple[WindowScores, ...]
    joined: WindowScores

    @property
    def start(self) -> int:
        return self.windows[0].start

    @property
    def end(self) -> int:
        return self.windows[-1].end

    def window_of(self, word: int) -> Window:
        """Return the window that holds a word of the text."""
        at = bisect_right(self.windows, word, key=lambda w: w.start) - 1
        return self.windows[at]


def core_text(segments: Segments, quotations: Sequence[Quotation]) -> CoreText:
    """Return the words of a segmented text with their quotation states."""
    starts = segments.tokens.starts
    return CoreText(
        words=segments.words,
        paragraphs=tuple(
            (bisect_left(starts, p.start), bisect_left(starts, p.end)) for p in segments.paragraphs
        ),
        quotes=tuple(STATES[state] for state in quote_states(segments.tokens, quotations)),
        sentence_starts=tuple(bisect_left(starts, s.start) for s in segments.sentences),
    )


def score(network: Network, text: CoreText) -> Iterator[Scores]:
    """Score every word of a text, a few windows at a time: a book takes no more memory than that."""
    cut = windows(text.words, text.paragraphs, network.pieces)
    while group := tuple(islice(cut, _TOGETHER)):
        read = tuple(network.read(w, text.quotes[w.start : w.end]) for w in group)
        yield Scores(windows=group, by_window=read, joined=_joined(read))


def _joined(read: Sequence[WindowScores]) -> WindowScores:
    import numpy as np  # noqa: PLC0415 - reading a text needs it, starting the program does not

    if len(read) == 1:
        return read[0]
    joined: dict[str, Any] = {
        f.name: np.concatenate([getattr(r, f.name) for r in read]) for f in fields(WindowScores)
    }
    return WindowScores(**joined)


def runs(words: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the ranges of neighbouring words in an ascending sequence."""
    start = 0
    for at in range(1, len(words) + 1):
        if at == len(words) or words[at] != words[at - 1] + 1:
            yield words[start], words[at - 1] + 1
            start = at


def beginnings(text: CoreText, start: int, end: int) -> "NDArray[np.int64]":
    """Return where sentences begin within a range of words, counted from its start, after the first."""
    import numpy as np  # noqa: PLC0415 - see _joined

    low = bisect_right(text.sentence_starts, start)
    high = bisect_left(text.sentence_starts, end)
    return np.array(text.sentence_starts[low:high], dtype=np.int64) - start
