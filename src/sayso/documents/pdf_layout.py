"""The layout of PDF pages: running heads and feet, columns, and where paragraphs end."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from sayso.documents.hyphens import SPACE, Vocabulary, hyphen_joint, hyphenates
from sayso.documents.paragraphs import BREAK, begins_item
from sayso.documents.pdf_pages import PageLine, PdfPage
from sayso.frozen import dataclass


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line with its words, its page, and the block of lines that it stands in."""

    line: PageLine
    text: str
    page: int
    block: "Block"


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that follow each other down one column: its edges and the usual step to the next."""

    left: float
    right: float
    leading: float


_EDGE_LINES = 2
_FEWEST_PAGES = 2
_LONGEST_HEAD = 150
_DIGITS = re.compile(r"\d+")
_SENTENCE_END = re.compile(r"[.!?…:][\"”’')\]]*\Z")
_LOWER = re.compile(r"[a-zà-öø-ÿ]")
_SAME_SIZE = 0.12
_GAP = 1.4
_INDENT = 0.7
_USUAL_LEADING = 1.25
_FULL_LINE = 40  # characters: a shorter line that ends a page may be a heading


def running_lines(pages: Sequence[PdfPage]) -> frozenset[tuple[int, int]]:
    """Return page and line of heads and feet: edge lines that repeat but for their numbers."""
    edges = {
        (number, index): _DIGITS.sub("#", words_of(page, page.lines[index]).lower())
        for number, page in enumerate(pages)
        for index in _edges(page)
    }
    repeated = Counter(words for _, words in {(key[0], words) for key, words in edges.items()})
    return frozenset(
        key
        for key, words in edges.items()
        if len(words) <= _LONGEST_HEAD
        and repeated[words] >= _FEWEST_PAGES
        and repeated[words] * 3 >= len(pages)
    )


def words_of(page: PdfPage, line: PageLine) -> str:
    return " ".join(page.text[line.start : line.end].split())


def place_lines(pages: Sequence[PdfPage], left_out: frozenset[tuple[int, int]]) -> list[PlacedLine]:
    """Return the lines of all pages in the order of the file, each with its block."""
    placed = []
    for number, page in enumerate(pages):
        kept = [line for i, line in enumerate(page.lines) if (number, i) not in left_out]
        for lines in _columns(kept):
            block = _block(lines)
            placed += [PlacedLine(line, words_of(page, line), number, block) for line in lines]
    return placed


def joints(lines: Sequence[PlacedLine], words: Vocabulary) -> list[str]:
    """Return what stands between each line and the next."""
    hyphenated = hyphenates([line.text for line in lines])
    return [_joint(left, right, words, hyphenated=hyphenated) for left, right in pairwise(lines)]


def _edges(page: PdfPage) -> set[int]:
    """Return the lines on the two highest and the two lowest bases of a page."""
    bases = sorted({round(line.base) for line in page.lines})
    outer = {*bases[:_EDGE_LINES], *bases[-_EDGE_LINES:]}
    return {i for i, line in enumerate(page.lines) if round(line.base) in outer}


def _columns(lines: Sequence[PageLine]) -> Iterator[list[PageLine]]:
    """Part the lines where the file goes up again or on to another column."""
    held: list[PageLine] = []
    for line in lines:
        if held and not (line.base < held[-1].base and _overlap(held[-1], line)):
            yield held
            held = []
        held.append(line)
    if held:
        yield held


def _overlap(above: PageLine, below: PageLine) -> bool:
    return above.left < below.right and below.left < above.right


def _block(lines: Sequence[PageLine]) -> Block:
    steps = [
        above.base - below.base for above, below in pairwise(lines) if _same_size(above, below)
    ]
    size = median(line.size for line in lines)
    usual = size * _USUAL_LEADING if size > 1 else 0.0
    leading = min([median(steps), *([usual * _GAP] if usual else [])]) if steps else usual
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    return Block(left=left, right=right, leading=leading)


def _same_size(one: PageLine, other: PageLine) -> bool:
    return abs(one.size - other.size) <= _SAME_SIZE * max(one.size, other.size)


def _joint(left: PlacedLine, right: PlacedLine, words: Vocabulary, *, hyphenated: bool) -> str:
    if not _same_size(left.line, right.line) or begins_item(left.text, right.text):
        return BREAK
    together = left.block is right.block
    if _new_paragraph(left, right) if together else _new_part(left, right):
        return BREAK
    joint = hyphen_joint(left.text, right.text, words, hyphenated=hyphenated)
    return SPACE if joint is None else joint


def _new_paragraph(left: PlacedLine, right: PlacedLine) -> bool:
    """Say whether the gap, an indent or a line that ends early parts two lines of one block."""
    block, above, below = left.block, left.line, right.line
    if above.base - below.base > block.leading * _GAP:
        return True
    indent = _INDENT * below.size
    if below.left > block.left + indent and below.left > above.left + indent:
        return True
    first_word = len(right.text.split(" ", 1)[0]) + 1
    fits = block.right - above.right > first_word * _character_width(right)
    return fits and not (_LOWER.match(right.text) and not _SENTENCE_END.search(left.text))


def _new_part(left: PlacedLine, right: PlacedLine) -> bool:
    """Say whether a paragraph ends with a column or page, rather than going on over its end."""
    if _SENTENCE_END.search(left.text):
        return True
    return not _LOWER.match(right.text) and len(left.text) < _FULL_LINE


def _character_width(line: PlacedLine) -> float:
    return (line.line.right - line.line.left) / len(line.text)
