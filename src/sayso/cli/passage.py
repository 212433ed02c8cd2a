"""The passage around a record: its sentences, one before and one after, with its characters marked."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from sayso.cli.width import Mark, marked_lines
from sayso.frozen import dataclass
from sayso.text import Span, hull

_INDENT = "  "


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a document's text; ``marks`` count from the start of ``text``."""

    start: int
    text: str
    marks: tuple[Mark, ...]

    def lines(self, columns: int) -> Iterator[str]:
        """Yield the text in lines, each followed by its signs where it has any."""
        marked = marked_lines(self.text, self.marks, columns - len(_INDENT))
        # Between paragraphs one empty line is enough, however many the text has.
        for blank, group in groupby(marked, key=lambda line: not line.text):
            if blank:
                yield ""
                continue
            for line in group:
                yield _INDENT + line.text
                if line.signs:
                    yield _INDENT + line.signs


def passage_around(text: str, sentences: Sequence[Span], marks: Sequence[Mark]) -> Passage:
    """Return the sentences that hold the marks, with one before and one after them."""
    meant = hull(mark.span for mark in marks)
    touched = [i for i, sentence in enumerate(sentences) if sentence.overlaps(meant)]
    start, end = meant.start, meant.end
    if touched:
        first, last = max(touched[0] - 1, 0), min(touched[-1] + 1, len(sentences) - 1)
        start = min(start, sentences[first].start)
        end = max(end, sentences[last].end)
    shifted = tuple(Mark(mark.span.shifted(-start), mark.sign) for mark in marks)
    return Passage(start, text[start:end], shifted)
