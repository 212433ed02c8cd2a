"""Lines joined to paragraphs: which line ends are the writer's, and which only the page's."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from sayso.documents.hyphens import (
    DROP_HYPHEN,
    SPACE,
    Vocabulary,
    hyphen_joint,
    hyphenates,
    vocabulary_of,
)
from sayso.frozen import dataclass
from sayso.text import Edit, TextMap, apply_edits


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLine:
    """What counts of one line, as ``[start, end)`` of a text, without blanks around it.

    ``gap`` says that a blank line or a break stands before it; ``apart`` that it is a heading, a
    list item or the like, which nothing continues.
    """

    start: int
    end: int
    gap: bool = False
    apart: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wrapping:
    """The width at which a text was wrapped; ``double`` if a blank line follows every line.

    ``hyphenated`` says that words were cut to fill the lines.
    """

    width: int
    double: bool
    hyphenated: bool


BREAK = "\n"
# Narrower lines are verse or a menu, wider ones are whole paragraphs.
_NARROWEST, _WIDEST = 38, 132
_FEWEST_PAIRS = 3
_FORCED_SHARE, _FORCED_SHARE_DOUBLE = 0.6, 0.65
_MOST_SENTENCE_ENDS, _MOST_SENTENCE_ENDS_DOUBLE = 0.6, 0.4
_OVERLONG_SHARE = 0.02
_SENTENCE_END = re.compile(r"[.!?…:][\"”’')\]]*\Z")
_BULLET = re.compile(r"[*•●▪■◦·+>]\s")
# A dash or number at the head of a line may as well go on with the sentence above.
_DASH_OR_NUMBER = re.compile(r"(?:[-–—]|\(?\d{1,3}[.)])\s")
_LOWER = re.compile(r"[a-zà-öø-ÿ]")
_HYPHEN_END = re.compile(r"[^\W\d_][-‐]\Z")
_LINE = re.compile(r"[^\n]+")


def lines_of(text: str) -> Iterator[TextLine]:
    """Yield the lines of folded ``text`` that hold more than blanks."""
    last_end = 0
    for found in _LINE.finditer(text):
        line = found[0]
        if line.isspace():
            continue
        start = found.start() + len(line) - len(line.lstrip())
        end = found.end() - (len(line) - len(line.rstrip()))
        yield TextLine(start=start, end=end, gap=text.count("\n", last_end, start) > 1)
        last_end = end


def join_wrapped(
    text: str, lines: Sequence[TextLine], edits: Iterable[Edit] = ()
) -> tuple[str, TextMap]:
    """Write one paragraph to a line; ``edits`` are further changes inside of lines."""
    wrapping = _wrapping(text, lines)
    cut = any(text[line.end - 1] in "-‐" for line in lines)
    words = vocabulary_of(text) if cut else frozenset()
    joints = [_joint(text, pair, wrapping, words) for pair in pairwise(lines)]
    return join_lines(text, lines, joints, edits)


def join_lines(
    text: str, lines: Sequence[TextLine], joints: Sequence[str], edits: Iterable[Edit] = ()
) -> tuple[str, TextMap]:
    """Put ``joints`` between the lines; ``DROP_HYPHEN`` takes the hyphen before it away."""
    if not lines:
        return "", TextMap([])
    changes = [Edit(0, lines[0].start, ""), Edit(lines[-1].end, len(text), "")]
    for (left, right), joint in zip(pairwise(lines), joints, strict=True):
        if joint == DROP_HYPHEN:
            changes.append(Edit(left.end - 1, right.start, ""))
        else:
            changes.append(Edit(left.end, right.start, joint))
    return apply_edits(text, (*edits, *changes))


def _joint(
    text: str, pair: tuple[TextLine, TextLine], wrapping: _Wrapping | None, words: Vocabulary
) -> str:
    left, right = (text[line.start : line.end] for line in pair)
    after = pair[1]
    if pair[0].apart or after.apart or begins_item(left, right):
        return BREAK
    if after.gap and not (wrapping and wrapping.double):
        return BREAK
    hyphenated = hyphen_joint(
        left, right, words, hyphenated=wrapping is None or wrapping.hyphenated
    )
    if wrapping is None:
        # A word cut in two is joined even where nothing else is known of the lines.
        cut = hyphenated is not None and _HYPHEN_END.search(left) and _LOWER.match(right)
        return hyphenated or BREAK if cut and len(left) >= _NARROWEST else BREAK
    if _forced(left, right, wrapping.width) or _continues(left, right):
        return SPACE if hyphenated is None else hyphenated
    return BREAK


def begins_item(left: str, right: str) -> bool:
    """Say whether a line is surely a list item, by its mark and by the end of the line above."""
    if _BULLET.match(right):
        return True
    return bool(_DASH_OR_NUMBER.match(right) and _SENTENCE_END.search(left))


def _forced(left: str, right: str, width: int) -> bool:
    """Say whether the first word of ``right`` would not have fitted on the line of ``left``."""
    return len(left) + 1 + len(right.split(" ", 1)[0]) > width


def _continues(left: str, right: str) -> bool:
    return not _SENTENCE_END.search(left) and bool(_LOWER.match(right))


def _wrapping(text: str, lines: Sequence[TextLine]) -> _Wrapping | None:
    """Tell a text wrapped at a width: most line ends inside of paragraphs were forced by it."""
    flowing = [pair for pair in pairwise(lines) if _may_flow(text, *pair)]
    close = [(left, right) for left, right in flowing if not right.gap]
    double = len(close) * 4 < len(lines)
    pairs = flowing if double else close
    if len(pairs) < (_FEWEST_PAIRS * 2 if double else _FEWEST_PAIRS):
        return None
    texts = [(text[left.start : left.end], text[right.start : right.end]) for left, right in pairs]
    width = _usual_width([left for left, _ in texts])
    if width is None:
        return None
    forced = [(left, right) for left, right in texts if _forced(left, right, width)]
    if len(forced) < (_FORCED_SHARE_DOUBLE if double else _FORCED_SHARE) * len(texts):
        return None
    if not _runs_on(forced, double=double):
        return None
    cuts = hyphenates([text[line.start : line.end] for line in lines])
    return _Wrapping(width=width, double=double, hyphenated=cuts)


def _may_flow(text: str, left: TextLine, right: TextLine) -> bool:
    return not (
        left.apart
        or right.apart
        or _BULLET.match(text, right.start)
        or _DASH_OR_NUMBER.match(text, right.start)
    )


def _runs_on(forced: Sequence[tuple[str, str]], *, double: bool) -> bool:
    """Say whether sentences go on over the line ends; those of headlines and captions do not."""
    most = _MOST_SENTENCE_ENDS_DOUBLE if double else _MOST_SENTENCE_ENDS
    sentence_ends = sum(1 for left, _ in forced if _SENTENCE_END.search(left))
    capitals = sum(1 for _, right in forced if right[0].isupper())
    return max(sentence_ends, capitals) <= most * len(forced)


def _usual_width(lines: Sequence[str]) -> int | None:
    """Return the length of the longest line, but for a few; ``None`` if it is no column's width."""
    lengths = sorted(len(line) for line in lines if " " in line)
    if not lengths:
        return None
    width = lengths[-1 - int(len(lengths) * _OVERLONG_SHARE)]
    return width if _NARROWEST <= width <= _WIDEST else None
