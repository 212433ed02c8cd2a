"""The lines of a page that read like an article, for where no extractor found one."""

import re

from sayso.documents.html_text import Line, Page

_SENTENCE_END = re.compile(r"""[.!?…。！？؟।]["'”’»)\]]*+(?:\s|$)""")
_LONG = 60
_MOST_LINKED = 0.35
# What a line that does not read like prose costs the stretch it stands in: about one short
# paragraph, so that a heading or two do not end an article and a menu does.
_COST = 80


def dense_lines(page: Page) -> tuple[Line, ...]:
    """Return the stretch of lines with the most prose, without the menus inside it."""
    best: tuple[int, int, int] = (0, 0, 0)
    worth = start = 0
    for index, line in enumerate(page.lines):
        if worth <= 0:
            worth, start = 0, index
        worth += _worth(page, line)
        best = max(best, (worth, start, index + 1), key=lambda stretch: stretch[0])
    _, first, last = best
    return tuple(line for line in page.lines[first:last] if _linked_share(line) <= _MOST_LINKED)


def _worth(page: Page, line: Line) -> int:
    length = line.end - line.start
    if length < _LONG or _linked_share(line) > _MOST_LINKED:
        return -_COST
    return length if _SENTENCE_END.search(page.text, line.start, line.end) else -_COST


def _linked_share(line: Line) -> float:
    return line.linked / (line.end - line.start)
