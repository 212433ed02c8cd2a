"""Telling the article's lines from the page's furniture."""

import re
from collections.abc import Sequence
from itertools import accumulate

from sayso.documents.captions import CAPTION_RULES
from sayso.documents.credits import CREDIT_WORDS, line_credits, read_byline
from sayso.documents.document import ChainBasis, FurnitureKind
from sayso.documents.furniture_model import LineModel
from sayso.documents.line_rule import first_rule
from sayso.documents.lines import Line
from sayso.documents.page_dates import read_date_line
from sayso.documents.page_lines import PAGE_RULES
from sayso.frozen import dataclass

# Below these probabilities a line is furniture. What an extractor chose has been judged once
# already, with the markup at hand, so it needs a stronger doubt.
CUT_BELOW = 0.3
CUT_INSIDE_BELOW = 0.15  # a short heading between two paragraphs looks much like a link
CUT_CHOSEN_BELOW = 0.01
# A summary may stand above byline and date; from the second sure line on the article has begun.
_SURELY = 0.8
_BEGUN = 2
_NEAR = 8  # lines; on a whole page other stories follow further below
# The model compares lines with each other: among fewer, or where no line is surely the article's,
# it has nothing to go by, and only named forms are cut.
_FEWEST_LINES = 4
_WHOLE_PAGE = 40
MODEL_RULE = "line_model"
MARKUP_RULE = "extractor"
# Credits that make up their whole line; those of a sentence stay in the text.
_WHOLE_CREDITS = frozenset({ChainBasis.VIA, ChainBasis.SOURCE_LINE, ChainBasis.AGENCY_CREDIT})
_LONGEST_CREDIT = 160
_LONGEST_DATE_LINE = 120


_REFERENCE = re.compile(r"\w[\"”’)]?(\*{1,3}|[†‡§])(?!\w)")
_NOTE = re.compile(r"(?P<mark>\*{1,3}|[†‡§])\s*[^\W\d_].{20,}[.\w)”\"]\Z", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class LineLabel:
    """A line judged: furniture of a kind by a named rule, or part of the article.

    ``probability`` is the model's that it belongs to the article, 0 for what an extractor left out.
    """

    line: Line
    probability: float
    kind: FurnitureKind | None = None
    rule: str | None = None

    @property
    def article(self) -> bool:
        return self.kind is None


def label_lines(
    lines: Sequence[Line], *, model: LineModel, chosen: Sequence[bool] | None = None
) -> tuple[LineLabel, ...]:
    """Judge every line of a document; ``chosen`` tells which an extractor took for the article."""
    judged = [i for i in range(len(lines)) if chosen is None or chosen[i]]
    found = model.probabilities([lines[i].text for i in judged])
    inside = _inside(found)
    comparable = _comparable(found)
    referred = _referred_marks(lines)
    labels = {}
    for k, i in enumerate(judged):
        open_ = CUT_INSIDE_BELOW if inside[k] else CUT_BELOW
        threshold = open_ if chosen is None else CUT_CHOSEN_BELOW
        note = _note_mark(lines[i].text) in referred
        threshold = threshold if comparable and not note else 0.0
        labels[i] = _judged(lines[i], found[k], inside=inside[k], threshold=threshold)
    return tuple(labels.get(i) or _left_out(line) for i, line in enumerate(lines))


def _comparable(probabilities: Sequence[float]) -> bool:
    """Say whether the lines are enough, and one of them sure enough, to tell others from them.

    On a whole page the model is less sure of a strange script, and still right to cut the menus.
    """
    count = len(probabilities)
    sure = _SURELY if count < _WHOLE_PAGE else CUT_BELOW
    return count >= _FEWEST_LINES and max(probabilities) >= sure


def _inside(probabilities: Sequence[float]) -> list[bool]:
    """Say for each line whether the article has begun above it, is near, and soon goes on below."""
    counts = [0, *accumulate(int(p >= _SURELY) for p in probabilities)]
    end = len(probabilities)
    return [
        counts[i] >= _BEGUN
        and counts[i] > counts[max(i - _NEAR, 0)]
        and counts[min(i + 1 + _NEAR, end)] > counts[i + 1]
        for i in range(end)
    ]


def _referred_marks(lines: Sequence[Line]) -> frozenset[str]:
    """Return the marks that stand behind a word somewhere: they refer to a note of the article."""
    return frozenset(mark for line in lines for mark in _REFERENCE.findall(line.text))


def _note_mark(text: str) -> str | None:
    """Return the mark that a note begins with: "* The names were changed."."""
    match = _NOTE.match(text)
    return match["mark"] if match else None


def _judged(line: Line, probability: float, *, inside: bool, threshold: float) -> LineLabel:
    kind, rule = named_form(line.text, inside=inside) or (None, None)
    if kind is None and probability < threshold:
        kind, rule = FurnitureKind.LINE, MODEL_RULE
    return LineLabel(line=line, probability=probability, kind=kind, rule=rule)


def _left_out(line: Line) -> LineLabel:
    return LineLabel(line=line, probability=0.0, kind=FurnitureKind.MARKUP, rule=MARKUP_RULE)


def named_form(text: str, *, inside: bool) -> tuple[FurnitureKind, str] | None:
    """Return what a line is by its form alone; ``inside`` says that it stands among the article's.

    A byline or date line can only stand outside: within the article the same words are a heading.
    """
    rule = first_rule(CAPTION_RULES, text) or first_rule(PAGE_RULES, text)
    if rule:
        return rule.kind, rule.name
    if len(text) <= _LONGEST_CREDIT:
        credit = next((c for c in line_credits(text) if c.basis in _WHOLE_CREDITS), None)
        if credit:
            return FurnitureKind.CREDIT, credit.rule
        if CREDIT_WORDS.match(text):
            return FurnitureKind.CREDIT, "credit.staff"
    if inside:
        return None
    if is_date_line(text):
        return FurnitureKind.DATE_LINE, "date_line"
    return (FurnitureKind.CREDIT, "credit.byline") if read_byline(text) else None


def is_date_line(text: str) -> bool:
    """Say whether a line holds a date of the page and nothing else."""
    if len(text) > _LONGEST_DATE_LINE or not any(map(str.isdigit, text)):
        return False
    date = read_date_line(text)
    return date is not None and date.whole_line
