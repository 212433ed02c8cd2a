"""Quotation marks: which characters are marks, and which two of them belong together."""

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache

from sayso.frozen import dataclass
from sayso.text import Span


class Family(StrEnum):
    """Marks that pair with each other."""

    DOUBLE = "double"
    SINGLE = "single"
    GUILLEMET = "guillemet"
    ANGLE = "angle"
    CORNER = "corner"


class Nature(StrEnum):
    """What a character is by itself, before its neighbours are looked at."""

    OPENS = "opens"
    CLOSES = "closes"
    EITHER = "either"


_DOUBLE, _SINGLE = Family.DOUBLE, Family.SINGLE
_OPENS, _CLOSES, _EITHER = Nature.OPENS, Nature.CLOSES, Nature.EITHER
_CHARACTERS = {
    '"': (_DOUBLE, _EITHER),
    "＂": (_DOUBLE, _EITHER),
    "''": (_DOUBLE, _EITHER),
    "“": (_DOUBLE, _OPENS),
    "”": (_DOUBLE, _CLOSES),
    "„": (_DOUBLE, _OPENS),
    "‟": (_DOUBLE, _OPENS),
    "``": (_DOUBLE, _OPENS),
    "'": (_SINGLE, _EITHER),
    "‘": (_SINGLE, _OPENS),
    "’": (_SINGLE, _CLOSES),
    "‚": (_SINGLE, _OPENS),
    "‛": (_SINGLE, _OPENS),
    "`": (_SINGLE, _OPENS),
    "«": (Family.GUILLEMET, _OPENS),
    "»": (Family.GUILLEMET, _CLOSES),
    "‹": (Family.ANGLE, _OPENS),
    "›": (Family.ANGLE, _CLOSES),
    "「": (Family.CORNER, _OPENS),
    "」": (Family.CORNER, _CLOSES),
    "『": (Family.CORNER, _OPENS),
    "』": (Family.CORNER, _CLOSES),
}
_MARK = re.compile("``|''|[\"＂“”„‟'‘’‚‛`«»‹›「」『』]")
_MARK_CHARACTERS = frozenset("".join(_CHARACTERS))
_BEFORE_OPENING = frozenset("([{<-–—/|*•") | {""}
_AFTER_CLOSING = frozenset(".,;:!?…)]}>-–—/|*") | {""}
# Words that begin with an apostrophe, and decades and years cut to two digits.
_ELIDED = re.compile(
    r"(?:em|til|cause|tis|twas|twere|n|round|bout|cos|neath|nuff|\d0s|\d\d)(?!\w)", re.IGNORECASE
)
# Six feet two: the marks of 6'2" measure, they do not quote.
_FEET_AND_INCHES = re.compile(r"\d['’′]\s?\d{1,2}(?:\.\d+)?(?P<inches>\"|''|”)")
_STRAIGHT = re.compile(r'["\n]')
# Straight marks that touch a word on one side alone, and how many show which of the two a text sets apart.
_TOUCHING = re.compile(
    r"""
    (?P<opens> (?<! \S ) " (?= \w ) )
    | (?P<closes> (?<= [\w.,;:!?%)] ) " (?! [\w"] ) )
    """,
    re.VERBOSE,
)
_FEWEST_TOUCHING = 2
_TOUCHES_ALWAYS = 0.9
# How far the closing mark is looked for when a mark behind a number may be one of inches.
_LONGEST_LOOK = 2000
# A run of marks longer than this has no neighbours worth looking for.
_LONGEST_RUN = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One mark; ``opens`` and ``closes`` say what its neighbours allow."""

    start: int
    end: int
    family: Family
    nature: Nature
    opens: bool
    closes: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """The pairs of one paragraph, and the marks that found no partner."""

    pairs: tuple[tuple[Mark, Mark], ...]
    unclosed: tuple[Mark, ...]
    unopened: tuple[Mark, ...]


def find_marks(text: str, paragraph: Span) -> tuple[Mark, ...]:
    """Return the marks of a paragraph; apostrophes inside words and measures are none."""
    if _MARK.search(text, paragraph.start, paragraph.end) is None:
        return ()
    measures = {
        match.start("inches")
        for match in _FEET_AND_INCHES.finditer(text, paragraph.start, paragraph.end)
    }
    found = (
        _mark(text, match.start(), match.end(), paragraph)
        for match in _MARK.finditer(text, paragraph.start, paragraph.end)
        if match.start() not in measures
    )
    return tuple(mark for mark in found if mark is not None)


def _mark(text: str, start: int, end: int, paragraph: Span) -> Mark | None:
    family, nature = _CHARACTERS[text[start:end]]
    left, right = _left(text, start, paragraph.start), _right(text, end, paragraph.end)
    if family is _SINGLE and left.isalnum() and right.isalnum():
        return None
    loose_left, loose_right = _is_blank(left), _is_blank(right)
    if nature is _EITHER and family is _DOUBLE and loose_left and loose_right:
        nature = _apart(text, text[start:end], at_start=not left, at_end=not right)
    may_open = not loose_right and (loose_left or left in _BEFORE_OPENING)
    may_close = not loose_left and (loose_right or right in _AFTER_CLOSING)
    undecided = may_open == may_close
    if family is _SINGLE:
        may_open = (
            may_open
            and (loose_left or left in _BEFORE_OPENING)
            and not (text[start] != "`" and _ELIDED.match(text, end))
        )
        return _single(start, end, nature, may_open=may_open, may_close=may_close)
    if nature is _OPENS:
        return _made(start, end, family, nature, opens=True, closes=may_close and not may_open)
    if nature is _CLOSES:
        return _made(start, end, family, nature, opens=may_open and not may_close, closes=True)
    return _made(
        start, end, family, nature, opens=may_open or undecided, closes=may_close or undecided
    )


def _apart(text: str, written: str, *, at_start: bool, at_end: bool) -> Nature:
    """Say what a mark does that stands between blanks: ``said , " Go , "`` tells nothing by itself."""
    if at_start != at_end:
        return _OPENS if at_start else _CLOSES
    return nature_apart(text, written)


def nature_apart(text: str, written: str) -> Nature:
    """Return what a straight mark between blanks does in a text, as far as its other marks tell."""
    if written == "''":
        return _CLOSES if "``" in text else _EITHER
    return _set_apart(text) if _CHARACTERS.get(written) == (_DOUBLE, _EITHER) else _EITHER


@lru_cache(maxsize=4)
def _set_apart(text: str) -> Nature:
    """Return which marks of a text stand apart: those that close, where those that open touch a word.

    Cutters of words set one of the two apart: ``"It is late, " he said. "Go. "``.
    """
    found = [match.lastgroup for match in _TOUCHING.finditer(text)]
    opening, closing = found.count("opens"), found.count("closes")
    if max(opening, closing) < max(_FEWEST_TOUCHING, _TOUCHES_ALWAYS * len(found)):
        return _EITHER
    return _CLOSES if opening > closing else _OPENS


def _single(
    start: int, end: int, nature: Nature, *, may_open: bool, may_close: bool
) -> Mark | None:
    opens = may_open and nature is not _CLOSES
    closes = may_close and nature is not _OPENS
    return (
        _made(start, end, _SINGLE, nature, opens=opens, closes=closes) if opens or closes else None
    )


def _made(
    start: int, end: int, family: Family, nature: Nature, *, opens: bool, closes: bool
) -> Mark:
    return Mark(start=start, end=end, family=family, nature=nature, opens=opens, closes=closes)


def _left(text: str, position: int, lowest: int) -> str:
    """Return the character before a mark, looking through marks that touch it."""
    for at in range(position - 1, max(position - 1 - _LONGEST_RUN, lowest - 1), -1):
        if text[at] not in _MARK_CHARACTERS:
            return text[at]
    return ""


def _right(text: str, position: int, highest: int) -> str:
    for at in range(position, min(position + _LONGEST_RUN, highest)):
        if text[at] not in _MARK_CHARACTERS:
            return text[at]
    return ""


def _is_blank(character: str) -> bool:
    return not character or character.isspace()


def pair_marks(text: str, marks: Sequence[Mark]) -> Pairing:
    """Pair the marks of one paragraph: by their neighbours, and by counting where these fail."""
    by_neighbours = _pair(text, marks)
    odd = [m for m in (*by_neighbours.unclosed, *by_neighbours.unopened) if m.nature is _EITHER]
    straight = [m for m in marks if _CHARACTERS[text[m.start : m.end]] == (_DOUBLE, _EITHER)]
    settled = any(m.nature is not _EITHER for m in straight)
    if settled or not any(m.family is _DOUBLE for m in odd) or len(straight) % 2:
        return by_neighbours
    counted = tuple(zip(straight[::2], straight[1::2], strict=True))
    if any(not text[left.end : right.start].strip() for left, right in counted):
        return by_neighbours
    rest = _pair(text, [m for m in marks if m.nature is not _EITHER or m.family is not _DOUBLE])
    pairs = sorted((*counted, *rest.pairs), key=lambda pair: pair[0].start)
    if _cross(pairs):
        return by_neighbours
    return Pairing(pairs=tuple(pairs), unclosed=rest.unclosed, unopened=rest.unopened)


def _cross(pairs: Sequence[tuple[Mark, Mark]]) -> bool:
    """Say whether one pair begins inside another and ends outside it."""
    ends: list[int] = []
    for left, right in pairs:
        while ends and ends[-1] < left.start:
            ends.pop()
        if ends and ends[-1] < right.start:
            return True
        ends.append(right.start)
    return False


def _pair(text: str, marks: Sequence[Mark]) -> Pairing:
    stack: list[Mark] = []
    depth = dict.fromkeys(Family, 0)
    pairs: list[tuple[Mark, Mark]] = []
    unopened: list[Mark] = []
    closers = _closers_ahead(marks)
    for index, mark in enumerate(marks):
        if _closes_now(text, mark, stack, depth, ahead=closers[index + 1]):
            while True:
                left = stack.pop()
                depth[left.family] -= 1
                if left.family is mark.family:
                    break
            pairs.append((left, mark))
        elif mark.opens and (mark.family is not _SINGLE or closers[index + 1]):
            stack.append(mark)
            depth[mark.family] += 1
        elif mark.family is not _SINGLE:
            unopened.append(mark)
    pairs.sort(key=lambda pair: pair[0].start)
    return Pairing(pairs=tuple(pairs), unclosed=tuple(stack), unopened=tuple(unopened))


def _closers_ahead(marks: Sequence[Mark]) -> list[Mark | None]:
    """Return for each index the single mark that closes next, if none opens before it."""
    ahead: list[Mark | None] = [None] * (len(marks) + 1)
    for index in range(len(marks) - 1, -1, -1):
        mark = marks[index]
        ahead[index] = ahead[index + 1]
        if mark.family is _SINGLE:
            ahead[index] = mark if mark.closes else None
    return ahead


def _closes_now(
    text: str, mark: Mark, stack: Sequence[Mark], depth: dict[Family, int], *, ahead: Mark | None
) -> bool:
    if not mark.closes or not depth[mark.family]:
        return False
    if mark.family is _SINGLE:
        # A single mark below an open double one is an apostrophe of the inner quotation.
        return stack[-1].family is _SINGLE and not (
            ahead is not None and _may_be_possessive(text, mark)
        )
    if mark.nature is _EITHER and text[mark.start - 1 : mark.start].isdigit():
        return not _is_inch(text, mark)
    return True


def _may_be_possessive(text: str, mark: Mark) -> bool:
    """Say whether the mark may be the apostrophe of "the workers' hall" or "nothin' new"."""
    before = text[max(mark.start - 2, 0) : mark.start].lower()
    after = text[mark.end : mark.end + 2]
    return (before.endswith("s") or before == "in") and after[:1] == " " and after[1:].isalpha()


def _is_inch(text: str, mark: Mark) -> bool:
    """Say whether a mark behind a number measures ("a 12" pipe"): the real closing mark follows."""
    if not (text[mark.end : mark.end + 1] == " " and text[mark.end + 1 : mark.end + 2].islower()):
        return False
    following = _STRAIGHT.search(text, mark.end, mark.end + _LONGEST_LOOK)
    if following is None or following[0] != '"':
        return False
    at = following.start()
    return not text[at - 1].isspace() and not text[at + 1 : at + 2].isalnum()
