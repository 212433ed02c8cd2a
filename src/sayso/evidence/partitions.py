"""Partitions: figures that a passage makes parts of another: "of the dead, 96 …", "two of them", "the other four".

What is said of the whole holds of a part of which nothing else is said.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import StrEnum

from sayso.evidence.figure import Figure
from sayso.evidence.ordinals import ORDINAL
from sayso.evidence.persons import PERSON, PERSONS
from sayso.frozen import dataclass
from sayso.language.analysis import QuantityKind
from sayso.text import Span

# Characters within which a whole stands before its part, and a total behind what was added to it.
_REACH = 400
_ADDED = 220
# "Of the dead" are those that the text is about.
_REACH_OF_GROUP = 1500
# Between a number and the noun that it counts.
_NOUN = 40
# Characters from one part of a list to the next.
_LISTED = 130
# So many words before a number may only hedge it.
_HEDGES = 2
# "Four deaths, including a doctor": what befell people counts them.
_FATES = frozenset(
    ("deaths", "fatalities", "casualties", "bodies", "injuries", "arrests", "infections", "cases")
)
_PRONOUNS = frozenset(("them", "whom", "those", "these", "which", "us", "others", "other"))
# Between two that one verb governs: "killed ten women and seven men".
_AND = re.compile(r"(?:,|,?\s+and)\s+")


class Sign(StrEnum):
    """What makes a figure a part. Examples stand in ``tests/evidence/test_partitions.py``."""

    OF_THEM = "of_them"
    OF_THE_GROUP = "of_the_group"
    OF_THEIRS = "of_theirs"
    AMONG_THEM = "among_them"
    FRONTED = "fronted"
    REST = "rest"
    INCREASE = "increase"


# Behind the number: "two of them", "four of the crew".
_BEHIND = re.compile(
    r"""\s of \s
    (?: (?P<them> them | these | those | whom | which | us) \b (?!\s+who\b)
      | (?: the | (?P<owned> its | their | his | her | our ) ) \s (?P<group> [^\W\d]+ ) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Before the number: "among them", "the other".
_AHEAD = re.compile(
    r"""\b (?:
        (?P<among> among \s them | among \s whom | including | of \s whom | of \s them ),? \s
        (?: (?:are|were|at\sleast|about|some) \s )*
      | (?P<rest> the \s (?:other|remaining) ) \s
      | (?P<increase> (?: an? | the ) \s (?:increase|rise|jump) \s of | up \s by | (?:rose|grew|climbed) \s by ) \s
    ) $""",
    re.VERBOSE | re.IGNORECASE,
)
# At the head of a sentence or clause: "Of the dead, 96 …", "said that of 87 persons who were held, 79 …".
_FRONT = re.compile(
    r"(?:^|\bthat\s|[;:]\s)(?P<front>of|among)\s(?P<group>[^,.;:]{3,80}),\s", re.IGNORECASE
)
_MORE_THAN_BEFORE = re.compile(r"\smore\sthan\b(?!\s\d)")
_MORE = re.compile(r"\s(?:[^\W\d]+\s)?more\b(?!\s+than\s+\d)", re.IGNORECASE)
# Before the total to which was added: "taking the number of cases to", "this makes".
_TOTAL = re.compile(
    r"""\b (?: (?:taking|bringing|raising|lifting|pushing|takes|brings|raises|took|brought|raised)
            \b [^.;]{0,70} \b to
          | (?: this | that | which ) \s (?:makes|made)
          | \b total \s (?: stood \s at | stands \s at | is | was | of | to ) ) \s
        (?:about|some|at\sleast|nearly|almost|more\sthan)? \s? $""",
    re.VERBOSE | re.IGNORECASE,
)
_NEXT = re.compile(r"(?:,|\band|,\sand)\s(?:another\s|about\s|some\s|at\sleast\s)?$")
_OUT = re.compile(r"^[^.;,]{0,40}:\s$")
# Of whom a noun for a group says what befell them.
_GROUPS = {
    "dead": "killed", "killed": "killed", "victims": "killed", "fatalities": "killed", "bodies": "killed",
    "injured": "injured", "wounded": "injured", "missing": "missing", "arrested": "arrested",
    "detainees": "held", "detained": "held", "prisoners": "held", "inmates": "held",
    "displaced": "displaced", "evacuees": "evacuated", "evacuated": "evacuated",
    "fugitives": "escaped", "escapees": "escaped", "cases": "infected", "infected": "infected",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class _Passage:
    text: str
    figures: tuple[Figure, ...]
    starts: tuple[int, ...]  # of the sentences

    def sentence(self, at: int) -> int:
        """Return where the sentence around a character begins."""
        index = bisect_right(self.starts, at) - 1
        return self.starts[index] if index >= 0 else 0


def with_partitions(
    figures: Sequence[Figure], text: str, sentences: Sequence[Span]
) -> tuple[Figure, ...]:
    """Link the parts of each passage to their wholes; ``figures`` stand in the order of the text."""
    found = list(figures)
    starts = tuple(one.start for one in sentences)
    for at, figure in enumerate(found):
        passage = _Passage(text=text, figures=tuple(found), starts=starts)
        if not _is_count(figure) or figure.quantity.rule == ORDINAL:
            continue
        whole = _added_to(passage, at) or (_whole(passage, at) if figure.part_of is None else None)
        if whole is not None:
            found[at] = _as_part(figure, whole)
        elif at and _is_beside(found[at - 1], figure, text):
            found[at] = sharing(figure, found[at - 1])
    return tuple(found)


_NAMED = {"among": Sign.AMONG_THEM, "rest": Sign.REST, "increase": Sign.INCREASE}


def sign_of(text: str, number: Span, sentence: int) -> Sign | None:
    """Return what the words around a number say that makes it a part."""
    before, behind = text[sentence : number.start], text[number.end : number.end + 60]
    if match := _BEHIND.match(behind):
        if match["owned"]:
            return Sign.OF_THEIRS
        return Sign.OF_THEM if match["them"] else Sign.OF_THE_GROUP
    if match := _AHEAD.search(before):
        return _NAMED[match.lastgroup or ""]
    if _MORE_THAN_BEFORE.match(behind) and before.rstrip().endswith(","):
        return Sign.INCREASE
    return Sign.FRONTED if _front(before) else None


def _front(before: str) -> re.Match[str] | None:
    """Return the last group that a clause puts first."""
    return next(reversed(tuple(_FRONT.finditer(before))), None)


def _whole(passage: _Passage, at: int) -> Figure | None:
    figure = passage.figures[at]
    number = figure.quantity.number
    sentence = passage.sentence(number.start)
    sign = sign_of(passage.text, number, sentence)
    if sign is None:
        return _spelt_out(passage, at) or _listed_on(passage, at)
    if sign is Sign.FRONTED:
        return _fronted(passage, at, sentence)
    reach = _REACH_OF_GROUP if sign in (Sign.OF_THE_GROUP, Sign.OF_THEIRS) else _REACH
    wholes = (
        one for one in _before(passage, at, reach) if _can_hold(one, figure, sign, passage.text)
    )
    whole = next(wholes, None)
    # What remains is beside the parts told of before, not one of theirs.
    beside = sign is Sign.REST and whole is not None and whole.part_of is not None
    return _of_id(passage, whole.part_of) if whole is not None and beside else whole


def _of_id(passage: _Passage, name: str | None) -> Figure | None:
    return next((one for one in passage.figures if one.id == name), None)


def _fronted(passage: _Passage, at: int, sentence: int) -> Figure | None:
    """Return the whole of "of the 27 people, 16 …", else that of "of the dead, 96 …"."""
    figure = passage.figures[at]
    before = passage.text[sentence : figure.quantity.number.start]
    match = _front(before)
    if match is None or not _is_first_or_listed(before[match.end() :]):
        return None
    group = Span(sentence + match.start("group"), sentence + match.end("group"))
    earlier = tuple(_before(passage, at, _REACH_OF_GROUP))
    inside = [one for one in earlier if group.contains(one.quantity.number)]
    if inside:
        return inside[-1] if _is_less(figure, inside[-1]) else None
    befallen = {_GROUPS[word] for word in match["group"].lower().split() if word in _GROUPS}
    held = (one for one in earlier if one.predicate in befallen and _is_less(figure, one))
    return next((one for one in held if one.part_of is None), None)


def _is_first_or_listed(words: str) -> bool:
    """Say whether a number opens a clause: "96 were …", "…, 31 died", "… and two had"."""
    return not words.strip() or _NEXT.search(words) is not None or len(words.split()) <= _HEDGES


def _spelt_out(passage: _Passage, at: int) -> Figure | None:
    """Return the whole before a colon: "7,800 employees: 5,600 in Orlen"."""
    if at == 0:
        return None
    figure, whole = passage.figures[at], passage.figures[at - 1]
    start = whole.quantity.counted.end if whole.quantity.counted else whole.quantity.span.end
    between = passage.text[min(start, figure.quantity.span.start) : figure.quantity.span.start]
    fits = _OUT.match(between) is not None and _is_count(whole) and _is_less(figure, whole)
    return whole if fits and _are_alike(figure, whole, passage.text) else None


def _listed_on(passage: _Passage, at: int) -> Figure | None:
    """Return the whole of the part before, where a list goes on: "29 of them women and 8 …"."""
    if at == 0:
        return None
    figure = passage.figures[at]
    parts = (one for one in _before(passage, at, _LISTED) if one.part_of is not None)
    last = next(parts, None)
    if last is None or _is_increment(passage, last):
        return None
    start, end = last.quantity.number.end, figure.quantity.span.start
    one_sentence = passage.sentence(start) == passage.sentence(end)
    if not one_sentence or _NEXT.search(passage.text[start:end]) is None:
        return None
    wholes = (one for one in passage.figures if one.id == last.part_of)
    return next(
        (one for one in wholes if _is_less(figure, one) and _are_alike(figure, one, passage.text)),
        None,
    )


def _added_to(passage: _Passage, at: int) -> Figure | None:
    """Return the total that follows what was added to it: "three more …, taking the number to 23"."""
    figure = passage.figures[at]
    end = figure.quantity.number.end
    if not _is_increment(passage, figure):
        return None
    for one in passage.figures[at + 1 :]:
        start = one.quantity.span.start
        if start - end > _ADDED:
            return None
        if _TOTAL.search(passage.text[end:start]) and _is_count(one) and _is_less(figure, one):
            return one
    return None


def _is_increment(passage: _Passage, figure: Figure) -> bool:
    number = figure.quantity.number
    before = passage.text[max(number.start - 30, 0) : number.start].lower()
    adds = before.endswith(("another ", "a further "))
    died = " since died" in passage.text[number.end : number.end + 40]
    return adds or died or adds_to(passage.text, number)


def adds_to(text: str, number: Span) -> bool:
    """Say whether a number says by how many more: "three more pupils", "an increase of four"."""
    match = _AHEAD.search(text[max(number.start - 30, 0) : number.start])
    more = _MORE.match(text, number.end, number.end + 40)
    return more is not None or (match is not None and match["increase"] is not None)


def _before(passage: _Passage, at: int, reach: int = _REACH) -> Iterator[Figure]:
    """Yield the counts before a figure, the nearest first."""
    start = passage.figures[at].quantity.number.start
    for one in reversed(passage.figures[:at]):
        if start - one.quantity.number.end > reach:
            return
        if _is_count(one):
            yield one


def _can_hold(whole: Figure, part: Figure, sign: Sign, text: str) -> bool:
    if not (_is_less(part, whole) and _are_alike(part, whole, text)):
        return False
    if sign is Sign.OF_THEIRS and _head(part, text) != _head(whole, text):
        return False
    if sign in (Sign.OF_THE_GROUP, Sign.OF_THEIRS):
        return part.predicate in (None, whole.predicate) and whole.part_of is None
    return True


def _is_less(part: Figure, whole: Figure) -> bool:
    """Say whether a part is smaller than its whole, as both are written."""
    ours = part.quantity.best if part.quantity.best is not None else part.quantity.lo
    theirs = whole.quantity.best if whole.quantity.best is not None else whole.quantity.hi
    return ours is not None and theirs is not None and ours < theirs


def _are_alike(part: Figure, whole: Figure, text: str) -> bool:
    """Say whether both can count the same kind: people, or things of one name."""
    ours, theirs = (_head(one, text) for one in (part, whole))
    if ours is None or theirs is None or ours == theirs:
        return True
    people = PERSON | PERSONS
    return ours in people and theirs in people | _FATES


def _head(figure: Figure, text: str) -> str | None:
    """Return the noun behind the number; one that stands elsewhere, or a pronoun, is no evidence."""
    head, number = figure.quantity.counted_head, figure.quantity.number
    if head is None or not 0 <= head.start - number.end <= _NOUN:
        return None
    word = head.text_in(text).lower()
    return None if word in _PRONOUNS else word


def _is_count(figure: Figure) -> bool:
    return figure.quantity.kind is QuantityKind.COUNT


def _as_part(part: Figure, whole: Figure) -> Figure:
    return sharing(replace(part, part_of=whole.id), whole)


def sharing(figure: Figure, other: Figure) -> Figure:
    """Give a figure of which nothing is said what is said of another."""
    if figure.predicate_span is not None or other.predicate_span is None:
        return figure
    return replace(
        figure,
        predicate=other.predicate,
        predicate_span=other.predicate_span,
        modality=figure.modality or other.modality,
        place=figure.place or other.place,
        setting=figure.setting or other.setting,
    )


def _is_beside(left: Figure, right: Figure, text: str) -> bool:
    """Say whether people are counted right beside others, so that what befell these befell them."""
    if right.predicate_span is not None or left.quantity.counted is None:
        return False
    heads = (_head(left, text), _head(right, text))
    start, end = left.quantity.counted.end, right.quantity.span.start
    joined = start <= end and _AND.fullmatch(text[start:end]) is not None
    return joined and _is_count(right) and all(head in PERSON | PERSONS for head in heads)
