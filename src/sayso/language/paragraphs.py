"""Paragraphs: the blocks of lines that belong together."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sayso.text import Span

# Every break that ends a line in some encoding of plain text (CR LF counts once by its blank gap).
_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_LINE_END = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_SENTENCE_END = re.compile(r"[.!?:;…][\"'”’»)\]]{0,3}$")
_FIRST_WORD = re.compile(r"\S+")
# Mail and old newswire wrap at 60 to 80 columns; a longer line was never wrapped by hand.
_WIDEST_WRAP = 120
_NARROWEST_WRAP = 40
# Of two lines the first is always as wide as the widest.
_FEWEST_WRAPPED = 3


def find_paragraphs(text: str) -> tuple[Span, ...]:
    """Return the paragraphs of ``text``, without the blanks around them.

    A blank line always parts two paragraphs. A single line break parts them too, unless the lines
    were wrapped at a fixed width or the sentence plainly runs on in lower case.
    """
    return tuple(
        Span(lines[first].start, lines[last].end)
        for lines in _blocks(text)
        for first, last in _joined(text, lines)
    )


def _blocks(text: str) -> Iterator[list[Span]]:
    """Yield the runs of lines that no blank line parts."""
    block: list[Span] = []
    end = 0
    for match in _LINE.finditer(text):
        line = _stripped(text, match.start(), match.end())
        breaks = len(_LINE_END.findall(text, end, match.start()))
        end = match.end()
        if block and (line is None or breaks > 1):
            yield block
            block = []
        if line is not None:
            block.append(line)
    if block:
        yield block


def _stripped(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def _joined(text: str, lines: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Yield first and last line of each paragraph of a block."""
    wrapped = _is_wrapped(text, lines)
    first = 0
    for last in range(len(lines)):
        if last + 1 < len(lines) and (wrapped or _runs_on(text, lines[last], lines[last + 1])):
            continue
        yield first, last
        first = last + 1


def _is_wrapped(text: str, lines: Sequence[Span]) -> bool:
    """Say whether each line is as full as a fixed width allows, as a wrapping program leaves it."""
    if len(lines) < _FEWEST_WRAPPED:
        return False
    width = max(len(line) for line in lines)
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return False
    for line, following in pairwise(lines):
        word = _FIRST_WORD.match(text, following.start)
        if word is None or len(line) + 1 + len(word[0]) <= width:
            return False
    return any(not _ends_sentence(text, line) for line in lines[:-1])


def _runs_on(text: str, line: Span, following: Span) -> bool:
    return text[following.start].islower() and not _ends_sentence(text, line)


def _ends_sentence(text: str, line: Span) -> bool:
    return _SENTENCE_END.search(text, max(line.start, line.end - 4), line.end) is not None
